package khabar.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabar.SampleStore;
import khabar.vocab.Kh;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

/**
 * Whether events of the sample that are of one story are in one storyline, pairwise, against
 * {@code sample/storylines.tsv}. Pairs with an event that no report dates count as missed: those are in no storyline.
 */
class StorylineEvaluation {
    private record Marked(String story, String event) {}

    @Test
    void eventsOfOneStoryAreInOneStoryline() {
        Map<String, String> ours = new LinkedHashMap<>();
        Map<String, String> names = new TreeMap<>();
        Set<String> events = new HashSet<>();
        SampleStore.get().read(present -> {
            Graph graph = present.getUnionGraph();
            graph.find(Node.ANY, Kh.articleCount, Node.ANY)
                    .mapWith(Triple::getSubject)
                    .forEach(event -> {
                        String told = told(graph, event);
                        events.add(told);
                        graph.find(Node.ANY, Kh.contains, event)
                                .mapWith(Triple::getSubject)
                                .forEach(slot -> graph.find(Node.ANY, Kh.hasSlot, slot)
                                        .mapWith(Triple::getSubject)
                                        .forEach(storyline -> {
                                            ours.put(told, storyline.getURI());
                                            names.put(storyline.getURI(), Labelled.english(graph, storyline));
                                        }));
                    });
            return present;
        });
        List<Marked> marked = marked();
        names.forEach((storyline, name) -> {
            System.out.println(name);
            marked.stream()
                    .filter(one -> storyline.equals(ours.get(one.event())))
                    .sorted(Comparator.comparing(Marked::event))
                    .forEach(one -> System.out.println("   " + one.event() + "  [" + one.story() + "]"));
        });
        Map<String, Long> sizes = marked.stream().collect(Collectors.groupingBy(Marked::story, Collectors.counting()));
        long right = 0;
        long told = 0;
        long asked = 0;
        long askedDated = 0;
        for (int i = 0; i < marked.size(); i++) {
            for (int j = i + 1; j < marked.size(); j++) {
                Marked one = marked.get(i);
                Marked other = marked.get(j);
                boolean story = one.story().equals(other.story());
                String line = ours.get(one.event());
                boolean together = line != null && line.equals(ours.get(other.event()));
                right += story && together ? 1 : 0;
                told += together ? 1 : 0;
                asked += story ? 1 : 0;
                askedDated +=
                        story && !one.event().startsWith(" ") && !other.event().startsWith(" ") ? 1 : 0;
            }
        }
        System.out.printf(
                "storylines: %d events of %d stories, %d of three or more; we have %d%n  pairwise P %.1f R %.1f F %.1f; of dated events R %.1f%n",
                marked.size(),
                sizes.size(),
                sizes.values().stream().filter(size -> size > 2).count(),
                names.size(),
                100.0 * right / told,
                100.0 * right / asked,
                200.0 * right / (told + asked),
                100.0 * right / askedDated);
        marked.forEach(one -> events.remove(one.event()));
        System.out.println("  of no marked story, and not counted: " + events);
        assertThat(100.0 * right / told).as("precision").isGreaterThanOrEqualTo(90);
    }

    /** As the file tells it: day, type, place, actors. */
    private static String told(Graph graph, Node event) {
        String type = names(graph, event, Kh.eventMode);
        return String.join(
                " ",
                names(graph, event, Kh.datePrecision).equals("unknown") ? "" : names(graph, event, Kh.begin),
                type.isEmpty() ? names(graph, event, Kh.eventType) : type,
                names(graph, event, Kh.place),
                names(graph, event, Kh.actor));
    }

    private static String names(Graph graph, Node subject, Node property) {
        return graph
                .find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject().isURI()
                        ? triple.getObject().getURI().replaceFirst(".*[/#]", "").replaceFirst("-[0-9]+$", "")
                        : triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static final class Labelled {
        static String english(Graph graph, Node thing) {
            return graph.find(thing, Rdfs.label, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(label -> label.getLiteralLanguage().equals("en"))
                    .mapWith(Node::getLiteralLexicalForm)
                    .nextOptional()
                    .orElseThrow();
        }
    }

    private static List<Marked> marked() {
        try (InputStream in = Objects.requireNonNull(
                        StorylineEvaluation.class.getResourceAsStream("/sample/storylines.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("story\t"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Marked(cells[0], String.join(" ", cells[1], cells[2], cells[3], cells[4])))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
