package khabar.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An article as someone else wrote it: everything but where it was read may be missing or wrong. */
record RawArticle(
        SourceRef at,
        @Nullable String id,
        @Nullable String url,
        @Nullable String headline,
        @Nullable String standfirst,
        @Nullable String body,
        @Nullable String published,
        @Nullable String modified,
        @Nullable String language,
        @Nullable String source,
        @Nullable String terms) {

    /** The same without a standfirst that only repeats what the body says. */
    RawArticle withoutRepeats() {
        if (standfirst == null || body == null || !flat(body).contains(flat(standfirst))) {
            return this;
        }
        return new RawArticle(at, id, url, headline, null, body, published, modified, language, source, terms);
    }

    /** One blank between words, and no mark of a text that was cut off. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip().replaceFirst(" ?(?:\\.\\.\\.|\u2026|\\[\u2026\\])$", "");
    }

    /** Checks everything once, so that nothing downstream has to. */
    Parsed check() {
        return check(Map.of());
    }

    /**
     * Checks everything once.
     *
     * @param names what the input calls the fields that a problem may name, by their names here
     */
    Parsed check(Map<String, String> names) {
        if (body == null || body.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return empty(names);
        }
        Optional<Published> day = given(published).flatMap(Dates::parse);
        if (given(published).isPresent() && day.isEmpty()) {
            return bad(names, "published", given(published).get(), "a date such as 2017-09-12 or 2017-09-12T10:30:00Z");
        }
        Optional<Published> changed = given(modified).flatMap(Dates::parse);
        if (given(modified).isPresent() && changed.isEmpty()) {
            return bad(names, "modified", given(modified).get(), "a date such as 2017-09-12 or 2017-09-12T10:30:00Z");
        }
        Optional<Terms> stated = given(terms).flatMap(Terms::named);
        if (given(terms).isPresent() && stated.isEmpty()) {
            return bad(names, "terms", given(terms).get(), "full, quotes or metadata");
        }
        if (given(language).isPresent() && !given(language).get().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,8}")) {
            return bad(names, "language", given(language).get(), "a language tag such as ar or en");
        }
        Content content = content();
        Publication publication =
                new Publication(given(url), given(id), given(source), day, changed, given(language), stated);
        return Article.of(at, content, publication);
    }

    private Parsed empty(Map<String, String> names) {
        return new Parsed.Refused(new Problem.Empty(at, "field \"" + names.getOrDefault("body", "body") + "\""));
    }

    private Parsed bad(Map<String, String> names, String field, String value, String expected) {
        return new Parsed.Refused(new Problem.BadField(at, names.getOrDefault(field, field), value, expected));
    }

    private Content content() {
        List<Field> fields = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        given(headline).ifPresent(text -> whole(fields, zones, "headline", ZoneKind.HEADLINE, text));
        given(standfirst).ifPresent(text -> whole(fields, zones, "standfirst", ZoneKind.STANDFIRST, text));
        given(body).ifPresent(text -> {
            fields.add(new Field("body", text));
            zones.addAll(Zones.ofBody("body", text));
        });
        return new Content(fields, zones);
    }

    private static void whole(List<Field> fields, List<Zone> zones, String name, ZoneKind kind, String text) {
        fields.add(new Field(name, text));
        zones.add(new Zone(kind, name, Paragraph.trimmed(text, new Span(0, text.length()))));
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !isMissing(text));
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
