package org.mingzhang.fact.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;

/** Budget lines in a table of the self-evaluation of a whole department. Figures are invented. */
class BudgetLineTableTest {
  private static final List<String> ROWS =
      List.of(
          "项目\t年初预算数\t全年预算数（A）\t全年执行数（B）\t分值\t执行率（B/A）\t得分",
          "资金总额\t70.00\t90.00\t80.00\t10\t88.89%\t8.89",
          "其中：基本支出\t40.00\t50.00\t45.00\t—\t90.00%\t—",
          "项目支出\t30.00\t40.00\t35.00\t—\t87.50%\t—");

  @ParameterizedTest
  @CsvSource({
    "2024年度部门整体支出绩效自评报告,2024年度部门预算执行情况表,true",
    "2024年度部门整体绩效评价自评报告,表1 预算资金执行情况表,true",
    "2024年度部门整体支出绩效自评报告,2024年度项目支出执行情况表,false"
  })
  void the_table_gives_budget_and_result_unless_it_is_of_projects(
      String title, String caption, boolean whole) {
    List<String> facts = read(title, caption).stream().map(BudgetLineTableTest::describe).toList();
    List<String> expected =
        List.of(
            "预算数 年初预算 70.00", "预算数 调整预算 90.00", "执行数 执行 80.00", "基本支出 年初预算 40.00", "项目支出 执行 35.00");
    if (whole) {
      assertThat(facts).containsAll(expected);
    } else {
      assertThat(facts).doesNotContainAnyElementsOf(expected.subList(0, 3));
    }
  }

  private static String describe(Fact fact) {
    String stage = Objects.requireNonNull(fact.context().stage()).label();
    return fact.account() + " " + stage + " " + fact.printed();
  }

  private static List<Fact> read(String title, String caption) {
    List<Block> blocks = new ArrayList<>();
    Stream.of("样岭县林业局" + title, "一、预算执行情况", "部门预算执行情况如下。", caption, "单位：万元")
        .forEach(line -> blocks.add(TextBlock.paragraph(1, line)));
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int row = 0; row < ROWS.size(); row++) {
      String[] texts = ROWS.get(row).split("\t", -1);
      for (int column = 0; column < texts.length; column++) {
        cells.add(new TableBlock.Cell(row, column, 1, 1, texts[column]));
      }
    }
    blocks.add(new TableBlock(1, ROWS.size(), 7, cells));
    SourceDocument source = new SourceDocument("a.txt", "0".repeat(64), "text/plain", 1, 1, null);
    return new FactReader()
        .read(
            new DisclosureReader()
                .read(new Extraction(source, blocks, Map.of(), List.of()), Sidecar.none()));
  }
}
