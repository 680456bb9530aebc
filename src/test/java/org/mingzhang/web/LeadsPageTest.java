package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of leads as the server renders them, without scripts. */
@ExtendWith(SharedPortal.class)
class LeadsPageTest {
  private final RunningPortal portal;

  LeadsPageTest(RunningPortal portal) {
    this.portal = portal;
  }

  private String words(String path) {
    return portal.get(path).body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void a_card_has_both_places_the_arithmetic_an_explanation_and_a_letter() {
    String page = portal.get("/leads?kind=text-table-mismatch&year=2024&size=1").body();
    assertThat(page)
        .contains("data-crop=\"/d/", "data-page=\"23\"", "data-quote=\"机关运行经费支出56.20万元\"")
        .contains("data-quote=\"公用经费 52.60\"", "#page=5");
    String words = page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    assertThat(words)
        .contains("机关运行经费支出56.20万元", "公用经费 52.60")
        .contains("文件写 56.20 万元 按其他数字应为 52.60 万元 相差 3.60 万元")
        .contains("可能的正常解释 ：正文和表可能分别出自初稿和定稿")
        .contains("第23页“", "写道：“机关运行经费支出56.20万元”", "请贵单位说明：", portal.origin + "/d/");
  }

  @Test
  void the_letter_asks_which_of_two_places_is_right_only_if_there_are_two() {
    assertThat(words("/leads?kind=text-table-mismatch&year=2024&size=1"))
        .contains("上述数字以哪一处为准？")
        .doesNotContain("正确的数字或表述是什么？");
    assertThat(words("/leads?kind=completion-rate&size=1"))
        .contains("正确的数字或表述是什么？")
        .doesNotContain("以哪一处为准？");
  }

  @Test
  void targets_tell_their_deviation_and_ask_for_its_reason() {
    String missed = words("/leads/missed");
    assertThat(missed)
        .contains("困难职工慰问：目标≥800人次，实际612人次", "低于目标23.5%，为目标的0.77倍")
        .contains("该项目标未完成的原因是什么", "项目可能延期");
    String exceeded = words("/leads/exceeded");
    assertThat(exceeded).contains("高于目标450%，为目标的5.5倍", "年初目标如何测算");
  }

  @Test
  void it_speaks_english_and_knows_no_other_parts() {
    assertThat(words("/leads?lang=en"))
        .contains("Contradictory figures", "Draft letter to the agency", "Please let us know: 1.");
    assertThat(portal.get("/leads/none-such").statusCode()).isEqualTo(404);
    assertThat(words("/leads?year=1999")).contains("没有符合条件的线索。");
  }

  @Test
  void files_have_a_row_for_each_lead() throws IOException {
    String csv = portal.get("/leads.csv?header=name&part=missed").body().replace("\uFEFF", "");
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(csv),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      List<CSVRecord> rows = parser.getRecords();
      assertThat(rows).hasSize(portal.documents.size());
      assertThat(rows.getFirst().get("lead")).isEqualTo("target");
      assertThat(rows.getFirst().get("gap_percent")).isEqualTo("23.5");
      assertThat(rows.getFirst().get("url")).startsWith(portal.origin + "/d/");
    }
    assertThat(portal.get("/leads.xlsx").headers().firstValue("content-type").orElse(""))
        .contains("spreadsheetml");
  }

  @Test
  void indicators_show_their_deviation_and_why_it_cannot_be_told() {
    assertThat(words("/search?scope=indicators")).contains("低于目标23.5%", "没有读到实际完成值");
    assertThat(words("/indicators")).contains("无法判断的原因", "没有读到实际完成值 " + portal.documents.size());
  }

  @Test
  void home_names_the_gravest_and_leads_to_all() {
    String page = portal.get("/").body();
    assertThat(page.indexOf("home-leads")).isPositive().isLessThan(page.indexOf("class=\"ways\""));
    assertThat(page).contains("href=\"/leads\"");
  }
}
