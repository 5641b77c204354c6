package khabar.endpoint;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * REGEX and REPLACE by RE2/J, which reads a text once, however the pattern is. What it has not — references back, looking
 * ahead and behind — SPARQL has not either but for the references; a query with them is refused.
 */
abstract class Matching extends ExprFunctionN {
    final transient Deadline deadline;
    private @Nullable NodeValue lastPattern;
    private @Nullable NodeValue lastFlags;
    private @Nullable Pattern last;

    private Matching(String name, ExprList arguments, Deadline deadline) {
        super(name, arguments);
        this.deadline = deadline;
    }

    /** A pattern is compiled once, not for every row; one execution has one thread. */
    final Matcher matcher(String text, NodeValue pattern, @Nullable NodeValue flags) {
        Pattern compiled = last;
        if (compiled == null || !pattern.equals(lastPattern) || !Objects.equals(flags, lastFlags)) {
            compiled = pattern(
                    string(pattern).getLiteralLexicalForm(),
                    flags == null ? "" : string(flags).getLiteralLexicalForm());
            last = compiled;
            lastPattern = pattern;
            lastFlags = flags;
        }
        return compiled.matcher(new TimedText(text, deadline));
    }

    private static Pattern pattern(String pattern, String flags) {
        int mask = 0;
        String text = pattern;
        for (int at = 0; at < flags.length(); at++) {
            char flag = flags.charAt(at);
            switch (flag) {
                case 'i' -> mask |= Pattern.CASE_INSENSITIVE;
                case 'm' -> mask |= Pattern.MULTILINE;
                case 's' -> mask |= Pattern.DOTALL;
                case 'x' -> text = text.replaceAll("\\s", "");
                case 'q' -> text = Pattern.quote(pattern);
                default -> throw new ExprEvalException("not a flag: " + flag);
            }
        }
        if (PatternSize.of(text) > PatternSize.LARGEST) {
            throw HttpProblem.of(
                            400,
                            "pattern-too-large",
                            "A pattern is too large",
                            "With its repetitions written out it has more than " + PatternSize.LARGEST + " parts")
                    .refusal();
        }
        try {
            return Pattern.compile(text, mask);
        } catch (PatternSyntaxException wrong) {
            throw isJavas(text)
                    ? HttpProblem.of(
                                    400,
                                    "pattern",
                                    "A pattern uses what is not offered",
                                    "No references back, no looking ahead or behind: " + wrong.getDescription())
                            .refusal()
                    : new ExprEvalException("not a pattern: " + wrong.getDescription());
        }
    }

    /** What other endpoints take must not look like an answer of "no" here. */
    private static boolean isJavas(String pattern) {
        try {
            java.util.regex.Pattern.compile(pattern);
            return true;
        } catch (java.util.regex.PatternSyntaxException wrong) {
            return false;
        }
    }

    /** A literal with or without a language; anything else is an error of the expression. */
    static Node string(NodeValue value) {
        if (!value.isString() && !value.isLangString()) {
            throw new ExprEvalException("not a string: " + value);
        }
        return value.asNode();
    }

    static @Nullable NodeValue at(List<NodeValue> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    static final class Regex extends Matching {
        Regex(ExprList arguments, Deadline deadline) {
            super("regex", arguments, deadline);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            String text = string(arguments.get(0)).getLiteralLexicalForm();
            return NodeValue.booleanReturn(
                    matcher(text, arguments.get(1), at(arguments, 2)).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Regex(arguments, deadline);
        }
    }

    static final class Replace extends Matching {
        Replace(ExprList arguments, Deadline deadline) {
            super("replace", arguments, deadline);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            Node given = string(arguments.get(0));
            String replacement = string(arguments.get(2)).getLiteralLexicalForm();
            try {
                String replaced = replaced(
                        matcher(given.getLiteralLexicalForm(), arguments.get(1), at(arguments, 3)), replacement);
                return NodeValue.makeNode(
                        given.getLiteralLanguage().isEmpty()
                                ? NodeFactory.createLiteralDT(replaced, given.getLiteralDatatype())
                                : NodeFactory.createLiteralLang(replaced, given.getLiteralLanguage()));
            } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
                throw new ExprEvalException("not a replacement", wrong);
            }
        }

        /** Match by match: all at once a long replacement in a long text would fill the heap. */
        private String replaced(Matcher matcher, String replacement) {
            StringBuilder replaced = new StringBuilder();
            while (matcher.find()) {
                deadline.check();
                matcher.appendReplacement(replaced, replacement);
                BoundedExpressions.checkLength(replaced.length());
            }
            matcher.appendTail(replaced);
            BoundedExpressions.checkLength(replaced.length());
            return replaced.toString();
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(arguments, deadline);
        }
    }

    /** A text that looks at the clock now and then while it is read. */
    private static final class TimedText implements CharSequence {
        private static final int MASK = (1 << 12) - 1;

        private final String text;
        private final Deadline deadline;
        private int reads;

        TimedText(String text, Deadline deadline) {
            this.text = text;
            this.deadline = deadline;
        }

        @Override
        public char charAt(int index) {
            if ((++reads & MASK) == 0) {
                deadline.check();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
