package org.mingzhang.analysis;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.util.AttributeFactory;

/**
 * Lucene SPI factory of {@link WordTokenizer}, named {@code mingzhangWords}. The argument {@code
 * mode} is {@code index} (the default: words and the shorter words within them) or {@code query}
 * (words alone).
 */
public final class WordTokenizerFactory extends TokenizerFactory {
  /** SPI name of the factory. */
  public static final String NAME = "mingzhangWords";

  private final Segmenter segmenter;

  /**
   * Creates a factory with arguments.
   *
   * @throws IllegalArgumentException if an argument is unknown
   */
  public WordTokenizerFactory(Map<String, String> args) {
    super(args);
    String mode = get(args, "mode", List.of("index", "query"), "index");
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown arguments of " + NAME + ": " + args);
    }
    segmenter = mode.equals("index") ? Segmenter.forIndexing() : Segmenter.forQueries();
  }

  /** Required by the service loader; always throws. */
  public WordTokenizerFactory() {
    throw defaultCtorException();
  }

  @Override
  public WordTokenizer create(AttributeFactory factory) {
    return new WordTokenizer(segmenter);
  }
}
