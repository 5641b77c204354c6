package khabar.browse;

import java.util.List;
import java.util.Optional;

/** The words of the data, each in both languages. */
record VocabularyPage(Subject thing, Text title, String kind, List<Group> groups) implements Page {
    /**
     * Words of one sort.
     *
     * @param sort key of the group's heading, as in {@code class}
     */
    record Group(String sort, List<Word> words) {}

    /**
     * One term or concept.
     *
     * @param anchor what follows # in its IRI
     * @param usage where the data uses it: address of an answered query
     */
    record Word(
            String anchor,
            String iri,
            List<Text> labels,
            List<Text> definitions,
            List<Fact> facts,
            Optional<String> usage) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
