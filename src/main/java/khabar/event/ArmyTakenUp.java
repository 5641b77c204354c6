package khabar.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khabar.gazetteer.Entity;
import khabar.gazetteer.Entry;
import khabar.names.Link;
import khabar.names.Resolution;

/** Whom "the forces" are. In Arabic such nouns are mentions already ({@code khabar.names.Coreference}). */
final class ArmyTakenUp {
    /** Words for any army, and for those who are in it. */
    private static final Set<String> FORCES = Set.of("forces", "troops", "army", "soldiers", "military");

    /** After "the forces" these say which. */
    private static final Set<String> DESCRIBING =
            Set.of("of", "from", "loyal", "backed", "led", "based", "who", "which", "that", "-");

    private static final Pattern ARMY = Pattern.compile("(?i)\\b(?:Army|Forces|Troops|Brigades?|Peshmerga)\\b");

    private ArmyTakenUp() {}

    /** "The forces", where the article has named one army before and no other: that army. */
    static Phrase of(Line line, Phrase phrase, List<Link> links, List<Link> earlier) {
        boolean bare = phrase.start() + 2 == phrase.last()
                && line.normals().get(phrase.start()).equals("the")
                && FORCES.contains(line.normals().get(phrase.start() + 1));
        boolean described = phrase.last() < line.size()
                && DESCRIBING.contains(line.normals().get(phrase.last()));
        if (!bare || described) {
            return phrase;
        }
        Map<Entity, Link> armies = new LinkedHashMap<>();
        Stream.concat(
                        earlier.stream(),
                        links.stream().filter(link -> link.mention().last() <= phrase.start()))
                .filter(ArmyTakenUp::isArmy)
                .forEach(link -> armies.put(link.resolution().entity().orElseThrow(), link));
        return armies.size() == 1
                ? new Phrase(
                        phrase.start(),
                        phrase.last(),
                        new Phrase.Who.Named(armies.values().iterator().next()),
                        phrase.attachment(),
                        phrase.target(),
                        phrase.text())
                : phrase;
    }

    private static boolean isArmy(Link link) {
        return link.resolution() instanceof Resolution.Known known
                && known.entry() instanceof Entry.Organisation organisation
                && (organisation.codes().contains("MIL")
                        || ARMY.matcher(organisation.english()).find());
    }
}
