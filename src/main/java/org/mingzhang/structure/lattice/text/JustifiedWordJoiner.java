package org.mingzhang.structure.lattice.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.lattice.PerformanceFormTitles;

/**
 * Removes the blanks between the characters of justified words: {@code 产 出 指 标}. Between wider
 * gaps, characters with one blank between them are one word; elsewhere only titles and levels of
 * performance forms are recognized, since single blanks may also separate cells. Stateless.
 */
final class JustifiedWordJoiner {
  private static final String BLANK = "[ \\u3000\\u00a0]";

  private static final String SPACED_CHARACTERS = "\\p{IsHan}(?:" + BLANK + "\\p{IsHan})+";

  /** Titles of one character that stand beside each other above the parts of a code. */
  private static final String CODE_TITLES = "[类款项目节" + " \\u3000\\u00a0]+(?=$|\\s)";

  /** A word of spaced characters with a gap or an end of the line on both sides. */
  private static final Pattern BETWEEN_GAPS =
      Pattern.compile(
          ("(?<=^|#{2})(?!" + CODE_TITLES + ")" + SPACED_CHARACTERS).replace("#", BLANK)
              + "(?=(?:[（(][^（()）]{1,12}[）)])?(?:$|#{2}))".replace("#", BLANK));

  private static final Pattern GAP = Pattern.compile("\\S" + BLANK + "{2,}\\S");

  private static final Pattern BETWEEN_BLANKS =
      Pattern.compile("(?<=^|" + BLANK + ")" + SPACED_CHARACTERS + "(?=$|" + BLANK + ")");

  private static final Pattern BLANKS = Pattern.compile(BLANK + "+");

  /** Maximum number of characters of spaced words beside each other. */
  private static final int MAX_SPACED_WORDS_LENGTH = 40;

  private JustifiedWordJoiner() {}

  /** The line without the blanks inside justified words. */
  static String join(String line) {
    if (line.chars().noneMatch(c -> c == ' ' || c == '\u3000' || c == '\u00a0')) {
      return line;
    }
    Matcher words = BETWEEN_BLANKS.matcher(line);
    if (!words.find()) {
      return line;
    }
    String text =
        GAP.matcher(line).find()
            ? BETWEEN_GAPS.matcher(line).replaceAll(word -> removeBlanks(word.group()))
            : line;
    return BETWEEN_BLANKS.matcher(text).replaceAll(JustifiedWordJoiner::joinKnownWords);
  }

  private static String joinKnownWords(MatchResult run) {
    String characters = removeBlanks(run.group());
    String words =
        characters.length() > MAX_SPACED_WORDS_LENGTH ? null : splitIntoKnownWords(characters);
    return words == null ? run.group() : words;
  }

  /** The known words of a text, separated by blanks, longest first; null if others remain. */
  private static @Nullable String splitIntoKnownWords(String text) {
    for (int end = text.length(); end > 1; end--) {
      String word = text.substring(0, end);
      if (isKnownWord(word)) {
        String rest = end == text.length() ? "" : splitIntoKnownWords(text.substring(end));
        if (rest != null) {
          return rest.isEmpty() ? word : word + " " + rest;
        }
      }
    }
    return null;
  }

  private static boolean isKnownWord(String word) {
    return PerformanceFormTitles.isTitle(word) || IndicatorLevelNames.isOnlyLevelName(word);
  }

  private static String removeBlanks(String text) {
    return BLANKS.matcher(text).replaceAll("");
  }
}
