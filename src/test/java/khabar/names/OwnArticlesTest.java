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

    /** What only the second corpus marks is learnt, too, and the same way each time. */
    @Test
    void ownArticlesTeachWhatTheFirstCorpusDoesNotHave() throws IOException {
        write("ar", "one.txt", "قال O\nالمدير O\nان O\nالمطر O\nغزير O\n\n".repeat(5));
        List<Corpus.Document> first = new OwnArticles(folder).in("ar");
        write("ar", "one.txt", "وصل O\nالى O\nتلفريت B-LOC\n\nسافر O\nالى O\nتلفريت B-LOC\n\n".repeat(5));
        List<Corpus.Document> own = new OwnArticles(folder).in("ar");
        Gazetteer gazetteer = Gazetteer.load();
        Corpus.Document read = Corpus.article("ar", "عاد المدير الى تلفريت");
        assertThat(places(gazetteer, List.of(first), read)).isZero();
        assertThat(places(gazetteer, List.of(first, own), read)).isEqualTo(1);
    }

    private static long places(Gazetteer gazetteer, List<List<Corpus.Document>> corpora, Corpus.Document read) {
        Weights weights = Trainer.train(gazetteer, Lexicon.EMPTY, corpora, Trainer.Plan.USUAL);
        return new Recogniser(gazetteer, Lexicon.EMPTY, weights, Weights.EMPTY)
                .in(read.phrases()).stream()
                        .flatMap(List::stream)
                        .filter(name -> name.type() == MentionType.PLACE)
                        .count();
    }

    private void write(String language, String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(language)).resolve(name), text);
    }
}
