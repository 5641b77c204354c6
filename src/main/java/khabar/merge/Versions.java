package khabar.merge;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.store.Changes;
import khabar.vocab.Base;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The earlier versions of articles, in {@code graph/history}: which text was there, from when until when, and what the one
 * that followed it tells differently. They hold no word of the text, whatever its terms: the text itself is in the
 * archive, under the same hash. Versions of an article are numbered from 1, in the order in which they were replaced. The
 * address of a report that the following version has elsewhere in its text, or tells otherwise, leads there; that of one
 * that it has not says that it is no more.
 */
final class Versions {
    private final Base base;
    private final DatasetGraph present;
    private final OffsetDateTime now;
    private final Node history;

    Versions(Base base, DatasetGraph present, OffsetDateTime now) {
        this.base = base;
        this.present = present;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.history = base.graph("history");
    }

    /** Nothing where the text is the one that was there. */
    Changes replaced(String articleKey, Graph before, Graph after) {
        Node article = base.id("article", articleKey);
        Optional<Node> text = Said.object(before, article, Kh.textHash);
        if (text.isEmpty() || text.equals(Said.object(after, article, Kh.textHash))) {
            return Changes.NONE;
        }
        Optional<Node> earlier = objects(article, Prov.wasRevisionOf).findFirst();
        Node version = base.id("version", articleKey + "-" + (numberOf(earlier) + 1));
        List<Quad> removed = new ArrayList<>();
        earlier.ifPresent(one -> removed.add(Quad.create(history, article, Prov.wasRevisionOf, one)));

        List<Triple> said = new ArrayList<>();
        Adding to = (property, object) -> said.add(Triple.create(version, property, object));
        to.add(Rdf.type, Kh.ArticleVersion);
        to.add(Prov.specializationOf, article);
        to.add(Kh.versionHash, text.get());
        earlier.flatMap(one -> objects(one, Prov.invalidatedAtTime).findFirst())
                .or(() -> Said.object(before, article, Kh.firstRead))
                .ifPresent(from -> to.add(Prov.generatedAtTime, from));
        to.add(Prov.invalidatedAtTime, Literals.dateTime(now));
        Said.object(before, article, Schema.dateModified).ifPresent(day -> to.add(Schema.dateModified, day));
        earlier.ifPresent(one -> to.add(Prov.wasRevisionOf, one));
        Difference difference = Difference.between(article, before, after);
        difference.say(to);
        removed.addAll(leadOn(difference, after, said));
        said.add(Triple.create(article, Prov.wasRevisionOf, version));
        return new Changes(
                Map.of(),
                removed,
                said.stream().map(one -> Quad.create(history, one)).toList(),
                List.of());
    }

    /** Adds where the addresses of reports lead now; what is to be said of them no more. */
    private List<Quad> leadOn(Difference difference, Graph after, List<Triple> said) {
        List<Quad> removed = new ArrayList<>();
        after.find(Node.ANY, Kh.reportedIn, Node.ANY)
                .forEach(told -> removed.addAll(quads(told.getSubject(), Node.ANY, Node.ANY)));
        difference.successors().forEach((old, later) -> {
            said.add(Triple.create(old, Dct.isReplacedBy, later));
            quads(Node.ANY, Dct.isReplacedBy, old).stream()
                    .filter(led -> !after.contains(led.getSubject(), Kh.reportedIn, Node.ANY))
                    .forEach(led -> {
                        removed.add(led);
                        said.add(Triple.create(led.getSubject(), Dct.isReplacedBy, later));
                    });
        });
        for (Node gone : difference.gone()) {
            said.add(Triple.create(gone, Rdf.type, Kh.EventReport));
            said.add(Triple.create(gone, Prov.invalidatedAtTime, Literals.dateTime(now)));
        }
        return removed;
    }

    private interface Adding {
        void add(Node property, Node object);
    }

    private int numberOf(Optional<Node> version) {
        return version.flatMap(one -> base.parse(one.getURI()))
                .map(local -> Integer.parseInt(local.key().substring(local.key().lastIndexOf('-') + 1)))
                .orElse(0);
    }

    private Stream<Node> objects(Node subject, Node property) {
        return quads(subject, property, Node.ANY).stream().map(Quad::getObject);
    }

    private List<Quad> quads(Node subject, Node property, Node object) {
        return Iter.toList(present.find(history, subject, property, object));
    }

