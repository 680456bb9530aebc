package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests single numerals and titles. */
class HeadingGrammarTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "第三部分 情况说明|PART|3|情况说明",
        "第十一章　附则|CHAPTER|11|附则",
        "附件 2 基础数据表|ANNEX|2|基础数据表",
        "附表：项目自评表|ANNEX|0|项目自评表",
        "十二、国有资产|HAN|12|国有资产",
        "一 、收入|HAN|1|收入",
        "（二）结构情况|HAN_BRACKETS|2|结构情况",
        "(十一)结余分配|HAN_BRACKETS|11|结余分配",
        "1.2025年部门收入预算总表|DIGIT|1|2025年部门收入预算总表",
        "10、住房公积金|DIGIT|10|住房公积金",
        "1一般公共服务支出（类）82万元|DIGIT|1|一般公共服务支出（类）82万元",
        "（3） 改进建议|DIGIT_BRACKETS|3|改进建议"
      })
  void numerals_are_read_with_style_and_value(
      String text, NumeralStyle style, int ordinal, String rest) {
    HeadingNumeral numeral = Objects.requireNonNull(new HeadingNumeralReader().read(text), text);
    assertThat(numeral.style()).isEqualTo(style);
    assertThat(numeral.ordinal()).isEqualTo(ordinal);
    assertThat(numeral.rest()).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5万元", "2024年度收入", "附件2024年报告", "一是加强管理", "第一，加强管理", "48家", "一，加强"})
  void amounts_years_and_ordinals_in_sentences_are_no_numerals(String text) {
    assertThat(new HeadingNumeralReader().read(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "农林水支出（类）农业农村（款）行政运行（项）。年初预算为1万元。|BUDGET_ITEM|农林水支出（类）农业农村（款）行政运行（项）|年初预算为1万元。",
        "“农林水支出（类）农业农村（款）行政运行（项）”38.90万元，主要用于人员。|BUDGET_ITEM|“农林水支出（类）农业农村（款）行政运行（项）”|38.90万元，主要用于人员。",
        "农林水（类）支出 5 万元，占1%。|AMOUNT|农林水（类）支出|5万元，占1%。",
        "因公出国(境)费全年预算为0万元。|AMOUNT|因公出国(境)费|全年预算为0万元。",
        "公务接待费支出0.3万元。|AMOUNT|公务接待费|支出0.3万元。",
        "机构组成。内设综合股。|RUN_IN|机构组成|内设综合股。",
        "基本支出：指日常支出。|RUN_IN|基本支出|指日常支出。",
        "全力抓收入，财政稳中有进。建立机制。|RUN_IN_WITH_COMMA|全力抓收入，财政稳中有进|建立机制。",
        "项目名称：河道清淤。预算安排规模：12万元。|RUN_IN|项目名称：河道清淤|预算安排规模：12万元。",
        "存在问题。|END_MARKED|存在问题|''",
        "收入决算情况说明|PLAIN|收入决算情况说明|''",
        "自评结果 （表述应与决算一致）：已公开。|RUN_IN|自评结果|（表述应与决算一致）：已公开。",
        "贯彻执行党的方针政策，完成工作任务。|SENTENCE|贯彻执行党的方针政策，完成工作任务|''",
        "《示例区服务企业实施意见》。|SENTENCE|《示例区服务企业实施意见》|''",
        "收入完成100万元|SENTENCE|收入完成100万元|''",
        "部门决算单位构成（仅有一个单位的部门，本部分内容为“机构设置”）从单位构成看，包括两家|RUN_IN|部门决算单位构成|（仅有一个单位的部门，本部分内容为“机构设置”）从单位构成看，包括两家",
        "收入预算712.9万元其中：其中一般公共预算拨款665万元|RUN_IN|收入预算|712.9万元其中：其中一般公共预算拨款665万元"
      })
  void titles_are_separated_from_run_in_text(
      String rest, HeadingTitle.TitleForm form, String title, String body) {
    HeadingTitle read = new HeadingTitleReader().read(rest);
    assertThat(read).isEqualTo(new HeadingTitle(title, read.endPunctuation(), body, form));
    assertThat((read.text() + read.endPunctuation() + read.body()).replaceAll("\\s", ""))
        .as("no printed character is lost")
        .isEqualTo(rest.replaceAll("\\s", ""));
  }
}
