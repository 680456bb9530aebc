package org.mingzhang.structure.grid;

import java.util.regex.Pattern;

/**
 * The text of a table cell on one line, and tests for kinds of such text. Wrapped lines are joined
 * without blanks, since amounts, codes and Chinese words may be broken at any character.
 */
public final class CellText {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000]+");
  private static final Pattern AMOUNT =
      Pattern.compile("[-−－+]?[￥¥]?\\d{1,3}([,，]\\d{3})+(\\.\\d+)?%?|[-−－+]?\\d+(\\.\\d+)?[%％]?");
  private static final Pattern LIST_ENTRY =
      Pattern.compile("([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、](?!\\d)).*");
  private static final Pattern ELLIPSIS = Pattern.compile("[.．。·…—\\-/／]{2,}|…");

  /** A mark in place of the text of the cell above. */
  private static final Pattern DITTO = Pattern.compile("〃|″|同上");

  private CellText() {}

  /**
   * Joins the lines of a cell and removes white space, except one blank between Latin words and
   * between two numbers on a line.
   */
  public static String joinLines(String text) {
    String[] pieces = SPACE.split(text.strip(), -1);
    if (pieces.length == 1) {
      return pieces[0];
    }
    StringBuilder joined = new StringBuilder(pieces[0]);
    int at = text.indexOf(pieces[0]) + pieces[0].length();
    for (int i = 1; i < pieces.length; i++) {
      int next = text.indexOf(pieces[i], at);
      boolean wrapped = text.substring(at, next).indexOf('\n') >= 0;
      if (needsBlank(joined, pieces[i], wrapped)) {
        joined.append(' ');
      }
      joined.append(pieces[i]);
      at = next + pieces[i].length();
    }
    return joined.toString();
  }

  private static boolean needsBlank(StringBuilder before, String after, boolean isWrapped) {
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    char left = before.charAt(before.length() - 1);
    char right = after.charAt(0);
    boolean words = isLatin(left) && isLatin(right);
    return words || (!isWrapped && Character.isDigit(left) && Character.isDigit(right));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether a text without white space is one number: an amount, a code or a percentage. */
  public static boolean isNumber(String text) {
    return AMOUNT.matcher(text).matches();
  }

  /** Whether a text begins with a list number: 一、 （一） 1. */
  public static boolean startsWithListNumber(String text) {
    return LIST_ENTRY.matcher(text).matches();
  }

  /** Whether a text is only an ellipsis, dashes or slashes in place of omitted content. */
  public static boolean isEllipsis(String text) {
    return ELLIPSIS.matcher(text).matches();
  }

  /** Whether a text is only a mark that repeats the cell above: 〃, 同上. */
  public static boolean isDitto(String text) {
    return DITTO.matcher(text).matches();
  }
}
