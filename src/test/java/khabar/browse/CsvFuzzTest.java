package khabar.browse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import khabar.BadInput;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Whatever a value is, a spreadsheet reads it back as text: never as more cells than one, never as a formula. */
class CsvFuzzTest {
    @BadInput(93)
    @FuzzTest(maxDuration = "30s")
    void cell(byte[] input) throws IOException {
        String value = new String(input, StandardCharsets.UTF_8);
        String line = Csv.cell(value) + "," + Csv.cell("second") + "\r\n";

        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(line))) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst().toList()).hasSize(2);
            String read = rows.getFirst().get(0);
            assertThat(read).isIn(value, "'" + value);
            assertThat(read.isEmpty() ? "" : read.substring(0, 1)).isNotIn("=", "+", "-", "@", "\t", "\r");
        }
    }
}
