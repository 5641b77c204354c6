package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupTest {
    private static final Base BASE = new Base("https://news.example/");

    private static byte[] whole = new byte[0];

    @TempDir
    Path folder;

    private Path file = Path.of("unused");

    /** One backup for all tests that only need some. */
    @BeforeAll
    static void makeOne(@TempDir Path once) throws IOException {
        StoreSettings settings = new StoreSettings(once.resolve("store"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Store store = Store.open(settings, BASE)) {
            fill(store);
            Backup.write(store, settings, out, Progress.NONE);
        }
        whole = out.toByteArray();
    }

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("store.zip");
    }

    @Test
    void whatIsRestoredIsWhatWasThere() throws IOException {
        Set<Quad> quads;
        long version;
        try (Store store = filled()) {
            quads = quads(store);
            version = store.version();
            Files.writeString(folder.resolve("store/sample"), "removed\n0123456789abcdef\n");
            Backup.Manifest made = backup(store);
            assertThat(made.quads()).isEqualTo(quads.size());
            assertThat(made.version()).isEqualTo(version);
            assertThat(made.originals()).isEqualTo(5);
        }

        Restoration.into(folder.resolve("again"), file, Progress.NONE);

        try (Store again = open("again")) {
            assertThat(quads(again)).isEqualTo(quads);
            assertThat(again.version()).isEqualTo(version);
            assertThat(again.archive().find("a3", "text3")).isPresent();
            assertThat(verified(again)).isEmpty();
        }
        assertThat(folder.resolve("again/sample")).hasContent("removed\n0123456789abcdef\n");
        assertThat(names(folder)).containsExactlyInAnyOrder("store", "again", "store.zip");
    }

    @Test
    void notesOfReadersComeBack() throws IOException {
        StoreSettings settings = new StoreSettings(folder.resolve("noted"));
        Note note = new Note(
                "5d1b8f0a-0000-4000-8000-000000000001",
                BASE.id("event", "a1-10").getURI(),
                Note.Complaint.SEVERAL,
                "",
                "حدثان لا حدث واحد",
                Instant.parse("2026-01-02T03:04:00Z"),
                new Note.Outcome.Open());
        Path file = folder.resolve("noted.zip");
        try (Store store = Store.open(settings, BASE)) {
            assertThat(store.notes().add(note)).isTrue();
            try (OutputStream out = Files.newOutputStream(file)) {
                assertThat(Backup.write(store, settings, out, Progress.NONE).parts())
                        .containsKey(Backup.NOTES);
            }
        }
        Restoration.into(folder.resolve("again"), file, Progress.NONE);
        try (Store again = Store.open(new StoreSettings(folder.resolve("again")), BASE)) {
            assertThat(again.notes().all()).containsExactly(note);
        }
    }

    @Test
    void aBackupIsOfOneCommitWhileOthersGoOn() throws Exception {
        try (Store store = filled()) {
            AtomicBoolean over = new AtomicBoolean();
            AtomicReference<Throwable> failed = new AtomicReference<>();
            Thread writer = Thread.ofPlatform().start(() -> {
                try {
                    for (int number = 100; !over.get(); number++) {
                        store.write(article(number));
                    }
                } catch (RuntimeException thrown) {
                    failed.set(thrown);
                }
            });
            for (int turn = 0; turn < 2; turn++) {
                Backup.Manifest made = backup(store);
                Restoration.into(folder.resolve("turn" + turn), file, Progress.NONE);
                try (Store then = open("turn" + turn)) {
                    assertThat(then.version()).isEqualTo(made.version());
                    assertThat(verified(then)).isEmpty();
                    assertThat(made.originals()).isEqualTo(articles(then));
                }
            }
            over.set(true);
            writer.join();
            assertThat(failed).hasNullValue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "quads.nq, a quad is missing, is not what its manifest says",
        "originals.jsonl.gz, an original is missing, is not what its manifest says",
        "store.properties, the base is another, is not what its manifest says",
        "manifest.json, it counts otherwise, its manifest says",
        "manifest.json, it is no JSON, is no backup of Khabar",
        "manifest.json, it says nothing, does not say all that it must",
        "manifest.json, it tells nothing of a part, does not say all that it must",
        "manifest.json, another format, this program knows",
        "manifest.json, it grows, would grow without measure",
        "../outside.txt, a file outside, is no backup of Khabar: it holds ../outside.txt",
        "quads.nq, it is not there, is not whole",
        "manifest.json, it is not there, is no backup of Khabar",
    })
    void whatIsNotAsItWasWrittenIsRefused(String name, String how, String why) throws IOException {
        Map<String, byte[]> parts = unzipped();
        byte[] before = parts.getOrDefault(name, new byte[0]);
        String text = new String(before, StandardCharsets.UTF_8);
        parts.put(
                name,
                switch (how) {
                    case "a quad is missing" ->
                        text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
                    case "an original is missing" -> Arrays.copyOf(before, before.length / 2);
                    case "the base is another" -> text.replace("news", "olds").getBytes(StandardCharsets.UTF_8);
                    case "it counts otherwise" ->
                        text.replaceFirst("\"quads\" : ", "\"quads\" : 1").getBytes(StandardCharsets.UTF_8);
                    case "it says nothing" -> "null".getBytes(StandardCharsets.UTF_8);
                    case "it tells nothing of a part" ->
                        text.replaceFirst("(?s)(\"quads.nq\" : )\\{.*?}", "$1null")
                                .getBytes(StandardCharsets.UTF_8);
                    case "another format" ->
                        text.replaceFirst("\"format\" : 1", "\"format\" : 7").getBytes(StandardCharsets.UTF_8);
                    case "it grows" ->
                        text.replaceFirst("\"bytes\" : ", "\"bytes\" : 999999").getBytes(StandardCharsets.UTF_8);
                    default -> "other".getBytes(StandardCharsets.UTF_8);
                });
        if (how.equals("it is not there")) {
            parts.remove(name);
        }
        zip(parts);

        assertThatThrownBy(() -> Restoration.into(folder.resolve("again"), file, Progress.NONE))
                .isInstanceOf(Restoration.Damaged.class)
                .hasMessageContaining(why);
        assertThat(names(folder)).containsExactly("store.zip");
    }

    @Test
    void aFileThatIsCutOffOrNoneOfOursIsRefused() throws IOException {
        for (byte[] bytes : List.of(
                Arrays.copyOf(whole, whole.length * 2 / 3), new byte[0], "no zip".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> Restoration.into(folder.resolve("again"), file, Progress.NONE))
                    .isInstanceOf(Restoration.Damaged.class);
        }
        byte[] bent = whole.clone();
        bent[whole.length / 3] ^= 0x55;
        Files.write(file, bent);
        assertThatThrownBy(() -> Restoration.into(folder.resolve("again"), file, Progress.NONE))
                .isInstanceOf(IOException.class);
        assertThat(names(folder)).containsExactly("store.zip");
    }

    @Test
    void aStoreIsRestoredWhereNothingIs() throws IOException {
        Files.write(file, whole);
        Files.createDirectories(folder.resolve("store/tdb2"));
        assertThatThrownBy(() -> Restoration.into(folder.resolve("store"), file, Progress.NONE))
                .isInstanceOf(StoreException.Occupied.class)
                .hasMessageContaining("is not empty");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Restoration.into(empty, file, Progress.NONE);
        try (Store again = open("empty")) {
            assertThat(verified(again)).isEmpty();
        }
    }

    @Test
    void aFullDiskEndsTheBackup() throws IOException {
        try (Store store = filled()) {
            OutputStream full = new OutputStream() {
                @Override
                public void write(int octet) throws IOException {
                    throw new IOException("No space left on device");
                }
            };
            assertThatThrownBy(
                            () -> Backup.write(store, new StoreSettings(folder.resolve("store")), full, Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
            store.write(article(77));
            assertThat(backup(store).quads()).isPositive();
        }
    }

    @Test
    void whatIsWrongIsFound() throws IOException {
        try (Store store = filled()) {
            assertThat(verified(store)).isEmpty();
            Node graph = BASE.articleGraph("a9");
            store.write(present -> Changes.adding(
                    graph, List.of(Triple.create(BASE.id("article", "a9"), Kh.textHash, Literals.text("lost", "en")))));
            assertThat(verified(store)).singleElement().asString().contains("archive", "a9/lost");
        }
        below(database -> database.add(
                BASE.graph("gazetteer"), BASE.id("place", "hidden"), Rdfs.label, Literals.english("Hidden")));
        below(database -> {
            TupleIndex index = TDBInternal.findIndex(database, "POSG");
            index.delete(index.all().next());
        });
        try (Store store = open("store")) {
            assertThat(verified(store))
                    .anySatisfy(line -> assertThat(line).startsWith("index POSG: holds "))
                    .anySatisfy(line -> assertThat(line).startsWith("text index: holds "));
            NamedQuery check = NamedQuery.of("check/hidden", """
                    # What is called Hidden?
                    SELECT ?thing { ?thing ?property "Hidden"@en }
                    """);
            assertThat(store.verify(List.of(check), Progress.NONE).findings())
                    .contains("check/hidden: What is called Hidden? " + BASE.id("place", "hidden"));
        }
    }

    private void below(Consumer<DatasetGraph> change) {
        DatasetGraph database =
                DatabaseMgr.connectDatasetGraph(folder.resolve("store/tdb2").toString());
        Txn.executeWrite(database, () -> change.accept(database));
        TDBInternal.expel(database, true);
    }

    private Store filled() {
        Store store = open("store");
        fill(store);
        return store;
    }

    private static void fill(Store store) {
        for (int number = 0; number < 5; number++) {
            store.write(article(number));
        }
    }

    private static Function<DatasetGraph, Changes> article(int number) {
        String key = "a" + number;
        Node article = BASE.id("article", key);
        return present -> Changes.adding(
                        BASE.articleGraph(key),
                        List.of(
                                Triple.create(article, Kh.textHash, Literals.string("text" + number)),
                                Triple.create(
                                        article,
                                        Rdfs.label,
                                        Literals.text("ميناء \"" + number + "\"\n\t\\ \u2028", "ar"))))
                .and(Changes.archiving(new Original(key, "text" + number, "{\"text\":\"one " + number + "\"}")));
    }

    private Store open(String name) {
        return Store.open(new StoreSettings(folder.resolve(name)), BASE);
    }

    private Backup.Manifest backup(Store store) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return Backup.write(store, new StoreSettings(folder.resolve("store")), out, Progress.NONE);
        }
    }

    private static List<String> verified(Store store) {
        return store.verify(List.of(), Progress.NONE).findings();
    }

    private static long articles(Store store) {
        return store.read(present ->
                present.stream(Node.ANY, Node.ANY, Kh.textHash, Node.ANY).count());
    }

    private static Set<Quad> quads(Store store) {
        return store.readQuads(all -> {
            Set<Quad> quads = new HashSet<>();
            all.forEachRemaining(quads::add);
            return quads;
        });
    }

    private Map<String, byte[]> unzipped() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private void zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = new ArrayList<>();
            files.map(Path::getFileName).map(Path::toString).forEach(names::add);
            return names;
        }
    }
}
