package org.mingzhang.statement;

import java.util.Arrays;
import java.util.BitSet;
import org.mingzhang.text.SimplifiedText;

/**
 * A text as clauses are read: without white space and quotation marks, full-width letters, digits
 * and brackets narrow, stops and commas wide, traditional characters simplified. Every character
 * knows its place in the original. A number that a line break cuts is one number again.
 */
final class FoldedText {
  /** Digits of the longest number that a line break is taken to cut. */
  private static final int LONGEST_NUMBER = 24;

  private static final String QUOTES = "“”\"'‘’「」『』〝〞„‟";

  private final String text;
  private final int[] places;
  private final BitSet lineStarts;
  private final int originalLength;

  private FoldedText(String text, int[] places, BitSet lineStarts, int originalLength) {
    this.text = text;
    this.places = places;
    this.lineStarts = lineStarts;
    this.originalLength = originalLength;
  }

  /** Folds a text; line breaks of the original stay known by {@link #startsLine}. */
  static FoldedText of(String original) {
    String plain = SimplifiedText.isTraditional(original) ? SimplifiedText.of(original) : original;
    StringBuilder text = new StringBuilder(plain.length());
    int[] places = new int[plain.length()];
    BitSet lineStarts = new BitSet();
    boolean gap = false;
    boolean line = true;
    for (int i = 0; i < plain.length(); i++) {
      char c = narrow(plain.charAt(i));
      if (isBlank(c)) {
        gap = true;
        line |= c == '\n' || c == '\r';
        continue;
      }
      if (QUOTES.indexOf(c) >= 0) {
        continue;
      }
      if (line && !(gap && cutsNumber(text, plain, i))) {
        lineStarts.set(text.length());
      }
      places[text.length()] = i;
      text.append(stop(c, text, plain, i));
      gap = false;
      line = false;
    }
    return new FoldedText(
        text.toString(), Arrays.copyOf(places, text.length()), lineStarts, plain.length());
  }

  /** Whether the digits around a break are one number: a point or group of thousands is cut. */
  private static boolean cutsNumber(StringBuilder before, String plain, int next) {
    int digits = 0;
    while (digits < LONGEST_NUMBER
        && next + digits < plain.length()
        && digit(narrow(plain.charAt(next + digits)))) {
      digits++;
    }
    int start = before.length();
    int least = Math.max(0, start - LONGEST_NUMBER);
    while (start > least && (digit(before.charAt(start - 1)) || isPart(before.charAt(start - 1)))) {
      start--;
    }
    if (start == least) {
      return false;
    }
    String left = before.substring(start);
    boolean year = digits == 4 && plain.startsWith("20", next);
    return digits > 0
        && !left.isEmpty()
        && !year
        && (left.indexOf('.') > 0 || left.indexOf(',') > 0 || ideograph(before.charAt(start - 1)))
        && !left.endsWith("．");
  }

  private static boolean isPart(char c) {
    return c == '.' || c == ',';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean ideograph(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  private static char narrow(char c) {
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

  /** Stops and commas in one form: those between digits belong to the number. */
  private static char stop(char c, StringBuilder before, String plain, int at) {
    boolean afterDigit = !before.isEmpty() && digit(before.charAt(before.length() - 1));
    char next = nextInk(plain, at + 1);
    return switch (c) {
      case ';' -> '；';
      case ':' -> '：';
      case '?', '？', '!', '！' -> '。';
      case ',' -> afterDigit && digit(next) && !hasPoint(before) ? ',' : '，';
      case '.' -> afterDigit ? '.' : digit(next) ? '.' : '。';
      default -> c;
    };
  }

  /**
   * Whether the number that ends here has its decimal point, behind which no group of digits is
   * parted.
   */
  private static boolean hasPoint(StringBuilder text) {
    int at = text.length() - 1;
    int least = Math.max(0, text.length() - LONGEST_NUMBER);
    while (at > least && digit(text.charAt(at))) {
      at--;
    }
    return text.charAt(at) == '.';
  }

  private static char nextInk(String plain, int from) {
    int i = from;
    while (i < plain.length() && isBlank(plain.charAt(i))) {
      i++;
    }
    return i < plain.length() ? narrow(plain.charAt(i)) : 0;
  }

  /** The folded text. */
  String text() {
    return text;
  }

  /** The characters from an offset to another. */
  String text(int start, int end) {
    return text.substring(start, end);
  }

  /** The characters of a token. */
  String text(Token token) {
    return text.substring(token.start(), token.end());
  }

  /** Whether a token is printed so. */
  boolean is(Token token, String printed) {
    return token.end() - token.start() == printed.length()
        && text.startsWith(printed, token.start());
  }

  /** Number of characters. */
  int length() {
    return text.length();
  }

  /** Whether the original begins a line with this character. */
  boolean startsLine(int index) {
    return lineStarts.get(index);
  }

  /** The line that ends before a character. */
  String lineBefore(int index) {
    return text.substring(Math.max(0, lineStarts.previousSetBit(index - 1)), index);
  }

  /** Whether the original has white space before this character. */
  boolean gapBefore(int index) {
    return index > 0 && index < places.length && places[index] > places[index - 1] + 1;
  }

  /** Place of a character in the original. */
  int start(int index) {
    return index < places.length ? places[index] : originalLength;
  }

  /** Place in the original behind the character before {@code index}. */
  int end(int index) {
    return index == 0 ? 0 : places[index - 1] + 1;
  }
}
