package khabar.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khabar.article.Terms;

/**
 * What is set per source: how much of its articles may be shown, whatever they state themselves.
 *
 * @param bySource by the key of the source, as in its IRI
 */
public record SourceTerms(Map<String, Terms> bySource) {
    public static final SourceTerms NONE = new SourceTerms(Map.of());

    private static final Pattern SETTING = Pattern.compile("khabar\\.sources\\.(.+)\\.terms");
    private static final Pattern VARIABLE = Pattern.compile("KHABAR_SOURCES_(.+)_TERMS");
    private static final String KEY = "[a-z0-9-]+";

    public SourceTerms {
        bySource = Map.copyOf(bySource);
    }

    /**
     * As a person writes them.
     *
     * @param words by the key of the source
     * @throws IllegalArgumentException with one line for a person where a key or a word cannot be what it says
     */
    public static SourceTerms of(Map<String, String> words) {
        Map<String, Terms> bySource = new TreeMap<>();
        words.forEach((source, word) -> {
            if (!source.matches(KEY)) {
                throw new IllegalArgumentException(
                        "khabar.sources." + source + ".terms: \"" + source
                                + "\" is not the key of a source; expected what its IRI ends with, as in khabar.sources.al-khaleej.terms");
            }
            bySource.put(
                    source,
                    Terms.named(word)
                            .orElseThrow(() -> new IllegalArgumentException("khabar.sources." + source + ".terms is \""
                                    + word + "\"; expected "
                                    + Arrays.stream(Terms.values())
                                            .map(Terms::word)
                                            .collect(Collectors.joining(" or ")))));
        });
        return new SourceTerms(bySource);
    }

    /** The name of the setting that an environment variable stands for; empty where it stands for none of these. */
    public static Optional<String> settingOf(String variable) {
        Matcher name = VARIABLE.matcher(variable);
        return name.matches()
                ? Optional.of(
                        "khabar.sources." + name.group(1).replace('_', '-').toLowerCase(Locale.ROOT) + ".terms")
                : Optional.empty();
    }

    /** Those among settings of all kinds, by their names; throws as {@link #of}. */
    public static SourceTerms among(Map<String, String> settings) {
        Map<String, String> words = new TreeMap<>();
        settings.forEach((name, value) -> {
            Matcher setting = SETTING.matcher(name);
            if (setting.matches()) {
                words.put(setting.group(1), value);
            }
        });
        return of(words);
    }

    /** Whether a setting of this name is one of these. */
    public static boolean isSetting(String name) {
        return SETTING.matcher(name).matches();
    }

    /** Empty where nothing is set for the source. */
    public Optional<Terms> of(String source) {
        return Optional.ofNullable(bySource.get(source));
    }
}
