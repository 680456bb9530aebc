package org.mingzhang.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeParserTest {
  private static QueryNode.@Nullable Range read(String typed) {
    return DateRangeParser.parse(QueryField.PUBLISHED, typed);
  }

  @ParameterizedTest
  @CsvSource({
    "2024, published:20240101..20241231",
    "2024年, published:20240101..20241231",
    "2024-02, published:20240201..20240229",
    "2024年2月, published:20240201..20240229",
    "2024-3-5, published:20240305..20240305",
    "2024年03月05日, published:20240305..20240305",
    "20240305, published:20240305..20240305",
    "2024-01..2024-06, published:20240101..20240630",
    "2024-06..2024-01, published:20240101..20240630",
    "2024.01...2024.06, published:20240101..20240630",
    "2023至2024, published:20230101..20241231",
    "..2024-06-30, published:<=20240630",
    "2024-03.., published:>=20240301",
    ">2024-03, published:>20240331",
    ">=2024-03, published:>=20240301",
    "<2024-03, published:<20240301",
    "≤2024-03, published:<=20240331",
    "=2024-03-05, published:20240305..20240305"
  })
  void days_and_spans_of_days_are_read_and_read_again_as_they_are_printed(
      String typed, String printed) {
    QueryNode.Range range = Objects.requireNonNull(read(typed), typed);
    assertThat(range.toQueryString()).isEqualTo(printed);
    assertThat(read(printed.substring("published:".length()))).isEqualTo(range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "24-03",
        "2024-13",
        "2024-02-30",
        "20241399",
        "2024-3-5-6",
        "x",
        ">",
        ">x",
        "2024..x"
      })
  void what_is_no_day_is_none(String typed) {
    assertThat(read(typed)).isNull();
  }
}
