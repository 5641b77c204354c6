package khabar.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one article from plain text: maybe a line that tells when it was published, then the zones of {@link Zones}. */
final class PlainText {
    private static final Pattern PUBLISHED = Pattern.compile(
            "\\A\\s*(?:First Published|Published|Publication date|Date|تاريخ النشر|نشر في|نُشر في|نشر)\\s*:\\s*(?<date>[^\\n]{4,60})(?:\\n|\\z)",
            Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    static Parsed read(SourceRef at, String text) {
        Optional<Published> published = Optional.empty();
        int from = 0;
        Matcher header = PUBLISHED.matcher(text);
        if (header.find()) {
            String date = header.group("date").strip();
            published = Dates.parse(date);
            if (published.isEmpty()) {
                return new Parsed.Refused(new Problem.BadField(at, "published", date, "a date such as 2017-09-12"));
            }
            from = header.end();
        }
        List<Zone> zones = Zones.ofArticle("text", text, from);
        if (zones.isEmpty()) {
            return new Parsed.Refused(new Problem.Empty(at, "the article"));
        }
        Content content = new Content(List.of(new Field("text", text)), zones);
        Publication publication = new Publication(
                Optional.empty(),
                Optional.empty(),
                content.texts(ZoneKind.SOURCE).stream().findFirst(),
                published,
                Optional.empty(),
                Terms.QUOTES);
        return Article.of(at, content, publication);
    }
}
