package khabar.ingest;

import java.util.List;
import java.util.Optional;
import khabar.article.Article;
import khabar.article.Zone;
import khabar.event.Evidence;
import khabar.event.Participant;
import khabar.event.Report;
import khabar.event.ReportedArticle;
import khabar.event.Role;
import khabar.event.Toll;
import khabar.gazetteer.Entity;
import khabar.names.Link;
import khabar.names.Mention;
import khabar.names.Resolution;
import khabar.vocab.Base;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that was read in one article as one line of JSON: the analysis without the graph. Offsets are UTF-16 units of the
 * named field, end excluded; entities are absolute IRIs under the base.
 */
public final class ReadLine {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Base base;

    public ReadLine(Base base) {
        this.base = base;
    }

    /** Without a line end. */
    public String of(ReportedArticle reported) {
        Article article = reported.reading().text().article();
        ObjectNode line = NODES.objectNode()
                .put("article", base.id("article", article.key()).getURI())
                .put("at", article.at().toString())
                .put("language", reported.reading().text().language().tag());
        ArrayNode zones = line.putArray("zones");
        article.content().zones().forEach(zone -> zones.add(zone(zone)));
        ArrayNode mentions = line.putArray("mentions");
        reported.reading().links().forEach(link -> mentions.add(mention(link)));
        ArrayNode events = line.putArray("events");
        reported.reports().forEach(report -> events.add(event(report)));
        return JSON.writeValueAsString(line);
    }

    private static ObjectNode zone(Zone zone) {
        return NODES.objectNode()
                .put("zone", zone.kind().word())
                .put("field", zone.field())
                .put("start", zone.span().start())
                .put("end", zone.span().end());
    }

    private ObjectNode mention(Link link) {
        Mention mention = link.mention();
        return NODES.objectNode()
                .put("field", mention.field())
                .put("start", mention.span().start())
                .put("end", mention.span().end())
                .put("text", mention.text())
                .put("type", mention.type().word())
                .put("entity", iri(link.resolution().entity()))
                .put("confidence", confidence(link));
    }

    private static double confidence(Link link) {
        return switch (link.resolution()) {
            case Resolution.Known known -> rounded(known.confidence());
            case Resolution.Dark dark -> rounded(dark.confidence());
            case Resolution.Ambiguous ambiguous -> rounded(link.mention().confidence());
            case Resolution.Unknown unknown -> rounded(link.mention().confidence());
        };
    }

    private ObjectNode event(Report report) {
        ObjectNode event = NODES.objectNode()
                .put("type", report.code().type().name())
                .put("mode", report.code().mode().map(mode -> mode.name()).orElse(null))
                .put("status", report.status().word());
        event.set("actors", participants(report.with(Role.ACTOR)));
        event.set("recipients", participants(report.with(Role.RECIPIENT)));
        event.set("hosts", participants(report.with(Role.HOST)));
        event.set("victims", participants(report.with(Role.VICTIM)));
        event.set("instruments", participants(report.with(Role.INSTRUMENT)));
        event.set("dead", count(report.toll().dead()));
        event.set("wounded", count(report.toll().wounded()));
        event.set("place", report.setting().place().<JsonNode>map(this::place).orElse(NODES.nullNode()));
        event.put("date", report.setting().when().iso().orElse(null))
                .put("precision", report.setting().when().precision().word())
                .put("confidence", rounded(report.confidence()));
        ArrayNode contexts = event.putArray("contexts");
        report.contexts().forEach(context -> contexts.add(context.word()));
        ArrayNode evidence = event.putArray("evidence");
        report.evidence().forEach(sentence -> evidence.add(evidence(sentence)));
        return event;
    }

    private ArrayNode participants(List<Participant> participants) {
        ArrayNode parties = NODES.arrayNode();
        participants.forEach(participant -> parties.add(
                NODES.objectNode().put("entity", iri(participant.entity())).put("text", participant.text())));
        return parties;
    }

    private static JsonNode count(Optional<Toll.Count> count) {
        return count.<JsonNode>map(some -> NODES.objectNode()
                        .put("number", some.number())
                        .put("bound", some.bound().word()))
                .orElse(NODES.nullNode());
    }

    private ObjectNode place(Link place) {
        return NODES.objectNode()
                .put("entity", iri(place.resolution().entity()))
                .put("text", place.mention().text());
    }

    private static ObjectNode evidence(Evidence sentence) {
        return NODES.objectNode()
                .put("field", sentence.field())
                .put("start", sentence.span().start())
                .put("end", sentence.span().end());
    }

    private @Nullable String iri(Optional<Entity> entity) {
        return entity.map(known -> base.resolve(known.path()).getURI()).orElse(null);
    }

    /** Two decimals: more would claim what nobody knows. */
    private static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}
