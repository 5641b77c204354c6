package khabar.endpoint;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.jspecify.annotations.Nullable;

/** GROUP_CONCAT with a bound on each text and on all texts of one query together. */
final class GroupTexts {
    private static final int ALL_TOGETHER = 16 << 20;

    private long together;

    /** @param separator null for the usual one, a space */
    Aggregator aggregator(boolean distinct, @Nullable String separator, ExprList arguments) {
        return new Concat(distinct, separator == null ? " " : separator, arguments);
    }

    private void grow(int by) {
        together += by;
        if (together > ALL_TOGETHER) {
            throw HttpProblem.of(
                            400,
                            "text-too-long",
                            "The texts of GROUP_CONCAT grew too long",
                            "More than " + ALL_TOGETHER + " characters together")
                    .refusal();
        }
    }

    private final class Concat extends AggregatorBase {
        private final String separator;

        Concat(boolean distinct, String separator, ExprList arguments) {
            super("GROUP_CONCAT", distinct, arguments);
            this.separator = separator;
        }

        @Override
        public Aggregator copy(ExprList arguments) {
            return new Concat(isDistinct, separator, arguments);
        }

        @Override
        public Accumulator createAccumulator() {
            return new Text(getExpr(), isDistinct, separator);
        }

        @Override
        public Node getValueEmpty() {
            return NodeConst.emptyString;
        }

        @Override
        public String asSparqlExpr(SerializationContext context) {
            return jenas().asSparqlExpr(context);
        }

        @Override
        public String toPrefixString() {
            return jenas().toPrefixString();
        }

        private Aggregator jenas() {
            return isDistinct
                    ? new AggGroupConcatDistinct(getExpr(), separator)
                    : new AggGroupConcat(getExpr(), separator);
        }

        @Override
        public int hashCode() {
            return jenas().hashCode();
        }

        @Override
        public boolean equals(Aggregator other, boolean bySyntax) {
            return other instanceof Concat concat && jenas().equals(concat.jenas(), bySyntax);
        }
    }

    private final class Text extends AccumulatorExpr {
        private final StringBuilder text = new StringBuilder();
        private final String separator;
        private boolean begun;

        Text(Expr argument, boolean distinct, String separator) {
            super(argument, distinct);
            this.separator = separator;
        }

        @Override
        protected void accumulate(NodeValue value, Binding binding, FunctionEnv env) {
            int before = text.length();
            if (begun) {
                text.append(separator);
            }
            begun = true;
            text.append(value.asString());
            BoundedExpressions.checkLength(text.length());
            grow(text.length() - before);
        }

        @Override
        protected void accumulateError(Binding binding, FunctionEnv env) {}

        @Override
        protected NodeValue getAccValue() {
            return NodeValue.makeString(text.toString());
        }
    }
}
