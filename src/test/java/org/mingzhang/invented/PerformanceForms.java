package org.mingzhang.invented;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.mingzhang.model.Indicator;

/**
 * Invents performance forms in the variants that provinces print: 项目支出绩效自评表, 部门整体支出绩效自评表 and 绩效目标表,
 * with columns in other orders, levels merged, repeated or left blank, with and without points,
 * reasons, the lines of the budget above and the remarks below.
 */
final class PerformanceForms {
  /** Kinds of forms. */
  enum Kind {
    PROJECT_REVIEW,
    PROJECT_REVIEW_WEIGHT_FIRST,
    DEPARTMENT_REVIEW,
    PROJECT_GOALS,
    TWO_LEVELS,
    DEPARTMENT_GOALS,
    PROJECT_LIST
  }

  private static final String[][] LEVELS = {
    {"产出指标", "数量指标", "质量指标", "时效指标", "成本指标"},
    {"效益指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"},
    {"满意度指标", "服务对象满意度指标"}
  };
  private static final String[][] NEW_LEVELS = {
    {"成本指标", "经济成本指标", "社会成本指标"},
    {"产出指标", "数量指标", "质量指标", "时效指标"},
    {"效益指标", "社会效益指标", "生态效益指标"},
    {"满意度指标", "服务对象满意度指标"}
  };
  private static final String[][] DEPARTMENT = {
    {"投入", "预算配置", "预算安排"},
    {"过程", "预算执行", "预算管理", "资产管理"},
    {"产出", "职责履行"},
    {"效果", "履职效益", "服务对象满意度"}
  };
  private static final String[] NAMES = {
    "开展职工技能竞赛场次", "培训基层干部人数", "设备验收合格率", "资金拨付及时率", "慰问困难职工户数", "档案数字化加工数量",
    "服务对象投诉处理率", "项目按期完成率", "维修改造面积", "宣传活动覆盖社区数", "困难群众生活改善程度", "业务工作规范化水平",
    "受益群众满意度", "年度工作任务完成率", "经费控制在预算内", "制度建设健全性", "信息系统正常运行天数", "带动就业人数"
  };
  private static final String[][] VALUES = {
    {"≥30场", "35场"},
    {"≥95%", "97.5%"},
    {"100%", "100%"},
    {"2000人次", "2136人次"},
    {"≤50万元", "48.6万元"},
    {"明显提升", "明显提升"},
    {"12月31日前", "12月20日完成"},
    {"=5个", "5个"},
    {"健全", "健全"},
    {"有效改善", "基本改善"},
    {"≥1200平方米", "1200平方米"},
    {"达到预期目标", "已达到"}
  };
  private static final String[] TARGETS = {
    "年初目标值", "年度指标值", "指标值", "目标值", "预期指标值", "年度目标值（A）", "全年目标值", "计划指标值"
  };
  private static final String[] ACTUALS = {
    "实际完成值", "全年实际值", "实际完成值（B）", "完成情况", "实际完成情况", "全年完成值", "实际完成指标值"
  };
  private static final String[] WEIGHTS = {"分值", "权重", "分值（权重）", "指标分值"};
  private static final String[] SCORES = {"得分", "自评得分", "实际得分", "自评分"};
  private static final String[] NOTES = {
    "偏差原因分析及改进措施", "未完成原因及改进措施", "偏差原因分析", "备注", "未完成原因分析与改进措施"
  };

  private final Random random;
  private final int year;

  PerformanceForms(Random random) {
    this.random = random;
    this.year = 2018 + random.nextInt(8);
  }

  /**
   * A form and what must be read from it.
   *
   * @param sheet how it is printed
   * @param title its caption
   * @param rows its indicators: level 1, 2, 3, target, result, weight, score, note
   */
  record Made(Sheet sheet, String title, List<List<String>> rows) {}

  /** The fields of an indicator in the order of {@link Made#rows}. */
  static List<String> fields(Indicator row) {
    return java.util.stream.Stream.of(
            row.level1(),
            row.level2(),
            row.level3(),
            row.target(),
            row.actual(),
            row.weight(),
            row.score(),
            row.note())
        .map(v -> v == null ? "" : v)
        .toList();
  }

  /** A column after the levels and the name, with its place in {@link Made#rows}. */
  private enum Field {
    TARGET(3),
    ACTUAL(4),
    WEIGHT(5),
    SCORE(6),
    NOTE(7);

    private final int place;

    Field(int place) {
      this.place = place;
    }
  }

