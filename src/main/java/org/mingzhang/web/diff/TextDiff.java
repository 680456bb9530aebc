package org.mingzhang.web.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The difference of two paragraphs, by longest common subsequence. Numbers and Latin words are
 * single tokens, so that 4.28 and 6.28 differ as amounts and not in one digit; everything else is
 * compared character by character. White space is not compared; it is added to the run before it.
 *
 * @param left the first text, split into runs; concatenated, they give the original text
 * @param right the second text, split in the same way
 */
public record TextDiff(List<Run> left, List<Run> right) {
  /**
   * A run of text.
   *
   * @param text the text
   * @param differs whether the run is missing on the other side
   */
  public record Run(String text, boolean differs) {}

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{IsWhite_Space}]+|[0-9]+(?:[.,，][0-9]+)*[%％]?|[A-Za-z]+|\\X");

  private static final Predicate<String> IS_BLANK =
      Pattern.compile("[\\p{IsWhite_Space}]+").asMatchPredicate();

  /**
   * Maximum product of the token counts of two texts. Longer texts are shown as completely
   * different.
   */
  private static final long MAX_TOKEN_COUNT_PRODUCT = 1_000_000;

  /**
   * Compares two texts. Unequal texts differ as a whole if the product of their token counts
   * exceeds {@link #MAX_TOKEN_COUNT_PRODUCT}.
   */
  public static TextDiff compute(String left, String right) {
    if (left.equals(right)) {
      return new TextDiff(List.of(new Run(left, false)), List.of(new Run(right, false)));
    }
    List<String> tokensA = tokenize(left);
    List<String> tokensB = tokenize(right);
    List<String> a = withoutBlanks(tokensA);
    List<String> b = withoutBlanks(tokensB);
    boolean[] keptA = new boolean[a.size()];
    boolean[] keptB = new boolean[b.size()];
    if ((long) a.size() * b.size() <= MAX_TOKEN_COUNT_PRODUCT) {
      markCommonSubsequence(a, b, keptA, keptB);
      dropIsolatedMatches(a, keptA, b, keptB);
    }
    return new TextDiff(buildRuns(tokensA, keptA), buildRuns(tokensB, keptB));
  }

  /** Whether no run differs; white space never does. */
  public boolean isSame() {
    return left.stream().noneMatch(Run::differs) && right.stream().noneMatch(Run::differs);
  }

  private static List<String> tokenize(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private static List<String> withoutBlanks(List<String> tokens) {
    return tokens.stream().filter(IS_BLANK.negate()).toList();
  }

  /** Marks a longest common subsequence. */
  private static void markCommonSubsequence(
      List<String> a, List<String> b, boolean[] keptA, boolean[] keptB) {
    int[][] longest = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        longest[i][j] =
            a.get(i).equals(b.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      if (a.get(i).equals(b.get(j))) {
        keptA[i++] = true;
        keptB[j++] = true;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /**
   * Drops single common characters between differences on both sides. Single matching characters
   * are coincidental and make the difference hard to read.
   */
  private static void dropIsolatedMatches(
      List<String> a, boolean[] keptA, List<String> b, boolean[] keptB) {
    int j = 0;
    for (int i = 0; i < keptA.length; i++) {
      if (!keptA[i]) {
        continue;
      }
      while (!keptB[j]) {
        j++;
      }
      if (isIsolated(a, keptA, i) && isIsolated(b, keptB, j)) {
        keptA[i] = false;
        keptB[j] = false;
      }
      j++;
    }
  }

  private static boolean isIsolated(List<String> tokens, boolean[] keptTokens, int index) {
    return tokens.get(index).length() == 1
        && index > 0
        && index < keptTokens.length - 1
        && !keptTokens[index - 1]
        && !keptTokens[index + 1];
  }

  /**
   * Builds runs of tokens.
   *
   * @param keptTokens whether each token that is not blank is common
   */
  private static List<Run> buildRuns(List<String> tokens, boolean[] keptTokens) {
    List<Run> runs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean differs = false;
    int word = 0;
    for (String token : tokens) {
      boolean different = IS_BLANK.test(token) ? differs : !keptTokens[word++];
      if (different != differs && !text.isEmpty()) {
        runs.add(new Run(text.toString(), differs));
        text.setLength(0);
      }
      differs = different;
      text.append(token);
    }
    if (!text.isEmpty()) {
      runs.add(new Run(text.toString(), differs));
    }
    return runs;
  }
}
