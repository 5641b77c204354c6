package khabar.endpoint;

import java.math.BigInteger;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * Puts expressions with bounds into the place of those of Jena's that would go on for ever or fill the heap: regular
 * expressions, what makes texts longer, and what makes numbers longer. What grows over a bound ends the query with a
 * {@link Refusal}, because an error of the expression would be taken for an answer.
 */
final class BoundedExpressions extends ExprTransformCopy {
    /** In UTF-16 units. */
    static final int LONGEST_TEXT = 1 << 20;

    private static final String FN = "http://www.w3.org/2005/xpath-functions#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final int MOST_BITS =
            BigInteger.TEN.pow(QueryGuard.MOST_DIGITS).bitLength();
    private static final double LARGEST_EXPONENT = 1_000;

    private final Deadline deadline;
    private final GroupTexts texts = new GroupTexts();

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
            return new Matching.Regex(arguments, deadline);
        }
        if (function instanceof E_StrReplace || iri.equals(FN + "replace")) {
            return new Matching.Replace(arguments, deadline);
        }
        if (function instanceof E_StrConcat || iri.equals(FN + "concat")) {
            return new Concat(arguments);
        }
        return iri.isEmpty() ? super.transform(function, arguments) : new Named(iri, arguments);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        return function instanceof E_StrEncodeForURI ? new Encoded(argument) : super.transform(function, argument);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return switch (function) {
            case E_Multiply product -> new Product(left, right);
            case E_StrDatatype typed -> new Typed(left, right);
            default -> super.transform(function, left, right);
        };
    }

    @Override
    public Expr transform(ExprAggregator aggregate) {
        ExprAggregator copied = (ExprAggregator) super.transform(aggregate);
        return switch (copied.getAggregator()) {
            case AggGroupConcat concat ->
                new ExprAggregator(
                        copied.getVar(), texts.aggregator(false, concat.getSeparator(), concat.getExprList()));
            case AggGroupConcatDistinct concat ->
                new ExprAggregator(
                        copied.getVar(), texts.aggregator(true, concat.getSeparator(), concat.getExprList()));
            default -> copied;
        };
    }

    static void checkLength(long length) {
        if (length > LONGEST_TEXT) {
            throw HttpProblem.of(
                            400,
                            "text-too-long",
                            "A text in the query grew too long",
                            "More than " + LONGEST_TEXT + " characters")
                    .refusal();
        }
    }

    private static Refusal numberTooLong() {
        return HttpProblem.of(
                        400,
                        "number-too-long",
                        "A number in the query grew too long",
                        "More than " + QueryGuard.MOST_DIGITS + " digits")
                .refusal();
    }

    private static void checkNumber(NodeValue value) {
        if (value.isInteger() && value.getInteger().bitLength() > MOST_BITS
                || value.isDecimal() && value.getDecimal().unscaledValue().bitLength() > MOST_BITS) {
            throw numberTooLong();
        }
    }

    /** Before it is read as a number, a date or the like: reading takes more than its share of time. */
    private static void checkLexicalForm(NodeValue text, String type) {
        if (type.startsWith(XSD)
                && !type.equals(XSD + "string")
                && text.asString().length() > QueryGuard.MOST_DIGITS) {
            throw numberTooLong();
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

    private static final class Encoded extends E_StrEncodeForURI {
        Encoded(Expr argument) {
            super(argument);
        }

        @Override
        public NodeValue eval(NodeValue argument) {
            NodeValue encoded = super.eval(argument);
            checkLength(encoded.asString().length());
            return encoded;
        }

        @Override
        public Expr copy(Expr argument) {
            return new Encoded(argument);
        }
    }

    private static final class Product extends E_Multiply {
        Product(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            checkNumber(left);
            checkNumber(right);
            return super.eval(left, right);
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Product(left, right);
        }
    }

    private static final class Typed extends E_StrDatatype {
        Typed(Expr text, Expr type) {
            super(text, type);
        }

        @Override
        public NodeValue eval(NodeValue text, NodeValue type) {
            checkLexicalForm(text, type.asString());
            return super.eval(text, type);
        }

        @Override
        public Expr copy(Expr text, Expr type) {
            return new Typed(text, type);
        }
    }

    /** A function that is called by its IRI: its arguments and its value are looked at. */
    private static final class Named extends E_Function {
        Named(String iri, ExprList arguments) {
            super(iri, arguments);
        }

        @Override
        public NodeValue evalSpecial(Binding binding, FunctionEnv environment) {
            String iri = getFunctionIRI();
            if (iri.startsWith(XSD) && getArgs().size() == 1) {
                checkLexicalForm(getArg(1).eval(binding, environment), iri);
            }
            if (iri.equals(MATH + "pow") || iri.equals(MATH + "exp10")) {
                getArgs().forEach(argument -> checkExponent(argument.eval(binding, environment)));
            }
            if (iri.endsWith("#strjoin")) {
                checkLength(getArgs().stream()
                        .mapToLong(argument ->
                                argument.eval(binding, environment).asString().length())
                        .sum());
            }
            NodeValue value = super.evalSpecial(binding, environment);
            if (value != null) {
                Node node = value.asNode();
                checkLength(node.isLiteral() ? node.getLiteralLexicalForm().length() : 0);
                checkNumber(value);
            }
            return value;
        }

        private static void checkExponent(NodeValue value) {
            checkNumber(value);
            if (value.isInteger() && Math.abs(value.getDouble()) > LARGEST_EXPONENT) {
                throw numberTooLong();
            }
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Named(getFunctionIRI(), arguments);
        }
    }
}
