package org.mingzhang.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static final List<String> YEARS = List.of("2023", "2024");

  private static Charts.Series series(String label, @Nullable BigDecimal... values) {
    List<String> shown = Arrays.stream(values).map(v -> v == null ? "" : v + ".00").toList();
    return new Charts.Series(label, Arrays.asList(values), shown);
  }

  private static final List<Charts.Series> SERIES =
      List.of(
          series("示例区总工会", BigDecimal.ONE, BigDecimal.TEN),
          series("示例县教育局", BigDecimal.TWO, null),
          series("示例市<财政局>", null, null));

  @Test
  void every_value_has_its_bar_and_year_and_what_is_missing_has_none() {
    String svg = Charts.bars("收入总计（万元）", "未见", YEARS, SERIES);
    assertThat(svg.split("<rect", -1)).hasSize(4);
    assertThat(svg).contains("1.00 · 2023", "10.00 · 2024", "2.00 · 2023").containsOnlyOnce("未见");
  }

  @Test
  void a_gap_in_the_data_is_a_gap_in_the_line() {
    String svg = Charts.lines("收入总计（万元）", YEARS, SERIES);
    assertThat(svg.split("<circle", -1)).hasSize(4);
    assertThat(svg.split("class=\"series series-1\"", -1)).as("key only").hasSize(2);
  }

  @Test
  void charts_are_xml_and_name_what_and_which_unit_they_show() throws Exception {
    for (String svg :
        List.of(
            Charts.bars("收入总计（万元）", "未见", YEARS, SERIES),
            Charts.lines("收入总计（万元）", YEARS, SERIES))) {
      assertThat(svg).contains("class=\"title\">收入总计（万元）</text>");
      DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
