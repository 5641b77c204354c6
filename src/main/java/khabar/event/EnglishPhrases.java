package khabar.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.event.Line.Edge;
import khabar.gazetteer.Entry;
import khabar.names.Link;
import khabar.names.Mention;
import khabar.names.MentionType;
import org.jspecify.annotations.Nullable;

/** English noun phrases: titles and adjectives stand before the name, and so does "X's". */
final class EnglishPhrases extends PhraseReader {
    private static final Set<String> QUANTITIES = Set.of("thousands", "hundreds", "dozens", "scores");
    private static final Set<String> DELEGATES = Set.of(
            "officials",
            "ministers",
            "leaders",
            "negotiators",
            "diplomats",
            "delegates",
            "representatives",
            "envoys",
            "delegation",
            "delegations",
            "lawmakers");
    /** Words between the article and the noun: "a leading human rights group". */
    private static final int LONGEST_DESCRIPTION = 4;

    private static final int LONGEST_TITLE = 8;
    /** Second parts of adjectives: "U.S.-led", "Saudi-backed". */
    private static final Set<String> COMPOUND =
            Set.of("led", "backed", "based", "held", "controlled", "run", "aligned", "supported");

    /** Prepositions that may also stand before a number: "at least", "over 20". */
    private static final Set<String> BEFORE_NUMBERS = Set.of("at", "over", "around", "about", "than");

    EnglishPhrases(Lexicon lexicon, World world) {
        super(lexicon, world);
    }

    @Override
    List<Phrase> read(Line line, List<Link> links, List<Link> earlier) {
        boolean[] taken = new boolean[line.size()];
        links.forEach(link ->
                Arrays.fill(taken, link.mention().first(), link.mention().last(), true));
        List<Phrase> found = new ArrayList<>();
        for (Link link : links) {
            found.add(named(line, link, taken));
        }
        for (Phrase phrase : found) {
            Arrays.fill(taken, phrase.start(), phrase.last(), true);
        }
        for (int i = 0; i < line.size(); i++) {
            if (!taken[i] && line.timeAt(i).isEmpty() && (isAgent(line, i) || isPeople(line, i))) {
                Phrase phrase = ArmyTakenUp.of(line, nameless(line, i, taken), links, earlier);
                found.add(phrase);
                Arrays.fill(taken, phrase.start(), phrase.last(), true);
            }
        }
        for (int i = 1; i < line.size(); i++) {
            deed(line, i, taken).ifPresent(found::add);
        }
        for (int i = 2; i < line.size(); i++) {
            placeBefore(line, i, taken, links, earlier).ifPresent(found::add);
        }
        for (Trigger trigger : line.triggers()) {
            if (trigger.isNoun()) {
                state(line, trigger, taken).ifPresent(found::add);
            }
        }
        return tied(line, nest(line, join(line, found)));
    }

    /** Without those who say nothing because no country is told of them and nobody new is brought in: "the minister". */
    private static List<Phrase> tied(Line line, List<Phrase> phrases) {
        List<Phrase> kept = new ArrayList<>();
        for (Phrase phrase : phrases) {
            Optional<Phrase> office = kept.isEmpty()
                    ? Optional.empty()
                    : Optional.of(kept.getLast()).filter(before -> isTied(before) && isHolder(line, before, phrase));
            if (office.isPresent()) {
                kept.removeLast();
                kept.add(phrase.starting(office.get().start())
                        .attached(office.get().attachment()));
            } else {
                kept.add(phrase);
            }
        }
        kept.removeIf(phrase -> isTied(phrase)
                && phrase.who() instanceof Phrase.Who.Nameless nameless
                && nameless.country().isEmpty()
                && !isIndefinite(line.normals().get(phrase.start())));
        return kept;
    }

    private static boolean isTied(Phrase phrase) {
        return phrase.who() instanceof Phrase.Who.Nameless nameless
                && nameless.agent().tied();
    }

