package khabar.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabar.event.Line.Edge;
import khabar.names.Link;
import khabar.names.Mention;
import khabar.names.MentionType;
import khabar.text.Clitics;
import khabar.text.Normaliser;

/** Arabic noun phrases: titles stand before the name, adjectives after the noun. */
final class ArabicPhrases extends PhraseReader {
    private static final int LONGEST_TITLE = 7;
    private static final Set<String> TARGETS =
            Set.of("مواقع", "معاقل", "مقرات", "اهداف", "اهدافا", "قواعد", "موقعا", "مواقعا", "مقرا", "معقل");
    private static final Set<String> QUANTITIES = Set.of("الاف", "ميات", "عشرات");
    private static final Set<String> QUOTES = Set.of("«", "\"", "“");
    private static final Set<String> OFFICES = Set.of(
            "وزير", "وزيره", "رئيس", "رئيسه", "قائد", "زعيم", "امين", "ناطق", "متحدث", "متحدثه", "ناطقه", "سفير",
            "مدير", "مبعوث", "مستشار", "نائب", "مندوب", "موفد", "نظير", "نظيره", "مرشد", "عاهل", "ملك", "امير", "محافظ",
            "حاكم", "عضو", "قيادي", "نظيرها");
    private static final List<String> ENDINGS = List.of("تين", "تان", "ات", "ين", "ان", "ون", "ا");
    private static final Set<String> TAKING_UP = Set.of("التنظيم", "الحركه", "الحزب", "الجماعه", "الجبهه");

    ArabicPhrases(Lexicon lexicon, World world) {
        super(lexicon, world);
    }

    @Override
    List<Phrase> read(Line line, List<Link> links, List<Link> earlier) {
        List<Phrase> found = new ArrayList<>();
        boolean[] taken = new boolean[line.size()];
        links.forEach(link -> java.util.Arrays.fill(
                taken, link.mention().first(), link.mention().last(), true));
        for (Link link : links) {
            int floor = found.isEmpty() ? 0 : found.getLast().last();
            Phrase phrase = named(line, link, floor, taken);
            found.add(phrase);
            java.util.Arrays.fill(taken, phrase.start(), phrase.last(), true);
        }
        for (int i = 0; i < line.size(); i++) {
            if (!taken[i] && line.timeAt(i).isEmpty()) {
                Optional<Phrase> nameless = nameless(line, i, taken, links, earlier);
                if (nameless.isPresent()) {
                    found.add(nameless.get());
                    java.util.Arrays.fill(taken, i, nameless.get().last(), true);
                }
            }
        }
        for (int i = 0; i < line.size(); i++) {
            deed(line, i, taken).ifPresent(found::add);
        }
        for (int i = 0; i < line.size(); i++) {
            placeBefore(line, i, taken, links, earlier).ifPresent(found::add);
        }
        for (Trigger trigger : line.triggers()) {
            if (trigger.isNoun()) {
                state(line, trigger, taken).ifPresent(found::add);
            }
        }
        return join(line, appositions(line, found));
    }

    /** «في المدينة», not «في المدينة القديمة». */
    private Optional<Phrase> placeBefore(Line line, int at, boolean[] taken, List<Link> links, List<Link> earlier) {
        if (taken[at]) {
            return Optional.empty();
        }
        boolean described = at + 1 < line.size()
                && line.edge(at + 1) == Edge.NONE
                && line.timeAt(at + 1).isEmpty()
                && (taken[at + 1]
                        || line.normals().get(at + 1).startsWith("ال")
                        || country(world, line.normals().get(at + 1)).isPresent());
        if (described) {
            return Optional.empty();
        }
        for (Clitics.Candidate candidate : Clitics.of(line.normals().get(at))) {
            Optional<Link> link = placeTakenUp(line, at, candidate.rest(), links, earlier);
            if (link.isPresent()) {
                Phrase.Attachment before = before(line, at, candidate.prefix(), taken);
                if (!before.preposition().isEmpty()) {
                    return Optional.of(new Phrase(
                            at,
                            at + 1,
                            new Phrase.Who.Named(link.get()),
                            before,
                            false,
                            PhraseReader.text(line, at, at + 1)));
                }
            }
        }
        return Optional.empty();
    }

    private Phrase named(Line line, Link link, int floor, boolean[] taken) {
        Mention mention = link.mention();
        String clitic = Normaliser.normal(PhraseReader.text(line, mention.first(), mention.first() + 1)
                .substring(
                        0,
                        Math.max(
                                0,
                                mention.span().start()
                                        - line.tokens()
                                                .get(mention.first())
                                                .span()
                                                .start())));
        int start = clitic.isEmpty() ? titleStart(line, mention.first(), floor) : mention.first();
        Phrase.Attachment before = start == mention.first()
                ? before(line, start, clitic, taken)
                : before(line, start, prefix(line.normals().get(start)), taken);
        boolean target = false;
        for (int i = start; i < mention.first(); i++) {
            target |= TARGETS.contains(bare(line.normals().get(i)));
        }
        return new Phrase(start, mention.last(), new Phrase.Who.Named(link), before, target, mention.text());
    }

