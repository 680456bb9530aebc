package org.mingzhang.analysis;

import org.mingzhang.text.NormalizedText;
import org.mingzhang.text.SearchNormalizer;

/**
 * Splits normalized text into overlapping n-grams of characters, for exact phrase search.
 *
 * <p>The position of an n-gram is the number of characters before it, so that a phrase query may
 * skip overlapping n-grams without losing precision. Where normalization dropped a thousands
 * separator, the n-grams that begin or end with it are emitted as well, at the position of the
 * digit before it ({@code 1,} and {@code ,0} at the position of the 1 in {@code 1,050}). A query
 * that begins or ends with the separator thus matches; a query that spans it must be normalized as
 * the text was. The last character is a token of its own, so that a token begins at every
 * character.
 */
public final class CharacterTokenizer extends WholeTextTokenizer {
  /** Length of the n-grams. */
  public enum Size {
    /** Single characters. */
    UNIGRAMS(1, 1),
    BIGRAMS(2, 2),
    /** Bigrams, and trigrams that contain one of the {@link FrequentBigrams}. */
    BIGRAMS_AND_TRIGRAMS(2, 3);

    private final int shortestLength;
    private final int longestLength;

    Size(int shortestLength, int longestLength) {
      this.shortestLength = shortestLength;
      this.longestLength = longestLength;
    }
  }

  /** The n-grams that may be emitted at one position, in this order. */
  private enum Ngram {
    /** The shortest n-gram, or the last character alone. */
    SHORT,
    /** A trigram that contains a frequent bigram. */
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

  private static final Ngram[] NGRAM_KINDS = Ngram.values();
  private static final int KIND_COUNT_WITHOUT_SEPARATORS = 2;

  private final FrequentBigrams frequent = FrequentBigrams.standard();
  private final Size size;
  private int characterIndex;
  private int firstOffset;
  private int secondOffset;
  private int thirdOffset;
  private int fourthOffset;
  private int nextNgram;
  private int ngramKindCount;

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
    firstOffset = -1;
    characterIndex = 0;
    nextNgram = 0;
  }

  @Override
  boolean emitNext() {
    if (firstOffset < 0) {
      startText();
    }
    while (secondOffset > firstOffset) {
      while (nextNgram < ngramKindCount) {
        if (tryEmit(NGRAM_KINDS[nextNgram++])) {
          return true;
        }
      }
      nextNgram = 0;
      characterIndex++;
      firstOffset = secondOffset;
      secondOffset = thirdOffset;
      thirdOffset = fourthOffset;
      fourthOffset = nextOffset(fourthOffset);
    }
    return false;
  }

  private void startText() {
    firstOffset = 0;
    secondOffset = nextOffset(0);
    thirdOffset = nextOffset(secondOffset);
    fourthOffset = nextOffset(thirdOffset);
    ngramKindCount =
        text().separatorIndices().length == 0 ? KIND_COUNT_WITHOUT_SEPARATORS : NGRAM_KINDS.length;
  }

  private boolean tryEmit(Ngram kind) {
    return switch (kind) {
      case SHORT ->
          size.shortestLength == 1
              ? emitText(secondOffset, 1)
              : emitText(thirdOffset, thirdOffset > secondOffset ? 2 : 1);
      case LONG ->
          size.longestLength == 3
              && fourthOffset > thirdOffset
              && frequent.containsFrequentBigram(
                  codePoint(firstOffset), codePoint(secondOffset), codePoint(thirdOffset))
              && emitText(fourthOffset, 3);
      case SEPARATOR_LAST ->
          hasSeparatorBefore(secondOffset)
              && emitWord(
                  size.shortestLength == 1 ? "," : text(firstOffset, secondOffset) + ",",
                  secondOffset,
                  1);
      case SEPARATOR_FIRST ->
          size.shortestLength == 2
              && hasSeparatorBefore(secondOffset)
              && emitWord("," + text(secondOffset, thirdOffset), secondOffset, 1);
      case SEPARATOR_FIRST_LONG ->
          size.longestLength == 3
              && hasSeparatorBefore(secondOffset)
              && frequent.containsFrequentBigram(
                  ',', codePoint(secondOffset), codePoint(thirdOffset))
              && emitWord("," + text(secondOffset, fourthOffset), secondOffset, 1);
      case SEPARATOR_THIRD ->
          size.longestLength == 3
              && thirdOffset > secondOffset
              && hasSeparatorBefore(thirdOffset)
              && frequent.containsFrequentBigram(
                  codePoint(firstOffset), codePoint(secondOffset), ',')
              && emitWord(text(firstOffset, thirdOffset) + ",", thirdOffset, 2);
    };
  }

  private boolean emitText(int to, int positionLength) {
    emit(firstOffset, to, characterIndex, positionLength);
    return true;
  }

  private boolean emitWord(String word, int to, int positionLength) {
    emit(word, firstOffset, to, characterIndex, positionLength);
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