    /** "The Iraqi prime minister, X". */
    private static boolean isHolder(Line line, Phrase office, Phrase person) {
        return person.start() == office.last() + 1
                && line.edge(office.last()) == Edge.COMMA
                && person.isBare()
                && person.link()
                        .map(link -> link.mention().type() == MentionType.PERSON)
                        .orElse(false);
    }

    /** "In the city", not "in the city of X", "in the city centre". */
    private Optional<Phrase> placeBefore(Line line, int at, boolean[] taken, List<Link> links, List<Link> earlier) {
        boolean alone = at + 1 == line.size()
                || !line.tokens().get(at + 1).isWord()
                || line.edge(at + 1) != Edge.NONE
                || line.timeAt(at + 1).isPresent()
                || lexicon.words("particle").has(line.normals().get(at + 1))
                || lexicon.words("preposition").has(line.normals().get(at + 1))
                        && !line.normals().get(at + 1).equals("of");
        String preposition = line.normals().get(at - 2);
        boolean inThe = line.normals().get(at - 1).equals("the")
                && lexicon.words("place-preposition").has(preposition);
        if (taken[at] || taken[at - 1] || !alone || !inThe) {
            return Optional.empty();
        }
        return placeTakenUp(line, at, line.normals().get(at), links, earlier)
                .map(link -> new Phrase(
                        at - 1,
                        at + 1,
                        new Phrase.Who.Named(link),
                        new Phrase.Attachment(preposition, false, false),
                        false,
                        text(line, at - 1, at + 1)));
    }

    private Phrase named(Line line, Link link, boolean[] taken) {
        Mention mention = link.mention();
        int last = mention.last();
        // "Syrian army soldiers", "Islamic State militants": people of the one named.
        if (!isPlace(link)) {
            last = afterHeads(line, afterAbbreviation(line, last), taken);
        }
        int start = overDelegates(line, start(line, mention.first(), taken), taken);
        Phrase.Attachment before = before(line, start);
        boolean possessor = last < line.size() && isPossessive(line, last);
        return new Phrase(
                start,
                last,
                new Phrase.Who.Named(link),
                possessor
                        ? new Phrase.Attachment(Phrase.POSSESSOR, before.joined(), false)
                        : leads(line, last) ? new Phrase.Attachment(Phrase.POSSESSOR, false, true) : before,
                false,
                mention.text());
    }

    /** "Officials from X": X acts by them. */
    private int overDelegates(Line line, int start, boolean[] taken) {
        boolean delegates = start > 1
                && line.normals().get(start - 1).equals("from")
                && !taken[start - 2]
                && DELEGATES.contains(line.normals().get(start - 2));
        return delegates ? start(line, start - 2, taken) : start;
    }

    /** "Of the African Union (AU) force": over the short name in brackets. */
    private static int afterAbbreviation(Line line, int at) {
        boolean bracketed = at + 2 < line.size()
                && line.tokens().get(at).text().equals("(")
                && line.tokens().get(at + 2).text().equals(")")
                && line.tokens().get(at + 1).text().matches("\\p{Lu}[\\p{L}-]{1,11}");
        return bracketed ? at + 3 : at;
    }

    private int afterHeads(Line line, int at, boolean[] taken) {
        int last = at;
        while (last < line.size() && !taken[last] && !isTrigger(line, last)) {
            // "EC foreign ministers", "the X terror network": a title before the noun.
            boolean titled = last + 1 < line.size()
                    && !taken[last + 1]
                    && lexicon.words("title").has(line.normals().get(last))
                    && line.tokens().get(last).isWord()
                    && !line.normals().get(last).matches("the|a|an|of|his|her|its|their|then|late|mr|mrs|ms|dr")
                    && isHead(line, last + 1)
                    && !isTrigger(line, last + 1);
            if (titled) {
                last += 2;
            } else if (isHead(line, last)) {
                last++;
            } else {
                break;
            }
        }
        return last;
    }

