package dev.sillage.calculation.stream;

import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.Retraction;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.own.OwnFactors;
import dev.sillage.calculation.read.CorrectionReader;
import dev.sillage.calculation.read.ReadCorrection;
import dev.sillage.calculation.result.Attributes;
import dev.sillage.calculation.result.AvoidanceEvents;
import dev.sillage.calculation.result.Footprints;
import dev.sillage.calculation.result.Given;
import dev.sillage.calculation.result.Reading;
import dev.sillage.calculation.result.RefusalReason;
import dev.sillage.calculation.result.RefusedException;
import dev.sillage.footprint.ActivityReference;
import dev.sillage.footprint.AvoidanceEvent;
import dev.sillage.footprint.FootprintCorrection;
import dev.sillage.footprint.FootprintEvent;
import dev.sillage.footprint.FootprintRetraction;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Turns one activity record into the record of its footprint or of what it avoided, or of a dead letter when it has
 * neither; a correction into the footprint of what it corrects, a retraction into a retraction. It never throws an
 * exception: whatever is wrong with a record costs that record only. The same activity gives the same key, id and
 * bytes each time, by the same methodology, factor set and own factors of its tenant.
 */
@Singleton
class FootprintCalculation {
    private static final Logger LOG = Logger.getLogger(FootprintCalculation.class);

    private final Footprints footprints;
    private final AvoidanceEvents avoidances;
    private final Reading reading;
    private final OwnFactors ownFactors;

    FootprintCalculation(Footprints footprints, AvoidanceEvents avoidances, Reading reading, OwnFactors ownFactors) {
        this.footprints = footprints;
        this.avoidances = avoidances;
        this.reading = reading;
        this.ownFactors = ownFactors;
    }

    Outcome calculate(ConsumerRecord<byte[], byte[]> activity) {
        try {
            Attributes attributes = AttributeHeaders.read(activity.headers());
            return switch (attributes.kind()) {
                case AVOIDANCE -> avoidance(activity, attributes);
                case CORRECTION -> correction(activity, attributes);
                case RETRACTION -> retraction(activity, attributes);
                default -> footprint(activity, attributes);
            };
        } catch (RefusedException e) {
            return deadLetter(activity, e.reason(), e.detail());
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "no footprint of the activity at %s/%d/%d: the computation failed",
                    activity.topic(),
                    activity.partition(),
                    activity.offset());
            return deadLetter(
                    activity, RefusalReason.INTERNAL_ERROR, "the computation failed; the log of the service has why");
        }
    }

    private Outcome footprint(ConsumerRecord<byte[], byte[]> activity, Attributes attributes) throws RefusedException {
        FootprintEvent event = footprints.of(attributes, Given.whole(activity.value()), own(attributes), null);
        return new Outcome.Computed(
                activity, FootprintRecord.of(activity, event), attributes.kind(), event.methodology());
    }

    private Outcome avoidance(ConsumerRecord<byte[], byte[]> activity, Attributes attributes) throws RefusedException {
        AvoidanceEvent event = avoidances.of(attributes, Given.whole(activity.value()), own(attributes));
        return new Outcome.Computed(
                activity, FootprintRecord.of(activity, event), attributes.kind(), event.methodology());
    }

    private Outcome correction(ConsumerRecord<byte[], byte[]> activity, Attributes attributes) throws RefusedException {
        ReadCorrection correction = reading.correction(activity.value());
        if (correction.kind() == ActivityKind.AVOIDANCE) {
            throw new RefusedException(
                    RefusalReason.KIND_NOT_COMPUTED, "an avoidance cannot be corrected; it stays as it was told first");
        }
        Attributes meant = attributes.of(correction.source(), correction.id(), correction.kind());
        requireAnother(meant.activity(), attributes.activity());
        Given replacement = Given.within(CorrectionReader.REPLACEMENT, correction.replacement(), correction.labels());
        FootprintEvent event = footprints.of(meant, replacement, own(attributes), null);
        return new Outcome.Computed(
                activity,
                FootprintRecord.of(activity, new FootprintCorrection(event, attributes.activity())),
                meant.kind(),
                event.methodology());
    }

    private Outcome retraction(ConsumerRecord<byte[], byte[]> activity, Attributes attributes) throws RefusedException {
        Retraction retraction = (Retraction) reading.activity(ActivityKind.RETRACTION, Given.whole(activity.value()))
                .activity();
        ActivityReference amendment = attributes.activity();
        ActivityReference meant =
                new ActivityReference(amendment.tenant(), retraction.retractedSource(), retraction.retractedId());
        requireAnother(meant, amendment);
        FootprintRetraction event =
                new FootprintRetraction(meant, attributes.time(), attributes.acceptedAt(), amendment);
        return new Outcome.Retracted(activity, FootprintRecord.of(activity, event));
    }

    private static void requireAnother(ActivityReference meant, ActivityReference amendment) throws RefusedException {
        if (meant.equals(amendment)) {
            throw new RefusedException(RefusalReason.INVALID_VALUE, "source and id of the event meant are its own");
        }
    }

    private Overrides own(Attributes attributes) {
        return ownFactors.of(attributes.activity().tenant());
    }

    private static Outcome deadLetter(ConsumerRecord<byte[], byte[]> activity, RefusalReason reason, String detail) {
        return new Outcome.DeadLettered(activity, DeadLetter.of(activity, reason, detail), reason, detail);
    }
}
