package khabar.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabar.article.Article;
import khabar.article.Content;
import khabar.article.Publication;
import khabar.article.SourceRef;
import khabar.article.Terms;
import khabar.graph.ArticleGraph;
import khabar.names.NameForm;
import khabar.store.Store;
import khabar.text.Sketch;
import khabar.vocab.Base;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import khabar.vocab.Schema;
import khabar.vocab.Wgs84;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Graphs of articles as a news archive might have them, as many as are asked for: three years, some four hundred statements
 * an article, two or three reports of what happened in the days before. One event is told by one to some twenty articles;
 * a report may leave out the day, the place or a side; one article in ten is a copy of an earlier one; one name in twenty is in
 * no gazetteer. The same seed gives the same articles, and the same articles come first whatever the number.
 */
public final class GeneratedNews {
    private static final int AT_ONCE = 100;
    private static final int DAYS = 1_100;
    private static final int PERSONS = 3_000;
    private static final int BODIES = 800;
    private static final int TOWNS = 3_000;
    private static final int COUNTRIES = 120;
    private static final int SOURCES = 60;
    private static final int MENTIONS = 24;
    private static final String UNKNOWN = "dark-";
    private static final String CONSONANTS = "bdfgklmnrstz";
    private static final String VOWELS = "aiou";
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final List<String> KINDS =
            List.of("CONSULT-visit", "CONSULT-phone", "ASSAULT-aerial", "ASSAULT-explosives", "PROTEST-demo", "ACCUSE-disapprove");

    private final Base base;
    private final long seed;
    private final int articlesADay;

    /** @param articles how many there are to be in all, which tells how many there are a day */
    public GeneratedNews(Base base, long seed, int articles) {
        this.base = base;
        this.seed = seed;
        this.articlesADay = Math.max(1, articles / DAYS);
    }

    /** Something that happened. */
    private record Happening(String kind, List<Node> actors, List<Node> recipients, LocalDate day, int town) {}

