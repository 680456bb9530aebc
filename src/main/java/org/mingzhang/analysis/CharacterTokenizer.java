package org.mingzhang.analysis;

import org.mingzhang.text.NormalizedText;
import org.mingzhang.text.SearchNormalizer;

/**
 * Splits normalized text into overlapping n-grams of characters, for exact phrase search.
 *
 * <p>The position of an n-gram is the number of characters before it, so that a phrase query may
 * skip overlapping n-grams without losing precision. Where normalization dropped a thousands
 * separator, the n-grams that begin or end with it are emitted as well, at the position of the
 * digit before it ({@code 1,} and {@code ,0} at that of the 1 in {@code 1,050}). A query that
 * begins or ends with the separator thus matches; a query that spans it must be normalized as the
 * text was. The last character is a token of its own, so that a token begins at every character.
 */
public final class CharacterTokenizer extends WholeTextTokenizer {
  /** Length of the n-grams. */
  public enum Size {
    /** Single characters. */
    ONE(1, 1),
    /** Bigrams. */
    TWO(2, 2),
    /** Bigrams, and trigrams that contain one of the {@link FrequentBigrams}. */
    TWO_AND_THREE(2, 3);

    private final int shortest;
    private final int longest;

    Size(int shortest, int longest) {
      this.shortest = shortest;
      this.longest = longest;
    }
  }

  /** The n-grams that may be emitted at one position, in this order. */
  private enum Ngram {
    /** The shortest n-gram, or the last character alone. */
    SHORT,
    /** A trigram that contains a frequent pair. */
    LONG,
    /** The character and the separator after it. */
    SEPARATOR_LAST,
    /** The separator after the character, and the next character. */
    SEPARATOR_FIRST,
    /** The separator after the character, and the next two characters. */
    SEPARATOR_FIRST_LONG,
    /** The character, the next one, and the separator after that. */
    SEPARATOR_THIRD
  }

  private static final Ngram[] NGRAMS = Ngram.values();
  private static final int NGRAMS_WITHOUT_SEPARATORS = 2;

  private final FrequentBigrams frequent = FrequentBigrams.standard();
  private final Size size;
  private int character;
  private int at;
  private int second;
  private int third;
  private int end;
  private int nextNgram;
  private int ngrams;

  /** Creates a tokenizer with n-grams of this size. */
  public CharacterTokenizer(Size size) {
    this.size = size;
  }

  @Override
  NormalizedText normalize(String original) {
    return SearchNormalizer.normalize(original);
  }

  @Override
  void restart() {
    at = -1;
    character = 0;
    nextNgram = 0;
  }

  @Override
  boolean emitNext() {
    if (at < 0) {
      startText();
    }
    while (second > at) {
      while (nextNgram < ngrams) {
        if (tryEmit(NGRAMS[nextNgram++])) {
          return true;
        }
      }
      nextNgram = 0;
      character++;
      at = second;
      second = third;
      third = end;
      end = nextOffset(end);
    }
    return false;
  }

  private void startText() {
    at = 0;
    second = nextOffset(0);
    third = nextOffset(second);
    end = nextOffset(third);
    ngrams = text().separators().length == 0 ? NGRAMS_WITHOUT_SEPARATORS : NGRAMS.length;
  }

  private boolean tryEmit(Ngram kind) {
    return switch (kind) {
      case SHORT ->
          size.shortest == 1 ? emitText(second, 1) : emitText(third, third > second ? 2 : 1);
      case LONG ->
          size.longest == 3
              && end > third
              && frequent.hasFrequentPair(codePoint(at), codePoint(second), codePoint(third))
              && emitText(end, 3);
      case SEPARATOR_LAST ->
          hasSeparatorBefore(second)
              && emitWord(size.shortest == 1 ? "," : text(at, second) + ",", second, 1);
      case SEPARATOR_FIRST ->
          size.shortest == 2
              && hasSeparatorBefore(second)
              && emitWord("," + text(second, third), second, 1);
      case SEPARATOR_FIRST_LONG ->
          size.longest == 3
              && hasSeparatorBefore(second)
              && frequent.hasFrequentPair(',', codePoint(second), codePoint(third))
              && emitWord("," + text(second, end), second, 1);
      case SEPARATOR_THIRD ->
          size.longest == 3
              && third > second
              && hasSeparatorBefore(third)
              && frequent.hasFrequentPair(codePoint(at), codePoint(second), ',')
              && emitWord(text(at, third) + ",", third, 2);
    };
  }

  private boolean emitText(int to, int positions) {
    emit(at, to, character, positions);
    return true;
  }

  private boolean emitWord(String word, int to, int positions) {
    emit(word, at, to, character, positions);
    return true;
  }

  private String text(int from, int to) {
    return text().text().substring(from, to);
  }

  private int codePoint(int offset) {
    return text().text().codePointAt(offset);
  }

  private boolean hasSeparatorBefore(int offset) {
    return text().hasSeparatorBefore(offset);
  }

  /** Offset after the character at {@code from}; {@code from} itself at the end of the text. */
  private int nextOffset(int from) {
    String all = text().text();
    return from >= all.length() ? from : from + Character.charCount(all.codePointAt(from));
  }
}
