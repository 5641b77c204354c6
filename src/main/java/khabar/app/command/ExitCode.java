package khabar.app.command;

import java.util.LinkedHashMap;
import java.util.Map;

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

    /** For the help of every command. */
    static Map<String, String> described() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(" " + OK, "done");
        codes.put(" " + USAGE, "the command line or a setting cannot be understood");
        codes.put(REFUSED + "", "something was refused, or verify found something; the rest is done");
        codes.put(NO_INPUT + "", "what was named is not there");
        codes.put(FAULT + "", "a fault of Khabar");
        codes.put(IO + "", "reading or writing failed, as on a full disk");
        codes.put(BUSY + "", "another process has the store or the port");
        codes.put(NOT_PERMITTED + "", "not permitted to read or write what was named");
        return codes;
    }

    private ExitCode() {}
}
