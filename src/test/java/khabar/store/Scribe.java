package khabar.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import khabar.vocab.Base;
import khabar.vocab.Literals;
import khabar.vocab.Rdfs;
import khabar.vocab.Skos;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * A process that writes one word after the other until it is killed, and says each that is safe. With each comes a second name
 * that the next write takes out again.
 *
 * <p>Arguments: directory, reserve in bytes, number of the first word, and where it is to end, a point of {@link Halting} and
 * which time. It compacts after every third word where that point is in {@link Compaction}.
 */
final class Scribe {
    static final Base BASE = new Base("https://news.example/");

    /** Within so many words each point is reached as often as is asked. */
    private static final int WORDS = 100;

    private Scribe() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int first = Integer.parseInt(arguments[2]);
        boolean compacts = arguments.length > 3 && arguments[3].contains("Compaction");
        try (Store store = Store.open(new StoreSettings(directory, Long.parseLong(arguments[1])), BASE)) {
            if (arguments.length > 3) {
                Halting.at(arguments[3], Integer.parseInt(arguments[4]));
            }
            int end = arguments.length > 3 ? first + WORDS : Integer.MAX_VALUE;
            for (int number = first; number < end; number++) {
                int now = number;
                store.write(present -> changes(now));
                System.out.println("ACK " + number);
                if (compacts && number % 3 == 0) {
                    store.compact(Duration.ofSeconds(5));
                }
            }
        } catch (StoreException | IOException refused) {
            System.out.println(refused.getClass().getSimpleName() + ": " + refused.getMessage());
        }
    }

    static Changes changes(int number) {
        Triple name = Triple.create(BASE.id("place", word(number)), Rdfs.label, Literals.english(word(number)));
        return new Changes(
                Map.of(),
                List.of(Quad.create(BASE.graph("gazetteer"), passing(number - 1))),
                List.of(
                        Quad.create(BASE.graph("gazetteer"), name),
                        Quad.create(BASE.graph("gazetteer"), passing(number))),
                List.of(new Original(word(number), "version", "{}")));
    }

    private static Triple passing(int number) {
        return Triple.create(BASE.id("place", word(number)), Skos.altLabel, Literals.english("passing" + word(number)));
    }

    /** Of letters only, and no beginning of another: no digit is a z. */
    static String word(int number) {
        return "word"
                + Integer.toString(Math.max(0, number), 25)
                        .chars()
                        .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 25))))
                        .reduce("", String::concat)
                + "z";
    }
}
