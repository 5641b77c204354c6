package khabar.vocab;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
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

    private static final String ARTICLE_GRAPH = "article/";

    private static final String ID = "id/";

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
        return resolve(ID + checked(type, key));
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

    /** Whether it is a thing of this type under the base, whatever its key: sooner said than by {@link #parse}. */
    public boolean isId(Node thing, String type) {
        String candidate = thing.getURI();
        int at = iri.length() + ID.length();
        return candidate.startsWith(iri)
                && candidate.startsWith(ID, iri.length())
                && candidate.startsWith(type, at)
                && candidate.startsWith("/", at + type.length());
    }

    /** Empty where the IRI is not under this base or names nothing of ours. */
    public Optional<Local> parse(String candidate) {
        int slash = candidate.startsWith(iri) ? candidate.indexOf('/', iri.length()) : -1;
        if (slash < 0) {
            return Optional.empty();
        }
        String rest = candidate.substring(slash + 1);
        return switch (candidate.substring(iri.length(), slash)) {
            case "id" -> thing(Kind.ID, rest);
            case "doc" -> thing(Kind.DOC, rest);
            case "graph" -> graphOf(rest);
            default -> Optional.empty();
        };
    }

    private static Optional<Local> thing(Kind kind, String path) {
        int slash = path.indexOf('/');
        return slash > 0 && TYPES.contains(path.substring(0, slash)) && isKey(path.substring(slash + 1))
                ? Optional.of(new Local(kind, path.substring(0, slash), path.substring(slash + 1)))
                : Optional.empty();
    }

    private static Optional<Local> graphOf(String path) {
        if (path.startsWith(ARTICLE_GRAPH)) {
            String key = path.substring(ARTICLE_GRAPH.length());
            return isKey(key) ? Optional.of(new Local(Kind.GRAPH, "article", key)) : Optional.empty();
        }
        boolean isName = !path.isEmpty() && path.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        return isName ? Optional.of(new Local(Kind.GRAPH, path, "")) : Optional.empty();
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
        if (!isKey(key)) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return type + "/" + key;
    }

    /** Whether it may be the last part of an IRI: small letters of English, digits and dashes, one at least. */
    public static boolean isKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return !text.isEmpty();
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
