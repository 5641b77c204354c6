package khabar.event;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabar.gazetteer.Gazetteer;
import khabar.names.LinkedReading;
import khabar.names.Names;
import khabar.text.Segmenter;
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

    /** Of the gold's actors and targets: where a participant was found, and which country it was said to be of. */
    @Test
    void codesCountriesOfArabicActors() throws IOException {
        int spans = 0;
        int found = 0;
        int gold = 0;
        int stated = 0;
        int right = 0;
        List<String> wrong = new ArrayList<>();
        for (String file : List.of("ar-assault-spans.json", "ar-protest-spans.json")) {
            for (JsonNode entry : new JsonMapper().readTree(Files.readString(EventGold.data(file)))) {
                String text = entry.get("text").asString().strip();
                LinkedReading reading = names.read(Segmenter.segment(EventGold.article(text, Optional.empty())));
                for (Actor actor : actors(entry)) {
                    List<Phrase> phrases = phrases(reading, actor.words());
                    Optional<String> country =
                            phrases.stream().flatMap(p -> country(p).stream()).findFirst();
                    spans++;
                    found += phrases.isEmpty() ? 0 : 1;
                    gold += actor.country().isPresent() ? 1 : 0;
                    stated += country.isPresent() ? 1 : 0;
                    right += country.isPresent() && country.equals(actor.country()) ? 1 : 0;
                    if (!country.equals(actor.country())) {
                        wrong.add(actor + " " + country);
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "actor spans: %d, with a phrase of ours %d; country P %.1f R %.1f (%d of %d, %d stated)%n",
                spans,
                found,
                100.0 * right / stated,
                100.0 * right / gold,
                right,
                gold,
                stated);
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

    /** The phrases that stand within the words, wherever they come in the text. */
    private List<Phrase> phrases(LinkedReading reading, List<String> words) {
        List<Line> lines = lines(reading);
        List<String> asked = words.stream()
                .map(PatternFile::normal)
                .flatMap(word -> Stream.of(word.split(" ", -1)))
                .toList();
        for (Line line : lines) {
            int at = java.util.Collections.indexOfSubList(line.normals(), asked);
            if (at >= 0) {
                return line.phrases().stream()
                        .filter(p -> p.last() > at && mentioned(p) < at + asked.size())
                        .toList();
            }
        }
        return lines.stream()
                .flatMap(line -> line.phrases().stream()
                        .filter(p -> IntStream.range(p.start(), p.last())
                                .anyMatch(i -> asked.contains(line.normals().get(i)))))
                .toList();
    }

    /** Where the name of a phrase begins, its titles left out. */
    private static int mentioned(Phrase phrase) {
        return phrase.link().map(link -> link.mention().first()).orElse(phrase.start());
    }

    private List<Line> lines(LinkedReading reading) {
        LineReader reader = new LineReader(Lexicon.arabic(), new EventCoder.GazetteerWorld(gazetteer));
        return IntStream.range(0, reading.text().sentences().size())
                .mapToObj(i -> reader.read(i, reading.text().sentences().get(i), reading.in(i), List.of()))
                .toList();
    }

    private static Optional<String> country(Phrase phrase) {
        return switch (phrase.who()) {
            case Phrase.Who.Named named -> phrase.entry().flatMap(khabar.gazetteer.Entry::country);
            case Phrase.Who.Nameless nameless -> nameless.country();
            case Phrase.Who.State state -> Optional.of(state.country());
        };
    }
}
