package org.mingzhang.statement.token;

import java.util.Arrays;
import java.util.BitSet;
import org.mingzhang.text.TraditionalToSimplifiedConverter;

/**
 * A text normalized for the reading of clauses: without white space and quotation marks, with
 * narrow letters, digits and brackets, wide stops and commas, and simplified characters. Every
 * character keeps its offset in the original. A number split by a line break is rejoined.
 */
public final class FoldedText {
  /** Characters before 元 in names of other currencies: 美元, 欧元, 日元, 港元, 澳元, 加元. */
  private static final String FOREIGN_CURRENCY_INITIALS = "美欧日港澳加";

  /** Maximum number of digits of a number that is joined across a line break. */
  private static final int MAX_NUMBER_DIGITS = 24;

  private final String text;
  private final int[] originalOffsets;
  private final BitSet lineStarts;
  private final BitSet quotationEnds;
  private final int originalLength;

  private FoldedText(
      String text,
      int[] originalOffsets,
      BitSet lineStarts,
      BitSet quotationEnds,
      int originalLength) {
    this.text = text;
    this.originalOffsets = originalOffsets;
    this.lineStarts = lineStarts;
    this.quotationEnds = quotationEnds;
    this.originalLength = originalLength;
  }

  /** Normalizes a text as described above; a text in traditional characters is simplified. */
  public static FoldedText fold(String original) {
    String plain =
        TraditionalToSimplifiedConverter.isTraditional(original)
            ? TraditionalToSimplifiedConverter.simplify(original)
            : original;
    StringBuilder text = new StringBuilder(plain.length());
    int[] offsets = new int[plain.length()];
    BitSet lineStarts = new BitSet();
    BitSet quotationEnds = new BitSet();
    boolean gap = false;
    boolean line = true;
    for (int i = 0; i < plain.length(); i++) {
      char c = toNarrow(plain.charAt(i));
      if (isBlank(c)) {
        gap = true;
        line |= c == '\n' || c == '\r';
        continue;
      }
      if (isQuotationMark(c)) {
        quotationEnds.set(text.length());
        continue;
      }
      if (line && !(gap && isInsideNumber(text, plain, i))) {
        lineStarts.set(text.length());
      }
      offsets[text.length()] = i;
      text.append(normalizeStop(c, text, plain, i));
      gap = false;
      line = false;
    }
    return new FoldedText(
        text.toString(),
        Arrays.copyOf(offsets, text.length()),
        lineStarts,
        quotationEnds,
        plain.length());
  }

