package khabar.app;

/** The program. */
public final class Khabar {
    private Khabar() {}

    public static void main(String[] args) {
        System.out.println("khabar " + Runtime.version());
    }
}
