package org.mingzhang.web.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.indicators.IndicatorStatistics.RowSelection;
import org.mingzhang.web.render.Labels;

class IndicatorStatisticsTest {
  @Test
  void full_marks_of_a_scan_are_listed_apart() {
    IndicatorStatistics summary = new IndicatorStatistics();
    summary.add(missedWithFullMarks("1", Map.of()));
    summary.add(missedWithFullMarks("2", Map.of("confidence", "81")));
    assertThat(summary.count(RowSelection.FULL_THOUGH_MISSED)).isEqualTo(1);
    assertThat(summary.selectRows(RowSelection.FULL_THOUGH_MISSED))
        .extracting(Hit::id)
        .containsExactly("1");
    assertThat(summary.count(RowSelection.FULL_THOUGH_MISSED_SCANNED)).isEqualTo(1);
    assertThat(summary.selectRows(RowSelection.FULL_THOUGH_MISSED_SCANNED))
        .extracting(Hit::id)
        .containsExactly("2");
    assertThat(summary.missedCount()).isEqualTo(2);
  }

  private static Hit missedWithFullMarks(String id, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("met", Labels.id(Indicator.TargetResult.MISSED));
    values.put("score", "10");
    values.put("weight", "10");
    values.put("actual", "80%");
    return new Hit(
        id,
        SearchScope.INDICATORS,
        "doc",
        "示例局2024年度部门决算",
        List.of(),
        "办结率",
        null,
        List.of(),
        2024,
        null,
        null,
        1,
        List.of(),
        0,
        List.of(),
        null,
        values);
  }
}
