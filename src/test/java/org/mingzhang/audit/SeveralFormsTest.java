package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;

/**
 * Forms of several projects in one section: an error in one form does not explain a difference in
 * another.
 */
class SeveralFormsTest {
  @Test
  void a_score_above_its_weight_does_not_explain_the_total_of_another_form() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(TextBlock.paragraph(1, "样本县水利局2024年度项目支出绩效自评表"));
    blocks.add(form("河道治理项目", "12", "92"));
    blocks.add(form("水质监测项目", "10", "86"));
    assertThat(
            new Auditor()
                .audit(read(blocks)).stream()
                    .map(f -> f.rule() + ">" + f.stated())
                    .filter(f -> f.startsWith("score-total") || f.startsWith("indicator-score")))
        .containsExactlyInAnyOrder("indicator-score>12", "score-total>86");
  }

  /** A form whose first row has a weight of ten. */
  private static TableBlock form(String project, String score, String total) {
    String[] rows = {
      "项目名称," + project + ",,,,,",
      "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分",
      "产出指标,数量指标,巡查次数,≥12次,12次,10," + score,
      "产出指标,质量指标,验收合格率,≥95%,96%,40,40",
      "效益指标,社会效益指标,受益人口,≥3万人,3.2万人,30,30",
      "满意度指标,服务对象满意度指标,群众满意度,≥90%,93%,10,10",
      "总分,,,,,90," + total
    };
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      String[] printed = rows[row].split(",", -1);
      for (int column = 0; column < printed.length; column++) {
        cells.add(new TableBlock.Cell(row, column, 1, 1, printed[column]));
      }
    }
    return new TableBlock(1, rows.length, 7, cells);
  }

  private static Disclosure read(List<Block> blocks) {
    return new DisclosureReader()
        .read(
            new Extraction(
                new SourceDocument("a.docx", "0", "text/plain", 1, 1, null),
                blocks,
                Map.of(),
                List.of()),
            Sidecar.none());
  }
}
