package khabar.app.access;

import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: as bcrypt hashes with 2¹⁰ rounds, some 50 ms each to try. */
public final class Passwords {
    /** bcrypt hears no more than this many bytes. */
    private static final int LONGEST = 72;

    private static final int SHORTEST = 12;

    private Passwords() {}

    static PasswordEncoder encoder() {
        return new BCryptPasswordEncoder();
    }

    /**
     * What is kept of a password.
     *
     * @throws IllegalArgumentException with one line for a person where it is too short or too long
     */
    public static String hash(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new IllegalArgumentException("a password has at least " + SHORTEST + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("a password has at most " + LONGEST + " bytes of UTF-8");
        }
        return String.valueOf(encoder().encode(password));
    }
}
