package org.mingzhang.web.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;

class InquiryLetterWriterTest {
  private static final Hit FINDING =
      new Hit(
          "d/s#f-1",
          SearchScope.FINDINGS,
          "d",
          "决算|附表",
          List.of(),
          "t",
          "样本市林业局",
          List.of("示例省"),
          2024,
          "部门决算",
          null,
          1,
          List.of(),
          0,
          List.of(),
          null,
          Map.of());

  private static Hit target(String note) {
    return new Hit(
        "d/s#i-1",
        SearchScope.INDICATORS,
        "d",
        "自评表",
        List.of(),
        "新建林场",
        "样本市林业局",
        List.of("示例省"),
        2024,
        "项目支出绩效自评",
        null,
        1,
        List.of(),
        0,
        List.of(),
        null,
        Map.of("target", "5个", "actual", "0个", "met", "missed", "note", note));
  }

  @ParameterizedTest
  @CsvSource({
    "该职能已划归市园林局, true",
    "受暴雨影响未能开工, true",
    "因指标调整取消, true",
    "无, false",
    "—, false",
    "已完成, false",
    "10, false"
  })
  void a_letter_does_not_ask_for_the_reason_that_the_form_states(String note, boolean told) {
    Labels labels = new Labels(new Messages(), Language.CHINESE);
    InquiryLetterWriter writer =
        new InquiryLetterWriter(
            labels, "https://p.example", LocalDate.of(2026, 11, 21), document -> "");
    String letter = writer.buildLetter(target(note), "新建林场：目标5个，实际0个。", List.of());
    assertThat(letter.contains("表中写明的原因是：“" + note + "”")).isEqualTo(told);
    assertThat(letter.contains("未完成的原因是什么")).isNotEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "change-rate, 9.5, false",
    "change-rate, 0.02, true",
    "share, 2.2, false",
    "share, 0.1, true",
    "sum, 100, false",
    "sum, 0.01, true"
  })
  void rounding_explains_only_small_gaps(String rule, String percent, boolean rounding) {
    Hit finding =
        new Hit(
            "d/s#f-2",
            SearchScope.FINDINGS,
            "d",
            "决算",
            List.of(),
            "t",
            "样本市林业局",
            List.of("示例省"),
            2024,
            "部门决算",
            null,
            1,
            List.of(),
            0,
            List.of(),
            null,
            Map.of("rule", rule, "kind", rule, "gapPercent", percent));
    assertThat(LeadCardBuilder.explanationOf(finding).chinese().contains("四舍五入"))
        .isEqualTo(rounding);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void no_page_is_named_of_a_document_without_pages(Language language) {
    Labels labels = new Labels(new Messages(), language);
    InquiryLetterWriter writer =
        new InquiryLetterWriter(
            labels, "https://p.example", LocalDate.of(2026, 11, 21), document -> "");
    for (String heading : List.of("", "一、收支")) {
      for (String document : List.of("", "上年决算")) {
        String letter =
            writer.buildLetter(
                FINDING,
                "不一致。",
                List.of(new LeadView.QuoteLocation("合计", heading, "", 0, document, "", "")));
        assertThat(letter).contains("合计", heading, document);
        assertThat(letter).doesNotContainPattern("第 ?0 ?页|[Pp]age 0");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void only_the_letter_itself_has_line_breaks(Language language) {
    Labels labels = new Labels(new Messages(), language);
    InquiryLetterWriter writer =
        new InquiryLetterWriter(
            labels, "https://p.example", LocalDate.of(2026, 11, 21), document -> "");
    LeadView.QuoteLocation place =
        new LeadView.QuoteLocation("合计|12.50|13.05", "一、收支|总表", "", 3, "", "", "");
    String letter = writer.buildLetter(FINDING, "甲|乙不一致。", List.of(place));
    assertThat(letter).contains("决算|附表", "合计|12.50|13.05", "一、收支|总表", "甲|乙不一致。");
    assertThat(letter.lines().filter(line -> line.matches("(　　[一二三]、|[123]\\. ).*"))).hasSize(3);
    String published = writer.buildLetter(FINDING, "甲|乙", "enquiry.questions.gone");
    assertThat(published).contains("决算|附表", "甲|乙");
    assertThat(published.lines().filter(line -> line.matches("(　　[一二三]、|[123]\\. ).*"))).hasSize(3);
  }
}
