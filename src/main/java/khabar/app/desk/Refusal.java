package khabar.app.desk;

/** What was asked for is not done; the message is one line for a person. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose trouble it is. */
    public enum Kind {
        /** What was given cannot be understood. */
        BAD_DATA,
        /** What was named is not there. */
        NOT_FOUND,
        BUSY,
        NOT_PERMITTED,
        /** The disk is nearly full. */
        NO_ROOM,
        FAULT
    }

    private final Kind kind;

    public Refusal(Kind kind, String message) {
        super(message.lines().findFirst().orElse(message));
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
