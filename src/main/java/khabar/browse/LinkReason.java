package khabar.browse;

import java.util.List;
import java.util.Optional;

/**
 * Why a name leads where it leads, or why it leads nowhere.
 *
 * @param basis what it was linked by; empty where it is linked to nothing
 * @param confidence that the link is right, in hundredths
 * @param decision of an editor, by which it is so; also where it is linked to nothing
 * @param others whom or what else the name may stand for, or was taken for before the decision, the likeliest first
 */
record LinkReason(Optional<Link> basis, Optional<Long> confidence, Optional<Link> decision, List<Other> others) {
    LinkReason {
        others = List.copyOf(others);
    }

    /** @param score from 0 to 1, to be compared within one naming only */
    record Other(Link thing, String score) {}
}
