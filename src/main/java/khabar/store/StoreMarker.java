package khabar.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import khabar.vocab.Base;

/** The file that says what a directory is: a store, and with which base IRI it was made. */
final class StoreMarker {
    private static final String BASE = "base";
    private static final String LAYOUT = "layout";
    private static final String THIS_LAYOUT = "1";

    private StoreMarker() {}

    /** Writes the file where there is none and no dataset; else the base must be the same. */
    static void check(StoreSettings settings, Base base) throws IOException {
        if (!Files.exists(settings.marker())) {
            if (Files.exists(settings.dataset())) {
                throw new StoreException.Unusable(
                        settings.directory(),
                        "there is a dataset but no " + settings.marker().getFileName(),
                        null);
            }
            write(settings.marker(), base);
            return;
        }
        String made = made(settings);
        if (!made.equals(base.iri())) {
            throw new StoreException.OtherBase(settings.directory(), made, base.iri());
        }
    }

    /** The base that the file names. */
    private static String made(StoreSettings settings) throws IOException {
        Properties marker = new Properties();
        try (Reader reader = Files.newBufferedReader(settings.marker())) {
            marker.load(reader);
        }
        if (!THIS_LAYOUT.equals(marker.getProperty(LAYOUT))) {
            throw new StoreException.Unusable(
                    settings.directory(),
                    "its layout is " + marker.getProperty(LAYOUT) + ", this program knows " + THIS_LAYOUT,
                    null);
        }
        return marker.getProperty(BASE, "");
    }

    /** What the file of a store with this base says. */
    static String text(Base base) {
        return LAYOUT + "=" + THIS_LAYOUT + "\n" + BASE + "=" + base.iri() + "\n";
    }

    private static void write(Path file, Base base) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(unfinished, text(base));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
