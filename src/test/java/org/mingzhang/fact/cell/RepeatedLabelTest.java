package org.mingzhang.fact.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Block;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;

/** Forms copied with the text of merged cells in each of their columns. Figures are invented. */
class RepeatedLabelTest {
  private static final int COLUMNS = 8;

  @ParameterizedTest
  @ValueSource(strings = {"项目名称", "项目名称\t项目名称", "项目名称\t项目名称\t项目名称"})
  void a_repeated_label_is_not_the_name_of_the_project(String label) {
    String form =
        """
        项目支出绩效自评表\t项目支出绩效自评表\t项目支出绩效自评表
        （2023年度）
        %s\t苗木补贴经费\t苗木补贴经费\t苗木补贴经费
        主管部门\t主管部门\t样岭县林业局\t样岭县林业局
        项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
        项目资金（万元）\t年度资金总额\t36\t36\t27\t10\t75.00%%\t7.50
        绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
        绩效指标\t产出指标\t数量指标\t发放苗木\t≥60株\t70株\t10\t10
        """
            .formatted(label);
    List<TableBlock.Cell> cells = new ArrayList<>();
    List<String> lines = form.lines().toList();
    for (int row = 0; row < lines.size(); row++) {
      String[] texts = lines.get(row).split("\t", -1);
      for (int column = 0; column < texts.length; column++) {
        cells.add(new TableBlock.Cell(row, column, 1, 1, texts[column]));
      }
    }
    List<Block> blocks = List.of(new TableBlock(1, lines.size(), COLUMNS, cells));
    SourceDocument source = new SourceDocument("a.txt", "0".repeat(64), "text/plain", 1, 1, null);
    Disclosure read =
        new DisclosureReader()
            .read(new Extraction(source, blocks, Map.of(), List.of()), Sidecar.none());
    List<Fact> facts = new FactReader().read(read);
    assertThat(read.metadata().title()).doesNotContain("自评表项目");
    assertThat(facts).isNotEmpty().allMatch(f -> "苗木补贴经费".equals(f.context().item()));
  }
}
