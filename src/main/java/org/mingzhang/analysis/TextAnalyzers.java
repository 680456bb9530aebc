package org.mingzhang.analysis;

import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;

/**
 * Factory of the analyzers of the index, one for each kind of field. Each call creates an analyzer;
 * an analyzer of words loads its segmenter when it is first used. Analyzers are thread-safe.
 */
public final class TextAnalyzers {
  private TextAnalyzers() {}

  /** Words and the shorter words within them, for indexing. */
  public static Analyzer indexedWords() {
    LazySegmenter segmenter = new LazySegmenter(Segmenter::forIndexing);
    return analyzer(() -> new WordTokenizer(segmenter.get()));
  }

  /** Words without the shorter words within them, for queries. */
  public static Analyzer queryWords() {
    LazySegmenter segmenter = new LazySegmenter(Segmenter::forQueries);
    return analyzer(() -> new WordTokenizer(segmenter.get()));
  }

  /** Bigrams and some trigrams of characters, for exact phrases. */
  public static Analyzer ngrams() {
    return analyzer(() -> new CharacterTokenizer(CharacterTokenizer.Size.BIGRAMS_AND_TRIGRAMS));
  }

  /** Bigrams of characters. */
  public static Analyzer bigrams() {
    return analyzer(() -> new CharacterTokenizer(CharacterTokenizer.Size.BIGRAMS));
  }

  /** Single characters, for phrases of one character. */
  public static Analyzer characters() {
    return analyzer(() -> new CharacterTokenizer(CharacterTokenizer.Size.UNIGRAMS));
  }

  private static Analyzer analyzer(Supplier<Tokenizer> tokenizers) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(tokenizers.get());
      }
    };
  }
}
