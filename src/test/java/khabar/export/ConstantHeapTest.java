package khabar.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabar.store.Changes;
import khabar.store.Child;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported is many times larger than the heap that exports it. */
class ConstantHeapTest {
    private static final int TRIPLES = 80_000;
    private static final int BATCH = 20_000;

    /** Long IRIs, so that the triples in memory would take more than ten times the heap. */
    private static final String TAIL = "0123456789".repeat(40);

    @TempDir
    Path directory;

    @Test
    void anExportDoesNotHoldWhatItWrites() throws IOException, InterruptedException {
        try (Store store = Store.open(new StoreSettings(directory), Base.LOCAL)) {
            for (int batch = 0; batch < TRIPLES; batch += BATCH) {
                List<Quad> quads = new ArrayList<>();
                for (int i = batch; i < batch + BATCH; i++) {
                    Node subject = NodeFactory.createURI("https://news.example/" + i + "/" + TAIL);
                    quads.add(Quad.create(Base.LOCAL.graph("decisions"), subject, Kh.mentions, Kh.Event));
                }
                store.write(present -> new Changes(Map.of(), List.of(), quads, List.of()));
            }
        }
        String output = Child.run(Child.classPath(), List.of("-Xmx40m"), Exporter.class, directory.toString());
        assertThat(output).contains("done TURTLE", "done NQUADS");
    }

    /** Exports a store to nowhere, in a JVM of its own. */
    static final class Exporter {
        private Exporter() {}

        public static void main(String[] arguments) throws IOException {
            try (Store store = Store.open(new StoreSettings(Path.of(arguments[0])), Base.LOCAL)) {
                for (Format format : List.of(Format.TURTLE, Format.NQUADS)) {
                    new Export(store).write(OutputStream.nullOutputStream(), format, new Scope.Everything());
                    System.out.println("done " + format);
                }
            }
        }
    }
}
