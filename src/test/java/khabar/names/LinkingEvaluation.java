package khabar.names;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.Span;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Gazetteer;
import khabar.text.Segmenter;
import org.junit.jupiter.api.Test;

/**
 * How well names are found and linked in articles of the sample, against {@link LinkingGold}; run by {@code mvn -Pevaluate
 * verify}. With {@code -Dkhabar.errors=true} every error is listed.
 *
 * <p>Three things are told, by language and type. Mentions: of exact span and type. Links: of the marked names found at
 * their exact span, whatever type they were given, how many are right, wrong, without a link, or an actor of its own
 * (dark) where a listed one is meant; of a name that nobody listed bears, none and dark are right. Both together: a link
 * to a listed entity is right only at the exact span of a name that should have it, so that one made of what is no name
 * counts against it. References, offices and nouns, are left out of all three and have a line of their own.
 */
class LinkingEvaluation {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Names NAMES = new Names(GAZETTEER);

    private final Map<String, Counts> counts = new TreeMap<>();
    private final Counts references = new Counts();
    private final List<String> errors = new ArrayList<>();

    private enum Outcome {
        RIGHT,
        WRONG,
        AMBIGUOUS,
        UNLINKED,
        DARK
    }

    /** What is counted of one language and type. */
    private static final class Counts {
        private int gold;
        private int found;
        private int typed;
        private int atSpan;
        private int statesForCountries;
        private int otherBounds;
        private int keys;
        private int linked;
        private int linkedRight;
        private final Map<Outcome, Integer> outcomes = new HashMap<>();

        private int of(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }

        private void add(Outcome outcome) {
            atSpan++;
            outcomes.merge(outcome, 1, Integer::sum);
        }
    }

    private record Place(String field, Span span) {}

    @Test
    void sample() {
        articles("linking-gold.tsv");
    }

    /** The articles of the sample that nobody looked at while the rules were made. */
    @Test
    void heldOut() {
        articles("linking-held-out.tsv");
    }

    /** Sentences written before the rules were made. */
    @Test
    void unseen() {
        MarkedSentence.read("linking-unseen.tsv").forEach(sentence -> measure(sentence.article(), sentence.names()));
        print("unseen");
    }

    private void articles(String file) {
        List<LinkingGold> gold = LinkingGold.read(file);
        Map<String, List<LinkingGold>> byArticle = gold.stream().collect(groupingBy(LinkingGold::article));
        for (Article article : LinkingGold.articles(gold)) {
            measure(article, byArticle.getOrDefault(LinkingGold.id(article), List.of()));
        }
        print(file);
    }

    private void print(String set) {
        System.out.println(set);
        counts.forEach(LinkingEvaluation::print);
        System.out.printf(
                "%-16s %d marked, %d found: %d right, %d wrong, %d unlinked%n",
                "references",
                references.gold,
                references.atSpan,
                references.of(Outcome.RIGHT),
                references.of(Outcome.WRONG),
                references.of(Outcome.UNLINKED) + references.of(Outcome.AMBIGUOUS) + references.of(Outcome.DARK));
        if (Boolean.getBoolean("khabar.errors")) {
            errors.forEach(error -> System.out.println("  " + error));
        }
    }

    private void measure(Article article, List<LinkingGold> gold) {
        String language = article.publication().language().orElse("");
        Map<Place, Link> found = new HashMap<>();
        for (Link link : NAMES.read(Segmenter.segment(article)).links()) {
            found.put(new Place(link.mention().field(), link.mention().span()), link);
        }
        for (LinkingGold marked : gold) {
            Optional<Link> link = Optional.ofNullable(found.remove(new Place(marked.field(), marked.span())));
            if (marked.reference()) {
                references.gold++;
                link.ifPresent(there -> references.add(outcome(marked, there.resolution())));
                // A reference read longer or shorter is neither a name found nor one made up.
                found.keySet()
                        .removeIf(place -> place.field().equals(marked.field())
                                && place.span().overlaps(marked.span()));
            } else {
                of(language, marked.type()).forEach(count -> count(count, marked, link));
            }
            tell(marked, link);
        }
        found.values().forEach(link -> {
            boolean otherBounds = isOfOneName(gold, link);
            of(language, link.mention().type()).forEach(count -> {
                count.found++;
                count.linked += known(link.resolution()).isPresent() ? 1 : 0;
                count.otherBounds += otherBounds ? 1 : 0;
            });
            errors.add("%-9s %s %s, is %s"
                    .formatted(
                            otherBounds ? "bounds" : "made up",
                            LinkingGold.id(article),
                            link.mention().text(),
                            told(link.resolution())));
        });
    }

    /** Whether the link is that of a marked name, only longer or shorter than it. */
    private static boolean isOfOneName(List<LinkingGold> gold, Link link) {
        return gold.stream()
                .anyMatch(marked -> marked.field().equals(link.mention().field())
                        && marked.span().overlaps(link.mention().span())
                        && marked.entity().isPresent()
                        && marked.entity().equals(known(link.resolution())));
    }

