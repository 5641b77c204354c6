package khabar.store;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;

/**
 * Ends this JVM as a cut of the power does, at a point of any class's code, our own or a library's: the class is rewritten when
 * the child starts, so that the product knows nothing of it.
 */
public final class Halting {
    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);

    private Halting() {}

    /** Options for the child. */
    static List<String> options(List<String> classPath) {
        return classPath.stream()
                .filter(place -> new File(place).getName().startsWith("byte-buddy-agent"))
                .map(agent -> "-javaagent:" + agent)
                .toList();
    }

    /**
     * A point.
     *
     * @param point {@code package.Class#method}, with {@code >} in front for its end, else its beginning
     * @param time 1 for the first time that it is reached
     * @throws NoSuchMethodException where the class has none called so: the point would never be reached
     */
    static void at(String point, int time) throws ClassNotFoundException, NoSuchMethodException {
        boolean atEnd = point.startsWith(">");
        String[] parts = point.substring(atEnd ? 1 : 0).split("#", -1);
        Class<?> type = Class.forName(parts[0]);
        if (Arrays.stream(type.getDeclaredMethods())
                .noneMatch(method -> method.getName().equals(parts[1]))) {
            throw new NoSuchMethodException(point);
        }
        ByteBuddyAgent.getInstrumentation();
        new ByteBuddy()
                .redefine(type)
                .visit(Advice.to(atEnd ? AtEnd.class : AtBeginning.class).on(named(parts[1])))
                .make()
                .load(type.getClassLoader(), ClassReloadingStrategy.fromInstalledAgent());
        LEFT.set(time);
    }

    /** Called by the code that was put in. */
    public static void reached() {
        if (LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }

    /** Put in at the beginning of a method. */
    static final class AtBeginning {
        private AtBeginning() {}

        @Advice.OnMethodEnter
        static void enter() {
            Halting.reached();
        }
    }

    /** Put in at the end of a method that ends well. */
    static final class AtEnd {
        private AtEnd() {}

        @Advice.OnMethodExit
        static void exit() {
            Halting.reached();
        }
    }
}