    /** "U.S.-led": the name only describes. */
    private static boolean leads(Line line, int at) {
        int word = at < line.size() && line.normals().get(at).equals("-") ? at + 1 : at;
        return word < line.size() && COMPOUND.contains(line.normals().get(word)) && word > at;
    }

    private static boolean isPlace(Link link) {
        return link.mention().type() == MentionType.PLACE;
    }

    private static boolean isTrigger(Line line, int at) {
        return line.triggers().stream().anyMatch(t -> t.first() <= at && at < t.last());
    }

    static boolean isPossessive(Line line, int at) {
        String text = line.tokens().get(at).text();
        return text.equals("'s") || text.equals("’s") || text.equals("'") || text.equals("’");
    }

    /** A noun after a name that stands for those named: "UN officials". */
    private boolean isHead(Line line, int at) {
        Lexicon.AgentWord agent = lexicon.agent(line.normals().get(at));
        boolean people = agent != null && !agent.tied() && isAgent(line, at);
        return people || lexicon.words("head").has(line.normals().get(at));
    }

    /** A people by its plural: "Palestinians". */
    private boolean isPeople(Line line, int at) {
        String text = line.tokens().get(at).text();
        return text.endsWith("s")
                && Character.isUpperCase(text.charAt(0))
                && world.nationality(line.normals().get(at)).isPresent();
    }

    private boolean isAgent(Line line, int at) {
        boolean quantity = QUANTITIES.contains(line.normals().get(at))
                && at + 1 < line.size()
                && line.normals().get(at + 1).equals("of");
        return lexicon.agent(line.normals().get(at)) != null && !isTrigger(line, at) && !quantity;
    }

    private Phrase nameless(Line line, int at, boolean[] taken) {
        int lastAgent = at + 1;
        while (lastAgent < line.size() && !taken[lastAgent] && isAgent(line, lastAgent)) {
            lastAgent++;
        }
        Lexicon.AgentWord agent = agent(line.normals().subList(at, lastAgent));
        int last = afterHeads(line, lastAgent, taken); // "rebel leaders"
        int start =
                agent != null && agent.tied() ? article(line, start(line, at, taken), taken) : start(line, at, taken);
        Phrase.Attachment before = before(line, start);
        boolean possessor = last < line.size() && isPossessive(line, last);
        int textStart = start;
        while (textStart < at && lexicon.words("light").has(line.normals().get(textStart))) {
            textStart++;
        }
        return new Phrase(
                start,
                last,
                new Phrase.Who.Nameless(
                        agent == null ? Lexicon.AgentWord.PEOPLE : agent, nationality(line, start, last)),
                possessor ? new Phrase.Attachment(Phrase.POSSESSOR, before.joined(), false) : before,
                false,
                text(line, textStart, last));
    }

    /** The last of several, "rebel soldiers"; but "government officials" are of the government. */
    private Lexicon.@Nullable AgentWord agent(List<String> words) {
        Lexicon.AgentWord last = null;
        for (String word : words) {
            Lexicon.AgentWord agent = lexicon.agent(word);
            if (last == null || agent != null && !agent.tied()) {
                last = agent;
            }
        }
        return last;
    }

    /** "A human rights group": back over words that only describe, if "a" opens the phrase; else as it was. */
    private int article(Line line, int start, boolean[] taken) {
        for (int at = start - 1; at >= Math.max(0, start - LONGEST_DESCRIPTION); at--) {
            if (taken[at] || !line.tokens().get(at).isWord() || line.edge(at) != Edge.NONE || isTrigger(line, at)) {
                break;
            }
            if (isIndefinite(line.normals().get(at))) {
                return at;
            }
        }
        return start;
    }

    private static boolean isIndefinite(String word) {
        return word.equals("a") || word.equals("an") || word.equals("another");
    }

