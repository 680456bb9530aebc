package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Block;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.metadata.Sidecar;

/** Documents of several bodies in one file, and notices that withdraw what they quote. */
class VolumeAndCorrectionTest {
  private static Disclosure read(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      blocks.add(line.endsWith("。") ? TextBlock.paragraph(1, line) : TextBlock.line(1, line));
    }
    SourceDocument source = new SourceDocument("文件.txt", "0".repeat(64), "text/plain", 1, 1, null);
    return new DocumentAnalysis(Duration.ofMinutes(5))
        .analyze(new Extraction(source, blocks, Map.of(), List.of()), Sidecar.none());
  }

  private static List<String> account(String cover, String body, String total, String basic) {
    List<String> lines = new ArrayList<>(List.of(cover.split("\\|")));
    lines.addAll(
        List.of(
            "第一部分 " + body + "概况",
            "一、主要职责",
            "负责样本工作。",
            "第二部分 2024年度部门决算情况说明",
            "一、收入支出决算总体情况说明",
            "2024年度收入总计" + total + "万元，支出总计" + total + "万元。",
            "二、支出决算情况说明",
            "2024年度本年支出合计" + total + "万元，其中：基本支出" + basic + "万元。"));
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s2024年度部门决算", "%s|2024年度部门决算", "%s2024年度部门决算公开说明", "2024年度%s部门决算"})
  void the_amounts_of_a_volume_are_those_of_its_bodies(String cover) {
    List<String> lines = new ArrayList<>();
    String audit = "綦江区审计局";
    String civil = "綦江区民政局";
    String water = "綦江区水利局";
    lines.addAll(account(cover.formatted(audit), audit, "300.00", "200.00"));
    lines.addAll(account(cover.formatted(civil), civil, "500.00", "100.00"));
    lines.addAll(account(cover.formatted(water), water, "700.00", "350.00"));
    Disclosure volume = read(lines);
    assertThat(volume.metadata().agency()).isNull();
    assertThat(volume.metadata().title()).contains("汇编");
    assertThat(volume.findings()).isEmpty();
    assertThat(volume.warnings()).anyMatch(w -> w.contains("volume of 3 documents"));
    Map<String, List<String>> totals =
        volume.facts().stream()
            .filter(f -> f.account().equals("支出总计"))
            .collect(
                Collectors.groupingBy(
                    f -> String.valueOf(f.context().entity()),
                    Collectors.mapping(f -> f.printed(), Collectors.toList())));
    assertThat(totals)
        .isEqualTo(
            Map.of(audit, List.of("300.00"), civil, List.of("500.00"), water, List.of("700.00")));
    assertThat(volume.facts()).noneMatch(f -> f.disputed());
  }

  @Test
  void one_body_whose_name_is_printed_again_is_no_volume() {
    String body = "綦江区审计局";
    Disclosure read = read(account(body + "2024年度部门决算", body, "300.00", "200.00"));
    assertThat(read.metadata().agency()).isEqualTo(body);
    List<String> twice = new ArrayList<>(account(body + "2024年度部门决算", body, "3.00", "2.00"));
    twice.addAll(account(body + "（本级）2024年度单位决算", body, "3.00", "2.00"));
    assertThat(read(twice).metadata().agency()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "原文：“2024年度项目支出120.00万元。”|更正为：“2024年度项目支出110.00万元。”",
        "误：2024年度项目支出120.00万元。|正：2024年度项目支出110.00万元。",
        "更正前：2024年度项目支出120.00万元。|更正后：2024年度项目支出110.00万元。",
        "一、原公开内容：“2024年度项目支出120.00万元。”|现修改为：“2024年度项目支出110.00万元。”",
        "将“2024年度项目支出120.00万元”更正为“2024年度项目支出110.00万元”。",
        "“2024年度项目支出120.00万元”应为“2024年度项目支出110.00万元”。"
      })
  void what_a_notice_of_correction_withdraws_is_not_stated(String words) {
    List<String> lines = new ArrayList<>(List.of("綦江区审计局关于更正2024年度部门决算公开数据的公告", "部分数据有误，现更正如下："));
    lines.addAll(List.of(words.split("\\|")));
    lines.add("特此公告。");
    Disclosure notice = read(lines);
    assertThat(notice.facts())
        .filteredOn(f -> f.account().equals("项目支出"))
        .extracting(f -> f.printed())
        .containsExactly("110.00");
    assertThat(notice.sections().stream().map(s -> s.fullText()).toList().toString())
        .contains("120.00");
  }

  @Test
  void a_withdrawn_sum_is_no_contradiction() {
    List<String> lines =
        List.of(
            "綦江区审计局关于更正2024年度部门决算公开数据的公告",
            "部分数据有误，现更正如下：",
            "原文：“2024年度本年支出合计520.00万元，其中：基本支出410.00万元；项目支出120.00万元。”",
            "更正为：“2024年度本年支出合计520.00万元，其中：基本支出410.00万元；项目支出110.00万元。”");
    assertThat(read(lines).findings()).isEmpty();
  }

  @Test
  void only_a_notice_of_correction_withdraws() {
    Disclosure read =
        read(List.of("綦江区审计局2024年度部门决算（更正版）", "一、支出决算情况说明", "原文：2024年度项目支出120.00万元。"));
    assertThat(read.facts()).anyMatch(f -> f.printed().equals("120.00"));
  }
}
