package khabar.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clusters of words that the recogniser is trained with: those of a file that {@code khabar clusters} has written, or
 * else those of the Arabic corpora's text. The last fifth of what the recogniser is measured on is no part of that text; of AQMAR
 * the text is, its marks are not.
 */
final class TrainingClusters {
    private static final String UD = "ud-ar/ar_pud-ud-test.conllu";
    private static final String AQMAR = "aqmar/articles";

    private TrainingClusters() {}

    /** The file that the property names, or none. */
    static List<Path> given() {
        String file = System.getProperty("khabar.train.clusters", "");
        return file.isBlank() ? List.of() : List.of(Path.of(file));
    }

    static WordClusters of(Path data, Lexicon lexicon) {
        for (Path file : given()) {
            return ClusterLearning.read(file.toString(), lines(file));
        }
        List<List<Corpus.Document>> text = new ArrayList<>(Training.arabic(data, List.of()));
        text.add(unmarked(data));
        return of(lexicon, text);
    }

    static WordClusters of(Lexicon lexicon, List<List<Corpus.Document>> corpora) {
        ClusterLearning learning = new ClusterLearning(lexicon);
        corpora.forEach(corpus -> corpus.forEach(document -> learning.add(document.text())));
        return learning.learn(ClusterLearning.Plan.USUAL, round -> {}).clusters();
    }

    /** Arabic text of which only the words are looked at. */
    static List<Corpus.Document> unmarked(Path data) {
        List<Corpus.Document> documents = new ArrayList<>();
        List<List<Corpus.Word>> sentences = lines(data.resolve(UD)).stream()
                .filter(line -> line.startsWith("# text = "))
                .map(line -> Arrays.stream(line.substring(9).split(" ", -1))
                        .map(word -> new Corpus.Word(word, Optional.empty(), false))
                        .toList())
                .toList();
        documents.addAll(new Corpus("UD", "ar", sentences).documents());
        documents.addAll(
                Corpus.read("AQMAR", "ar", articles(data).toArray(Path[]::new)).documents());
        return documents;
    }

    private static List<Path> articles(Path data) {
        try (Stream<Path> files = Files.list(data.resolve(AQMAR))) {
            return files.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " cannot be read as UTF-8 text", broken);
        }
    }

    /** What is read beside the marked corpora. */
    static List<String> files(Path data) {
        return Stream.concat(Stream.of(UD), articles(data).stream().map(file -> AQMAR + "/" + file.getFileName()))
                .toList();
    }
}
