package org.mingzhang.structure.clean;

import java.util.regex.Pattern;

/** Spaces that justification and fonts put between Chinese characters and digits. */
public final class Spacing {
  private static final Pattern BETWEEN_CHINESE =
      Pattern.compile("(?<=[^\\x00-\\x7f])[ \\t\\u00a0\\u3000]+(?=[^\\x00-\\x7f])");
  private static final Pattern BESIDE_CHINESE =
      Pattern.compile(
          "(?<=[^\\x00-\\x7f])[ \\t\\u00a0\\u3000]+(?=[0-9A-Za-z(%.,:])"
              + "|(?<=[0-9A-Za-z)%.,:])[ \\t\\u00a0\\u3000]+(?=[^\\x00-\\x7f])"
              + "|(?<=[0-9])[ \\u00a0\\u3000]+(?=%)");
  private static final Pattern ALL = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]+");
  private static final Pattern RUNS = Pattern.compile("[ \\t\\u00a0\\u3000]{2,}");

  private Spacing() {}

  /**
   * Prose without the spaces of justification: none beside Chinese, one between Latin words. Not
   * for rows of a table, where a space parts two cells.
   */
  public static String tighten(String prose) {
    String closed = BETWEEN_CHINESE.matcher(prose).replaceAll("");
    closed = BESIDE_CHINESE.matcher(closed).replaceAll("");
    return RUNS.matcher(closed).replaceAll(" ").strip();
  }

  /** Text without any white space, for comparing and for titles. */
  public static String remove(String text) {
    return ALL.matcher(text).replaceAll("");
  }
}
