package org.mingzhang.fuzz;

import java.nio.charset.StandardCharsets;

/** Ways to make texts of bytes. */
public final class FuzzInput {
  private static final int ANY_UNITS = 0xFF;

  private FuzzInput() {}

  /**
   * Text of bytes: UTF-8, or where the first byte is FF any UTF-16 units whatever, lone surrogates
   * among them.
   */
  public static String text(byte[] input) {
    if (input.length == 0 || (input[0] & 0xFF) != ANY_UNITS) {
      return new String(input, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder(input.length / 2);
    for (int i = 1; i + 1 < input.length; i += 2) {
      text.append((char) ((input[i] & 0xFF) << 8 | (input[i + 1] & 0xFF)));
    }
    return text.toString();
  }
}
