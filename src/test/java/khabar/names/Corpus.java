package khabar.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Field;
import khabar.article.Publication;
import khabar.article.SourceRef;
import khabar.article.Span;
import khabar.article.Terms;
import khabar.article.Zone;
import khabar.article.ZoneKind;
import khabar.text.SegmentedArticle;
import khabar.text.Segmenter;

/** Sentences in BIO columns, as training and evaluation read them. */
record Corpus(String name, String language, List<List<Corpus.Word>> sentences) {
    /** So many sentences in file order are taken for one article. */
    static final int SENTENCES_PER_ARTICLE = 25;

    /** A word and the type its tag names, if one; {@code begins} where it is the first word of a name. */
    record Word(String text, Optional<MentionType> type, boolean begins) {}

    /** A name and where the corpus marks it in the text of its document. */
    record Name(Span span, MentionType type) {}

    /** A stretch of a corpus as an article, and the names marked in it. */
    record Document(SegmentedArticle text, List<Name> names, int words) {
        List<Phrase> phrases() {
            return Phrase.of(text);
        }

        /** The words that a stretch of text touches, whole: corpora write particles and marks onto the words of a name. */
        Span whole(Span span) {
            int start = span.start();
            int end = span.end();
            while (start > 0 && !Character.isWhitespace(body().charAt(start - 1))) {
                start--;
            }
            while (end < body().length() && !Character.isWhitespace(body().charAt(end))) {
                end++;
            }
            return new Span(start, end);
        }

        /** What a recogniser finds in it, with the words that the names touch. */
        Set<Name> found(Recogniser recogniser) {
            List<Phrase> phrases = phrases();
            List<List<MentionRecogniser.Found>> found = recogniser.in(phrases);
            Set<Name> names = new HashSet<>();
            for (int s = 0; s < phrases.size(); s++) {
                for (MentionRecogniser.Found name : found.get(s)) {
                    Span first = phrases.get(s).token(name.first()).span();
                    Span last = phrases.get(s).token(name.last() - 1).span();
                    names.add(new Name(whole(first.with(last)), name.type()));
                }
            }
            return names;
        }

        String body() {
            return text.article().content().text("body");
        }
    }

    static Corpus read(String name, String language, Path... files) {
        List<List<Word>> sentences = new ArrayList<>();
        for (Path file : files) {
            sentences.addAll(sentences(file));
        }
        return new Corpus(name, language, List.copyOf(sentences));
    }

    /** The sentences from one share of the corpus to another, in file order. */
    Corpus part(String called, double from, double to) {
        int size = sentences.size();
        return new Corpus(called, language, sentences.subList((int) (size * from), (int) (size * to)));
    }

    /** The same sentences in an order that looks random and is always the same. */
    Corpus shuffled(long seed) {
        List<List<Word>> shuffled = new ArrayList<>(sentences);
        Collections.shuffle(shuffled, new Random(seed));
        return new Corpus(name, language, List.copyOf(shuffled));
    }

    /** Articles of some {@link #SENTENCES_PER_ARTICLE} sentences each. */
    List<Document> documents() {
        return IntStream.iterate(0, from -> from < sentences.size(), from -> from + SENTENCES_PER_ARTICLE)
                .mapToObj(from ->
                        document(sentences.subList(from, Math.min(sentences.size(), from + SENTENCES_PER_ARTICLE))))
                .toList();
    }

    private Document document(List<List<Word>> part) {
        StringBuilder text = new StringBuilder();
        List<Zone> zones = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        int words = 0;
        for (List<Word> sentence : part) {
            int start = text.length();
            names.addAll(write(sentence, text));
            zones.add(new Zone(ZoneKind.BODY, "body", new Span(start, text.length())));
            text.append('\n');
            words += sentence.size();
        }
        return article(language, text.toString(), zones, names, words);
    }

    /** A text of one zone, no name marked. */
    static Document article(String language, String text) {
        return article(
                language, text, List.of(new Zone(ZoneKind.BODY, "body", new Span(0, text.length()))), List.of(), 0);
    }

    private static Document article(String language, String text, List<Zone> zones, List<Name> names, int words) {
        Content content = new Content(List.of(new Field("body", text)), zones);
        Publication publication = new Publication(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(language),
                Optional.of(Terms.FULL));
        Article article = new Article("0000000000000000", new SourceRef("corpus", 1), content, publication);
        return new Document(Segmenter.segment(article), names, words);
    }

    private static List<List<Word>> sentences(Path file) {
        List<List<Word>> sentences = new ArrayList<>();
        List<Word> sentence = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length < 2 || line.startsWith("-DOCSTART-")) {
                    if (!sentence.isEmpty()) {
                        sentences.add(List.copyOf(sentence));
                        sentence.clear();
                    }
                } else {
                    String tag = columns[columns.length - 1];
                    // In the IOB1 of wikigold a name begins with I- too: B- only parts two that touch.
                    Optional<MentionType> type = type(tag);
                    boolean begins = tag.startsWith("B-")
                            || sentence.isEmpty()
                            || !sentence.getLast().type().equals(type);
                    sentence.add(new Word(columns[0], type, begins));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (!sentence.isEmpty()) {
            sentences.add(List.copyOf(sentence));
        }
        return sentences;
    }

    private static Optional<MentionType> type(String tag) {
        String name = tag.replaceFirst("^[BI]-", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "pers", "per", "person" -> Optional.of(MentionType.PERSON);
            case "org", "organisation", "organization", "corporation" -> Optional.of(MentionType.ORGANISATION);
            case "loc", "location" -> Optional.of(MentionType.PLACE);
            case "misc", "group", "creative-work", "product" -> Optional.of(MentionType.OTHER);
            default -> Optional.empty();
        };
    }

    private static List<Name> write(List<Word> sentence, StringBuilder text) {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            Word word = sentence.get(i);
            text.append(i == 0 ? "" : " ");
            int start = text.length();
            text.append(word.text());
            if (word.type().isPresent()) {
                Span span = new Span(start, text.length());
                if (word.begins()) {
                    names.add(new Name(span, word.type().get()));
                } else {
                    names.set(
                            names.size() - 1,
                            new Name(
                                    names.getLast().span().with(span),
                                    word.type().get()));
                }
            }
        }
        return names;
    }
}
