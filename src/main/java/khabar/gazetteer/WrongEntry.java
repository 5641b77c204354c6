package khabar.gazetteer;

/** A gazetteer file of a user's says something that cannot be; the message is one line that says where and what to do. */
public final class WrongEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line from 1 */
    WrongEntry(String file, long line, String message) {
        super(file + ":" + line + ": " + message.lines().findFirst().orElse(message));
    }

    WrongEntry(String file, String message) {
        super(file + ": " + message.lines().findFirst().orElse(message));
    }
}
