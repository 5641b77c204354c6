package khabar.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import khabar.store.Census;
import khabar.store.NamedQuery;
import khabar.vocab.Base;
import khabar.vocab.Dcat;
import khabar.vocab.Dct;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Owl;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import khabar.vocab.Sh;
import khabar.vocab.VoID;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The data as a whole, told in VoID and DCAT 3: how much of what there is, in which files it can be had, which questions
 * it answers. All of it hangs on {@code dataset} and on names within that document, so that one address answers for all.
 */
public final class DatasetDescription {
    private static final String FILE = "/khabar/export/dataset.ttl";

    /** The days of the articles; empty where there is none. */
    public record Period(Optional<String> first, Optional<String> last) {}

    private final Base base;
    private final Node dataset;
    private final Graph graph;
    private final Map<String, String> prefixes;

    private DatasetDescription(Base base, Map<String, String> prefixes) {
        this.base = base;
        this.dataset = base.resolve("dataset");
        this.graph = constant(base);
        this.prefixes = new TreeMap<>(prefixes);
    }

    /**
     * Puts the description together.
     *
     * @param prefixes the short names of vocabularies
     * @param examples queries that the data answers
     */
    public static Graph of(
            Base base,
            Census census,
            Period period,
            Map<String, String> prefixes,
            List<NamedQuery> examples,
            List<DumpManifest> dumps) {
        DatasetDescription description = new DatasetDescription(base, prefixes);
        description.count(census);
        description.cover(period);
        description.declare();
        examples.forEach(description::example);
        new DumpTriples(base, description.graph).add(dumps);
        return description.graph;
    }

    private static Graph constant(Base base) {
        try (InputStream in = DatasetDescription.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + FILE);
            }
            Graph graph = GraphFactory.createDefaultGraph();
            RDFParser.source(in).lang(Lang.TURTLE).base(base.iri()).parse(graph);
            return graph;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void count(Census census) {
        add(dataset, VoID.uriSpace, Literals.string(base.iri() + "id/"));
        add(dataset, VoID.triples, Literals.integer(census.triples()));
        add(dataset, VoID.entities, Literals.integer(census.entities()));
        add(dataset, VoID.distinctSubjects, Literals.integer(census.subjects()));
        add(dataset, VoID.distinctObjects, Literals.integer(census.objects()));
        add(dataset, VoID.classes, Literals.integer(census.classes().size()));
        add(dataset, VoID.properties, Literals.integer(census.properties().size()));
        census.properties().forEach(property -> part(dataset, VoID.propertyPartition, "property", property));
        census.classes().forEach(this::classPart);
        used(census).forEach(namespace -> add(dataset, VoID.vocabulary, NodeFactory.createURI(namespace)));
        census.links().forEach((property, homes) -> homes.forEach((home, links) -> linkset(property, home, links)));
    }

    private void classPart(Census.OfClass one) {
        Node part = inDocument("class-" + name(one.name()));
        add(dataset, VoID.classPartition, part);
        add(part, VoID.classTerm, one.name());
        add(part, VoID.entities, Literals.integer(one.entities()));
        add(part, VoID.triples, Literals.integer(one.triples()));
        one.properties()
                .forEach(property ->
                        part(part, VoID.propertyPartition, "class-" + name(one.name()) + "-property", property));
        if (one.name().isURI()
                && one.name().getURI().startsWith(Kh.NAMESPACE)
                && one.example().isURI()
                && base.parse(one.example().getURI()).isPresent()) {
            add(dataset, VoID.exampleResource, one.example());
        }
    }

    private void part(Node whole, Node partition, String prefix, Census.OfProperty property) {
        Node part = inDocument(prefix + "-" + name(property.name()));
        add(whole, partition, part);
        add(part, VoID.property, property.name());
        add(part, VoID.triples, Literals.integer(property.triples()));
        add(part, VoID.distinctSubjects, Literals.integer(property.subjects()));
    }

    private void linkset(Node property, String home, long links) {
        String there = home.replaceFirst("^https?://", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceFirst("-$", "");
        Node target = inDocument("elsewhere-" + there);
        Node set = inDocument("links-" + name(property) + "-" + there);
        add(target, Rdf.type, VoID.Dataset);
        add(target, VoID.uriSpace, Literals.string(home));
        add(dataset, VoID.subset, set);
        add(set, Rdf.type, VoID.Linkset);
        add(set, VoID.linkPredicate, property);
        add(set, VoID.subjectsTarget, dataset);
        add(set, VoID.objectsTarget, target);
        add(set, VoID.triples, Literals.integer(links));
    }

    /** Vocabularies of which something is used, by namespace. */
    private Set<String> used(Census census) {
        Set<String> namespaces = new TreeSet<>();
        census.properties()
                .forEach(property -> namespaces.add(namespace(property.name().getURI())));
        census.classes().stream()
                .map(Census.OfClass::name)
                .filter(Node::isURI)
                .forEach(name -> namespaces.add(namespace(name.getURI())));
        namespaces.add(Khe.NAMESPACE);
        // Of a name without a path, as urn:x.
        namespaces.remove("");
        return namespaces;
    }

    private static String namespace(String iri) {
        return iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    private void cover(Period period) {
        if (period.first().isEmpty() && period.last().isEmpty()) {
            return;
        }
        Node time = inDocument("period");
        add(dataset, Dct.temporal, time);
        add(time, Rdf.type, Dct.PeriodOfTime);
        period.first().ifPresent(day -> add(time, Dcat.startDate, Literals.partialDate(day)));
        period.last().ifPresent(day -> add(time, Dcat.endDate, Literals.partialDate(day)));
    }

    private void declare() {
        Node all = inDocument("prefixes");
        add(all, Rdf.type, Owl.Ontology);
        prefixes.forEach((prefix, namespace) -> {
            Node one = inDocument("prefix-" + prefix);
            add(all, Sh.declare, one);
            add(one, Sh.prefix, Literals.string(prefix));
            add(one, Sh.namespace, NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
        });
    }

    private void example(NamedQuery query) {
        Node one = inDocument("example-" + query.name().substring(query.name().indexOf('/') + 1));
        add(one, Rdf.type, Sh.SPARQLExecutable);
        boolean table = query.query().isSelectType();
        boolean truth = query.query().isAskType();
        add(
                one,
                Rdf.type,
                table ? Sh.SPARQLSelectExecutable : truth ? Sh.SPARQLAskExecutable : Sh.SPARQLConstructExecutable);
        add(one, table ? Sh.select : truth ? Sh.ask : Sh.construct, Literals.string(query.text()));
        add(one, Sh.prefixes, inDocument("prefixes"));
        add(one, Schema.target, base.resolve("sparql"));
        for (String language : List.of("en", "ar")) {
            query.titleIn(language).ifPresent(title -> {
                add(one, Rdfs.label, Literals.text(title, language));
                add(one, Rdfs.comment, Literals.text(title, language));
            });
        }
    }

    /** A name for a part of the document: prefix and local name where the vocabulary has a prefix. */
    private String name(Node term) {
        String iri = term.isURI() ? term.getURI() : term.toString();
        return prefixes.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .map(prefix ->
                        prefix.getKey() + "-" + iri.substring(prefix.getValue().length()))
                .findFirst()
                .orElse(iri.replaceFirst("^https?://", ""))
                .replaceAll("[^A-Za-z0-9]+", "-");
    }

    private Node inDocument(String name) {
        return base.resolve("dataset#" + name);
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(subject, property, object);
    }
}
