package dev.sillage.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;

/**
 * What the synthetic office day is made of; the file {@code office/office-day.json} is its only place.
 *
 * @param why what it is for and where its figures come from, for people
 * @param seed equal seeds give equal days
 * @param labels carried by each event
 * @param source the CloudEvents source of each event
 * @param dayHours from the first to the last moment of work
 * @param mobileShare share of activities on a mobile network, from 0 to 1
 */
record OfficeParameters(
        String why,
        long seed,
        Map<String, String> labels,
        String source,
        int dayHours,
        List<Team> teams,
        Mail mail,
        Meeting meeting,
        Video video,
        double mobileShare) {

    /**
     * People who work together, and what each does in a day.
     *
     * @param meetingsPerPerson meetings that each person calls
     */
    record Team(
            String name, int people, String country, int mailsPerPerson, int meetingsPerPerson, int videosPerPerson) {}

    /**
     * A mail: its sizes vary around these, its other figures are drawn up to these.
     *
     * @param attachmentShare share of mails with something attached, from 0 to 1
     */
    record Mail(
            long plainBytes,
            long attachmentBytes,
            double attachmentShare,
            int maxRecipients,
            double writeSeconds,
            double storageYears) {}

    /** A meeting; each list is drawn from evenly, so a value that stands twice is twice as likely. */
    record Meeting(List<Integer> minutes, int maxParticipants, List<String> modes, List<String> devices) {}

    /** A video watched at work; lists as in a meeting. */
    record Video(int maxMinutes, List<String> qualities, List<String> devices) {}

    static OfficeParameters load() {
        return Bundled.read("office/office-day.json", new TypeReference<>() {});
    }
}
