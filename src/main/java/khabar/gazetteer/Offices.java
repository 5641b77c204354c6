package khabar.gazetteer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import khabar.text.Tokeniser;

/** Titles that mean the same office: "Minister of Defence", "Secretary of Defense", "وزير الدفاع". */
final class Offices {
    private final Map<String, Set<String>> officesByTitle = new HashMap<>();
    /** Normal forms of the titles of tenures, of which there are few. */
    private final Map<String, String> normals = new ConcurrentHashMap<>();

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
        String english = normal(tenure.english());
        String arabic = normal(tenure.arabic());
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

    private String normal(String title) {
        return normals.computeIfAbsent(title, Offices::joined);
    }

    private static String joined(String title) {
        return String.join(" ", Tokeniser.normals(title));
    }
}
