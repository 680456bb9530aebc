package org.mingzhang.structure.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Block;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.Topic;

/** Tests forms in text that keeps the lines of a page, with wrapped cells. */
class StreamFormsTest {
  private static List<Block> restore(String text) {
    return org.mingzhang.structure.lattice.text.CopiedTableFinder.restoreTables(
            text.lines().<Block>map(line -> TextBlock.line(1, line)).toList())
        .blocks();
  }

  private static List<Indicator> read(String text) {
    List<Section.Part> body = new ArrayList<>();
    for (Block block : restore(text)) {
      body.add(
          switch (block) {
            case TextBlock line -> new Section.Paragraph(1, line.text());
            case TableBlock table -> new Section.TablePart(1, -1, table);
          });
    }
    Section section = new Section("6.1", "", "示例自评表", 2, Topic.ANNEX, 1, false, false, body);
    return new IndicatorReader().read(List.of(section));
  }

  private static List<String> lines(List<Indicator> rows) {
    return rows.stream()
        .map(
            r ->
                String.join(
                    "/",
                    String.valueOf(r.level1()),
                    String.valueOf(r.level2()),
                    r.level3(),
                    String.valueOf(r.target()),
                    String.valueOf(r.actual())))
        .toList();
  }

  @Test
  void the_next_form_begins_at_its_project_and_measures_stand_apart_in_justified_lines() {
    assertThat(
            lines(
                read(
                    """
                    一级指标 二级指标 三级指标 指标值
                    产出指标
                    数量指标
                    编制规划成果 1 套
                    巡查河道长度 ≥320 公里
                    满意度指标 服务对象满意度指标 群众满意度 ≥90%
                    项目名称 水质监测
                    年度资金总额 260.00
                    其他资金 0.00
                    """)))
        .containsExactly(
            "产出指标/数量指标/编制规划成果/1套/null",
            "产出指标/数量指标/巡查河道长度/≥320公里/null",
            "满意度指标/服务对象满意度指标/群众满意度/≥90%/null");
  }

  @Test
  void a_numbered_title_after_the_rows_ends_them() {
    assertThat(
            lines(
                read(
                    """
                    一级指标 二级指标 三级指标 年初目标值 实际完成值
                    产出指标 数量指标 培训场次 12场 15场
                    满意度指标 服务对象满意度指标 群众满意度 90% 94%
                    3.财政评价项目绩效评价结果
                    本年度无财政评价项目。
                    """)))
        .hasSize(2);
  }

  @Test
  void levels_in_the_middle_of_their_rows_cover_them() {
    List<Indicator> rows =
        read(
            """
            一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 未完成原因
            办理甲事 ≥30场 35场 10 5
            数量指标
            办理乙事 健全 健全 10 9.5 无
            产出指标 质量指标 甲事合格率 ≥95% 97.5% 10 5
            办结甲事 12月底前 12月20日 15 5 天气影响，推迟
            绩效指标 时效指标
            办结乙事 及时 及时 15 5
            效益指标 社会效益指标 甲事成效 显著 显著 15 9.5
            满意度指标 服务对象满意度指标 群众满意度 ≥90% 95% 10 10
            总分 96.5
            """);
    assertEquals(
        List.of(
            "产出指标/数量指标/办理甲事/≥30场/35场",
            "产出指标/数量指标/办理乙事/健全/健全",
            "产出指标/质量指标/甲事合格率/≥95%/97.5%",
            "产出指标/时效指标/办结甲事/12月底前/12月20日",
            "产出指标/时效指标/办结乙事/及时/及时",
            "效益指标/社会效益指标/甲事成效/显著/显著",
            "满意度指标/服务对象满意度指标/群众满意度/≥90%/95%"),
        lines(rows));
    assertEquals(List.of("10", "5"), List.of(rows.get(0).weight(), rows.get(0).score()));
  }

  @Test
  void rows_with_points_are_read_through_wrapped_cells_and_carried_levels() {
    List<Indicator> rows =
        read(
            """
            单位名称：样本市示例局
            年度绩效目标 1：（5分）做好示例
            工作。
            年度绩效
            指标
            一级指标 二级指标 三级指标
            年初目标
            值（A）
            实际完成值（B） 得分
            产出指标
            数量指标
            处理示例劳动争议案件 ≥30 件 165 件 3
            开展普法宣传 开展宣传
            开展职工法律小讲
            堂等活动 14场
            3
            质量指标 示例小家复查通过率 100%
            指导示例酒店工会小
            组通过全国
            2
             模范小家复查。
            效益指标 社会效益 促进社会和谐发展 促进发展 职工就业稳定 2
             指标
            总分 94.15
            备注：
            1.说明。
            """);
    assertEquals(
        List.of(
            "产出指标/数量指标/处理示例劳动争议案件/≥30件/165件",
            "产出指标/数量指标/开展普法宣传/开展宣传/开展职工法律小讲堂等活动14场",
            "产出指标/质量指标/示例小家复查通过率/100%/指导示例酒店工会小组通过全国模范小家复查。",
            "效益指标/社会效益指标/促进社会和谐发展/促进发展/职工就业稳定"),
        lines(rows));
    assertEquals("做好示例工作。", rows.get(0).goal());
    assertEquals(List.of("3", "3", "2", "2"), rows.stream().map(Indicator::score).toList());
  }

