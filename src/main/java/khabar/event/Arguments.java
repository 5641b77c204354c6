package khabar.event;

import java.util.List;

/**
 * Who stands where around a trigger.
 *
 * @param objects places that the action falls on: "shelled the city of X"
 * @param inherited whether the subject is that of an earlier verb of the sentence
 */
record Arguments(List<Phrase> actors, List<Phrase> recipients, List<Phrase> objects, boolean inherited) {
    Arguments {
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
        objects = List.copyOf(objects);
    }
}
