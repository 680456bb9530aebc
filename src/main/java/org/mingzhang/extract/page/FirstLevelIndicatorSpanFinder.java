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
   * @param first texts of the cells of the first level from top to bottom
   * @param second text of the second level for each row, empty if unknown
   */
  static int @Nullable [] findRowStarts(List<String> first, List<String> second) {
    int[] starts = new int[first.size()];
    int row = 0;
    for (int i = 0; i < starts.length; i++) {
      String own = first.get(i);
      if (!FormLevelNames.isLevelName(own)) {
        return null;
      }
      while (row < second.size() && !own.equals(firstLevelOf(second.get(row)))) {
        boolean other = i > 0 && !mayBelongTo(second.get(row), first.get(i - 1));
        if (other) {
          return null;
        }
        row++;
      }
      if (row == second.size()) {
        return null;
      }
      starts[i] = row;
    }
    boolean rest =
        starts.length > 0
            && second.subList(row, second.size()).stream()
                .allMatch(s -> mayBelongTo(s, first.getLast()));
    return rest ? starts : null;
  }

  /** Whether a second level belongs to the given first level or is not specific to one. */
  private static boolean mayBelongTo(String second, String first) {
    String family = firstLevelOf(second);
    return family == null || family.equals(first);
  }

  private static @Nullable String firstLevelOf(String second) {
    return switch (second) {
      case "数量指标", "质量指标", "时效指标" -> "产出指标";
      case "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标" -> "效益指标";
      case "服务对象满意度指标", "社会公众满意度指标" -> "满意度指标";
      default -> null;
    };
  }
}
