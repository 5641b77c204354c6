package khabar.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import khabar.export.Export;
import khabar.export.Format;
import khabar.export.Patch;
import khabar.export.Scope;
import khabar.store.Store;
import khabar.vocab.Base;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Parts of the data as files: what changed, what some articles say, what a query makes. */
@Controller
final class ChangesController {
    private final Store store;
    private final Streams streams;

    ChangesController(Store store, Streams streams) {
        this.store = store;
        this.streams = streams;
    }

    /** Where the way back is not known any more, the answer is 410 and a dump is the thing to take. */
    @GetMapping("/changes")
    void changes(
            @RequestParam(defaultValue = "") String since, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!since.matches("\\d{1,18}") || Long.parseLong(since) > store.version()) {
            throw HttpProblem.of(
                            400,
                            "since",
                            "Since when?",
                            "Give since= with the number of a state up to " + store.version())
                    .refusal();
        }
        streams.answer(request, response, () -> {
            Optional<Patch> patch = Patch.since(store, Long.parseLong(since));
            if (patch.isEmpty()) {
                RefusalAdvice.answer(
                        HttpProblem.of(
                                        410,
                                        "changes-gone",
                                        "What changed since then is not kept",
                                        "Take the latest dump or the whole export, and go on from there")
                                .with("version", store.version()),
                        request,
                        response);
                return;
            }
            response.setContentType(Patch.MEDIA_TYPE + ";charset=utf-8");
            response.setHeader("Cache-Control", "public, no-cache");
            response.addHeader("Link", "</changes?since=" + patch.get().version() + ">; rel=\"next\"");
            patch.get().write(response.getOutputStream());
        });
    }

    /** The articles of a source, a period, or both, as Turtle. */
    @GetMapping({"/export/articles.{suffix:ttl|nt}", "/export/articles.{suffix:ttl|nt}.gz"})
    void articles(
            @RequestParam(required = false) Optional<String> source,
            @RequestParam(required = false) Optional<String> from,
            @RequestParam(required = false) Optional<String> to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String file = request.getRequestURI().substring("/export/".length());
        boolean zipped = file.endsWith(".gz");
        Format format = Format.ofFile(file).orElseThrow(Requests::notFound);
        Scope scope = scope(source, from, to);
        response.setHeader("Cache-Control", "public, no-cache");
        streams.answer(request, response, () -> {
            response.setHeader("Content-Disposition", "attachment; filename=\"khabar-" + file + "\"");
            response.setContentType(zipped ? "application/gzip" : format.mediaType() + ";charset=utf-8");
            if (zipped) {
                // Closed only where all went well: the end of a file that broke off must not look like an end.
                GZIPOutputStream zip = new GZIPOutputStream(response.getOutputStream());
                new Export(store).write(zip, format, scope);
                zip.finish();
            } else {
                new Export(store).write(response.getOutputStream(), format, scope);
            }
        });
    }

    private Scope scope(Optional<String> source, Optional<String> from, Optional<String> to) {
        Base base = store.base();
        try {
            return Scope.Articles.of(source.map(key -> base.id("source", key)), from, to);
        } catch (IllegalArgumentException wrong) {
            throw HttpProblem.of(400, "articles", "Which articles?", String.valueOf(wrong.getMessage()))
                    .refusal();
        }
    }

    /** What a CONSTRUCT or DESCRIBE makes, as Turtle: the endpoint answers, within its limits. */
    @GetMapping("/export/query")
    void query(@RequestParam(defaultValue = "") String query, HttpServletResponse response) {
        if (query.isBlank()) {
            throw HttpProblem.of(400, "query", "Which query?", "Give query= with a CONSTRUCT or DESCRIBE")
                    .refusal();
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/sparql?format=ttl&query=" + UriUtils.encode(query, StandardCharsets.UTF_8));
    }
}
