package khabar.graph;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import khabar.article.Published;
import khabar.event.Context;
import khabar.event.EventCode;
import khabar.event.Kind;
import khabar.event.Means;
import khabar.event.Participant;
import khabar.event.People;
import khabar.event.Precision;
import khabar.event.Report;
import khabar.event.Role;
import khabar.event.Status;
import khabar.event.Toll;
import khabar.event.When;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;
import khabar.gazetteer.Entry;
import khabar.gazetteer.Tenure;
import khabar.names.Link;
import khabar.names.Resolution;
import khabar.vocab.Kh;
import khabar.vocab.Khe;
import khabar.vocab.Literals;
import khabar.vocab.Prov;
import khabar.vocab.Rdf;
import khabar.vocab.Rdfs;
import org.apache.jena.graph.Node;

/** The events that one article tells, each with who took part and the sentences that say so. */
final class ReportTriples {
    private final Mapping mapping;
    private final Known known;
    private final EventLabels labels;
    private final Node run;
    private final Map<Integer, Integer> offsets = new HashMap<>();

    ReportTriples(Mapping mapping, Known known, EventLabels labels, Node run) {
        this.mapping = mapping;
        this.known = known;
        this.labels = labels;
        this.run = run;
    }

    /** @param order its place among the reports of the article, from 1 */
    void say(Report report, int order) {
        String key = key(report);
        Node node = mapping.base().id("report", key);
        mapping.add(mapping.node(), Kh.reports, node);
        mapping.add(node, Rdf.type, Kh.EventReport);
        mapping.add(node, Kh.reportedIn, mapping.node());
        mapping.add(node, Prov.wasDerivedFrom, mapping.node());
        mapping.add(node, Prov.wasGeneratedBy, run);
        mapping.add(node, Kh.order, Literals.integer(order));
        mapping.add(node, Kh.confidence, Literals.decimal(report.confidence()));
        sayCode(node, report);
        sayLabels(node, report);
        sayWhen(node, report.setting().when());
        report.toll().dead().ifPresent(dead -> sayCount(node, Kh.reportedDead, Kh.reportedDeadBound, dead));
        report.toll()
                .wounded()
                .ifPresent(wounded -> sayCount(node, Kh.reportedWounded, Kh.reportedWoundedBound, wounded));
        report.setting().place().filter(place -> !mapping.isRelated(place)).ifPresent(place -> {
            mapping.mention(place);
            mapping.entity(place).ifPresent(entity -> mapping.add(node, Kh.reportedPlace, entity));
        });
        report.evidence().forEach(evidence -> mapping.add(node, Kh.evidence, mapping.evidence(evidence)));
        LocalDate officeDay = eventDay(report).or(this::publishedDay).orElse(null);
        for (int i = 0; i < report.participants().size(); i++) {
            Node participation = mapping.base().id("participation", key + "-" + i);
            mapping.add(node, Kh.hasParticipation, participation);
            sayParticipation(participation, report.participants().get(i), Optional.ofNullable(officeDay));
        }
    }

    /** The offset of the first words that tell it, and a number where two reports share them. */
    private String key(Report report) {
        int offset = report.evidence().getFirst().trigger().start();
        int before = offsets.merge(offset, 1, Integer::sum);
        return mapping.article().key() + "-" + offset + (before == 1 ? "" : "-" + before);
    }

    private void sayCode(Node node, Report report) {
        EventCode code = report.code();
        mapping.add(node, Kh.eventType, Khe.concept(code.type().name()));
        if (code.mode().isPresent()) {
            mapping.add(node, Kh.eventMode, Khe.concept(code.notation()));
        }
        for (Context context : report.contexts()) {
            mapping.add(node, Kh.context, Khe.context(context.word()));
        }
        mapping.add(node, Kh.status, status(report.status()));
    }

    private void sayLabels(Node node, Report report) {
        mapping.add(
                node,
                Rdfs.label,
                Literals.english(labels.english(
                        report.code(),
                        names(report, Role.ACTOR, this::englishName),
                        names(report, Role.RECIPIENT, this::englishName))));
        mapping.add(
                node,
                Rdfs.label,
                Literals.arabic(labels.arabic(
                        report.code(),
                        names(report, Role.ACTOR, this::arabicName),
                        names(report, Role.RECIPIENT, this::arabicName))));
    }

    private void sayWhen(Node node, When when) {
        when.begin().ifPresent(day -> mapping.add(node, Kh.reportedBegin, Literals.date(day)));
        when.end().ifPresent(day -> mapping.add(node, Kh.reportedEnd, Literals.date(day)));
        mapping.add(node, Kh.datePrecision, Literals.string(when.precision().word()));
        mapping.add(node, Kh.dateBasis, Literals.string(when.basis()));
    }

    private void sayCount(Node node, Node property, Node bound, Toll.Count count) {
        mapping.add(node, property, Literals.integer(count.number()));
        mapping.add(node, bound, Literals.string(count.bound().word()));
    }

