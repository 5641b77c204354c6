package khabar.browse;

import java.util.List;
import java.util.Optional;
import khabar.browse.figure.Atlas;
import khabar.browse.figure.Matrix;
import khabar.browse.figure.Network;

/** A person or an organisation: names, offices, the stories it is in, and what it did or what was done to it. */
record ActorPage(
        Subject thing, Text title, Actor actor, List<StorylineLine> storylines, Seen seen, Deeds deeds, Linking linking)
        implements Page {
    /** @param dark whether no list of names has it: an article alone told of it */
    record Actor(String type, List<Text> names, boolean dark, List<Fact> facts, List<Term> terms) {}

    /**
     * A term of office.
     *
     * @param other of a person the state or body, of an organisation the person
     */
    record Term(Link office, Optional<Link> other, Optional<Dates.Shown> from, Optional<Dates.Shown> to) {}

    /** Its events as figures: what and when, with whom, where. */
    record Seen(Matrix types, Network company, Atlas places) {}

    record Deeds(Slice<EventLine> asActor, Slice<EventLine> asRecipient, Slice<Origin> articles) {}

    @Override
    public Optional<Subject> subject() {
        return Optional.of(thing);
    }
}
