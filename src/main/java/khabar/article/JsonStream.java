package khabar.article;

import static khabar.article.Decoded.LONGEST_ARTICLE;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads articles from a stream of JSON in UTF-8: one object a line; or, where the first line does not hold a whole one, an
 * array of objects or objects over several lines. Memory is bounded by the longest article.
 *
 * <p>A broken line or object is one refusal, and the next one is read. Chosen: an array is not read by a parser but cut
 * into its objects at their braces, so that a fault in one, or its absurd length, costs no other.
 */
final class JsonStream {
    /** How far the start is looked at. */
    private static final int START = 1 << 16;

    private final String name;
    private final Consumer<Parsed> articles;
    private int line = 1;
    private boolean any;

    private JsonStream(String name, Consumer<Parsed> articles) {
        this.name = name;
        this.articles = articles;
    }

    static void read(String name, InputStream in, Consumer<Parsed> articles) throws IOException {
        JsonStream stream = new JsonStream(name, articles);
        try {
            BufferedInputStream bytes = new BufferedInputStream(in, START);
            skipMark(bytes);
            if (isDocument(bytes)) {
                stream.document(bytes);
            } else {
                stream.lines(bytes);
            }
        } catch (Gunzip.Broken broken) {
            stream.refuse(stream.line, String.valueOf(broken.getMessage()));
        } catch (CharacterCodingException malformed) {
            stream.refuse(stream.line, "is not the UTF-16 that its byte order mark says; convert the file to UTF-8");
        }
        if (!stream.any) {
            articles.accept(new Parsed.Refused(new Problem.Empty(new SourceRef(name, 1), "the file")));
        }
    }

    private static void skipMark(BufferedInputStream bytes) throws IOException {
        Optional<Charset> mark = Binary.byteOrderMark(Input.start(bytes, 3));
        if (mark.filter(StandardCharsets.UTF_8::equals).isPresent()) {
            bytes.skipNBytes(3);
        }
    }

    /**
     * Whether the stream is an array, or begins with an object that goes on in the next line. A line that is broken off is
     * followed by the next object.
     */
    private static boolean isDocument(BufferedInputStream bytes) throws IOException {
        byte[] start = Input.start(bytes, START);
        String text = new String(start, StandardCharsets.ISO_8859_1).strip();
        if (text.startsWith("[")) {
            return true;
        }
        Optional<String> first = text.lines().findFirst().filter(line -> line.startsWith("{"));
        Optional<String> next =
                text.lines().skip(1).filter(line -> !line.isBlank()).findFirst();
        return first.isPresent()
                && next.isPresent()
                && !first.get().strip().endsWith("}")
                && !next.get().strip().startsWith("{");
    }

    private void document(InputStream in) throws IOException {
        Cutter cutter = new Cutter();
        for (int b = in.read(); b >= 0; b = in.read()) {
            cutter.take(b);
            if (b == '\n') {
                line++;
            }
        }
        cutter.end();
    }

    private void lines(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                object(new SourceRef(name, line), bytes.toByteArray());
                bytes.reset();
                line++;
            } else if (bytes.size() <= LONGEST_ARTICLE) {
                bytes.write(b);
            }
        }
        object(new SourceRef(name, line), bytes.toByteArray());
    }

    private void object(SourceRef at, byte[] bytes) {
        switch (Decoded.utf8(at, bytes)) {
            case Decoded.Bad bad -> taken(List.of(new Parsed.Refused(bad.problem())));
            case Decoded.Text text -> {
                if (!text.text().isBlank()) {
                    taken(JsonArticle.read(at, text.text()));
                }
            }
        }
    }

    private void refuse(int at, String why) {
        taken(List.of(new Parsed.Refused(new Problem.Unreadable(new SourceRef(name, at), why))));
    }

    private void taken(List<Parsed> parsed) {
        any = true;
        parsed.forEach(articles);
    }

    /** Cuts a document into its objects. */
    private final class Cutter {
        private final ByteArrayOutputStream object = new ByteArrayOutputStream(1 << 14);
        private int first = 1;
        private int arrays;
        private int depth;
        private boolean string;
        private boolean escaped;
        private boolean stray;

        void take(int b) {
            if (depth > 0) {
                inside(b);
            } else {
                between(b);
            }
        }

        private void between(int b) {
            if (string) {
                string(b);
                return;
            }
            switch (b) {
                case '{' -> {
                    stray = false;
                    first = line;
                    depth = 1;
                    object.reset();
                    object.write(b);
                }
                case '[', ']' -> {
                    stray = false;
                    arrays += b == '[' ? 1 : -1;
                }
                case ' ', '\t', '\r', '\n', ',' -> stray = false;
                default -> {
                    if (!stray) {
                        refuse(line, "not a JSON object; give one JSON object for each article");
                    }
                    stray = true;
                    string = b == '"';
                }
            }
        }

        private void inside(int b) {
            if (object.size() <= LONGEST_ARTICLE) {
                object.write(b);
            }
            if (string) {
                string(b);
                return;
            }
            switch (b) {
                case '"' -> string = true;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                object(new SourceRef(name, first), object.toByteArray());
            }
        }

        /** A string ends with its line at the latest: where a quote is missing, only this object is lost. */
        private void string(int b) {
            string = b != '\n' && (escaped || b != '"');
            escaped = !escaped && b == '\\';
        }

        void end() {
            if (depth > 0) {
                refuse(first, "not JSON: the object that begins here does not end; the file may be cut off");
            } else if (arrays > 0) {
                refuse(line, "not JSON: the array does not end; the file may be cut off");
            }
        }
    }
}
