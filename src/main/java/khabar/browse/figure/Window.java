package khabar.browse.figure;

import java.util.List;

/**
 * The part of the world that a map shows, and where things in it stand on the drawing.
 *
 * @param box in degrees
 * @param width of the drawing, in its own units
 * @param height of the drawing, in its own units
 */
record Window(Box box, double width, double height) {
    /** In degrees of latitude: a single town is shown with the countries around it. */
    private static final double LEAST = 7;

    private static final double MARGIN = 0.16;
    private static final double SOUTHERNMOST = -58;
    private static final double NORTHERNMOST = 80;

    /** Around all of these, at least a few degrees; the whole world where there are none. */
    static Window around(List<Spot> spots, double width, double height) {
        if (spots.isEmpty()) {
            return new Window(new Box(-180, SOUTHERNMOST, 180, NORTHERNMOST), width, height);
        }
        double south = spots.stream().mapToDouble(Spot::latitude).min().orElseThrow();
        double north = spots.stream().mapToDouble(Spot::latitude).max().orElseThrow();
        double west = spots.stream().mapToDouble(Spot::longitude).min().orElseThrow();
        double east = spots.stream().mapToDouble(Spot::longitude).max().orElseThrow();
        double middle = Math.clamp((south + north) / 2, SOUTHERNMOST, NORTHERNMOST);
        double narrowing = Math.cos(Math.toRadians(middle));
        double tall = Math.max(LEAST, (north - south) * (1 + 2 * MARGIN));
        double wide = Math.max((east - west) * (1 + 2 * MARGIN), tall * width / height / narrowing);
        tall = wide * height / width * narrowing;
        if (wide >= 360 || tall >= NORTHERNMOST - SOUTHERNMOST) {
            return around(List.of(), width, height);
        }
        double bottom = Math.clamp(middle - tall / 2, SOUTHERNMOST, NORTHERNMOST - tall);
        double left = Math.clamp((west + east) / 2 - wide / 2, -180.0, 180 - wide);
        return new Window(new Box(left, bottom, left + wide, bottom + tall), width, height);
    }

    double x(double longitude) {
        return (longitude - box.west()) / box.width() * width;
    }

    double y(double latitude) {
        return (box.north() - latitude) / box.height() * height;
    }

    Ring project(Ring ring) {
        double[] xs = new double[ring.size()];
        double[] ys = new double[ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            xs[i] = x(ring.x(i));
            ys[i] = y(ring.y(i));
        }
        return new Ring(xs, ys);
    }
}