  @Test
  void rows_without_points_start_at_the_names_of_levels_however_they_are_broken() {
    List<Indicator> rows =
        read(
            """
            项目名称 示例经费
            一级
            指标
            二级指
            标
            三级指标
            年初目标
            值
            实际完成
            值
            未完成原因及
            改进措施
            产出
            指标
            数量指
            标
            推荐和谐企业 5家 0家
            该工作职能已划
            归外单位
            数量指
            标
            夏送清凉慰问
            一线职工
            10个（次
            ）
            10个（次） 无
            满意
            度指
            标
            服务对
            象满意
            度
            企业职工满意
            度
            95% 95% 无
            备注：
            """);
    assertEquals(
        List.of(
            "产出指标/数量指标/推荐和谐企业/5家/0家",
            "产出指标/数量指标/夏送清凉慰问一线职工/10个（次）/10个（次）",
            "满意度指标/服务对象满意度/企业职工满意度/95%/95%"),
        lines(rows));
    assertEquals("该工作职能已划归外单位", rows.get(0).note());
    assertEquals("示例经费", rows.get(0).project());
  }

  @Test
  void lines_around_a_form_stay_lines() {
    List<Block> blocks = restore("前言\n一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 活动 5场\n备注：无\n二、其他");
    assertEquals(4, blocks.size());
    assertInstanceOf(TableBlock.class, blocks.get(1));
    assertEquals("备注：无", ((TextBlock) blocks.get(2)).text());
  }

  @Test
  void random_forms_printed_row_by_row_are_read_back() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<String> expected = new ArrayList<>();
      StringBuilder text = new StringBuilder("一级指标 二级指标 三级指标 年初目标值 实际完成值 得分\n");
      String[] first = {"产出指标", "效益指标", "满意度指标"};
      String[][] second = {{"数量指标", "质量指标"}, {"社会效益指标"}, {"服务对象满意度"}};
      for (int a = 0; a < 3; a++) {
        for (String b : second[a]) {
          String name = "示例活动" + "开展办理完成组织".substring(0, 2 + random.nextInt(5));
          int wanted = 10 + random.nextInt(90);
          int got = 10 + random.nextInt(90);
          boolean blank = random.nextBoolean();
          String unit = (blank ? " " : "") + "场";
          text.append(b.equals(second[a][0]) ? first[a] + (random.nextBoolean() ? " " : "\n") : "");
          text.append(b).append(random.nextBoolean() ? " " : "\n").append(name).append(' ');
          text.append(wanted).append(unit).append(' ').append(got).append(unit).append(" 3\n");
          expected.add(String.join("/", first[a], b, name, wanted + "场", got + "场"));
        }
      }
      assertEquals(expected, lines(read(text.toString())), "seed " + seed + "\n" + text);
    }
  }

  @Test
  void columns_are_told_by_their_heads_in_any_order() {
    List<Indicator> rows =
        read(
            """
            绩效指标 一级指标 二级指标 三级指标 分值 年度指标值 全年完成值 自评得分 偏差原因分析及改进措施
            产出指标(50分) 数量指标 示例活动场次 10 ≥50场 52 场 10
            质量指标 示例报告合格率 8 100% 95% 7.5 下一步加强审核
            示例制度健全性 8 健全 健全 8
            满意度指标 服务对象满意度 受益群众满意度 10 ≥90% 95% 10
            总分 100 98
            """);
    assertEquals(
        List.of(
            "产出指标/数量指标/示例活动场次/≥50场/52场",
            "产出指标/质量指标/示例报告合格率/100%/95%",
            "产出指标/质量指标/示例制度健全性/健全/健全",
            "满意度指标/服务对象满意度/受益群众满意度/≥90%/95%"),
        lines(rows));
    assertEquals(List.of("10", "8", "8", "10"), rows.stream().map(Indicator::weight).toList());
    assertEquals(List.of("10", "7.5", "8", "10"), rows.stream().map(Indicator::score).toList());
    assertEquals("下一步加强审核", rows.get(1).note());
  }

  @Test
  void forms_of_two_levels_are_read_as_well() {
    assertEquals(
        List.of("产出指标/null/示例户数/≥5户/6户", "效益指标/null/示例带动作用/明显/明显"),
        lines(
            read(
                """
                一级指标 指标名称 目标值 实际完成值 得分
                产出指标 示例户数 ≥5户 6户 10
                效益指标 示例带动作用 明显 明显 9
                """)));
  }

  @Test
  void lines_that_nobody_filled_in_and_values_left_out_do_not_shift_the_columns() {
    List<Indicator> rows =
        read(
            """
            年度绩效指标 一级
            指标
            二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
            (50分)
            数量指标 指标1:示例水渠改造项目数量 1 1 10 10
            指标2:
            ……
            质量指标 指标1:示例工程合格 10 9
            满意度指标
            (10分)
            服务对象
            满意度指标
            指标1:示例对象满意度 90% 100% 10 10
            总分 100 99
            """);
    assertEquals(
        List.of(
            "null/数量指标/指标1:示例水渠改造项目数量/1/1",
            "null/质量指标/指标1:示例工程合格/null/null",
            "满意度指标/服务对象满意度指标/指标1:示例对象满意度/90%/100%"),
        lines(rows));
    assertEquals(List.of("10", "9", "10"), rows.stream().map(Indicator::score).toList());
  }
}
