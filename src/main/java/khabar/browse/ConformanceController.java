package khabar.browse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which rules of linked data the service keeps, from the table that the tests stand behind. */
@Controller
class ConformanceController {
    private static final MediaType TSV = new MediaType("text", "tab-separated-values", StandardCharsets.UTF_8);

    private final String table;
    private final ConformancePage page;

    ConformanceController() throws IOException {
        this.table = new ClassPathResource("conformance.tsv", ConformanceController.class)
                .getContentAsString(StandardCharsets.UTF_8);
        this.page = ConformancePage.parse(table);
    }

    @GetMapping("/about/conformance")
    String page(Model model) {
        model.addAttribute("page", page);
        return "conformance";
    }

    /** Id, level, state, statement, and tests or reason. */
    @GetMapping("/about/conformance.tsv")
    ResponseEntity<byte[]> table() {
        return ResponseEntity.ok()
                .contentType(TSV)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(table.getBytes(StandardCharsets.UTF_8));
    }
}
