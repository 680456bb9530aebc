package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.both;
import static org.mingzhang.audit.invented.PlantedError.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.model.Topic;

/** Errors in performance forms. */
final class FormErrors {
  private static final int TARGET = 3;
  private static final int ACTUAL = 4;
  private static final int WEIGHT = 5;
  private static final int SCORE = 6;

  private FormErrors() {}

  static List<PlantedError> all() {
    return List.of(
        change("execution-score", Genre.REVIEW, FormErrors::rate),
        change("execution-score", Genre.REVIEW, FormErrors::executionScore).with("score-total"),
        change(
            "execution-score",
            Genre.REVIEW,
            p -> p.rate("SELF_.*", "^[\\d.]+ [\\d.]+ ([\\d.]+)% [\\d.]+$")),
        change(
            "execution-score",
            Genre.REVIEW,
            p -> p.more("SELF_.*", "^[\\d.]+ [\\d.]+ [\\d.]+% ([\\d.]+)$")),
        change("form-against-report", Genre.REVIEW, FormErrors::otherMoney),
        both("result-in-report", Genre.REVIEW, p -> result(p, "12"), p -> result(p, "15")),
        change("deducted-points", Genre.REVIEW, FormErrors::deducted),
        change(
            "score-grade",
            Genre.REVIEW,
            p -> p.change("PERFORMANCE", "自评等级为“(.)”", (r, all) -> r.equals("良") ? "优" : "良")),
        change("control-rate", Genre.REVIEW, FormErrors::control),
        both("score-in-report", Genre.TEXT, p -> report(p, "94.15"), p -> report(p, "91.45")),
        both("form-totals", Genre.REVIEW, p -> heads(p, "20.00"), p -> heads(p, "30.00")),
        change("execution-zero-budget", Genre.REVIEW, FormErrors::noBudget)
            .with("form-against-report"),
        change("group-points", Genre.REVIEW, FormErrors::group),
        change("score-total", Genre.REVIEW, FormErrors::total),
        change("indicator-score", Genre.REVIEW, p -> higher(p)).with("score-total"),
        change("indicator-score", Genre.REVIEW, FormErrors::missed),
        change("targets-are-weights", Genre.REVIEW, p -> points(p, "")),
        change("self-score-of-targets", Genre.REVIEW, p -> points(p, "全部任务已完成，自评得分为40分。"))
            .with("targets-are-weights"));
  }

  /** The account's basic and project expenditure, and a form that begins with them. */
  private static String heads(Pen pen, String project) {
    pen.document()
        .section(
            Topic.EXPENDITURE,
            "支出决算情况说明",
            "2024年度支出合计100.00万元，其中：基本支出80.00万元，占80%；项目支出20.00万元，占20%。")
        .form("部门整体绩效自评表", "基本支出总额,80.00,项目支出总额," + project, "年度目标,做好档案工作,,");
    return "基本支出总额 80.00 项目支出总额 " + project;
  }

  /** The result of an indicator in words, and the form that has it. */
  private static String result(Pen pen, String number) {
    String said = "全年档案目录数量达到" + number + "卷";
    pen.document()
        .section(Topic.PERFORMANCE, "目录完成情况", said + "，按期完成。")
        .form("档案目录项目支出绩效自评表", "一级指标,二级指标,三级指标,指标值,完成值,分值,得分", "产出指标,数量指标,档案目录数量,≥10卷,12卷,10,10");
    return said;
  }

  /** The score of the whole body in words, and its form. */
  private static String report(Pen pen, String score) {
    String said = "2024年度部门整体绩效评价自评综合得分" + score + "分。";
    pen.document()
        .section(Topic.PERFORMANCE, "部门整体绩效评价结果", said)
        .form("部门整体绩效自评表", "年度目标,做好档案工作", "总分,94.15");
    return said;
  }

  private static List<List<String>> form(Pen pen) {
    List<TestDocument.Piece> forms =
        pen.document().pieces().stream()
            .filter(p -> !p.isTable() && !p.rows().isEmpty() && p.title().contains("项目"))
            .toList();
    return forms.get(pen.random().nextInt(forms.size())).rows();
  }

  private static List<List<String>> indicators(List<List<String>> form) {
    return form.subList(4, form.size() - 1);
  }

  private static <T> T one(List<T> of, Pen pen) {
    if (of.isEmpty()) {
      throw new Pen.NoPlace();
    }
    return of.get(pen.random().nextInt(of.size()));
  }

