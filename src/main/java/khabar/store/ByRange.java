package khabar.store;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.vocab.Rdf;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterConcat;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.tdb2.TDB2;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of which a filter wants days, or of which the earliest or latest few are wanted, begin with those days in the
 * {@link DateIndex}, and patterns of which a filter wants numbers between two, as those of coordinates, with these in the
 * {@link DecimalIndex}; else TDB2 reads all there is and looks at the days and numbers last. What is found is given to the whole pattern as
 * if it had been asked for each thing by itself, so that nothing else can come out: filters, optional parts and the order
 * are still Jena's. Where a pattern names something else that narrows it down, TDB2 begins with that, and this is left alone.
 */
class ByRange extends EmptyInput {
    /** Where a filter leaves more, reading all in one go is as fast. */
    private static final int MOST_IN_RANGE = 20_000;

    /** Of the first or last, so many things are tried before all are read after all. */
    private static final int MOST_TRIED = 4_000;

    private static final int MOST_WANTED = 1_000;

    /** A day with an offset from UTC may be before or after one without by fourteen hours. */
    private static final int OFFSET_DAYS = 2;

    ByRange(ExecutionContext context) {
        super(context);
    }

    /** A statement of a pattern whose object may be a day or a number. */
    private record Sought(Var subject, Node property, Var object) {}

    /** The days that a filter lets through, at most; empty for no bound. */
    private record Range(Optional<LocalDate> from, Optional<LocalDate> before) {
        boolean isOpen() {
            return from.isEmpty() && before.isEmpty();
        }
    }

    /** The numbers that a filter lets through, at most; empty for no bound. */
    private record Numbers(Optional<BigDecimal> least, Optional<BigDecimal> most) {}

    /** A statement of a pattern whose object a filter wants between two numbers. */
    private record Between(Sought sought, BigDecimal least, BigDecimal most) {}

