package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An agency over the years: what its page says is what its documents say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgencyPageTest {
  private AssistantPortal portal;

  @BeforeAll
  void start(@TempDir Path folder) {
    portal = new AssistantPortal(folder);
  }

  @AfterAll
  void stop() {
    portal.close();
  }

  static String address(String district, String name) {
    return "/agencies/"
        + encoded("示例省")
        + "/"
        + encoded("样本市")
        + "/"
        + encoded(district)
        + "?name="
        + encoded(name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Rows of tables whose head begins so: cells as text, links kept in angle brackets. */
  private static List<String> row(String page, String head) {
    Matcher rows = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL).matcher(page);
    while (rows.find()) {
      List<String> cells = new ArrayList<>();
      Matcher each =
          Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL).matcher(rows.group(1));
      while (each.find()) {
        cells.add(
            each.group(1)
                .replaceAll("<span class=\"sub\".*?</span>", "|")
                .replaceAll("<[^a][^>]*>|</a>", ""));
      }
      if (!cells.isEmpty() && cells.getFirst().replaceAll("<a[^>]*>", "").startsWith(head)) {
        return cells;
      }
    }
    return List.of();
  }

  @Test
  void amounts_of_all_years_stand_beside_each_other_and_lead_to_their_places() {
    String page = portal.get(address("青石区", "总工会"));
    assertThat(page).contains("示例省样本市青石区总工会", ">2021<", ">2024<");
    assertThat(page).contains(">3.28</a>", ">4.28</a>", ">5.28</a>", ">6.28</a>");
    Matcher link = Pattern.compile("href=\"(/d/[^\"]*fact=[^\"]*)\"").matcher(page);
    int followed = 0;
    while (link.find() && followed++ < 8) {
      String place = link.group(1).replace("&amp;", "&");
      String anchor = place.substring(place.indexOf('#') + 1);
      assertThat(portal.get(place.substring(0, place.indexOf('#')))).as(place).contains(anchor);
    }
    assertThat(followed).isPositive();
  }

  @Test
  void the_year_before_the_first_document_has_the_amounts_that_it_compares_with() {
    String page = portal.get(address("青石区", "总工会"));
    assertThat(page).contains(">2020<", ">2.28</a>").doesNotContain(">2019<");
    assertThat(row(page, "部门决算").get(1)).contains("未收录");
  }

  @Test
  void documents_indicators_scores_and_findings_are_counted_year_by_year() {
    String page = portal.get(address("青石区", "总工会"));
    assertThat(row(page, "部门决算").toString()).contains("1 版");
    assertThat(row(page, "绩效指标").subList(2, 6)).allMatch(c -> c.contains(">6"));
    assertThat(page).contains("未达标 2");
    assertThat(row(page, "绩效得分率").subList(2, 6)).allMatch(c -> c.contains(">97.0%"));
    assertThat(row(page, "疑点").subList(2, 6)).allMatch(c -> c.contains(">2"));
    assertThat(row(page, "公开项目得分").subList(2, 6))
        .allMatch(c -> c.contains("/transparency/qsqzgh-"));
    String budget = portal.get(address("白水区", "总工会"));
    assertThat(row(budget, "部门预算").toString()).contains("2 版", "未收录");
    assertThat(budget).contains("2024-08-30 公开");
  }

  @Test
  void how_much_of_a_budget_was_carried_out_is_told_as_stated() {
    assertThat(portal.get(address("青石区", "总工会"))).contains("完成调整预算（文中所写）", ">90%<");
  }

  @Test
  void others_of_the_region_and_of_the_name_elsewhere_have_one_scale() {
    String page = portal.get(address("青石区", "总工会"));
    assertThat(page).contains("同一地区的单位", "示例省样本市青石区教育局", "其他地区的同名单位", "示例省样本市白水区总工会");
    assertThat(page.split("<svg xmlns", -1)).hasSizeGreaterThan(2);
    String other = portal.get(address("青石区", "总工会") + "&account=" + encoded("三公经费"));
    assertThat(other).contains("三公经费，决算，财政拨款；各单位用同一刻度");
  }

  @Test
  void whoever_is_not_kept_is_not_there() {
    assertThat(portal.get(address("青石区", "卫生局"))).contains("404");
    assertThat(portal.get("/agencies/999999?name=x")).contains("404");
    assertThat(portal.get("/coverage")).contains(address("青石区", "总工会").substring(0, 20));
    assertThat(portal.get("/d/qsqzgh-2024-bmjs")).contains("/agencies/");
    assertThat(portal.get(address("青石区", "总工会") + "&lang=en"))
        .contains("Documents held, year by year");
  }
}
