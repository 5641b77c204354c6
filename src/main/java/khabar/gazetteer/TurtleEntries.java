package khabar.gazetteer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;

/** The descriptions in a Turtle file of a user's, whose triples may stand in any order. */
final class TurtleEntries {
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
        RDFParser.fromString(file.text(), Lang.TURTLE)
                .base(GazetteerFile.BASE)
                .checking(false)
                .errorHandler(new Stopping(file.name()))
                .parse(collector);
        List<UserFile.Placed> placed = new ArrayList<>();
        bySubject.forEach((subject, triples) -> placed.add(placed(file, subject, triples)));
        return placed;
    }

    private static UserFile.Placed placed(UserFile file, Node subject, List<Triple> triples) {
        if (!subject.isURI()) {
            throw new WrongEntry(file.name(), "an entry has no IRI; write <id/person/…>, not [ … ]");
        }
        String path = GazetteerFile.relative(subject.getURI());
        return new UserFile.Placed(Description.of(path, triples), line(file.text(), path));
    }

    /** The parser does not say where a subject stood. Where it is written in an odd way, the first line is given. */
    private static long line(String text, String path) {
        String key = Pattern.quote(path.substring(path.lastIndexOf('/') + 1));
        Matcher subject = Pattern.compile(
                        "^\\s*(?:<[^>\\s]*\\b" + key + ">|[\\w-]*:" + key + "(?=\\s))", Pattern.MULTILINE)
                .matcher(text);
        return path.isEmpty() || !subject.find()
                ? 1
                : text.substring(0, subject.end()).lines().count();
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
