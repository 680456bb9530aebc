package org.mingzhang.audit.invented;

/** Tells whether two quotes are from the same place, by the measure of the accuracy script. */
final class Quotes {
  private Quotes() {}

  /** Whether the longest common part is at least 60% of the shorter quote. */
  static boolean overlap(String left, String right) {
    String a = normalize(left);
    String b = normalize(right);
    int best = 0;
    int[] last = new int[b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      for (int j = 1; j <= b.length(); j++) {
        row[j] = a.charAt(i - 1) == b.charAt(j - 1) ? last[j - 1] + 1 : 0;
        best = Math.max(best, row[j]);
      }
      last = row;
    }
    return best > 0 && best >= 0.6 * Math.min(a.length(), b.length());
  }

  private static String normalize(String text) {
    return text.replaceAll("[^\\p{IsHan}\\w.%]", "");
  }
}
