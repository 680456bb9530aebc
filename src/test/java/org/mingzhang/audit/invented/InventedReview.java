package org.mingzhang.audit.invented;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.model.Category;
import org.mingzhang.model.Topic;

/**
 * An evaluation of its own projects, and of all its expenditure, by an office: a report and a form
 * of each, with the line of the budget, weights, scores and their total, all of which agree.
 */
final class InventedReview {
  private static final String[] PROJECTS = {"档案数字化", "库房修缮", "宣传教育", "业务培训"};
  private static final String[][] GROUPS = {
    {"产出指标", "数量指标", "质量指标", "时效指标", "成本指标"},
    {"效益指标", "社会效益指标", "可持续影响指标"},
    {"满意度指标", "服务对象满意度指标"}
  };
  private static final int[] POINTS = {50, 30, 10};
  private static final String[][] VALUES = {
    {"整理档案数量", "≥3000卷", "3120卷"},
    {"培训人数", "≥200人", "216人"},
    {"验收合格率", "100%", "100%"},
    {"资金支付及时率", "≥95%", "98%"},
    {"按期完成率", "≥90%", "92.5%"},
    {"查阅便利程度", "明显提升", "明显提升"},
    {"成本控制", "≤80万元", "76.2万元"},
    {"服务对象满意度", "≥90%", "95%"}
  };

  private final Random random;
  private final TestDocument document =
      new TestDocument().withKindAndYear(Category.PROJECT_SELF_EVALUATION, 2024);
  private final boolean marked;
  private final boolean notes;
  private final String unit;

  InventedReview(Random random) {
    this.random = random;
    this.marked = random.nextBoolean();
    this.notes = random.nextBoolean();
    this.unit = random.nextInt(3) == 0 ? "元" : "万元";
    writeSections();
  }

  TestDocument document() {
    return document;
  }

