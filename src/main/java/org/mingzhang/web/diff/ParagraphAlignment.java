package org.mingzhang.web.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Two texts side by side: paragraphs are aligned, in order, so that the sum of the similarities of
 * aligned paragraphs is maximal. Paragraphs below a minimum similarity are not aligned.
 *
 * @param rows the rows
 * @param paragraphsOmitted whether there are more paragraphs than are compared
 */
public record ParagraphAlignment(List<AlignedParagraphs> rows, boolean paragraphsOmitted) {
  /**
   * Whether the paragraphs of a row are the same apart from white space, differ, or exist on one
   * side only.
   */
  public enum DifferenceKind {
    SAME,
    CHANGED,
    LEFT_ONLY,
    RIGHT_ONLY;

    /** Short name for style sheets and texts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A row of the alignment: a paragraph of each side, or of one side only.
   *
   * @param kind whether they differ, or which side is absent
   * @param left runs of the first paragraph, empty if there is none
   * @param right runs of the second paragraph, empty if there is none
   */
  public record AlignedParagraphs(
      DifferenceKind kind, List<TextDiff.Run> left, List<TextDiff.Run> right) {}

  private static final int MAX_PARAGRAPHS = 400;

  /** Minimum similarity of two paragraphs that are shown as one changed paragraph. */
  private static final double MIN_SIMILARITY = 0.35;

  /**
   * Aligns the first {@link #MAX_PARAGRAPHS} paragraphs of two lists by their similarity; further
   * paragraphs are left out.
   */
  public static ParagraphAlignment align(List<String> left, List<String> right) {
    List<String> a = left.subList(0, Math.min(MAX_PARAGRAPHS, left.size()));
    List<String> b = right.subList(0, Math.min(MAX_PARAGRAPHS, right.size()));
    double[][] similarity = computeSimilarities(a, b);
    double[][] best = new double[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
        if (similarity[i][j] >= MIN_SIMILARITY) {
          best[i][j] = Math.max(best[i][j], best[i + 1][j + 1] + similarity[i][j]);
        }
      }
    }
    return new ParagraphAlignment(
        traceRows(a, b, similarity, best),
        left.size() > MAX_PARAGRAPHS || right.size() > MAX_PARAGRAPHS);
  }

  private static List<AlignedParagraphs> traceRows(
      List<String> a, List<String> b, double[][] similarity, double[][] best) {
    List<AlignedParagraphs> rows = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      boolean both = i < a.size() && j < b.size();
      if (both
          && similarity[i][j] >= MIN_SIMILARITY
          && best[i][j] == best[i + 1][j + 1] + similarity[i][j]) {
        TextDiff diff = TextDiff.compute(a.get(i++), b.get(j++));
        rows.add(
            new AlignedParagraphs(
                diff.isSame() ? DifferenceKind.SAME : DifferenceKind.CHANGED,
                diff.left(),
                diff.right()));
      } else if (j >= b.size() || (both && best[i][j] == best[i + 1][j])) {
        rows.add(
            new AlignedParagraphs(
                DifferenceKind.LEFT_ONLY, List.of(new TextDiff.Run(a.get(i++), true)), List.of()));
      } else {
        rows.add(
            new AlignedParagraphs(
                DifferenceKind.RIGHT_ONLY, List.of(), List.of(new TextDiff.Run(b.get(j++), true))));
      }
    }
    return rows;
  }

  private static double[][] computeSimilarities(List<String> a, List<String> b) {
    List<Set<String>> left = a.stream().map(ParagraphAlignment::characterPairs).toList();
    List<Set<String>> right = b.stream().map(ParagraphAlignment::characterPairs).toList();
    double[][] similarity = new double[a.size()][b.size()];
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        similarity[i][j] =
            a.get(i).equals(b.get(j)) ? 1 : diceCoefficient(left.get(i), right.get(j));
      }
    }
    return similarity;
  }

  /** Dice's coefficient of two sets; 1 if both are empty. */
  private static double diceCoefficient(Set<String> a, Set<String> b) {
    long common = a.stream().filter(b::contains).count();
    return a.isEmpty() && b.isEmpty() ? 1 : 2.0 * common / (a.size() + b.size());
  }

  /**
   * The pairs of adjacent characters of a text, without white space and with every number replaced
   * by 0, so that texts that differ only in numbers have the same pairs. A single character counts
   * as a pair.
   */
  private static Set<String> characterPairs(String text) {
    String plain = text.replaceAll("\\s+", "").replaceAll("[0-9.,，]+", "0");
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= plain.length(); i++) {
      pairs.add(plain.substring(i, i + 2));
    }
    if (plain.length() == 1) {
      pairs.add(plain);
    }
    return pairs;
  }

  /** Number of rows whose paragraphs differ or that have a paragraph on one side only. */
  public long differences() {
    return rows.stream().filter(r -> r.kind() != DifferenceKind.SAME).count();
  }
}
