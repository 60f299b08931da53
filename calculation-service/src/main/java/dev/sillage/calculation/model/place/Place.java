package dev.sillage.calculation.model.place;

import dev.sillage.calculation.model.sheet.Operand;
import java.util.List;
import java.util.Map;

/**
 * A place and its electricity.
 *
 * @param zone as results name it: ISO 3166-1 alpha-3, {@code EU} or {@code WOR}
 * @param electricity operands of the sheet {@code electricity}: CI, CIm, WCF, PEF, those that there are data for
 * @param warnings what had to be assumed
 * @param told whether the activity told the place and it is known
 */
public record Place(String zone, Map<String, Operand> electricity, List<String> warnings, boolean told) {}
