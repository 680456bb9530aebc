package org.mingzhang.structure.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.structure.grid.GridDrawing;
import org.mingzhang.structure.table.TableReader;

/**
 * Draws random performance forms in the variants of real ones and checks that they are read back
 * unchanged.
 */
class IndicatorRoundTripTest {
  private static final String[][] LEVELS = {
    {"产出指标", "数量指标", "质量指标", "时效指标"},
    {"效益指标", "社会效益指标", "可持续影响指标"},
    {"满意度指标", "服务对象满意度指标"}
  };
  private static final String[] TARGETS = {"年初目标值（A）", "年度指标值", "预期指标值", "指标值", "全年目标值"};
  private static final String[] ACTUALS = {"实际完成值（B）", "全年实际值", "完成情况", "实际完成指标值"};

  private final long seed = Seed.next();
  private final Random random = new Random(seed);

  private record Row(String first, String second, String name, String target, String actual) {}

  @Test
  void random_forms_are_read_back_from_every_variant() {
    for (int round = 0; round < 300; round++) {
      List<Row> rows = rows();
      boolean label = random.nextBoolean();
      boolean merged = random.nextBoolean();
      int cut = random.nextInt(rows.size() + 1);
      List<String> lines = draw(rows, label, merged, cut);
      String header = header(label);
      List<Section.Part> parts = new ArrayList<>();
      parts.add(GridDrawing.part(1, header + "\n" + String.join("\n", lines.subList(0, cut))));
      if (cut < rows.size()) {
        String again = random.nextBoolean() ? header + "\n" : "";
        String rest = again + String.join("\n", lines.subList(cut, rows.size()));
        parts.add(GridDrawing.part(2, rest));
      }
      Section section = GridDrawing.section("自评表", parts.toArray(Section.Part[]::new));
      List<Row> read = read(section);
      assertEquals(
          rows, read, () -> "seed " + seed + "\n" + header + "\n" + String.join("\n", lines));
    }
  }

  private static List<Row> read(Section section) {
    List<Indicator> rows =
        new IndicatorReader().read(new TableReader().read(List.of(section)).sections());
    return rows.stream()
        .map(
            r ->
                new Row(
                    String.valueOf(r.level1()),
                    String.valueOf(r.level2()),
                    r.level3(),
                    String.valueOf(r.target()),
                    String.valueOf(r.actual())))
        .toList();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String[] level : LEVELS) {
      for (int i = 1; i < level.length; i++) {
        int times = 1 + random.nextInt(2);
        for (int n = 0; n < times; n++) {
          String target = random.nextBoolean() ? "≥" + random.nextInt(99) + "%" : "明显";
          rows.add(new Row(level[0], level[i], "指标甲" + rows.size(), target, "已完成" + rows.size()));
        }
      }
    }
    return rows;
  }

  private String header(boolean label) {
    String target = TARGETS[random.nextInt(TARGETS.length)];
    String actual = ACTUALS[random.nextInt(ACTUALS.length)];
    return (label ? "绩效⏎指标 | " : "")
        + "一级⏎指标 | 二级指标 | 三级指标 | "
        + target
        + " | "
        + actual
        + " | 分值 | 得分";
  }

  /** The rows as lines; levels are merged, left blank below the first, or repeated. */
  private List<String> draw(List<Row> rows, boolean label, boolean merged, int cut) {
    List<String> lines = new ArrayList<>();
    boolean repeat = random.nextBoolean();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Row above = i == 0 ? new Row("", "", "", "", "") : rows.get(i - 1);
      String same = i == cut ? "" : merged ? "^" : repeat ? row.first() : "";
      String first =
          row.first().equals(above.first()) ? same : row.first() + (merged ? "⏎(20分)" : "");
      String sameSecond = i == cut ? "" : merged ? "^" : repeat ? row.second() : "";
      boolean secondHolds =
          row.second().equals(above.second()) && row.first().equals(above.first());
      String second = secondHolds ? sameSecond : row.second();
      lines.add(
          (label ? (i == cut ? "" : "^") + " | " : "")
              + String.join(
                  " | ", first, second, row.name(), row.target(), row.actual(), "10", "9"));
    }
    return lines;
  }
}
