package khabar.names;

/** Hashes of words and of what is seen of them; they are part of the trained model and never change on their own. */
final class Hashes {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private Hashes() {}

    /** Of a text, in 64 bits. */
    static long wide(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash ^ hash >>> 32;
    }

    /** Of a text, in 32 bits. */
    static int of(CharSequence text) {
        return (int) (wide(text) * MIX >>> 32);
    }

    /** Of one more letter after those hashed. */
    static long next(long hash, char letter) {
        return hash * MIX + letter;
    }

    /** Of what a template of features sees. */
    static int feature(int template, long one, long other) {
        long hash = (one + MIX * template) * 0xBF58476D1CE4E5B9L;
        hash ^= hash >>> 29;
        hash = (hash + other) * 0x94D049BB133111EBL;
        hash ^= hash >>> 32;
        hash *= 0xD6E8FEB86659FD93L;
        return (int) (hash >>> 32);
    }
}
