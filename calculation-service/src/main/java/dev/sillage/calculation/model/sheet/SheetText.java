package dev.sillage.calculation.model.sheet;

import dev.sillage.calculation.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of a sheet: lines of cells between bars, blank lines and lines that begin with {@code #}.
 *
 * <p>A line is {@code quantity | symbol | unit | English | French}, {@code factor | symbol | unit | English | French},
 * {@code step-name | symbol = expression | unit | English | French}, and {@code include | name}, which puts the lines of
 * another sheet of the resources there.
 */
final class SheetText {
    private static final int CELLS = 5;

    private final String root;
    private final List<Line> lines = new ArrayList<>();

    private SheetText(String root) {
        this.root = root;
    }

    /** The lines of the resource {@code root/name.sheet}. */
    static List<Line> read(String root, String name) {
        SheetText text = new SheetText(root);
        text.include(name);
        return List.copyOf(text.lines);
    }

    /** The lines of a text that is given, without includes. */
    static List<Line> of(String name, String content) {
        SheetText text = new SheetText("");
        text.add(name, content);
        return List.copyOf(text.lines);
    }

    private void include(String name) {
        String path = root + "/" + name + ".sheet";
        try (InputStream in = SheetText.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new SheetException("sheet " + path + ": missing");
            }
            add(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String place, String content) {
        int number = 0;
        for (String row : content.lines().toList()) {
            number++;
            if (row.isBlank() || row.startsWith("#")) {
                continue;
            }
            String[] cells = row.strip().split("\\s*\\|\\s*", -1);
            if (cells[0].equals("include") && cells.length == 2) {
                include(cells[1]);
                continue;
            }
            try {
                lines.add(line(cells));
            } catch (IllegalArgumentException e) {
                throw new SheetException("sheet " + place + " line " + number + ": " + e.getMessage(), e);
            }
        }
    }

    private static Line line(String[] cells) {
        if (cells.length != CELLS) {
            throw new IllegalArgumentException(cells.length + " cells, expected " + CELLS);
        }
        Unit unit = Unit.parse(cells[2]);
        Words words = new Words(cells[3], cells[4]);
        return switch (cells[0]) {
            case "quantity" -> new Line.Quantity(symbol(cells[1]), unit, words);
            case "factor" -> new Line.Constant(symbol(cells[1]), unit, words);
            default -> step(cells, unit, words);
        };
    }

    private static Line step(String[] cells, Unit unit, Words words) {
        int equals = cells[1].indexOf('=');
        if (!cells[0].matches("[a-z][a-z0-9-]*") || equals < 0) {
            throw new IllegalArgumentException(
                    "expected 'quantity', 'factor' or the name of a step, then 'symbol = expression'");
        }
        String symbol = symbol(cells[1].substring(0, equals).strip());
        Expression expression = ExpressionParser.parse(cells[1].substring(equals + 1));
        return new Line.Computed(cells[0], symbol, cells[1], expression, unit, words);
    }

    private static String symbol(String text) {
        if (!text.matches("[A-Za-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException("expected a symbol of letters and digits in place of '" + text + "'");
        }
        return text;
    }
}