    private void sayParticipation(Node node, Participant participant, Optional<LocalDate> officeDay) {
        mapping.add(node, Rdf.type, Kh.Participation);
        participant.roles().forEach(role -> mapping.add(node, Kh.role, role(role)));
        mapping.quote(node, Kh.partyText, participant.text());
        participant
                .link()
                .filter(link -> !mapping.isRelated(link))
                .ifPresent(link -> mapping.add(node, Kh.mention, mapping.mention(link)));
        participant.kind().ifPresent(kind -> mapping.add(node, Kh.partyKind, kind(kind)));
        participant
                .people()
                .flatMap(People::country)
                .map(country -> Entity.place(country.toLowerCase(Locale.ROOT)))
                .flatMap(mapping.entities()::say)
                .ifPresent(country -> mapping.add(node, Kh.partyCountry, country));
        party(participant).ifPresent(party -> {
            mapping.add(node, Kh.party, party);
            mapping.add(mapping.node(), Kh.mentions, party);
            participant
                    .link()
                    .filter(link -> link.resolution().entity().equals(participant.entity()))
                    .ifPresent(link -> mapping.sayOwn(node, link));
        });
        participant
                .entity()
                .filter(entity -> entity.type() == EntityType.PERSON)
                .ifPresent(person -> officeDay.ifPresent(day -> sayOffices(node, person, day)));
    }

    private void sayOffices(Node node, Entity person, LocalDate day) {
        known.tenures(person).stream()
                .filter(tenure -> tenure.heldOn(day))
                .map(Tenure::key)
                .forEach(key -> mapping.add(node, Kh.heldOffice, mapping.base().id("tenure", key)));
    }

    /** Nothing is said of who took part where nobody could describe them. */
    private Optional<Node> party(Participant participant) {
        return participant
                .entity()
                .flatMap(entity -> participant
                        .link()
                        .filter(link -> link.resolution().entity().equals(participant.entity()))
                        .flatMap(mapping::entity)
                        .or(() -> mapping.entities().say(entity)));
    }

    private static List<String> names(Report report, Role role, Function<Participant, String> name) {
        return report.with(role).stream().map(name).toList();
    }

    private String englishName(Participant participant) {
        return entry(participant)
                .map(Entry::english)
                .or(() -> dark(participant))
                .or(() -> participant.people().map(labels::english))
                .or(() -> text(participant, "en"))
                .orElse("unnamed party");
    }

    private String arabicName(Participant participant) {
        return entry(participant)
                .map(Entry::arabic)
                .or(() -> dark(participant))
                .or(() -> participant.people().map(labels::arabic))
                .or(() -> text(participant, "ar"))
                .orElse("طرف غير مسمى");
    }

    private Optional<Entry> entry(Participant participant) {
        Optional<Entry> linked = participant.link().map(Link::resolution).flatMap(resolution -> switch (resolution) {
            case Resolution.Known named -> Optional.of(named.entry());
            case Resolution.Dark dark -> Optional.empty();
            case Resolution.Ambiguous ambiguous -> Optional.empty();
            case Resolution.Unknown unknown -> Optional.empty();
        });
        return linked.filter(entry -> participant.entity().equals(Optional.of(entry.entity())))
                .or(() -> participant.entity().flatMap(known::entry));
    }

    private static Optional<String> dark(Participant participant) {
        return participant.link().map(Link::resolution).flatMap(resolution -> switch (resolution) {
            case Resolution.Known named -> Optional.empty();
            case Resolution.Dark dark -> Optional.of(dark.actor().name().text());
            case Resolution.Ambiguous ambiguous -> Optional.empty();
            case Resolution.Unknown unknown -> Optional.empty();
        });
    }

    /** The article's own words stand only in the label of their language. */
    private Optional<String> text(Participant participant, String language) {
        return mapping.quotes()
                        && mapping.language().equals(language)
                        && !participant.text().isBlank()
                ? Optional.of(participant.text())
                : Optional.empty();
    }

    private static Optional<LocalDate> eventDay(Report report) {
        When when = report.setting().when();
        return when.precision() == Precision.DAY ? when.begin() : Optional.empty();
    }

    private Optional<LocalDate> publishedDay() {
        return mapping.article().publication().published().map(Published::day);
    }

    static Node status(Status status) {
        return switch (status) {
            case HAPPENED -> Kh.Happened;
            case PLANNED -> Kh.Planned;
            case DENIED -> Kh.Denied;
            case HYPOTHETICAL -> Kh.Hypothetical;
        };
    }

    static Node role(Role role) {
        return switch (role) {
            case ACTOR -> Kh.ActorRole;
            case RECIPIENT -> Kh.RecipientRole;
            case HOST -> Kh.HostRole;
            case VICTIM -> Kh.VictimRole;
            case INSTRUMENT -> Kh.InstrumentRole;
        };
    }

    private static Node kind(Kind kind) {
        return switch (kind) {
            case People people -> Khe.people(people.kind());
            case Means means -> Khe.means(means.key());
        };
    }
}
