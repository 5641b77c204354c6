package khabar.endpoint;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.Element1;
import org.apache.jena.sparql.syntax.ElementAntiJoin;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementLateral;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSemiJoin;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnfold;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before it runs, a query that would leave this machine, run code, or is out of all proportion.
 *
 * <p>It walks the syntax, not the algebra: SELECT expressions, HAVING, ORDER BY and EXISTS in sub-queries are all there to
 * be seen. A kind of syntax that it does not know is refused, so that a later Jena opens no door unseen.
 */
final class QueryGuard {
    static final int MOST_PARTS = 2_000;
    static final int DEEPEST = 100;
    static final int DEEPEST_EXPRESSION = 500;
    static final int MOST_VALUES = 10_000;
    static final int MOST_DIGITS = 1_000;

    private static final String TEXT_QUERY = "http://jena.apache.org/text#query";
    private static final String DEFAULT_GRAPH = "urn:x-arq:DefaultGraph";

    private int parts;
    private int values;

    private QueryGuard() {}

    /** Does nothing, or throws a {@link Refusal}. */
    static void check(Query query) {
        try {
            new QueryGuard().query(query, false, 0);
        } catch (StackOverflowError deep) {
            throw tooComplex("it is nested too deeply");
        }
    }

    /** Graph names that come with the request are the query's too. */
    static void checkGraphNames(List<String> names) {
        names.forEach(QueryGuard::graphName);
    }

    private void query(Query query, boolean inAnyGraph, int depth) {
        part(depth);
        checkGraphNames(query.getGraphURIs());
        checkGraphNames(query.getNamedGraphURIs());
        expressions(query.getProject(), inAnyGraph, depth);
        expressions(query.getGroupBy(), inAnyGraph, depth);
        query.getHavingExprs().forEach(having -> expression(having, inAnyGraph, depth, 0));
        if (query.getOrderBy() != null) {
            for (SortCondition condition : query.getOrderBy()) {
                expression(condition.getExpression(), inAnyGraph, depth, 0);
            }
        }
        query.getAggregators().forEach(aggregator -> expression(aggregator, inAnyGraph, depth, 0));
        if (query.getValuesData() != null) {
            rows(query.getValuesData());
        }
        if (query.isConstructType() && query.getConstructTemplate() != null) {
            query.getConstructTemplate().getQuads().forEach(quad -> part(depth));
        }
        if (query.isDescribeType()) {
            query.getResultURIs().forEach(uri -> part(depth));
        }
        if (query.getQueryPattern() != null) {
            element(query.getQueryPattern(), inAnyGraph, depth + 1);
        }
    }

    private void element(Element element, boolean inAnyGraph, int depth) {
        part(depth);
        int next = depth + 1;
        switch (element) {
            case ElementService service ->
                throw forbidden(
                        "service",
                        "SERVICE is off",
                        "This endpoint asks no other endpoint: no SERVICE, not even SILENT");
            case ElementGroup group -> group.getElements().forEach(member -> element(member, inAnyGraph, next));
            case ElementUnion union -> union.getElements().forEach(member -> element(member, inAnyGraph, next));
            case ElementOptional optional -> element(optional.getOptionalElement(), inAnyGraph, next);
            case ElementMinus minus -> element(minus.getMinusElement(), inAnyGraph, next);
            case ElementLateral lateral -> element(lateral.getLateralElement(), inAnyGraph, next);
            case ElementSemiJoin join -> element(join.getSubElement(), inAnyGraph, next);
            case ElementAntiJoin join -> element(join.getSubElement(), inAnyGraph, next);
            case Element1 exists -> element(exists.getElement(), inAnyGraph, next);
            case ElementSubQuery sub -> query(sub.getQuery(), inAnyGraph, next);
            case ElementFilter filter -> expression(filter.getExpr(), inAnyGraph, next, 0);
            case ElementBind bind -> expression(bind.getExpr(), inAnyGraph, next, 0);
            case ElementAssign assign -> expression(assign.getExpr(), inAnyGraph, next, 0);
            case ElementUnfold unfold -> expression(unfold.getExpr(), inAnyGraph, next, 0);
            case ElementData data -> rows(data.getRows());
            case ElementNamedGraph graph -> {
                Node name = graph.getGraphNameNode();
                if (name.isURI()) {
                    graphName(name.getURI());
                }
                element(graph.getElement(), name.isVariable(), next);
            }
            case ElementPathBlock block -> {
                for (TriplePath path : block.getPattern().getList()) {
                    triple(path, inAnyGraph, next);
                }
            }
            case ElementTriplesBlock block -> {
                for (Triple triple : block.getPattern().getList()) {
                    triple(new TriplePath(triple), inAnyGraph, next);
                }
            }
            default -> throw forbidden("syntax", "Not SPARQL 1.1", "The query uses an addition that is not offered");
        }
    }

    private void triple(TriplePath triple, boolean inAnyGraph, int depth) {
        part(depth);
        node(triple.getSubject());
        node(triple.getObject());
        if (triple.getPath() != null) {
            path(triple.getPath(), inAnyGraph, depth);
        } else {
            predicate(triple.getPredicate(), inAnyGraph);
        }
    }

