package khabar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * One write in three is aborted, with reads between; then the dataset is opened again and every committed literal looked
 * for. Runs in a JVM of its own, below the door, so that the class path decides which Jena is tried.
 *
 * <p>Arguments: directory, seed, rounds. Prints {@code committed=… unreadable=… zeros=…}, the last being the longest run
 * of zero bytes in {@code nodes-data.obj}.
 */
final class Storm {
    private static final Node GRAPH = NodeFactory.createURI("https://news.example/graph/storm");
    private static final Node PROPERTY = NodeFactory.createURI("https://news.example/says");

    /** What is aborted has to be larger than the 128 kB that wait in memory, so that it reaches the file. */
    private static final int LARGE = 50_000;

    /** Next to no caches, so that reads reach the file. */
    private static final StoreParams FORGETFUL = StoreParamsBuilder.create("storm")
            .node2NodeIdCacheSize(2)
            .nodeId2NodeCacheSize(2)
            .nodeMissCacheSize(2)
            .build();

    private Storm() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Map<String, String> committed =
                rage(directory, new Random(Long.parseLong(arguments[1])), Integer.parseInt(arguments[2]));
        System.out.println("committed=" + committed.size() + " unreadable=" + unreadable(directory, committed)
                + " zeros=" + longestZeros(directory));
    }

    /** What must be there afterwards: subject and text. */
    private static Map<String, String> rage(Path directory, Random random, int rounds) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(directory.toString(), FORGETFUL);
        Map<String, String> committed = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            boolean abort = random.nextInt(3) == 0;
            Map<String, String> fresh = new HashMap<>();
            int size = abort ? 3 : 1 + random.nextInt(4);
            dataset.begin(TxnType.WRITE);
            for (int i = 0; i < size; i++) {
                String subject = "https://news.example/s" + round + "-" + i;
                String text = "round " + round + " of " + "ن".repeat((abort ? LARGE : 0) + random.nextInt(400)) + " "
                        + random.nextLong();
                dataset.add(Quad.create(
                        GRAPH, NodeFactory.createURI(subject), PROPERTY, NodeFactory.createLiteralString(text)));
                fresh.put(subject, text);
            }
            if (abort) {
                dataset.abort();
            } else {
                dataset.commit();
                committed.putAll(fresh);
            }
            dataset.end();
            List<String> known = new ArrayList<>(committed.keySet());
            for (int i = random.nextInt(4); i > 0 && !known.isEmpty(); i--) {
                read(dataset, known.get(random.nextInt(known.size())));
            }
        }
        TDBInternal.expel(dataset, true);
        return committed;
    }

    private static long unreadable(Path directory, Map<String, String> committed) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(directory.toString());
        long lost = committed.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(read(dataset, entry.getKey())))
                .count();
        TDBInternal.expel(dataset, true);
        return lost;
    }

    /** The text, or the fault that came in its place. */
    private static String read(DatasetGraph dataset, String subject) {
        dataset.begin(TxnType.READ);
        try {
            List<String> texts = new ArrayList<>();
            dataset.find(GRAPH, NodeFactory.createURI(subject), PROPERTY, Node.ANY)
                    .forEachRemaining(quad -> texts.add(quad.getObject().getLiteralLexicalForm()));
            return String.join("", texts);
        } catch (RuntimeException fault) {
            return fault.toString();
        } finally {
            dataset.end();
        }
    }

    private static int longestZeros(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(file -> file.getFileName().toString().equals("nodes-data.obj"))
                    .toList();
        }
        int longest = 0;
        for (Path file : files) {
            int run = 0;
            for (byte octet : Files.readAllBytes(file)) {
                run = octet == 0 ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }
}
