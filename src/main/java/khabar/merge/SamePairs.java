package khabar.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import khabar.names.NameForm;
import khabar.names.NameLikeness;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/** Which names of one key are one: the rule that {@code package-info} states. */
final class SamePairs {
    private final Company company;
    private final List<DarkName.Pair> pairs = new ArrayList<>();

    private SamePairs(Company company) {
        this.company = company;
    }

    /** Enough pairs to join all that are one, not all of them. */
    static List<DarkName.Pair> among(Collection<DarkName> names, Company company) {
        SamePairs found = new SamePairs(company);
        Map<String, List<DarkName>> byKey = new TreeMap<>();
        new TreeSet<>(names)
                .forEach(name -> byKey.computeIfAbsent(
                                name.type() + " " + name.form().skeleton(), first -> new ArrayList<>())
                        .add(name));
        byKey.values().stream().filter(group -> group.size() > 1).forEach(found::take);
        return found.pairs;
    }

    /** @param group names of one key and type, in order */
    private void take(List<DarkName> group) {
        join(group.stream().filter(name -> !name.isCommon()).toList(), false, Set.of());
        join(group.stream().filter(name -> name.form().isTelling()).toList(), true, Set.of());
        Map<Set<Node>, List<DarkName>> together = new HashMap<>();
        group.forEach(name -> company.of(name)
                .forEach(evidence -> together.computeIfAbsent(evidence, first -> new ArrayList<>())
                        .add(name)));
        together.forEach((evidence, some) -> join(some, true, evidence));
    }

    /** @param sounds whether other spellings count too */
    private void join(List<DarkName> names, boolean sounds, Set<Node> beside) {
        Map<String, DarkName> firsts = new TreeMap<>();
        for (DarkName name : names) {
            DarkName first = firsts.putIfAbsent(name.form().spelling(), name);
            if (first != null) {
                pairs.add(
                        new DarkName.Pair(first.actor(), name.actor(), new DarkName.Ground(Kh.OneSpelling, 1, beside)));
            }
        }
        if (sounds) {
            List<DarkName> spellings = List.copyOf(firsts.values());
            for (int i = 0; i < spellings.size(); i++) {
                for (int j = i + 1; j < spellings.size(); j++) {
                    joinIfAlike(spellings.get(i), spellings.get(j), beside);
                }
            }
        }
    }

    private void joinIfAlike(DarkName one, DarkName other, Set<Node> beside) {
        NameForm form = one.form();
        double likeness = NameLikeness.of(form, other.form());
        if (likeness >= NameLikeness.ALIKE) {
            boolean inOrder = one.compareTo(other) < 0;
            pairs.add(new DarkName.Pair(
                    (inOrder ? one : other).actor(),
                    (inOrder ? other : one).actor(),
                    new DarkName.Ground(Kh.OneSound, likeness, beside)));
        }
    }
}
