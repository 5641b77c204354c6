package khabar.text;

import java.util.List;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.Span;
import khabar.article.Zone;
import khabar.article.ZoneKind;

/** Tells the language of an article and cuts its zones into sentences and tokens. */
public final class Segmenter {
    private Segmenter() {}

    /** The article with its language, its zones cut into sentences and tokens. */
    public static SegmentedArticle segment(Article article) {
        List<Sentence> sentences = article.content().zones().stream()
                .flatMap(zone -> sentences(article, zone))
                .toList();
        return new SegmentedArticle(article, Languages.of(article), sentences);
    }

    private static Stream<Sentence> sentences(Article article, Zone zone) {
        String text = article.content().text(zone.field());
        // A headline is one sentence, whatever marks it has; so is the name of a source.
        Stream<Span> spans = zone.kind() == ZoneKind.BODY || zone.kind() == ZoneKind.STANDFIRST
                ? Sentences.of(text, zone.span()).stream()
                : Stream.of(zone.span()).filter(span -> !span.of(text).isBlank());
        return spans.map(span -> new Sentence(zone, span, Tokeniser.tokens(text, span)));
    }
}
