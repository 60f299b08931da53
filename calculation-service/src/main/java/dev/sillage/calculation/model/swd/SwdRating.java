package dev.sillage.calculation.model.swd;

import dev.sillage.calculation.factor.FactorView;
import java.util.LinkedHashMap;
import java.util.Map;

/** The grade of a page by the greenhouse gases of one view. */
public final class SwdRating {
    private static final Map<String, String> LIMITS = new LinkedHashMap<>();
    private static final String WORST = "F";

    static {
        LIMITS.put("A+", "swd.rating.a-plus");
        LIMITS.put("A", "swd.rating.a");
        LIMITS.put("B", "swd.rating.b");
        LIMITS.put("C", "swd.rating.c");
        LIMITS.put("D", "swd.rating.d");
        LIMITS.put("E", "swd.rating.e");
    }

    private SwdRating() {}

    /** From {@code A+} to {@code F}; a page at the limit of a grade has that grade. */
    public static String of(double gramsPerView, FactorView factors) {
        for (Map.Entry<String, String> grade : LIMITS.entrySet()) {
            if (gramsPerView <= factors.factor(grade.getValue()).central()) {
                return grade.getKey();
            }
        }
        return WORST;
    }
}
