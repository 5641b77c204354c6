package khabar.graph;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.article.Publication;
import khabar.article.Published;
import khabar.article.Terms;
import khabar.article.ZoneKind;
import khabar.event.Context;
import khabar.event.EventCode;
import khabar.event.EventType;
import khabar.event.Participant;
import khabar.event.Precision;
import khabar.event.Report;
import khabar.event.ReportedArticle;
import khabar.event.Role;
import khabar.event.Status;
import khabar.event.Toll;
import khabar.event.When;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Name;
import khabar.names.Basis;
import khabar.names.DarkActor;
import khabar.names.Link;
import khabar.names.LinkedReading;
import khabar.names.MentionType;
import khabar.names.Resolution;
import khabar.names.Scored;
import khabar.names.Why;
import khabar.text.Language;
import khabar.vocab.Base;

/** Two articles, written for these tests, as the steps before the mapper hand them over. */
final class Fixtures {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2017-09-13T08:00:00.123Z"), ZoneOffset.UTC);
    static final Run RUN = Run.of("0.1.0", "00112233445566aa", CLOCK);

    private Fixtures() {}

    static ArticleMapper mapper() {
        return new ArticleMapper(new Base("https://news.example/"), new Listed(), CLOCK, source -> Optional.empty());
    }

    /** A visit, told twice; the visitor's name is misspelt, and a headline of another article stands at the end. */
    static ReportedArticle visitToDamascus(Terms terms) {
        Told told = new Told()
                .zone(ZoneKind.HEADLINE, "وزير الدفاع الروسي في دمشق")
                .zone(ZoneKind.DATELINE, "موسكو")
                .zone(ZoneKind.BODY, "التقى سيرغي شويو الثلاثاء بشار الأسد في دمشق.")
                .zone(ZoneKind.BODY, "ووصل شويغو صباحا، ويسيطر الجيش السوري على المطار.")
                .zone(ZoneKind.RELATED, "روسيا توقع عقدا جديدا");
        Link moscow = told.named(1, "موسكو", MentionType.PLACE, known(Listed.MOSCOW));
        Link shoigu = told.named(2, "سيرغي شويو", MentionType.PERSON, known(Listed.SHOIGU));
        Link assad = told.named(
                2,
                "بشار الأسد",
                MentionType.PERSON,
                new Resolution.Known(
                        Listed.ASSAD, 0.9, new Why(Basis.SPELLING, List.of(new Scored(Listed.SHOIGU, 0.1)))));
        Link damascus = told.named(2, "دمشق", MentionType.PLACE, known(Listed.DAMASCUS));
        Link again = told.named(3, "شويغو", MentionType.PERSON, known(Listed.SHOIGU));
        Link army = told.named(3, "الجيش السوري", MentionType.ORGANISATION, known(Listed.SYRIAN_ARMY));
        Link elsewhere = told.named(4, "روسيا", MentionType.PLACE, known(Listed.RUSSIA));
        LocalDate day = LocalDate.of(2017, 9, 12);
        Report visit = new Report(
                EventCode.of(EventType.CONSULT, "visit"),
                Set.of(Context.MILITARY, Context.DIPLOMATIC),
                Status.HAPPENED,
                List.of(Told.party(Role.ACTOR, shoigu), Told.party(Role.RECIPIENT, assad)),
                new Report.Setting(
                        Optional.of(damascus),
                        new When(Optional.of(day), Optional.of(day), Precision.DAY, "weekday", "الثلاثاء")),
                0.85,
                Toll.UNKNOWN,
                List.of(told.telling(2, "التقى"), told.telling(3, "ووصل")));
        Report control = new Report(
                EventCode.of(EventType.COERCE, "seize"),
                Set.of(Context.TERRITORY),
                Status.HAPPENED,
                List.of(Told.party(Role.ACTOR, army)),
                new Report.Setting(Optional.empty(), When.UNKNOWN),
                0.5,
                Toll.UNKNOWN,
                List.of(told.telling(3, "ويسيطر")));
        Publication publication = new Publication(
                Optional.empty(),
                Optional.empty(),
                Optional.of("صحيفة التجربة"),
                Optional.of(Published.on(day)),
                Optional.empty(),
                Optional.of("ar"),
                Optional.of(terms));
        return new ReportedArticle(
                new LinkedReading(
                        told.segmented("0123456789abcdef", publication, Language.ARABIC),
                        List.of(moscow, shoigu, assad, damascus, again, army, elsewhere)),
                List.of(visit, control));
    }

    /** A state that acts, a group without identity, a name that nobody knows, one that several places bear, and an interval. */
    static ReportedArticle siegeOfATown() {
        Told told = new Told()
                .zone(ZoneKind.HEADLINE, "Fighters surround town")
                .zone(
                        ZoneKind.BODY,
                        "Militants have besieged the town since May, Nabil Example said; Syria denied it in Damascus.");
        Entity nabil = Entity.person("nabil-example");
        Link dark = told.named(
                1,
                "Nabil Example",
                MentionType.PERSON,
                new Resolution.Dark(new DarkActor(nabil, new Name("Nabil Example", "en")), 0.6));
        Link syria = told.named(1, "Syria", MentionType.ORGANISATION, known(Listed.SYRIAN_STATE));
        Link ambiguous = told.named(
                1,
                "Damascus",
                MentionType.PLACE,
                new Resolution.Ambiguous(
                        List.of(new Scored(Listed.DAMASCUS, 0.5), new Scored(Listed.DAMASCUS_AREA, 0.45))));
        Link unknown = told.named(1, "Militants", MentionType.OTHER, new Resolution.Unknown());
        Report siege = new Report(
                EventCode.of(EventType.COERCE, "restrict"),
                Set.of(Context.MILITARY),
                Status.DENIED,
                List.of(Participant.named(Role.ACTOR, Optional.empty(), "Militants", Optional.of(unknown))),
                new Report.Setting(
                        Optional.empty(),
                        new When(
                                Optional.of(LocalDate.of(2017, 5, 1)),
                                Optional.empty(),
                                Precision.INTERVAL,
                                "duration",
                                "since May")),
                0.4,
                Toll.UNKNOWN,
                List.of(told.telling(1, "besieged")));
        Report denial = new Report(
                EventCode.of(EventType.REJECT),
                Set.of(),
                Status.HAPPENED,
                List.of(Told.party(Role.ACTOR, syria), Told.party(Role.RECIPIENT, dark)),
                new Report.Setting(Optional.empty(), When.UNKNOWN),
                0.55,
                Toll.UNKNOWN,
                List.of(told.telling(1, "denied")));
        Publication publication = new Publication(
                Optional.of("https://wire.example/a b/1?utm_source=x"),
                Optional.of("wire-1"),
                Optional.of("Example News Agency"),
                Optional.of(Published.at(OffsetDateTime.parse("2017-09-12T21:30:00+03:00"))),
                Optional.empty(),
                Optional.of("en"),
                Optional.of(Terms.QUOTES));
        return new ReportedArticle(
                new LinkedReading(
                        told.segmented("fedcba9876543210", publication, Language.ENGLISH),
                        List.of(unknown, dark, syria, ambiguous)),
                List.of(siege, denial));
    }

    static Resolution known(Entry entry) {
        return new Resolution.Known(entry, 0.95, Why.by(Basis.NAME));
    }
}
