package khabar.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The secret of one running server: who has it may write. */
public record Token(String value) {
    private static final String SCHEME = "Bearer ";

    public static Token random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Token(HexFormat.of().formatHex(bytes));
    }

    /** The value of an {@code Authorization} header that carries it. */
    public String header() {
        return SCHEME + value;
    }

    /** Takes the same time whatever the header holds. */
    public boolean admits(@Nullable String header) {
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), header().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
