package khabar.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
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
import khabar.vocab.Spdx;
import khabar.vocab.Void;
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
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final Node LICENCE = NodeFactory.createURI("https://creativecommons.org/licenses/by-sa/4.0/");
    private static final Node SHA256 = NodeFactory.createURI(Spdx.NAMESPACE + "checksumAlgorithm_sha256");

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
        description.dumps(dumps);
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
        add(dataset, Void.uriSpace, Literals.string(base.iri() + "id/"));
        add(dataset, Void.triples, Literals.integer(census.triples()));
        add(dataset, Void.entities, Literals.integer(census.entities()));
        add(dataset, Void.distinctSubjects, Literals.integer(census.subjects()));
        add(dataset, Void.distinctObjects, Literals.integer(census.objects()));
        add(dataset, Void.classes, Literals.integer(census.classes().size()));
        add(dataset, Void.properties, Literals.integer(census.properties().size()));
        census.properties().forEach(property -> part(dataset, Void.propertyPartition, "property", property));
        census.classes().forEach(this::classPart);
        used(census).forEach(namespace -> add(dataset, Void.vocabulary, NodeFactory.createURI(namespace)));
        census.links().forEach((property, homes) -> homes.forEach((home, links) -> linkset(property, home, links)));
    }

    private void classPart(Census.OfClass one) {
        Node part = inDocument("class-" + name(one.name()));
        add(dataset, Void.classPartition, part);
        add(part, Void.classTerm, one.name());
        add(part, Void.entities, Literals.integer(one.entities()));
        add(part, Void.triples, Literals.integer(one.triples()));
        one.properties()
                .forEach(property ->
                        part(part, Void.propertyPartition, "class-" + name(one.name()) + "-property", property));
        if (one.name().isURI()
                && one.name().getURI().startsWith(Kh.NAMESPACE)
                && one.example().isURI()
                && base.parse(one.example().getURI()).isPresent()) {
            add(dataset, Void.exampleResource, one.example());
        }
    }

    private void part(Node whole, Node partition, String prefix, Census.OfProperty property) {
        Node part = inDocument(prefix + "-" + name(property.name()));
        add(whole, partition, part);
        add(part, Void.property, property.name());
        add(part, Void.triples, Literals.integer(property.triples()));
        add(part, Void.distinctSubjects, Literals.integer(property.subjects()));
    }

    private void linkset(Node property, String home, long links) {
        String there = home.replaceFirst("^https?://", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceFirst("-$", "");
        Node target = inDocument("elsewhere-" + there);
        Node set = inDocument("links-" + name(property) + "-" + there);
        add(target, Rdf.type, Void.Dataset);
        add(target, Void.uriSpace, Literals.string(home));
        add(dataset, Void.subset, set);
        add(set, Rdf.type, Void.Linkset);
        add(set, Void.linkPredicate, property);
        add(set, Void.subjectsTarget, dataset);
        add(set, Void.objectsTarget, target);
        add(set, Void.triples, Literals.integer(links));
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

    /** Versions in a series, each with the one before it. */
    private void dumps(List<DumpManifest> latestFirst) {
        List<DumpManifest> inOrder = latestFirst.stream()
                .sorted(Comparator.comparing(DumpManifest::version).thenComparing(DumpManifest::made))
                .toList();
        Node series = inDocument("series");
        for (int i = 0; i < inOrder.size(); i++) {
            DumpManifest dump = inOrder.get(i);
            Node version = version(dump);
            add(inDocument("catalog"), Dcat.dataset, version);
            add(dataset, Dcat.hasVersion, version);
            add(version, Rdf.type, Dcat.Dataset);
            add(version, Dct.title, Literals.english("Khabar, as of " + dump.name()));
            add(version, Dct.title, Literals.arabic("خبر، نسخة " + dump.name()));
            add(
                    version,
                    Dct.description,
                    Literals.english("The data as it was in state " + dump.version() + ": " + dump.quads() + " quads, "
                            + dump.triples() + " different triples."));
            add(version, Dct.issued, NodeFactory.createLiteralDT(dump.made(), XSDDatatype.XSDdateTime));
            add(version, Dct.license, LICENCE);
            add(version, Dct.publisher, inDocument("publisher"));
            add(version, Dcat.version, Literals.string(dump.name()));
            add(version, Dcat.isVersionOf, dataset);
            add(version, Dcat.inSeries, series);
            if (i > 0) {
                add(version, Dcat.previousVersion, version(inOrder.get(i - 1)));
                add(version, Dcat.prev, version(inOrder.get(i - 1)));
            }
            dump.files().forEach(file -> distribution(dump, version, file));
        }
        if (!inOrder.isEmpty()) {
            add(series, Dcat.first, version(inOrder.getFirst()));
            add(series, Dcat.last, version(inOrder.getLast()));
            add(dataset, Dcat.hasCurrentVersion, version(inOrder.getLast()));
        }
    }

    private Node version(DumpManifest dump) {
        return inDocument("dump-" + dump.name());
    }

    private void distribution(DumpManifest dump, Node version, DumpManifest.DumpFile file) {
        Node one = inDocument("dump-" + dump.name() + "-" + file.name());
        Node checksum = inDocument("sha256-" + dump.name() + "-" + file.name());
        Node address = base.resolve("export/" + dump.name() + "/" + file.name());
        Node mediaType = NodeFactory.createURI(MEDIA_TYPES + file.mediaType());
        add(version, Dcat.distribution, one);
        add(version, Void.dataDump, address);
        add(one, Rdf.type, Dcat.Distribution);
        add(one, Dct.title, Literals.english(file.name() + " of " + dump.name()));
        add(one, Dct.license, LICENCE);
        add(one, Dcat.accessURL, address);
        add(one, Dcat.downloadURL, address);
        add(address, Rdf.type, Rdfs.Resource);
        add(one, Dcat.mediaType, mediaType);
        add(mediaType, Rdf.type, Dct.MediaType);
        add(one, Dcat.compressFormat, NodeFactory.createURI(MEDIA_TYPES + "application/gzip"));
        add(
                one,
                Dcat.byteSize,
                NodeFactory.createLiteralDT(Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger));
        add(one, Spdx.checksum, checksum);
        add(checksum, Rdf.type, Spdx.Checksum);
        add(checksum, Spdx.algorithm, SHA256);
        add(SHA256, Rdf.type, Spdx.ChecksumAlgorithm);
        add(checksum, Spdx.checksumValue, NodeFactory.createLiteralDT(file.sha256(), XSDDatatype.XSDhexBinary));
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
