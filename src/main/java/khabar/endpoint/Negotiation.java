package khabar.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client accepts, as its Accept header says (RFC 9110 §12.5.1): for each thing offered the most specific range
 * that fits decides, and {@code q=0} excludes. A header in which nothing can be read counts as none: everything is accepted.
 */
record Negotiation(List<Range> ranges) {

    /** A chosen form, and the name under which the client asked for it. */
    record Chosen(Format format, String mediaType) {
        static Chosen of(Format format) {
            return new Chosen(format, format.mediaType());
        }

        String contentType() {
            return format.contentType(mediaType);
        }
    }

    /**
     * A media range, in lower case; parameters other than q are left out, because none tells our forms apart but the profile
     * of JSON-LD.
     *
     * @param framed whether the profile of framed JSON-LD is asked for
     */
    record Range(String type, String subtype, double quality, boolean framed) {
        /** How closely the range fits: 0 not at all, 1 {@code *}{@code /*}, 2 {@code text/*}, 3 exactly. */
        int fit(String mediaType) {
            if (type.equals("*")) {
                return 1;
            }
            int slash = mediaType.indexOf('/');
            if (!type.equals(mediaType.substring(0, slash))) {
                return 0;
            }
            if (subtype.equals("*")) {
                return 2;
            }
            return subtype.equals(mediaType.substring(slash + 1)) ? 3 : 0;
        }
    }

    private static final Pattern TOKEN = Pattern.compile("[a-z0-9!#$&^_.+*-]+");
    private static final int MOST_RANGES = 200;
    private static final String PROFILE = "profile=";

    Negotiation {
        ranges = List.copyOf(ranges);
    }

    static Negotiation parse(@Nullable String accept) {
        List<Range> ranges = new ArrayList<>();
        if (accept != null) {
            for (String part : split(accept, ',')) {
                if (ranges.size() < MOST_RANGES) {
                    range(part).ifPresent(ranges::add);
                }
            }
        }
        return new Negotiation(ranges.isEmpty() ? List.of(new Range("*", "*", 1, false)) : ranges);
    }

    /** The best of what is offered, best first where the client does not care; empty if the client accepts none. */
    Optional<Chosen> choose(List<Format> offered) {
        @Nullable Chosen best = null;
        double bestQuality = 0;
        for (Format format : offered) {
            double quality = quality(format.mediaType(), 1);
            if (quality > bestQuality) {
                best = Chosen.of(format);
                bestQuality = quality;
            }
            for (String name : format.otherNames()) {
                // Only if asked for by that name: a wildcard means the type itself, which may be excluded.
                double otherQuality = quality(name, 3);
                if (otherQuality > bestQuality) {
                    best = new Chosen(format, name);
                    bestQuality = otherQuality;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether, where JSON-LD is chosen, a tree is wanted: of the ranges that name it the first of the best decides. */
    boolean prefersFrame() {
        return ranges.stream()
                .filter(range -> range.fit(Format.JSON_LD.mediaType()) == 3)
                .reduce((one, other) -> other.quality() > one.quality() ? other : one)
                .filter(Range::framed)
                .isPresent();
    }

    /** Of the range that fits most closely, and at least as closely as asked; 0 if there is none. */
    private double quality(String mediaType, int leastFit) {
        int bestFit = leastFit - 1;
        double quality = 0;
        for (Range range : ranges) {
            int fit = range.fit(mediaType);
            if (fit > bestFit) {
                bestFit = fit;
                quality = range.quality();
            } else if (fit == bestFit && fit >= leastFit) {
                quality = Math.max(quality, range.quality());
            }
        }
        return quality;
    }

    private static Optional<Range> range(String part) {
        List<String> pieces = split(part.toLowerCase(Locale.ROOT), ';');
        String name = pieces.get(0).strip();
        int slash = name.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String type = name.substring(0, slash);
        String subtype = name.substring(slash + 1);
        if (!TOKEN.matcher(type).matches() || !TOKEN.matcher(subtype).matches()) {
            return Optional.empty();
        }
        if (type.equals("*") && !subtype.equals("*")) {
            return Optional.empty();
        }
        double quality = 1;
        boolean framed = false;
        for (String parameter : pieces.subList(1, pieces.size())) {
            String stripped = parameter.strip();
            if (stripped.startsWith("q=")) {
                try {
                    quality = Math.clamp(Double.parseDouble(stripped.substring(2)), 0.0, 1.0);
                } catch (NumberFormatException unreadable) {
                    return Optional.empty();
                }
            } else if (stripped.startsWith(PROFILE)) {
                framed = List.of(stripped.substring(PROFILE.length())
                                .replace("\"", "")
                                .split(" ", -1))
                        .contains(Framing.PROFILE);
            }
        }
        return Double.isNaN(quality) ? Optional.empty() : Optional.of(new Range(type, subtype, quality, framed));
    }

    /** Splits at the separator, but not inside quoted strings. Never empty. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && quoted) {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
