package khabar.ingest;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import khabar.merge.Decisions;
import khabar.merge.Decisions.Decision;
import khabar.merge.Decisions.Grounds;
import khabar.merge.Decisions.Verdict;
import khabar.merge.Merger;
import khabar.merge.NameDecision;
import khabar.merge.NameDecisions;
import khabar.store.Changes;
import khabar.store.Store;
import khabar.vocab.Base;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What editors decide of events, actors and names in articles: checked against what is there and what was decided before, written as data, and
 * true at once. Each decision is one transaction. Safe for many threads.
 */
public final class Editing {
    private final Store store;
    private final Base base;
    private final Merger merger;
    private final Clock clock;
    private final Supplier<Ingest> ingest;
    private final NameEditing names;

    /** @param ingest asked for only where something is decided of a name: it holds the gazetteer */
    public Editing(Store store, Clock clock, Supplier<Ingest> ingest) {
        this.store = store;
        this.base = store.base();
        this.merger = new Merger(base, clock);
        this.clock = clock;
        this.ingest = ingest;
        this.names = new NameEditing(store, merger, clock);
    }

    /** Decides, unless it cannot be; then nothing is written. */
    public Edited decide(DecisionOrder order) {
        return switch (order.decide()) {
            case JOIN, SPLIT, APART, PIN, SAME, DIFFERENT -> decideOnThings(order);
            case LINK, LINK_ALL, UNLINK, UNLINK_ALL -> {
                Ingest reading = ingest.get(); // takes seconds the first time, and nobody else can write meanwhile
                yield write((present, named) -> names.decide(present, named, order, reading));
            }
        };
    }

    private Edited decideOnThings(DecisionOrder order) {
        return write((present, named) -> {
            Decision decision = decision(order, named);
            new Decisions(base, present).against(decision).ifPresent(earlier -> {
                throw new Conflict(earlier);
            });
            return step(decision, merger.decide(present, decision));
        });
    }

    /**
     * What was decided holds no more.
     *
     * @param given the key or the IRI of the decision
     */
    public Edited undo(String given) {
        Optional<Ingest> reading = isOnName(given) ? Optional.of(ingest.get()) : Optional.empty();
        return write((present, named) -> {
            Node address = named.decision(given);
            Optional<NameDecision> name = new NameDecisions(base, present).of(address);
            if (name.isPresent() && reading.isPresent()) {
                return names.undo(present, name.get(), reading.get());
            }
            Decision decision = new Decisions(base, present)
                    .of(address)
                    .orElseThrow(() -> new Named.Missing(
                            present.contains(base.graph("history"), address, Node.ANY, Node.ANY)
                                    ? "the decision " + given + " was undone before"
                                    : "there is no decision " + given));
            return step(decision, merger.undo(present, address));
        });
    }

    private boolean isOnName(String given) {
        return store.read(present -> {
            try {
                return new NameDecisions(base, present)
                        .of(new Named(base, present).decision(given))
                        .isPresent();
            } catch (Named.Missing missing) {
                return false;
            }
        });
    }

    /** All that hold, the last first. */
    public List<Decided> all() {
        return store.read(present -> {
            Stream<Decided> things =
                    new Decisions(base, present).all().stream().map(decision -> line(present, decision));
            Stream<Decided> named =
                    new NameDecisions(base, present).all().stream().map(decision -> names.line(present, decision));
            return Stream.concat(things, named)
                    .sorted(Comparator.comparing((Decided decided) -> OffsetDateTime.parse(decided.at()))
                            .reversed())
                    .toList();
        });
    }

    /**
     * What is to be written.
     *
     * @param line says afterwards what holds, or holds no more
     */
    record Step(Function<DatasetGraph, Decided> line, Changes changes) {}

    private Step step(Decision decision, Changes changes) {
        return new Step(present -> line(present, decision), changes);
    }

    /** It contradicts this one. */
    private static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Decision earlier;

