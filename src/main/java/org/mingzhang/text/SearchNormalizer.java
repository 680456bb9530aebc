package org.mingzhang.text;

import java.util.Arrays;
import java.util.List;

/**
 * Normalizes text for search, identically for indexed text and queries.
 *
 * <p>Folded, one code point at a time: width and other compatibility forms (NFKC), case,
 * traditional to simplified characters, and variants that search does not tell apart (著 and 着, 〔
 * and [). Dropped: white space and line breaks, invisible characters, quotation marks (“” ‘’ " '
 * 「」『』 and others), and a comma between a digit and a group of exactly three digits (1,050.00 =
 * 1050.00). Book-title marks 《》 and all other punctuation stay.
 *
 * <p>All rules except that for commas depend on single characters, so any part of a text folds to a
 * part of the folded text. For commas, {@link #findVariants} gives the readings of a query that may
 * end inside a number.
 */
public final class SearchNormalizer {
  private static final int DIGIT_GROUP_LENGTH = 3;

  private final boolean keepsWordBreaks;
  private final String original;
  private char[] output;
  private int[] originalStarts;
  private int[] originalEnds;
  private int outputLength;
  private boolean hasPendingWordBreak;

  private SearchNormalizer(String original, boolean keepWordBreaks) {
    this.original = original;
    this.keepsWordBreaks = keepWordBreaks;
    int capacity = original.length() + 8;
    this.output = new char[capacity];
    this.originalStarts = new int[capacity];
    this.originalEnds = new int[capacity];
  }

  /** Normalizes a text, with a mapping back to the original. */
  public static NormalizedText normalize(CharSequence original) {
    return new SearchNormalizer(original.toString(), false).normalizeAll();
  }

  /**
   * Normalizes a text for segmentation into words: keeps one space where white space separates
   * words, that is, at ends of lines and cells, and between letters or digits other than
   * ideographs.
   */
  public static NormalizedText normalizeWords(CharSequence original) {
    return new SearchNormalizer(original.toString(), true).normalizeAll();
  }

  /** The normalized form of a text, without the mapping back to the original. */
  public static String fold(CharSequence original) {
    return normalize(original).text();
  }

  /**
   * The one or two readings of a query, the more likely first. If the query ends with a comma and
   * one to three digits, more digits may follow in the text; then both readings, without and with
   * the comma, must be searched.
   */
  public static List<String> findVariants(CharSequence query) {
    SearchNormalizer normalizer = new SearchNormalizer(query.toString(), false);
    normalizer.foldAll();
    int open = normalizer.indexOfOpenSeparator();
    if (open < 0) {
      return List.of(normalizer.toNormalizedText().text());
    }
    String head = fold(new String(normalizer.output, 0, open));
    String tail = new String(normalizer.output, open + 1, normalizer.outputLength - open - 1);
    return List.of(head + tail, head + "," + tail);
  }

  private NormalizedText normalizeAll() {
    foldAll();
    return toNormalizedText();
  }

  private void foldAll() {
    int i = 0;
    while (i < original.length()) {
      char c = original.charAt(i);
      int codePoint = Character.isSurrogate(c) ? original.codePointAt(i) : c;
      int next = i + Character.charCount(codePoint);
      char single = next == i + 1 ? CharacterFolding.foldSingle(c) : CharacterFolding.SEVERAL_UNITS;
      if (single == CharacterFolding.DROPPED) {
        hasPendingWordBreak |= keepsWordBreaks && Character.isWhitespace(c);
        if (keepsWordBreaks
            && (c == '\n' || c == '\t')
            && outputLength > 0
            && output[outputLength - 1] != ' ') {
          append(' ', i, next);
        }
      } else if (single == CharacterFolding.SEVERAL_UNITS) {
        String folded = CharacterFolding.foldToSeveral(codePoint);
        for (int k = 0; k < folded.length(); k++) {
          appendAfterWordBreak(folded.charAt(k), i, next);
        }
      } else {
        appendAfterWordBreak(single, i, next);
      }
      i = next;
    }
  }

  private void appendAfterWordBreak(char c, int start, int end) {
    if (hasPendingWordBreak) {
      if (outputLength > 0
          && isSpaceSeparatedCharacter(output[outputLength - 1])
          && isSpaceSeparatedCharacter(c)) {
        append(' ', start, start);
      }
      hasPendingWordBreak = false;
    }
    append(c, start, end);
  }

  /**
   * Whether a character belongs to words that are separated by spaces: letters and digits, but not
   * ideographs.
   */
  private static boolean isSpaceSeparatedCharacter(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }

  private void append(char c, int start, int end) {
    if (outputLength == output.length) {
      int capacity = outputLength * 2;
      output = Arrays.copyOf(output, capacity);
      originalStarts = Arrays.copyOf(originalStarts, capacity);
      originalEnds = Arrays.copyOf(originalEnds, capacity);
    }
    output[outputLength] = c;
    originalStarts[outputLength] = start;
    originalEnds[outputLength++] = end;
  }

  private NormalizedText toNormalizedText() {
    int[] separators = new int[4];
    int dropped = 0;
    for (int i = 0; i < outputLength; i++) {
      if (isThousandsSeparator(i)) {
        if (dropped == separators.length) {
          separators = Arrays.copyOf(separators, dropped * 2);
        }
        separators[dropped] = i - dropped;
        dropped++;
      }
    }
    if (dropped > 0) {
      removeSeparators(separators, dropped);
    }
    return new NormalizedText(
        new String(output, 0, outputLength),
        Arrays.copyOf(originalStarts, outputLength),
        Arrays.copyOf(originalEnds, outputLength),
        Arrays.copyOf(separators, dropped),
        original.length());
  }

  private void removeSeparators(int[] separatorIndices, int count) {
    int to = separatorIndices[0];
    int next = 0;
    for (int from = to; from < outputLength; from++) {
      if (next < count && from == separatorIndices[next] + next) {
        next++;
        continue;
      }
      output[to] = output[from];
      originalStarts[to] = originalStarts[from];
      originalEnds[to++] = originalEnds[from];
    }
    outputLength = to;
  }

  private boolean isThousandsSeparator(int i) {
    return output[i] == ',' && i > 0 && isDigit(i - 1) && countDigits(i + 1) == DIGIT_GROUP_LENGTH;
  }

  /**
   * The index of the last comma if the digits after it reach the end of the text, so that more
   * digits may follow; -1 otherwise.
   */
  private int indexOfOpenSeparator() {
    int i = outputLength - 1;
    while (i >= 0 && isDigit(i)) {
      i--;
    }
    int digits = outputLength - 1 - i;
    boolean open =
        i > 0 && digits > 0 && digits <= DIGIT_GROUP_LENGTH && output[i] == ',' && isDigit(i - 1);
    return open ? i : -1;
  }

  private int countDigits(int from) {
    int i = from;
    while (i < outputLength && i - from <= DIGIT_GROUP_LENGTH && isDigit(i)) {
      i++;
    }
    return i - from;
  }

  private boolean isDigit(int i) {
    return output[i] >= '0' && output[i] <= '9';
  }
}
