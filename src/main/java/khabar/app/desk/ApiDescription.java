package khabar.app.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What may be asked under {@code /api}, as OpenAPI 3.1 has it; for everybody to read. */
@RestController
public class ApiDescription {
    private static final String FILE = "/openapi.yaml";

    private final Map<String, Object> description;

    public ApiDescription() throws IOException {
        try (InputStream in = ApiDescription.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + FILE);
            }
            this.description = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        }
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> describe() {
        return description;
    }
}
