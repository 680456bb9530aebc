package org.mingzhang.structure.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

class SentenceFiguresTest {
  private static final String AGENCY = "示例省样本市测试区档案局";

  private static List<Figure> read(Topic topic, String title, boolean item, String... paragraphs) {
    List<Section.Part> body =
        Arrays.stream(paragraphs).<Section.Part>map(p -> new Section.Paragraph(1, p)).toList();
    Section section = new Section("3.1", "一、", title, 2, topic, 1, item, item, body);
    DocumentMetadata metadata =
        new DocumentMetadata(
            null, false, AGENCY, null, 2024, Category.DEPARTMENT_FINAL_ACCOUNTS, null, List.of());
    return new FigureReader().read(List.of(section), List.of(), metadata);
  }

  private static String line(Figure figure) {
    String item = figure.item() == null ? "" : figure.item() + " ";
    return item + figure.name() + " " + figure.value() + figure.unit();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOTALS|2024 年度收、支总计均为 11.5 万元。|收入总计 11.5万元;支出总计 11.5万元",
        "TOTALS|2024年度收入支出总计1,011.50万~元。|收入总计 1011.50万元;支出总计 1011.50万元",
        "TOTALS|与2023年度相比，收、支总计各减少2万元，下降14.8%。"
            + "|收入总计比上年减少 2万元;支出总计比上年减少 2万元;收入总计比上年下降 14.8%;支出总计比上年下降 14.8%",
        "TOTALS|2024年度收入 11.5万元，支出 11.5万元。|收入总计 11.5万元;支出总计 11.5万元",
        "INCOME|2024年度收入合计8万元，其中：财政拨款收入7万元，占87.5%。" + "|本年收入合计 8万元;财政拨款收入 7万元;财政拨款收入占本年收入 87.5%",
        "EXPENDITURE|本年支出合计8万元，其中：基本支出6万元，占本年支出75%；项目支出2万元，占本年支出25%。"
            + "|本年支出合计 8万元;基本支出 6万元;基本支出占本年支出 75%;项目支出 2万元;项目支出占本年支出 25%",
        "FISCAL_APPROPRIATION|财政拨款收、支总计各增加3万元。|财政拨款收入总计比上年增加 3万元;财政拨款支出总计比上年增加 3万元",
        "GENERAL_PUBLIC_BUDGET|一般公共服务支出6万元，占75%；卫生健康支出2万元，占25%。"
            + "|一般公共服务（类） 支出决算 6万元;一般公共服务（类） 占一般公共预算财政拨款支出比重 75%;"
            + "卫生健康（类） 支出决算 2万元;卫生健康（类） 占一般公共预算财政拨款支出比重 25%",
        "GENERAL_PUBLIC_BUDGET|2024年度一般公共预算财政拨款支出年初预算为5万元，支出决算为4万元，完成年初预算的80%。"
            + "|年初预算 5万元;支出决算 4万元;完成年初预算 80%",
        "GENERAL_PUBLIC_BUDGET|1、一般公共服务支出（类）档案事务（款）行政运行（项）。主要用于：人员。全年预算为5万元，支出决算为4万元。"
            + "|一般公共服务支出/档案事务/行政运行 全年预算 5万元;一般公共服务支出/档案事务/行政运行 支出决算 4万元",
        "THREE_PUBLIC|“三公”经费财政拨款支出全年预算为3万元，支出决算为2万元。|三公经费预算 3万元;三公经费支出决算 2万元",
        "THREE_PUBLIC|公务用车购置及运行维护费预算为3万元，支出决算为    万元，完成预算的0%。"
            + "|公务用车购置及运行费预算 3万元;公务用车购置及运行费完成预算 0%",
        "OPERATING_EXPENSES|示例省样本市测试区档案局2024年度机关运行经费支出3万元，比年初预算数减少1.4万元，降低11.7%。"
            + "|机关运行经费 3万元;机关运行经费比年初预算减少 1.4万元;机关运行经费比年初预算降低 11.7%",
        "PROCUREMENT|政府采购支出总额9万元，其中：政府采购货物支出4万元、政府采购服务支出5万元。"
            + "|政府采购支出总额 9万元;政府采购货物支出 4万元;政府采购服务支出 5万元",
        "PERFORMANCE|全面开展绩效自评，共涉及项目7个，资金15万元，占一般公共预算项目支出总额的100%。|绩效自评项目资金 15万元",
        "PERFORMANCE|修缮库房项目绩效自评综述：项目全年预算数为7万元，执行数为4万元。主要产出和效益：追回资金105万元。"
            + "|修缮库房 项目全年预算数 7万元;修缮库房 项目执行数 4万元",
        "OVERVIEW|向困难群众发放资金60万元。|",
        "GLOSSARY|单价100万元以上。|",
        "STATE_ASSETS|单位价值 100 万元以上设备 0 台。|",
      })
  void sentences_give_normalised_names(Topic topic, String text, String expected) {
    List<String> lines =
        read(topic, "情况说明", false, text.replace('~', '\n')).stream()
            .map(SentenceFiguresTest::line)
            .toList();
    assertEquals(expected == null ? List.of() : List.of(expected.split(";")), lines);
  }

  @Test
  void amounts_in_reasons_are_not_figures() {
    assertEquals(
        List.of("本年支出合计 8万元"),
        read(Topic.EXPENDITURE, "支出", false, "本年支出合计8万元，主要原因：一是增加人员经费3万元；二是减少会议费1万元。").stream()
            .map(SentenceFiguresTest::line)
            .toList());
  }

  @Test
  void alternatives_left_open_state_no_change() {
    assertEquals(List.of(), read(Topic.THREE_PUBLIC, "三公", false, "较上年度增加/减少0万元，增长/下降0%。"));
  }

  @Test
  void an_item_heading_names_the_amounts_below_it() {
    assertEquals(
        List.of("住房保障支出/住房改革支出/提租补贴 年初预算 4.88万元", "住房保障支出/住房改革支出/提租补贴 支出决算 4.8万元"),
        read(
                Topic.GENERAL_PUBLIC_BUDGET,
                "住房保障支出（类）住房改革支出（款）提租补贴（项）",
                true,
                "。年初预算为4.88 万元，支出决算为4.8万元。")
            .stream()
            .map(SentenceFiguresTest::line)
            .toList());
  }

  @Test
  void the_quote_is_the_document_s_own_words() {
    Figure figure =
        read(Topic.INCOME, "收入", false, "本年收入 合计 1,8 0 万 元；其他。本年收入合计 8 万\n元，其他。").getFirst();
    assertEquals("本年收入合计 8 万\n元，其他。", figure.quote());
    assertEquals(2024, figure.year());
  }

  @Test
  void the_quote_of_an_amount_that_its_title_runs_into_says_of_what_it_is() {
    String title = "“一般公共服务支出（类）档案事务（款）行政运行（项）”";
    List<Figure> figures =
        read(Topic.GENERAL_PUBLIC_BUDGET, title, true, "38.90万元，主要用于人员。", "年初预算为2.00万元。");
    assertEquals(
        List.of(title + "38.90万元，主要用于人员。", "年初预算为2.00万元。"),
        figures.stream().map(Figure::quote).toList());
  }
}
