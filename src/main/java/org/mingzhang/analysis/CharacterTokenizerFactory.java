package org.mingzhang.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.util.AttributeFactory;

/**
 * Lucene SPI factory of {@link CharacterTokenizer}, named {@code mingzhangCharacters}. The argument
 * {@code size} is 1, 2, or 3 for bigrams and trigrams (the default).
 */
public final class CharacterTokenizerFactory extends TokenizerFactory {
  /** SPI name of the factory. */
  public static final String NAME = "mingzhangCharacters";

  private final CharacterTokenizer.Size size;

  /**
   * Creates a factory with arguments.
   *
   * @throws IllegalArgumentException if an argument is unknown or the size is not 1, 2 or 3
   */
  public CharacterTokenizerFactory(Map<String, String> args) {
    super(args);
    int characters = getInt(args, "size", 3);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown arguments of " + NAME + ": " + args);
    }
    size =
        switch (characters) {
          case 1 -> CharacterTokenizer.Size.UNIGRAMS;
          case 2 -> CharacterTokenizer.Size.BIGRAMS;
          case 3 -> CharacterTokenizer.Size.BIGRAMS_AND_TRIGRAMS;
          default -> throw new IllegalArgumentException("size " + characters + " is not 1 to 3");
        };
  }

  /** Required by the service loader; always throws. */
  public CharacterTokenizerFactory() {
    throw defaultCtorException();
  }

  @Override
  public CharacterTokenizer create(AttributeFactory factory) {
    return new CharacterTokenizer(size);
  }
}
