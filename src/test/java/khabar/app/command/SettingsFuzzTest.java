package khabar.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whatever is set, it is taken or refused in one line. */
class SettingsFuzzTest {
    private static final List<String> NAMES = List.of(
            "khabar.base",
            "khabar.store.directory",
            "server.port",
            "khabar.names.budget",
            "khabar.names.threads",
            "khabar.sources.a.terms",
            "khabar.users.a.password",
            "khabar.users.a.role");

    @FuzzTest(maxDuration = "30s")
    void settings(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8).replace("\0", "");
        Map<String, String> given = new HashMap<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < Math.min(lines.length, NAMES.size()); i++) {
            given.put(NAMES.get(i), lines[i]);
        }
        if (lines.length > NAMES.size()) {
            given.put("khabar." + lines[NAMES.size()], "a");
        }
        try {
            assertThat(Settings.of(given, Map.of(), Map.of()).arguments()).isNotEmpty();
        } catch (IllegalArgumentException wrong) {
            assertThat(wrong).hasMessageNotContaining("Exception");
        }
    }
}
