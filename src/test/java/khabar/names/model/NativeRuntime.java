package khabar.names.model;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.util.List;
import khabar.store.Child;

/**
 * Whether ONNX Runtime starts on this machine: on some virtual ones its native part ends the whole JVM, and the run of the
 * tests with it. So it is tried in another.
 */
public final class NativeRuntime {
    private static final String STARTED = "started";
    private static final boolean WORKS = tried();

    private NativeRuntime() {}

    /** For {@code @EnabledIf}. */
    public static boolean works() {
        return WORKS;
    }

    private static boolean tried() {
        try {
            return Child.run(Child.classPath(), List.of(), NativeStart.class).contains(STARTED);
        } catch (IOException | InterruptedException broken) {
            return false;
        }
    }

    /** The other JVM. */
    public static final class NativeStart {
        private NativeStart() {}

        public static void main(String[] arguments) {
            System.out.println(OrtEnvironment.getEnvironment().getVersion() + " " + STARTED);
        }
    }
}
