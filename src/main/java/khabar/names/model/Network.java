package khabar.names.model;

/** The model itself: from the numbers of pieces to the scores of labels. Safe for many threads. */
interface Network extends AutoCloseable {
    /**
     * For each row and each of its pieces the score of every label, before softmax.
     *
     * @param rows numbers of pieces; rows may differ in length
     * @throws NetworkFailure where it gives no answer
     */
    float[][][] scores(int[][] rows);

    @Override
    void close();
}
