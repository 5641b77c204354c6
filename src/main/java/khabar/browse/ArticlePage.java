package khabar.browse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An article: what it tells of, whom and what it names, and where to read it. */
record ArticlePage(
        Subject thing,
        Text title,
        Publication publication,
        List<ReportCard> reports,
        Words words,
        List<Named> named,
        Beside beside)
        implements Page {
    /**
     * What is known of the article beside its text.
     *
     * @param modified when it was last corrected or changed
     * @param terms what may be shown of it: full, quotes or metadata
     * @param original its address, where it is http or https
     */
    record Publication(
            Optional<Link> source,
            Optional<Dates.Shown> published,
            Optional<Dates.Shown> modified,
            Optional<String> language,
            Optional<Link> dateline,
            String terms,
            Optional<String> original,
            List<Fact> record) {}

    /**
     * What of its words may be shown.
     *
     * @param whole whether it is the text, else the sentences that tell events
     */
    record Words(boolean whole, List<Passage> passages) {}

    /**
     * What stands beside it.
     *
     * @param related headlines on its page that belong to other articles
     * @param versions that it had before, the last first
     * @param copies of the same story
     * @param others that tell of the same events
     */
    record Beside(List<Text> related, List<EarlierVersion> versions, List<Copy> copies, Slice<Origin> others) {}

    /**
     * Another article of the same story.
     *
     * @param role {@code first} where the page's article is a copy of it, {@code copy} where it is one of that, else {@code sibling}
     * @param similarity in hundredths: how much of the shorter text is in the longer, of the copy and the first published
     */
    record Copy(Origin origin, String role, long similarity) {}

    /** What is named in one field of the article, in reading order. */
    record Named(String field, List<Mention> mentions) {
        /** Names that are linked alike are explained once. */
        public List<Mention> explained() {
            Set<Mention> seen = new HashSet<>();
            return mentions.stream()
                    .filter(Mention::explained)
                    .filter(one -> seen.add(new Mention(one.text(), one.thing(), one.kind(), "", one.why())))
                    .toList();
        }
    }

    /**
     * One naming.
     *
     * @param text as the article has it; the thing's name where the source's terms keep it back
     * @param thing empty where it is not known who or what is meant
     */
    record Mention(Text text, Optional<Link> thing, String kind, String href, LinkReason why) {
        /** Whether several bear the name and the article does not tell which of them is meant. */
        public boolean ambiguous() {
            return thing.isEmpty() && !why.others().isEmpty();
        }

        /** Whether there is something to say beside the name. */
        public boolean explained() {
            return why.basis().isPresent() || !why.others().isEmpty();
        }
    }

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
