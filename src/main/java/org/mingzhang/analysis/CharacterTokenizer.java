package org.mingzhang.analysis;

import org.mingzhang.text.NormalizedText;
import org.mingzhang.text.SearchNormalizer;

/**
 * Splits text into overlapping runs of one or two characters of its normalised form: the field that
 * makes phrase search exact.
 *
 * <p>The position of a token is the number of characters before it, so that a phrase query may
 * leave out every other pair without losing precision. Where a thousands separator was dropped, the
 * pairs that hold it stand in addition at the place of the digit before it ({@code 1,} and {@code
 * ,0} in {@code 1,050}), so that a query that begins or ends with the separator is found too; a
 * query that spans it must be normalised as the text was. The last character stands alone, so that
 * every character begins a token.
 */
public final class CharacterTokenizer extends WholeTextTokenizer {
  /** How many characters make a token. */
  public enum Size {
    /** Single characters. */
    ONE,
    /** Pairs. */
    TWO
  }

  private final Size size;
  private int at;
  private int character;
  private int extra;

  /** A tokenizer of runs of this size. */
  public CharacterTokenizer(Size size) {
    this.size = size;
  }

  @Override
  NormalizedText normalize(String original) {
    return SearchNormalizer.normalize(original);
  }

  @Override
  void restart() {
    at = 0;
    character = 0;
    extra = 0;
  }

  @Override
  boolean next() {
    int first = after(at);
    if (first < 0) {
      return false;
    }
    int end = size == Size.ONE || after(first) < 0 ? first : after(first);
    if (extra == 0) {
      emit(at, end, character, 1);
    } else {
      emitSeparator(first);
    }
    if (text().separatorBefore(first) && extra < extras()) {
      extra++;
    } else {
      extra = 0;
      at = first;
      character++;
    }
    return true;
  }

  private int extras() {
    return size == Size.ONE ? 1 : 2;
  }

  private void emitSeparator(int next) {
    String all = text().text();
    String word =
        size == Size.ONE ? "," : extra == 1 ? all.charAt(at) + "," : "," + all.charAt(next);
    emit(word, at, next, character, 1);
  }

  /** Place behind the character at {@code from}, -1 where there is none. */
  private int after(int from) {
    String all = text().text();
    return from >= all.length() ? -1 : from + Character.charCount(all.codePointAt(from));
  }
}
