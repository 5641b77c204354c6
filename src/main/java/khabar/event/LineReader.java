package khabar.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabar.event.Line.Edge;
import khabar.names.Link;
import khabar.text.Clitics;
import khabar.text.Sentence;
import khabar.text.Token;

/** Makes the sentences of one language ready for coding. */
final class LineReader {
    /** A quotation of more words is speech: nothing reaches out of it or into it. */
    private static final int LONGEST_NAME_IN_QUOTES = 5;

    /** "No fewer than", "close to": after "ma" they measure and open no clause. */
    private static final Set<String> MEASURES = Set.of("لا", "بين", "يقارب", "يزيد", "يقرب", "مجموعه");

    private static final Set<String> BEFORE_NOUNS = Set.of(
            "the", "a", "an", "its", "their", "his", "her", "our", "these", "those", "some", "several", "many", "of",
            "no", "two", "three", "media", "news", "new");
    private static final Set<String> BEFORE_DAYS = Set.of("on", "in", "at", "late", "early");

    private final Lexicon lexicon;
    private final TimeReader times;
    private final TriggerReader triggers;
    private final PhraseReader phrases;

    LineReader(Lexicon lexicon, World world) {
        this.lexicon = lexicon;
        this.times = lexicon.arabic ? TimeReader.arabic() : TimeReader.english();
        this.triggers = new TriggerReader(lexicon);
        this.phrases = lexicon.arabic ? new ArabicPhrases(lexicon, world) : new EnglishPhrases(lexicon, world);
    }

    /**
     * @param links of this sentence, in text order
     * @param earlier links before this sentence, in text order, that "the group" may take up
     */
    Line read(int index, Sentence sentence, List<Link> links, List<Link> earlier) {
        List<Token> tokens = sentence.tokens();
        List<String> normals = tokens.stream().map(Token::normal).toList();
        boolean[] named = new boolean[tokens.size()];
        for (Link link : links) {
            for (int i = link.mention().first(); i < link.mention().last(); i++) {
                named[i] = true;
            }
        }
        List<TimeExpression> found = times.read(tokens);
        boolean[] taken = named.clone();
        found.forEach(time -> java.util.Arrays.fill(taken, time.first(), time.last(), true));
        if (!lexicon.arabic) {
            takeCapitals(tokens, taken);
        }
        List<Edge> edges = edges(tokens, normals, taken);
        List<Trigger> told = triggers.read(normals, edges, taken);
        Line bare = new Line(index, sentence, normals, List.of(), edges, found, told);
        return new Line(index, sentence, normals, phrases.read(bare, links, earlier), edges, found, told);
    }

    /** "Press Secretary": a capital inside a sentence that does not write all words so belongs to a name. */
    private static void takeCapitals(List<Token> tokens, boolean[] taken) {
        long words = tokens.stream().filter(LineReader::isLong).count();
        long capitals = tokens.stream()
                .filter(token ->
                        isLong(token) && Character.isUpperCase(token.text().charAt(0)))
                .count();
        if (capitals * 4 > words * 3) {
            return;
        }
        for (int i = 1; i < tokens.size(); i++) {
            boolean inside = tokens.get(i - 1).isWord();
            taken[i] |= inside
                    && tokens.get(i).isWord()
                    && Character.isUpperCase(tokens.get(i).text().charAt(0));
        }
    }

    private static boolean isLong(Token token) {
        return token.isWord() && token.text().length() > 3;
    }

