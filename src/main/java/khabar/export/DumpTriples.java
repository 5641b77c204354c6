package khabar.export;

import java.util.Comparator;
import java.util.List;
import khabar.vocab.Base;
import khabar.vocab.Dcat;
import khabar.vocab.Dct;
import khabar.vocab.Literals;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Spdx;
import khabar.vocab.VoID;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Dated dumps in the description of the dataset: versions of it in DCAT 3, with files, sizes and checksums. */
record DumpTriples(Base base, Graph graph) {
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final Node LICENCE = NodeFactory.createURI("https://creativecommons.org/licenses/by-sa/4.0/");
    private static final Node SHA256 = NodeFactory.createURI(Spdx.NAMESPACE + "checksumAlgorithm_sha256");

    /** Versions in a series, each with the one before it. */
    void add(List<DumpManifest> latestFirst) {
        List<DumpManifest> inOrder = latestFirst.stream()
                .sorted(Comparator.comparingLong(DumpManifest::version).thenComparing(DumpManifest::made))
                .toList();
        Node dataset = base.resolve("dataset");
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
        add(version, VoID.dataDump, address);
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

    private Node inDocument(String name) {
        return base.resolve("dataset#" + name);
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(subject, property, object);
    }
}
