package khabar.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Reads the article of a page. What the page says of it is in {@link PageFacts}, its text in {@link PageText}; nothing is
 * ever fetched.
 *
 * <p>A page that is no article (a front page, a list of articles, a form to log in) is refused. Chosen: the text in JSON-LD
 * wins where it is no shorter than what is shown; where both have the same words, the one shown, which has paragraphs. A
 * language that the script of the text contradicts, as templates often state one, is left out.
 */
final class HtmlPage {
    /** A page that does not say that it is an article has at least so many words of text. */
    private static final int FEWEST_WORDS = 30;
    /** More headings that lead elsewhere make a list. */
    private static final int MOST_TEASERS = 3;

    private static final int DEEPEST = 256;
    private static final Set<String> ARABIC_SCRIPT =
            Set.of("ar", "fa", "ur", "ps", "ckb", "sd", "ug", "ary", "arz", "apc");
    /** Written in two scripts. */
    private static final Set<String> ANY_SCRIPT = Set.of("ku", "az", "pa", "ks", "ms");

    private final SourceRef at;
    private final PageFacts facts;
    private final Optional<PageText> text;

    private HtmlPage(SourceRef at, Document page) {
        this.at = at;
        this.facts = PageFacts.of(at, page);
        this.text = PageText.of(page);
    }

    /** Reads a page: one article, or why there is none. */
    static void read(SourceRef at, byte[] bytes, Consumer<Parsed> articles) {
        articles.accept(read(at, bytes));
    }

    private static Parsed read(SourceRef at, byte[] bytes) {
        if (bytes.length > Decoded.LONGEST_ARTICLE) {
            return refused(at, "longer than 5 MB; an article is shorter");
        }
        return switch (Encoding.decode(at, bytes)) {
            case Decoded.Bad bad -> new Parsed.Refused(bad.problem());
            case Decoded.Text(String text) when text.isBlank() -> new Parsed.Refused(new Problem.Empty(at, "the file"));
            case Decoded.Text(String text) ->
                new HtmlPage(at, Jsoup.parse(text, "", Parser.htmlParser().setMaxDepth(DEEPEST))).read();
        };
    }

    private Parsed read() {
        Optional<String> body = body();
        Optional<String> headline = facts.headline();
        Optional<String> lacks = lacks(body, headline);
        if (lacks.isPresent()) {
            return refused(at, lacks.get() + "; give the page of one article");
        }
        String told = body.orElseThrow();
        if (Stream.of(told, headline.orElse("")).anyMatch(given -> given.indexOf('\uFFFD') >= 0)) {
            return refused(at, "the text holds U+FFFD, which stands where a character was lost; save the page again");
        }
        RawArticle raw = new RawArticle(
                at,
                facts.structured().map(RawArticle::id).orElse(null),
                facts.address().orElse(null),
                headline.orElse(null),
                standfirst(told).orElse(null),
                told,
                facts.published().or(facts::shown).or(this::dayBefore).orElse(null),
                facts.modified().orElse(null),
                facts.languages().filter(tag -> fits(tag, told)).findFirst().orElse(null),
                facts.source().orElse(null),
                null);
        return raw.check();
    }

    private Optional<String> body() {
        Optional<String> shown = text.map(PageText::text);
        Optional<String> stated = facts.structured().map(RawArticle::body).filter(given -> !given.isBlank());
        if (stated.isEmpty() || shown.isEmpty()) {
            return stated.or(() -> shown);
        }
        String letters = letters(stated.get());
        boolean same = letters.equals(letters(shown.get()));
        return same || letters.length() * 10L < letters(shown.get()).length() * 8L ? shown : stated;
    }

    /** What the page lacks to be an article; empty where it lacks nothing. */
    private Optional<String> lacks(Optional<String> body, Optional<String> headline) {
        boolean stated = facts.structured().map(RawArticle::body).isPresent();
        if (facts.isFrontPage()) {
            return Optional.of("the front page of a site (" + facts.address().orElse("") + "), not an article");
        }
        if (!stated && text.filter(HtmlPage::isList).isPresent()) {
            return Optional.of("a list of articles, none of which is told on it");
        }
        if (body.isEmpty()) {
            return Optional.of(
                    facts.asksForPassword()
                            ? "a page that asks for a password and has no text of an article"
                            : "no article on the page: no sentences stand together on it");
        }
        boolean marked = facts.isArticle() || text.filter(PageText::marked).isPresent();
        if (!marked && facts.asksForPassword() && words(body.get()) < 3 * FEWEST_WORDS) {
            return Optional.of("a page that asks for a password and has no text of an article");
        }
        if (!marked && words(body.get()) < FEWEST_WORDS) {
            return Optional.of("no article on the page: it does not say that it is one, and fewer than " + FEWEST_WORDS
                    + " words of prose stand together");
        }
        return headline.isEmpty() && !marked
                ? Optional.of("no article on the page: it has neither a headline nor metadata of an article")
                : Optional.empty();
    }

    private static boolean isList(PageText text) {
        return text.teasers() >= MOST_TEASERS
                && text.teasers() * 2 >= text.paragraphs().size();
    }

    /** The summary where it is shown above the text or stated by JSON-LD, and is more than the start of the text. */
    private Optional<String> standfirst(String body) {
        List<String> before = text.map(PageText::before).orElse(List.of()).stream()
                .map(HtmlPage::letters)
                .toList();
        boolean stated = facts.structured().map(RawArticle::standfirst).isPresent();
        return facts.summary()
                .filter(summary -> !summary.matches(".*(?:\\.\\.\\.|\u2026|\\[\u2026])$"))
                .filter(summary -> stated || before.contains(letters(summary)))
                .filter(summary -> !letters(body).contains(letters(summary)))
                .filter(summary -> facts.headline()
                        .filter(title -> letters(title).equals(letters(summary)))
                        .isEmpty());
    }

    /** A line above the text that is nothing but a date. */
    private Optional<String> dayBefore() {
        return text.map(PageText::before).orElse(List.of()).stream()
                .flatMap(line -> PublishedLine.of(line).stream())
                .filter(line -> line.published().isPresent())
                .map(PublishedLine::given)
                .findFirst();
    }

    private static boolean fits(String tag, String text) {
        String language = tag.replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
        long letters = text.codePoints().filter(Character::isLetter).count();
        long arabic = text.codePoints()
                .filter(Character::isLetter)
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
                .count();
        return ANY_SCRIPT.contains(language) || ARABIC_SCRIPT.contains(language) == arabic * 2 > letters;
    }

    private static long words(String text) {
        return Stream.of(text.split("\\s+", -1))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }

    private static Parsed refused(SourceRef at, String why) {
        return new Parsed.Refused(new Problem.Unreadable(at, why));
    }
}
