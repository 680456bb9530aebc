package org.mingzhang.schema;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/** A text field whose tokens get a fixed term frequency, the weight. */
final class WeightedText extends Field {
  private final int weight;

  WeightedText(String name, String text, FieldType type, int weight) {
    super(name, text, type);
    this.weight = weight;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
    return new TermFrequencyFilter(analyzer.tokenStream(name(), stringValue()), weight);
  }

  /** Sets the term frequency of every token. */
  private static final class TermFrequencyFilter extends TokenFilter {
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final int weight;

    private TermFrequencyFilter(TokenStream input, int weight) {
      super(input);
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
