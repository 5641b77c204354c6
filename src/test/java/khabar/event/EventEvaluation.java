package khabar.event;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Field;
import khabar.article.Publication;
import khabar.article.Published;
import khabar.article.SourceRef;
import khabar.article.Span;
import khabar.article.Terms;
import khabar.article.Zone;
import khabar.article.ZoneKind;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Gazetteer;
import khabar.gazetteer.Head;
import khabar.names.Basis;
import khabar.names.Link;
import khabar.names.LinkedReading;
import khabar.names.Mention;
import khabar.names.MentionType;
import khabar.names.Resolution;
import khabar.names.Why;
import khabar.text.Clitics;
import khabar.text.SegmentedArticle;
import khabar.text.Segmenter;
import khabar.text.Token;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well events are found, on the open part of the gold data; run by {@code -Dtest=EventEvaluation}, prints figures. Names
 * come from the gazetteer's longest match alone, or from the gold itself where it marks them.
 */
class EventEvaluation {
    private static final Map<String, String> MERGED =
            Map.of("DEMAND", "REQUEST", "DISAPPROVE", "ACCUSE", "INVESTIGATE", "ACCUSE", "FIGHT", "ASSAULT");
    private static final int LARGE_CITY = 200_000;

    @Test
    void detectsArabicAssaults() throws IOException {
        sentences("ar-assault-sentences.tsv", EventType.ASSAULT);
    }

    @Test
    void detectsArabicProtests() throws IOException {
        sentences("ar-protest-sentences.tsv", EventType.PROTEST);
    }

    @Test
    void typesEnglishRecords() throws IOException {
        EventCoder coder = new EventCoder(Gazetteer.load());
        int all = 0;
        int some = 0;
        int right = 0;
        for (JsonNode entry : new JsonMapper().readTree(Files.readString(data("en-plover.json")))) {
            String type = entry.get("event").asString();
            List<Report> reports = coder.code(Marked.reading("en", LocalDate.of(2000, 1, 1), marked(entry)))
                    .reports();
            all++;
            some += reports.isEmpty() ? 0 : 1;
            right += reports.stream().anyMatch(r -> r.code().type().name().equals(MERGED.getOrDefault(type, type)))
                    ? 1
                    : 0;
        }
        System.out.printf("PLOVER records: %d, with a report %d, with one of the right type %d%n", all, some, right);
    }

