package khabar.app.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Someone who may sign in.
 *
 * @param hash of the password, by bcrypt
 */
public record User(String name, String hash, Role role) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}");

    /** What a user may do. */
    public enum Role {
        /** Ask for more than the public. */
        READER,
        /** Write, too. */
        EDITOR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * As a person sets it under {@code khabar.users.NAME}.
     *
     * @param role null for an editor
     * @throws IllegalArgumentException with one line for a person where it cannot be; the hash is not in it
     */
    public static User of(String name, @Nullable String hash, @Nullable String role) {
        String setting = "khabar.users." + name;
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    setting + ": \"" + name + "\" is no name of a user; take small letters, digits and \"-\"");
        }
        if (hash == null || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    setting + ".password is not the hash of a password; make one with khabar password");
        }
        return new User(name, hash, role == null ? Role.EDITOR : role(setting, role));
    }

    private static Role role(String setting, String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(setting + ".role is \"" + word + "\"; expected "
                        + Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(" or "))));
    }

    UserDetails details() {
        return org.springframework.security.core.userdetails.User.withUsername(name)
                .password(hash)
                .authorities(role.name())
                .build();
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return name + " (" + role.word() + ")";
    }
}
