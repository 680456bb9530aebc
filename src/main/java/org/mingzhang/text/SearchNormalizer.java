package org.mingzhang.text;

import java.util.Arrays;
import java.util.List;

/**
 * Normalizes text for search, identically for indexed text and queries.
 *
 * <p>Folded, one code point at a time: width and other compatibility forms (NFKC), case,
 * traditional to simplified characters. Dropped: white space and line breaks, invisible characters,
 * quotation marks (“” ‘’ " ' 「」『』), and a comma between a digit and a group of exactly three digits
 * (1,050.00 = 1050.00). Book-title marks 《》 and all other punctuation stay.
 *
 * <p>All rules but the last depend on single characters, so any part of a text folds to a part of
 * the folded text. For the last rule, {@link #findVariants} gives the readings of a query that may
 * end inside a number.
 */
public final class SearchNormalizer {
  private static final int DIGIT_GROUP_LENGTH = 3;

  private final boolean keepBreaks;
  private final String original;
  private char[] out;
  private int[] starts;
  private int[] ends;
  private int length;
  private boolean pendingBreak;

  private SearchNormalizer(String original, boolean keepBreaks) {
    this.original = original;
    this.keepBreaks = keepBreaks;
    int capacity = original.length() + 8;
    this.out = new char[capacity];
    this.starts = new int[capacity];
    this.ends = new int[capacity];
  }

  /** The normalized text with its offsets. */
  public static NormalizedText normalize(CharSequence original) {
    return new SearchNormalizer(original.toString(), false).run();
  }

  /**
   * Normalizes, but keeps one space where white space separates words: at ends of lines and cells,
   * and between letters or digits. For segmentation only.
   */
  public static NormalizedText normalizeWords(CharSequence original) {
    return new SearchNormalizer(original.toString(), true).run();
  }

  /** Normalizes a text without recording the offsets. */
  public static String fold(CharSequence original) {
    return normalize(original).text();
  }

  /**
   * The readings of a query, the more likely first. If its last comma may be before a group of
   * digits that the query cuts off, both readings, with and without the comma, must be searched.
   */
  public static List<String> findVariants(CharSequence query) {
    SearchNormalizer normalizer = new SearchNormalizer(query.toString(), false);
    normalizer.foldAll();
    int open = normalizer.indexOfOpenSeparator();
    if (open < 0) {
      return List.of(normalizer.withoutSeparators().text());
    }
    String head = fold(new String(normalizer.out, 0, open));
    String tail = new String(normalizer.out, open + 1, normalizer.length - open - 1);
    return List.of(head + tail, head + "," + tail);
  }

  private NormalizedText run() {
    foldAll();
    return withoutSeparators();
  }

  private void foldAll() {
    int i = 0;
    while (i < original.length()) {
      char c = original.charAt(i);
      int codePoint = Character.isSurrogate(c) ? original.codePointAt(i) : c;
      int next = i + Character.charCount(codePoint);
      char single = next == i + 1 ? CharacterFolding.foldSingle(c) : CharacterFolding.SEVERAL;
      if (single == CharacterFolding.NOTHING) {
        pendingBreak |= keepBreaks && Character.isWhitespace(c);
        if (keepBreaks && (c == '\n' || c == '\t') && length > 0 && out[length - 1] != ' ') {
          emit(' ', i, next);
        }
      } else if (single == CharacterFolding.SEVERAL) {
        String folded = CharacterFolding.foldToSeveral(codePoint);
        for (int k = 0; k < folded.length(); k++) {
          emitWord(folded.charAt(k), i, next);
        }
      } else {
        emitWord(single, i, next);
      }
      i = next;
    }
  }

  private void emitWord(char c, int start, int end) {
    if (pendingBreak) {
      if (length > 0
          && isSpaceSeparatedCharacter(out[length - 1])
          && isSpaceSeparatedCharacter(c)) {
        emit(' ', start, start);
      }
      pendingBreak = false;
    }
    emit(c, start, end);
  }

  /**
   * Whether a character belongs to words that are separated by spaces: letters and digits, but not
   * ideographs.
   */
  private static boolean isSpaceSeparatedCharacter(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }

  private void emit(char c, int start, int end) {
    if (length == out.length) {
      int capacity = length * 2;
      out = Arrays.copyOf(out, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    out[length] = c;
    starts[length] = start;
    ends[length++] = end;
  }

  private NormalizedText withoutSeparators() {
    int[] separators = new int[4];
    int dropped = 0;
    for (int i = 0; i < length; i++) {
      if (isSeparator(i)) {
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
        new String(out, 0, length),
        Arrays.copyOf(starts, length),
        Arrays.copyOf(ends, length),
        Arrays.copyOf(separators, dropped),
        original.length());
  }

  private void removeSeparators(int[] separators, int count) {
    int to = separators[0];
    int next = 0;
    for (int from = to; from < length; from++) {
      if (next < count && from == separators[next] + next) {
        next++;
        continue;
      }
      out[to] = out[from];
      starts[to] = starts[from];
      ends[to++] = ends[from];
    }
    length = to;
  }

  private boolean isSeparator(int i) {
    return out[i] == ',' && i > 0 && isDigit(i - 1) && countDigits(i + 1) == DIGIT_GROUP_LENGTH;
  }

  /**
   * The index of the last comma if the digits after it reach the end of the text, so that more
   * digits may follow; -1 otherwise.
   */
  private int indexOfOpenSeparator() {
    int i = length - 1;
    while (i >= 0 && isDigit(i)) {
      i--;
    }
    int digits = length - 1 - i;
    boolean open =
        i > 0 && digits > 0 && digits <= DIGIT_GROUP_LENGTH && out[i] == ',' && isDigit(i - 1);
    return open ? i : -1;
  }

  private int countDigits(int from) {
    int i = from;
    while (i < length && i - from <= DIGIT_GROUP_LENGTH && isDigit(i)) {
      i++;
    }
    return i - from;
  }

  private boolean isDigit(int i) {
    return out[i] >= '0' && out[i] <= '9';
  }
}
