package org.mingzhang.structure.indicator;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator;
import org.mingzhang.target.TargetJudge;
import org.mingzhang.text.PatternTable;

/** A row of a performance form under construction; confined to one thread. */
final class IndicatorDraft {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(IndicatorDraft.class);
  private static final Pattern UNCHANGED_TARGET = PATTERNS.get("unchanged");
  private static final Pattern EMPTY_NOTE = PATTERNS.get("empty-note");
  private static final Pattern EQUALS_SIGN = Pattern.compile("[=＝═﹦]");
  private static final Pattern NUMBER_WITH_SIGN = Pattern.compile("[≥≤＝=><＞＜≧≦]*[\\d.,]+");

  private final Map<IndicatorRole, String> values = new EnumMap<>(IndicatorRole.class);
  private final @Nullable String goal;
  private final int page;

  IndicatorDraft(@Nullable String goal, int page) {
    this.goal = goal;
    this.page = page;
  }

  int page() {
    return page;
  }

  /** Whether the target is a number, perhaps with its sign, and no unit is known. */
  boolean hasTargetWithoutUnit() {
    String target = get(IndicatorRole.TARGET);
    return target != null
        && get(IndicatorRole.UNIT) == null
        && NUMBER_WITH_SIGN.matcher(target).matches();
  }

  /** Sets a value; an empty one is ignored and does not replace an earlier one. */
  void put(IndicatorRole role, String value) {
    if (!value.isEmpty()) {
      values.put(role, value);
    }
  }

  @Nullable String get(IndicatorRole role) {
    return values.get(role);
  }

  /** Appends the rest of a cell that continues in the next row. */
  void append(IndicatorRole role, String rest) {
    if (!rest.isEmpty()) {
      values.merge(role, rest, String::concat);
    }
  }

  /**
   * Completes the row with the values that all rows of the form share, and judges whether the
   * target was met.
   */
  Indicator toIndicator(FormContext context) {
    String target = joinTarget();
    String actual = get(IndicatorRole.ACTUAL);
    return new Indicator(
        context.sectionPath(),
        context.tableCaption(),
        values.getOrDefault(IndicatorRole.PROJECT, context.project()),
        mostSpecificGoal(context),
        get(IndicatorRole.LEVEL1),
        get(IndicatorRole.LEVEL2),
        values.getOrDefault(IndicatorRole.LEVEL3, ""),
        target,
        actual,
        get(IndicatorRole.WEIGHT),
        get(IndicatorRole.SCORE),
        hasEmptyNote() ? null : get(IndicatorRole.NOTE),
        context.hasPartOfYearResults()
                || TargetJudge.isImpossible(values.getOrDefault(IndicatorRole.LEVEL3, ""), target)
            ? Indicator.TargetResult.UNKNOWN
            : TargetJudge.judge(target, actual, isAboutCost()),
        page);
  }

  /**
   * Whether the note is only the label of the form's row of explanations and the word for none:
   * 说明无.
   */
  private boolean hasEmptyNote() {
    String note = get(IndicatorRole.NOTE);
    return note != null && EMPTY_NOTE.matcher(note).matches();
  }

  private @Nullable String mostSpecificGoal(FormContext context) {
    String own = get(IndicatorRole.GOAL);
    return own != null ? own : goal != null ? goal : context.goal();
  }

  /** Whether the indicator is a cost, for which a result below the target is favorable. */
  private boolean isAboutCost() {
    return TargetJudge.isCostIndicator(get(IndicatorRole.LEVEL1), get(IndicatorRole.LEVEL2));
  }

  /** Whether the target was adjusted; a dash in the column means that it was not. */
  private boolean isTargetAdjusted() {
    String changed = get(IndicatorRole.ADJUSTED_TARGET);
    return changed != null && !UNCHANGED_TARGET.matcher(changed).matches();
  }

  /**
   * The target, or the adjusted one if there is one, joined with sign and unit if the form prints
   * them in columns of their own. If there is no target in its column, the words in the column of
   * signs that are the target; null if there are none. An equals sign says nothing about a target
   * in words and is left out.
   */
  private @Nullable String joinTarget() {
    String target = get(isTargetAdjusted() ? IndicatorRole.ADJUSTED_TARGET : IndicatorRole.TARGET);
    String sign = get(IndicatorRole.SIGN);
    String measure = get(IndicatorRole.UNIT);
    if (target == null) {
      return sign != null && ComparisonSignWords.isTargetText(sign) ? sign : null;
    }
    String printed = sign == null ? "" : ComparisonSignWords.findSign(sign);
    boolean signed =
        !printed.isEmpty()
            && !target.startsWith(printed)
            && !(EQUALS_SIGN.matcher(printed).matches()
                && target.chars().noneMatch(Character::isDigit));
    boolean counted = measure != null && NUMBER_WITH_SIGN.matcher(target).matches();
    return (signed ? printed : "") + target + (counted ? measure : "");
  }

  /**
   * The section, table, project and goal that all rows of one form share.
   *
   * @param sectionPath path of its section
   * @param tableCaption caption of the form
   * @param project name of the project, or null
   * @param goal goal of the whole form, or null
   * @param hasPartOfYearResults whether its results are those of a part of the year, which are not
   *     judged
   */
  record FormContext(
      String sectionPath,
      String tableCaption,
      @Nullable String project,
      @Nullable String goal,
      boolean hasPartOfYearResults) {}
}
