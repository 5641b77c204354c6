package khabar.browse.figure;

/** From west to east and from south to north, in degrees or in units of a drawing. */
record Box(double west, double south, double east, double north) {
    boolean meets(Box other) {
        return west < other.east && other.west < east && south < other.north && other.south < north;
    }

    boolean holds(Box other) {
        return west <= other.west && other.east <= east && south <= other.south && other.north <= north;
    }

    double width() {
        return east - west;
    }

    double height() {
        return north - south;
    }

    Box grown(double by) {
        return new Box(west - by, south - by, east + by, north + by);
    }
}
