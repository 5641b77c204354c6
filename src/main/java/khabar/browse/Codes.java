package khabar.browse;

import java.util.List;
import khabar.vocab.Base;

/** Programs that ask a query and read its table, whole: pages show the first rows only. */
final class Codes {
    private Codes() {}

    static List<SparqlPage.Code> of(Base base, String query) {
        String endpoint = base.iri() + "sparql";
        return List.of(
                new SparqlPage.Code("curl", curl(endpoint, query)),
                new SparqlPage.Code("Python", python(endpoint, query)),
                new SparqlPage.Code("R", r(endpoint, query)),
                new SparqlPage.Code("Java", java(endpoint, query)));
    }

    private static String curl(String endpoint, String query) {
        return "curl " + endpoint + " -H 'Accept: text/csv' --data-urlencode query='" + query.replace("'", "'\\''")
                + "'\n";
    }

    private static String python(String endpoint, String query) {
        return """
            import io
            import pandas
            import requests

            query = \"\"\"
            %s
            \"\"\"
            answer = requests.post("%s", data={"query": query}, headers={"Accept": "text/csv"}, timeout=40)
            answer.raise_for_status()
            table = pandas.read_csv(io.StringIO(answer.text))
            """.formatted(query.strip().replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\""), endpoint);
    }

    private static String r(String endpoint, String query) {
        return """
            library(httr2)

            query <- "%s"
            answer <- request("%s") |>
              req_headers(Accept = "text/csv") |>
              req_body_form(query = query) |>
              req_perform()
            table <- read.csv(text = resp_body_string(answer))
            """.formatted(quoted(query.strip()), endpoint);
    }

    private static String java(String endpoint, String query) {
        return """
            // org.apache.jena:jena-arq
            String query = \"\"\"
                    %s
                    \"\"\";
            try (QueryExecution asked = QueryExecution.service("%s").query(query).build()) {
                ResultSetFormatter.out(asked.execSelect());
            }
            """.formatted(
                        query.strip()
                                .replace("\\", "\\\\")
                                .replace("\"\"\"", "\\\"\"\"")
                                .replace("\n", "\n        "),
                        endpoint);
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
