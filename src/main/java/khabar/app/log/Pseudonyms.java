package khabar.app.log;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for clients that tell them apart for a day, and tell nothing else: whoever has the log, also all of it, can neither
 * find out an address nor follow one from day to day. For many threads.
 */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 8;

    private final SecureRandom random = new SecureRandom();
    private LocalDate day = LocalDate.MIN;
    private byte[] salt = {};

    /** 16 hex digits. */
    synchronized String of(String client, LocalDate today) {
        if (!today.equals(day)) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            salt = fresh;
            day = today;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            byte[] whole = mac.doFinal(client.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
