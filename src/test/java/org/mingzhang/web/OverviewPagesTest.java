package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Home, regions, coverage and indicators as the server renders them, without scripts. */
@ExtendWith(SharedPortal.class)
class OverviewPagesTest {
  private static final String DISTRICT = "/regions/" + encoded("示例省/样本市/青石区");

  private final RunningPortal portal;

  OverviewPagesTest(RunningPortal portal) {
    this.portal = portal;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  private String get(String path) {
    return portal.get(path).body();
  }

  /** The text of a page without its marks. */
  private String words(String path) {
    return get(path).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void home_leads_to_topics_and_to_comparisons_that_work() {
    String page = get("/");
    String topic = "href=\"/search?topic=" + encoded("三公经费") + "\"";
    String compare = "href=\"/compare?name=" + encoded("三公经费") + "\"";
    assertThat(page).contains(topic, compare);
  }

  @Test
  void regions_show_agencies_documents_and_what_is_missing_by_year() {
    String words = words("/regions");
    assertThat(words).contains("青石区 2 5 2 1").contains("白水区 1 2 1 1 ·");
  }

  @Test
  void a_region_is_found_by_its_name() {
    String page = get("/regions?find=" + encoded("白水"));
    assertThat(page).contains(">白水区</a>").doesNotContain(">青石区</a>");
    assertThat(get("/regions?find=" + encoded("火星"))).contains("没有包含“火星”的选项");
  }

  @Test
  void a_region_shows_its_agencies_by_year_its_figures_and_the_regions_beside_it() {
    String page = get(DISTRICT);
    assertThat(words(DISTRICT)).contains("2 个单位，5 份文件");
    assertThat(page)
        .contains("三公经费<span class=\"sub\">决算，财政拨款</span></th>", "6.28</a>")
        .contains("class=\"chart spark\"", "部门口径")
        .contains("/compare?name=" + encoded("三公经费") + "&amp;stage=")
        .contains(">白水区</a>");
  }

  @Test
  void a_city_lists_the_districts_below_it() {
    String page = get("/regions/" + encoded("示例省/样本市"));
    assertThat(page).contains("region-table", ">青石区</a>", ">白水区</a>", ">黑土县</a>");
  }

  @Test
  void coverage_groups_agencies_by_region_and_counts_what_is_missing() {
    String page = get("/coverage");
    assertThat(page).contains("示例省 样本市 青石区", "2 个版本", "份待补", "该单位 2023 年度已有");
    String some = get("/coverage?region=" + encoded("示例省/样本市/白水区"));
    assertThat(some).contains("白水区总工会").doesNotContain("青石区总工会</th>");
  }

  @Test
  void the_explorer_narrows_by_facets_and_stays_where_it_is() {
    String page = get("/indicators");
    assertThat(page).contains("href=\"/indicators?scope=indicators&amp;level1=" + encoded("产出指标"));
    String output = words("/indicators?level1=" + encoded("产出指标"));
    assertThat(output).contains("× 去掉 产出指标").doesNotContain("满意度指标 10");
  }

  @Test
  void rows_without_a_result_can_be_leafed_through() {
    String page = get("/indicators?show=without_actual");
    Matcher rows = Pattern.compile("<tr class=\"hit\"").matcher(page);
    assertThat(rows.results().count()).isEqualTo(portal.documents.size());
    assertThat(page).contains("提升职工归属感").doesNotContain(">新建工会组织</a>");
    assertThat(words("/indicators")).contains("没有实际值 " + portal.documents.size());
    assertThat(portal.get("/indicators?show=nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void the_distribution_counts_only_rows_with_a_score() {
    assertThat(words("/indicators"))
        .contains("有得分和分值的指标共 " + 5 * portal.documents.size() + " 项")
        .contains("80–89 % " + portal.documents.size());
  }

  @Test
  void figures_and_indicators_lead_to_their_comparison() {
    String compare = "href=\"/compare?name=" + encoded("残保金") + "\"";
    assertThat(get("/search?scope=facts")).contains(compare);
    assertThat(get("/d/qsqzgh-2024-bmjs?view=figures")).contains(compare);
    String indicator = "href=\"/compare?kind=indicator&amp;name=" + encoded("新建工会组织") + "\"";
    assertThat(get("/search?scope=indicators")).contains(indicator);
    assertThat(get("/d/qsqzgh-2024-bmjs?view=indicators")).contains(indicator);
  }
}
