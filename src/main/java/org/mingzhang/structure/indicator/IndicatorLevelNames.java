package org.mingzhang.structure.indicator;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.text.TsvResource;

/**
 * The names of the first two levels of performance forms: 产出, 效益, 满意度 and 成本指标 with their second
 * levels, and the seven groups of 部门整体支出. Lookups ignore a list mark, points in brackets and the
 * ending 指标 or 目标.
 */
public final class IndicatorLevelNames {
  private static final Set<String> FIRST_LEVEL_NAMES = readNames("first");
  private static final Set<String> SECOND_LEVEL_NAMES = readNames("second");
  private static final Set<String> NAMES_OF_EITHER_LEVEL = readNames("either");
  private static final Set<String> OFTEN_BROKEN_NAMES = readNames("broken");
  private static final Pattern POINTS =
      Pattern.compile("[（(]\\s*\\d{1,3}(\\.\\d+)?\\s*[分%％]?\\s*[）)]");
  private static final Pattern LIST_MARK = Pattern.compile("^([（(]?[一二三四五\\d]{1,2}[）)、.．])");

  private IndicatorLevelNames() {}

  private static List<String> requireValidRow(List<String> row) {
    TsvResource.requireKeyword(row.getFirst(), "first", "second", "either", "broken");
    return row;
  }

  private static Set<String> readNames(String level) {
    return TsvResource.parseRows(
            IndicatorLevelNames.class, "level-names.tsv", 2, IndicatorLevelNames::requireValidRow)
        .stream()
        .filter(row -> row.getFirst().equals(level))
        .map(List::getLast)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A level's name without its points: 产出指标（40分） becomes 产出指标. */
  public static String withoutPoints(String text) {
    boolean bracket = text.indexOf('（') >= 0 || text.indexOf('(') >= 0;
    return bracket ? POINTS.matcher(text).replaceAll("") : text;
  }

  /**
   * The levels of the prescribed forms whose name a text may be.
   *
   * @param isFirstLevel whether it is a prescribed 一级指标
   * @param isSecondLevel whether it is a prescribed 二级指标
   * @param mayBeEitherLevel whether it is a 一级指标 in some forms and a 二级指标 in others
   */
  public record PossibleLevels(
      boolean isFirstLevel, boolean isSecondLevel, boolean mayBeEitherLevel) {}

  /** The levels whose name a text may be. */
  public static PossibleLevels findPossibleLevels(String text) {
    String name = removeMarkAndEnding(text);
    return new PossibleLevels(
        FIRST_LEVEL_NAMES.contains(name),
        SECOND_LEVEL_NAMES.contains(name),
        NAMES_OF_EITHER_LEVEL.contains(name));
  }

  /** Whether a text is a prescribed 一级指标. */
  public static boolean isFirstLevel(String text) {
    return FIRST_LEVEL_NAMES.contains(removeMarkAndEnding(text));
  }

  /** Whether a text is a prescribed 二级指标. */
  public static boolean isSecondLevel(String text) {
    return SECOND_LEVEL_NAMES.contains(removeMarkAndEnding(text));
  }

  /** Whether a text is a 一级指标 or 二级指标 of the prescribed forms. */
  public static boolean isLevelName(String text) {
    PossibleLevels levels = findPossibleLevels(text);
    return levels.isFirstLevel() || levels.isSecondLevel();
  }

  /**
   * Whether a text is the name of a level and cannot be the name of an indicator: 数量指标. Without the
   * word 指标 or 目标 a level name may also be an indicator (满意度, 预算执行).
   */
  public static boolean isOnlyLevelName(String text) {
    return (text.endsWith("指标") || text.endsWith("目标")) && isLevelName(text);
  }

  /** Whether two texts are parts of one name that was broken over rows: 运行 and 成本, 效益 and 指标. */
  public static boolean arePartsOfBrokenName(String head, String tail) {
    String whole = head + tail;
    if (OFTEN_BROKEN_NAMES.contains(whole) && !head.isEmpty() && !tail.isEmpty()) {
      return true;
    }
    if (tail.equals("指标")) {
      return isLevelName(whole);
    }
    return !head.isEmpty()
        && !isFirstLevel(head)
        && !isFirstLevel(tail)
        && !tail.isEmpty()
        && isFirstLevel(whole);
  }

  private static String removeMarkAndEnding(String text) {
    String name = LIST_MARK.matcher(withoutPoints(text)).replaceFirst("");
    return name.endsWith("指标") || name.endsWith("目标") ? name.substring(0, name.length() - 2) : name;
  }
}
