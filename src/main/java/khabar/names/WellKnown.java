package khabar.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.text.Tokeniser;

/** The names of {@code names/well-known-ar.txt}: hints to the recogniser, never links. */
final class WellKnown {
    private static final WellKnown NAMES = read();

    private final Map<String, MentionType> types = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();

    private WellKnown() {}

    /** A name of so many tokens. */
    record Match(int length, MentionType type) {}

    /** The longest name that the words begin with. */
    static Optional<Match> at(List<String> normals) {
        int most = Math.min(NAMES.longest.getOrDefault(normals.getFirst(), 0), normals.size());
        for (int length = most; length > 0; length--) {
            MentionType type = NAMES.types.get(String.join(" ", normals.subList(0, length)));
            if (type != null) {
                return Optional.of(new Match(length, type));
            }
        }
        return Optional.empty();
    }

    private static WellKnown read() {
        WellKnown names = new WellKnown();
        for (String line : Words.lines("well-known-ar.txt")) {
            int blank = line.indexOf(' ');
            MentionType type = MentionType.valueOf(line.substring(0, blank));
            for (String name : line.substring(blank + 1).split("\\|", -1)) {
                List<String> normals = Tokeniser.normals(name);
                names.types.putIfAbsent(String.join(" ", normals), type);
                names.longest.merge(normals.getFirst(), normals.size(), Math::max);
            }
        }
        return names;
    }
}
