package org.mingzhang.web.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row of a chart, with its label.
 *
 * @param label its name
 * @param values one for each column, null if missing
 * @param valueTexts the values as text; for a missing value the reason
 */
public record ChartSeries(
    String label, List<@Nullable BigDecimal> values, List<String> valueTexts) {
  /** Number of values that are not missing. */
  int valueCount() {
    return (int) values.stream().filter(Objects::nonNull).count();
  }

  /**
   * The label truncated to a number of characters. The end is kept, because names of agencies
   * differ at the end.
   */
  String truncateLabel(int limit) {
    return label.length() > limit ? "…" + label.substring(label.length() - limit + 1) : label;
  }
}
