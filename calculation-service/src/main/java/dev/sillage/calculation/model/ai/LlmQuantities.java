package dev.sillage.calculation.model.ai;

import dev.sillage.calculation.model.sheet.Sheet;

/** Where the quantities of a request stand in its sheet. */
record LlmQuantities(int requests, int read, int cached, int cacheCreation, int written, int seconds, int energy) {

    static LlmQuantities of(Sheet sheet) {
        return new LlmQuantities(
                sheet.quantity("n"),
                sheet.quantity("Nin"),
                sheet.quantity("Nc"),
                sheet.quantity("Nw"),
                sheet.quantity("Nout"),
                sheet.quantity("tmax"),
                sheet.quantity("Em"));
    }
}
