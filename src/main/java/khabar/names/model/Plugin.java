package khabar.names.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabar.names.MentionType;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What {@code plugin.yaml} says of a model.
 *
 * @param languages whose articles it reads, by their tags
 * @param types what the model's names of types mean; empty for what is no name here
 * @param licence its first line
 */
record Plugin(
        String name,
        Set<String> languages,
        String sha256,
        Map<String, Optional<MentionType>> types,
        List<Normalisation> normalisation,
        String licence) {
    private static final Set<String> KEYS = Set.of("name", "language", "sha256", "licence", "normalisation", "types");
    private static final String NO_NAME = "none";

    static Plugin parse(Path file, String text) {
        Map<String, Object> all = map(file, "it", yaml(file, text));
        all.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new UnusableModel(file + ": says " + key + ", which nothing listens to; it may say " + sorted(KEYS));
        });
        String hash = text(file, all, "sha256").toLowerCase(Locale.ROOT);
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new UnusableModel(file + ": sha256 is not 64 hex digits; write what sha256sum says of model.onnx");
        }
        return new Plugin(
                text(file, all, "name"),
                languages(file, all),
                hash,
                types(file, all),
                normalisation(file, all),
                text(file, all, "licence").lines().findFirst().orElseThrow());
    }

    private static @Nullable Object yaml(Path file, String text) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            throw new UnusableModel(file + ":" + line + ": not YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw new UnusableModel(file + ": not YAML: " + broken.getMessage());
        }
    }

    private static Map<String, Object> map(Path file, String what, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new UnusableModel(file + ": " + what + " is to be keys and values, one a line, as in key: value");
        }
        Map<String, Object> texts = new HashMap<>();
        map.forEach((key, mapped) -> texts.put(String.valueOf(key), mapped == null ? "" : mapped));
        return texts;
    }

    private static String text(Path file, Map<String, Object> all, String key) {
        return Optional.ofNullable(all.get(key))
                .filter(value -> !(value instanceof Collection || value instanceof Map))
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new UnusableModel(file + ": lacks " + key + ": ..."));
    }

    /** One, or a list of several. */
    private static List<String> texts(Map<String, Object> all, String key) {
        return Optional.ofNullable(all.get(key)).stream()
                .flatMap(value -> value instanceof Collection<?> several ? several.stream() : List.of(value).stream())
                .map(value -> String.valueOf(value).strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Set<String> languages(Path file, Map<String, Object> all) {
        List<String> languages = texts(all, "language");
        if (languages.isEmpty()) {
            throw new UnusableModel(file + ": lacks language: the tag of a language, such as ar, or a list of them");
        }
        return Set.copyOf(languages);
    }

    private static List<Normalisation> normalisation(Path file, Map<String, Object> all) {
        List<Normalisation> steps = new ArrayList<>();
        for (String word : texts(all, "normalisation")) {
            steps.add(Normalisation.named(word)
                    .orElseThrow(() -> new UnusableModel(
                            file + ": there is no normalisation " + word + "; there are " + Normalisation.words())));
        }
        return steps;
    }

    private static Map<String, Optional<MentionType>> types(Path file, Map<String, Object> all) {
        Map<String, Optional<MentionType>> types = new HashMap<>();
        map(file, "types", all.get("types"))
                .forEach((label, type) -> types.put(label, type(file, label, type.toString())));
        return types;
    }

    private static Optional<MentionType> type(Path file, String label, String type) {
        if (type.equals(NO_NAME)) {
            return Optional.empty();
        }
        for (MentionType known : MentionType.values()) {
            if (known.word().equalsIgnoreCase(type)) {
                return Optional.of(known);
            }
        }
        throw new UnusableModel(file + ": types says " + label + ": " + type
                + "; a type is person, organisation, place, other or none");
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
