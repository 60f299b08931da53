package dev.sillage.local.demo;

import dev.sillage.activity.Activity;
import dev.sillage.activity.Email;
import dev.sillage.activity.VideoCall;
import dev.sillage.activity.VideoStreaming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A made-up day of video calls, videos and mails, drawn by a seeded generator: equal parameters give equal events. */
final class OfficeDay {
    /** Sizes vary like a log-normal distribution, as those of real mails and files do. */
    private static final double SIZE_SPREAD = 0.6;

    private final OfficeParameters parameters;

    OfficeDay(OfficeParameters parameters) {
        this.parameters = parameters;
    }

    /** All events of the day, which is over at {@code end}. */
    List<DemoEvent> endingAt(Instant end) {
        // Random's algorithm is part of its specification, so another Java draws the same day.
        Random random = new Random(parameters.seed());
        List<Done> day = new ArrayList<>();
        for (OfficeParameters.Team team : parameters.teams()) {
            for (int person = 1; person <= team.people(); person++) {
                day.addAll(workOf(team, person, random));
            }
        }
        day.sort(Comparator.comparing(Done::sinceStart));
        Instant start = end.minus(day.get(day.size() - 1).sinceStart());
        List<DemoEvent> events = new ArrayList<>();
        for (Done done : day) {
            String id = String.format(Locale.ROOT, "office-day-%05d", events.size() + 1);
            events.add(new DemoEvent(
                    parameters.source(), id, start.plus(done.sinceStart()), done.person(), done.labels(), done.what()));
        }
        return events;
    }

    private List<Done> workOf(OfficeParameters.Team team, int number, Random random) {
        String person = String.format(Locale.ROOT, "%s-%02d", team.name(), number);
        List<Done> work = new ArrayList<>();
        for (int i = 0; i < team.mailsPerPerson(); i++) {
            work.add(done(team, person, "mail", mail(team, random), random));
        }
        for (int i = 0; i < team.meetingsPerPerson(); i++) {
            work.add(done(team, person, "meetings", meeting(team, random), random));
        }
        for (int i = 0; i < team.videosPerPerson(); i++) {
            work.add(done(team, person, "training videos", video(team, random), random));
        }
        return work;
    }

    private Done done(OfficeParameters.Team team, String person, String application, Activity what, Random random) {
        Map<String, String> labels = new TreeMap<>(parameters.labels());
        labels.put("team", team.name());
        labels.put("application", application);
        long dayMillis = Duration.ofHours(parameters.dayHours()).toMillis();
        Duration sinceStart = Duration.ofMillis((long) (random.nextDouble() * dayMillis));
        return new Done(sinceStart, person, labels, what);
    }

    private Email mail(OfficeParameters.Team team, Random random) {
        OfficeParameters.Mail mail = parameters.mail();
        boolean attached = random.nextDouble() < mail.attachmentShare();
        long typical = mail.plainBytes() + (attached ? mail.attachmentBytes() : 0);
        // StrictMath, because the last bit of Math may differ from one processor to another.
        long bytes = Math.round(typical * StrictMath.exp(SIZE_SPREAD * random.nextGaussian()));
        int recipients = 1 + random.nextInt(mail.maxRecipients());
        return new Email(
                bytes,
                recipients,
                null,
                mail.writeSeconds(),
                mail.storageYears(),
                null,
                null,
                network(random),
                team.country());
    }

    private VideoCall meeting(OfficeParameters.Team team, Random random) {
        OfficeParameters.Meeting meeting = parameters.meeting();
        double seconds = 60.0 * oneOf(meeting.minutes(), random);
        int participants = 2 + random.nextInt(meeting.maxParticipants() - 1);
        return new VideoCall(
                seconds,
                participants,
                oneOf(meeting.modes(), random),
                oneOf(meeting.devices(), random),
                network(random),
                team.country());
    }

    private VideoStreaming video(OfficeParameters.Team team, Random random) {
        OfficeParameters.Video video = parameters.video();
        double seconds = 60.0 * (1 + random.nextInt(video.maxMinutes()));
        return new VideoStreaming(
                seconds,
                oneOf(video.qualities(), random),
                oneOf(video.devices(), random),
                network(random),
                team.country(),
                null);
    }

    private String network(Random random) {
        return random.nextDouble() < parameters.mobileShare() ? "mobile" : "fixed";
    }

    private static <T> T oneOf(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    /** Something done during the day, and how long after its start. */
    private record Done(Duration sinceStart, String person, Map<String, String> labels, Activity what) {}
}
