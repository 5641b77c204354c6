package khabar.vocab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Literals that every reader and every writer of RDF accepts. */
public final class Literals {
    /** A language that could not be told: such text is a plain string. */
    private static final String UNDETERMINED = "und";

    private Literals() {}

    public static Node string(String text) {
        return NodeFactory.createLiteralString(writable(text));
    }

    /** Text in the language with the BCP 47 tag; a plain string where the tag is {@code und}. */
    public static Node text(String text, String language) {
        return language.equals(UNDETERMINED) ? string(text) : NodeFactory.createLiteralLang(writable(text), language);
    }

    public static Node english(String text) {
        return text(text, "en");
    }

    public static Node arabic(String text) {
        return text(text, "ar");
    }

    public static Node integer(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }

    /** Rounded to six digits after the point; never in scientific notation, and always with a point, as in {@code 4.0}. */
    public static Node decimal(double value) {
        BigDecimal shortest =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
        BigDecimal written = shortest.scale() < 1 ? shortest.setScale(1) : shortest;
        return NodeFactory.createLiteralDT(written.toPlainString(), XSDDatatype.XSDdecimal);
    }

    public static Node bool(boolean value) {
        return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
    }

    public static Node date(LocalDate day) {
        return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
    }

    /** Not {@code toString()}, which leaves out zero seconds and so breaks xsd:dateTime. */
    public static Node dateTime(OffsetDateTime at) {
        return NodeFactory.createLiteralDT(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at), XSDDatatype.XSDdateTime);
    }

    /** A date as exactly as it is known: {@code 2017} a year, {@code 2017-09} a month, {@code 2017-09-12} a day. */
    public static Node partialDate(String value) {
        return NodeFactory.createLiteralDT(
                value,
                switch (value.length()) {
                    case 4 -> XSDDatatype.XSDgYear;
                    case 7 -> XSDDatatype.XSDgYearMonth;
                    default -> XSDDatatype.XSDdate;
                });
    }

    /**
     * The text with every character that UTF-8 or XML cannot carry (a lone surrogate, a control character) replaced by
     * U+FFFD, one for one, so that offsets hold.
     */
    static String writable(String text) {
        if (isWritable(text)) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                written.append(unit).append(text.charAt(++i));
            } else {
                written.append(isPlain(unit) ? unit : '\uFFFD');
            }
        }
        return written.toString();
    }

    private static boolean isWritable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int unit) {
        return unit >= ' ' && unit < 0xFFFE && !Character.isSurrogate((char) unit)
                || unit == '\n'
                || unit == '\t'
                || unit == '\r';
    }
}
