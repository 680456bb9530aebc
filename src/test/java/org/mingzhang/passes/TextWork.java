package org.mingzhang.passes;

import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Stands in for what code calls to go over text, and counts the characters. {@link CountingLoader}
 * puts these calls in place of those of the same name, so that each takes the text before its own
 * arguments. A search is counted with its whole text, wherever it ends.
 */
public final class TextWork {
  private static final LongAdder CHARACTERS = new LongAdder();
  private static final LongAdder STEPS = new LongAdder();
  private static final LongAdder PATTERNS = new LongAdder();

  private TextWork() {}

  /**
   * What was counted.
   *
   * @param characters characters handed to searches, patterns and copies, or looked at one by one
   * @param steps turns of loops
   * @param patterns patterns compiled by calls that take them as text
   */
  record Count(long characters, long steps, long patterns) {}

  /** What was counted since the last time. */
  static Count take() {
    return new Count(CHARACTERS.sumThenReset(), STEPS.sumThenReset(), PATTERNS.sumThenReset());
  }

  /** A turn of a loop. */
  public static void step() {
    STEPS.increment();
  }

  /** {@link Pattern#matcher}. */
  public static Matcher matcher(Pattern pattern, CharSequence text) {
    CHARACTERS.add(text.length());
    return pattern.matcher(text);
  }

  /** {@link String#charAt}. */
  public static char charAt(String text, int at) {
    CHARACTERS.increment();
    return text.charAt(at);
  }

  /** {@link String#matches}. */
  public static boolean matches(String text, String pattern) {
    compiled(text);
    return text.matches(pattern);
  }

  /** {@link String#replaceAll}. */
  public static String replaceAll(String text, String pattern, String by) {
    compiled(text);
    return text.replaceAll(pattern, by);
  }

  /** {@link String#replaceFirst}. */
  public static String replaceFirst(String text, String pattern, String by) {
    compiled(text);
    return text.replaceFirst(pattern, by);
  }

  private static void compiled(String text) {
    CHARACTERS.add(text.length());
    PATTERNS.increment();
  }

  /** {@link String#replace(CharSequence, CharSequence)}. */
  public static String replace(String text, CharSequence what, CharSequence by) {
    CHARACTERS.add(text.length());
    return text.replace(what, by);
  }

  /** {@link String#replace(char, char)}. */
  public static String replace(String text, char what, char by) {
    CHARACTERS.add(text.length());
    return text.replace(what, by);
  }

  /** {@link String#contains}. */
  public static boolean contains(String text, CharSequence what) {
    CHARACTERS.add(text.length());
    return text.contains(what);
  }

  /** {@link String#indexOf(String)}. */
  public static int indexOf(String text, String what) {
    CHARACTERS.add(text.length());
    return text.indexOf(what);
  }

  /** {@link String#indexOf(int)}. */
  public static int indexOf(String text, int what) {
    CHARACTERS.add(text.length());
    return text.indexOf(what);
  }

  /** {@link String#chars}. */
  public static IntStream chars(String text) {
    CHARACTERS.add(text.length());
    return text.chars();
  }

  /** {@link String#codePoints}. */
  public static IntStream codePoints(String text) {
    CHARACTERS.add(text.length());
    return text.codePoints();
  }
}