  private static String words(List<String> row) {
    return String.join(" ", row.stream().filter(c -> !c.isEmpty() && !c.equals("<")).toList());
  }

  private static String rate(Pen pen) {
    List<String> line = form(pen).get(2);
    BigDecimal right = new BigDecimal(line.get(6).replace("%", ""));
    line.set(6, right.subtract(pen.some(2, 30)) + "%");
    return words(line);
  }

  private static String executionScore(Pen pen) {
    List<String> line = form(pen).get(2);
    line.set(7, new BigDecimal(line.get(7)).subtract(pen.some(1, 4)).toPlainString());
    return words(line);
  }

  /** The form of a project has other money than the report, in the same proportion. */
  private static String otherMoney(Pen pen) {
    List<List<String>> form = form(pen);
    List<String> line = form.get(2);
    for (int column = 2; column <= 4; column++) {
      line.set(column, new BigDecimal(line.get(column)).multiply(BigDecimal.TWO).toPlainString());
    }
    String project = form.getFirst().get(1);
    return pen.document().piece("绩效自评情况").paragraphs().stream()
        .filter(p -> p.startsWith(project))
        .findFirst()
        .orElseThrow();
  }

  private static String deducted(Pen pen) {
    List<List<String>> rows = new ArrayList<>(indicators(form(pen)));
    rows.removeIf(r -> !r.getLast().contains("扣"));
    List<String> row = one(rows, pen);
    row.set(row.size() - 1, "进度略慢扣5分");
    return words(row.subList(2, row.size()));
  }

  private static String control(Pen pen) {
    List<String> row = pen.document().piece("基础数据表").rows().get(1);
    BigDecimal right = new BigDecimal(row.getLast().replace("%", ""));
    row.set(3, right.subtract(pen.some(2, 20)) + "%");
    return words(row);
  }

  private static String noBudget(Pen pen) {
    List<String> line = form(pen).get(2);
    line.set(3, "0");
    return words(line);
  }

  private static String group(Pen pen) {
    List<List<String>> rows = new ArrayList<>(indicators(form(pen)));
    int level = pen.random().nextInt(2);
    rows.removeIf(r -> !r.get(level).matches(".*[(]\\d+分[)]"));
    List<String> row = one(rows, pen);
    row.set(level, row.get(level).replaceAll("\\d+", "45"));
    return row.get(level);
  }

  private static String total(Pen pen) {
    List<String> row = form(pen).getLast();
    BigDecimal right = new BigDecimal(row.get(SCORE));
    BigDecimal off = BigDecimal.valueOf(5 + pen.random().nextInt(40), 1);
    row.set(SCORE, right.subtract(off).toPlainString());
    return words(row);
  }

  private static String higher(Pen pen) {
    List<String> row = one(indicators(form(pen)), pen);
    row.set(SCORE, String.valueOf(Integer.parseInt(row.get(WEIGHT)) + 1 + pen.random().nextInt(3)));
    return words(row.subList(2, SCORE + 1));
  }

  private static String missed(Pen pen) {
    List<List<String>> rows = new ArrayList<>(indicators(form(pen)));
    rows.removeIf(r -> !r.get(TARGET).matches("≥[\\d.]+.*") || !r.get(WEIGHT).equals(r.get(SCORE)));
    List<String> row = one(rows, pen);
    row.set(
        ACTUAL, row.get(TARGET).replace("≥", "").replaceFirst("\\d", "1").replaceFirst("%", ".5%"));
    if (!row.get(TARGET).matches("≥[2-9].*")) {
      throw new Pen.NoPlace();
    }
    return words(row.subList(2, SCORE + 1));
  }

  /** A form without columns of points, the points in the place of targets and results. */
  private static String points(Pen pen, String score) {
    List<List<String>> form = form(pen);
    List<List<String>> rows = indicators(form);
    int sum = 0;
    for (List<String> row : form.subList(3, form.size() - 1)) {
      row.subList(WEIGHT, row.size()).clear();
    }
    for (List<String> row : rows) {
      row.set(TARGET, "5");
      row.set(ACTUAL, "5");
      sum += 5;
    }
    String last = words(rows.getLast().subList(2, ACTUAL + 1));
    form.removeLast();
    form.subList(1, 3).clear();
    if (!score.isEmpty()) {
      String said = score.replace("40", String.valueOf(sum));
      pen.document().piece("绩效自评情况").paragraphs().add(said);
      return said;
    }
    return last;
  }
}
