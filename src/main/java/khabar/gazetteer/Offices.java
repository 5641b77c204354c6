package khabar.gazetteer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabar.text.Tokeniser;

/** Titles that mean the same office: "Minister of Defence", "Secretary of Defense", "وزير الدفاع". */
final class Offices {
    private final Map<String, Set<String>> officesByTitle = new HashMap<>();

    Offices(List<GazetteerReader.Office> offices) {
        for (GazetteerReader.Office office : offices) {
            for (Name title : office.titles()) {
                officesByTitle
                        .computeIfAbsent(joined(title.text()), text -> new HashSet<>())
                        .add(office.key());
            }
        }
    }

    boolean same(Tenure tenure, String titleNormal) {
        String english = joined(tenure.english());
        String arabic = joined(tenure.arabic());
        if (titleNormal.equals(english) || titleNormal.equals(arabic)) {
            return true;
        }
        Set<String> asked = officesByTitle.getOrDefault(titleNormal, Set.of());
        return of(english).stream().anyMatch(asked::contains)
                || of(arabic).stream().anyMatch(asked::contains);
    }

    private Set<String> of(String title) {
        return officesByTitle.getOrDefault(title, Set.of());
    }

    private static String joined(String title) {
        return String.join(" ", Tokeniser.normals(title));
    }
}
