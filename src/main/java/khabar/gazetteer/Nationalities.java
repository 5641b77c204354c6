package khabar.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adjectives and nouns of nationality, with all forms that the Arabic ones take. */
final class Nationalities {
    private static final List<String> ENDINGS = List.of("", "ه", "ون", "ين", "ان", "تان", "تين", "ات");
    private static final List<String> PLURAL_ENDINGS = List.of("");

    private final Map<String, String> byForm = new HashMap<>();
    private final NameIndex<String> index = new NameIndex<>();

    /** @param nisba masculine singular without article: روسي, كوري شمالي, جنوب أفريقي */
    void addNisba(String nisba, String iso3) {
        addForms(nisba, ENDINGS, iso3);
    }

    /** @param plural without article: أتراك */
    void addPlural(String plural, String iso3) {
        addForms(plural, PLURAL_ENDINGS, iso3);
    }

    void addEnglish(String word, String iso3) {
        put(NameTokens.of(word), iso3);
    }

    private void addForms(String word, List<String> endings, String iso3) {
        List<String> tokens = NameTokens.of(word);
        for (String ending : endings) {
            List<String> form = new ArrayList<>();
            for (String token : tokens) {
                // The first word of جنوب أفريقي is a noun: it does not agree.
                form.add(token.endsWith("ي") || tokens.size() == 1 ? token + ending : token);
            }
            put(form, iso3);
            boolean agrees = tokens.getFirst().endsWith("ي");
            List<String> definite = new ArrayList<>();
            for (int i = 0; i < form.size(); i++) {
                definite.add(i == 0 || agrees ? "ال" + form.get(i) : form.get(i));
            }
            put(definite, iso3);
        }
    }


    private void put(List<String> form, String iso3) {
        // The first to claim a form keeps it: files give the likelier country first, as KOR before PRK for "Korean".
        if (byForm.putIfAbsent(String.join(" ", form), iso3) == null) {
            index.add(form, iso3);
        }
    }

    Optional<String> of(String joined) {
        return Optional.ofNullable(byForm.get(joined));
    }

    /** The longest nationality that starts there. */
    Optional<NameIndex.Found<String>> startingAt(List<String> normals, int from) {
        return index.startingAt(normals, from).stream().findFirst();
    }
}
