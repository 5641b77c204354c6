package khabar.gazetteer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of the gazetteer that come with the program, read once in a process; what is in them stays as it is. */
final class ShippedFiles {
    private static @Nullable ShippedFiles known;

    private final List<GazetteerReader> readers;
    private final MessageDigest digest;

    private ShippedFiles(List<GazetteerFile> files) {
        readers = files.parallelStream().map(ShippedFiles::reader).toList();
        digest = sha256();
        for (GazetteerFile file : files) {
            digest.update(file.name().getBytes(StandardCharsets.UTF_8));
            digest.update(file.bytes());
        }
    }

    /** @throws IllegalStateException if one is missing or wrong: they come with the program */
    static synchronized ShippedFiles read() {
        ShippedFiles read = known;
        if (read == null) {
            read = new ShippedFiles(
                    Gazetteer.FILES.parallelStream().map(GazetteerFile::named).toList());
            known = read;
        }
        return read;
    }

    private static GazetteerReader reader(GazetteerFile file) {
        GazetteerReader reader = new GazetteerReader(file.name());
        file.read(reader::read);
        return reader;
    }

    /** One for each file. */
    List<GazetteerReader> readers() {
        return readers;
    }

    /** 16 hexadecimal digits of these files and a user's own. */
    String version(List<UserFile> own) {
        MessageDigest all = copy(digest);
        for (UserFile file : own) {
            all.update(file.text().getBytes(StandardCharsets.UTF_8));
            all.update((byte) 0);
        }
        return HexFormat.of().formatHex(all.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
