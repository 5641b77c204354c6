package khabar.browse.figure;

/** Numbers as drawings hold them. */
final class Drawing {
    private Drawing() {}

    /** Finer than a tenth of a unit nobody sees, and every figure would grow by it. */
    static double tenth(double number) {
        return Math.round(10 * number) / 10.0;
    }

    /** Where letters of this many units in width are, as a narrow window shows them: it draws words larger. */
    private static final double LETTER = 8.4;

    /** The middle of a word that is to stand at {@code x}, moved so that no end of it lies outside the drawing. */
    static double inside(double x, String word, double width) {
        double half = Math.min(width / 2, word.length() * LETTER / 2);
        return tenth(Math.clamp(x, half, width - half));
    }

    /** Whether two words do not meet, the middle of each being where it is. */
    static boolean areApart(double one, String word, double other, String second) {
        return Math.abs(one - other) > (word.length() + second.length()) * LETTER / 2;
    }
}
