package org.mingzhang.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowWriterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠SUM(1)",
        "﹦1",
        "﹢1+1",
        "﹣1+1",
        "﹫A",
        "-1、cmd|x"
      })
  void what_a_spreadsheet_would_take_for_a_formula_becomes_text(String text) {
    assertThat(RowWriter.escapeFormula(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a=1",
        "预算",
        "-1",
        "+12.5%",
        "-1,234.00",
        "－１２.５％",
        "1",
        " ",
        "三公＝经费",
        "-1、2024年度部门整体支出"
      })
  void everything_else_stays_as_it_is(String text) {
    assertThat(RowWriter.escapeFormula(text)).isEqualTo(text);
  }
}
