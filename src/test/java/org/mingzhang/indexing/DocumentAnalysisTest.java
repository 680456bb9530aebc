package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.text.LongTextSplitter;

class DocumentAnalysisTest {
  private static Extraction extraction(List<Block> blocks) {
    SourceDocument source =
        new SourceDocument("示例局2024年度部门决算.txt", "0".repeat(64), "text/plain", 1, 1, null);
    return new Extraction(source, blocks, Map.of(), List.of("said before"));
  }

  private static Extraction document(int parts) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(TextBlock.line(1, "示例省样本市样例局2024年度部门决算"));
    for (int i = 1; i <= parts; i++) {
      blocks.add(TextBlock.line(1, i + ".第" + i + "类支出决算情况说明"));
      blocks.add(TextBlock.paragraph(1, "支出" + i + ".50万元，其中：基本支出1.50万元，占" + i + "%。"));
    }
    return extraction(blocks);
  }

  private static String text(Disclosure disclosure) {
    return String.join("\n", disclosure.sections().stream().map(Section::fullText).toList());
  }

  @Test
  void what_the_time_does_not_suffice_for_is_left_out_and_said_but_the_text_is_kept() {
    Disclosure read =
        new DocumentAnalysis(Duration.ofMillis(1)).analyze(document(5_000), Sidecar.none());
    assertThat(text(read)).contains("支出1.50万元", "支出5000.50万元");
    assertThat(read.figures()).isEmpty();
    assertThat(read.findings()).isEmpty();
    assertThat(read.warnings())
        .contains("said before")
        .anyMatch(w -> w.startsWith("the outline could not be read"))
        .anyMatch(w -> w.startsWith("the facts could not be read"))
        .anyMatch(w -> w.startsWith("rules that could not be checked"));
  }

  @Test
  void a_blank_form_is_marked_and_accuses_nobody() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(TextBlock.line(1, "XX县XX局2024年度部门决算"));
    blocks.add(TextBlock.line(1, "一、收入支出决算总体情况说明"));
    for (String name : List.of("收入总计", "支出总计", "本年收入", "本年支出", "基本支出", "项目支出")) {
      blocks.add(TextBlock.paragraph(1, "2024年度" + name + "XX万元，与上年相比增加（减少）XX万元，增长XX%。"));
    }
    Disclosure read =
        new DocumentAnalysis(Duration.ofMinutes(5)).analyze(extraction(blocks), Sidecar.none());
    assertThat(read.metadata().isBlankForm()).isTrue();
    assertThat(read.metadata().agency()).isNull();
    assertThat(read.findings()).isEmpty();
  }

  @Test
  void what_the_time_suffices_for_is_read_without_a_warning() {
    Disclosure read =
        new DocumentAnalysis(Duration.ofMinutes(5)).analyze(document(20), Sidecar.none());
    assertThat(read.sections()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(read.figures()).hasSizeGreaterThan(20);
    assertThat(read.warnings()).containsExactly("said before");
  }

  @Test
  void a_paragraph_too_long_for_one_is_read_in_pieces_and_said() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(TextBlock.line(1, "示例省样本市样例局2024年度部门决算"));
    blocks.add(TextBlock.line(1, "一、支出情况"));
    blocks.add(
        TextBlock.paragraph(
            1, "推进样例工作，".repeat(LongTextSplitter.MAX_PIECE_LENGTH) + "本年支出合计7.50万元，"));
    DocumentAnalysis understanding = new DocumentAnalysis(Duration.ofMinutes(5));
    Disclosure read = understanding.analyze(extraction(blocks), Sidecar.none());
    assertThat(read.figures()).anyMatch(f -> f.value().equals("7.50"));
    assertThat(read.warnings()).anyMatch(w -> w.contains("read in pieces: 1"));
    assertThat(understanding.hasAbandonedThread()).isFalse();
  }

  @Test
  void a_page_that_repeats_one_sentence_for_ever_is_read_in_part_and_its_record_stays_small() {
    String sentence = "2024年度支出合计123.45万元，其中基本支出100.00万元，项目支出23.45万元，";
    int times = 30_000;
    List<Block> blocks = List.of(TextBlock.paragraph(1, sentence.repeat(times)));
    Disclosure read =
        new DocumentAnalysis(Duration.ofMinutes(5)).analyze(extraction(blocks), Sidecar.none());
    assertThat(read.warnings())
        .anyMatch(w -> w.matches("only the first \\d+ statements of amounts were read"));
    assertThat(read.metadata().evidence()).allMatch(e -> e.quote().length() <= 400);
    assertThat(read.figures()).hasSizeLessThan(3 * times).allMatch(f -> f.quote().length() <= 700);
    assertThat(text(read)).hasSizeGreaterThanOrEqualTo(times * sentence.length());
  }
}