  /**
   * Whether the digits around a line break belong to one number that was split in its decimals or
   * at a thousands separator.
   */
  private static boolean isInsideNumber(StringBuilder foldedText, String original, int nextIndex) {
    int digits = 0;
    while (digits < MAX_NUMBER_DIGITS
        && nextIndex + digits < original.length()
        && isDigit(toNarrow(original.charAt(nextIndex + digits)))) {
      digits++;
    }
    int start = foldedText.length();
    int minimum = Math.max(0, start - MAX_NUMBER_DIGITS);
    while (start > minimum
        && (isDigit(foldedText.charAt(start - 1)) || isSeparator(foldedText.charAt(start - 1)))) {
      start--;
    }
    if (start == minimum) {
      return false;
    }
    String left = foldedText.substring(start);
    boolean year = digits == 4 && original.startsWith("20", nextIndex);
    return digits > 0
        && !left.isEmpty()
        && !year
        && (left.indexOf('.') > 0
            || left.indexOf(',') > 0
            || isIdeograph(foldedText.charAt(start - 1)))
        && !left.endsWith("．");
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == ',';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static boolean isQuotationMark(char c) {
    return switch (c) {
      case '“', '”', '"', '\'', '‘', '’', '「', '」', '『', '』', '〝', '〞', '„', '‟' -> true;
      default -> false;
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isIdeograph(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  private static char toNarrow(char c) {
    if (c >= '！' && c <= '～' && c != '，' && c != '；' && c != '：' && c != '！' && c != '？') {
      return (char) (c - 0xFEE0);
    }
    return switch (c) {
      case '﹪' -> '%';
      case '﹙', '〔', '［', '【' -> '(';
      case '﹚', '〕', '］', '】' -> ')';
      case '−', '﹣', '–', '—', '―', '~', '〜' -> '-';
      case '∶', '﹕' -> '：';
      case '､' -> '、';
      case '萬' -> '万';
      case '億' -> '亿';
      default -> c;
    };
  }

  /**
   * Converts a stop or comma to its wide form, unless it stands between digits and so belongs to a
   * number.
   */
  private static char normalizeStop(char c, StringBuilder foldedText, String original, int at) {
    boolean afterDigit =
        !foldedText.isEmpty() && isDigit(foldedText.charAt(foldedText.length() - 1));
    return switch (c) {
      case ';' -> '；';
      case ':' -> '：';
      case '?', '？', '!', '！' -> '。';
      // plus sign in an addition written out in words: 收入211834万元+下级上解15072万元=收入合计226906万元
      case '+' -> endsWithYuan(foldedText) ? '、' : c;
      case '=' -> endsWithYuan(foldedText) ? '，' : c;
      case ',' ->
          afterDigit && isDigitNext(original, at + 1) && !endsInDecimals(foldedText) ? ',' : '，';
      case '.' -> afterDigit || isDigitNext(original, at + 1) ? '.' : '。';
      default -> c;
    };
  }

  /** Whether the text read so far ends with 元, but not with the name of another currency (美元). */
  private static boolean endsWithYuan(StringBuilder text) {
    int last = text.length() - 1;
    return last > 0
        && text.charAt(last) == '元'
        && FOREIGN_CURRENCY_INITIALS.indexOf(text.charAt(last - 1)) < 0;
  }

  /**
   * Whether the text read so far ends in decimals, which cannot be followed by a thousands
   * separator.
   */
  private static boolean endsInDecimals(StringBuilder text) {
    int at = text.length() - 1;
    int minimum = Math.max(0, text.length() - MAX_NUMBER_DIGITS);
    while (at > minimum && isDigit(text.charAt(at))) {
      at--;
    }
    return text.charAt(at) == '.';
  }

  /** Whether the next character that is no white space is a digit. */
  private static boolean isDigitNext(String original, int from) {
    int i = from;
    while (i < original.length() && isBlank(original.charAt(i))) {
      i++;
    }
    return i < original.length() && isDigit(toNarrow(original.charAt(i)));
  }

  /** The whole folded text. */
  public String text() {
    return text;
  }

  /** The characters between two offsets. */
  public String text(int start, int end) {
    return text.substring(start, end);
  }

  /** The folded text of a token. */
  public String text(ProseToken token) {
    return text.substring(token.start(), token.end());
  }

  /** Whether the characters of a token are exactly those given. */
  public boolean hasText(ProseToken token, String printed) {
    return token.end() - token.start() == printed.length()
        && text.startsWith(printed, token.start());
  }

  /** Number of characters of the folded text. */
  public int length() {
    return text.length();
  }

  /** Whether the character at an index is the first of a line of the original. */
  public boolean startsLine(int index) {
    return lineStarts.get(index);
  }

  /** Whether folding removed a quotation mark directly before an offset. */
  public boolean endsQuotation(int offset) {
    return quotationEnds.get(offset);
  }

  /** The text of the line that ends directly before an offset. */
  String lineBefore(int index) {
    return text.substring(Math.max(0, lineStarts.previousSetBit(index - 1)), index);
  }

  /** Whether folding removed white space or a quotation mark before a character. */
  boolean hasGapBefore(int index) {
    return index > 0
        && index < originalOffsets.length
        && originalOffsets[index] > originalOffsets[index - 1] + 1;
  }

  /**
   * The offset in the original text of the character at an index; the length of the original text
   * if the index is past the end.
   */
  public int originalStart(int index) {
    return index < originalOffsets.length ? originalOffsets[index] : originalLength;
  }

  /** The offset in the original after the first {@code index} characters. */
  public int originalEnd(int index) {
    return index == 0 ? 0 : originalOffsets[index - 1] + 1;
  }
}