    private static void sentences(String file, EventType type) throws IOException {
        Gazetteer gazetteer = Gazetteer.load();
        EventCoder coder = new EventCoder(gazetteer);
        int hits = 0;
        int found = 0;
        int gold = 0;
        List<String> lines = Files.readAllLines(data(file));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length < 6 || cells[4].equals("ambiguous")) {
                continue;
            }
            boolean yes = cells[4].equals("yes");
            boolean told = coder.code(named(gazetteer, cells[5])).reports().stream()
                    .anyMatch(r -> r.code().type() == type && r.status() == Status.HAPPENED);
            gold += yes ? 1 : 0;
            found += told ? 1 : 0;
            hits += yes && told ? 1 : 0;
        }
        double precision = (double) hits / found;
        double recall = (double) hits / gold;
        System.out.printf(
                "%s: precision %.2f, recall %.2f, F %.2f (%d sentences to find)%n",
                type, precision, recall, 2 * precision * recall / (precision + recall), gold);
    }

    private static Path data(String file) {
        String data = System.getProperty("khabar.data", "");
        assumeTrue(!data.isBlank() && !data.startsWith("${"), "no khabar.data");
        return Path.of(data, "events", file);
    }

    /** The record's text with its actors marked as organisations. */
    private static String marked(JsonNode entry) {
        String text =
                entry.get("text").asString().replaceAll("\\s+", " ").strip().replaceAll("[\\[\\]|]", " ");
        List<String> actors = Stream.of("source", "target")
                .flatMap(side -> entry.path(side).valueStream())
                .map(actor -> actor.path("actorText").asString("").strip())
                .filter(actor -> !actor.isEmpty() && Character.isUpperCase(actor.charAt(0)))
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        List<Span> spans = new ArrayList<>();
        for (String actor : actors) {
            int at = text.indexOf(actor);
            int end = at + actor.length();
            boolean whole = at >= 0
                    && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (whole && spans.stream().noneMatch(new Span(at, end)::overlaps)) {
                spans.add(new Span(at, end));
            }
        }
        StringBuilder marked = new StringBuilder(text);
        spans.stream()
                .sorted((one, other) -> other.compareTo(one))
                .forEach(span -> marked.replace(
                        span.start(), span.end(), "[" + span.of(text) + "|O actor-" + span.start() + "]"));
        return marked.toString();
    }

    private static LinkedReading named(Gazetteer gazetteer, String sentence) {
        Article article = new Article(
                "0123456789abcdef",
                new SourceRef("gold", 1),
                new Content(
                        List.of(new Field("text", sentence)),
                        // A headline is never cut: the gold's sentences stay whole.
                        List.of(new Zone(ZoneKind.HEADLINE, "text", new Span(0, sentence.length())))),
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Published.on(LocalDate.of(2007, 9, 6))),
                        Optional.empty(),
                        Optional.of("ar"),
                        Optional.of(Terms.QUOTES)));
        SegmentedArticle text = Segmenter.segment(article);
        List<Token> tokens = text.sentences().getFirst().tokens();
        List<String> normals = tokens.stream().map(Token::normal).toList();
        List<Link> links = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (i >= next && tokens.get(i).isWord()) {
                Optional<Link> link = listed(gazetteer, tokens, normals, i, sentence)
                        .or(composed(gazetteer, tokens, normals, i, sentence));
                if (link.isPresent()) {
                    links.add(link.get());
                    next = link.get().mention().last();
                }
            }
        }
        return new LinkedReading(text, links);
    }

    private static Optional<Link> listed(
            Gazetteer gazetteer, List<Token> tokens, List<String> normals, int at, String text) {
        for (Clitics.Candidate candidate : Clitics.of(normals.get(at))) {
            List<String> read = new ArrayList<>(normals);
            read.set(at, candidate.rest());
            for (Gazetteer.Match match : gazetteer.longest(read, at)) {
                Entry entry = match.entries().getFirst();
                boolean small = entry instanceof Entry.Place place
                        && place.feature() == Entry.Feature.CITY
                        && place.population() < LARGE_CITY
                        && match.length() == 1;
                if (!match.common() && !small) {
                    return Optional.of(link(tokens, at, at + match.length(), candidate.length(), text, entry));
                }
            }
        }
        return Optional.empty();
    }

    private static java.util.function.Supplier<Optional<Link>> composed(
            Gazetteer gazetteer, List<Token> tokens, List<String> normals, int at, String text) {
        return () -> {
            for (Head.Match head : gazetteer.heads(normals, at)) {
                int adjective = at + head.length();
                if (adjective < normals.size()) {
                    Optional<Gazetteer.Nationality> nationality = gazetteer.nationality(normals, adjective);
                    if (nationality.isPresent()) {
                        Entry entry =
                                gazetteer.compose(head.head(), nationality.get().country());
                        return Optional.of(
                                link(tokens, at, adjective + nationality.get().length(), 0, text, entry));
                    }
                }
            }
            return Optional.empty();
        };
    }

    private static Link link(List<Token> tokens, int first, int last, int particles, String text, Entry entry) {
        Span span = new Span(
                tokens.get(first).span().start() + particles,
                tokens.get(last - 1).span().end());
        MentionType type = switch (entry) {
            case Entry.Person person -> MentionType.PERSON;
            case Entry.Organisation organisation -> MentionType.ORGANISATION;
            case Entry.Place place -> MentionType.PLACE;
        };
        return new Link(
                new Mention(0, first, last, "text", span, span.of(text), type, 0.9),
                new Resolution.Known(entry, 0.9, Why.by(Basis.NAME)));
    }
}
