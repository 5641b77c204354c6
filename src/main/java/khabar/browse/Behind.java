package khabar.browse;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import khabar.store.NamedQuery;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.springframework.web.util.UriUtils;

/**
 * A query that a page was made by, as it can be asked again.
 *
 * @param name of its file, as in {@code page/events}
 * @param title what it answers, in the reader's language
 * @param text the query with the values of this page in it
 * @param href the page that answers it; empty where the query is too long for an address
 */
record Behind(String name, Text title, String text, String href) {
    /** Of an address, in characters: the longest that every browser and every server in between lets through. */
    private static final int LONGEST = 8_000;

    static Behind of(NamedQuery query, Map<String, Node> given, Dates dates) {
        String title = Heading.of(query, dates.locale()).title();
        String text = "# " + title + "\n" + filled(query.query(), given).serialize();
        String href = "/sparql?format=html&query=" + UriUtils.encode(text, StandardCharsets.UTF_8);
        return new Behind(
                query.name(),
                new Text(title, dates.locale().getLanguage()),
                text,
                href.length() > LONGEST ? "" : href + "#answer");
    }

    public boolean linked() {
        return !href.isEmpty();
    }

    private static Query filled(Query query, Map<String, Node> given) {
        if (given.isEmpty()) {
            return query;
        }
        Map<Var, Node> values = new HashMap<>();
        given.forEach((name, value) -> values.put(Var.alloc(name), value));
        Query filled = QueryTransformOps.replaceVars(query, values);
        if (filled.hasOrderBy()) {
            // A value orders nothing, and has no place in that clause.
            filled.getOrderBy().removeIf(order -> order.getExpression().isConstant());
        }
        return filled;
    }
}
