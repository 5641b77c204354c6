package khabar.browse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import khabar.store.Row;

/**
 * A table for spreadsheets: commas, quotation marks where they are needed, lines ended by CR LF, a byte order mark in
 * front, without which some programs misread Arabic. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe; that of a program is the endpoint's CSV, which has every value as it is.
 */
final class Csv {
    private static final String FORMULA = "=+-@\t\r";
    private static final String END = "\r\n";

    private final Writer out;
    private final List<String> columns;

    Csv(Writer out, List<String> columns) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        out.write('\uFEFF');
        out.write(String.join(",", columns) + END);
    }

    /** Returns how many cells are not empty. */
    int write(Row row) {
        try {
            out.write(columns.stream()
                            .map(column ->
                                    row.optionalText(column).map(Csv::cell).orElse(""))
                            .collect(Collectors.joining(","))
                    + END);
            return (int) columns.stream().filter(row::has).count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static String cell(String value) {
        String tame = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return tame.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + tame.replace("\"", "\"\"") + '"'
                : tame;
    }
}
