package org.mingzhang.extract.page;

import java.util.List;

/**
 * Names of the first two levels of performance indicators, by which wrapped cells of a form without
 * ruling lines are joined. Cells with other names are joined by distance alone.
 */
final class FormLevelNames {
  private static final List<String> NAMES =
      List.of(
          "产出指标",
          "效益指标",
          "成本指标",
          "满意度指标",
          "数量指标",
          "质量指标",
          "时效指标",
          "经济成本指标",
          "社会成本指标",
          "生态环境成本指标",
          "经济效益指标",
          "社会效益指标",
          "生态效益指标",
          "可持续影响指标",
          "服务对象满意度指标",
          "社会公众满意度指标");

  private FormLevelNames() {}

  /** Whether a text is the complete name of a level. */
  static boolean isLevelName(String text) {
    return NAMES.contains(text);
  }

  /**
   * Whether a line continues an incomplete level name.
   *
   * @param cell the text of the cell so far
   * @param line the text of the next line
   */
  static boolean isContinuation(String cell, String line) {
    return !isLevelName(cell) && NAMES.stream().anyMatch(name -> name.startsWith(cell + line));
  }
}
