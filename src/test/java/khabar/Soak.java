package khabar;

/** How long a test of endurance goes on: shortly in every run, long in {@code mvn -Psoak verify}. */
public final class Soak {
    private static final boolean LONG = Boolean.getBoolean("khabar.soak");

    private Soak() {}

    public static boolean isLong() {
        return LONG;
    }

    public static int times(int usually, int inSoak) {
        return LONG ? inSoak : usually;
    }
}
