package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of comparisons as the server renders it, without scripts. */
@ExtendWith(SharedPortal.class)
class ComparePageTest {
  private final RunningPortal portal;

  ComparePageTest(RunningPortal portal) {
    this.portal = portal;
  }

  private String get(String path, String... parameters) {
    StringBuilder address = new StringBuilder(path);
    for (int i = 0; i < parameters.length; i += 2) {
      address
          .append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return portal.get(address.toString()).body();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void an_amount_is_shown_for_agencies_and_years_each_number_leading_to_its_sentence() {
    String page = get("/compare", "name", "三公经费");
    assertThat(page)
        .contains(">示例省样本市青石区总工会</th>", "6.28</a>")
        .containsPattern("/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk\\?fact=a-[0-9a-f]{8}#a-[0-9a-f]{8}\"");
  }

  @Test
  void revenue_of_governments_is_not_the_appropriation_that_agencies_call_so() {
    String page = get("/compare", "name", "一般公共预算收入");
    assertThat(page)
        .contains("465.38</a>", "此处是“一般公共预算收入”，不是“财政拨款收入”")
        .contains("/compare?name=" + URLEncoder.encode("财政拨款收入", StandardCharsets.UTF_8));
    assertThat(get("/compare", "name", "一般公共预算财政拨款收入")).doesNotContain("465.38</a>");
  }

  @Test
  void perimeter_fund_and_stage_are_one_each_and_said_in_words() {
    assertThat(get("/compare", "name", "三公经费"))
        .contains("统计口径：部门口径，财政拨款，决算")
        .doesNotContain("6.08</a>");
    assertThat(get("/compare", "name", "三公经费", "stage", "调整预算"))
        .contains("统计口径：部门口径，财政拨款，调整预算", "6.08</a>")
        .doesNotContain("6.28</a>");
    assertThat(get("/compare", "name", "三公经费", "fund", "全口径")).contains("empty-result");
    assertThat(get("/compare", "name", "三公经费", "lang", "en"))
        .contains("department including its units, fiscal appropriation, final accounts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"一般公共预算", "全口径", "政府性基金"})
  void numbers_printed_for_another_fund_are_led_to(String fund) {
    String page = get("/compare", "name", "三公经费", "fund", fund);
    String other = URLEncoder.encode("财政拨款", StandardCharsets.UTF_8);
    assertThat(page).contains("不在此表").containsPattern("fund=" + other + "[^>]*>财政拨款（\\d+）");
    assertThat(get("/compare", "name", "三公经费")).doesNotContain("不在此表");
  }

  @Test
  void an_address_given_out_under_a_former_name_shows_the_account_and_stage() {
    String page = get("/compare", "name", "三公经费支出决算");
    assertThat(page).contains("<title>比较：三公经费", "value=\"决算\" selected", "6.28</a>");
    assertThat(get("/compare", "name", "“三公”经费支出")).contains("<title>比较：三公经费");
    assertThat(get("/compare", "kind", "figure", "name", "公务接待费")).contains(">0.00</a>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"青石区总工会、财政局", "青石区总工会，财政局", "青石区总工会 财政局", "财政局;青石区总工会"})
  void several_agencies_of_ones_choice_are_compared(String agencies) {
    assertThat(get("/compare", "name", "三公经费", "agency", agencies))
        .contains("青石区总工会</th>", "财政局</th>")
        .doesNotContain("白水区总工会</th>");
    assertThat(get("/api/v1/compare", "name", "三公经费", "agency", "青石区总工会", "agency", "财政局"))
        .contains("青石区总工会", "财政局")
        .doesNotContain("白水区总工会");
  }

  @Test
  void the_change_against_the_year_before_stands_beside_what_the_document_says() {
    String page = get("/compare", "name", "三公经费");
    assertThat(page).contains("2024 年比上年", ">+1.00<", ">+18.9%<", ">−1.20</a>");
    assertThat(get("/compare", "name", "三公经费", "moved_in", "2022"))
        .contains("2022 年比上年", ">+30.5%<");
    assertThat(get("/compare", "name", "残保金")).contains("无法比较", "科目表中没有此名称");
  }

  @Test
  void rows_that_rose_or_fell_by_more_than_a_bound_are_found() {
    assertThat(get("/compare", "name", "三公经费", "moved", "rose", "by", "18"))
        .contains("青石区总工会</th>", "上升超过 18% 的有 3 个", "有 1 个缺少可比的数")
        .doesNotContain("白水区总工会</th>");
    assertThat(get("/compare", "name", "三公经费", "moved", "rose", "by", "1", "in", "wan"))
        .contains("empty-result");
    assertThat(get("/compare", "name", "三公经费", "moved", "fell")).contains("empty-result");
    assertThat(portal.get("/compare?moved=rose&by=many").statusCode()).isEqualTo(400);
  }

  @Test
  void rows_are_in_the_order_that_was_asked_for_and_those_without_the_number_last() {
    String page = get("/compare", "name", "三公经费", "sort", "value_asc", "moved_in", "2022");
    assertThat(page.indexOf("白水区总工会</th>")).isLessThan(page.indexOf("青石区总工会</th>"));
    assertThat(page.indexOf("青石区总工会</th>")).isLessThan(page.indexOf("财政局</th>"));
  }

  @Test
  void two_values_of_a_document_without_finding_are_both_shown_and_decide_nothing() {
    String page = get("/compare", "name", "基本支出");
    assertThat(page)
        .contains("401.12</a>", "410.12</a>", "文中有不同的数，本站未能分辨</a>", "view=findings")
        .doesNotContain("最大：", "前后不一致");
  }

  @Test
  void another_value_of_a_later_document_is_shown_with_its_year() {
    assertThat(get("/compare", "name", "三公经费")).contains("2023 年度文件写作 4.08</a>");
  }

  @Test
  void not_stated_is_told_from_not_collected_and_neither_is_nought() {
    String page =
        get(
            "/compare",
            "name",
            "三公经费支出决算",
            "region",
            "示例省/样本市/白水区",
            "year",
            "2021",
            "year",
            "2024");
    assertThat(page).contains("unknown uncollected\">未收录");
    String none = get("/compare", "name", "没有这项", "region", "示例省/样本市/白水区");
    assertThat(none).doesNotContain(">0.00<");
    String other = get("/compare", "kind", "topic", "name", "政府采购", "agency", "教育局");
    assertThat(other).contains("empty-result").doesNotContain(">0</a>");
  }

  @Test
  void agencies_without_a_value_are_listed_where_they_were_asked_for() {
    String page = get("/compare", "name", "残保金", "agency", "总工会", "year", "2023", "year", "2020");
    assertThat(page)
        .contains("青石区总工会</th>", "白水区总工会</th>")
        .doesNotContain("教育局</th>")
        .contains(">2020</th>");
  }

  @Test
  void the_score_of_an_indicator_is_compared_and_drawn_in_per_cent() {
    String name = "职工培训合格率";
    String page = get("/compare", "kind", "indicator", "name", name, "measure", "score");
    assertThat(page).contains(">85%</a>", "职工培训合格率 得分率（%，");
    String svg =
        get("/compare.svg", "kind", "indicator", "name", name, "chart", "bars", "measure", "score");
    assertThat(svg).contains("85%", "职工培训合格率 得分率").contains("class=\"bar ");
    assertThat(get("/compare.svg", "kind", "indicator", "name", name, "chart", "bars"))
        .as("results are compared if nothing is chosen")
        .doesNotContain("得分率");
  }

  @Test
  void the_api_names_the_measure_of_an_indicator_and_refuses_one_that_it_does_not_have() {
    String name = "新建工会组织";
    assertThat(get("/api/v1/compare", "kind", "indicator", "name", name, "measure", "score"))
        .contains("\"新建工会组织 得分率 (%)\"");
    assertThat(get("/api/v1/compare", "kind", "indicator", "name", name))
        .contains("\"新建工会组织 实际完成值 (家)\"");
    assertThat(get("/api/v1/compare", "kind", "indicator", "name", name, "measure", "length"))
        .contains("\"status\":400", "actual, score");
  }

  @Test
  void every_result_of_an_indicator_has_its_state_unit_target_and_address() {
    String name = "新建工会组织";
    assertThat(get("/compare.csv", "kind", "indicator", "name", name, "header", "name"))
        .contains("region,agency,name,year,state,value,unit,target,page,url")
        .containsPattern(
            "示例省/样本市/[^,]+,[^,]+," + name + ",20\\d\\d,stated,\\d+,[^,]+,[^,]+,\\d+,http");
    assertThat(get("/api/v1/compare", "kind", "indicator", "name", name))
        .contains(
            "\"state\":\"stated\",\"value\":", "\"unit\":\"", "\"target\":\"", "\"url\":\"http");
  }

  @Test
  void the_result_of_an_indicator_is_shown_as_printed_and_drawn_in_its_unit() {
    String page = get("/compare", "kind", "indicator", "name", "新建工会组织", "measure", "actual");
    assertThat(page).contains(">48家</a>", ">≥42家</span>", "单位：家", "新建工会组织（家，");
    String words = get("/compare", "kind", "indicator", "name", "提升职工归属感", "measure", "actual");
    assertThat(words).contains("empty-result");
  }

  @Test
  void a_topic_is_compared_by_length_and_leads_to_its_amounts_and_last_years_text() {
    String page = get("/compare", "kind", "topic", "name", "三公经费");
    assertThat(page)
        .contains(
            "三公经费（字，",
            "/compare/sections?a=qsqzgh-2023-bmjs/qk-sgjf-ztqk&amp;b=qsqzgh-2024-bmjs/qk-sgjf-ztqk")
        .contains("这类章节里的金额", "name=%E5%85%AC%E5%8A%A1%E6%8E%A5%E5%BE%85%E8%B4%B9");
    assertThat(get("/compare", "kind", "topic", "name", "三公经费", "chart", "tiles"))
        .contains(">未收录</text>");
  }

  @Test
  void a_typed_region_is_found_by_part_of_its_name_and_can_be_dropped_again() {
    String page = get("/compare", "name", "收入总计", "add", "白水区");
    assertThat(page)
        .contains("name=\"region\" value=\"示例省/样本市/白水区\"", "样本市白水区</a>")
        .doesNotContain("青石区总工会</th>");
    assertThat(get("/compare", "name", "收入总计", "add", "火星区")).contains("没有收录“火星区”的文件");
  }

  @Test
  void only_some_years_are_shown_where_they_are_chosen() {
    String page = get("/compare", "name", "收入总计", "year", "2023", "year", "2022");
    assertThat(page).contains("<th scope=\"col\" class=\"num\">2022</th>");
    assertThat(page).doesNotContain("class=\"num\">2024</th>");
  }

  @Test
  void the_chart_is_chosen_and_the_choice_is_in_the_address() {
    Map<String, String> marks =
        Map.of("lines", "<polyline", "bars", "class=\"bar ", "tiles", "没有金额</text>");
    marks.forEach(
        (chart, mark) -> {
          String svg = get("/compare.svg", "name", "三公经费支出决算", "chart", chart);
          assertThat(svg).as(chart).contains(mark);
        });
    String at = get("/compare", "name", "三公经费支出决算", "chart", "bars", "at", "2023");
    assertThat(at).contains("（万元，2023 年度）", "at=2023");
  }

  @Test
  void a_single_year_is_drawn_as_bars_even_where_lines_are_asked_for() {
    String[] year = {"name", "收入总计", "year", "2023", "chart", "lines"};
    assertThat(get("/compare.svg", year)).contains("class=\"bar ").doesNotContain("class=\"dot ");
    assertThat(get("/compare", year)).containsPattern("aria-current=\"true\">条形");
  }

  @Test
  void the_chart_is_told_in_words_as_well() {
    String page = get("/compare", "name", "三公经费支出决算");
    assertThat(page).contains("最大：", "6.28 万元", "最小：", "2.28 万元");
    assertThat(count(page, "<desc>")).isEqualTo(1);
    assertThat(get("/compare", "name", "三公经费支出决算", "lang", "en"))
        .contains("Largest:", "62,800 yuan");
  }

  @Test
  void without_a_name_the_first_figure_there_is_is_shown() {
    assertThat(get("/compare")).contains("<title>比较：收入总计");
    assertThat(get("/compare", "kind", "indicator")).contains("value=\"新建工会组织\"");
  }

  @Test
  void a_comparison_that_cannot_be_is_a_bad_address() {
    assertThat(portal.get("/api/v1/compare?kind=nonsense").statusCode()).isEqualTo(400);
    assertThat(portal.get("/compare?chart=pie").statusCode()).isEqualTo(400);
    assertThat(portal.get("/compare?measure=actual").statusCode())
        .as("a measure of another subject is passed over")
        .isEqualTo(200);
  }
}
