package khabar.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khabar.gazetteer.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnArticlesTest {
    @TempDir
    private Path folder;

    @Test
    void theNamesThatAreMarkedAreRead() throws IOException {
        write("ar", "one.txt", "زار O\nسليم B-PER\nالحداد I-PER\nتلفريت B-LOC\n\nعاد O\nسليم B-PER\n");
        List<Corpus.Document> documents = new OwnArticles(folder).in("ar");
        assertThat(documents).hasSize(1);
        assertThat(documents.getFirst().names())
                .extracting(name ->
                        name.type() + " " + name.span().of(documents.getFirst().body()))
                .containsExactly("PERSON سليم الحداد", "PLACE تلفريت", "PERSON سليم");
        assertThat(new OwnArticles(folder).in("en")).isEmpty();
    }

    @Test
    void aLineThatIsNoWordWithATagIsRefusedByFileAndLine() throws IOException {
        write("en", "two.txt", "Anna B-PER\nmet\n");
        assertThatThrownBy(() -> new OwnArticles(folder).in("en"))
                .hasMessageContaining("two.txt, line 2")
                .hasMessageContaining("B-PER");
        write("en", "two.txt", "Anna B-WHO\n");
        assertThatThrownBy(() -> new OwnArticles(folder).in("en")).hasMessageContaining("two.txt, line 1");
        assertThatThrownBy(() -> new OwnArticles(folder.resolve("none")).in("en"))
                .hasMessageContaining("khabar.train.extra");
    }

    @Test
    void ownArticlesAreTrainedOnWithTheFirstCorpusOfTheirLanguage() throws IOException {
        Path data = folder.resolve("data");
        Path corpus = data.resolve(Training.ARABIC);
        Files.createDirectories(corpus.getParent());
        Files.writeString(corpus, "زار O\nالمدير O\nبرلين B-LOC\n\n".repeat(10));
        write("ar", "one.txt", "عاد O\nسليم B-PER\nالى O\nتلفريت B-LOC\n\n".repeat(10));
        List<OwnArticles> own = List.of(new OwnArticles(folder));
        assertThat(found(Training.arabic(data, List.of()))).isEmpty();
        assertThat(found(Training.arabic(data, own))).containsExactly("PERSON", "PLACE");
    }

    private static List<String> found(List<List<Corpus.Document>> corpora) {
        Gazetteer gazetteer = Gazetteer.load();
        Weights weights = Trainer.train(gazetteer, Lexicon.EMPTY, corpora, Trainer.Plan.USUAL);
        return new Recogniser(gazetteer, Lexicon.EMPTY, weights, Weights.EMPTY)
                .in(Corpus.article("ar", "عاد سليم الى تلفريت").phrases()).stream()
                        .flatMap(List::stream)
                        .map(name -> name.type().toString())
                        .toList();
    }

    private void write(String language, String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(language)).resolve(name), text);
    }
}
