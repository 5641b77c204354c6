package khabar.event;

import java.util.List;
import java.util.Optional;

/**
 * The 16 event types of PLOVER (manual of February 2024) with quad class, conflict–cooperation score and modes.
 * ACCUSE is −3 (printed 3, all its modes are negative); SANCTION is quad 4 (as in its own section).
 */
public enum EventType {
    AGREE(1, 2.5),
    CONSULT(1, 2.5, "visit:4", "third-party:1", "multilateral:4", "phone:1.5"),
    SUPPORT(1, 5),
    CONCEDE(1, 4.5),
    COOPERATE(2, 9.5),
    AID(2, 10),
    RETREAT(2, 6.5, "withdraw:8", "release:6.5", "disarm:10", "ceasefire:7.5", "access:6.5", "resign:4.5"),
    REQUEST(3, 0, "assist:0.5", "change:-1", "yield:-1", "meet:0"),
    ACCUSE(3, -3, "disapprove:-2", "investigate:-3.5", "allege:-3.5"),
    REJECT(3, -2, "assist:-1.5", "change:-2", "yield:-2", "meet:-2"),
    THREATEN(3, -3.5, "restrict:-3", "arrest:-3.5", "relations:-3.5", "expel:-3.5", "territory:-4", "violence:-3.5"),
    PROTEST(4, -5, "demo:-5", "riot:-7", "strike:-5", "hunger:-4.5", "boycott:-4.5", "obstruct:-4.5", "vandalize"),
    SANCTION(4, -6, "convict:-6", "expel:-5.5", "withdraw:-6", "discontinue:-6"),
    MOBILIZE(4, -5.5, "troops:-6.5", "weapons:-6.5", "police:-5.5", "militia:-6"),
    COERCE(
            4,
            -7,
            "seize:-7",
            "restrict:-7",
            "censor:-6.5",
            "curfew:-6.5",
            "martial-law:-7.5",
            "arrest:-7",
            "deport:-7",
            "withhold:-7",
            "misinformation:-6.5",
            "cyber:-7"),
    ASSAULT(
            4,
            -9,
            "abduct:-8.5",
            "beat:-7.5",
            "torture:-8.5",
            "sexual:-8.5",
            "targeted:-9.5",
            "destroy:-8.5",
            "primitive:-8",
            "firearms:-9",
            "explosives:-9",
            "suicide-attack:-9.5",
            "aerial:-9.5",
            "drone:-9.5",
            "heavy-weapons:-9.5",
            "crowd-control:-7.5",
            "unconventional:-10");

    private final int quad;
    private final double score;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable list of immutable records
    private final List<Mode> modes;

    EventType(int quad, double score, String... modes) {
        this.quad = quad;
        this.score = score;
        this.modes = java.util.Arrays.stream(modes).map(EventType::mode).toList();
    }

    /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
    public int quad() {
        return quad;
    }

    /** From −10 (conflict) to 10 (cooperation), for the type without mode. */
    public double score() {
        return score;
    }

    public List<Mode> modes() {
        return modes;
    }

    /** The mode of this type with the name; the same name may belong to several types with another meaning. */
    public Optional<Mode> named(String name) {
        return modes.stream().filter(mode -> mode.name().equals(name)).findFirst();
    }

    private static Mode mode(String spelled) {
        int colon = spelled.indexOf(':');
        return colon < 0
                ? new Mode(spelled, Optional.empty())
                : new Mode(spelled.substring(0, colon), Optional.of(Double.valueOf(spelled.substring(colon + 1))));
    }

    /**
     * How an event of a type was done.
     *
     * @param score absent where PLOVER gives none
     */
    public record Mode(String name, Optional<Double> score) {}
}
