package khabar.browse.figure;

/** Numbers as drawings hold them. */
final class Drawing {
    private Drawing() {}

    /** Finer than a tenth of a unit nobody sees, and every figure would grow by it. */
    static double tenth(double number) {
        return Math.round(10 * number) / 10.0;
    }
}
