package org.mingzhang.fact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.Topic;

/** Budget lines of performance forms whose cells were lost. */
class FormLinesTest {
  private static final DocumentMetadata YEAR_2024 =
      new DocumentMetadata(null, false, null, null, 2024, null, null, List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024年度整体绩效自评表|基本支出总额 31.18 项目支出总额 15.2/预算执行情况（万元）（20分）/预算数（A） 执行数（B） 执行率（B/A）"
            + " 得分/部门整体/支出总额/36.05 46.38 128.65% 14.15/年度绩效目标1：安居|部门整体支出预算数 36.05万元;部门整体支出执行数"
            + " 46.38万元;基本支出 31.18万元;项目支出 15.2万元",
        "库房维护项目绩效自评表|项目名称 库房维护经费/主管部门 示例局/预算执行情/况（万元）/资金来源 预算数（A） 执行数（B） 执行率/一般预算内拨/款/"
            + "4.2万元 4.1万元 98%/合计 4.2万元 4.1万元 98%|库房维护经费 项目预算数 4.2万元;库房维护经费 项目执行数 4.1万元",
        "档案数字化项目自评表|项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率/年度资金总额 6 5.5 5.1 10 92.7%|档案数字化 项目年初预算数"
            + " 6万元;档案数字化 项目全年预算数 5.5万元;档案数字化 项目执行数 5.1万元",
        "2024年度整体绩效自评表|基本支出总额 31.18 项目支出总额 15.2|"
      })
  void amounts_are_read_in_the_order_of_the_columns_named_before(
      String title, String lines, String expected) {
    assertThat(read(title, lines.split("/(?![A-Z]）)")))
        .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(";")));
  }

  @Test
  void an_amount_is_on_the_page_of_its_line() {
    Section section =
        new Section(
            "6.1",
            "",
            "2024年度整体绩效自评表",
            2,
            Topic.SELF_EVALUATION_TABLE,
            1,
            false,
            false,
            List.of(
                new Section.Paragraph(1, "预算执行情况（万元） 预算数（A） 执行数（B） 执行率（B/A） 得分"),
                new Section.Paragraph(2, "部门整体支出总额 36.05 46.38 128.65%"),
                new Section.Paragraph(2, "年度绩效目标1：安居")));
    assertThat(new Figures().read(List.of(section), List.of(), YEAR_2024))
        .hasSize(2)
        .allMatch(figure -> figure.page() == 2);
  }

  @Test
  void a_form_without_a_unit_gives_no_amounts() {
    Section.TablePart form =
        new Section.TablePart(
            3,
            -1,
            new TableBlock(
                3,
                1,
                4,
                List.of(
                    new TableBlock.Cell(0, 0, 1, 1, "基本支出总额"),
                    new TableBlock.Cell(0, 1, 1, 1, "89.65"),
                    new TableBlock.Cell(0, 2, 1, 1, "项目支出总额"),
                    new TableBlock.Cell(0, 3, 1, 1, "15"))),
            List.of(3));
    assertThat(readAll(form, "2024年度基本支出89.65万元。")).containsExactly("基本支出 89.65万元");
    assertThat(readAll(form, "2024年度基本支出90.65万元。")).containsExactly("基本支出 90.65万元");
  }

  private static List<String> readAll(Section.TablePart form, String sentence) {
    Section told =
        new Section(
            "3",
            "三、",
            "支出情况",
            1,
            Topic.EXPENDITURE,
            1,
            false,
            false,
            Arrays.asList(new Section.Paragraph(1, sentence)));
    Section table =
        new Section(
            "6", "", "整体绩效目标表", 1, Topic.SELF_EVALUATION_TABLE, 3, false, false, List.of(form));
    return new Figures()
        .read(List.of(told, table), List.of(), YEAR_2024).stream().map(Figures::describe).toList();
  }

  private static List<String> read(String title, String... lines) {
    List<Section.Part> body =
        Arrays.stream(lines).<Section.Part>map(l -> new Section.Paragraph(1, l)).toList();
    Section section =
        new Section("6.1", "", title, 2, Topic.SELF_EVALUATION_TABLE, 1, false, false, body);
    return new Figures()
        .read(List.of(section), List.of(), YEAR_2024).stream().map(Figures::describe).toList();
  }
}
