package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * The bounds of grades that a document prints, {@code 90分（含）以上为优}, by least score.
 *
 * @param gradeByLeastScore the first character of each grade by its least score; empty if two
 *     grades share a score or one grade has two
 */
record GradeBounds(NavigableMap<BigDecimal, String> gradeByLeastScore) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(GradeBounds.class);
  private static final PrefilteredPattern BOUNDS = PATTERNS.getPrefiltered("bounds");
  private static final BigDecimal FULL_SCORE = BigDecimal.valueOf(100);

  static GradeBounds readFrom(AuditedDocument document) {
    NavigableMap<BigDecimal, String> grades = new TreeMap<>();
    for (ParagraphMatch printed : document.findMatches(BOUNDS).toList()) {
      BigDecimal least = printed.parseNumber("first");
      if (printed.words().group("second") != null) {
        least = least.min(printed.parseNumber("second"));
      }
      String grade = printed.group("grade");
      String other = grades.put(least, grade);
      if (other != null && !other.equals(grade)) {
        return new GradeBounds(new TreeMap<>());
      }
    }
    if (grades.size() > Set.copyOf(grades.values()).size()) {
      return new GradeBounds(new TreeMap<>());
    }
    if (grades.containsValue("中")) {
      grades.put(BigDecimal.ZERO, "差");
    }
    return new GradeBounds(grades);
  }

  /** The grade of a score; null if the document does not tell it or the score is above 100. */
  @Nullable String findGrade(BigDecimal score) {
    Map.Entry<BigDecimal, String> grade = gradeByLeastScore.floorEntry(score);
    return grade == null || score.compareTo(FULL_SCORE) > 0 ? null : grade.getValue();
  }
}
