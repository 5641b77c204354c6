package khabar.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import khabar.app.desk.WholeFile;
import khabar.gazetteer.NameImport;
import khabar.gazetteer.WrongEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code khabar gazetteer import}. */
@Command(
        name = "import",
        description = {
            "Makes a gazetteer file of a collection of names: more names of what Khabar knows, told by its number in GeoNames or Wikidata, and new people and organisations.",
            "A place that Khabar does not know is left out: these collections do not say where it lies.",
            "Put the file into khabar.gazetteer.directory (default data/gazetteer).",
            "A running server takes up new files with khabar gazetteer reload.",
            "Names of things in your own files are added where those stand before OUT by name."
        },
        mixinStandardHelpOptions = true)
final class GazetteerImportCommand implements Callable<Integer> {
    private static final int TOLD = 20;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "<collection>",
            description = {
                "${COMPLETION-CANDIDATES}.",
                "geonames: alternateNamesV2.txt, unpacked.",
                "wikidata: a table with the header qid,type,label,lang,alias.",
                "paranames: its table with the header wikidata_id, eng, label, language, type."
            })
    private NameImport.Kind from = NameImport.Kind.WIKIDATA;

    @Option(
            names = "--languages",
            split = ",",
            defaultValue = "ar,en",
            paramLabel = "<tag>",
            description = "Which names to take, by language; default ar,en.")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.ttl",
            description = "Default: standard output.")
    private Optional<Path> output = Optional.empty();

    @Parameters(paramLabel = "FILE", description = "The table, UTF-8; packed with gzip or not.")
    private Path file = Path.of("");

    private final Root root;

    GazetteerImportCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        Set<String> wanted = tags();
        output.filter(path -> !path.toString().endsWith(".ttl")).ifPresent(path -> {
            throw new Stop(ExitCode.USAGE, path + " does not end in .ttl; it would not be read");
        });
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        Path folder = root.settings(Map.of()).gazetteer();
        NameImport names = new NameImport(from, wanted, NameImport.before(folder, output));
        Troubles troubles = new Troubles();
        try (Bar bar = root.bar("import", " MB", 1_000_000);
                InputStream in = new WatchedInput(Files.newInputStream(file), bar)) {
            names.read(file.toString(), in, troubles::tell);
        }
        troubles.end();
        if (output.isPresent()) {
            List<NameImport.Counts> counts = new ArrayList<>(1);
            WholeFile.write(output.get(), out -> counts.add(names.write(out)));
            for (String line : lines(counts.getFirst())) {
                root.print(line);
            }
        } else {
            lines(names.write(root.surroundings.out())).forEach(root::say);
        }
        return troubles.count > 0 ? ExitCode.REFUSED : ExitCode.OK;
    }

    private Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        for (String language : languages) {
            String tag = language.strip().toLowerCase(Locale.ROOT);
            if (!tag.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*")) {
                throw new Stop(ExitCode.USAGE, "\"" + language + "\" is no language tag; give some, as in ar,en,fr");
            }
            tags.add(tag);
        }
        return tags;
    }

    private static List<String> lines(NameImport.Counts counts) {
        List<String> lines = new ArrayList<>();
        lines.add("read %d rows: %d names, %d known things with more names, %d new people and organisations"
                .formatted(
                        counts.rows(),
                        counts.names(),
                        counts.known(),
                        counts.added().things()));
        if (counts.leftOut().places() > 0) {
            lines.add("left out %d places that Khabar does not know"
                    .formatted(counts.leftOut().places()));
        }
        if (counts.leftOut().unnamed() > 0) {
            lines.add("left out %d people and organisations without a name in English or Arabic"
                    .formatted(counts.leftOut().unnamed()));
        }
        if (counts.added().namesakes() > 0) {
            lines.add(
                    "%d of the new bear a name of another that is known; where they are the same, add its number in Wikidata to the known one (same_as) and import again"
                            .formatted(counts.added().namesakes()));
        }
        return lines;
    }

    private final class Troubles {
        private long count;

        void tell(WrongEntry wrong) {
            if (++count <= TOLD) {
                root.say(String.valueOf(wrong.getMessage()));
            }
        }

        void end() {
            if (count > TOLD) {
                root.say(count - TOLD + " more lines of wrong shape");
            }
        }
    }
}
