package khabar.store;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Lucene's Arabic and English filters in one chain. Each touches letters of its own script only, so a search need not say
 * which language it is in, and a name in the other script inside a text is found too. Stop words are kept: among names,
 * "IS" and "من" are words like others.
 */
final class BothLanguages extends Analyzer {
    /** Goes up with every change here: an index made with another one is made again at the next start. */
    static final String VERSION = "1";

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokens = new StandardTokenizer();
        TokenStream stream = new EnglishPossessiveFilter(tokens);
        stream = normalize(field, stream);
        stream = new ArabicStemFilter(stream);
        return new TokenStreamComponents(tokens, new KStemFilter(stream));
    }

    /** Also what is done to the beginnings of words in prefix searches. */
    @Override
    protected TokenStream normalize(String field, TokenStream stream) {
        TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new DecimalDigitFilter(stream)));
        return new PersianNormalizationFilter(new ArabicNormalizationFilter(folded));
    }
}
