package khabar.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;

/**
 * A table of names as it streams by, UTF-8, packed with gzip or not: tab-separated, where quotes mean themselves, or with a
 * header that has commas, as RFC 4180 says.
 */
final class NameTable {
    private static final int LONGEST_HEADER = 1 << 16;

    private final String file;
    private final List<String> columns;

    /**
     * @param file as messages call it
     * @param columns that the header must name; none where there is no header
     */
    NameTable(String file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Reads it to its end, or to where it breaks off.
     *
     * @throws WrongEntry if a column is missing
     */
    void read(InputStream in, Consumer<Row> taker, Consumer<WrongEntry> trouble) throws IOException {
        BOMInputStream text =
                BOMInputStream.builder().setInputStream(unpacked(in)).get();
        BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        long line = 0;
        try (CSVParser rows = CSVParser.parse(reader, format(reader))) {
            checkHeader(rows.getHeaderNames());
            for (CSVRecord cells : rows) {
                long within = cells.stream()
                        .mapToLong(cell -> cell.lines().skip(1).count())
                        .sum();
                line = rows.getCurrentLineNumber();
                taker.accept(new Row(file, cells, line - within));
            }
        } catch (IllegalArgumentException header) {
            throw new WrongEntry(file, 1, "the header cannot be read: " + header.getMessage());
        } catch (UncheckedIOException | IllegalStateException broken) {
            trouble.accept(new WrongEntry(
                    file, line + 1, "cannot be read on from here, the rest is left out: " + broken.getMessage()));
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean packed = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
        return packed ? new GZIPInputStream(start, 1 << 16) : start;
    }

    private CSVFormat format(BufferedReader reader) throws IOException {
        CSVFormat.Builder format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true);
        if (!columns.isEmpty()) {
            format.setHeader().setSkipHeaderRecord(true);
        }
        return columns.isEmpty() || hasTabs(reader)
                ? format.setDelimiter('\t').setQuote(null).get()
                : format.get();
    }

    /** Whether the first line is parted by tabs; leaves the reader at its start. */
    private static boolean hasTabs(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        int character = reader.read();
        for (int read = 1; read < LONGEST_HEADER && character >= 0 && character != '\n' && character != '\t'; read++) {
            character = reader.read();
        }
        reader.reset();
        return character == '\t';
    }

    private void checkHeader(List<String> header) {
        columns.stream().filter(column -> !header.contains(column)).findFirst().ifPresent(column -> {
            throw new WrongEntry(
                    file,
                    1,
                    "the column " + column + " is missing; the first line names the columns "
                            + String.join(",", columns));
        });
    }

    /** One row, and the line it begins on. */
    record Row(String file, CSVRecord cells, long line) {
        int size() {
            return cells.size();
        }

        String cell(int index) {
            return cells.get(index).strip();
        }

        /** @throws WrongEntry if the row is shorter than the header */
        String cell(String column) {
            if (!cells.isSet(column)) {
                throw wrong(cells.size() + " cells, fewer than the header has; " + column + " is missing");
            }
            return cells.get(column).strip();
        }

        WrongEntry wrong(String message) {
            return new WrongEntry(file, line, message.replaceAll("\\s+", " "));
        }
    }
}
