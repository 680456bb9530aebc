package org.mingzhang.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartsTest {
  private static final List<String> YEARS = List.of("2023", "2024");

  private static final ChartData PLOT =
      new ChartData(
          "收入总计（万元）",
          "共 3 个数。",
          YEARS,
          List.of(
              series("示例区总工会", BigDecimal.ONE, BigDecimal.TEN),
              series("示例县教育局", BigDecimal.TWO, null),
              series("示例市<财政局>", null, null)));

  private static final TileChart.Legend LEGEND = new TileChart.Legend("有", "未见", "未收录");

  private static ChartSeries series(String label, @Nullable BigDecimal... values) {
    List<String> shown = Arrays.stream(values).map(v -> v == null ? "未见" : v + ".00").toList();
    return new ChartSeries(label, Arrays.asList(values), shown);
  }

  private static int count(String svg, String part) {
    return svg.split(part, -1).length - 1;
  }

  @Test
  void every_value_has_its_bar_and_year_and_what_is_missing_has_words_only() {
    String svg = BarChart.draw(PLOT);
    assertThat(count(svg, "<rect")).isEqualTo(3);
    assertThat(svg).contains("1.00 · 2023", "10.00 · 2024", "2.00 · 2023");
    assertThat(count(svg, "未见 · ")).isEqualTo(3);
  }

  @Test
  void bars_of_one_year_stand_in_order_and_those_without_a_value_last() {
    String svg = BarChart.drawRanked(PLOT, 0);
    assertThat(svg.indexOf("示例县教育局")).isLessThan(svg.indexOf("示例区总工会"));
    assertThat(svg.indexOf("示例区总工会")).isLessThan(svg.indexOf("财政局"));
    assertThat(count(svg, "<rect")).isEqualTo(2);
  }

  @Test
  void what_is_below_nought_goes_the_other_way() {
    ChartData plot =
        new ChartData(
            "t",
            "",
            List.of("2024"),
            List.of(series("a", BigDecimal.TEN), series("b", new BigDecimal("-10"))));
    assertThat(BarChart.draw(plot)).contains("x=\"440.0\" y=\"43.0\"", "x=\"250.0\" y=\"67.0\"");
  }

  @Test
  void a_gap_in_the_data_is_a_gap_in_the_line() {
    ChartData plot =
        new ChartData(
            "t",
            "",
            List.of("2021", "2022", "2023", "2024", "2025"),
            List.of(
                series("a", BigDecimal.ONE, BigDecimal.ONE, null, BigDecimal.ONE, BigDecimal.ONE)));
    assertThat(count(LineChart.draw(plot), "<polyline")).isEqualTo(2);
    String panels = SmallMultiplesChart.draw(plot);
    assertThat(count(panels, "<polyline")).isEqualTo(2);
    assertThat(count(panels, "class=\"axis\"")).as("ground and one cross").isEqualTo(3);
  }

  @Test
  void no_line_goes_through_a_point_that_is_alone() {
    ChartSeries one = series("a", BigDecimal.TEN);
    String svg = LineChart.draw(new ChartData("t", "", List.of("2024"), List.of(one)));
    assertThat(svg).contains("<path").doesNotContain("<polyline");
    assertThat(count(svg, "<line")).as("marks of the axis only").isEqualTo(5);
    ChartData late = new ChartData("t", "", YEARS, List.of(series("a", null, BigDecimal.TEN)));
    assertThat(count(LineChart.draw(late), "<line")).isEqualTo(5);
  }

  @Test
  void lines_are_told_apart_without_color() {
    ChartData plot =
        new ChartData(
            "t",
            "",
            YEARS,
            Stream.of("a", "b", "c", "d", "e", "f")
                .map(l -> series(l, BigDecimal.ONE, BigDecimal.TEN))
                .toList());
    String svg = LineChart.draw(plot);
    assertThat(
            java.util.regex.Pattern.compile("<path class=\"dot dot-\\d\" d=\"M[^a-zA-Z]*([^\"]*)\"")
                .matcher(svg)
                .results()
                .map(r -> r.group(1))
                .distinct())
        .as("shapes of points")
        .hasSize(6);
    assertThat(count(svg, "stroke-dasharray")).isGreaterThanOrEqualTo(5);
  }

  @Test
  void tiles_tell_what_is_not_said_from_what_is_not_there() {
    String svg =
        TileChart.draw(
            PLOT,
            List.of(
                List.of(TileChart.TileState.FILLED, TileChart.TileState.FILLED),
                List.of(TileChart.TileState.FILLED, TileChart.TileState.OUTLINED),
                List.of(TileChart.TileState.DOTTED, TileChart.TileState.DOTTED)),
            LEGEND);
    assertThat(count(svg, "class=\"bar bar-0\"")).as("with the legend").isEqualTo(4);
    assertThat(count(svg, "class=\"absent\"")).isEqualTo(2);
    assertThat(svg).contains(">未收录</text>");
  }

  @Test
  void charts_are_xml_and_name_what_and_which_unit_they_show() throws Exception {
    for (String svg :
        List.of(
            BarChart.draw(PLOT),
            BarChart.drawRanked(PLOT, 1),
            LineChart.draw(PLOT),
            SmallMultiplesChart.draw(PLOT),
            TileChart.draw(PLOT, List.of(), LEGEND))) {
      assertThat(svg).contains("class=\"title\">收入总计（万元）</text>", "<desc>共 3 个数。</desc>");
      DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1",
    "0, 93, 0, 100",
    "0, 37151, 0, 40000",
    "-3, 9, -5, 10",
    "0, 0.7, 0, 0.8"
  })
  void an_axis_holds_nought_and_ends_at_round_numbers(
      double least, double most, double low, double high) {
    ChartAxis scale =
        ChartAxis.fit(List.of(series("a", BigDecimal.valueOf(least), BigDecimal.valueOf(most))));
    assertThat(scale.low()).isEqualTo(low, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(Math.max(scale.high(), high))
        .isEqualTo(high, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(scale.fraction(0)).isBetween(0.0, 1.0);
  }

  @Test
  void numbers_on_an_axis_are_plain() {
    assertThat(ChartAxis.formatTick(2500)).isEqualTo("2,500");
    assertThat(ChartAxis.formatTick(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(ChartAxis.formatTick(0)).isEqualTo("0");
  }
}
