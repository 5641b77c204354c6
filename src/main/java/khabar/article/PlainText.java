package khabar.article;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads one article from plain text: maybe a line that tells when it was published, then the zones of {@link Zones}. That
 * line is the first, or one of the next few that holds nothing but a date, with or without its label.
 */
final class PlainText {
    private static final int FRONT = 6;

    private PlainText() {}

    static Parsed read(SourceRef at, String text) {
        List<Paragraph> front = Paragraph.of(text, 0).stream().limit(FRONT).toList();
        Optional<PublishedLine> first = front.stream().findFirst().flatMap(paragraph -> header(text, paragraph));
        if (first.filter(line -> line.published().isEmpty()).isPresent()) {
            return new Parsed.Refused(new Problem.BadField(
                    at.plus(linesBefore(text, front.getFirst())),
                    "published",
                    first.get().given(),
                    "a date such as 2017-09-12"));
        }
        Optional<Published> published = Stream.concat(
                        first.stream(), front.stream().flatMap(p -> PublishedLine.of(p.text()).stream()))
                .flatMap(line -> line.published().stream())
                .findFirst();
        int from = first.map(line -> endOfLine(text, front.getFirst())).orElse(0);
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
                Optional.empty(),
                Optional.empty());
        return Article.of(at, content, publication);
    }

    /** The first line may be joined with the next ones where lines are wrapped: it is looked at alone. */
    private static Optional<PublishedLine> header(String text, Paragraph first) {
        return PublishedLine.of(text.substring(first.span().start(), endOfLine(text, first)));
    }

    private static int endOfLine(String text, Paragraph paragraph) {
        int end = paragraph.span().start();
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int linesBefore(String text, Paragraph paragraph) {
        return (int) text.substring(0, paragraph.span().start()).lines().count();
    }
}
