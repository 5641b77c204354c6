package khabar.vocab;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Where everything that Khabar names lives. IRIs come from this setting only, never from a request.
 *
 * @param iri absolute, http or https, ends with {@code /}, no query and no fragment
 */
public record Base(String iri) {
    /** What holds where no base is set: good for trying out, not for publishing. */
    public static final Base LOCAL = new Base("http://localhost:8080/");

    /** The types of thing that IRIs name: {@code id/{type}/{key}}. */
    public static final Set<String> TYPES = Set.of(
            "article",
            "version",
            "source",
            "person",
            "organisation",
            "place",
            "event",
            "report",
            "participation",
            "mention",
            "alternative",
            "tenure",
            "storyline",
            "slot",
            "storylink",
            "run",
            "decision");

    private static final String KEY = "[a-z0-9-]+";
    private static final Pattern THING = Pattern.compile("(id|doc)/([a-z]+)/(" + KEY + ")");
    private static final Pattern GRAPH = Pattern.compile("graph/(?:(article)/(" + KEY + ")|([a-z]+))");

    public Base {
        if (!isBase(iri)) {
            throw new IllegalArgumentException(
                    "not a base IRI: \"" + iri + "\"; expected http(s)://host/ with \"/\" at its end");
        }
    }

    /** What an IRI under the base names. */
    public enum Kind {
        ID,
        DOC,
        GRAPH
    }

    /**
     * An IRI under the base, taken apart.
     *
     * @param type one of {@link #TYPES}; of a graph {@code article} or the graph's name, as in {@code events}
     * @param key empty only for a graph that its name alone tells
     */
    public record Local(Kind kind, String type, String key) {}

    /** The thing itself, as in {@code id/person/sergei-shoigu}. */
    public Node id(String type, String key) {
        return resolve("id/" + checked(type, key));
    }

    /** The document about the thing. */
    public Node doc(String type, String key) {
        return resolve("doc/" + checked(type, key));
    }

    /** The named graph of all that one article says. */
    public Node articleGraph(String articleKey) {
        return resolve("graph/" + checked("article", articleKey));
    }

    /** A named graph that is not an article's, as in {@code events}. */
    public Node graph(String name) {
        return resolve("graph/" + name);
    }

    /** The IRI of a path relative to the base; the path does not start with a slash. */
    public Node resolve(String path) {
        return NodeFactory.createURI(iri + path);
    }

    /** Empty where the IRI is not under this base or names nothing of ours. */
    public Optional<Local> parse(String candidate) {
        if (!candidate.startsWith(iri)) {
            return Optional.empty();
        }
        String path = candidate.substring(iri.length());
        Matcher thing = THING.matcher(path);
        if (thing.matches()) {
            Kind kind = thing.group(1).equals("id") ? Kind.ID : Kind.DOC;
            return TYPES.contains(thing.group(2))
                    ? Optional.of(new Local(kind, thing.group(2), thing.group(3)))
                    : Optional.empty();
        }
        Matcher graph = GRAPH.matcher(path);
        if (!graph.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                graph.group(1) == null
                        ? new Local(Kind.GRAPH, graph.group(3), "")
                        : new Local(Kind.GRAPH, "article", graph.group(2)));
    }

    /** Whether what is published under it can be looked up on this machine only. */
    public boolean isLocal() {
        String host = URI.create(iri).getHost();
        return Set.of("localhost", "127.0.0.1", "[::1]").contains(host) || host.endsWith(".localhost");
    }

    @Override
    public String toString() {
        return iri;
    }

    private static String checked(String type, String key) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("no type of thing: " + type);
        }
        if (!key.matches(KEY)) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return type + "/" + key;
    }

    private static boolean isBase(String iri) {
        try {
            URI uri = new URI(iri);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && iri.endsWith("/");
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
