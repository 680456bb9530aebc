package org.mingzhang.extract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that cells of the first level cover by the names of the second level beside them,
 * as in the Ministry's forms (财预〔2020〕10号): 数量, 质量 and 时效指标 belong to 产出指标; 经济, 社会 and 生态效益指标 and
 * 可持续影响指标 to 效益指标; 服务对象 and 社会公众满意度指标 to 满意度指标. Needed where a form continues over pages, since the
 * heights of cells are then not conclusive.
 */
final class FirstLevelIndicatorSpanFinder {
  private FirstLevelIndicatorSpanFinder() {}

  /**
   * Index of the first row of each cell, or null if the names are not conclusive.
   *
   * @param firstLevelNames texts of the cells of the first level from top to bottom
   * @param secondLevelNames text of the second level for each row, empty if unknown
   */
  static int @Nullable [] findRowStarts(
      List<String> firstLevelNames, List<String> secondLevelNames) {
    int[] starts = new int[firstLevelNames.size()];
    int row = 0;
    for (int i = 0; i < starts.length; i++) {
      String own = firstLevelNames.get(i);
      if (!FormLevelNames.isLevelName(own)) {
        return null;
      }
      while (row < secondLevelNames.size()
          && !own.equals(firstLevelOf(secondLevelNames.get(row)))) {
        boolean other =
            i > 0 && !mayBelongTo(secondLevelNames.get(row), firstLevelNames.get(i - 1));
        if (other) {
          return null;
        }
        row++;
      }
      if (row == secondLevelNames.size()) {
        return null;
      }
      starts[i] = row;
    }
    boolean rest =
        starts.length > 0
            && secondLevelNames.subList(row, secondLevelNames.size()).stream()
                .allMatch(s -> mayBelongTo(s, firstLevelNames.getLast()));
    return rest ? starts : null;
  }

  /** Whether a second level belongs to the given first level or to none in particular. */
  private static boolean mayBelongTo(String secondLevelName, String firstLevelName) {
    String firstLevel = firstLevelOf(secondLevelName);
    return firstLevel == null || firstLevel.equals(firstLevelName);
  }

  /** The first level to which a second level belongs; null if it is not specific to one. */
  private static @Nullable String firstLevelOf(String secondLevelName) {
    return switch (secondLevelName) {
      case "数量指标", "质量指标", "时效指标" -> "产出指标";
      case "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标" -> "效益指标";
      case "服务对象满意度指标", "社会公众满意度指标" -> "满意度指标";
      default -> null;
    };
  }
}
