package org.mingzhang.extract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that cells of the first level cover by the second level beside them: 数量, 质量 and 时效
 * belong to 产出, names that end with 效益 or 影响 to 效益, as in the Ministry's forms (财预〔2020〕10号).
 * Needed where a form continues over pages, since heights are then not conclusive.
 */
final class FirstLevelIndicatorSpanFinder {
  private FirstLevelIndicatorSpanFinder() {}

  /**
   * The first row of each cell, or null if the names are not conclusive.
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

  /** Whether a second level belongs to the given first level or is not specific to one. */
  private static boolean mayBelongTo(String secondLevelName, String firstLevelName) {
    String family = firstLevelOf(secondLevelName);
    return family == null || family.equals(firstLevelName);
  }

  private static @Nullable String firstLevelOf(String secondLevelName) {
    return switch (secondLevelName) {
      case "数量指标", "质量指标", "时效指标" -> "产出指标";
      case "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标" -> "效益指标";
      case "服务对象满意度指标", "社会公众满意度指标" -> "满意度指标";
      default -> null;
    };
  }
}
