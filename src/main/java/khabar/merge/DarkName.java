package khabar.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import khabar.gazetteer.EntityType;
import khabar.names.DarkActor;
import khabar.names.NameForm;
import org.apache.jena.graph.Node;

/**
 * The actor that a name which stands for nothing known makes by itself: in every article that has the name, or, where the
 * name is common, in one.
 *
 * @param forms how articles write it, in the order of letters
 * @param form the first of these, as it is compared
 */
record DarkName(Node actor, List<Node> forms, NameForm form) implements Comparable<DarkName> {
    /** The one by whose address all of a group are called: the shortest that has no article in it, then the first. */
    static final Comparator<Node> FIRST =
            Comparator.comparingInt((Node actor) -> actor.getURI().length()).thenComparing(Node::getURI);

    static DarkName of(Node actor, List<Node> forms) {
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("a name that nobody writes: " + actor);
        }
        return new DarkName(
                actor, List.copyOf(forms), NameForm.of(forms.getFirst().getLiteralLexicalForm()));
    }

    /** As in addresses: {@code person} or {@code organisation}. */
    String type() {
        return actor.getURI().replaceFirst(".*/id/([a-z]+)/.*", "$1");
    }

    /** Whether so many bear such a name that it alone does not tell who is meant. */
    boolean isCommon() {
        return DarkActor.isCommon(EntityType.valueOf(type().toUpperCase(Locale.ROOT)), form());
    }

    @Override
    public int compareTo(DarkName other) {
        return FIRST.compare(actor, other.actor);
    }

    /**
     * Why two are one.
     *
     * @param basis as in {@code kh:mergeBasis}
     * @param likeness of their spellings, 0 to 1
     * @param company what both are named beside, where the names alone do not tell
     */
    record Ground(Node basis, double likeness, Set<Node> company) {
        Ground {
            company = Set.copyOf(company);
        }
    }

    /** Two that are one, as far as these two are concerned. */
    record Pair(Node one, Node other, Ground ground) implements Comparable<Pair> {
        private static final Comparator<Pair> SUREST = Comparator.comparingDouble((Pair pair) -> -pair.ground.likeness)
                .thenComparingInt(pair -> pair.ground.company.size())
                .thenComparing(Pair::one, FIRST)
                .thenComparing(Pair::other, FIRST)
                .thenComparing(pair -> pair.ground.company.stream()
                        .map(Node::getURI)
                        .sorted()
                        .toList()
                        .toString());

        @Override
        public int compareTo(Pair other) {
            return SUREST.compare(this, other);
        }
    }
}
