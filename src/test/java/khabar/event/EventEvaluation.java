package khabar.event;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khabar.gazetteer.Gazetteer;
import khabar.names.Link;
import khabar.names.LinkedReading;
import khabar.names.Names;
import khabar.names.Resolution;
import khabar.text.Clitics;
import khabar.text.Segmenter;
import khabar.text.Token;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well Arabic events are found, on the share of the open gold that nothing was trained on (see {@link EventGold}); run by
 * {@code -Dtest=EventEvaluation}, prints figures. Sentences are read as articles are, by the recogniser of names and the
 * gazetteer. "Ambiguous" sentences are left out; what half of the judges saw counts as wrong, and is counted beside.
 */
class EventEvaluation {
    private static final double[] BINS = {0.35, 0.5, 0.6, 0.7, 0.8, 1.01};
    private static final Set<String> COUNTRIES =
            Set.of(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).toArray(String[]::new));

    private final Gazetteer gazetteer = Gazetteer.load();
    private final Names names = new Names(gazetteer);
    private final World world = new EventCoder.GazetteerWorld(gazetteer);
    private final EventCoder coder = new EventCoder(gazetteer);

    /** What was said of one sentence. */
    private record Answer(EventGold gold, List<Report> reports) {
        Optional<Report> surest() {
            return reports.stream()
                    .filter(r -> r.code().type() == gold.type() && r.status() == Status.HAPPENED)
                    .max(java.util.Comparator.comparingDouble(Report::confidence));
        }
    }

    @Test
    void detectsArabicEvents() throws IOException {
        List<Answer> answers = answers(EventGold.heldOut());
        for (EventType type : List.of(EventType.ASSAULT, EventType.PROTEST)) {
            List<Answer> ofType =
                    answers.stream().filter(a -> a.gold().type() == type).toList();
            figures(type, ofType);
            calibration(type, ofType);
        }
        counts(answers);
    }

    private List<Answer> answers(List<EventGold> golds) {
        return golds.stream()
                .filter(gold -> !gold.isAmbiguous())
                .map(gold -> new Answer(gold, coder.code(read(gold)).reports()))
                .toList();
    }

    private LinkedReading read(EventGold gold) {
        return names.read(Segmenter.segment(gold.article()));
    }

    private static void figures(EventType type, List<Answer> answers) {
        int gold = 0;
        int stated = 0;
        int right = 0;
        int halfRight = 0;
        for (Answer answer : answers) {
            boolean told = answer.surest().isPresent();
            gold += answer.gold().isYes() ? 1 : 0;
            stated += told ? 1 : 0;
            right += told && answer.gold().isYes() ? 1 : 0;
            halfRight += told && 2 * answer.gold().accepted() >= answer.gold().judges() ? 1 : 0;
        }
        double precision = (double) right / stated;
        double recall = (double) right / gold;
        System.out.printf(
                Locale.ROOT,
                "%s, held out: P %.1f R %.1f F %.1f (%d of %d, %d stated); seen by half of the judges or more: %d%n",
                type,
                100 * precision,
                100 * recall,
                200 * precision * recall / (precision + recall),
                right,
                gold,
                stated,
                halfRight);
    }

    private static void calibration(EventType type, List<Answer> answers) {
        for (int bin = 0; bin + 1 < BINS.length; bin++) {
            double from = BINS[bin];
            double to = BINS[bin + 1];
            List<EventGold> stated = answers.stream()
                    .filter(a -> a.surest()
                            .filter(r -> r.confidence() >= from && r.confidence() < to)
                            .isPresent())
                    .map(Answer::gold)
                    .toList();
            long right = stated.stream().filter(EventGold::isYes).count();
            System.out.printf(
                    Locale.ROOT,
                    "  %s confidence from %.2f: %d stated, %d right (%.0f %%)%n",
                    type,
                    from,
                    stated.size(),
                    right,
                    100.0 * right / Math.max(1, stated.size()));
        }
    }

    /** Of all types: how many reports. */
    private static void counts(List<Answer> answers) {
        Map<EventType, Integer> counts = new EnumMap<>(EventType.class);
        answers.stream()
                .flatMap(answer -> answer.reports().stream())
                .forEach(report -> counts.merge(report.code().type(), 1, Integer::sum));
        System.out.println("reports by type, held out: " + counts);
    }

    /** Of the gold's actors and targets, given as words: which country they are of. */
    @Test
    void codesCountriesOfArabicActors() throws IOException {
        int spans = 0;
        int beside = 0;
        int gold = 0;
        int stated = 0;
        int right = 0;
        List<String> wrong = new ArrayList<>();
        Set<String> held = EventGold.heldOut().stream()
                .map(EventGold::text)
                .map(String::strip)
                .collect(java.util.stream.Collectors.toSet());
        for (String file : List.of("ar-assault-spans.json", "ar-protest-spans.json")) {
            for (JsonNode entry : new JsonMapper().readTree(Files.readString(EventGold.data(file)))) {
                String text = entry.get("text").asString().strip();
                LinkedReading reading = names.read(Segmenter.segment(EventGold.article(text, Optional.empty())));
                for (Actor actor : actors(entry)) {
                    Optional<String> country = country(reading, actor.words());
                    spans++;
                    gold += actor.country().isPresent() ? 1 : 0;
                    stated += country.isPresent() ? 1 : 0;
                    beside += country.isPresent() && actor.country().isEmpty() ? 1 : 0;
                    right += country.isPresent() && country.equals(actor.country()) ? 1 : 0;
                    if (!country.equals(actor.country()) && !held.contains(text)) {
                        wrong.add(actor + " " + country);
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "actor spans: %d, %d with a country in the gold: P %.1f R %.1f of these (%d right); stated for others: %d%n",
                spans,
                gold,
                100.0 * right / (stated - beside),
                100.0 * right / gold,
                right,
                beside);
        if (Boolean.getBoolean("khabar.errors")) {
            wrong.forEach(System.out::println);
        }
    }

    private record Actor(List<String> words, Optional<String> country) {}

    /** Each actor or target once. */
    private static Set<Actor> actors(JsonNode entry) {
        Set<Actor> actors = new LinkedHashSet<>();
        for (JsonNode span : entry.get("spans")) {
            for (String side : List.of("source", "target")) {
                List<String> words = span.path(side + "_actor")
                        .valueStream()
                        .map(word -> word.asString(""))
                        .filter(word -> !word.isBlank())
                        .toList();
                String code = span.path(side + "_role").path("main").asString("");
                if (!words.isEmpty()) {
                    actors.add(new Actor(words, Optional.of(code).filter(COUNTRIES::contains)));
                }
            }
        }
        return actors;
    }

    /** The first country that a span tells of, by a name in it or by a word of nationality. */
    private Optional<String> country(LinkedReading reading, List<String> words) {
        List<String> asked = words.stream()
                .map(PatternFile::normal)
                .flatMap(word -> Stream.of(word.split(" ", -1)))
                .toList();
        for (int s = 0; s < reading.text().sentences().size(); s++) {
            List<String> normals = reading.text().sentences().get(s).tokens().stream()
                    .map(Token::normal)
                    .toList();
            int at = Collections.indexOfSubList(normals, asked);
            if (at >= 0) {
                return country(reading.in(s), normals, at, at + asked.size());
            }
        }
        return country(List.of(), asked, 0, asked.size());
    }

    private Optional<String> country(List<Link> links, List<String> normals, int from, int to) {
        for (int i = from; i < to; i++) {
            int token = i;
            Optional<String> named = links.stream()
                    .filter(link -> link.mention().first() <= token
                            && token < link.mention().last())
                    .filter(link -> link.resolution() instanceof Resolution.Known)
                    .flatMap(link -> ((Resolution.Known) link.resolution()).entry().country().stream())
                    .findFirst();
            Optional<String> country = named.or(() -> Clitics.of(normals.get(token)).stream()
                    .flatMap(c -> ArabicPhrases.country(world, c.rest()).stream())
                    .findFirst());
            if (country.isPresent()) {
                return country;
            }
        }
        return Optional.empty();
    }
}
