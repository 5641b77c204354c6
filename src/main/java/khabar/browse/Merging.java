package khabar.browse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import khabar.store.Row;
import khabar.vocab.Kh;

/**
 * Why reports are held to be of one event, and what they tell differently all the same.
 *
 * @param decisions of editors, which outweigh the reasons
 */
record Merging(List<Dispute> disputes, List<EditorsWord> decisions, List<Reason> reasons) {
    private static final String DATE = "date";
    private static final String PLACE = "place";
    private static final String DEAD = "dead";
    private static final String WOUNDED = "wounded";

    Merging {
        disputes = List.copyOf(disputes);
        decisions = List.copyOf(decisions);
        reasons = List.copyOf(reasons);
    }

    /** @param on {@code date}, {@code place}, {@code dead} or {@code wounded} */
    record Dispute(String on, List<Version> versions) {}

    /** One day, one place or one number, and the articles that tell it. */
    record Version(ReportCard.Claim claim, List<Origin> by) {}

    /**
     * That an article's report was put together with another one's.
     *
     * @param score in points; empty where an editor put them together
     * @param on in what the two agree, as words of the data
     */
    record Reason(Link article, Link other, Optional<String> score, List<String> on) {}

    public boolean isEmpty() {
        return disputes.isEmpty() && decisions.isEmpty() && reasons.isEmpty();
    }

    static Merging of(
            PageReading reading, Statements said, List<ReportCard> cards, List<Row> decided, List<Row> merged) {
        List<String> disputed =
                said.texts(Kh.disagreesOn).stream().map(Text::value).toList();
        return new Merging(
                Stream.of(DATE, PLACE, DEAD, WOUNDED)
                        .filter(disputed::contains)
                        .map(on -> new Dispute(on, versions(on, cards)))
                        .toList(),
                EditorsWord.of(reading, decided),
                reasons(reading, merged));
    }

    private static List<Version> versions(String on, List<ReportCard> cards) {
        return switch (on) {
            case DATE -> dates(cards);
            case PLACE -> places(cards);
            case DEAD -> numbers(cards, ReportCard.Toll::dead);
            default -> numbers(cards, ReportCard.Toll::wounded);
        };
    }

    private static List<Version> numbers(
            List<ReportCard> cards, Function<ReportCard.Toll, Optional<ReportCard.Count>> number) {
        return versions(
                cards.stream().filter(card -> number.apply(card.claim().toll()).isPresent()),
                card -> number.apply(card.claim().toll()));
    }

    private static List<Version> dates(List<ReportCard> cards) {
        return versions(
                cards.stream().filter(card -> card.claim().when().known()),
                card -> card.claim().when());
    }

    private static List<Version> places(List<ReportCard> cards) {
        return versions(
                cards.stream().filter(card -> card.claim().place().isPresent()),
                card -> card.claim().place());
    }

    private static List<Version> versions(Stream<ReportCard> cards, Function<ReportCard, Object> told) {
        Map<Object, Version> versions = new LinkedHashMap<>();
        cards.forEach(card -> versions.computeIfAbsent(
                        told.apply(card), first -> new Version(card.claim(), new ArrayList<>()))
                .by()
                .add(card.origin()));
        return versions.values().stream()
                .map(version -> new Version(
                        version.claim(), version.by().stream().distinct().toList()))
                .toList();
    }

    private record Pair(Link article, Link other, Optional<String> score) {}

    private static List<Reason> reasons(PageReading reading, List<Row> rows) {
        Map<Pair, LinkedHashSet<String>> agreed = new LinkedHashMap<>();
        for (Row row : rows) {
            Pair pair = new Pair(
                    reading.link(row.node("article")), reading.link(row.node("other")), row.optionalText("score"));
            LinkedHashSet<String> on = agreed.computeIfAbsent(pair, first -> new LinkedHashSet<>());
            row.optionalText("on").ifPresent(on::add);
        }
        return agreed.entrySet().stream()
                .map(one -> new Reason(
                        one.getKey().article(),
                        one.getKey().other(),
                        one.getKey().score(),
                        List.copyOf(one.getValue())))
                .toList();
    }
}
