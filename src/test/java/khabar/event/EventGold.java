package khabar.event;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Field;
import khabar.article.Publication;
import khabar.article.Published;
import khabar.article.SourceRef;
import khabar.article.Span;
import khabar.article.Terms;
import khabar.article.Zone;
import khabar.article.ZoneKind;

/**
 * Arabic sentences that people judged: whether they tell an attack, or a protest. Three of ten documents, by the SHA-256 of
 * their names, are held out: nothing is trained on them, nor on sentences elsewhere that are nearly the same.
 */
record EventGold(String id, EventType type, int accepted, int judges, String label, String text) {
    static final String ASSAULT = "ar-assault-sentences.tsv";
    static final String PROTEST = "ar-protest-sentences.tsv";

    private static final Pattern DAY = Pattern.compile("_(\\d{8})\\.");
    private static final int WORDS = 3;
    private static final double NEARLY_SAME = 0.3;

    /** All of both files. */
    static List<EventGold> all() throws IOException {
        List<EventGold> all = new java.util.ArrayList<>(read(ASSAULT, EventType.ASSAULT));
        all.addAll(read(PROTEST, EventType.PROTEST));
        return all;
    }

    static List<EventGold> heldOut() throws IOException {
        return all().stream().filter(EventGold::isHeldOut).toList();
    }

    /** What may be trained on. */
    static List<EventGold> train() throws IOException {
        List<Set<String>> held = heldOut().stream()
                .map(EventGold::shingles)
                .filter(s -> !s.isEmpty())
                .toList();
        return all().stream()
                .filter(gold -> !gold.isHeldOut())
                .filter(gold -> held.stream().noneMatch(other -> isNearlySame(gold.shingles(), other)))
                .toList();
    }

    static Path data(String file) {
        String data = System.getProperty("khabar.data", "");
        assumeTrue(!data.isBlank() && !data.startsWith("${"), "no khabar.data");
        return Path.of(data, "events", file);
    }

    private static List<EventGold> read(String file, EventType type) throws IOException {
        return Files.readAllLines(data(file)).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(c -> new EventGold(c[0], type, Integer.parseInt(c[1]), Integer.parseInt(c[3]), c[4], text(c[5])))
                .toList();
    }

    private static String text(String cell) {
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    boolean isYes() {
        return label.equals("yes");
    }

    /** Whether the judges were of two minds. */
    boolean isAmbiguous() {
        return label.equals("ambiguous");
    }

    boolean isHeldOut() {
        return Integer.remainderUnsigned(hash(), 10) < 3;
    }

    /** One of five parts, by document. */
    int fold() {
        return Integer.remainderUnsigned(Integer.divideUnsigned(hash(), 10), 5);
    }

    private String document() {
        return id.replaceFirst("[-_]\\d+$", "");
    }

    private int hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(document().getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(digest).getInt();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The sentence as an article of its own, published on the day that its name says. */
    Article article() {
        Matcher day = DAY.matcher(id);
        Optional<Published> published = day.find()
                ? Optional.of(Published.on(LocalDate.parse(day.group(1), DateTimeFormatter.BASIC_ISO_DATE)))
                : Optional.empty();
        return article(text, published);
    }

    static Article article(String text, Optional<Published> published) {
        return new Article(
                "0123456789abcdef",
                new SourceRef("gold", 1),
                new Content(
                        List.of(new Field("text", text)),
                        // A headline is never cut: the gold's sentences stay whole.
                        List.of(new Zone(ZoneKind.HEADLINE, "text", new Span(0, text.length())))),
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        published,
                        Optional.empty(),
                        Optional.of("ar"),
                        Optional.of(Terms.QUOTES)));
    }

    private Set<String> shingles() {
        List<String> words = Pattern.compile("[\\p{L}\\p{N}]+")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toList());
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + WORDS <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + WORDS)));
        }
        return shingles;
    }

    private static boolean isNearlySame(Set<String> one, Set<String> other) {
        int smaller = Math.min(one.size(), other.size());
        if (smaller == 0) {
            return false;
        }
        Set<String> less = one.size() == smaller ? one : other;
        Set<String> more = less == one ? other : one;
        return less.stream().filter(more::contains).count() > NEARLY_SAME * smaller;
    }
}
