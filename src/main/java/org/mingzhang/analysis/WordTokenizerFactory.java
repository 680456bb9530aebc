package org.mingzhang.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.util.AttributeFactory;

/**
 * Makes {@link WordTokenizer}s by the name {@code mingzhangWords}, for engines that configure their
 * analyzers by name. {@code mode} is {@code index} (the default: long words and their parts) or
 * {@code query} (words alone).
 */
public final class WordTokenizerFactory extends TokenizerFactory {
  /** Name under which Lucene finds it. */
  public static final String NAME = "mingzhangWords";

  private final Segmenter segmenter;

  /**
   * A factory.
   *
   * @throws IllegalArgumentException where an argument is not known
   */
  public WordTokenizerFactory(Map<String, String> args) {
    super(args);
    String mode = get(args, "mode", java.util.List.of("index", "query"), "index");
    rejectUnknown(args);
    segmenter = mode.equals("index") ? Segmenter.forIndexing() : Segmenter.forQueries();
  }

  /** For the service loader alone. */
  public WordTokenizerFactory() {
    throw defaultCtorException();
  }

  private static void rejectUnknown(Map<String, String> args) {
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown arguments of " + NAME + ": " + args);
    }
  }

  @Override
  public WordTokenizer create(AttributeFactory factory) {
    return new WordTokenizer(segmenter);
  }
}
