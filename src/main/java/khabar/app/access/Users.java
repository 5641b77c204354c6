package khabar.app.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may sign in at this server; nobody where nothing is set. */
public record Users(List<User> users) {
    private static final Pattern SETTING = Pattern.compile("khabar\\.users\\.(.+)\\.(password|role)");
    private static final Pattern VARIABLE = Pattern.compile("KHABAR_USERS_(.+)_(PASSWORD|ROLE)");

    public Users {
        users = List.copyOf(users);
    }

    /** Whether somebody may write, and so deal with what others send in. */
    public boolean haveEditor() {
        return users.stream().anyMatch(user -> user.role() == User.Role.EDITOR);
    }

    /** Those among settings of all kinds, by their names; throws as {@link User#of}. */
    public static Users among(Map<String, String> settings) {
        Map<String, String> own = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>();
        settings.forEach((name, value) -> {
            Matcher setting = SETTING.matcher(name);
            if (setting.matches()) {
                names.add(setting.group(1));
                own.put(setting.group(1) + "." + setting.group(2), value);
            }
        });
        return new Users(names.stream()
                .map(name -> User.of(name, own.get(name + ".password"), own.get(name + ".role")))
                .toList());
    }

    /** Whether a setting of this name is one of these. */
    public static boolean isSetting(String name) {
        return SETTING.matcher(name).matches();
    }

    /** The name of the setting that an environment variable stands for; empty where it stands for none of these. */
    public static Optional<String> settingOf(String variable) {
        Matcher name = VARIABLE.matcher(variable);
        return name.matches()
                ? Optional.of(("khabar.users." + name.group(1).replace('_', '-') + "." + name.group(2))
                        .toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
