package khabar.names;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.text.Clitics;
import khabar.text.Tokeniser;
import org.junit.jupiter.api.Test;

/**
 * How well names are found, exact span and type, over corpora in BIO columns; run by {@code mvn -Pevaluate verify}.
 *
 * <p>What is measured trained nothing: of ANERcorp and wikigold the last fifth in file order (25 sentences are taken for one
 * article), of AQMAR and re3d all. "Recogniser" is the statistical one alone, four types; "names" is what a reader of
 * articles gets, three types. The corpora mark only what their guidelines call a name: they have few of the organisations of
 * head noun and nationality and none of the offices that Khabar finds, so its figures look worse than they are; "of a kind
 * that corpora mark" leaves those kinds out, the right and the wrong ones. Each figure is told beside that of the last
 * evaluation that ran with {@code -Dkhabar.write=true}.
 */
class NamesEvaluation {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Recogniser RECOGNISER = Recogniser.load(GAZETTEER);
    private static final Names NAMES = new Names(GAZETTEER);
    private static final Set<MentionType> FOUR = EnumSet.allOf(MentionType.class);
    private static final Set<MentionType> THREE = EnumSet.complementOf(EnumSet.of(MentionType.OTHER));
    private static final Set<Basis> UNMARKED = EnumSet.of(Basis.COMPOSED, Basis.OFFICE, Basis.TAKEN_UP);
    private static final int WORDS_OF_ARTICLE = 300;

    @Test
    void arabicNews() {
        Corpus corpus = Corpus.read("ANERcorp", "ar", data(Training.ARABIC));
        measure(corpus.part("ANERcorp, last fifth", Training.SHARE, 1));
    }

    @Test
    void arabicNewsInRandomOrder() {
        Path file = data(Training.ARABIC);
        Corpus corpus = Corpus.read("ANERcorp", "ar", file).shuffled(1);
        Lexicon lexicon = LexiconBuilder.build(Path.of(System.getProperty("khabar.data")));
        Weights weights = Trainer.train(
                GAZETTEER, lexicon, List.of(corpus.part("", 0, Training.SHARE).documents()), Trainer.Plan.USUAL);
        Recogniser recogniser = new Recogniser(GAZETTEER, lexicon, weights, Weights.EMPTY);
        score(
                "ANERcorp, random fifth (upper bound): recogniser",
                corpus.part("", Training.SHARE, 1).documents(),
                FOUR,
                document -> document.found(recogniser));
    }

    @Test
    void arabicEncyclopedia() throws IOException {
        try (Stream<Path> files = Files.list(data("aqmar/articles"))) {
            measure(Corpus.read("AQMAR", "ar", files.sorted().toArray(Path[]::new)));
        }
    }

    @Test
    void englishEncyclopedia() {
        Corpus corpus = Corpus.read("wikigold", "en", data("ner-en/wikigold/wikigold.conll.txt"));
        measure(corpus.part("wikigold, last fifth", Training.SHARE, 1));
    }

    @Test
    void englishOnSyriaAndIraq() {
        measure(Corpus.read("re3d", "en", data("ner-en/re3d/re3d-train.conll")));
    }

    /** Articles a second on two cores, by the time that the processor spent; the first rounds warm up. */
    @Test
    void speed() {
        List<Corpus.Document> documents =
                Corpus.read("ANERcorp", "ar", data(Training.ARABIC)).documents();
        int words = documents.stream().mapToInt(Corpus.Document::words).sum();
        for (int round = 0; round < 4; round++) {
            speed("recogniser", words, seconds(documents, document -> RECOGNISER.in(document.phrases())));
            speed("names", words, seconds(documents, document -> NAMES.read(document.text())));
        }
    }

    private static void speed(String what, int words, double seconds) {
        double rate = 2 * words / seconds;
        System.out.printf(
                "%-10s on two cores: %,.0f articles of %d words a second, %,.0f tokens a second (%s)%n",
                what,
                rate / WORDS_OF_ARTICLE,
                WORDS_OF_ARTICLE,
                rate,
                Figures.OF_NAMES.beside(what + ", tokens a second on two cores", rate));
    }

