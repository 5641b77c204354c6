package khabar.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import khabar.article.Article;
import khabar.article.ArticleFiles;
import khabar.article.Parsed;
import khabar.article.Span;
import khabar.gazetteer.Entity;
import khabar.gazetteer.EntityType;

/**
 * A mention in an article of the sample as a reader marked it; {@code linking-gold.tsv} says by which rules; {@code linking-held-out.tsv} has the other articles.
 *
 * @param article the source's id of the article
 * @param entity what it should link to; empty where the gazetteer has nothing of that name
 * @param reference whether it is an office or a noun that points to somebody, and not a name
 */
record LinkingGold(
        String article,
        String field,
        Span span,
        String text,
        MentionType type,
        Optional<Entity> entity,
        boolean reference) {

    /** All mentions of a file, in its order. */
    static List<LinkingGold> read(String file) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(open("/names/" + file), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(LinkingGold::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles of the sample in which the mentions stand. */
    static List<Article> articles(List<LinkingGold> gold) {
        Set<String> ids = new HashSet<>();
        gold.forEach(mention -> ids.add(mention.article()));
        List<Article> articles = new ArrayList<>();
        try (InputStream in = open("/rdf/sample/articles.jsonl")) {
            ArticleFiles.read("articles.jsonl", in, parsed -> {
                if (parsed instanceof Parsed.Accepted accepted && ids.contains(id(accepted.article()))) {
                    articles.add(accepted.article());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return articles;
    }

    static String id(Article article) {
        return article.publication().sourceId().orElse("");
    }

    static InputStream open(String resource) {
        return Objects.requireNonNull(LinkingGold.class.getResourceAsStream(resource), resource);
    }

    private static LinkingGold of(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 8) {
            throw new IllegalArgumentException("not eight columns: " + line);
        }
        return new LinkingGold(
                columns[0],
                columns[1],
                new Span(Integer.parseInt(columns[2]), Integer.parseInt(columns[3])),
                columns[4],
                MentionType.valueOf(columns[5].toUpperCase(Locale.ROOT)),
                entity(columns[6]),
                switch (columns[7]) {
                    case "name" -> false;
                    case "reference" -> true;
                    default -> throw new IllegalArgumentException("no kind: " + line);
                });
    }

    private static Optional<Entity> entity(String path) {
        if (path.equals("-")) {
            return Optional.empty();
        }
        String[] parts = path.split("/", 2);
        return Optional.of(new Entity(EntityType.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]));
    }
}
