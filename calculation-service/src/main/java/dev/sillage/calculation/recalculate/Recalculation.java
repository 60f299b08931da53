package dev.sillage.calculation.recalculate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.sillage.activity.ActivityWarning;
import dev.sillage.calculation.factor.Overrides;
import dev.sillage.calculation.model.Methodology;
import dev.sillage.calculation.read.LineReader;
import dev.sillage.calculation.read.ReadLine;
import dev.sillage.calculation.result.Attributes;
import dev.sillage.calculation.result.FootprintEncoder;
import dev.sillage.calculation.result.Footprints;
import dev.sillage.calculation.result.Given;
import dev.sillage.calculation.result.RefusalReason;
import dev.sillage.calculation.result.RefusedException;
import dev.sillage.footprint.ActivityReference;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The activities of one request, all computed with the same factors. */
final class Recalculation {
    private static final Logger LOG = Logger.getLogger(Recalculation.class);

    private final Footprints footprints;
    private final String tenant;
    private final Overrides own;
    private final @Nullable Methodology asked;

    Recalculation(Footprints footprints, String tenant, Overrides own, @Nullable Methodology asked) {
        this.footprints = footprints;
        this.tenant = tenant;
        this.own = own;
        this.asked = asked;
    }

    /** Writes a line for each line: a footprint, or a problem that says why there is none. */
    void write(List<Line> lines, OutputStream out) throws IOException {
        for (Line line : lines) {
            out.write(result(line));
            out.write('\n');
        }
    }

    /** Never throws: whatever is wrong with a line costs that line only. */
    byte[] result(Line line) {
        try {
            return footprint(line);
        } catch (RefusedException e) {
            return problem(e.reason(), e.detail());
        } catch (RuntimeException e) {
            LOG.errorf(e, "an activity of the tenant %s could not be computed again", tenant);
            return problem(RefusalReason.INTERNAL_ERROR, "the computation failed; the log of the service has why");
        }
    }

    private byte[] footprint(Line line) throws RefusedException {
        if (line.isTooLong()) {
            throw new RefusedException(
                    RefusalReason.UNREADABLE_DATA, "the line is longer than " + Lines.MAX_BYTES + " bytes");
        }
        ReadLine read = RefusedException.unless(() -> LineReader.read(line.bytes()));
        Attributes attributes = new Attributes(
                new ActivityReference(tenant, read.source(), read.id()),
                read.kind(),
                read.time(),
                read.acceptedAt(),
                read.subject(),
                ActivityWarning.read(String.join(" ", read.warnings())));
        Given given = Given.within(LineReader.DATA, read.data(), read.labels());
        return FootprintEncoder.encode(footprints.of(attributes, given, own, asked));
    }

    private static byte[] problem(RefusalReason reason, String detail) {
        StringBuilder json = new StringBuilder("{\"problem\":{\"reason\":\"" + reason.code() + "\",\"detail\":\"");
        JsonStringEncoder.getInstance().quoteAsString(detail, json);
        return json.append("\"}}").toString().getBytes(UTF_8);
    }
}