    private static double seconds(List<Corpus.Document> documents, Consumer<Corpus.Document> work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        documents.forEach(work);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static Path data(String file) {
        String folder = System.getProperty("khabar.data", "");
        assumeTrue(
                !folder.isBlank() && !folder.startsWith("${") && Files.exists(Path.of(folder, file)),
                "set KHABAR_DATA to the folder of the corpora to measure on " + file);
        return Path.of(folder, file);
    }

    private static void measure(Corpus corpus) {
        List<Corpus.Document> documents = corpus.documents();
        score(corpus.name() + ": recogniser", documents, FOUR, document -> document.found(RECOGNISER));
        score(corpus.name() + ": names", documents, THREE, document -> found(document, link -> true));
        score(
                corpus.name() + ": names of a kind that corpora mark",
                documents,
                THREE,
                document -> found(document, NamesEvaluation::isMarkedInCorpora));
        Score score = new Score();
        documents.forEach(document -> countriesAndCities(score, document));
        score.print(corpus.name() + ": countries and cities", EnumSet.of(MentionType.PLACE));
    }

    /** Those that the gazetteer lists as such, or that are told to be such: of other places the corpora do not say what they are. */
    private static void countriesAndCities(Score score, Corpus.Document document) {
        Set<Corpus.Name> found = found(document, NamesEvaluation::isCountryOrCity);
        Set<Corpus.Name> gold = document.names().stream()
                .filter(name -> name.type() == MentionType.PLACE)
                .filter(name ->
                        found.contains(name) || isCountryOrCity(name.span().of(document.body())))
                .collect(Collectors.toSet());
        score.add(document, gold, found);
    }

    private static boolean isCountryOrCity(Link link) {
        return link.resolution() instanceof Resolution.Known known && isCountryOrCity(known.entry());
    }

    private static boolean isCountryOrCity(Entry entry) {
        return switch (entry) {
            case Entry.Person person -> false;
            case Entry.Organisation organisation -> organisation.origin() == Entry.Origin.STATE;
            case Entry.Place place -> place.feature() != Entry.Feature.AREA;
        };
    }

    private static boolean isCountryOrCity(String name) {
        List<String> normals = Tokeniser.normals(name);
        return !normals.isEmpty()
                && Clitics.of(normals.getFirst()).stream()
                        .map(reading -> Stream.concat(
                                        Stream.of(reading.rest()),
                                        normals.stream().skip(1))
                                .toList())
                        .flatMap(words ->
                                GAZETTEER.longest(words, 0).stream().filter(match -> match.length() == words.size()))
                        .flatMap(match -> match.entries().stream())
                        .anyMatch(entry -> entry instanceof Entry.Place && isCountryOrCity(entry));
    }

    private static void score(
            String what,
            List<Corpus.Document> documents,
            Set<MentionType> types,
            Function<Corpus.Document, Set<Corpus.Name>> reader) {
        Score score = new Score();
        documents.forEach(document -> score.add(document, reader.apply(document)));
        score.print(what, types);
    }

    private static Set<Corpus.Name> found(Corpus.Document document, Predicate<Link> counts) {
        return NAMES.read(document.text()).links().stream()
                .filter(counts)
                .map(link -> new Corpus.Name(document.whole(link.mention().span()), type(link)))
                .collect(Collectors.toSet());
    }

    /** Not so the organisations of head noun and nationality, the offices, and the nouns that take up a name. */
    private static boolean isMarkedInCorpora(Link link) {
        return !(link.resolution() instanceof Resolution.Known known
                && UNMARKED.contains(known.why().basis()));
    }

    /** A country that acts is an organisation to Khabar and a place to the corpora. */
    private static MentionType type(Link link) {
        boolean state = link.resolution() instanceof Resolution.Known known
                && known.entry() instanceof Entry.Organisation organisation
                && organisation.origin() == Entry.Origin.STATE;
        return state ? MentionType.PLACE : link.mention().type();
    }
}
