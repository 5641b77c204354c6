package khabar.names;

import java.util.List;
import java.util.Set;
import khabar.text.Language;
import khabar.text.SegmentedArticle;

/**
 * Finds where names stand in an article and of what type they are; what they stand for is for gazetteer and rules to say.
 *
 * <p>Promise: for each sentence of the article, in order, its names in text order; they do not overlap and lie in the
 * sentence. The same article gives the same names unless the budget runs out. Safe for many threads.
 */
public interface MentionRecogniser {
    Info info();

    /** The names in each sentence, or why there are none to be had; nothing is told half. */
    Recognised names(SegmentedArticle text, Budget budget);

    /**
     * A name found.
     *
     * @param first index of its first token in the sentence
     * @param last index after its last token
     * @param confidence 0 to 1, how likely it is that exactly these words are a name of this type
     */
    record Found(int first, int last, MentionType type, double confidence) {}

    /** What became of an article. */
    sealed interface Recognised {
        /** The names of each sentence. */
        record Names(List<List<Found>> sentences) implements Recognised {
            public Names {
                sentences = List.copyOf(sentences);
            }
        }

        /** The budget ran out, or the recogniser failed. */
        record GaveUp(String why) implements Recognised {}
    }

    /**
     * Which recogniser it is.
     *
     * @param name with what tells it from others of that name, and its licence: it goes into the graph as what read
     * @param languages whose articles it reads, by their tags; all where this is empty
     * @param sure from which confidence on its type of a name goes before the gazetteer's, where the latter is in doubt
     */
    record Info(String name, Set<String> languages, double sure) {
        public Info {
            languages = Set.copyOf(languages);
        }

        boolean reads(Language language) {
            return languages.isEmpty() || languages.contains(language.tag());
        }
    }
}
