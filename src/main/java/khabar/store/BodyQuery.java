package khabar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What a person typed into a search box, as a query over whole texts; what {@link Words} is for labels. */
final class BodyQuery {
    /** More words than these narrow nothing down; those in the middle are left out. */
    private static final int MOST_WORDS = 64;

    private BodyQuery() {}

    /** All words must be there, the last one at least as a beginning. Empty: no words. */
    static Optional<Query> of(String typed, Analyzer analyzer) {
        List<Word> words = words(typed, analyzer);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Word last = words.getLast();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.stream()
                .limit(words.size() - 1L)
                .map(Word::term)
                .distinct()
                .limit(MOST_WORDS)
                .forEach(term -> all.add(query(term), Occur.MUST));
        BooleanQuery.Builder beginning = new BooleanQuery.Builder().add(query(last.term), Occur.SHOULD);
        Set<String> beginnings = new LinkedHashSet<>();
        for (String spelling : List.of(last.typed, Words.bare(last.typed))) {
            beginnings.add(analyzer.normalize(BodyIndexing.TEXT, spelling).utf8ToString());
        }
        beginnings.stream()
                .filter(start -> !start.isEmpty())
                .forEach(start -> beginning.add(new PrefixQuery(new Term(BodyIndexing.TEXT, start)), Occur.SHOULD));
        return Optional.of(all.add(beginning.build(), Occur.MUST).build());
    }

    /**
     * A word that was typed.
     *
     * @param term as the index has it
     */
    private record Word(String term, String typed) {}

    private static List<Word> words(String typed, Analyzer analyzer) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(BodyIndexing.TEXT, typed)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (!term.isEmpty()) {
                    words.add(new Word(term.toString(), typed.substring(place.startOffset(), place.endOffset())));
                }
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    private static Query query(String term) {
        return new TermQuery(new Term(BodyIndexing.TEXT, term));
    }
}
