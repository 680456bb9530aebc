package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class YearFinderTest {
  @TestFactory
  Stream<DynamicTest> years_are_read_however_they_are_written() {
    return """
    2024年度部门决算 | 2024
    ２０２４ 年 度 部门决算 | 2024
    二〇二四年度决算 | 2024
    二○二三年 | 2023
    二零二三年 | 2023
    2023年决算和2024年预算 | 2023 2024
    2024-2025年 | 2024
    12024年 | -
    经费2024元 | -
    〔2024〕5号 | -
    1924年 | -
    """
        .lines()
        .map(line -> line.split(" \\| "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () ->
                        assertThat(
                                YearFinder.findYears(UnspacedText.unspace(row[0])).stream()
                                    .map(y -> String.valueOf(y.year()))
                                    .collect(Collectors.joining(" ")))
                            .isEqualTo(row[1].equals("-") ? "" : row[1])));
  }

  @Test
  void a_date_is_told_from_a_fiscal_year() {
    assertThat(YearFinder.findYears("2024年12月31日")).allMatch(YearFinder.YearInText::isPartOfDate);
    assertThat(YearFinder.findYears("二〇二四年九月")).allMatch(YearFinder.YearInText::isPartOfDate);
    assertThat(YearFinder.findYears("2024年一般公共预算")).noneMatch(YearFinder.YearInText::isPartOfDate);
    assertThat(YearFinder.findYears("2024年度")).allMatch(YearFinder.YearInText::printedAsFiscalYear);
    assertThat(YearFinder.findYears("2024年")).noneMatch(YearFinder.YearInText::printedAsFiscalYear);
  }

  @Test
  void years_of_two_digits_are_read_only_where_asked_for() {
    assertThat(YearFinder.findYears("某局25年预算")).isEmpty();
    assertThat(YearFinder.findTwoDigitYears("某局25年预算"))
        .extracting(YearFinder.YearInText::year)
        .containsExactly(2025);
    assertThat(YearFinder.findYearsWithoutUnit("某局2024决算"))
        .extracting(YearFinder.YearInText::year)
        .containsExactly(2024);
    assertThat(YearFinder.findTwoDigitYears("建区10年来")).isEmpty();
  }

  @Test
  void white_space_is_removed_and_widths_are_unified() {
    assertThat(UnspacedText.unspace(" 某 局 (本级)２０２４\u3000年\u200b度: Ａ")).isEqualTo("某局（本级）2024年度：A");
  }
}