    /**
     * What two versions of an article tell differently.
     *
     * @param added types of the reports that only the later one has; {@code removed} of those that only the earlier one has
     * @param changed how many reports both have, told otherwise
     * @param properties of the article or of its reports that are said otherwise
     * @param successors of reports that both have, where the address is another one
     * @param gone reports that only the earlier one has, and whose address no other has taken
     */
    private record Difference(
            List<Node> added,
            List<Node> removed,
            int changed,
            Set<Node> properties,
            Map<Node, Node> successors,
            List<Node> gone) {
        static Difference between(Node article, Graph before, Graph after) {
            Map<Node, Profile> old = profiles(before);
            Map<Node, Profile> fresh = profiles(after);
            Map<Node, Node> successors = dropEqual(old, fresh);
            int changed = 0;
            Set<Node> properties = new TreeSet<>((one, other) -> one.getURI().compareTo(other.getURI()));
            for (Map.Entry<Node, Profile> earlier : List.copyOf(old.entrySet())) {
                Optional<Node> later = successor(earlier.getKey(), earlier.getValue(), fresh);
                if (later.isPresent()) {
                    properties.addAll(
                            earlier.getValue().differsFrom(Objects.requireNonNull(fresh.remove(later.get()))));
                    old.remove(earlier.getKey());
                    successors.put(earlier.getKey(), later.get());
                    changed++;
                }
            }
            for (Node property : List.of(Schema.headline, Kh.publishedDay, Schema.inLanguage)) {
                if (!Said.object(before, article, property).equals(Said.object(after, article, property))) {
                    properties.add(property);
                }
            }
            successors.keySet().removeIf(report -> after.contains(report, Kh.reportedIn, Node.ANY));
            List<Node> gone = old.keySet().stream()
                    .filter(report -> !after.contains(report, Kh.reportedIn, Node.ANY))
                    .toList();
            return new Difference(types(fresh), types(old), changed, properties, successors, gone);
        }

        void say(Adding to) {
            to.add(Kh.reportsAdded, Literals.integer(added.size()));
            to.add(Kh.reportsRemoved, Literals.integer(removed.size()));
            to.add(Kh.reportsChanged, Literals.integer(changed));
            added.stream().distinct().forEach(type -> to.add(Kh.addedType, type));
            removed.stream().distinct().forEach(type -> to.add(Kh.removedType, type));
            properties.forEach(property -> to.add(Kh.changedProperty, property));
        }

        private static Map<Node, Profile> profiles(Graph article) {
            return article.find(Node.ANY, Kh.reportedIn, Node.ANY).mapWith(Triple::getSubject).toList().stream()
                    .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                    .collect(Collectors.toMap(
                            report -> report,
                            report -> Profile.of(article, report),
                            (one, same) -> one,
                            LinkedHashMap::new));
        }

        /** Takes out what is told as before, be it elsewhere in the text: each report with what it is now. */
        private static Map<Node, Node> dropEqual(Map<Node, Profile> old, Map<Node, Profile> fresh) {
            Map<Node, Node> equal = new LinkedHashMap<>();
            for (Map.Entry<Node, Profile> earlier : List.copyOf(old.entrySet())) {
                fresh.entrySet().stream()
                        .filter(later -> later.getValue().equals(earlier.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .ifPresent(same -> {
                            fresh.remove(same);
                            old.remove(earlier.getKey());
                            equal.put(earlier.getKey(), same);
                        });
            }
            return equal;
        }

        /** The report of the same place in the text, else the first of the same type. */
        private static Optional<Node> successor(Node report, Profile profile, Map<Node, Profile> fresh) {
            return Stream.concat(Stream.of(report), fresh.keySet().stream())
                    .filter(later -> Optional.ofNullable(fresh.get(later))
                            .filter(other ->
                                    later.equals(report) || other.type().equals(profile.type()))
                            .isPresent())
                    .findFirst();
        }

        private static List<Node> types(Map<Node, Profile> reports) {
            return reports.values().stream()
                    .flatMap(report -> report.type().stream())
                    .toList();
        }
    }

    /** What a report says, but for where in the text, and how sure it is. */
    private record Profile(Map<Node, Set<String>> said, Optional<Node> type) {
        private static final Set<Node> LEFT_OUT = Set.of(
                Rdf.type,
                Rdfs.label,
                Prov.wasDerivedFrom,
                Prov.wasGeneratedBy,
                Kh.reportedIn,
                Kh.order,
                Kh.evidence,
                Kh.confidence,
                Kh.dateBasis,
                Kh.hasParticipation);

        static Profile of(Graph article, Node report) {
            Map<Node, Set<String>> said = new HashMap<>();
            Said all = Said.of(article, report);
            all.byProperty().forEach((property, objects) -> {
                if (!LEFT_OUT.contains(property)) {
                    said.put(property, objects.stream().map(Node::toString).collect(Collectors.toSet()));
                }
            });
            said.put(
                    Kh.hasParticipation,
                    all.all(Kh.hasParticipation).stream()
                            .map(part -> Said.of(article, part))
                            .map(part -> part.all(Kh.role).stream()
                                            .map(Node::toString)
                                            .sorted()
                                            .toList()
                                    + " "
                                    + part.one(Kh.ownActor)
                                            .or(() -> part.one(Kh.party))
                                            .or(() -> part.one(Kh.partyText)))
                            .collect(Collectors.toSet()));
            return new Profile(said, all.one(Kh.eventType));
        }

        Set<Node> differsFrom(Profile other) {
            return Stream.concat(said.keySet().stream(), other.said.keySet().stream())
                    .filter(property -> !Objects.equals(said.get(property), other.said.get(property)))
                    .collect(Collectors.toSet());
        }
    }
}
