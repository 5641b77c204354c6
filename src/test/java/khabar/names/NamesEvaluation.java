package khabar.names;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Field;
import khabar.article.Publication;
import khabar.article.SourceRef;
import khabar.article.Span;
import khabar.article.Terms;
import khabar.article.Zone;
import khabar.article.ZoneKind;
import khabar.gazetteer.Gazetteer;
import khabar.text.Segmenter;
import org.junit.jupiter.api.Test;

/**
 * How well names are found, exact span and type, over corpora in BIO columns; run by {@code mvn -Pevaluate verify}.
 *
 * <p>Nothing was trained on the parts measured: ANERcorp's last fifth in file order (25 sentences are taken for one
 * article), and three corpora of other kinds. Those corpora mark only what their guidelines call a name: of the
 * organisations of head noun and nationality that Khabar finds they have few, so organisations look worse than they are.
 */
class NamesEvaluation {
    private static final int SENTENCES_PER_ARTICLE = 25;
    private static final Names NAMES = new Names(Gazetteer.load());

    @Test
    void arabicNews() throws IOException {
        List<List<Word>> sentences = sentences(data("anercorp/train.txt"));
        measure("ANERcorp, last fifth", "ar", sentences.subList(sentences.size() * 4 / 5, sentences.size()));
    }

    @Test
    void arabicEncyclopedia() throws IOException {
        List<List<Word>> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(data("aqmar/articles"))) {
            for (Path file : files.sorted().toList()) {
                sentences.addAll(sentences(file));
            }
        }
        measure("AQMAR", "ar", sentences);
    }

    @Test
    void englishEncyclopedia() throws IOException {
        measure("wikigold", "en", sentences(data("ner-en/wikigold/wikigold.conll.txt")));
    }

    @Test
    void englishOnSyriaAndIraq() throws IOException {
        measure("re3d", "en", sentences(data("ner-en/re3d/re3d-train.conll")));
    }

    /** A word and the type its tag names, if one; {@code begins} where it is the first word of a name. */
    private record Word(String text, Optional<MentionType> type, boolean begins) {}

    private record Name(Span span, MentionType type) {}

    private static Path data(String file) {
        String folder = System.getProperty("khabar.data", "");
        assumeTrue(
                !folder.isBlank() && !folder.startsWith("${") && Files.exists(Path.of(folder, file)),
                "set KHABAR_DATA to the folder of the corpora to measure on " + file);
        return Path.of(folder, file);
    }

    private static List<List<Word>> sentences(Path file) throws IOException {
        List<List<Word>> sentences = new ArrayList<>();
        List<Word> sentence = new ArrayList<>();
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
        return sentences;
    }

    private static Optional<MentionType> type(String tag) {
        String name = tag.replaceFirst("^[BI]-", "").toLowerCase(java.util.Locale.ROOT);
        return switch (name) {
            case "pers", "per", "person" -> Optional.of(MentionType.PERSON);
            case "org", "organisation", "organization" -> Optional.of(MentionType.ORGANISATION);
            case "loc", "location" -> Optional.of(MentionType.PLACE);
            default -> Optional.empty();
        };
    }

    private static void measure(String corpus, String language, List<List<Word>> sentences) {
        Map<MentionType, int[]> counts = new EnumMap<>(MentionType.class);
        Map<String, Integer> wrong = new java.util.TreeMap<>();
        int words = 0;
        long nanos = 0;
        for (int from = 0; from < sentences.size(); from += SENTENCES_PER_ARTICLE) {
            List<List<Word>> part = sentences.subList(from, Math.min(sentences.size(), from + SENTENCES_PER_ARTICLE));
            StringBuilder text = new StringBuilder();
            List<Zone> zones = new ArrayList<>();
            Set<Name> gold = new HashSet<>();
            for (List<Word> sentence : part) {
                int start = text.length();
                gold.addAll(write(sentence, text));
                zones.add(new Zone(ZoneKind.BODY, "body", new Span(start, text.length())));
                text.append('\n');
                words += sentence.size();
            }
            long before = System.nanoTime();
            Set<Name> found = found(language, text.toString(), zones);
            nanos += System.nanoTime() - before;
            count(counts, gold, found);
            if (Boolean.getBoolean("khabar.errors")) {
                tell(wrong, text.toString(), gold, found);
            }
        }
        print(corpus, counts, words, nanos);
        wrong.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(80)
                .forEach(entry -> System.out.println("  " + entry.getValue() + " " + entry.getKey()));
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

    private static Set<Name> found(String language, String text, List<Zone> zones) {
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
        Set<Name> found = new HashSet<>();
        for (Link link : NAMES.read(Segmenter.segment(article)).links()) {
            // The corpora's words are whole: particles written onto a name belong to it there.
            int start = link.mention().span().start();
            while (start > 0 && text.charAt(start - 1) != ' ' && text.charAt(start - 1) != '\n') {
                start--;
            }
            found.add(new Name(
                    new Span(start, link.mention().span().end()), link.mention().type()));
        }
        return found;
    }

    private static void count(Map<MentionType, int[]> counts, Set<Name> gold, Set<Name> found) {
        gold.forEach(name -> counts.computeIfAbsent(name.type(), type -> new int[3])[0]++);
        found.forEach(name -> {
            int[] count = counts.computeIfAbsent(name.type(), type -> new int[3]);
            count[1]++;
            count[2] += gold.contains(name) ? 1 : 0;
        });
    }

    private static void tell(Map<String, Integer> wrong, String text, Set<Name> gold, Set<Name> found) {
        found.stream()
                .filter(name -> !gold.contains(name))
                .forEach(name ->
                        wrong.merge("+ " + name.type() + " " + name.span().of(text), 1, Integer::sum));
        gold.stream()
                .filter(name -> !found.contains(name))
                .forEach(name ->
                        wrong.merge("- " + name.type() + " " + name.span().of(text), 1, Integer::sum));
    }

    private static void print(String corpus, Map<MentionType, int[]> counts, int words, long nanos) {
        int[] all = new int[3];
        counts.forEach((type, count) -> {
            line(corpus, type.word(), count);
            for (int i = 0; i < 3; i++) {
                all[i] += count[i];
            }
        });
        line(corpus, "all", all);
        System.out.printf("%-22s %,.0f words a second on one core%n", corpus, words / (nanos / 1e9));
    }

    private static void line(String corpus, String type, int[] count) {
        double precision = count[1] == 0 ? 0 : 100.0 * count[2] / count[1];
        double recall = count[0] == 0 ? 0 : 100.0 * count[2] / count[0];
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        System.out.printf(
                "%-22s %-13s P %5.1f  R %5.1f  F1 %5.1f  (%d in gold)%n",
                corpus, type, precision, recall, f1, count[0]);
    }
}
