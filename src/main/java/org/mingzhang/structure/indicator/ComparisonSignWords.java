package org.mingzhang.structure.indicator;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/** Comparison signs that forms print in a column of their own, as symbols or in words. */
final class ComparisonSignWords {
  private static final Pattern SIGN = Pattern.compile("[≥≤＝=><＞＜≧≦]{1,2}");

  private static final Map<String, String> SIGNS_BY_WORD =
      TsvResource.parseRows(
              ComparisonSignWords.class, "sign-words.tsv", 2, ComparisonSignWords::requireValidRow)
          .stream()
          .collect(Collectors.toUnmodifiableMap(List::getFirst, List::getLast));

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ComparisonSignWords.class);
  private static final Pattern INDICATOR_KIND = PATTERNS.get("kind");

  private ComparisonSignWords() {}

  private static List<String> requireValidRow(List<String> row) {
    TsvResource.requireKeyword(row.getLast(), "≥", "≤", ">", "<", "=");
    return row;
  }

  /**
   * Whether a cell contains a comparison sign (≥), words for one (小于), or the kind of the indicator
   * (定性, 正向).
   */
  static boolean isComparisonSignOrIndicatorKind(String cell) {
    return SIGN.matcher(cell).matches()
        || SIGNS_BY_WORD.containsKey(cell)
        || INDICATOR_KIND.matcher(cell).matches();
  }

  /** The comparison sign that a cell prints or names in words; empty if it does neither. */
  static String findSign(String cell) {
    return SIGN.matcher(cell).matches() ? cell : SIGNS_BY_WORD.getOrDefault(cell, "");
  }

  /** Whether a cell in the column of comparison signs contains the target itself: 稳步提高. */
  static boolean isTargetText(String cell) {
    return !isComparisonSignOrIndicatorKind(cell)
        && cell.codePoints().anyMatch(Character::isIdeographic);
  }
}
