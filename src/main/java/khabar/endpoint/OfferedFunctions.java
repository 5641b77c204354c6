package khabar.endpoint;

import java.util.Set;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * Which of Jena's functions beyond SPARQL 1.1 may be called by the public: what computes a value out of its arguments, in
 * bounded time and memory. What a later Jena adds is off until it stands here.
 */
final class OfferedFunctions {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String FN = "http://www.w3.org/2005/xpath-functions#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";
    private static final String ARQ = "http://jena.apache.org/ARQ/function#";
    private static final String OLD_ARQ = "http://jena.hpl.hp.com/ARQ/function#";
    private static final String PROPERTY = "http://jena.apache.org/ARQ/property#";
    private static final String LIST = "http://jena.apache.org/ARQ/list#";

    /** Calls a function whose name is computed; compares by rules that a client brings along. */
    private static final Set<String> OFF_FN = Set.of("apply", "collation-key", "error");

    /** By name: Jena would load any class of its library that is named in this namespace. */
    private static final Set<String> ON_ARQ = Set.of(
            "bnode",
            "e",
            "evenInteger",
            "langeq",
            "localname",
            "max",
            "min",
            "namespace",
            "now",
            "pi",
            "sha1sum",
            "sqrt",
            "strjoin",
            "strlen",
            "substr",
            "substring");

    private static final Set<String> PROPERTIES = Set.of(
            "http://jena.apache.org/text#query",
            "http://www.w3.org/2000/01/rdf-schema#member",
            PROPERTY + "splitIRI",
            PROPERTY + "splitURI",
            PROPERTY + "strSplit",
            PROPERTY + "str",
            PROPERTY + "bag",
            PROPERTY + "seq",
            PROPERTY + "alt",
            PROPERTY + "container",
            LIST + "member",
            LIST + "index",
            LIST + "length");

    private OfferedFunctions() {}

    /** False only for what Jena would call. */
    static boolean isFunction(String iri) {
        if (iri.startsWith(XSD)) {
            return true;
        }
        for (String home : Set.of(ARQ, OLD_ARQ)) {
            if (iri.startsWith(home)) {
                return ON_ARQ.contains(iri.substring(home.length()));
            }
        }
        if (iri.startsWith(MATH)) {
            return true;
        }
        if (iri.startsWith(FN)) {
            return !OFF_FN.contains(iri.substring(FN.length()));
        }
        return !FunctionRegistry.get().isRegistered(iri);
    }

    /** False only for what Jena would compute instead of looking it up. */
    static boolean isProperty(String iri) {
        return PROPERTIES.contains(iri)
                || !iri.startsWith(PROPERTY)
                        && !iri.startsWith(LIST)
                        && !iri.startsWith("http://jena.hpl.hp.com/ARQ/")
                        && !PropertyFunctionRegistry.get().isRegistered(iri);
    }
}
