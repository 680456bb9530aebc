package org.mingzhang.analysis;

import java.util.Map;
import org.apache.lucene.analysis.TokenizerFactory;
import org.apache.lucene.util.AttributeFactory;

/**
 * Makes {@link CharacterTokenizer}s by the name {@code mingzhangCharacters}, for engines that
 * configure their analyzers by name. {@code size} is 1, 2, or 3 for runs of two and of three (the
 * default).
 */
public final class CharacterTokenizerFactory extends TokenizerFactory {
  /** Name under which Lucene finds it. */
  public static final String NAME = "mingzhangCharacters";

  private final CharacterTokenizer.Size size;

  /**
   * A factory.
   *
   * @throws IllegalArgumentException where an argument is not known or the size is none of 1, 2, 3
   */
  public CharacterTokenizerFactory(Map<String, String> args) {
    super(args);
    int characters = getInt(args, "size", 3);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("unknown arguments of " + NAME + ": " + args);
    }
    size =
        switch (characters) {
          case 1 -> CharacterTokenizer.Size.ONE;
          case 2 -> CharacterTokenizer.Size.TWO;
          case 3 -> CharacterTokenizer.Size.TWO_AND_THREE;
          default -> throw new IllegalArgumentException("size " + characters + " is not 1 to 3");
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
