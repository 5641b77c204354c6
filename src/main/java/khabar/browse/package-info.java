/**
 * The pages for people, in Arabic and English: each is a record made from the rows of named queries within one reading
 * of the store, and a template of the same name that shows it. Nothing is written here, no node leaves its reading, and
 * no page needs a script.
 *
 * <p>Whatever has a name is shown by it: the IRIs in the rows of a page are collected and their names asked for at
 * once. Links are paths, so that pages work wherever they are served; addresses of others are linked where they are
 * http or https, and told not to count as a recommendation. Dates have the month in words; digits are 0 to 9 in both
 * languages, as in the data.
 *
 * <p>Figures are values of {@link khabar.browse.figure}, drawn into the page as SVG with a table beside them. What a reader has
 * chosen on a page can be had as a query ({@link khabar.browse.Question}), which anyone may change. Scripts only add to what
 * is there: names while one types, words of the vocabulary in the box of the query page, and a way to give up waiting.
 *
 * <p>A page keeps the queries that it was made by, each with its values in it, and lists them at its foot. What looks at
 * everything (front page, about the data, downloads) is made once for each state of the data and language.
 */
@NullMarked
package khabar.browse;

import org.jspecify.annotations.NullMarked;
