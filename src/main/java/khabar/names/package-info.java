/**
 * Who and where: the names in an article, and what each stands for.
 *
 * <p>Promise: every mention's span is one of its field and its text stands there; nothing is linked that the gazetteer or
 * a rule does not license. What the statistical recogniser ({@link khabar.names.Recogniser}) finds decides where names
 * stand and of what type they are; rules and gazetteer decide what they stand for ({@link khabar.names.Agreement}). It is
 * a conditional random field: an averaged perceptron with the same features was one point of F1 worse. Neither RDF nor Spring is known here.
 * What an editor decided of a name ({@link khabar.names.Ruled}) is a value that comes in with the text and goes before all of
 * it ({@link khabar.names.Overruling}).
 *
 * <p>What letters alone say is never enough: a name that the gazetteer lists in the other script only is linked where someone
 * of the named country held an office by the day of publication ({@link khabar.names.Transliterated}). Where a title or a
 * surname is that of several and the day does not tell, all of them are said ({@link khabar.names.Resolution.Ambiguous}), up to
 * {@link khabar.names.Why#MOST_OTHERS}; more would say nothing. An organisation that no list has becomes an actor of its own by
 * a head noun and a word that is no nationality and no place ({@link khabar.names.DarkOrganisations}).
 *
 * <p>Tried for the recogniser, four blocks of the training part each held out in turn ({@code NamesFolds}), where F1 was 78.4
 * before clusters of words and differences below 0.3 are chance: without the second look at the article 76.4; one training
 * 77.6, two 78.0, four 78.4, eight 78.2; inner letter groups 78.2; light stems 78.2; word classes of hunspell 78.3; parts of
 * speech of UD 78.0; longer letter models 78.1; subject of the article 78.1; quotation marks and the word that opens a phrase
 * 78.0 to 78.3; tag pairs by kind of word 78.1 (78.1 without); a hidden layer of 32 units 77.6 (77.5 without); costs for missed
 * names 78.6; lists hidden at random 78.4; Wikipedia articles added plainly 75.2, by {@code Trainer}'s two copies of each
 * feature 78.6. In English the two copies are worth 3.9.
 *
 * <p>Clusters of words ({@link khabar.names.ClusterLearning}, the exchange algorithm), with two trainings, 78.2 without: 64
 * clusters 78.5; 256 clusters 78.8, learnt without the text of AQMAR 78.5; 600 clusters 78.3. So there are 256, of the training
 * part, UD and AQMAR, some 190,000 words in all; more text is what would help, and a user has it ({@code khabar clusters}).
 * The mean of the weights after each of the last four of eight rounds instead of the last one's: 79.0. Numbers and marks put
 * into clusters too: 78.5. There the tag outside names less by 0.3, 0.6, 0.9, 1.2: 78.5, 78.5, 78.5, 78.0; a word that was a
 * name elsewhere more by 3, by 4: 78.5, 78.3.
 */
@NullMarked
package khabar.names;

import org.jspecify.annotations.NullMarked;
