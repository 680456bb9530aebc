package org.mingzhang.text;

import java.util.Comparator;

/**
 * The order of strings by code points, which equals that of their UTF-8 bytes and of index terms.
 * {@link String#compareTo} instead sorts characters outside the basic plane before U+E000 to
 * U+FFFF.
 */
public final class CodePointOrder {
  /** Compares strings by code points. */
  public static final Comparator<String> COMPARATOR = CodePointOrder::compare;

  private CodePointOrder() {}

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean pair = Character.isSurrogate(x) != Character.isSurrogate(y);
        return pair ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