    /** "The US step", "the Turkish decision": the state whose deed it is. */
    private Optional<Phrase> deed(Line line, int at, boolean[] taken) {
        if (taken[at]
                || at == 0
                || taken[at - 1]
                || !lexicon.words("deed").has(line.normals().get(at))
                || isTrigger(line, at)) {
            return Optional.empty();
        }
        String text = line.tokens().get(at - 1).text();
        return world.nationality(line.normals().get(at - 1))
                .filter(country -> Character.isUpperCase(text.charAt(0)))
                .map(country -> {
                    int start = at > 1 && line.normals().get(at - 2).matches("the|a|an|new") ? at - 2 : at - 1;
                    return new Phrase(
                            start,
                            at + 1,
                            new Phrase.Who.State(country),
                            before(line, start),
                            false,
                            text(line, at - 1, at + 1));
                });
    }

    private Optional<String> nationality(Line line, int from, int to) {
        return line.normals().subList(from, to).stream()
                .flatMap(word -> world.nationality(word).stream())
                .findFirst();
    }

    /** The adjective of a state before a noun of action: "Russian air strikes". */
    private Optional<Phrase> state(Line line, Trigger trigger, boolean[] taken) {
        for (int at = trigger.first() - 1; at >= Math.max(0, trigger.first() - 2); at--) {
            if (taken[at] || line.edge(at) != Edge.NONE) {
                break;
            }
            Optional<String> country = world.nationality(line.normals().get(at));
            if (country.isPresent()
                    && Character.isUpperCase(line.tokens().get(at).text().charAt(0))) {
                return Optional.of(new Phrase(
                        at,
                        trigger.first(),
                        new Phrase.Who.State(country.get()),
                        new Phrase.Attachment(Phrase.POSSESSOR, false, false),
                        false,
                        line.tokens().get(at).text()));
            }
        }
        return Optional.empty();
    }

    /** Where the articles, titles, adjectives and numbers before a name begin. */
    private int start(Line line, int first, boolean[] taken) {
        int start = first;
        while (start > 0 && first - start < LONGEST_TITLE) {
            int at = start - 1;
            if (taken[at] || line.edge(at) != Edge.NONE || line.timeAt(at).isPresent() || isTrigger(line, at)) {
                break;
            }
            if (!isModifier(line, at)) {
                break;
            }
            start = at;
        }
        // "of" that no title stands before is a preposition, and so is "at" that no number follows.
        while (start < first && (line.normals().get(start).equals("of") || isPlainPreposition(line, start))) {
            start++;
        }
        return start;
    }

    /** "At Riyadh", not "at least two soldiers"; "over the town", not "over 20 people". */
    private boolean isPlainPreposition(Line line, int at) {
        String next = line.normals().get(at + 1);
        return BEFORE_NUMBERS.contains(line.normals().get(at))
                && !next.matches(
                        "least|most|\\d.*|a|some|half|two|three|four|five|six|seven|eight|nine|ten|hundreds|thousands"
                                + "|dozens|scores");
    }

    private boolean isModifier(Line line, int at) {
        String word = line.normals().get(at);
        String text = line.tokens().get(at).text();
        boolean compound = word.equals("-")
                || COMPOUND.contains(word)
                        && at > 0
                        && (line.normals().get(at - 1).equals("-")
                                || Character.isUpperCase(
                                        line.tokens().get(at - 1).text().charAt(0)));
        return compound
                || lexicon.words("title").has(word)
                || lexicon.words("title-place").has(word)
                || lexicon.words("light").has(word)
                || world.nationality(word).isPresent() && Character.isUpperCase(text.charAt(0))
                || !line.tokens().get(at).isWord() && Character.isDigit(text.charAt(0))
                || isName(line, at);
    }

