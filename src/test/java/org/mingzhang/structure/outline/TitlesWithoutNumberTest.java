package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests lines without a numeral that are the document's title, and those that head a part. */
class TitlesWithoutNumberTest {
  private final OutlineBuilder builder = new OutlineBuilder();

  @Test
  void the_title_of_the_document_printed_twice_is_no_part() {
    assertThat(
            headings(
                """
                样本区文化和旅游委员会（本级）2021年度部门决算情况说明
                样本区文化和旅游委员会（本级）
                2021年度部门决算情况说明
                一、部门基本情况
                负责有关工作。
                二、部门决算情况说明
                2021年度收入总计10万元。
                """))
        .containsExactly("1 一、部门基本情况", "2 二、部门决算情况说明");
  }

  @Test
  void the_halves_of_a_report_of_a_government_are_parts() {
    assertThat(
            headings(
                """
                样本区2023年预算执行情况和
                2024年预算草案的报告
                各位代表：
                现将2023年预算执行情况和2024年预算草案提请大会审议。
                2023年预算执行情况
                一、预算收支情况
                全年收入10亿元。
                二、落实决议情况
                加强管理。
                2024年预算草案
                一、预算收支安排
                全年收入11亿元。
                """))
        .containsExactly(
            "1 2023年预算执行情况", "1.1 一、预算收支情况", "1.2 二、落实决议情况", "2 2024年预算草案", "2.1 一、预算收支安排");
  }

  private List<String> headings(String text) {
    return Outlines.headings(builder.build(TextBlocks.paragraphs(text)));
  }
}
