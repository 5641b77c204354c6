package khabar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled tests, not initialised: for tests that look at what tests there are. */
final class TestClasses {
    private static final Path CLASSES = Path.of("target/test-classes");

    private TestClasses() {}

    static List<Class<?>> all() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(CLASSES::relativize)
                    .map(Path::toString)
                    .filter(file -> file.startsWith("khabar") && file.endsWith(".class"))
                    .sorted()
                    .<Class<?>>map(TestClasses::load)
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace('/', '.'),
                    false,
                    TestClasses.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(file, impossible);
        }
    }
}
