package khabar.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who hosted or mediated where others met or agreed, where the clause says so: "mediated by Qatar", «برعاية مصرية». */
final class HostReader {
    private final Lexicon lexicon;
    private final World world;
    private final Parties parties;

    HostReader(Lexicon lexicon, World world, Parties parties) {
        this.lexicon = lexicon;
        this.world = world;
        this.parties = parties;
    }

    /**
     * Hosts who are not told of as parties already.
     *
     * @param subject of the verb: who "hosted talks between" others
     */
    List<Participant> read(Clause clause, Draft draft, List<Phrase> subject) {
        List<Phrase> found = new ArrayList<>(isOfOthers(clause.reading().pattern()) ? subject : List.of());
        found.addAll(clause.line().phrases().stream()
                .filter(p -> p.start() >= clause.from() && p.start() < clause.to())
                .filter(p -> p.preposition().equals(Phrase.HOST))
                .toList());
        return Stream.concat(parties.of(Role.HOST, found).stream(), adjectives(clause))
                .filter(host -> host.entity().isPresent())
                .filter(host -> draft.participants().stream().noneMatch(party -> Parties.same(party, host)))
                .toList();
    }

    /** A verb whose actors are others than its subject. */
    private static boolean isOfOthers(Pattern pattern) {
        return pattern.kind() == Pattern.Kind.VERB && pattern.isBetween();
    }

    /** «بوساطة قطرية»: the state of the adjective. */
    private Stream<Participant> adjectives(Clause clause) {
        List<Participant> states = new ArrayList<>();
        List<String> normals = clause.line().normals();
        for (int i = clause.from(); lexicon.arabic && i + 1 < clause.to(); i++) {
            int length = lexicon.words("host").at(normals, i);
            int next = i + length;
            if (length > 0 && next < clause.to() && clause.line().isFree(next)) {
                Optional<String> country = ArabicPhrases.country(world, normals.get(next));
                country.ifPresent(iso3 -> states.add(Participant.named(
                        Role.HOST,
                        Optional.of(world.state(iso3).entity()),
                        clause.line().tokens().get(next).text(),
                        Optional.empty())));
            }
        }
        return states.stream();
    }
}
