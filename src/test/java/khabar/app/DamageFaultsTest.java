package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import khabar.Soak;
import khabar.app.command.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a store that a disk has harmed: what is wrong is said, in lines for people, and nothing wrong passes for right. */
class DamageFaultsTest {
    @TempDir
    Path folder;

    @Test
    void whatVerifyFindsWellIsAsItWas() throws IOException {
        Path day = Files.writeString(folder.resolve("day.jsonl"), Texts.LINE_PARIS + "\n" + Texts.LINE_ROME + "\n");
        Shell whole = new Shell(folder.resolve("whole"));
        assertThat(whole.run("ingest", day.toString()).code()).isZero();
        assertThat(whole.run("verify").code()).isZero();
        List<String> said = said(whole);
        long seed = Long.getLong("khabar.seed", System.nanoTime() % 1_000_000);
        Random random = new Random(seed);
        List<Path> files = files(folder.resolve("whole/tdb2"));
        int found = 0;
        for (int time = 0; time < Soak.times(8, 200); time++) {
            Path store = folder.resolve("harmed-" + time);
            copy(folder.resolve("whole"), store);
            boolean cut = time % 4 == 0;
            Path file = time == 0 ? Path.of("Data-0001", "GSPO.dat") : files.get(random.nextInt(files.size()));
            String how = harm(store.resolve("tdb2").resolve(file), cut, random);
            Shell harmed = new Shell(store);

            Shell.Ran verified = harmed.run("verify");

            String what = "seed %d, %s of %s: %s %s".formatted(seed, how, file, verified.out(), verified.err());
            assertThat(verified.out() + verified.err()).as(what).doesNotContain("\tat ", "Exception in");
            if (verified.code() == 0) {
                assertThat(said(harmed)).as(what).isEqualTo(said);
            } else {
                found++;
                assertThat(verified.code()).as(what).isIn(ExitCode.REFUSED, ExitCode.IO, ExitCode.FAULT);
                assertThat(verified.out() + verified.err()).as(what).contains("khabar restore");
            }
            delete(store);
        }
        System.out.printf("Damage, seed %d: %d found%n", seed, found);
        assertThat(found).as("seed %d", seed).isPositive();
    }

    /** A bit in what is written, or the end is gone. */
    private static String harm(Path file, boolean cut, Random random) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            long used = used(raw);
            if (cut) {
                raw.setLength(used / 2);
                return "the second half";
            }
            long place = (long) (random.nextDouble() * used);
            raw.seek(place);
            int octet = raw.read();
            raw.seek(place);
            raw.write(octet ^ 1 << random.nextInt(8));
            return "a bit at " + place;
        }
    }

    /** Without the zeros at the end. */
    private static long used(RandomAccessFile raw) throws IOException {
        byte[] all = new byte[(int) raw.length()];
        raw.readFully(all);
        int end = all.length;
        while (end > 1 && all[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static List<String> said(Shell shell) {
        Shell.Ran ran = shell.run("export", "--format", "nquads");
        return ran.out().lines().sorted().toList();
    }

    /** Those that hold something, below the folder and relative to it. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".lock")
                            && file.toFile().length() > 0)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                if (!file.getFileName().toString().endsWith(".lock")) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}
