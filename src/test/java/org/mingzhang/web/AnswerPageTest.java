package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers above the hits as the server gives them, without script. */
@ExtendWith(SharedPortal.class)
class AnswerPageTest {
  private static final String NONE = "direct-answer";

  private final RunningPortal portal;

  AnswerPageTest(RunningPortal portal) {
    this.portal = portal;
  }

  private static String address(String question) {
    return "/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
  }

  private String answer(String address) {
    String page = portal.get(address).body();
    return page.contains(NONE)
        ? page.replaceAll("(?s).*(<section class=\"direct-answer.*?</section>).*", "$1")
        : "";
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void one_agency_and_year_get_the_number_its_slice_its_sentence_and_its_page() {
    String answer = answer(address("青石区总工会2024年三公经费是多少"));
    assertThat(words(answer))
        .contains("示例省样本市青石区总工会：三公经费", "2024 年 6.28 万元 部门口径，财政拨款，决算")
        .contains("比 2023 年增加 1.00 万元（18.9%）", "2023 年为 5.28")
        .contains("支出决算为4.28万元", "2024年度部门决算 查看原件第 20 页")
        .contains("同一年的其他口径 2024 年 6.08 万元 部门口径，财政拨款，调整预算");
    assertThat(answer)
        .containsPattern("/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk\\?fact=a-[0-9a-f]{8}#a-[0-9a-f]{8}\"")
        .contains("/d/qsqzgh-2024-bmjs/pages?section=qk-sgjf-ztqk#page=20");
  }

  @Test
  void two_values_of_a_document_without_finding_are_both_shown_and_not_held_against_it() {
    assertThat(words(answer(address("青石区教育局2024年基本支出"))))
        .containsPattern("文中有不同的数，本站未能分辨： 401\\.12 万元 或 410\\.12 万元");
  }

  @Test
  void what_documents_do_not_state_and_what_is_not_kept_is_said() {
    assertThat(words(answer(address("青石区教育局2024年会议费")))).contains("已收录 2024 年的文件，其中没有读出此项的数。");
    assertThat(words(answer(address("总工会2024年三公经费比2023年增长多少")))).contains("叫“总工会”的单位不止一个：");
    String before = words(answer(address("青石区教育局2022年三公经费")));
    assertThat(before).contains("未收录该单位 2022 年的文件。", "已收录的年度：2024。", "2024 年 6.28 万元");
    assertThat(words(answer(address("武汉市武昌区教育局2022年公务接待费")))).contains("未收录“武汉市武昌区教育局”的文件。");
  }

  @Test
  void a_change_that_only_the_text_states_leads_to_its_sentence() {
    assertThat(answer(address("青石区总工会2021年公务接待费")))
        .containsPattern(
            "<a class=\"muted\" href=\"/d/qsqzgh-2021-bmjs/qk-sgjf-ztqk\\?fact=a-[0-9a-f]{8}#a-[0-9a-f]{8}\">文中所写</a>");
  }

  @Test
  void a_year_told_by_the_calendar_is_counted_from_today() {
    assertThat(words(answer(address("青石区总工会去年三公经费是多少")))).contains("未收录该单位 2025 年的文件。");
    assertThat(words(answer(address("青石区总工会前年三公经费是多少")))).contains("2024 年 6.28 万元");
  }

  @Test
  void those_that_rose_are_a_table_with_before_after_change_and_place() {
    String answer = answer(address("哪些区三公经费上涨"));
    assertThat(words(answer))
        .contains("2024 年三公经费比 2023 年上升的单位（3 个）", "统计口径：部门口径，财政拨款，决算")
        .contains("示例省样本市青石区总工会 5.28 6.28 +1.00 +18.9%", "第 20 页")
        .contains("示例省 样本市 青石区：", "按地区分列");
    assertThat(words(answer(address("哪些单位三公经费上涨"))))
        .contains("示例省样本市青石区总工会 5.28 6.28 +1.00 +18.9%")
        .doesNotContain("示例省 样本市 青石区：", "按地区分列");
    assertThat(words(answer(address("青石区哪些单位三公经费下降")))).contains("收录的文件中没有符合条件的数。", "其余 2 个单位没有下降");
  }

  @Test
  void a_question_with_an_answer_is_not_called_not_found() {
    assertThat(portal.get(address("哪些单位三公经费上涨最多")).body())
        .contains("没有任何一节含有问题中的全部词语")
        .doesNotContain("没有找到", "换一种说法");
  }

  @Test
  void it_is_told_in_english_as_well() {
    assertThat(words(answer(address("青石区总工会2024年三公经费") + "&lang=en")))
        .contains("Up 10,000 yuan (18.9%) from 2023", " 62,800 yuan department")
        .contains("department including its units, fiscal appropriation, final accounts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search?q=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9",
        "/search",
        "/search?q=%E9%9D%92%E7%9F%B3%E5%8C%BA%E6%80%BB%E5%B7%A5%E4%BC%9A2024%E5%B9%B4%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9&year=2024",
        "/search?q=%E9%9D%92%E7%9F%B3%E5%8C%BA%E6%80%BB%E5%B7%A5%E4%BC%9A2024%E5%B9%B4%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9&scope=findings"
      })
  void other_searches_filters_and_findings_have_none(String address) {
    assertThat(answer(address)).isEmpty();
  }

  @Test
  void programs_get_the_same_with_the_facts() throws IOException {
    JsonNode body =
        new ObjectMapper()
            .readTree(
                portal.get(address("青石区总工会2024年三公经费").replace("/search", "/api/v1/answer")).body());
    JsonNode line = body.at("/answer/lines/0");
    assertThat(line.at("/state").asText()).isEqualTo("stated");
    assertThat(line.at("/values/0/yuan").asText()).isEqualTo("62800");
    assertThat(line.at("/values/0/places/0/page").asInt()).isEqualTo(20);
    assertThat(line.at("/change/percent").asText()).isEqualTo("18.9");
    String none = portal.get("/api/v1/answer?q=abc").body();
    assertThat(none).isEqualTo("{\"query\":\"abc\",\"answer\":null,\"worded\":null}");
  }
}
