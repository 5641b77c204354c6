package khabar.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** English tolls: "killed at least 20 people", "12 soldiers were wounded", "the death toll rose to 305". */
final class EnglishTolls extends TollReader {
    private static final Map<String, Integer> WORDS = words();
    private static final String BOUND = "(?:(?<bound>at least|no fewer than|no less than|not less than|more"
            + " than|over|at most|up to|as many as|fewer than|less than|about|around|some|nearly|almost|close"
            + " to|approximately) )?";
    private static final String NUMBER = "(?<number>\\d{1,3}(?:,\\d{3})+|\\d{1,6}|" + String.join("|", WORDS.keySet())
            + ")(?! (?:-|%|percent|per|km|miles?|kilometres?|kilometers?|years?|days?|weeks?|months?|hours?|minutes?"
            + "|others of|hundred|thousand|million|times|women|aged)\\b)";
    /** Whom the number counts: up to four words, none of which tells another fate or opens another clause. */
    private static final String PEOPLE =
            "(?: (?!kill|wound|injur|hurt|dead|died|who|which|that|were|was|are|in|at|on|by|,|[.;:]|_)[^ ]+){0,4}?";

    private static final String BE =
            "(?: (?:were|was|are|is|have been|had been|has been|being|be|reportedly|also|left))*";
    private static final String RISE = "(?: (?!_)[^ ]+){0,14}? (?:rises|rose|risen|climbed|increased|jumped|went"
            + " up|up|stands|stood|put|reached|reaches|passed|hit)(?: (?:to|at))? ";

    private static final List<String> SIGNS = List.of(
            "kill",
            "dead",
            "died",
            "perish",
            "slain",
            "death",
            "toll",
            "number of",
            "fatalit",
            "wound",
            "injur",
            "hurt");

    EnglishTolls() {
        super(
                SIGNS,
                firstWords(WORDS.keySet()),
                List.of(
                        Shape.dead("(?:kill|kills|killed|killing) " + BOUND + NUMBER),
                        Shape.dead(BOUND + NUMBER + PEOPLE + BE + " (?:killed|dead|died|perished|slain)"),
                        Shape.dead("(?:death toll|toll|number of (?:the |those )?(?:dead|killed|deaths|victims))" + RISE
                                + BOUND + NUMBER),
                        Shape.dead("death toll of " + BOUND + NUMBER),
                        Shape.dead(BOUND + NUMBER + " (?:deaths|fatalities)"),
                        Shape.wounded("(?<!(?:killed|killing|kill|dead) (?:and|or) )"
                                + "(?:wound|wounds|wounded|wounding|injure|injures|injured|injuring|hurt) " + BOUND
                                + NUMBER),
                        Shape.wounded(BOUND + NUMBER + PEOPLE + BE + " (?:wounded|injured|hurt)"),
                        Shape.wounded("number of (?:the |those )?(?:wounded|injured)" + RISE + BOUND + NUMBER)));
    }

    @Override
    Optional<Integer> number(String words) {
        Integer word = WORDS.get(words);
        return Optional.of(word == null ? Integer.parseInt(words.replace(",", "")) : word);
    }

    @Override
    Toll.Bound bound(String words) {
        return switch (words) {
            case "at least", "no fewer than", "no less than", "not less than", "more than", "over" ->
                Toll.Bound.AT_LEAST;
            case "at most", "up to", "as many as", "fewer than", "less than" -> Toll.Bound.AT_MOST;
            default -> Toll.Bound.ABOUT;
        };
    }

    private static Map<String, Integer> words() {
        List<String> small = List.of(
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
                "twenty");
        Map<String, Integer> words = new HashMap<>();
        small.forEach(word -> words.put(word, small.indexOf(word) + 1));
        List<String> tens = List.of("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        tens.forEach(word -> words.put(word, 30 + 10 * tens.indexOf(word)));
        return Map.copyOf(words);
    }
}
