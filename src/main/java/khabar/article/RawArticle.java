package khabar.article;

import java.util.ArrayList;
import java.util.List;
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

    /** Checks everything once, so that nothing downstream has to. */
    Parsed check() {
        if (isMissing(body)) {
            return new Parsed.Refused(new Problem.Empty(at, "field \"body\""));
        }
        Optional<Published> day = given(published).flatMap(Dates::parse);
        if (given(published).isPresent() && day.isEmpty()) {
            return bad("published", given(published).get(), "a date such as 2017-09-12 or 2017-09-12T10:30:00Z");
        }
        Optional<Published> changed = given(modified).flatMap(Dates::parse);
        if (given(modified).isPresent() && changed.isEmpty()) {
            return bad("modified", given(modified).get(), "a date such as 2017-09-12 or 2017-09-12T10:30:00Z");
        }
        Optional<Terms> stated = given(terms).flatMap(Terms::named);
        if (given(terms).isPresent() && stated.isEmpty()) {
            return bad("terms", given(terms).get(), "full, quotes or metadata");
        }
        if (given(language).isPresent() && !given(language).get().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")) {
            return bad("language", given(language).get(), "a language tag such as ar or en");
        }
        Content content = content();
        if (content.zones().isEmpty()) {
            return new Parsed.Refused(new Problem.Empty(at, "field \"body\""));
        }
        Publication publication =
                new Publication(given(url), given(id), given(source), day, changed, given(language), stated);
        return Article.of(at, content, publication);
    }

    private Parsed bad(String field, String value, String expected) {
        return new Parsed.Refused(new Problem.BadField(at, field, value, expected));
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
