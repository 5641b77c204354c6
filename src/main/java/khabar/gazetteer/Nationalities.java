package khabar.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.text.Tokeniser;

/** Adjectives and nouns of nationality, with all forms that the Arabic ones take. */
final class Nationalities {
    private static final List<String> ENDINGS = List.of("", "ه", "ون", "ين", "ان", "تان", "تين", "ات");
    private static final List<String> PLURAL_ENDINGS = List.of("");

    private final Map<String, String> byForm = new HashMap<>();
    private final NameIndex<String> index = new NameIndex<>();

    void add(GazetteerReader.Country country) {
        for (Name demonym : country.demonyms()) {
            addName(demonym, country.iso3());
        }
        for (String plural : country.arabicPlurals()) {
            addForms(plural, PLURAL_ENDINGS, country.iso3());
        }
    }

    private void addName(Name name, String iso3) {
        if (name.language().equals("ar")) {
            addForms(name.text(), ENDINGS, iso3);
        } else {
            put(Tokeniser.normals(name.text()), iso3);
        }
    }

    /** @param word without article: روسي, أتراك, كوري شمالي, جنوب أفريقي */
    private void addForms(String word, List<String> endings, String iso3) {
        List<String> tokens = Tokeniser.normals(word);
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