  /** A project, as its report and its form state it. */
  private record Project(
      String name, BigDecimal budget, BigDecimal result, List<String> rows, BigDecimal score) {
    String rate() {
      return percent().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    BigDecimal percent() {
      return result.movePointRight(2).divide(budget, 6, RoundingMode.HALF_UP);
    }

    BigDecimal executionScore() {
      return percent().movePointLeft(1).setScale(2, RoundingMode.HALF_UP).min(BigDecimal.TEN);
    }
  }

  private void writeSections() {
    int count = 2 + random.nextInt(2);
    List<Project> projects = new ArrayList<>();
    BigDecimal money = BigDecimal.ZERO;
    for (int i = 0; i < count; i++) {
      Project project = inventProject(PROJECTS[i]);
      projects.add(project);
      money = money.add(project.result());
    }
    writeReport(projects, money);
    projects.forEach(p -> addForm("项目支出绩效自评表", "项目名称," + p.name() + "项目", p));
    addForm("部门整体支出绩效自评表", "单位名称,示例单位", inventProject("整体"));
    addFormAsText(inventProject("其他"));
    int posts = 10 + random.nextInt(30);
    int staff = posts - random.nextInt(8);
    BigDecimal rate =
        BigDecimal.valueOf(staff * 100L).divide(BigDecimal.valueOf(posts), 2, RoundingMode.HALF_UP);
    document.form(
        "部门整体支出绩效评价基础数据表",
        "财政供养人员情况（人）,编制数,2024年实际在职人数,控制率",
        "," + posts + "," + staff + "," + rate + "%",
        "经费控制情况（万元）,2023年决算数,2024年预算数,2024年决算数");
  }

  /** Adds the budget line of a form as lines of text, as if its grid had been lost. */
  private void addFormAsText(Project p) {
    document.section(
        Topic.SELF_EVALUATION_TABLE,
        "其他支出绩效自评表",
        "预算执行情况",
        "（万元）（10分）",
        "预算数（A）",
        "执行数",
        "（B）",
        "执行率（B/A）",
        "得分",
        "（10分*执行率）",
        p.budget() + " " + p.result() + " " + p.rate() + "% " + toPlainText(p.executionScore()));
  }

  private Project inventProject(String name) {
    BigDecimal budget = BigDecimal.valueOf(random.nextLong(2_000, 30_000), 2);
    BigDecimal result =
        budget
            .multiply(BigDecimal.valueOf(random.nextInt(60, 101)))
            .movePointLeft(2)
            .setScale(2, RoundingMode.HALF_UP);
    Project empty = new Project(name, budget, result, List.of(), BigDecimal.ZERO);
    List<String> rows = new ArrayList<>();
    BigDecimal score = empty.executionScore();
    int value = random.nextInt(VALUES.length);
    for (int g = 0; g < GROUPS.length; g++) {
      int left = POINTS[g];
      for (int level = 1; level < GROUPS[g].length; level++) {
        boolean last = level == GROUPS[g].length - 1;
        int weight = last ? left : Math.min(left - 5, 10 + 5 * random.nextInt(2));
        left -= weight;
        BigDecimal lost =
            random.nextInt(4) == 0
                ? BigDecimal.valueOf(5L * (1 + random.nextInt(6)), 1)
                : BigDecimal.ZERO;
        BigDecimal own = BigDecimal.valueOf(weight).subtract(lost);
        score = score.add(own);
        String head = level > 1 ? "" : GROUPS[g][0] + (marked ? "(" + POINTS[g] + "分)" : "");
        String[] of = g == 2 ? VALUES[7] : VALUES[value++ % 7];
        String note =
            lost.signum() > 0 ? "进度略慢" + (notes ? "扣" + toPlainText(lost) + "分" : "") : "";
        rows.add(
            String.join(
                ",",
                List.of(
                    head,
                    GROUPS[g][level] + points(weight),
                    of[0] + level,
                    of[1],
                    of[2],
                    weight + "",
                    toPlainText(own),
                    note)));
      }
    }
    return new Project(name, budget, result, rows, score);
  }

  /** The points of a group of the second level, where the form prints them. */
  private String points(int weight) {
    return notes ? "(" + weight + "分)" : "";
  }

  private static String toPlainText(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private void writeReport(List<Project> projects, BigDecimal money) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("本单位对2024年度项目开展绩效自评，共涉及项目" + projects.size() + "个，资金" + money + "万元。");
    for (Project p : projects) {
      paragraphs.add(
          p.name()
              + "项目绩效自评综述：项目全年预算数为"
              + p.budget()
              + "万元，执行数为"
              + p.result()
              + "万元，完成预算的"
              + p.rate()
              + "%。项目自评得分为"
              + toPlainText(p.score())
              + "分，自评等级为“"
              + grade(p.score())
              + "”（90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差）。");
    }
    document.section(Topic.PERFORMANCE, "绩效自评情况", paragraphs.toArray(String[]::new));
  }

  /** The grades of the ministry's measures for evaluating performance. */
  static String grade(BigDecimal score) {
    int points = score.intValue();
    return points >= 90 ? "优" : points >= 80 ? "良" : points >= 60 ? "中" : "差";
  }

  private void addForm(String title, String name, Project p) {
    List<String> rows = new ArrayList<>();
    rows.add(name + ",<,<,<,<,<,<");
    rows.add("项目资金（" + unit + "）,<,年初预算数,全年预算数,全年执行数,分值,执行率,得分");
    String planned = InventedAccount.print(p.budget(), unit);
    String money = planned + "," + planned + "," + InventedAccount.print(p.result(), unit);
    rows.add("年度资金总额,<," + money + ",10," + p.rate() + "%," + toPlainText(p.executionScore()));
    rows.add("一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施");
    rows.addAll(p.rows());
    rows.add("总分,<,<,<,<,100," + toPlainText(p.score()) + ",");
    document.form(title, rows.toArray(String[]::new));
  }
}
