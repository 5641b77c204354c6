package khabar.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import khabar.export.Export;
import khabar.export.Format;
import khabar.export.Scope;
import khabar.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Everything as one file. It is written while it is read, as one state of the store and in constant memory; where that
 * fails in the middle the connection breaks, so that nobody takes a part for the whole.
 */
@Controller
final class ExportController {
    private static final int BUFFER = 1 << 16;

    private final Store store;
    private final Streams streams;

    ExportController(Store store, Streams streams) {
        this.store = store;
        this.streams = streams;
    }

    @GetMapping("/export/khabar.{suffix:ttl|nt|trig|nq}")
    void plain(@PathVariable String suffix, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(suffix, false, request, response);
    }

    @GetMapping("/export/khabar.{suffix:ttl|nt|trig|nq}.gz")
    void zipped(@PathVariable String suffix, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(suffix, true, request, response);
    }

    private void answer(String suffix, boolean zipped, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Format format = Format.named(suffix).orElseThrow(Requests::notFound);
        String file = "khabar." + suffix + (zipped ? ".gz" : "");
        response.setHeader("Cache-Control", "public, no-cache");
        String tag = Representations.tag(Long.toString(store.version()), file);
        if (new ServletWebRequest(request, response)
                .checkNotModified(tag, store.modified().toEpochMilli())) {
            return;
        }
        if (request.getMethod().equals("HEAD")) {
            headers(response, file, format, zipped);
            return;
        }
        streams.answer(request, response, () -> {
            headers(response, file, format, zipped);
            body(response, format, zipped);
        });
    }

    private static void headers(HttpServletResponse response, String file, Format format, boolean zipped) {
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        response.setContentType(zipped ? "application/gzip" : format.mediaType() + ";charset=utf-8");
    }

    private void body(HttpServletResponse response, Format format, boolean zipped) throws IOException {
        try {
            send(response.getOutputStream(), format, zipped);
        } catch (IOException | RuntimeException failed) {
            if (!response.isCommitted()) {
                // What comes now is no file any more.
                response.reset();
            }
            throw failed;
        }
    }

    private void send(OutputStream out, Format format, boolean zipped) throws IOException {
        if (zipped) {
            // Closed only where all went well: the end of a file that broke off must not look like an end.
            GZIPOutputStream zip = new GZIPOutputStream(out, BUFFER);
            write(zip, format);
            zip.finish();
        } else {
            write(out, format);
        }
        out.flush();
    }

    private void write(OutputStream out, Format format) throws IOException {
        new Export(store).write(out, format, new Scope.Everything());
    }
}