        Conflict(Decision earlier) {
            super("contradicts an earlier decision");
            this.earlier = earlier;
        }
    }

    /** What was asked for cannot be, whatever was decided. */
    static final class Absurd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Absurd(String why) {
            super(why);
        }
    }

    private Edited write(BiFunction<DatasetGraph, Named, Step> plan) {
        List<Step> done = new ArrayList<>(1);
        try {
            store.write(present -> {
                Step step = plan.apply(present, new Named(base, present));
                done.add(step);
                return step.changes();
            });
        } catch (Named.Missing missing) {
            return new Edited.NotThere(missing.why());
        } catch (Absurd absurd) {
            return new Edited.Impossible(String.valueOf(absurd.getMessage()));
        } catch (Conflict conflict) {
            return new Edited.Impossible(contradiction(conflict.earlier));
        }
        return new Edited.Done(store.read(present -> done.getFirst().line().apply(present)));
    }

    private String contradiction(Decision earlier) {
        Grounds grounds = earlier.grounds();
        return "this contradicts decision %s of %s, in which %s held that these are %s; undo it first"
                .formatted(
                        store.read(present -> key(present, earlier)),
                        grounds.at().toLocalDate(),
                        grounds.by(),
                        earlier.verdict() == Verdict.SAME ? "one" : "not one");
    }

    private Decision decision(DecisionOrder order, Named named) {
        Grounds grounds = new Grounds(order.by().strip(), OffsetDateTime.now(clock), order.note());
        String first = order.of().getFirst();
        String last = order.of().getLast();
        return switch (order.decide()) {
            case JOIN -> joined(named, named.event(first), named.event(last), grounds);
            case PIN -> kept(named, named.event(first), grounds);
            case SPLIT -> split(named, named.report(first), grounds);
            case APART ->
                new Decision(
                        two(named.report(first), named.report(last)), Optional.empty(), Verdict.DIFFERENT, grounds);
            case SAME -> actors(named, named.actor(first), named.actor(last), Verdict.SAME, grounds);
            case DIFFERENT -> actors(named, named.actor(first), named.actor(last), Verdict.DIFFERENT, grounds);
            case LINK, LINK_ALL, UNLINK, UNLINK_ALL -> throw new IllegalArgumentException("of a name: " + order);
        };
    }

    private static Decision joined(Named named, Node one, Node other, Grounds grounds) {
        if (one.equals(other)) {
            throw new Absurd("these are one event already, " + one.getURI() + "; pin it to keep it so");
        }
        return new Decision(
                Stream.concat(named.reportsOf(one).stream(), named.reportsOf(other).stream())
                        .toList(),
                Optional.empty(),
                Verdict.SAME,
                grounds);
    }

    private static Decision kept(Named named, Node event, Grounds grounds) {
        List<Node> reports = named.reportsOf(event);
        if (reports.size() < 2) {
            throw new Absurd("only one report tells of " + event.getURI() + ": there is nothing to keep together");
        }
        return new Decision(reports, Optional.empty(), Verdict.SAME, grounds);
    }

    private static Decision split(Named named, Node report, Grounds grounds) {
        List<Node> reports = named.reportsOf(named.eventOf(report).orElseThrow());
        if (reports.size() < 2) {
            throw new Absurd("only " + report.getURI() + " tells of its event: there is nothing to take it from");
        }
        return new Decision(reports, Optional.of(report), Verdict.DIFFERENT, grounds);
    }

    private static Decision actors(Named named, Node one, Node other, Verdict verdict, Grounds grounds) {
        List<Node> both = two(one, other);
        if (both.stream().allMatch(named::isKnown)) {
            throw new Absurd("the gazetteer knows both; decide on names that it does not know");
        }
        return new Decision(both, Optional.empty(), verdict, grounds);
    }

    private static List<Node> two(Node one, Node other) {
        if (one.equals(other)) {
            throw new Absurd("both are " + one.getURI());
        }
        return List.of(one, other);
    }

    private Decided line(DatasetGraph present, Decision decision) {
        Named named = new Named(base, present);
        return new Decided(
                key(present, decision),
                decision.verdict().name().toLowerCase(Locale.ROOT),
                decision.things().stream().map(Node::getURI).toList(),
                decision.apart().map(Node::getURI).orElse(null),
                null,
                decision.grounds().by(),
                decision.grounds().at().toString(),
                decision.grounds().because(),
                decision.things().stream()
                        .flatMap(thing -> now(named, thing).stream())
                        .map(Node::getURI)
                        .distinct()
                        .toList());
    }

    private Optional<Node> now(Named named, Node thing) {
        return isReport(thing) ? named.eventOf(thing) : Optional.of(named.actorNow(thing));
    }

    private boolean isReport(Node thing) {
        return base.parse(thing.getURI())
                .filter(local -> local.type().equals("report"))
                .isPresent();
    }

    private String key(DatasetGraph present, Decision decision) {
        String address = new Decisions(base, present).address(decision).getURI();
        return base.parse(address).map(Base.Local::key).orElse(address);
    }
}
