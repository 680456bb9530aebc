package org.mingzhang.structure.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

class SimplifiedDocumentConverterTest {
  private static final String TRADITIONAL = "清溪縣財政局2021年度部門決算，單位：萬元，項(xiàng)目支出績(jì)效";

  @Test
  void a_traditional_edition_is_distinguished_from_simplified_text_with_a_few_such_characters() {
    assertThat(SimplifiedDocumentConverter.isNeeded(List.of(TextBlock.line(1, TRADITIONAL))))
        .isTrue();
    assertThat(
            SimplifiedDocumentConverter.isNeeded(
                List.of(
                    TextBlock.line(
                        1, "清溪县财政局2021年度部门决算，项目名称：國立圖書館舊址修繕工程。" + "本部门负责全县财政工作，".repeat(20)))))
        .isFalse();
    assertThat(SimplifiedDocumentConverter.isNeeded(List.of(table(TRADITIONAL)))).isTrue();
  }

  @Test
  void text_and_cells_are_simplified_and_lose_the_pinyin_of_converters() {
    Extraction read =
        SimplifiedDocumentConverter.convert(
            new Extraction(
                new SourceDocument("a.txt", "0".repeat(64), "text/plain", 1, 1, null),
                List.of(TextBlock.line(1, TRADITIONAL), table("績(jì)效指標(biāo)")),
                Map.of(),
                List.of()));
    assertThat(((TextBlock) read.blocks().getFirst()).text())
        .isEqualTo("清溪县财政局2021年度部门决算，单位：万元，项目支出绩效");
    assertThat(((TableBlock) read.blocks().getLast()).cells().getFirst().text()).isEqualTo("绩效指标");
  }

  private static Block table(String text) {
    return new TableBlock(1, 1, 1, List.of(new TableBlock.Cell(0, 0, 1, 1, text)));
  }
}
