package org.mingzhang.extract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the cells of the first level cover, told by the second level beside them: 数量, 质量 and
 * 时效 are 产出, what ends with 效益 or 影响 is 效益, as in the Ministry's forms (财预〔2020〕10号). Where a form
 * goes on over pages, heights do not tell it.
 */
final class FirstLevelSpans {
  private FirstLevelSpans() {}

  /**
   * The first row of each cell, or null where the names do not tell it.
   *
   * @param first texts of the cells of the first level from top to bottom
   * @param second text of the second level of each row, empty where none is known
   */
  static int @Nullable [] starts(List<String> first, List<String> second) {
    int[] starts = new int[first.size()];
    int row = 0;
    for (int i = 0; i < starts.length; i++) {
      String own = first.get(i);
      if (!LevelNames.isLevelName(own)) {
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
            && second.subList(row, second.size()).stream().allMatch(s -> mayBelongTo(s, first.getLast()));
    return rest ? starts : null;
  }

  /** Whether a second level is of a first level, or of none in particular. */
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