    /** "The foreign minister X", "the king, King X": what names an office, or the same person, is X's title. */
    private List<Phrase> appositions(Line line, List<Phrase> found) {
        List<Phrase> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Phrase::start));
        List<Phrase> kept = new ArrayList<>();
        for (Phrase phrase : sorted) {
            if (!kept.isEmpty() && isTitleOf(line, kept.getLast(), phrase)) {
                Phrase title = kept.removeLast();
                int start = officeStart(line, title);
                Phrase.Attachment before = start == title.start()
                        ? title.attachment()
                        : before(line, start, prefix(line.normals().get(start)), new boolean[line.size()]);
                kept.add(phrase.starting(start).attached(before));
            } else {
                kept.add(phrase);
            }
        }
        return kept;
    }

    private boolean isTitleOf(Line line, Phrase title, Phrase person) {
        boolean touches = title.last() == person.start() && person.isBare() && !person.joined();
        if (!touches || !isOf(person, MentionType.PERSON)) {
            return false;
        }
        boolean same = title.entry().isPresent() && title.entry().equals(person.entry());
        return same
                || isOf(title, MentionType.ORGANISATION)
                        && OFFICES.contains(strip(bareOffice(line.normals().get(officeStart(line, title)))));
    }

    private static boolean isOf(Phrase phrase, MentionType type) {
        return phrase.link().map(link -> link.mention().type() == type).orElse(false);
    }

    /** "The secretary-general of the League": the office stands before the preposition. */
    private int officeStart(Line line, Phrase title) {
        if (!title.preposition().equals("ل")) {
            return title.start();
        }
        int start = title.start();
        while (start > 0
                && title.start() - start < LONGEST_TITLE
                && line.edge(start - 1) == Edge.NONE
                && isTitle(bare(line.normals().get(start - 1)))) {
            start--;
        }
        return start;
    }

    private static String bareOffice(String word) {
        for (Clitics.Candidate candidate : Clitics.of(word)) {
            if (OFFICES.contains(strip(candidate.rest()))) {
                return candidate.rest();
            }
        }
        return word;
    }

    /** Where the titles and transparent nouns before a name begin. */
    private int titleStart(Line line, int first, int floor) {
        int start = first;
        int noun = first;
        while (start > floor && first - start < LONGEST_TITLE && line.edge(start - 1) == Edge.NONE) {
            int at = start - 1;
            String word = line.normals().get(at);
            if (at == first - 1 && at > floor && QUOTES.contains(word)) {
                start = at; // fighters of "X"
                continue;
            }
            boolean isNoun = isTitle(bare(word));
            if (!isNoun && !isAdjective(word) || line.timeAt(at).isPresent() || isVerb(line, at)) {
                break;
            }
            start = at;
            if (isNoun) {
                noun = at;
                if (!prefix(word).isEmpty()) {
                    break;
                }
            }
        }
        return noun;
    }

    private static boolean isVerb(Line line, int at) {
        return line.triggers().stream()
                .anyMatch(t -> t.first() <= at
                        && at < t.last()
                        && t.readings().stream().anyMatch(r -> r.pattern().kind() == Pattern.Kind.VERB));
    }

    private boolean isTitle(String bare) {
        if (lexicon.words("title").has(bare) || lexicon.words("title-place").has(bare) || TARGETS.contains(bare)) {
            return true;
        }
        // "his counterpart", "its president"
        return bare.length() > 4
                && (bare.endsWith("ه") && lexicon.words("title").has(bare.substring(0, bare.length() - 1))
                        || bare.endsWith("ها") && lexicon.words("title").has(bare.substring(0, bare.length() - 2)));
    }

    boolean isAdjective(String word) {
        return world.nationality(word).isPresent()
                || word.startsWith("ال") && ArabicArguments.isNisba(word) && word.length() > 5;
    }

    /** The particles written onto a title or noun; empty where the word is whole. */
    private String prefix(String word) {
        return Clitics.of(word).stream()
                .filter(candidate -> isTitle(strip(candidate.rest())) || lexicon.agent(candidate.rest()) != null)
                .findFirst()
                .map(Clitics.Candidate::prefix)
                .orElse("");
    }

    private String bare(String word) {
        return Clitics.of(word).stream()
                .map(candidate -> strip(candidate.rest()))
                .filter(this::isListed)
                .findFirst()
                .orElse(strip(word));
    }

    private boolean isListed(String bare) {
        return lexicon.words("title").has(bare) || lexicon.words("title-place").has(bare) || TARGETS.contains(bare);
    }

    private static String strip(String word) {
        return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
    }

    private Phrase.Attachment before(Line line, int start, String clitic, boolean[] taken) {
        boolean joined = clitic.startsWith("و") || clitic.startsWith("ف");
        String particle = joined ? clitic.substring(1) : clitic;
        if (!particle.isEmpty()) {
            String compound = compound(line, start);
            if (!compound.isEmpty()) {
                return new Phrase.Attachment(compound, joined, false);
            }
            return new Phrase.Attachment(particle.substring(0, 1), joined, false);
        }
        if (start == 0) {
            return new Phrase.Attachment("", joined, false);
        }
        String compound = compound(line, start);
        if (!compound.isEmpty()) {
            return new Phrase.Attachment(compound, joined, false);
        }
        String word = line.normals().get(start - 1);
        Phrases prepositions = lexicon.words("preposition");
        if (word.equals("من") && start > 1 && isQuantity(line.normals().get(start - 2))) {
            return new Phrase.Attachment("", joined, false); // "seven of the soldiers"
        }
        if (prepositions.has(word)) {
            return new Phrase.Attachment(word, joined, false);
        }
        if ((word.startsWith("و") || word.startsWith("ف"))
                && prepositions.has(word.substring(1))
                && word.length() > 2) {
            return new Phrase.Attachment(word.substring(1), true, false);
        }
        return new Phrase.Attachment("", joined, !joined && !taken[start - 1] && isNoun(line, start - 1));
    }

    private boolean isQuantity(String word) {
        return ArabicArguments.isNumber(word) || lexicon.words("light").has(word) || Signs.isWholeNumber(word);
    }

    /** "By", "with the support of", "led by": prepositions of several words that end here. */
    private String compound(Line line, int end) {
        for (int length = 3; length >= 1; length--) {
            int from = end - length;
            if (from < 0) {
                continue;
            }
            String first = line.normals().get(from);
            String plain = first.startsWith("و") ? first.substring(1) : first;
            if (lexicon.words("agent").at(line.normals(), from, first) == length) {
                return Phrase.AGENT;
            }
            if (supports(line, from, first, length) || supports(line, from, plain, length)) {
                return Phrase.SUPPORT;
            }
            if (lexicon.words("leader").at(line.normals(), from, first) == length) {
                return Phrase.LEADER;
            }
            if (lexicon.words("host").at(line.normals(), from, first) == length) {
                return Phrase.HOST;
            }
        }
        return "";
    }

    private boolean supports(Line line, int from, String first, int length) {
        return lexicon.words("support").at(line.normals(), from, first) == length;
    }

    /** Whether a word before a bare phrase is a noun that the phrase depends on; verbs and particles are known. */
    private boolean isNoun(Line line, int at) {
        String word = line.normals().get(at);
        boolean known = !line.tokens().get(at).isWord()
                || line.edge(at) != Edge.NONE
                || line.timeAt(at).isPresent()
                || lexicon.words("light").has(word)
                || lexicon.words("particle").has(word)
                || line.triggers().stream().anyMatch(t -> t.first() <= at && at < t.last() || isNeed(t, at))
                || lexicon.operators().containsKey(word)
                || ArabicArguments.isNumber(word)
                || isAdjective(word);
        return !known;
    }

    private static boolean isNeed(Trigger trigger, int at) {
        return trigger.readings().stream().anyMatch(r -> r.need() <= at && at < r.needLast());
    }

    private Optional<Phrase> nameless(Line line, int at, boolean[] taken, List<Link> links, List<Link> earlier) {
        String word = line.normals().get(at);
        for (Clitics.Candidate candidate : Clitics.of(word)) {
            if (TAKING_UP.contains(candidate.rest())) {
                return takingUp(line, at, candidate, taken, links, earlier);
            }
            Lexicon.AgentWord agent = agent(candidate.rest());
            boolean quantity = QUANTITIES.contains(candidate.rest())
                    && at + 1 < line.size()
                    && agent(line.normals().get(at + 1)) != null;
            boolean describing = at > 0
                    && candidate.rest().endsWith("ي")
                    && line.triggers().stream().anyMatch(t -> t.last() == at && t.isNoun());
            if (quantity || describing) {
                return Optional.empty();
            }
            if (agent != null && line.triggers().stream().noneMatch(t -> t.first() <= at && at < t.last())) {
                Phrase.Attachment before = before(line, at, candidate.prefix(), taken);
                int last = adjectives(line, at + 1, taken);
                return Optional.of(new Phrase(
                        at,
                        last,
                        new Phrase.Who.Nameless(agent, nationality(line, at, last)),
                        before,
                        false,
                        PhraseReader.text(line, at, last)));
            }
        }
        return Optional.empty();
    }

    /** Nameless people, or a people by its plural. */
    private Lexicon.@org.jspecify.annotations.Nullable AgentWord agent(String word) {
        Lexicon.AgentWord whole = lexicon.agent(word);
        Lexicon.AgentWord listed = whole == null ? lexicon.agent(strip(word)) : whole;
        boolean people = listed == null
                && word.length() > 4
                && (word.endsWith("ون") || word.endsWith("ين"))
                && world.nationality(word).isPresent();
        return people ? Lexicon.AgentWord.PEOPLE : listed;
    }

    private Optional<Phrase> takingUp(
            Line line, int at, Clitics.Candidate candidate, boolean[] taken, List<Link> links, List<Link> earlier) {
        List<Link> before = new ArrayList<>(earlier);
        links.stream().filter(link -> link.mention().last() <= at).forEach(before::add);
        return takenUp(strip(candidate.rest()), before).map(link -> {
            Phrase.Attachment where = before(line, at, candidate.prefix(), taken);
            return new Phrase(
                    at, at + 1, new Phrase.Who.Named(link), where, false, PhraseReader.text(line, at, at + 1));
        });
    }

    /** «القرار الأميركي»: the state whose deed it is. */
    private Optional<Phrase> deed(Line line, int at, boolean[] taken) {
        boolean free = at + 1 < line.size()
                && !taken[at]
                && !taken[at + 1]
                && line.edge(at + 1) == Edge.NONE
                && line.triggers().stream().noneMatch(t -> t.first() <= at && at < t.last());
        Optional<String> country = free ? country(world, line.normals().get(at + 1)) : Optional.empty();
        for (Clitics.Candidate candidate : Clitics.of(line.normals().get(at))) {
            if (country.isPresent() && lexicon.words("deed").has(candidate.rest())) {
                return Optional.of(new Phrase(
                        at,
                        at + 2,
                        new Phrase.Who.State(country.get()),
                        before(line, at, candidate.prefix(), taken),
                        false,
                        PhraseReader.text(line, at, at + 2)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> nationality(Line line, int from, int to) {
        return line.normals().subList(from, to).stream()
                .flatMap(word -> country(world, word).stream())
                .findFirst();
    }

    /** The country of a word of nationality in any of its forms: "American", also of two, of many, as an object. */
    static Optional<String> country(World world, String word) {
        Optional<String> whole = world.nationality(word);
        if (whole.isPresent()) {
            return whole;
        }
        for (String ending : ENDINGS) {
            if (word.endsWith("ي" + ending) && word.length() > ending.length() + 3) {
                return world.nationality(word.substring(0, word.length() - ending.length()));
            }
        }
        return Optional.empty();
    }

    /** The adjective of a state right after a noun of action: "Russian raids". */
    private Optional<Phrase> state(Line line, Trigger trigger, boolean[] taken) {
        int at = trigger.last();
        while (at < line.size() && at < trigger.last() + 2 && !taken[at] && line.edge(at) == Edge.NONE) {
            Optional<String> country = country(world, line.normals().get(at));
            if (country.isPresent()) {
                return Optional.of(new Phrase(
                        at,
                        at + 1,
                        new Phrase.Who.State(country.get()),
                        Phrase.Attachment.NONE,
                        false,
                        line.tokens().get(at).text()));
            }
            if (!isAdjective(line.normals().get(at)) && !line.normals().get(at).matches(".{3,}(?:يه|ي)")) {
                break;
            }
            at++;
        }
        return Optional.empty();
    }

    /** Whether a word is an adjective of the noun; one that may be a noun too must have its ending. */
    private boolean describes(String word, String noun) {
        boolean country = country(world, word).isPresent();
        if (noun.endsWith("ون") && word.endsWith("ين")) {
            return false; // the subject and, in another case, the object
        }
        if (lexicon.agent(word) != null && !country) {
            return noun.length() > 3
                    && word.endsWith(noun.substring(noun.length() - 2))
                    && (noun.endsWith("ون") || noun.endsWith("ين"));
        }
        return country || isAdjective(word) || word.matches("(?!و).{3,}(?:ين|ون|يه)");
    }

    /** Adjectives after a noun, up to three. */
    private int adjectives(Line line, int from, boolean[] taken) {
        int at = from;
        while (at < line.size()
                && at < from + 3
                && !taken[at]
                && line.edge(at) == Edge.NONE
                && line.tokens().get(at).isWord()
                && line.timeAt(at).isEmpty()
                && !isVerb(line, at)
                && describes(line.normals().get(at), line.normals().get(from - 1))) {
            at++;
        }
        return at;
    }
}
