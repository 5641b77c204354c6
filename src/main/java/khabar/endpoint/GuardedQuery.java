package khabar.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.jspecify.annotations.Nullable;

/** Fuseki's query operation, with reading, guarding, running and writing given to a {@link SparqlEndpoint}. */
final class GuardedQuery extends SPARQL_QueryDataset {
    private final SparqlEndpoint endpoint;

    GuardedQuery(SparqlEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** {@link SparqlFront} has looked at method, type and parameters. */
    @Override
    public void validate(HttpAction action) {}

    @Override
    protected void executeBody(HttpAction action) {
        try (InputStream body = action.getRequestInputStream()) {
            byte[] bytes = body.readNBytes(QueryText.LARGEST + 1);
            if (bytes.length > QueryText.LARGEST) {
                QueryText.tooLarge().write(action.getResponse());
                return;
            }
            // Not new String(…): that would put marks in the place of what is not UTF-8.
            execute(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    action);
        } catch (CharacterCodingException wrong) {
            send(HttpProblem.of(400, "encoding", "The query is not UTF-8", "Send it as UTF-8"), action.getResponse());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    protected void execute(String text, HttpAction action) {
        HttpServletRequest request = action.getRequest();
        HttpServletResponse response = action.getResponse();
        QueryWatch.asks(request, text);
        try {
            SparqlRequest asked = new SparqlRequest(
                    new QueryText(text),
                    values(request, "default-graph-uri"),
                    values(request, "named-graph-uri"),
                    Negotiation.parse(Requests.accept(request)),
                    wanted(request),
                    known(request),
                    limit(request));
            Account account = BudgetFilter.account(request);
            switch (endpoint.reply(response.getHeader(QueryId.HEADER), asked, account)) {
                case Reply.Refused refused -> send(refused.problem(), response);
                case Reply.Unchanged unchanged -> {
                    cacheable(unchanged.tag(), response);
                    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                }
                case Reply.Answered answered -> {
                    QueryWatch.answers(request, answered.answer().size());
                    write(answered, response);
                }
            }
        } catch (Refusal refusal) {
            send(refusal.problem(), response);
        }
    }

    private void write(Reply.Answered answered, HttpServletResponse response) {
        try {
            // Graphs are written whole before the first byte goes out: RDF/XML cannot say everything.
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!(answered.answer() instanceof Answer.Table)) {
                AnswerWriter.write(answered, bytes);
            }
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType(answered.form().contentType());
            response.setHeader("X-Content-Type-Options", "nosniff");
            answered.tag()
                    .ifPresentOrElse(
                            tag -> cacheable(tag, response), () -> response.setHeader("Cache-Control", "no-cache"));
            answered.answer().cut().ifPresent(cut -> response.setHeader("X-Result-Truncated", cut.toString()));
            try (OutputStream out = new PacedOutput(response.getOutputStream())) {
                if (answered.answer() instanceof Answer.Table) {
                    AnswerWriter.write(answered, out);
                } else {
                    bytes.writeTo(out);
                }
            }
        } catch (Refusal refusal) {
            send(refusal.problem(), response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void cacheable(String tag, HttpServletResponse response) {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
    }

    private static void send(HttpProblem problem, HttpServletResponse response) {
        try {
            problem.write(response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Of a request that only reads: for others a tag means something else. */
    private static List<String> known(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? Collections.list(request.getHeaders("If-None-Match")).stream()
                        .flatMap(header -> Arrays.stream(header.split(",", -1)))
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    private static List<String> values(HttpServletRequest request, String name) {
        String @Nullable [] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values).filter(value -> !value.isBlank()).toList();
    }

    private static Optional<Format> wanted(HttpServletRequest request) {
        @Nullable String name = request.getParameter("format");
        if (name == null) {
            name = request.getParameter("output");
        }
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        String suffix = name;
        return Optional.of(Format.ofSuffix(suffix)
                .orElseThrow(() ->
                        HttpProblem.of(400, "format", "An unknown form", suffix).refusal()));
    }

    /** What the client asks for, in seconds, within the settings. */
    private Duration limit(HttpServletRequest request) {
        @Nullable String asked = request.getParameter("timeout");
        if (asked == null || asked.isBlank()) {
            return endpoint.settings().timeout();
        }
        try {
            double seconds = Double.parseDouble(asked);
            if (!(seconds > 0)) {
                throw new NumberFormatException(asked);
            }
            double longest = endpoint.settings().longest().toMillis()
                    * (double) BudgetFilter.account(request).times();
            return Duration.ofMillis((long) Math.max(1, Math.min(seconds * 1000, longest)));
        } catch (NumberFormatException wrong) {
            throw HttpProblem.of(400, "timeout", "timeout is not a number of seconds", asked)
                    .refusal();
        }
    }
}
