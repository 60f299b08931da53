package dev.sillage.calculation.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sillage.activity.ActivityKind;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.activity.Avoidance;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Footprint;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.avoided.Avoidances;
import dev.sillage.calculation.model.avoided.Avoided;
import dev.sillage.calculation.own.OwnFactors;
import dev.sillage.calculation.read.ActivityReader;
import dev.sillage.calculation.read.InvalidActivityException;
import dev.sillage.calculation.read.ReadActivity;
import dev.sillage.calculation.setup.DefaultMethodologies;
import dev.sillage.footprint.ActivityData;
import dev.sillage.footprint.AvoidanceEvent;
import dev.sillage.footprint.FootprintEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Turns one activity record into the record of its footprint or of what it avoided, or of a dead letter when it has
 * neither. It never throws an
 * exception: whatever is wrong with a record costs that record only. The same activity gives the same key, id and
 * bytes each time, by the same methodology, factor set and own factors of its tenant.
 */
@Singleton
class FootprintCalculation {
    private static final Logger LOG = Logger.getLogger(FootprintCalculation.class);

    private final DefaultMethodologies methodologies;
    private final ActivityReader reader;
    private final OwnFactors ownFactors;
    private final Avoidances avoidances;

    FootprintCalculation(
            DefaultMethodologies methodologies, ActivityReader reader, OwnFactors ownFactors, Avoidances avoidances) {
        this.avoidances = avoidances;
        this.methodologies = methodologies;
        this.reader = reader;
        this.ownFactors = ownFactors;
    }

    Outcome calculate(ConsumerRecord<byte[], byte[]> activity) {
        try {
            return compute(activity);
        } catch (DeadLetterException e) {
            return deadLetter(activity, e.reason(), e.detail());
        } catch (InvalidActivityException e) {
            return deadLetter(
                    activity,
                    DeadLetterReason.INVALID_VALUE,
                    e.violations().get(0).withoutContent());
        } catch (JsonProcessingException e) {
            return deadLetter(activity, DeadLetterReason.UNREADABLE_DATA, "not one JSON text" + place(e));
        } catch (IOException e) {
            return deadLetter(activity, DeadLetterReason.UNREADABLE_DATA, "not UTF-8");
        } catch (NotComputableException e) {
            return deadLetter(activity, DeadLetterReason.NOT_COMPUTABLE, e.reason() + ": " + e.detail());
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "no footprint of the activity at %s/%d/%d: the computation failed",
                    activity.topic(),
                    activity.partition(),
                    activity.offset());
            return deadLetter(
                    activity,
                    DeadLetterReason.INTERNAL_ERROR,
                    "the computation failed; the log of the service has why");
        }
    }

    private Outcome compute(ConsumerRecord<byte[], byte[]> activity)
            throws DeadLetterException, InvalidActivityException, NotComputableException, IOException {
        Attributes attributes = Attributes.of(activity.headers());
        ActivityKind kind = attributes.kind();
        if (kind == ActivityKind.AVOIDANCE) {
            return avoidance(activity, attributes);
        }
        Methodology methodology = methodologies
                .of(kind)
                .orElseThrow(() -> new DeadLetterException(
                        DeadLetterReason.KIND_NOT_COMPUTED, "no methodology computes " + kind.wireName()));
        ReadActivity read = read(activity, kind);
        Overrides own = ownFactors.of(attributes.activity().tenant());
        Footprint footprint = methodology.footprint(read.activity(), new Circumstances(attributes.time(), own));
        String data = SenderData.of(activity.value());
        FootprintEvent event = new FootprintEvent(
                attributes.activity(),
                kind.wireName(),
                attributes.time(),
                attributes.acceptedAt(),
                read.labels(),
                footprint.provider(),
                footprint.model(),
                footprint.zone(),
                footprint.published(),
                footprint.methodology(),
                ownFactors.factorSet(own),
                footprint.tier(),
                warnings(footprint, attributes, data == null),
                footprint.functionalUnit(),
                data);
        return new Outcome.Computed(activity, FootprintRecord.of(activity, event), kind, footprint.methodology());
    }

    private Outcome avoidance(ConsumerRecord<byte[], byte[]> activity, Attributes attributes)
            throws DeadLetterException, InvalidActivityException, NotComputableException, IOException {
        ReadActivity read = read(activity, ActivityKind.AVOIDANCE);
        Overrides own = ownFactors.of(attributes.activity().tenant());
        Avoidance claim = (Avoidance) read.activity();
        Avoided avoided = avoidances.avoided(claim, new Circumstances(attributes.time(), own));
        AvoidanceEvent event = AvoidedEvent.of(
                attributes, read.labels(), claim, avoided, ownFactors.factorSet(own), SenderData.of(activity.value()));
        return new Outcome.Computed(
                activity, FootprintRecord.of(activity, event), ActivityKind.AVOIDANCE, avoided.methodology());
    }

    private ReadActivity read(ConsumerRecord<byte[], byte[]> activity, ActivityKind kind)
            throws DeadLetterException, InvalidActivityException, IOException {
        if (activity.value() == null) {
            throw new DeadLetterException(DeadLetterReason.UNREADABLE_DATA, "the record has no value");
        }
        return reader.read(kind, activity.value());
    }

    private static List<String> warnings(Footprint footprint, Attributes attributes, boolean dataNotKept) {
        List<String> all = new ArrayList<>(footprint.warnings());
        for (ActivityWarning warning : attributes.warnings()) {
            if (!warning.isShownByData() && !all.contains(warning.code())) {
                all.add(warning.code());
            }
        }
        return dataNotKept ? withNotKept(all) : all;
    }

    static List<String> withNotKept(List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        all.add(ActivityData.NOT_KEPT);
        return all;
    }

    private static Outcome deadLetter(ConsumerRecord<byte[], byte[]> activity, DeadLetterReason reason, String detail) {
        return new Outcome.DeadLettered(activity, DeadLetter.of(activity, reason, detail), reason, detail);
    }

    /** The exception's own message would repeat the content. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ": stopped at byte " + e.getLocation().getByteOffset();
    }
}
