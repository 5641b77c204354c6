package khabar.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;

/** The descriptions in a Turtle file of a user's, whose triples may stand in any order. */
final class TurtleEntries {
    private static final Pattern SUBJECT = Pattern.compile("\\s*(?:<([^>\\s]*)>|[\\w-]*:([\\w-]+)(?=\\s|$))");

    private TurtleEntries() {}

    static List<UserFile.Placed> of(UserFile file) {
        Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
        StreamRDFBase collector = new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                bySubject
                        .computeIfAbsent(triple.getSubject(), subject -> new ArrayList<>())
                        .add(triple);
            }
        };
        parse(file, collector);
        List<UserFile.Placed> placed = new ArrayList<>();
        Map<String, Integer> lines = lines(file.text());
        bySubject.forEach((subject, triples) -> placed.add(placed(file, subject, triples, lines)));
        return placed;
    }

    /** Jena's parser stumbles, without a line, over a few things that are no Turtle and over nesting without end. */
    private static void parse(UserFile file, StreamRDF collector) {
        try {
            RDFParser.fromString(file.text(), Lang.TURTLE)
                    .base(GazetteerFile.BASE)
                    .checking(false)
                    .errorHandler(new Stopping(file.name()))
                    .parse(collector);
        } catch (WrongEntry told) {
            throw told;
        } catch (RuntimeException | StackOverflowError stumbled) {
            throw new WrongEntry(file.name(), "not Turtle, or nested too deep; no line can be told");
        }
    }

    private static UserFile.Placed placed(
            UserFile file, Node subject, List<Triple> triples, Map<String, Integer> lines) {
        if (!subject.isURI()) {
            throw new WrongEntry(file.name(), "an entry has no IRI; write <id/person/…>, not [ … ]");
        }
        String path = GazetteerFile.relative(subject.getURI());
        String key = path.substring(path.lastIndexOf('/') + 1);
        return new UserFile.Placed(Description.of(path, triples), path.isEmpty() ? 1 : lines.getOrDefault(key, 1));
    }

    /**
     * The lines on which keys are first written as subjects: the parser does not say where a subject stood. Where it is
     * written in an odd way, the first line is given.
     */
    private static Map<String, Integer> lines(String text) {
        Map<String, Integer> lines = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher subject = SUBJECT.matcher(line);
            if (subject.lookingAt()) {
                String written = Optional.ofNullable(subject.group(1)).orElseGet(() -> subject.group(2));
                lines.putIfAbsent(written.substring(written.lastIndexOf('/') + 1), number);
            }
        }
        return lines;
    }

    /** Stops at the first error, with its line. */
    private record Stopping(String file) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            throw new WrongEntry(file, Math.max(line, 1), "not Turtle: " + message);
        }

        @Override
        public void fatal(String message, long line, long column) {
            error(message, line, column);
        }
    }
}
