package khabar.app.command;

/** Ends a command with one line for a person. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    Stop(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
