package khabar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khabar.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full: nothing that was acknowledged is lost, and where there is room again writing goes on. */
class DiskFaultsTest {
    private static final int SMALLEST = 40;

    @Test
    void aFullDiskLosesNothing(@TempDir Path folder) throws IOException, InterruptedException {
        for (int size = 0; size < Soak.times(1, 20); size++) {
            try (Disk disk = Disk.of(folder, SMALLEST + size)) {
                Path store = disk.folder().resolve("store");
                String said = write(store, "0", 0);

                assertThat(said.lines().toList().getLast()).matches("(Broken|\\w*IOException): .*");
                int written = KilledFaultsTest.acknowledged(said).size();
                assertThat(written).isPositive();
                disk.resize(SMALLEST * 4);
                KilledFaultsTest.isWell(store, written);
                String more = write(store, Long.toString(20 << 20), written);
                assertThat(KilledFaultsTest.acknowledged(more)).isNotEmpty();
                KilledFaultsTest.isWell(
                        store, written + KilledFaultsTest.acknowledged(more).size());
            }
        }
    }

    @Test
    void whereRoomIsKeptFreeWritingEndsBeforeTheDiskIsFull(@TempDir Path folder)
            throws IOException, InterruptedException {
        for (int size = 0; size < Soak.times(1, 20); size++) {
            try (Disk disk = Disk.of(folder, SMALLEST + size)) {
                Path store = disk.folder().resolve("store");
                String said = write(store, Long.toString(10 << 20), 0);

                assertThat(said.lines().toList().getLast()).startsWith("Full: ");
                assertThat(Files.getFileStore(store).getUsableSpace()).isGreaterThan(5 << 20);
                KilledFaultsTest.isWell(
                        store, KilledFaultsTest.acknowledged(said).size());
            }
        }
    }

    private static String write(Path store, String reserve, int first) throws IOException, InterruptedException {
        return Child.run(
                Child.classPath(), List.of(), Scribe.class, store.toString(), reserve, Integer.toString(first));
    }

    /** A small one in memory, as only the system's administrator may make it. */
    private record Disk(Path folder) implements AutoCloseable {
        static Disk of(Path folder, int megabytes) throws IOException, InterruptedException {
            boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
            assumeTrue(mounted, "no disk can be mounted here");
            return new Disk(folder);
        }

        void resize(int megabytes) throws IOException, InterruptedException {
            assertThat(run("mount", "-o", "remount,size=" + megabytes + "m", folder.toString()))
                    .isTrue();
        }

        @Override
        public void close() throws IOException {
            try {
                // Files of a store that is closed stay mapped until a collection.
                assertThat(run("umount", "--lazy", folder.toString())).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private static boolean run(String... command) throws IOException, InterruptedException {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        }
    }
}
