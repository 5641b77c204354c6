package khabar.names;

import java.util.Comparator;

/**
 * A name that may stand in a sentence.
 *
 * @param first index of its first token
 * @param last index after its last token
 * @param skipped how many characters of the normal form of the first token are particles before the name
 * @param prefix those particles
 */
record Candidate(
        int first, int last, int skipped, String prefix, MentionType type, Resolution resolution, double confidence) {

    /** Longer before shorter, then the surer one, then the earlier one. */
    static final Comparator<Candidate> BEST = Comparator.comparingInt(Candidate::length)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Candidate::confidence).reversed())
            .thenComparingInt(Candidate::first);

    int length() {
        return last - first;
    }

    boolean overlaps(Candidate other) {
        return first < other.last && other.first < last;
    }

    boolean covers(Candidate other) {
        return first <= other.first && other.last <= last;
    }

    /** A person of whom it is not said who it is. */
    boolean isPersonUnknown() {
        return type == MentionType.PERSON
                && (resolution instanceof Resolution.Unknown || resolution instanceof Resolution.Ambiguous);
    }

    /** The same without the words before a token, and the particles on them. */
    Candidate from(int token) {
        return new Candidate(token, last, 0, "", type, resolution, confidence);
    }

    /** The same without the words from a token on. */
    Candidate to(int token) {
        return new Candidate(first, token, skipped, prefix, type, resolution, confidence);
    }

    Candidate with(MentionType newType, Resolution newResolution) {
        return new Candidate(first, last, skipped, prefix, newType, newResolution, confidence);
    }
}
