package org.mingzhang.target;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator.TargetResult;

/**
 * Judges targets and results that are grades: 优, 良, 中 or 合格, 差. A target is met by its grade and
 * every better one; 优良 is met by 良. All grades in a row (优良中低差) are the scale and no target.
 */
final class GradeTargetJudge {
  private static final String GRADES = "优秀?等?|良好?等?|中等?|较好|好|合格|达标|及格|较差|差|不合格|不达标|不及格";
  private static final Pattern SINGLE_GRADE = Pattern.compile(GRADES);
  private static final Pattern GRADE_TARGET =
      Pattern.compile("(?:≥|达到|评为|评价为)?(优良|" + GRADES + ")(?:率)?(?:(?:及|或|\\(含\\))?以上)?");

  private GradeTargetJudge() {}

  /**
   * Judges a normalized result by a normalized target; null if either is not a grade. A result that
   * ranks lower misses the target if both grades belong to one scale or it is a worst grade (差,
   * 不合格); otherwise the outcome is unknown.
   */
  static @Nullable TargetResult judge(String targetText, String resultText) {
    Matcher targetMatch = GRADE_TARGET.matcher(targetText);
    if (!targetMatch.matches()
        || !(resultText.equals("优良") || SINGLE_GRADE.matcher(resultText).matches())) {
      return null;
    }
    int minimum = targetMatch.group(1).equals("优良") ? rank("良") : rank(targetMatch.group(1));
    int low = resultText.equals("优良") ? rank("良") : rank(resultText);
    int high = resultText.equals("优良") ? rank("优") : low;
    if (low >= minimum) {
      return TargetResult.MET;
    }
    boolean sameScale = scaleOf(targetMatch.group(1)) == scaleOf(resultText) || low == 0;
    return sameScale && high < minimum ? TargetResult.MISSED : TargetResult.UNKNOWN;
  }

  private static int rank(String grade) {
    return switch (grade.charAt(0)) {
      case '优' -> 5;
      case '良', '好' -> 4;
      case '较' -> grade.equals("较好") ? 3 : 0;
      case '中' -> 2;
      case '合', '达', '及' -> 1;
      default -> 0;
    };
  }

  /**
   * The scale of a grade: 0 for 优, 良, 中, 差; 1 for 好 and 较好; 2 for 合格 and the like. Only the form
   * could say whether 合格 is below 良.
   */
  private static int scaleOf(String grade) {
    return "优良中差".indexOf(grade.charAt(0)) >= 0 ? 0 : grade.endsWith("好") ? 1 : 2;
  }
}