    private List<Edge> edges(List<Token> tokens, List<String> normals, boolean[] named) {
        boolean[] speech = speech(tokens);
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Edge edge = edge(tokens.get(i), normals, i, speech[i]);
            boolean said = edge == Edge.RELATIVE && normals.get(i).equals("that") && isSaid(normals, named, i);
            edges.add(named[i] || isInWord(tokens, i) ? Edge.NONE : said ? Edge.CLAUSE : edge);
        }
        return edges;
    }

    /** "Said on Monday that": over names and times. */
    private boolean isSaid(List<String> normals, boolean[] named, int that) {
        int at = that - 1;
        while (at >= 0 && (named[at] || BEFORE_DAYS.contains(normals.get(at)))) {
            at--;
        }
        return at >= 0 && at < that - 1 && lexicon.isReporting(normals.get(at));
    }

    /** The hyphen of "U.S.-led". */
    private static boolean isInWord(List<Token> tokens, int at) {
        return tokens.get(at).text().equals("-")
                && at > 0
                && at + 1 < tokens.size()
                && tokens.get(at - 1).span().end() == tokens.get(at).span().start()
                && tokens.get(at).span().end() == tokens.get(at + 1).span().start();
    }

    private Edge edge(Token token, List<String> normals, int at, boolean speech) {
        if (!token.isWord()) {
            return switch (token.text()) {
                case ",", "،", "(", ")", "[", "]", "–", "—", "-", "*" -> Edge.COMMA;
                case ";", "؛", ":", ".", "!", "?", "؟", "…", "•", "|" -> Edge.HARD;
                default -> speech ? Edge.HARD : Edge.NONE;
            };
        }
        String word = normals.get(at);
        if (word.equals("ما") && at + 1 < normals.size() && MEASURES.contains(normals.get(at + 1))) {
            return Edge.NONE;
        }
        boolean raising = !lexicon.arabic
                && lexicon.isEdgeVerb(word)
                && at + 1 < normals.size()
                && (normals.get(at + 1).equals("to") || lexicon.isGerund(normals.get(at + 1)));
        boolean role = word.equals("as")
                && at + 1 < normals.size()
                && normals.get(at + 1).matches("the|a|an|its|their|his|her");
        if (isEdge(word) && !raising && !role && !isPlural(normals, at)) {
            if (word.equals("that") && at > 0 && (opensSpeech(normals.get(at - 1)) || isAnnounced(normals, at))) {
                return Edge.CLAUSE;
            }
            return lexicon.words("relative").has(word) ? Edge.RELATIVE : Edge.CLAUSE;
        }
        if (lexicon.arabic && word.length() > 3 && (word.startsWith("و") || word.startsWith("ف"))) {
            String rest = word.substring(1);
            if (isEdge(rest) && Clitics.of(word).size() > 1) {
                return lexicon.words("relative").has(rest) ? Edge.RELATIVE : Edge.CLAUSE;
            }
        }
        return Edge.NONE;
    }

    /** "The forces", "its reports", "member states": a noun that looks like a verb. */
    private boolean isPlural(List<String> normals, int at) {
        String word = normals.get(at);
        boolean shaped = !lexicon.arabic && word.endsWith("s") && lexicon.isEdgeVerb(word);
        return shaped
                && (lexicon.agent(word) != null
                        || at > 0 && BEFORE_NOUNS.contains(normals.get(at - 1))
                        || word.equals("states"));
    }

    /** "Announced in X that he": what is announced, not which X. */
    private static boolean isAnnounced(List<String> normals, int that) {
        return that + 1 < normals.size()
                && normals.get(that + 1).matches("he|she|it|they")
                && normals.subList(Math.max(0, that - StatusReader.FROM_VERB_TO_THAT), that).stream()
                        .anyMatch(word -> word.matches(StatusReader.ANNOUNCING));
    }

    /** "Denied that", "said that": not the "that" of "the army that". */
    private boolean opensSpeech(String word) {
        return lexicon.isEdgeVerb(word)
                || lexicon.operators().containsKey(word)
                || !lexicon.entries(word).isEmpty();
    }

    private boolean isEdge(String word) {
        return lexicon.words("relative").has(word)
                || lexicon.words("subordinator").has(word)
                || lexicon.isEdgeVerb(word);
    }

    /** Which tokens are the quotation marks of speech, long quotations. */
    private static boolean[] speech(List<Token> tokens) {
        boolean[] speech = new boolean[tokens.size()];
        int open = -1;
        for (int i = 0; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            boolean opens = text.equals("«") || text.equals("“");
            boolean closes = text.equals("»") || text.equals("”");
            if (opens || text.equals("\"") && open < 0) {
                open = i;
            } else if (open >= 0 && (closes || text.equals("\""))) {
                if (i - open > LONGEST_NAME_IN_QUOTES + 1) {
                    speech[open] = true;
                    speech[i] = true;
                }
                open = -1;
            }
        }
        if (open >= 0 && tokens.size() - open > LONGEST_NAME_IN_QUOTES) {
            speech[open] = true;
        }
        return speech;
    }
}