    /** The article of a number, from 0. */
    ArticleGraph article(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        String key = "%016x".formatted(new Random(seed + 31L * number).nextLong());
        LocalDate published = FIRST_DAY.plusDays(number / articlesADay);
        Graph graph = GraphFactory.createDefaultGraph();
        Graph gazetteer = GraphFactory.createDefaultGraph();
        Node article = base.id("article", key);
        graph.add(article, Rdf.type, Kh.Article);
        graph.add(article, Schema.headline, Literals.english("Headline " + number));
        graph.add(article, Schema.inLanguage, Literals.string(random.nextBoolean() ? "ar" : "en"));
        graph.add(article, Schema.publisher, base.id("source", "source-" + random.nextInt(SOURCES)));
        graph.add(article, Kh.textHash, Literals.string(key));
        graph.add(article, Kh.publishedDay, Literals.date(published));
        Sketch.of(words(number, random)).ifPresent(sketch -> {
            graph.add(article, Kh.textSketch, Literals.string(sketch.written()));
            sketch.standing(Optional.of(published)).forEach(shingle -> graph.add(article, Kh.shingle, Literals.integer(shingle)));
        });
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            report(graph, gazetteer, article, key, 100 * (i + 1), happening(published, random), random);
        }
        for (int i = 0; i < MENTIONS; i++) {
            mention(graph, gazetteer, article, key, 1_000 + 40 * i, random);
        }
        Article about = new Article(
                key,
                new SourceRef("generated", 1),
                new Content(List.of(), List.of()),
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Terms.QUOTES)));
        return new ArticleGraph(about, Terms.QUOTES, base.articleGraph(key), graph, gazetteer);
    }

    /** One of those of the last days; some are told far more often than others. */
    private Happening happening(LocalDate published, Random random) {
        LocalDate day = published.minusDays(random.nextInt(3));
        int perDay = Math.max(2, articlesADay * 2 / 3);
        int which = (int) (perDay * Math.pow(random.nextDouble(), 1.6));
        Random of = new Random(seed + day.toEpochDay() * 7_919 + which);
        return new Happening(
                KINDS.get(of.nextInt(KINDS.size())), parties(of), parties(of), day, of.nextInt(TOWNS));
    }

    private List<Node> parties(Random random) {
        return IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(i -> party(random))
                .distinct()
                .toList();
    }

    private Node party(Random random) {
        int rank = (int) (PERSONS * Math.pow(random.nextDouble(), 2));
        return random.nextInt(20) == 0
                ? base.id("person", UNKNOWN + unknownName(rank).replace(' ', '-'))
                : random.nextInt(3) == 0
                        ? base.id("organisation", "body-" + rank % BODIES)
                        : base.id("person", "person-" + rank);
    }

    /** Two or three words of syllables, so that few share their consonants. */
    private static String unknownName(int rank) {
        Random random = new Random(rank);
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(word -> IntStream.range(0, 2 + random.nextInt(2))
                        .mapToObj(i -> "" + CONSONANTS.charAt(random.nextInt(CONSONANTS.length()))
                                + VOWELS.charAt(random.nextInt(VOWELS.length())))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    private void report(
            Graph graph, Graph gazetteer, Node article, String key, int offset, Happening happening, Random random) {
        Node report = base.id("report", key + "-" + offset);
        graph.add(article, Kh.reports, report);
        graph.add(report, Rdf.type, Kh.EventReport);
        graph.add(report, Kh.reportedIn, article);
        graph.add(report, Kh.eventType, Khe.concept(happening.kind().split("-", 2)[0]));
        graph.add(report, Kh.eventMode, Khe.concept(happening.kind()));
        graph.add(report, Kh.status, random.nextInt(12) == 0 ? Kh.Planned : Kh.Happened);
        graph.add(report, Kh.confidence, Literals.decimal(0.5 + random.nextInt(50) / 100.0));
        graph.add(report, Rdfs.label, Literals.english("Report " + offset));
        boolean day = random.nextInt(5) > 0;
        graph.add(report, Kh.datePrecision, Literals.string(day ? "day" : "unknown"));
        if (day) {
            graph.add(report, Kh.reportedBegin, Literals.date(happening.day()));
            graph.add(report, Kh.reportedEnd, Literals.date(happening.day()));
        }
        if (random.nextInt(4) > 0) {
            graph.add(report, Kh.reportedPlace, town(gazetteer, happening.town()));
        }
        int index = 0;
        for (Node actor : happening.actors()) {
            participation(graph, gazetteer, report, key + "-" + offset + "-" + index++, actor, Kh.ActorRole);
        }
        if (random.nextInt(5) > 0) {
            for (Node recipient : happening.recipients()) {
                participation(graph, gazetteer, report, key + "-" + offset + "-" + index++, recipient, Kh.RecipientRole);
            }
        }
    }

    private void participation(Graph graph, Graph gazetteer, Node report, String key, Node party, Node role) {
        Node participation = base.id("participation", key);
        graph.add(report, Kh.hasParticipation, participation);
        graph.add(participation, Rdf.type, Kh.Participation);
        graph.add(participation, Kh.role, role);
        graph.add(participation, Kh.party, party);
        if (isUnknown(party)) {
            graph.add(participation, Kh.ownActor, party);
        }
        named(graph, gazetteer, party);
    }

    private void mention(Graph graph, Graph gazetteer, Node article, String key, int offset, Random random) {
        Node mention = base.id("mention", key + "-" + offset);
        Node thing = random.nextInt(3) == 0 ? town(gazetteer, random.nextInt(TOWNS)) : party(random);
        graph.add(article, Kh.mentions, thing);
        graph.add(mention, Rdf.type, Kh.Mention);
        graph.add(mention, Prov.wasDerivedFrom, article);
        graph.add(mention, Kh.refersTo, thing);
        graph.add(mention, Kh.start, Literals.integer(offset));
        graph.add(mention, Kh.end, Literals.integer(offset + 10));
        graph.add(mention, Kh.exact, Literals.english("Name " + thing.getURI().hashCode() % 100));
        graph.add(mention, Kh.confidence, Literals.decimal(0.8));
        if (isUnknown(thing)) {
            graph.add(mention, Kh.ownActor, thing);
        }
        if (!thing.getURI().contains("/place/")) {
            named(graph, gazetteer, thing);
        }
    }

    private void named(Graph graph, Graph gazetteer, Node thing) {
        String key = thing.getURI().substring(thing.getURI().lastIndexOf('/') + 1);
        String name = (isUnknown(thing) ? key.substring(UNKNOWN.length()) : key).replace('-', ' ');
        if (isUnknown(thing)) {
            graph.add(thing, Kh.nameForm, Literals.english(name));
            graph.add(thing, Kh.nameKey, Literals.string(NameForm.of(name).skeleton()));
            return;
        }
        boolean person = thing.getURI().contains("/person/");
        gazetteer.add(thing, Rdf.type, person ? Kh.Person : Kh.Organisation);
        gazetteer.add(thing, Rdfs.label, Literals.english(name));
        gazetteer.add(thing, Rdfs.label, Literals.arabic("اسم " + name));
        if (!person) {
            gazetteer.add(thing, Kh.country, base.id("place", "country-" + name.hashCode() % COUNTRIES));
        }
    }

    private static boolean isUnknown(Node thing) {
        return thing.getURI().contains("/" + UNKNOWN);
    }

    private Node town(Graph gazetteer, int number) {
        Node town = base.id("place", "town-" + number);
        Node country = base.id("place", "country-" + number % COUNTRIES);
        gazetteer.add(town, Rdf.type, Kh.Place);
        gazetteer.add(town, Wgs84.lat, Literals.decimal(number * 7_919 % 16_000 / 100.0 - 80));
        gazetteer.add(town, Wgs84.longitude, Literals.decimal(number * 6_271 % 36_000 / 100.0 - 180));
        gazetteer.add(town, Rdfs.label, Literals.english("Town " + number));
        gazetteer.add(town, Kh.within, country);
        gazetteer.add(country, Kh.feature, Literals.string("country"));
        gazetteer.add(country, Rdfs.label, Literals.english("Country " + number % COUNTRIES));
        return town;
    }

    /** Of a copy those of the article that it copies. */
    private String words(int number, Random random) {
        int copied = random.nextInt(10) == 0 ? Math.max(0, number - 1 - random.nextInt(2 * articlesADay)) : number;
        Random text = new Random(seed + 13L * copied);
        return IntStream.range(0, 150).mapToObj(i -> "w" + text.nextInt(30_000)).collect(Collectors.joining(" "));
    }

    /** Stores some, a hundred in a write. */
    public void into(Store store, Merger merger, int from, int to) {
        for (int i = from; i < to; i += AT_ONCE) {
            List<ArticleGraph> some = articles(i, Math.min(to, i + AT_ONCE));
            store.write(present -> merger.replaceAll(present, some));
        }
    }

    /** Some numbers, in a row. */
    List<ArticleGraph> articles(int from, int to) {
        List<ArticleGraph> articles = new ArrayList<>();
        for (int i = from; i < to; i++) {
            articles.add(article(i));
        }
        return articles;
    }
}