    /** A capital letter inside the sentence: part of a name that is not known. */
    private boolean isName(Line line, int at) {
        String word = line.normals().get(at);
        return at > 0
                && line.tokens().get(at).isWord()
                && Character.isUpperCase(line.tokens().get(at).text().charAt(0))
                && !lexicon.words("preposition").has(word)
                && !lexicon.words("particle").has(word);
    }

    private Phrase.Attachment before(Line line, int start) {
        if (start == 0) {
            return new Phrase.Attachment("", false, false);
        }
        for (int length = 5; length >= 1; length--) {
            int from = start - length;
            if (from < 0) {
                continue;
            }
            if (lexicon.words("agent").at(line.normals(), from) == length) {
                return new Phrase.Attachment(Phrase.AGENT, false, false);
            }
            if (lexicon.words("support").at(line.normals(), from) == length) {
                return new Phrase.Attachment(Phrase.SUPPORT, false, false);
            }
            if (lexicon.words("leader").at(line.normals(), from) == length) {
                return new Phrase.Attachment(Phrase.LEADER, false, false);
            }
            if (lexicon.words("host").at(line.normals(), from) == length) {
                return new Phrase.Attachment(Phrase.HOST, false, false);
            }
        }
        String word = line.normals().get(start - 1);
        if (lexicon.words("preposition").has(word)) {
            return new Phrase.Attachment(word, false, false);
        }
        return new Phrase.Attachment("", word.equals("and"), false);
    }

    /** A phrase that only describes the next one ("US President Trump", "Russia's Sergei Lavrov") is no argument. */
    private List<Phrase> nest(Line line, List<Phrase> phrases) {
        List<Phrase> nested = new ArrayList<>(phrases);
        for (int i = 0; i + 1 < nested.size(); i++) {
            Phrase phrase = nested.get(i);
            Phrase next = nested.get(i + 1);
            boolean touches = next.start() == phrase.last();
            boolean owns = phrase.preposition().equals(Phrase.POSSESSOR) && next.start() == phrase.last() + 1;
            boolean elsewhere = next.isPlace() && !phrase.isPlace();
            if ((touches || owns) && !next.joined() && !elsewhere) {
                nested.set(i, phrase.attached(new Phrase.Attachment(Phrase.POSSESSOR, false, true)));
                nested.set(
                        i + 1,
                        of(country(phrase), next)
                                .starting(phrase.start())
                                .attached(new Phrase.Attachment(
                                        owns ? prepositionBefore(line, phrase) : phrase.preposition(),
                                        phrase.joined(),
                                        next.attachment().nested())));
            }
        }
        return nested;
    }

    /** "Sudan's government", "the Khartoum government": people of the country. */
    private static Phrase of(Optional<String> country, Phrase phrase) {
        return phrase.who() instanceof Phrase.Who.Nameless nameless
                        && nameless.country().isEmpty()
                        && country.isPresent()
                ? new Phrase(
                        phrase.start(),
                        phrase.last(),
                        new Phrase.Who.Nameless(nameless.agent(), country),
                        phrase.attachment(),
                        phrase.target(),
                        phrase.text())
                : phrase;
    }

    private Optional<String> country(Phrase phrase) {
        Optional<String> here = phrase.place()
                .flatMap(place ->
                        place.feature() == Entry.Feature.COUNTRY ? place.country() : world.capitalOf(place.entity()));
        return here.or(() -> phrase.entry()
                .filter(entry -> entry instanceof Entry.Organisation state && state.origin() == Entry.Origin.STATE)
                .flatMap(Entry::country));
    }

    private static String prepositionBefore(Line line, Phrase phrase) {
        // The possessor's own preposition was overwritten; the word itself is still there.
        if (phrase.start() == 0) {
            return "";
        }
        String word = line.normals().get(phrase.start() - 1);
        return switch (word) {
            case "by" -> Phrase.AGENT;
            case "in", "of", "from", "to", "at", "on", "with", "against", "for", "near", "into", "over", "between" ->
                word;
            default -> "";
        };
    }
}
