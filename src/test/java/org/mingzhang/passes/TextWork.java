package org.mingzhang.passes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Stands in for what code calls to go over text, and counts the characters. {@link CountingLoader}
 * puts these calls in place of those of the same name, so that each takes the text before its own
 * arguments. A search is counted with its whole text, wherever it ends.
 */
public final class TextWork {
  private static final Counter CHARACTERS = new Counter();
  private static final Counter STEPS = new Counter();
  private static final Counter PATTERNS = new Counter();
  private static final Counter LOOKS = new Counter();

  private TextWork() {}

  /**
   * A sum that one thread at a time may change, as the threads that read a document do; an atomic
   * one would take a third of the time of these tests.
   */
  private static final class Counter {
    private long sum;

    void add(long number) {
      sum += number;
    }

    void increment() {
      sum++;
    }

    long sumThenReset() {
      long counted = sum;
      sum = 0;
      return counted;
    }
  }

  /**
   * What was counted.
   *
   * @param characters characters handed to searches, patterns and copies, or looked at one by one
   * @param steps turns of loops
   * @param patterns patterns compiled by calls that take them as text
   * @param looks characters that patterns really looked at, with those they looked at again;
   *     characters copied; elements of lists compared
   */
  record Count(long characters, long steps, long patterns, long looks) {}

  /** What was counted since the last time. */
  static Count take() {
    return new Count(
        CHARACTERS.sumThenReset(),
        STEPS.sumThenReset(),
        PATTERNS.sumThenReset(),
        LOOKS.sumThenReset());
  }

  /** A turn of a loop, or a call: what streams do with each element is a call. */
  public static void step() {
    STEPS.increment();
  }

  /** {@link Pattern#matcher}. */
  public static Matcher matcher(Pattern pattern, CharSequence text) {
    CHARACTERS.add(text.length());
    return pattern.matcher(new Looked(text.toString()));
  }

  /**
   * {@link Matcher#region}. What is matched at one place of a text does not go over all of it: the
   * characters that the pattern looks at are counted, and those of the text are taken back.
   */
  public static Matcher region(Matcher matcher, int from, int to) {
    if (matcher.regionStart() == 0) {
      CHARACTERS.add(-(long) matcher.regionEnd());
    }
    return matcher.region(from, to);
  }

  /** A text that counts how often its characters are looked at. */
  private record Looked(String text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      LOOKS.increment();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      LOOKS.add(end - start);
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** {@link String#substring(int, int)}. */
  public static String substring(String text, int from, int to) {
    LOOKS.add(to - from);
    return text.substring(from, to);
  }

  /** {@link String#substring(int)}. */
  public static String substring(String text, int from) {
    LOOKS.add(text.length() - from);
    return text.substring(from);
  }

  /** {@link StringBuilder#toString}. */
  public static String toString(StringBuilder text) {
    LOOKS.add(text.length());
    return text.toString();
  }

  /** {@link List#contains}. */
  public static boolean contains(List<?> list, Object wanted) {
    LOOKS.add(list.size());
    return list.contains(wanted);
  }

  /** {@link List#indexOf}. */
  public static int indexOf(List<?> list, Object wanted) {
    LOOKS.add(list.size());
    return list.indexOf(wanted);
  }

  /** {@link String#indexOf(int, int)}. */
  public static int indexOf(String text, int what, int from) {
    int at = text.indexOf(what, from);
    LOOKS.add((at < 0 ? text.length() : at + 1) - Math.min(from, text.length()));
    return at;
  }

  /** {@link String#indexOf(String, int)}. */
  public static int indexOf(String text, String what, int from) {
    int at = text.indexOf(what, from);
    LOOKS.add((at < 0 ? text.length() : at + 1) - Math.min(from, text.length()));
    return at;
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
