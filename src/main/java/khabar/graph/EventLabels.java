package khabar.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabar.event.EventCode;
import khabar.event.People;
import khabar.vocab.Khe;
import khabar.vocab.Ontology;
import khabar.vocab.Skos;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** What an event is called in a line, in English and Arabic: who – what – to whom. The words are those of the event scheme. */
public final class EventLabels {
    private static final int SHOWN = 3;

    private final Map<Node, String> english = new HashMap<>();
    private final Map<Node, String> arabic = new HashMap<>();

    private EventLabels(Graph scheme) {
        scheme.find(Node.ANY, Skos.prefLabel, Node.ANY)
                .forEach(triple -> (triple.getObject().getLiteralLanguage().equals("ar") ? arabic : english)
                        .put(triple.getSubject(), triple.getObject().getLiteralLexicalForm()));
    }

    public static EventLabels load() {
        return new EventLabels(Ontology.eventTypes());
    }

    public String english(EventCode code) {
        return word(english, code);
    }

    public String arabic(EventCode code) {
        return word(arabic, code);
    }

    /** "Militants" and their like, by key. */
    String english(People people) {
        return english.getOrDefault(Khe.people(people.kind()), people.kind());
    }

    String arabic(People people) {
        return arabic.getOrDefault(Khe.people(people.kind()), people.kind());
    }

    /** The names are English ones; the first three of each side are told. */
    public String english(EventCode code, List<String> actors, List<String> recipients) {
        return line(names(actors, ", ", " and others"), english(code), names(recipients, ", ", " and others"));
    }

    /** The names are Arabic ones; the first three of each side are told. */
    public String arabic(EventCode code, List<String> actors, List<String> recipients) {
        return line(names(actors, "، ", " وآخرون"), arabic(code), names(recipients, "، ", " وآخرون"));
    }

    private static String word(Map<Node, String> words, EventCode code) {
        return words.getOrDefault(Khe.concept(code.notation()), code.notation());
    }

    private static String names(List<String> names, String separator, String more) {
        List<String> distinct = names.stream().distinct().toList();
        return distinct.stream().limit(SHOWN).collect(Collectors.joining(separator))
                + (distinct.size() > SHOWN ? more : "");
    }

    private static String line(String actors, String code, String recipients) {
        return (actors.isEmpty() ? "" : actors + " – ") + code + (recipients.isEmpty() ? "" : " – " + recipients);
    }
}
