package khabar.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file of the gazetteer says of itself.
 *
 * @param titles what it lists, by language
 * @param sources where that comes from: addresses, or words where there is none
 * @param licences addresses
 */
public record Provenance(List<Name> titles, List<String> sources, List<String> licences) {
    private static final String LICENCE = "http://purl.org/dc/terms/license";

    public Provenance {
        titles = List.copyOf(titles);
        sources = List.copyOf(sources);
        licences = List.copyOf(licences);
    }

    /** Of every file, without reading the entries. */
    public static List<Provenance> ofAllFiles() {
        List<Provenance> all = new ArrayList<>();
        for (String name : Gazetteer.FILES) {
            head(GazetteerFile.named(name))
                    .read(description -> all.add(new Provenance(
                            description.names(Description.LABEL),
                            description.texts(Description.SOURCE),
                            description.texts(LICENCE))));
        }
        return List.copyOf(all);
    }

    /** Prefixes and what is said of the file itself stand before everything else, a blank line after them. */
    private static GazetteerFile head(GazetteerFile file) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        int self = text.indexOf("\n<> ");
        int end = text.indexOf("\n\n", self);
        if (self < 0 || end < 0) {
            throw new IllegalStateException(file.name() + " does not say where it comes from");
        }
        return new GazetteerFile(file.name(), text.substring(0, end).getBytes(StandardCharsets.UTF_8));
    }
}
