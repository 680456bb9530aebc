package org.mingzhang.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.util.AttributeFactory;

/**
 * Makes {@link CharacterTokenizer}s by the name {@code mingzhangCharacters}, for engines that
 * configure their analyzers by name. {@code size} is 1 or 2 (the default).
 */
public final class CharacterTokenizerFactory extends TokenizerFactory {
  /** Name under which Lucene finds it. */
  public static final String NAME = "mingzhangCharacters";

  private final CharacterTokenizer.Size size;

  /**
   * A factory.
   *
   * @throws IllegalArgumentException where an argument is not known or the size is neither 1 nor 2
   */
  public CharacterTokenizerFactory(Map<String, String> args) {
    super(args);
    int characters = getInt(args, "size", 2);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown arguments of " + NAME + ": " + args);
    }
    size =
        switch (characters) {
          case 1 -> CharacterTokenizer.Size.ONE;
          case 2 -> CharacterTokenizer.Size.TWO;
          default -> throw new IllegalArgumentException("size " + characters + " is not 1 or 2");
        };
  }

  /** For the service loader alone. */
  public CharacterTokenizerFactory() {
    throw defaultCtorException();
  }

  @Override
  public CharacterTokenizer create(AttributeFactory factory) {
    return new CharacterTokenizer(size);
  }
}