    /** The lines in which a mention counts: of its type and of all types, in its language and in both. */
    private List<Counts> of(String language, MentionType type) {
        return Stream.of(language + " " + type.word(), language + " all", "both " + type.word(), "both all")
                .map(line -> counts.computeIfAbsent(line, made -> new Counts()))
                .toList();
    }

    private static void count(Counts count, LinkingGold marked, Optional<Link> found) {
        count.gold++;
        count.keys += marked.entity().isPresent() ? 1 : 0;
        if (found.isEmpty()) {
            return;
        }
        Resolution resolution = found.get().resolution();
        Outcome outcome = outcome(marked, resolution);
        count.found++;
        count.typed += found.get().mention().type() == marked.type() ? 1 : 0;
        count.linked += known(resolution).isPresent() ? 1 : 0;
        count.linkedRight += outcome == Outcome.RIGHT && marked.entity().isPresent() ? 1 : 0;
        count.add(outcome);
        count.statesForCountries += outcome == Outcome.WRONG && isOneCountry(marked, resolution) ? 1 : 0;
    }

    private static Outcome outcome(LinkingGold marked, Resolution resolution) {
        if (marked.entity().equals(known(resolution))) {
            return Outcome.RIGHT;
        }
        return switch (resolution) {
            case Resolution.Known known -> Outcome.WRONG;
            case Resolution.Dark dark -> Outcome.DARK;
            case Resolution.Ambiguous ambiguous -> Outcome.AMBIGUOUS;
            case Resolution.Unknown unknown -> Outcome.UNLINKED;
        };
    }

    private static Optional<Entity> known(Resolution resolution) {
        return resolution instanceof Resolution.Known known
                ? Optional.of(known.entry().entity())
                : Optional.empty();
    }

    /** Whether one is the state and the other its land or capital. */
    private static boolean isOneCountry(LinkingGold marked, Resolution resolution) {
        return country(marked.entity())
                .flatMap(country -> country(known(resolution)).filter(country::equals))
                .isPresent();
    }

    private static Optional<String> country(Optional<Entity> entity) {
        return entity.filter(there -> there.type() != EntityType.PERSON)
                .flatMap(there -> there.key().length() == 3
                        ? Optional.of(there.key())
                        : GAZETTEER.capitalOf(there).map(iso3 -> iso3.toLowerCase(Locale.ROOT)));
    }

    private void tell(LinkingGold marked, Optional<Link> found) {
        String name = "%s %s  should be %s"
                .formatted(
                        marked.article(),
                        marked.text(),
                        marked.entity().map(Entity::path).orElse("-"));
        if (found.isEmpty()) {
            errors.add((marked.reference() ? "no ref    " : "missed    ") + name);
        } else {
            Resolution resolution = found.get().resolution();
            Outcome outcome = outcome(marked, resolution);
            if (outcome != Outcome.RIGHT) {
                errors.add("%-9s %s, is %s".formatted(outcome.name().toLowerCase(Locale.ROOT), name, told(resolution)));
            } else if (found.get().mention().type() != marked.type()) {
                errors.add("type      " + name + ", is "
                        + found.get().mention().type().word());
            }
        }
    }

    private static String told(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Known known -> known.entry().entity().path();
            case Resolution.Dark dark -> "dark " + dark.actor().entity().path();
            case Resolution.Ambiguous ambiguous ->
                "ambiguous "
                        + ambiguous.candidates().stream()
                                .map(one -> one.entry().entity().path())
                                .toList();
            case Resolution.Unknown unknown -> "-";
        };
    }

    private static void print(String line, Counts count) {
        System.out.printf(
                "%-17s mentions %s (%d marked)%n", line, figures(count.typed, count.found, count.gold), count.gold);
        System.out.printf(
                "%-17s links    right %.1f %%, wrong %.1f %%, ambiguous %.1f %%, unlinked %.1f %%, dark %.1f %% of %d found%n",
                "",
                percent(count.of(Outcome.RIGHT), count.atSpan),
                percent(count.of(Outcome.WRONG), count.atSpan),
                percent(count.of(Outcome.AMBIGUOUS), count.atSpan),
                percent(count.of(Outcome.UNLINKED), count.atSpan),
                percent(count.of(Outcome.DARK), count.atSpan),
                count.atSpan);
        int notRight = count.linked - count.linkedRight;
        System.out.printf(
                "%-17s both     %s; of %d links %d not right:"
                        + " %d state for country or back, %d longer or shorter, %d wrong (%.1f %%)%n",
                "",
                figures(count.linkedRight, count.linked, count.keys),
                count.linked,
                notRight,
                count.statesForCountries,
                count.otherBounds,
                notRight - count.statesForCountries - count.otherBounds,
                percent(notRight - count.statesForCountries - count.otherBounds, count.linked));
    }

    private static String figures(int right, int found, int gold) {
        double precision = percent(right, found);
        double recall = percent(right, gold);
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return "P %.1f R %.1f F1 %.1f".formatted(precision, recall, f1);
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
