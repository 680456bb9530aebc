package org.mingzhang.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;

/** The analyzers of the index, one a kind of field; each may be shared by all threads. */
public final class TextAnalyzers {
  private TextAnalyzers() {}

  /** Words and their parts, for what is indexed. */
  public static Analyzer indexedWords() {
    LazySegmenter segmenter = new LazySegmenter(Segmenter::forIndexing);
    return analyzer(() -> new WordTokenizer(segmenter.get()));
  }

  /** Words alone, for what is asked. */
  public static Analyzer askedWords() {
    LazySegmenter segmenter = new LazySegmenter(Segmenter::forQueries);
    return analyzer(() -> new WordTokenizer(segmenter.get()));
  }

  /** Pairs of characters and runs of three, for exact phrases. */
  public static Analyzer runs() {
    return analyzer(() -> new CharacterTokenizer(CharacterTokenizer.Size.TWO_AND_THREE));
  }

  /** Pairs of characters alone. */
  public static Analyzer pairs() {
    return analyzer(() -> new CharacterTokenizer(CharacterTokenizer.Size.TWO));
  }

  /** Single characters, for exact strings of one character. */
  public static Analyzer characters() {
    return analyzer(() -> new CharacterTokenizer(CharacterTokenizer.Size.ONE));
  }

  private static Analyzer analyzer(java.util.function.Supplier<Tokenizer> tokenizers) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(tokenizers.get());
      }
    };
  }
}
