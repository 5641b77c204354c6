package khabar.endpoint;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.jspecify.annotations.Nullable;

/**
 * Puts functions that know the query's end into the place of those of Jena's that would go on for ever or fill the heap:
 * REGEX, REPLACE and CONCAT. Java's regular expressions cannot be interrupted, but they read their text through
 * {@link CharSequence#charAt}, which can.
 */
final class BoundedExpressions extends ExprTransformCopy {
    /** In UTF-16 units. */
    static final int LONGEST_TEXT = 1 << 20;

    private static final String FN = "http://www.w3.org/2005/xpath-functions#";

    private final Deadline deadline;

    private BoundedExpressions(Deadline deadline) {
        this.deadline = deadline;
    }

    /** For {@code ARQConstants.sysOptimizerFactory} of one execution. */
    static RewriteFactory until(Deadline deadline) {
        return context -> {
            Rewrite usual = Optimize.stdOptimizationFactory.create(context);
            return op ->
                    usual.rewrite(Transformer.transform(new TransformCopy(), new BoundedExpressions(deadline), op));
        };
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        String iri = function instanceof E_Function named ? named.getFunctionIRI() : "";
        if (function instanceof E_Regex || iri.equals(FN + "matches")) {
            return new Regex(arguments, deadline);
        }
        if (function instanceof E_StrReplace || iri.equals(FN + "replace")) {
            return new Replace(arguments, deadline);
        }
        if (function instanceof E_StrConcat || iri.equals(FN + "concat")) {
            return new Concat(arguments);
        }
        return super.transform(function, arguments);
    }

    private static Pattern pattern(NodeValue pattern, @Nullable NodeValue flags) {
        try {
            @Nullable String mask = flags == null ? null : string(flags).getLiteralLexicalForm();
            return RegexEngine.makePattern("REGEX", string(pattern).getLiteralLexicalForm(), mask);
        } catch (PatternSyntaxException wrong) {
            throw new ExprEvalException("not a pattern", wrong);
        }
    }

    /** A literal with or without a language; anything else is an error of the expression. */
    private static Node string(NodeValue value) {
        if (!value.isString() && !value.isLangString()) {
            throw new ExprEvalException("not a string: " + value);
        }
        return value.asNode();
    }

    private static @Nullable NodeValue at(List<NodeValue> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    /** A pattern is compiled once, not for every row; one execution has one thread. */
    private abstract static class Matching extends ExprFunctionN {
        final transient Deadline deadline;
        private @Nullable NodeValue lastPattern;
        private @Nullable NodeValue lastFlags;
        private @Nullable Pattern last;

        Matching(String name, ExprList arguments, Deadline deadline) {
            super(name, arguments);
            this.deadline = deadline;
        }

        Matcher matcher(String text, NodeValue pattern, @Nullable NodeValue flags) {
            Pattern compiled = last;
            if (compiled == null || !pattern.equals(lastPattern) || !Objects.equals(flags, lastFlags)) {
                compiled = pattern(pattern, flags);
                last = compiled;
                lastPattern = pattern;
                lastFlags = flags;
            }
            return compiled.matcher(new TimedText(text, deadline));
        }
    }

    private static final class Regex extends Matching {
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

    private static final class Replace extends Matching {
        Replace(ExprList arguments, Deadline deadline) {
            super("replace", arguments, deadline);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            Node given = string(arguments.get(0));
            String replacement = string(arguments.get(2)).getLiteralLexicalForm();
            try {
                String replaced = matcher(given.getLiteralLexicalForm(), arguments.get(1), at(arguments, 3))
                        .replaceAll(replacement);
                checkLength(replaced.length());
                return NodeValue.makeNode(
                        given.getLiteralLanguage().isEmpty()
                                ? NodeFactory.createLiteralDT(replaced, given.getLiteralDatatype())
                                : NodeFactory.createLiteralLang(replaced, given.getLiteralLanguage()));
            } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
                throw new ExprEvalException("not a replacement", wrong);
            }
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(arguments, deadline);
        }
    }

    private static final class Concat extends E_StrConcat {
        Concat(ExprList arguments) {
            super(arguments);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            long length = 0;
            for (NodeValue argument : arguments) {
                length += argument.asString().length();
            }
            checkLength(length);
            return super.eval(arguments);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Concat(arguments);
        }
    }

    private static void checkLength(long length) {
        if (length > LONGEST_TEXT) {
            throw HttpProblem.of(
                            400,
                            "text-too-long",
                            "A text in the query grew too long",
                            "More than " + LONGEST_TEXT + " characters")
                    .refusal();
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
