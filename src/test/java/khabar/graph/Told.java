package khabar.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Field;
import khabar.article.Publication;
import khabar.article.SourceRef;
import khabar.article.Span;
import khabar.article.Zone;
import khabar.article.ZoneKind;
import khabar.event.Evidence;
import khabar.event.Participant;
import khabar.event.Role;
import khabar.names.Link;
import khabar.names.Mention;
import khabar.names.MentionType;
import khabar.names.Resolution;
import khabar.text.Language;
import khabar.text.SegmentedArticle;
import khabar.text.Sentence;

/** An article put together by hand: one field, one sentence a zone, names found by their text. */
final class Told {
    private static final String FIELD = "text";

    private final StringBuilder text = new StringBuilder();
    private final List<Zone> zones = new ArrayList<>();

    Told zone(ZoneKind kind, String words) {
        int start = text.length();
        text.append(words).append("\n\n");
        zones.add(new Zone(kind, FIELD, new Span(start, start + words.length())));
        return this;
    }

    SegmentedArticle segmented(String key, Publication publication, Language language) {
        Content content = new Content(List.of(new Field(FIELD, text.toString())), zones);
        List<Sentence> sentences = zones.stream()
                .map(zone -> new Sentence(zone, zone.span(), List.of()))
                .toList();
        return new SegmentedArticle(
                new Article(key, new SourceRef("told.txt", 1), content, publication), language, sentences);
    }

    /** The first name of this spelling in a sentence. */
    Link named(int sentence, String name, MentionType type, Resolution resolution) {
        return new Link(new Mention(sentence, 0, 1, FIELD, span(sentence, name), name, type, 0.9), resolution);
    }

    Evidence telling(int sentence, String trigger) {
        return new Evidence(sentence, FIELD, zones.get(sentence).span(), span(sentence, trigger));
    }

    static Participant party(Role role, Link link) {
        return Participant.named(
                role, link.resolution().entity(), link.mention().text(), Optional.of(link));
    }

    private Span span(int sentence, String words) {
        int start = text.indexOf(words, zones.get(sentence).span().start());
        if (start < 0 || start + words.length() > zones.get(sentence).span().end()) {
            throw new IllegalArgumentException("not in sentence " + sentence + ": " + words);
        }
        return new Span(start, start + words.length());
    }
}
