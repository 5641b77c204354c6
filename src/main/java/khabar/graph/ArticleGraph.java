package khabar.graph;

import khabar.article.Article;
import khabar.article.Terms;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * All that Khabar says about one article.
 *
 * @param terms what the graph may show: what the article states and what is set for its source
 * @param name of the article's graph
 * @param graph what the article says: replaced whole. Names that stand for nothing known refer to the actors that they make
 *     by themselves; merging then points them to those that they are believed to be.
 * @param gazetteer the known things that it names, with the places, states and offices that they hang on: to be added to
 *     {@code graph/gazetteer}
 */
public record ArticleGraph(Article article, Terms terms, Node name, Graph graph, Graph gazetteer) {}
