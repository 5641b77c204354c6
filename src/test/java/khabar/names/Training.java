package khabar.names;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which corpora train the recogniser. The last fifth of each, in file order, is kept for measuring. */
final class Training {
    static final String ARABIC = "anercorp/train.txt";
    /** Not re3d: a part of it must not train what is shipped, and its sentences do not say which part they are of. */
    static final List<String> ENGLISH =
            List.of("ner-en/wikigold/wikigold.conll.txt", "ner-en/WNUT17/wnut17train.conll");

    static final double SHARE = 0.8;

    private Training() {}

    /** For each Arabic corpus its documents, the one whose guidelines hold first; own articles belong to that one. */
    static List<List<Corpus.Document>> arabic(Path data, List<OwnArticles> own) {
        return corpora(data, List.of(ARABIC), "ar", own);
    }

    /** For each English corpus its documents, as for Arabic. */
    static List<List<Corpus.Document>> english(Path data, List<OwnArticles> own) {
        return corpora(data, ENGLISH, "en", own);
    }

    private static List<List<Corpus.Document>> corpora(
            Path data, List<String> files, String language, List<OwnArticles> own) {
        List<List<Corpus.Document>> corpora = new ArrayList<>();
        for (String file : files) {
            corpora.add(new ArrayList<>(Corpus.read(file, language, data.resolve(file))
                    .part(file, 0, SHARE)
                    .documents()));
        }
        own.forEach(articles -> corpora.getFirst().addAll(articles.in(language)));
        return corpora;
    }

    /** Every file that the training reads, in the order of the manifest. */
    static List<String> files(Path data) {
        List<String> files = new ArrayList<>(List.of(ARABIC));
        files.addAll(ENGLISH);
        files.addAll(LexiconBuilder.FILES);
        files.addAll(TrainingClusters.files(data));
        return files;
    }
}
