package org.mingzhang.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Equality and similarity of texts of two records. Texts are compared in NFKC and lower case,
 * without white space and punctuation except signs of comparison, per cent, points, plus and minus.
 * Similarity is the measure of Ratcliff and Obershelp: twice the number of matching characters
 * divided by the sum of both lengths.
 */
final class TextEquivalence {
  private static final double MIN_SIMILARITY = 0.85;
  private static final Pattern IGNORED = Pattern.compile("[^\\p{L}\\p{N}≥≤<>=%.+-]");

  private TextEquivalence() {}

  /** The form in which texts are compared. */
  static String normalize(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String signs = folded.replace('≧', '≥').replace('≦', '≤').replace('－', '-');
    return IGNORED.matcher(signs).replaceAll("");
  }

  /** The normalized text of a field; empty if the field is missing or null. */
  static String normalize(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNull() || value.isMissingNode() ? "" : normalize(value.asText());
  }

  static boolean areSame(JsonNode one, JsonNode other, String field) {
    return normalize(one, field).equals(normalize(other, field));
  }

  static boolean areSimilar(JsonNode one, JsonNode other, String field) {
    return areSimilar(normalize(one, field), normalize(other, field));
  }

  /**
   * Whether two normalized texts are equal or have a similarity of at least {@link
   * #MIN_SIMILARITY}.
   */
  static boolean areSimilar(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    int shorter = Math.min(one.length(), other.length());
    int both = one.length() + other.length();
    return 2.0 * shorter / both >= MIN_SIMILARITY
        && 2.0 * countMatchingCharacters(one, 0, one.length(), other, 0, other.length()) / both
            >= MIN_SIMILARITY;
  }

  /**
   * Length of the longest common substring of two normalized texts divided by the length of the
   * shorter one; 0 if either is empty.
   */
  static double overlap(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    CommonSubstring commonRun =
        findLongestCommonSubstring(one, 0, one.length(), other, 0, other.length());
    return (double) commonRun.length() / Math.min(one.length(), other.length());
  }

  /** A run of characters that two texts have in common, by its offset in each. */
  private record CommonSubstring(int inOne, int inOther, int length) {}

  private static int countMatchingCharacters(
      String one, int oneStart, int oneEnd, String other, int otherStart, int otherEnd) {
    if (oneStart >= oneEnd || otherStart >= otherEnd) {
      return 0;
    }
    CommonSubstring commonRun =
        findLongestCommonSubstring(one, oneStart, oneEnd, other, otherStart, otherEnd);
    if (commonRun.length() == 0) {
      return 0;
    }
    return commonRun.length()
        + countMatchingCharacters(
            one, oneStart, commonRun.inOne(), other, otherStart, commonRun.inOther())
        + countMatchingCharacters(
            one,
            commonRun.inOne() + commonRun.length(),
            oneEnd,
            other,
            commonRun.inOther() + commonRun.length(),
            otherEnd);
  }

  private static CommonSubstring findLongestCommonSubstring(
      String one, int oneStart, int oneEnd, String other, int otherStart, int otherEnd) {
    int[] before = new int[otherEnd - otherStart + 1];
    CommonSubstring best = new CommonSubstring(oneStart, otherStart, 0);
    for (int i = oneStart; i < oneEnd; i++) {
      int[] now = new int[otherEnd - otherStart + 1];
      for (int j = otherStart; j < otherEnd; j++) {
        if (one.charAt(i) == other.charAt(j)) {
          int length = before[j - otherStart] + 1;
          now[j - otherStart + 1] = length;
          if (length > best.length()) {
            best = new CommonSubstring(i - length + 1, j - length + 1, length);
          }
        }
      }
      before = now;
    }
    return best;
  }
}
