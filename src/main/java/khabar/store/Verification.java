package khabar.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import khabar.article.Terms;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes through all of a store as of one commit: every quad of every index and every node that they name, the text index
 * against the quads, the index of bodies against the articles and their terms, the archive from end to end and against the
 * articles, and the checks of {@code queries/check}.
 *
 * <p>Long lists are compared by number and by the sum of their elements' hashes, in constant memory.
 */
public final class Verification {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> OTHER_INDEXES = List.of("GPOS", "GOSP", "POSG", "OSPG", "SPOG");
    /** So many of one kind are told one by one. */
    private static final int SHOWN = 10;

    private static final int STEP = 10_000;
    /** Of the quads of an index so many are looked up one: more than one of each page, so that none is out of reach. */
    private static final int LOOKED_UP = 32;

    private final Store store;
    private final Snapshot now;
    private final Progress progress;
    private final TextIndexing text;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Terms> terms = new HashMap<>();
    private long done;
    private long total;

    private Verification(Store store, Snapshot now, TextIndexing text, Progress progress) {
        this.store = store;
        this.now = now;
        this.text = text;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param quads gone through, in each index
     * @param documents of the text index
     * @param originals in the archive
     * @param findings a line for each thing that is not as it should be; empty where all is well
     */
    public record Report(long version, long quads, long documents, long originals, List<String> findings) {
        public Report {
            findings = List.copyOf(findings);
        }
    }

    /** @param progress in quads of all indexes */
    static Report of(Store store, TextIndexing text, List<NamedQuery> checks, Progress progress) {
        return store.snapshot(now -> new Verification(store, now, text, progress).run(checks));
    }

    private Report run(List<NamedQuery> checks) {
        Sum quads = new Sum();
        Sum literals = new Sum();
        Set<String> versions = new HashSet<>();
        total = counted() * (1 + OTHER_INDEXES.size());
        List<String> wanted = quads(quads, literals);
        OTHER_INDEXES.forEach(index -> sameAs(quads, index));
        storedDefaultGraph();
        long documents = documents(literals);
        long originals = originals(versions);
        List<String> missing =
                wanted.stream().filter(version -> !versions.contains(version)).toList();
        several("archive: no original of the article and text ", missing);
        bodies(wanted.stream().filter(versions::contains).toList());
        checks.forEach(this::check);
        return new Report(now.version(), quads.number, documents, originals, findings);
    }

    /** 0 where it cannot be told. */
    private long counted() {
        try {
            return new Scan(now.database()).count("GSPO");
        } catch (RuntimeException broken) {
            return 0;
        }
    }

    /** Every quad of the first index, node by node; which versions of articles they name. */
    private List<String> quads(Sum quads, Sum literals) {
        List<String> articles = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        try {
            Scan scan = new Scan(now.database());
            LookUps lookUps = new LookUps(scan.index("GSPO"));
            Iterator<Tuple<NodeId>> all = scan.index("GSPO").all();
            while (all.hasNext()) {
                Tuple<NodeId> ids = all.next();
                quads.add(ids.hashCode());
                step();
                lookUps.of(ids);
                try {
                    Quad quad = Quad.create(
                            scan.checked(ids.get(0)),
                            scan.checked(ids.get(1)),
                            scan.checked(ids.get(2)),
                            scan.checked(ids.get(3)));
                    text.document(quad).ifPresent(document -> literals.add(document.hashCode()));
                    article(quad).ifPresent(articles::add);
                    terms(quad);
                } catch (RuntimeException broken) {
                    unreadable.add(ids + ": " + oneLine(broken));
                }
            }
            lookUps.end();
        } catch (RuntimeException broken) {
            findings.add("index GSPO: cannot be read to its end: " + oneLine(broken));
        }
        several("node table: a quad of index GSPO cannot be read: ", unreadable);
        return articles;
    }

    private Optional<String> article(Quad quad) {
        if (!quad.getPredicate().equals(Kh.textHash) || !quad.getSubject().isURI()) {
            return Optional.empty();
        }
        return key(quad.getSubject()).map(key -> key + "/" + quad.getObject().getLiteralLexicalForm());
    }

    private void terms(Quad quad) {
        if (quad.getPredicate().equals(Kh.terms) && quad.getSubject().isURI()) {
            Terms shown = Terms.named(quad.getObject().getLiteralLexicalForm()).orElse(Terms.QUOTES);
            key(quad.getSubject()).ifPresent(key -> terms.put(key, shown));
        }
    }

    private Optional<String> key(Node article) {
        return now.base()
                .parse(article.getURI())
                .filter(local -> local.type().equals("article"))
                .map(Base.Local::key);
    }

    private void sameAs(Sum quads, String index) {
        Sum found = new Sum();
        try {
            TupleIndex tuples = new Scan(now.database()).index(index);
            LookUps lookUps = new LookUps(tuples);
            tuples.all().forEachRemaining(ids -> {
                found.add(ids.hashCode());
                step();
                lookUps.of(ids);
            });
            lookUps.end();
        } catch (RuntimeException broken) {
            findings.add("index " + index + ": cannot be read to its end: " + oneLine(broken));
            return;
        }
        if (found.number != quads.number) {
            findings.add("index " + index + ": holds " + found.number + " quads, GSPO holds " + quads.number);
        } else if (found.sum != quads.sum) {
            findings.add("index " + index + ": holds other quads than GSPO");
        }
    }

    /** What stands there is in no graph, and no query of ours sees it. */
    private void storedDefaultGraph() {
        try {
            long triples = TDBInternal.getDatasetGraphTDB(now.database())
                    .getTripleTable()
                    .getNodeTupleTable()
                    .size();
            if (triples > 0) {
                findings.add("default graph: " + triples + " triples stand in no graph");
            }
        } catch (RuntimeException broken) {
            findings.add("default graph: cannot be read: " + oneLine(broken));
        }
    }

    private long documents(Sum literals) {
        try {
            Optional<String> followed = LuceneFiles.followed(now.text());
            if (!followed.equals(Optional.of(Long.toString(now.version())))) {
                findings.add("text index: followed commit " + followed.orElse("none") + " of " + now.version());
            }
            Sum documents = new Sum();
            for (LeafReaderContext leaf : now.text().leaves()) {
                Bits live = leaf.reader().getLiveDocs();
                StoredFields stored = leaf.reader().storedFields();
                for (int number = 0; number < leaf.reader().maxDoc(); number++) {
                    if (live == null || live.get(number)) {
                        Document document = stored.document(number, Set.of(TextIndexing.DOCUMENT));
                        documents.add(String.valueOf(document.get(TextIndexing.DOCUMENT))
                                .hashCode());
                    }
                }
            }
            if (documents.number != literals.number) {
                findings.add("text index: holds " + documents.number + " texts, the graphs hold " + literals.number);
            } else if (documents.sum != literals.sum) {
                findings.add("text index: holds other texts than the graphs");
            }
            return documents.number;
        } catch (IOException | RuntimeException broken) {
            findings.add("text index: cannot be read: " + oneLine(broken));
            return 0;
        }
    }

    /** @param articles key and version of those whose texts are there */
    private void bodies(List<String> articles) {
        Set<String> searched = new HashSet<>();
        Set<String> shown = new HashSet<>();
        try {
            Optional<String> followed = LuceneFiles.followed(now.bodies());
            if (!followed.equals(Optional.of(Long.toString(now.version())))) {
                findings.add("index of bodies: followed commit " + followed.orElse("none") + " of " + now.version());
            }
            for (LeafReaderContext leaf : now.bodies().leaves()) {
                Bits live = leaf.reader().getLiveDocs();
                StoredFields stored = leaf.reader().storedFields();
                for (int number = 0; number < leaf.reader().maxDoc(); number++) {
                    if (live == null || live.get(number)) {
                        Document document = stored.document(number);
                        String key = String.valueOf(document.get(BodyIndexing.KEY));
                        searched.add(key);
                        if (document.get(BodyIndexing.TEXT) != null) {
                            shown.add(key);
                        }
                    }
                }
            }
        } catch (IOException | RuntimeException broken) {
            findings.add("index of bodies: cannot be read: " + oneLine(broken));
            return;
        }
        Set<String> wanted = new TreeSet<>();
        articles.stream()
                .map(version -> version.substring(0, version.indexOf('/')))
                .filter(key -> terms.get(key) != Terms.METADATA)
                .forEach(wanted::add);
        several("index of bodies: does not hold article ", without(wanted, searched));
        several("index of bodies: holds what no graph lets be searched: article ", without(searched, wanted));
        shown.removeIf(key -> terms.get(key) == Terms.FULL);
        several("index of bodies: shows more than the terms allow of article ", without(shown, Set.of()));
    }

    private static List<String> without(Set<String> all, Set<String> others) {
        return all.stream().filter(one -> !others.contains(one)).sorted().toList();
    }

    private long originals(Set<String> versions) {
        long[] count = new long[1];
        List<String> unreadable = new ArrayList<>();
        try {
            now.archive().replay(now.end(), Progress.NONE, original -> {
                count[0]++;
                versions.add(original.articleKey() + "/" + original.textHash());
                try {
                    JSON.readTree(original.json());
                } catch (JacksonException broken) {
                    unreadable.add(original.articleKey() + "/" + original.textHash());
                }
            });
        } catch (UncheckedIOException broken) {
            findings.add("archive: " + oneLine(broken));
        }
        several("archive: not JSON: the original of ", unreadable);
        return count[0];
    }

    private void check(NamedQuery check) {
        try {
            List<String> rows = store.select(check, Map.of(), row -> row(check, row));
            several(check.name() + ": " + check.title() + " ", rows);
        } catch (RuntimeException broken) {
            findings.add(check.name() + ": cannot be answered: " + oneLine(broken));
        }
    }

    private static String row(NamedQuery check, Row row) {
        List<String> values = new ArrayList<>();
        for (String variable : check.query().getResultVars()) {
            row.optional(variable).map(Verification::shown).ifPresent(values::add);
        }
        return String.join(" ", values);
    }

    private static String shown(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }

    private void several(String what, List<String> which) {
        which.stream().limit(SHOWN).forEach(one -> findings.add(what + one));
        if (which.size() > SHOWN) {
            findings.add(what + "… and " + (which.size() - SHOWN) + " more");
        }
    }

    private void step() {
        done++;
        if (done % STEP == 0) {
            progress.at(done, total);
        }
    }

    private static String oneLine(Throwable broken) {
        return String.valueOf(broken.getMessage())
                .lines()
                .findFirst()
                .orElse(broken.getClass().getSimpleName());
    }

    /** Whether an index finds what it holds: its pages are read one after the other otherwise, and those above them never. */
    private final class LookUps {
        private final TupleIndex index;
        private long seen;
        private long missed;

        LookUps(TupleIndex index) {
            this.index = index;
        }

        void of(Tuple<NodeId> ids) {
            if (seen++ % LOOKED_UP == 0 && !index.find(ids).hasNext()) {
                missed++;
            }
        }

        void end() {
            if (missed > 0) {
                findings.add("index " + index.getName() + ": does not find " + missed + " of "
                        + (1 + (seen - 1) / LOOKED_UP) + " quads that it holds");
            }
        }
    }

    /** Equal for equal elements in any order. */
    private static final class Sum {
        private long number;
        private long sum;

        void add(int hash) {
            number++;
            long mixed = hash * 0x9E3779B97F4A7C15L;
            sum += mixed ^ (mixed >>> 32);
        }
    }
}