  Made make(Kind kind) {
    return switch (kind) {
      case PROJECT_REVIEW ->
          form(
              kind,
              pick("项目支出绩效自评表", "财政项目支出绩效自评表", "部门预算项目绩效自评表"),
              LEVELS,
              order(random.nextInt(3)),
              true);
      case PROJECT_REVIEW_WEIGHT_FIRST ->
          form(
              kind,
              "项目支出绩效自评表",
              NEW_LEVELS,
              List.of(Field.WEIGHT, Field.TARGET, Field.ACTUAL, Field.SCORE, Field.NOTE),
              true);
      case DEPARTMENT_REVIEW ->
          form(
              kind,
              pick("部门整体支出绩效自评表", "部门整体绩效自评表"),
              random.nextBoolean() ? DEPARTMENT : LEVELS,
              order(random.nextInt(4)),
              true);
      case PROJECT_GOALS ->
          form(
              kind,
              pick("项目支出绩效目标表", "项目绩效目标申报表", "财政支出项目绩效目标表"),
              LEVELS,
              List.of(Field.TARGET),
              true);
      case TWO_LEVELS ->
          form(kind, "专项资金绩效自评表", LEVELS, List.of(Field.TARGET, Field.ACTUAL, Field.SCORE), false);
      case DEPARTMENT_GOALS ->
          form(kind, "部门整体支出绩效目标表", DEPARTMENT, List.of(Field.TARGET, Field.NOTE), true);
      case PROJECT_LIST -> list();
    };
  }

  private static List<Field> order(int n) {
    return switch (n) {
      case 0 -> List.of(Field.TARGET, Field.ACTUAL, Field.WEIGHT, Field.SCORE, Field.NOTE);
      case 1 -> List.of(Field.WEIGHT, Field.TARGET, Field.ACTUAL, Field.SCORE, Field.NOTE);
      case 2 -> List.of(Field.TARGET, Field.ACTUAL, Field.NOTE);
      default -> List.of(Field.TARGET, Field.WEIGHT, Field.ACTUAL, Field.SCORE, Field.NOTE);
    };
  }