    @Override
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        if (filter.getSubOp() instanceof OpQuadPattern pattern && isPlain(pattern)) {
            for (Sought sought : sought(pattern)) {
                Range range = range(filter, sought.object());
                if (!range.isOpen()) {
                    return super.execute(filter, new Given(input, sought, () -> within(sought, range), execCxt));
                }
            }
            List<Between> between = sought(pattern).stream()
                    .flatMap(sought -> between(filter, sought).stream())
                    .toList();
            if (!between.isEmpty()) {
                Sought first = between.getFirst().sought();
                return super.execute(filter, new Given(input, first, () -> within(between), execCxt));
            }
        }
        return super.execute(filter, input);
    }

    private Optional<Between> between(OpFilter filter, Sought sought) {
        Numbers numbers = numbers(filter, sought.object());
        return numbers.least().flatMap(least -> numbers.most().map(most -> new Between(sought, least, most)));
    }

    /** What fits the first, and where others are of the same thing, as the two coordinates of a place, these too. */
    private Optional<List<ObjectIndex.Said>> within(List<Between> all) {
        Between first = all.getFirst();
        Optional<List<ObjectIndex.Said>> found = within(first);
        for (Between other : all.subList(1, all.size())) {
            if (found.isPresent()
                    && other.sought().subject().equals(first.sought().subject())) {
                Optional<Set<Node>> things = within(other)
                        .map(some ->
                                some.stream().map(ObjectIndex.Said::subject).collect(Collectors.toSet()));
                found = found.map(some -> things.map(those -> some.stream()
                                .filter(one -> those.contains(one.subject()))
                                .toList())
                        .orElse(some));
            }
        }
        return found;
    }

    /** Empty where there are too many. */
    private Optional<List<ObjectIndex.Said>> within(Between between) {
        return DecimalIndex.of(execCxt.getDataset(), between.sought().property())
                .flatMap(index -> few(index.within(between.least(), between.most()), MOST_IN_RANGE));
    }

    private Optional<List<ObjectIndex.Said>> within(Sought sought, Range range) {
        return DateIndex.of(execCxt.getDataset(), sought.property())
                .flatMap(index ->
                        few(Iter.concat(index.others(), index.days(range.from(), range.before())), MOST_IN_RANGE));
    }

    @Override
    protected QueryIterator execute(OpTopN top, QueryIterator input) {
        Optional<Sought> sought = Optional.of(top)
                .filter(op -> op.getLimit() > 0 && op.getLimit() <= MOST_WANTED)
                .flatMap(op -> sorted(op));
        if (sought.isEmpty() || !input.hasNext()) {
            return super.execute(top, input);
        }
        Binding only = input.next();
        if (input.hasNext() || !only.isEmpty()) {
            QueryIterConcat all = new QueryIterConcat(execCxt);
            all.add(QueryIterSingleton.create(only, execCxt));
            all.add(input);
            return super.execute(top, all);
        }
        input.close();
        return DateIndex.of(execCxt.getDataset(), sought.get().property())
                .filter(DateIndex::holdsOnlyDays)
                .flatMap(index -> ends(top, sought.get(), index))
                .map(rows -> QueryIterPlainWrapper.create(rows.iterator(), execCxt))
                .orElseGet(() -> super.execute(top, root()));
    }

    /** The rows that are wanted, in order; empty where too much would have to be tried. */
    private Optional<List<Binding>> ends(OpTopN top, Sought sought, DateIndex index) {
        List<Binding> rows = List.of();
        Optional<LocalDate> first = index.first();
        Optional<LocalDate> last = index.last();
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.of(rows);
        }
        boolean down = top.getConditions().getFirst().getDirection() == Query.ORDER_DESCENDING;
        int tried = 0;
        // From outside inwards, in steps that grow: what lies in a later step comes after all of the earlier ones.
        LocalDate edge = down ? last.get() : first.get().plusDays(1);
        Range step = down ? new Range(Optional.of(edge), Optional.empty()) : new Range(first, Optional.of(edge));
        for (int days = 1; DateIndex.covers(edge); days *= 2) {
            Optional<List<ObjectIndex.Said>> found = few(index.days(step.from(), step.before()), MOST_TRIED - tried);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            tried += found.get().size();
            if (!found.get().isEmpty()) {
                rows = best(top, rows, exec(top.getSubOp(), new Given(root(), sought, () -> found, execCxt)));
            }
            boolean all = down ? !edge.isAfter(first.get()) : edge.isAfter(last.get());
            if (rows.size() >= top.getLimit() || all) {
                return Optional.of(rows);
            }
            LocalDate before = edge;
            edge = down ? edge.minusDays(days) : edge.plusDays(days);
            step = down
                    ? new Range(Optional.of(edge), Optional.of(before))
                    : new Range(Optional.of(before), Optional.of(edge));
        }
        return Optional.empty();
    }

    /** Never more than are wanted at once, however much one thing goes with. */
    private List<Binding> best(OpTopN top, List<Binding> rows, QueryIterator more) {
        QueryIterConcat all = new QueryIterConcat(execCxt);
        all.add(QueryIterPlainWrapper.create(rows.iterator(), execCxt));
        all.add(more);
        return Iter.toList(new QueryIterTopN(all, top.getConditions(), top.getLimit(), false, execCxt));
    }

    /** The statement by whose object is sorted first, where the rest lets one begin with it. */
    private Optional<Sought> sorted(OpTopN top) {
        SortCondition first = top.getConditions().getFirst();
        return first.getExpression().isVariable()
                ? pattern(top.getSubOp())
                        .filter(this::isPlain)
                        .flatMap(pattern -> sought(pattern).stream()
                                .filter(sought -> sought.object()
                                        .equals(first.getExpression().asVar()))
                                .findFirst())
                : Optional.empty();
    }

    /** The pattern that whatever comes out has to fit, where only such steps are above it as go row by row. */
    private static Optional<OpQuadPattern> pattern(Op op) {
        return switch (op) {
            case OpQuadPattern pattern -> Optional.of(pattern);
            case OpFilter filter -> pattern(filter.getSubOp());
            case OpExtend extend -> pattern(extend.getSubOp());
            case OpAssign assign -> pattern(assign.getSubOp());
            case OpConditional optional -> pattern(optional.getLeft());
            case OpLeftJoin optional -> pattern(optional.getLeft());
            default -> Optional.empty();
        };
    }

    /** Over the union of all graphs, not of some that FROM names, and naming nothing but classes. */
    private boolean isPlain(OpQuadPattern pattern) {
        return (pattern.isUnionGraph() || pattern.isDefaultGraph())
                && execCxt.getContext().isTrue(TDB2.symUnionDefaultGraph)
                && pattern.getBasicPattern().getList().stream()
                        .allMatch(triple -> triple.getSubject().isVariable()
                                && triple.getPredicate().isURI()
                                && (triple.getObject().isVariable()
                                        || triple.getPredicate().equals(Rdf.type)));
    }

    private static List<Sought> sought(OpQuadPattern pattern) {
        List<Sought> sought = new ArrayList<>();
        for (Triple triple : pattern.getBasicPattern()) {
            if (Var.isVar(triple.getSubject())
                    && Var.isVar(triple.getObject())
                    && !triple.getSubject().equals(triple.getObject())) {
                sought.add(new Sought(
                        Var.alloc(triple.getSubject()), triple.getPredicate(), Var.alloc(triple.getObject())));
            }
        }
        return sought;
    }

    private static Optional<List<ObjectIndex.Said>> few(Iterator<ObjectIndex.Said> found, int most) {
        List<ObjectIndex.Said> few = new ArrayList<>();
        while (found.hasNext()) {
            if (few.size() == most) {
                return Optional.empty();
            }
            few.add(found.next());
        }
        return Optional.of(few);
    }

    /**
     * What a comparison says of a variable.
     *
     * @param least whether it is not less than that
     * @param most whether it is not more than that
     */
    private record Bound(boolean least, boolean most, Expr than) {
        static Optional<Bound> of(Expr one, Var variable) {
            if (!(one instanceof ExprFunction2 comparison)) {
                return Optional.empty();
            }
            boolean left = is(comparison.getArg1(), variable);
            boolean right = is(comparison.getArg2(), variable);
            boolean more = comparison instanceof E_GreaterThan || comparison instanceof E_GreaterThanOrEqual;
            boolean less = comparison instanceof E_LessThan || comparison instanceof E_LessThanOrEqual;
            boolean same = comparison instanceof E_Equals;
            return left == right || !more && !less && !same
                    ? Optional.empty()
                    : Optional.of(new Bound(
                            same || (left ? more : less),
                            same || (left ? less : more),
                            left ? comparison.getArg2() : comparison.getArg1()));
        }

        private static boolean is(Expr expr, Var variable) {
            return expr.isVariable() && expr.asVar().equals(variable);
        }
    }

    private static List<Bound> bounds(OpFilter filter, Var variable) {
        return filter.getExprs().getList().stream()
                .flatMap(one -> Bound.of(one, variable).stream())
                .toList();
    }

    /** Wider than the filter by some days, since the filter looks at all that comes. */
    private Range range(OpFilter filter, Var day) {
        Range range = new Range(Optional.empty(), Optional.empty());
        for (Bound bound : bounds(filter, day)) {
            Optional<LocalDate> than = day(bound.than());
            if (than.isPresent()) {
                range = narrowed(range, bound, than.get());
            }
        }
        return range;
    }

    private static Range narrowed(Range range, Bound bound, LocalDate than) {
        Optional<LocalDate> from = bound.least() ? Optional.of(than.minusDays(OFFSET_DAYS)) : Optional.empty();
        Optional<LocalDate> before = bound.most() ? Optional.of(than.plusDays(OFFSET_DAYS)) : Optional.empty();
        return new Range(
                from.filter(day -> range.from().stream().noneMatch(day::isBefore))
                        .or(range::from),
                before.filter(day -> range.before().stream().noneMatch(day::isAfter))
                        .or(range::before));
    }

    private Numbers numbers(OpFilter filter, Var number) {
        Optional<BigDecimal> least = Optional.empty();
        Optional<BigDecimal> most = Optional.empty();
        for (Bound bound : bounds(filter, number)) {
            Optional<BigDecimal> than = number(bound.than());
            if (bound.least()) {
                least = Stream.of(least, than).flatMap(Optional::stream).max(Comparator.naturalOrder());
            }
            if (bound.most()) {
                most = Stream.of(most, than).flatMap(Optional::stream).min(Comparator.naturalOrder());
            }
        }
        return new Numbers(least, most);
    }

    /** A number that does not depend on what is found; empty for what is infinite or none. */
    private Optional<BigDecimal> number(Expr expr) {
        if (!expr.getVarsMentioned().isEmpty()) {
            return Optional.empty();
        }
        try {
            NodeValue value = expr.eval(BindingFactory.empty(), execCxt);
            if (value.isInteger() || value.isDecimal()) {
                return Optional.of(value.getDecimal());
            }
            return value.isDouble() && Double.isFinite(value.getDouble())
                    ? Optional.of(BigDecimal.valueOf(value.getDouble()))
                    : Optional.empty();
        } catch (ExprEvalException wrong) {
            return Optional.empty();
        }
    }

    /** An xsd:date that does not depend on what is found. */
    private Optional<LocalDate> day(Expr expr) {
        if (!expr.getVarsMentioned().isEmpty()) {
            return Optional.empty();
        }
        try {
            Node value = expr.eval(BindingFactory.empty(), execCxt).asNode();
            String day = value.isLiteral() && XSDDatatype.XSDdate.equals(value.getLiteralDatatype())
                    ? value.getLiteralLexicalForm()
                    : "";
            return day.matches("\\d{4}-\\d{2}-\\d{2}.*")
                    ? Optional.of(LocalDate.parse(day.substring(0, "0000-00-00".length())))
                            .filter(DateIndex::covers)
                    : Optional.empty();
        } catch (ExprEvalException | DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** Each row of the input with each of what was found, where that is not too much; rows that say it themselves as they are. */
    private static final class Given extends QueryIterRepeatApply {
        private final Sought sought;
        private final Supplier<Optional<List<ObjectIndex.Said>>> finding;
        private @Nullable Optional<List<ObjectIndex.Said>> found;

        Given(
                QueryIterator input,
                Sought sought,
                Supplier<Optional<List<ObjectIndex.Said>>> finding,
                ExecutionContext context) {
            super(input, context);
            this.sought = sought;
            this.finding = finding;
        }

        @Override
        protected QueryIterator nextStage(Binding row) {
            if (row.contains(sought.subject()) || row.contains(sought.object())) {
                return QueryIterSingleton.create(row, getExecContext());
            }
            Optional<List<ObjectIndex.Said>> known = found;
            if (known == null) {
                known = finding.get();
                found = known;
            }
            return known.map(all -> QueryIterPlainWrapper.create(
                            Iter.map(
                                    all.iterator(),
                                    one -> BindingFactory.binding(
                                            row, sought.subject(), one.subject(), sought.object(), one.object())),
                            getExecContext()))
                    .orElseGet(() -> QueryIterSingleton.create(row, getExecContext()));
        }
    }
}
