package khabar.names;

/**
 * What one token shows by itself, whatever stands beside it.
 *
 * @param stem the word without the particles and the article that it seems to have
 * @param prefix those particles and the article
 * @param word hash of the word
 * @param root hash of the stem
 * @param shape script, capitals, kind of mark
 * @param place hash of which part of what kind of listed name it is; 0 where it is none
 * @param listed kinds of things whose whole name it is, one bit each
 * @param famous which part of what type of well-known name it is; 0 where it is none
 * @param triggers closed lists that have it, one bit each
 * @param nationality 1 for an adjective or noun of nationality
 * @param name how many people bear it, in steps
 * @param common what kinds of everyday word it is, one bit each
 * @param actor where it stands in names of known actors, one bit each
 * @param like how much it sounds like a name, in steps
 * @param cluster the cluster of words that stand in like company; 0 where none is known
 */
record Look(
        String stem,
        String prefix,
        long word,
        long root,
        int shape,
        int place,
        int listed,
        int famous,
        int triggers,
        int nationality,
        int name,
        int common,
        int actor,
        int like,
        int cluster) {
    static final int TITLE = 1;
    static final int LOCATIVE = 2;
    static final int PLACE_HEAD = 4;
    static final int VERB = 8;
    static final int ORGANISATION_HEAD = 16;
    static final int PARTICLE = 32;
    static final int BREAK = 64;
    static final int TIME = 128;
    static final int COMPLEMENT = 256;

    /** Before and after the sentence. */
    static final Look NOTHING = new Look("", "", 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The same word in a text. */
    Look at(int itsShape, int itsPlace, int itsListed, int itsFamous) {
        return new Look(
                stem,
                prefix,
                word,
                root,
                itsShape,
                itsPlace,
                itsListed,
                itsFamous,
                triggers,
                nationality,
                name,
                common,
                actor,
                like,
                cluster);
    }

    boolean is(int trigger) {
        return (triggers & trigger) != 0;
    }

    /** How the lists of names and of everyday words judge it together. */
    int known() {
        return name * 64 + common;
    }

    boolean isOnlyName() {
        return name > 1 && common == 0;
    }
}
