package khabar.event;

import java.util.Optional;

/** What kind of event: a type, and a mode of that type where one is told. */
public record EventCode(EventType type, Optional<EventType.Mode> mode) {
    public EventCode {
        mode.ifPresent(m -> {
            if (!type.modes().contains(m)) {
                throw new IllegalArgumentException(type + " has no mode " + m.name());
            }
        });
    }

    public static EventCode of(EventType type) {
        return new EventCode(type, Optional.empty());
    }

    /**
     * A type with one of its modes.
     *
     * @throws IllegalArgumentException if the type has no such mode
     */
    public static EventCode of(EventType type, String mode) {
        return new EventCode(
                type,
                Optional.of(type.named(mode)
                        .orElseThrow(() -> new IllegalArgumentException(type + " has no mode " + mode))));
    }

    /** As in concept IRIs: {@code CONSULT} or {@code CONSULT-visit}. */
    public String notation() {
        return type + mode.map(m -> "-" + m.name()).orElse("");
    }
}
