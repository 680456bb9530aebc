package org.mingzhang.schema;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/** Text of which every word counts several times. */
final class WeightedText extends Field {
  private final int weight;

  WeightedText(String name, String text, FieldType type, int weight) {
    super(name, text, type);
    this.weight = weight;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
    return new Weighing(analyzer.tokenStream(name(), stringValue()), weight);
  }

  /** Sets the frequency of every word. */
  private static final class Weighing extends TokenFilter {
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final int weight;

    private Weighing(TokenStream words, int weight) {
      super(words);
      this.weight = weight;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      frequency.setTermFrequency(weight);
      return true;
    }
  }
}
