package khabar.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A paragraph or a quoted sentence of an article, in pieces: what it names leads there, what tells an event is marked.
 *
 * @param field of the article that it stands in
 * @param start offset in the field, in UTF-16 units
 * @param href of the quoted sentence as a thing, empty for a paragraph
 */
record Passage(String field, int start, String lang, String href, List<Piece> pieces) {
    Passage {
        pieces = List.copyOf(pieces);
    }

    /** @param told whether it belongs to a sentence that tells an event */
    record Piece(String text, Optional<ArticlePage.Mention> mention, boolean told) {}

    /** Something that stands between two offsets of a field. */
    record At<T>(String field, int start, int end, T what) {
        boolean covers(String name, int from, int until) {
            return field.equals(name) && start <= from && end >= until;
        }

        boolean touches(String name, int from, int until) {
            return field.equals(name) && start < until && end > from;
        }
    }

    public String dir() {
        return lang.isEmpty() ? "auto" : InterfaceLanguage.direction(lang);
    }

    /** @param text what stands at the offset in the field */
    static Passage of(
            At<String> text,
            String lang,
            String href,
            List<At<ArticlePage.Mention>> mentions,
            List<At<Boolean>> evidence) {
        List<At<ArticlePage.Mention>> named = apart(mentions, text);
        TreeSet<Integer> cuts = new TreeSet<>(List.of(text.start(), text.end()));
        named.forEach(mention -> {
            cuts.add(mention.start());
            cuts.add(mention.end());
        });
        evidence.stream()
                .filter(sentence -> sentence.touches(text.field(), text.start(), text.end()))
                .forEach(sentence -> {
                    cuts.add(Math.max(sentence.start(), text.start()));
                    cuts.add(Math.min(sentence.end(), text.end()));
                });
        // A name is one link, wherever a sentence ends.
        named.forEach(mention -> cuts.removeIf(cut -> cut > mention.start() && cut < mention.end()));
        List<Piece> pieces = new ArrayList<>();
        Integer from = cuts.first();
        for (Integer until : cuts.tailSet(from, false)) {
            int start = from;
            pieces.add(new Piece(
                    text.what().substring(start - text.start(), until - text.start()),
                    named.stream()
                            .filter(mention -> mention.covers(text.field(), start, until))
                            .map(At::what)
                            .findFirst(),
                    evidence.stream().anyMatch(sentence -> sentence.covers(text.field(), start, until))));
            from = until;
        }
        return new Passage(text.field(), text.start(), lang, href, pieces);
    }

    /** Those within the text, none overlapping another: the one that begins first stays, the longer one of two. */
    private static List<At<ArticlePage.Mention>> apart(List<At<ArticlePage.Mention>> mentions, At<String> text) {
        List<At<ArticlePage.Mention>> apart = new ArrayList<>();
        mentions.stream()
                .filter(mention -> mention.field().equals(text.field())
                        && mention.start() >= text.start()
                        && mention.end() <= text.end()
                        && mention.end() > mention.start())
                .sorted(Comparator.<At<ArticlePage.Mention>>comparingInt(At::start)
                        .thenComparing(At::end, Comparator.reverseOrder()))
                .filter(mention -> apart.isEmpty() || apart.getLast().end() <= mention.start())
                .forEach(apart::add);
        return apart;
    }
}
