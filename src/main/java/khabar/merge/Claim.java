package khabar.merge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.vocab.Kh;
import org.apache.jena.graph.Node;

/** What a report says of an event, as far as it tells whether another report says it of the same. Reports of equal claims
 * are compared once. */
record Claim(Kind kind, Side actors, Side recipients, When when, Optional<Node> place, Told.Toll toll) {
    /**
     * Those who do it, or those to whom it is done.
     *
     * @param named by their IRIs
     * @param offices that persons among them hold on the day
     * @param groups PLOVER sectors of those without a name
     */
    record Side(Set<Node> named, Set<Office> offices, Set<String> groups) {
        Side {
            named = Set.copyOf(named);
            offices = Set.copyOf(offices);
            groups = Set.copyOf(groups);
        }

        /** Both sides as one. */
        Side and(Side other) {
            return new Side(union(named, other.named), union(offices, other.offices), union(groups, other.groups));
        }

        private static <T> Set<T> union(Set<T> one, Set<T> other) {
            return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
        }
    }

    /** That a person holds an office on the day. */
    record Office(Node person, Node tenure) {}

    static Claim of(Told.Facts facts, List<Told.Party> parties, Told.Telling telling) {
        return new Claim(
                Kind.of(facts),
                side(parties, Kh.ActorRole),
                side(parties, Kh.RecipientRole),
                When.of(facts, telling),
                facts.place(),
                facts.toll());
    }

    /** Of what tells most claims apart: they are looked up again and again, and all of one is a lot to go through. */
    @Override
    public int hashCode() {
        return Objects.hash(kind.type(), when.token(), place, actors.named, recipients.named);
    }

    /** All who take part, whatever their roles. */
    Side all() {
        return actors.and(recipients);
    }

    private static Side side(List<Told.Party> parties, Node role) {
        List<Told.Party> side =
                parties.stream().filter(party -> party.role().equals(role)).toList();
        return new Side(
                side.stream().flatMap(party -> party.entity().stream()).collect(Collectors.toSet()),
                side.stream()
                        .flatMap(party -> party.entity().stream()
                                .flatMap(person -> party.offices().stream().map(tenure -> new Office(person, tenure))))
                        .collect(Collectors.toSet()),
                side.stream()
                        .filter(party -> party.entity().isEmpty())
                        .flatMap(party -> party.words().text().flatMap(Sectors::of).stream())
                        .collect(Collectors.toSet()));
    }
}
