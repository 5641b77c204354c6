package khabar.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import khabar.export.DumpManifest;
import khabar.export.Dumps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dated dumps: files that never change, and can be fetched on where a download broke off. */
@Controller
final class DumpController {
    private static final String DUMP = "{dump:\\d{4}-\\d\\d-\\d\\d(?:-\\d{1,4})?}";
    private static final Duration YEAR = Duration.ofDays(365);

    private final Optional<Dumps> dumps;

    DumpController(ObjectProvider<Dumps> dumps) {
        this.dumps = Optional.ofNullable(dumps.getIfAvailable());
    }

    /** The container answers ranges itself; a tag is that of the bytes, and so holds over restarts. */
    @GetMapping("/export/" + DUMP + "/{file}")
    ResponseEntity<Resource> dated(@PathVariable String dump, @PathVariable String file) throws IOException {
        Path path = dumps.flatMap(all -> all.file(dump, file)).orElseThrow(Requests::notFound);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"khabar-" + dump + "-" + file + "\"")
                .contentType(type(file))
                .eTag("\"" + dump + "-" + file + "\"")
                .lastModified(Files.getLastModifiedTime(path).toInstant())
                .cacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                .body(new FileSystemResource(path));
    }

    @GetMapping("/export/latest/{file}")
    void latest(@PathVariable String file, HttpServletResponse response) {
        DumpManifest latest = dumps.stream()
                .flatMap(all -> all.all().stream())
                .findFirst()
                .filter(dump ->
                        dumps.flatMap(all -> all.file(dump.name(), file)).isPresent())
                .orElseThrow(Requests::notFound);
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader("Location", "/export/" + latest.name() + "/" + file);
        response.setHeader("Cache-Control", "public, max-age=300");
    }

    private static MediaType type(String file) {
        if (file.endsWith(".gz")) {
            return MediaType.parseMediaType("application/gzip");
        }
        return file.endsWith(".json") ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN;
    }
}
