package khabar.app.command;

/** How a command ends, for scripts; the numbers are those of {@code sysexits.h}. */
public final class ExitCode {
    public static final int OK = 0;
    /** The command line or a setting cannot be understood. */
    public static final int USAGE = 2;
    /** Something was refused; the rest is done. */
    public static final int REFUSED = 65;
    /** What was named is not there. */
    public static final int NO_INPUT = 66;
    /** The fault is ours. */
    public static final int FAULT = 70;

    public static final int IO = 74;
    /** Another process has the store or the port. */
    public static final int BUSY = 75;

    public static final int NOT_PERMITTED = 77;

    private ExitCode() {}
}
