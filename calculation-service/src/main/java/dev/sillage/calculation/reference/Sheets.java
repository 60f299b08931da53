package dev.sillage.calculation.reference;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sillage.activity.Activity;
import dev.sillage.activity.ActivityKind;
import dev.sillage.calculation.model.Circumstances;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.model.NotComputableException;
import dev.sillage.calculation.model.SheetUse;
import dev.sillage.calculation.read.ActivityReader;
import dev.sillage.calculation.read.InvalidActivityException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the sheets of methodologies by the samples of the activity contract. */
@Singleton
class Sheets {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final ActivityReader reader;

    Sheets(ActivityReader reader) {
        this.reader = reader;
    }

    /** The kinds that the methodology computes by a sheet. */
    List<ActivityKind> kindsOf(Methodology methodology) {
        return methodology.kinds().stream()
                .filter(kind -> of(methodology, kind).isPresent())
                .toList();
    }

    /** The sheet of a kind, or empty when the methodology has none. */
    Optional<SheetView> of(Methodology methodology, ActivityKind kind) {
        if (!methodology.kinds().contains(kind)) {
            return Optional.empty();
        }
        JsonNode data = sample(kind);
        try {
            Activity activity = reader.read(kind, JSON.writeValueAsBytes(data)).activity();
            Optional<SheetUse> use = methodology.sheet(activity, Circumstances.NEWEST);
            return use.map(
                    found -> SheetView.of(methodology.id(), kind.wireName(), JSON.convertValue(data, MEMBERS), found));
        } catch (NotComputableException e) {
            return Optional.empty();
        } catch (InvalidActivityException | IOException e) {
            throw new IllegalStateException("the sample of " + kind.wireName() + " is no " + kind.wireName(), e);
        }
    }

    private static JsonNode sample(ActivityKind kind) {
        try (InputStream in = ActivityKind.class.getResourceAsStream("/samples/" + kind.wireName() + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the activity contract has no sample of " + kind.wireName());
            }
            return JSON.readTree(in).path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
