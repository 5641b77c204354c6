package khabar.app;

import static khabar.merge.Story.BASE;
import static khabar.merge.Story.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import khabar.app.command.ExitCode;
import khabar.merge.Merger;
import khabar.merge.Story;
import khabar.store.Store;
import khabar.store.StoreSettings;
import khabar.vocab.Kh;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code merge}, {@code actor} and {@code name} without a server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionCommandsTest {
    private static final String DAY = "2017-09-12";
    private static final Story HERE = Story.of("a1", DAY, visit(10, DAY, "damascus"));
    private static final Story HERE_TOO = Story.of("a2", DAY, visit(10, DAY, "damascus"));
    private static final Story THERE = Story.of("a3", DAY, visit(10, DAY, "moscow"));

    private Shell shell = new Shell(Path.of("unused"));

    @BeforeAll
    void makeAStore(@TempDir Path folder) {
        shell = new Shell(folder.resolve("store"));
        Merger merger = new Merger(BASE, Clock.systemUTC());
        try (Store store = Store.open(new StoreSettings(shell.store()), BASE)) {
            for (Story story : List.of(HERE, HERE_TOO, THERE, named("a4", "dark-anna"), named("a5", "dark-boris"))) {
                store.write(present -> merger.replace(present, story.graph()));
            }
        }
    }

    private static Story named(String key, String actor) {
        return Story.of(
                key,
                "2018-01-01",
                new Story.Tale(
                        10,
                        "PROTEST",
                        Optional.empty(),
                        List.of(actor),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Kh.Happened));
    }

    @Test
    void eventsAreJoinedAndTheDecisionIsListedAndUndone() {
        Shell.Ran joined =
                run("merge", "--join", "a1-10", THERE.event(10).getURI(), "--by", "Layla", "--note", "one\nvisit");
        assertThat(joined.err()).isEmpty();
        String key = joined.out().replaceFirst("decided ([0-9a-f]+): .*\n", "$1");
        assertThat(joined.out()).isEqualTo("decided " + key + ": " + HERE.event(10) + "\n");
        assertThat(run("merge", "--list").out().split("\t"))
                .hasSize(6)
                .startsWith(key)
                .contains("Layla", "same")
                .endsWith("one visit\n");
        assertThat(run("actor", "--list").out()).isEmpty();

        Shell.Ran again = run("merge", "--join", "a3-10", "a1-10");
        assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err()).contains("these are one event already").hasLineCount(1);
        assertThat(run("merge", "--apart", "a1-10", "a3-10").err()).contains(key, "Layla", "undo it first");

        assertThat(run("merge", "--undo", key))
                .isEqualTo(
                        new Shell.Ran(0, "undone " + key + ": " + HERE.event(10) + " " + THERE.event(10) + "\n", ""));
        assertThat(run("merge", "--list").out()).isEmpty();
    }

    @Test
    void actorsAreJoinedAndToldApart() {
        Shell.Ran same = run("actor", "--same", "dark-anna", "id/person/dark-boris", "--note", "one woman");
        assertThat(same.err()).isEmpty();
        assertThat(same.out()).endsWith(": " + BASE.id("person", "dark-anna") + "\n");
        Shell.Ran different = run("actor", "--different", "dark-boris", "dark-anna");
        assertThat(different.out())
                .contains(BASE.id("person", "dark-anna") + " " + BASE.id("person", "dark-boris") + "\n");
        assertThat(run("actor", "--list").out()).contains("\tdifferent\t").hasLineCount(1);
        String key = run("actor", "--list").out().split("\t", 2)[0];
        assertThat(run("actor", "--undo", BASE.id("decision", key).getURI()).code())
                .isZero();
        assertThat(run("actor", "--undo", key).err()).contains("was undone before");
        assertThat(run("actor", "--same", "sergei-shoigu", "bashar-al-assad").err())
                .contains("the gazetteer knows both");
    }

    @Test
    void aNameInAnArticleIsOfSomebodyElse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("visit.jsonl");
        Files.writeString(file, """
                {"id":"1","source":"Harbour Gazette","published":"2017-09-13","body":"Vladimir Putin visited Damascus on \
                Tuesday. Putin met Bashar al-Assad there."}""");
        assertThat(run("ingest", file.toString()).out()).contains("1 new");
        String name = run("query", "SELECT ?m { ?m <" + Kh.exact + "> ?w FILTER(STR(?w) = 'Vladimir Putin') }")
                .out()
                .replaceAll("(?s).*/id/mention/([a-z0-9-]+).*", "$1");

        Shell.Ran decided = run("name", "--is", name, "Sergei Shoigu", "--throughout", "--note", "the\nminister");
        assertThat(decided.err()).isEmpty();
        assertThat(decided.out()).startsWith("decided ").contains("/id/mention/" + name);
        assertThat(run("name", "--list").out().split("\t"))
                .hasSize(7)
                .contains(
                        "link-all",
                        "Vladimir Putin",
                        BASE.id("mention", name) + " " + BASE.id("person", "sergei-shoigu"))
                .endsWith("the minister\n");
        assertThat(run("actor", "--list").out()).doesNotContain(name);
        Path copy = folder.resolve("copy.zip");
        assertThat(run("backup", copy.toString()).code()).isZero();
        Shell restored = new Shell(folder.resolve("restored"));
        assertThat(restored.run("restore", copy.toString(), "-Dkhabar.base=" + BASE)
                        .code())
                .isZero();
        assertThat(restored.run("name", "--list", "-Dkhabar.base=" + BASE).out())
                .isEqualTo(run("name", "--list").out());
        assertThat(run("name", "--undo", decided.out().split("[ :]")[1]).out()).startsWith("undone ");
        assertThat(run("name", "--list").out()).isEmpty();

        assertThat(run("name", "--nobody", "0123456789abcdef-body-1-2"))
                .isEqualTo(
                        new Shell.Ran(
                                ExitCode.NO_INPUT,
                                "",
                                "khabar: there is no name 0123456789abcdef-body-1-2: its article was changed, or is not here\n"));
        assertThat(run("name", "--is", name, "Tripoli").err())
                .contains("give the whole address")
                .hasLineCount(1);
        assertThat(run("name", "--is", name).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatCannotBeDecidedIsOneLine() {
        assertThat(run("merge", "--pin", "no-such-event"))
                .isEqualTo(new Shell.Ran(ExitCode.NO_INPUT, "", "khabar: there is no event no-such-event\n"));
        assertThat(run("merge", "--apart", "a1-10", "a1-10").err()).contains("both are ");
        assertThat(run("merge", "--undo", "0123456789abcdef").code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(run("merge").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("merge", "--join", "a1-10").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("merge", "--pin", HERE.report(10).getURI()).err()).contains("neither the key nor the IRI");
    }

    private Shell.Ran run(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.add("-Dkhabar.base=" + BASE);
        return shell.run(all.toArray(String[]::new));
    }
}