    private void path(Path path, boolean inAnyGraph, int depth) {
        part(depth);
        switch (path) {
            case P_Path0 step -> predicate(step.getNode(), inAnyGraph);
            case P_Path1 one -> path(one.getSubPath(), inAnyGraph, depth + 1);
            case P_Path2 two -> {
                // A sequence leans to one side: only brackets count as depth.
                path(two.getLeft(), inAnyGraph, two.getLeft() instanceof P_Path2 ? depth : depth + 1);
                path(two.getRight(), inAnyGraph, two.getRight() instanceof P_Path2 ? depth : depth + 1);
            }
            case P_NegPropSet none -> none.getNodes().forEach(step -> predicate(step.getNode(), inAnyGraph));
            default -> throw forbidden("syntax", "Not SPARQL 1.1", "The query uses a path that is not offered");
        }
    }

    private static void predicate(Node predicate, boolean inAnyGraph) {
        if (!predicate.isURI()) {
            return;
        }
        code(predicate.getURI());
        if (!OfferedFunctions.isProperty(predicate.getURI())) {
            throw notOffered(predicate.getURI());
        }
        if (inAnyGraph && predicate.getURI().equals(TEXT_QUERY)) {
            throw forbidden(
                    "text-in-any-graph",
                    "text:query inside GRAPH ?variable is off",
                    "It would search the index once for every article. Search outside of GRAPH first, then ask GRAPH ?g"
                            + " for what was found");
        }
    }

    private void expressions(VarExprList list, boolean inAnyGraph, int depth) {
        list.forEachVarExpr((name, expression) -> {
            if (expression != null) {
                expression(expression, inAnyGraph, depth, 0);
            }
        });
    }

    private void expression(Expr expression, boolean inAnyGraph, int depth, int level) {
        if (level > DEEPEST_EXPRESSION) {
            throw tooComplex("its expressions are nested too deeply");
        }
        switch (expression) {
            case ExprVar name -> {}
            case ExprNone none -> {}
            case NodeValue value -> node(value.asNode());
            case ExprTripleTerm term -> part(depth);
            case ExprAggregator aggregator -> {
                part(depth);
                if (aggregator.getAggregator() instanceof AggCustom custom) {
                    function(custom.getIRI());
                }
                @Nullable ExprList inner = aggregator.getAggregator().getExprList();
                if (inner != null) {
                    inner.forEach(each -> expression(each, inAnyGraph, depth, level + 1));
                }
            }
            case ExprFunctionOp exists -> {
                part(depth);
                element(exists.getElement(), inAnyGraph, depth + 1);
            }
            case ExprFunction function -> {
                part(depth);
                if (function instanceof E_Call) {
                    throw forbidden("code", "CALL is off", "A function must be named in the query itself");
                }
                if (function.getFunctionIRI() != null) {
                    function(function.getFunctionIRI());
                }
                for (Expr argument : function.getArgs()) {
                    if (argument != null) {
                        expression(argument, inAnyGraph, depth, level + 1);
                    }
                }
            }
            default -> throw forbidden("syntax", "Not SPARQL 1.1", "The query uses an expression that is not offered");
        }
    }

    private void rows(List<Binding> rows) {
        values += rows.size();
        if (values > MOST_VALUES) {
            throw tooComplex("it has more than " + MOST_VALUES + " rows of VALUES");
        }
        for (Binding row : rows) {
            row.forEach((name, value) -> node(value));
        }
    }

    private static void node(Node node) {
        if (node.isLiteral()
                && node.getLiteralLexicalForm().length() > MOST_DIGITS
                && node.getLiteralDatatypeURI().startsWith("http://www.w3.org/2001/XMLSchema#")
                && !node.getLiteralDatatypeURI().endsWith("#string")) {
            throw tooComplex("it has a number of more than " + MOST_DIGITS + " digits");
        }
    }

    /** Unknown names are left to the standard, by which a call of them is an error of its expression. */
    private static void function(String iri) {
        code(iri);
        if (!OfferedFunctions.isFunction(iri)) {
            throw notOffered(iri);
        }
    }

    private static void code(String iri) {
        if (iri.startsWith("java:") || iri.contains("/ARQ/jsFunction#")) {
            throw forbidden("code", "Functions in Java or JavaScript are off", "The query names code: java:…");
        }
    }

    private static Refusal notOffered(String iri) {
        return forbidden("code", "This function is not offered", iri);
    }

    private static void graphName(String name) {
        if (name.startsWith(DEFAULT_GRAPH) || name.equals(Quad.defaultGraphIRI.getURI())) {
            throw forbidden(
                    "default-graph",
                    "The stored default graph is off",
                    "Everything lies in named graphs and the default graph is their union: leave GRAPH <"
                            + DEFAULT_GRAPH + "> out");
        }
    }

    private void part(int depth) {
        if (++parts > MOST_PARTS) {
            throw tooComplex("it has more than " + MOST_PARTS + " parts");
        }
        if (depth > DEEPEST) {
            throw tooComplex("it is nested more than " + DEEPEST + " deep");
        }
    }

    private static Refusal tooComplex(String why) {
        return HttpProblem.of(400, "query-too-complex", "The query is too complex", "Refused before it ran: " + why)
                .refusal();
    }

    private static Refusal forbidden(String kind, String title, String detail) {
        return HttpProblem.of(403, "query-" + kind, title, detail).refusal();
    }
}
