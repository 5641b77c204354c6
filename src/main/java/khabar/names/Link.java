package khabar.names;

import java.util.Optional;

/**
 * A mention and what it stands for.
 *
 * @param decided where an editor said so
 */
public record Link(Mention mention, Resolution resolution, Optional<ByDecision> decided) {
    /** As it was read. */
    public Link(Mention mention, Resolution resolution) {
        this(mention, resolution, Optional.empty());
    }
}
