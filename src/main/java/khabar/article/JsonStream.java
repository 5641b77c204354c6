package khabar.article;

import static khabar.article.Decoded.LONGEST_ARTICLE;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;

/**
 * Reads articles from a stream of JSON: one object a line; or, where the first line does not hold a whole one, an array of
 * objects or objects over several lines. Memory is bounded by the longest article.
 *
 * <p>A broken line is one refusal, and the next line is read. In an array all after the first fault of syntax is lost, and
 * the refusal says so.
 */
final class JsonStream {
    /** How far the start is looked at. */
    private static final int START = 1 << 16;

    private final String name;
    private final Consumer<Parsed> articles;
    private boolean any;

    private JsonStream(String name, Consumer<Parsed> articles) {
        this.name = name;
        this.articles = articles;
    }

    static void read(String name, InputStream in, Consumer<Parsed> articles) throws IOException {
        JsonStream stream = new JsonStream(name, articles);
        BufferedInputStream bytes = new BufferedInputStream(in, START);
        if (isDocument(bytes)) {
            stream.document(bytes);
        } else {
            stream.lines(bytes);
        }
        if (!stream.any) {
            articles.accept(new Parsed.Refused(new Problem.Empty(new SourceRef(name, 1), "the file")));
        }
    }

    /**
     * Whether the stream is an array, or begins with an object that goes on in the next line. A line that is broken off is
     * followed by the next object.
     */
    private static boolean isDocument(BufferedInputStream bytes) throws IOException {
        bytes.mark(START);
        byte[] start = bytes.readNBytes(START);
        bytes.reset();
        String text = new String(start, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .strip();
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

    private void document(InputStream in) {
        try (JsonParser parser = JsonArticle.JSON.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                SourceRef at = new SourceRef(name, parser.currentTokenLocation().getLineNr());
                if (token == JsonToken.START_OBJECT) {
                    JsonNode node = JsonArticle.JSON
                            .reader()
                            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .readTree(parser);
                    JsonArticle.object(at, node).forEach(this::taken);
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    taken(refused(at, "not a JSON object; give one object for each article"));
                }
            }
        } catch (JacksonException syntax) {
            int line = Optional.ofNullable(syntax.getLocation())
                    .map(location -> location.getLineNr())
                    .orElse(1);
            taken(refused(
                    new SourceRef(name, Math.max(line, 1)),
                    JsonArticle.broken(syntax) + "; nothing from here on was read"));
        }
    }

    private void lines(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
        int number = 1;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                line(new SourceRef(name, number), line.toByteArray());
                line.reset();
                number++;
            } else if (line.size() <= LONGEST_ARTICLE) {
                line.write(b);
            }
        }
        line(new SourceRef(name, number), line.toByteArray());
    }

    private void line(SourceRef at, byte[] bytes) {
        switch (Decoded.of(at, bytes)) {
            case Decoded.Bad bad -> taken(new Parsed.Refused(bad.problem()));
            case Decoded.Text text -> {
                if (!text.text().isBlank()) {
                    JsonArticle.line(at, text.text()).forEach(this::taken);
                }
            }
        }
    }

    private void taken(Parsed parsed) {
        any = true;
        articles.accept(parsed);
    }

    private static Parsed refused(SourceRef at, String why) {
        return new Parsed.Refused(new Problem.Unreadable(at, why));
    }
}
