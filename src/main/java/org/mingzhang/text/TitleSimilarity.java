package org.mingzhang.text;

/** The similarity of two titles by their longest common subsequence. */
public final class TitleSimilarity {
  private TitleSimilarity() {}

  /**
   * Returns the length of the longest common subsequence divided by the length of the longer title:
   * 1 for equal titles.
   */
  public static double measure(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    if (longer == 0) {
      return 1;
    }
    int[] row = new int[b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        row[j] = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return (double) row[b.length()] / longer;
  }
}
