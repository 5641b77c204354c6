package khabar.names;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import khabar.text.SegmentedArticle;

/**
 * The recogniser that comes with the program and the one that was chosen instead, if any: the built-in one reads what the
 * chosen one does not know the language of, and what it gives up.
 */
final class Recognition {
    private final MentionRecogniser builtIn;
    private final Optional<MentionRecogniser> chosen;
    private final Duration most;

    /** @param most what the chosen one may take for an article */
    Recognition(MentionRecogniser builtIn, Optional<MentionRecogniser> chosen, Duration most) {
        this.builtIn = builtIn;
        this.chosen = chosen;
        this.most = most;
    }

    /**
     * What was found.
     *
     * @param names for each sentence
     * @param sure see {@link MentionRecogniser.Info}
     * @param gaveUp why the built-in recogniser read an article that was the chosen one's
     */
    record Seen(List<List<MentionRecogniser.Found>> names, double sure, Optional<String> gaveUp) {}

    Seen in(SegmentedArticle text) {
        return chosen.filter(recogniser -> recogniser.info().reads(text.language()))
                .map(recogniser -> switch (recogniser.names(text, Budget.of(most))) {
                    case MentionRecogniser.Recognised.Names names -> seen(names, recogniser, Optional.empty());
                    case MentionRecogniser.Recognised.GaveUp gaveUp -> byBuiltIn(text, Optional.of(gaveUp.why()));
                })
                .orElseGet(() -> byBuiltIn(text, Optional.empty()));
    }

    private Seen byBuiltIn(SegmentedArticle text, Optional<String> gaveUp) {
        return switch (builtIn.names(text, Budget.of(most))) {
            case MentionRecogniser.Recognised.Names names -> seen(names, builtIn, gaveUp);
            case MentionRecogniser.Recognised.GaveUp none ->
                throw new IllegalStateException("the built-in recogniser gave up: " + none.why());
        };
    }

    private static Seen seen(
            MentionRecogniser.Recognised.Names names, MentionRecogniser recogniser, Optional<String> gaveUp) {
        return new Seen(names.sentences(), recogniser.info().sure(), gaveUp);
    }
}
