package org.mingzhang.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.metadata.Sidecar;

/** Tests the warning about a file that contains its document several times. */
class RepeatedDocumentDetectorTest {
  private static final List<String> DOCUMENT =
      List.of(
          "样本市东岸区林业局2024年度部门决算",
          "一、主要职责",
          "组织开展植树造林和森林防火工作，编制年度计划，负责林木种苗管理，监督检查造林质量。",
          "二、机构设置",
          "内设办公室、造林科、林政科和防火办，下属林业工作站一个，年末实有在职人员四十六人。",
          "三、收入支出决算总体情况说明",
          "2024年度收入、支出总计均为500.10万元，主要原因是造林任务安排与上一年度基本相同。",
          "四、支出决算情况说明",
          "2024年度支出合计497.10万元，其中：基本支出460.10万元，项目支出37.00万元。");

  private static List<String> warnings(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    lines.forEach(line -> blocks.add(TextBlock.paragraph(1, line)));
    SourceDocument source = new SourceDocument("样例.txt", "0".repeat(64), "text/plain", 1, 1, null);
    return new DisclosureReader()
        .read(new Extraction(source, blocks, Map.of(), List.of()), Sidecar.none())
        .warnings();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void a_document_printed_several_times_is_reported(int times) {
    List<String> lines = IntStream.range(0, times).boxed().flatMap(i -> DOCUMENT.stream()).toList();
    assertThat(warnings(lines))
        .contains("the document is printed " + times + " times in this file");
  }

  @Test
  void a_document_printed_once_or_with_a_repeated_paragraph_is_not_reported() {
    assertThat(warnings(DOCUMENT)).isEmpty();
    List<String> twice = new ArrayList<>(DOCUMENT);
    twice.addAll(List.of("五、其他", DOCUMENT.get(2), "六、说明", DOCUMENT.get(2)));
    assertThat(warnings(twice)).isEmpty();
  }
}