  private Made form(Kind kind, String name, String[][] levels, List<Field> fields, boolean three) {
    boolean label = random.nextBoolean();
    boolean points = random.nextInt(3) == 0;
    String project = pick("职工服务经费", "档案数字化加工", "老旧小区改造", "基层公共文化服务");
    boolean whole = kind == Kind.DEPARTMENT_REVIEW || kind == Kind.DEPARTMENT_GOALS;
    List<List<String>> rows = rows(levels, fields, three);
    int width = (label ? 1 : 0) + (three ? 3 : 2) + fields.size();
    List<String> lines = new ArrayList<>();
    lines.add(line(width, whole ? "部门名称" : "项目名称", whole ? "示例省样本市统计局" : project));
    if (!whole) {
      lines.add(line(width, "主管部门", "示例省样本市统计局"));
    }
    if (fields.contains(Field.ACTUAL)) {
      lines.add(spread(width, "项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"));
      lines.add(spread(width, "年度资金总额", "120.00", "118.50", "115.20", "10", "97.2%", "9.72"));
      lines.add(spread(width, "其中：当年财政拨款", "120.00", "118.50", "115.20", "—", "", "—"));
      if (width >= 5 && random.nextBoolean()) {
        lines.add(halves(width, "年度总体目标", "预期目标", "实际完成情况"));
        lines.add(halves(width, "^", "完成年度各项工作任务。", "全部完成。"));
      } else {
        lines.add(line(width, "年度总体目标", "完成年度各项工作任务，保障民生。"));
      }
    } else {
      lines.add(line(width, "年度绩效目标", "完成年度各项工作任务，保障民生。"));
    }
    String wide = label ? "绩效指标" : "";
    List<String> header = new ArrayList<>();
    if (label) {
      header.add(wide);
    }
    header.addAll(three ? List.of("一级指标", "二级指标", "三级指标") : List.of("一级指标", "指标名称"));
    fields.forEach(f -> header.add(heading(f)));
    lines.add(String.join(" | ", header));
    int style = random.nextInt(3);
    List<String> above = List.of("", "");
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      if (label) {
        cells.add("^");
      }
      boolean sameFirst = above.get(0).equals(row.get(0));
      boolean sameSecond = sameFirst && above.get(1).equals(row.get(1));
      String mark = points && style == 0 ? "（" + (10 + row.get(0).length()) + "分）" : "";
      cells.add(!sameFirst ? row.get(0) + mark : style == 0 ? "^" : style == 1 ? "" : row.get(0));
      if (three) {
        cells.add(!sameSecond ? row.get(1) : style == 0 ? "^" : style == 1 ? "" : row.get(1));
      }
      cells.add(row.get(2));
      for (Field field : fields) {
        cells.add(row.get(field.place));
      }
      lines.add(String.join(" | ", cells));
      above = row;
    }
    if (fields.contains(Field.SCORE)) {
      List<String> total = new ArrayList<>();
      total.add("总分");
      for (int i = 1; i < width; i++) {
        total.add(i == width - 1 ? "96.5" : "<");
      }
      lines.add(String.join(" | ", total));
    }
    if (random.nextBoolean()) {
      lines.add(line(width, "自评结论", "项目实施情况良好，达到预期目标。"));
    }
    List<List<String>> over = new ArrayList<>();
    String title = "（" + year + "年度）";
    over.add(List.of(name));
    if (random.nextBoolean()) {
      over.add(List.of(title));
    }
    List<String> below = random.nextBoolean() ? List.of("填表人：示例　　联系电话：") : List.of();
    List<String> head = lines.subList(0, 1);
    return new Made(Sheet.drawn(over, head, lines.subList(1, lines.size()), below), name, rows);
  }

  /** The goals of several projects in one table, as budgets annex them. */
  private Made list() {
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    lines.add("单位名称 | 项目名称 | 年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值");
    for (String project : List.of("档案数字化加工经费", "职工技能竞赛经费")) {
      List<List<String>> own = rows(LEVELS, List.of(Field.TARGET), true);
      List<String> above = List.of("", "");
      for (List<String> row : own) {
        boolean sameFirst = above.get(0).equals(row.get(0));
        boolean sameSecond = sameFirst && above.get(1).equals(row.get(1));
        lines.add(
            String.join(
                " | ",
                above.get(0).isEmpty() ? "示例省样本市统计局" : "^",
                above.get(0).isEmpty() ? project : "^",
                above.get(0).isEmpty() ? "完成" + project + "安排的工作。" : "^",
                sameFirst ? "^" : row.get(0),
                sameSecond ? "^" : row.get(1),
                row.get(2),
                row.get(3)));
        above = row;
      }
      rows.addAll(own);
    }
    String name = "部门项目支出绩效目标表";
    return new Made(
        Sheet.drawn(
            List.of(List.of(name), List.of("", "单位：万元")),
            lines.subList(0, 1),
            lines.subList(1, lines.size()),
            List.of()),
        name,
        rows);
  }

  private List<List<String>> rows(String[][] levels, List<Field> fields, boolean three) {
    List<List<String>> rows = new ArrayList<>();
    int n = random.nextInt(NAMES.length);
    boolean manyNotes = random.nextBoolean();
    for (String[] level : levels) {
      for (int i = 1; i < level.length; i++) {
        if (three && i > 1 && random.nextInt(4) == 0) {
          continue;
        }
        for (int k = 1 + random.nextInt(2); k > 0; k--) {
          String[] value = VALUES[random.nextInt(VALUES.length)];
          List<String> row = new ArrayList<>();
          row.add(level[0]);
          row.add(three ? level[i] : "");
          row.add(NAMES[n++ % NAMES.length]);
          row.add(value[0]);
          row.add(fields.contains(Field.ACTUAL) ? value[1] : "");
          row.add(fields.contains(Field.WEIGHT) ? pick("5", "10", "15") : "");
          row.add(fields.contains(Field.SCORE) ? pick("5", "9.5", "10") : "");
          row.add(
              fields.contains(Field.NOTE) && (manyNotes || random.nextInt(5) == 0)
                  ? pick("无", "计划调整，下一步加强管理")
                  : "");
          rows.add(row);
        }
        if (!three) {
          break;
        }
      }
    }
    return rows;
  }

  private String heading(Field field) {
    return switch (field) {
      case TARGET -> pick(TARGETS);
      case ACTUAL -> pick(ACTUALS);
      case WEIGHT -> pick(WEIGHTS);
      case SCORE -> pick(SCORES);
      case NOTE -> pick(NOTES);
    };
  }

  private static String line(int width, String label, String text) {
    return label + " | < | " + text + " | <".repeat(width - 3);
  }

  private static String halves(int width, String label, String left, String right) {
    int rest = width - 2;
    int first = rest / 2;
    return label
        + " | "
        + ("^".equals(label) ? "^" : "<")
        + " | "
        + left
        + " | <".repeat(first - 1)
        + " | "
        + right
        + " | <".repeat(rest - first - 1);
  }

  private static String spread(int width, String... cells) {
    List<String> all = new ArrayList<>();
    all.add(cells[0]);
    all.add("<");
    for (int i = 1; i < cells.length && all.size() < width; i++) {
      all.add(cells[i]);
    }
    while (all.size() < width) {
      all.add("<");
    }
    return all.stream().collect(Collectors.joining(" | "));
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }
}
