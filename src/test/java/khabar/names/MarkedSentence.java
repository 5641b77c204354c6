package khabar.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import khabar.gazetteer.Entity;

/**
 * A sentence with its names marked, {@code [text|Type|key]}, as an article of its own.
 *
 * @param marked the sentence with the marks
 */
record MarkedSentence(String language, LocalDate published, String marked) {
    private static final Pattern MARK = Pattern.compile("\\[([^|\\]]+)\\|([POL])\\|([a-z0-9-]+)]");

    /** A line for each: language, day, sentence. */
    static List<MarkedSentence> read(String file) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(LinkingGold.open("/names/" + file), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new MarkedSentence(columns[0], LocalDate.parse(columns[1]), columns[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence without marks. */
    String text() {
        return MARK.matcher(marked).replaceAll("$1");
    }

    /** The marked names as they are told: text, type, key. */
    List<String> told() {
        return MARK.matcher(marked)
                .results()
                .map(mark -> mark.group(1) + " " + mark.group(2) + " " + mark.group(3))
                .toList();
    }

    List<LinkingGold> names() {
        List<LinkingGold> names = new ArrayList<>();
        Matcher matcher = MARK.matcher(marked);
        int marks = 0;
        while (matcher.find()) {
            int start = matcher.start() - marks;
            String name = matcher.group(1);
            marks += matcher.group().length() - name.length();
            MentionType type = type(matcher.group(2));
            Span span = new Span(start, start + name.length());
            names.add(new LinkingGold(text(), "body", span, name, type, entity(type, matcher.group(3)), false));
        }
        return names;
    }

    private static MentionType type(String letter) {
        return switch (letter) {
            case "P" -> MentionType.PERSON;
            case "O" -> MentionType.ORGANISATION;
            default -> MentionType.PLACE;
        };
    }

    /** Nobody where the key says so, or where no link is right because the sentence does not tell. */
    private static Optional<Entity> entity(MentionType type, String key) {
        return switch (key) {
            case "-", "dark", "ambiguous" -> Optional.empty();
            default ->
                Optional.of(
                        switch (type) {
                            case PERSON -> Entity.person(key);
                            case ORGANISATION -> Entity.organisation(key);
                            case PLACE, OTHER -> Entity.place(key);
                        });
        };
    }

    Article article() {
        return article(language, text(), published);
    }

    static Article article(String language, String text, LocalDate published) {
        Content content = new Content(
                List.of(new Field("body", text)), List.of(new Zone(ZoneKind.BODY, "body", new Span(0, text.length()))));
        Publication publication = new Publication(
                Optional.empty(),
                Optional.of(text),
                Optional.empty(),
                Optional.of(Published.on(published)),
                Optional.empty(),
                Optional.of(language),
                Optional.of(Terms.QUOTES));
        return new Article("0123456789abcdef", new SourceRef("test", 1), content, publication);
    }
}
