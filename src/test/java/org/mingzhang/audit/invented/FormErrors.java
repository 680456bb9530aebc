package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.ofChange;
import static org.mingzhang.audit.invented.PlantedError.ofSentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.model.Topic;

/** Errors in performance forms. */
final class FormErrors {
  private static final int TARGET_COLUMN = 3;
  private static final int ACTUAL_COLUMN = 4;
  private static final int WEIGHT_COLUMN = 5;
  private static final int SCORE_COLUMN = 6;

  private FormErrors() {}

  static List<PlantedError> all() {
    return List.of(
        ofChange("execution-score", Genre.REVIEW, FormErrors::changeRate),
        ofChange("execution-score", Genre.REVIEW, FormErrors::changeExecutionScore)
            .withOtherRules("score-total"),
        ofChange(
            "execution-score",
            Genre.REVIEW,
            p -> p.raiseRate("SELF_.*", "^[\\d.]+ [\\d.]+ ([\\d.]+)% [\\d.]+$")),
        ofChange(
            "execution-score",
            Genre.REVIEW,
            p -> p.raiseAmount("SELF_.*", "^[\\d.]+ [\\d.]+ [\\d.]+% ([\\d.]+)$")),
        ofChange("form-against-report", Genre.REVIEW, FormErrors::changeFunding),
        ofSentence(
            "result-in-report", Genre.REVIEW, p -> writeResult(p, "12"), p -> writeResult(p, "15")),
        ofChange("deducted-points", Genre.REVIEW, FormErrors::changeDeduction),
        ofChange(
            "score-grade",
            Genre.REVIEW,
            p ->
                p.changeRandomMatch(
                    "PERFORMANCE", "自评等级为“(.)”", (r, all) -> r.equals("良") ? "优" : "良")),
        ofChange("control-rate", Genre.REVIEW, FormErrors::changeControlRate),
        ofSentence(
            "score-in-report",
            Genre.TEXT,
            p -> writeReport(p, "94.15"),
            p -> writeReport(p, "91.45")),
        ofSentence(
            "form-totals",
            Genre.REVIEW,
            p -> writeFormHead(p, "20.00"),
            p -> writeFormHead(p, "30.00")),
        ofChange("execution-zero-budget", Genre.REVIEW, FormErrors::clearBudget)
            .withOtherRules("form-against-report"),
        ofChange("group-points", Genre.REVIEW, FormErrors::changeGroupPoints),
        ofChange("score-total", Genre.REVIEW, FormErrors::changeTotal),
        ofChange("indicator-score", Genre.REVIEW, p -> raiseScore(p)).withOtherRules("score-total"),
        ofChange("indicator-score", Genre.REVIEW, FormErrors::missTarget),
        ofChange("targets-are-weights", Genre.REVIEW, p -> replaceTargetsByPoints(p, "")),
        ofChange(
                "self-score-of-targets",
                Genre.REVIEW,
                p -> replaceTargetsByPoints(p, "全部任务已完成，自评得分为40分。"))
            .withOtherRules("targets-are-weights"));
  }

  /** The account's basic and project expenditure, and a form that begins with them. */
  private static String writeFormHead(DocumentEditor editor, String project) {
    editor
        .document()
        .section(
            Topic.EXPENDITURE,
            "支出决算情况说明",
            "2024年度支出合计100.00万元，其中：基本支出80.00万元，占80%；项目支出20.00万元，占20%。")
        .form("部门整体绩效自评表", "基本支出总额,80.00,项目支出总额," + project, "年度目标,做好档案工作,,");
    return "基本支出总额 80.00 项目支出总额 " + project;
  }

  /** The result of an indicator in words, and the form that has it. */
  private static String writeResult(DocumentEditor editor, String number) {
    String said = "全年档案目录数量达到" + number + "卷";
    editor
        .document()
        .section(Topic.PERFORMANCE, "目录完成情况", said + "，按期完成。")
        .form("档案目录项目支出绩效自评表", "一级指标,二级指标,三级指标,指标值,完成值,分值,得分", "产出指标,数量指标,档案目录数量,≥10卷,12卷,10,10");
    return said;
  }

  /** The score of the whole body in words, and its form. */
  private static String writeReport(DocumentEditor editor, String score) {
    String said = "2024年度部门整体绩效评价自评综合得分" + score + "分。";
    editor
        .document()
        .section(Topic.PERFORMANCE, "部门整体绩效评价结果", said)
        .form("部门整体绩效自评表", "年度目标,做好档案工作", "总分,94.15");
    return said;
  }

  private static List<List<String>> findForm(DocumentEditor editor) {
    List<TestDocument.SectionContent> forms =
        editor.document().sectionContents().stream()
            .filter(p -> !p.isTable() && !p.rows().isEmpty() && p.title().contains("项目"))
            .toList();
    return forms.get(editor.random().nextInt(forms.size())).rows();
  }

  private static List<List<String>> indicatorRows(List<List<String>> form) {
    return form.subList(4, form.size() - 1);
  }

  private static <T> T chooseRandom(List<T> of, DocumentEditor editor) {
    if (of.isEmpty()) {
      throw new DocumentEditor.NoMatchingPlaceException();
    }
    return of.get(editor.random().nextInt(of.size()));
  }

  private static String joinCells(List<String> row) {
    return String.join(" ", row.stream().filter(c -> !c.isEmpty() && !c.equals("<")).toList());
  }

  private static String changeRate(DocumentEditor editor) {
    List<String> line = findForm(editor).get(2);
    BigDecimal right = new BigDecimal(line.get(6).replace("%", ""));
    line.set(6, right.subtract(editor.randomAmount(2, 30)) + "%");
    return joinCells(line);
  }

  private static String changeExecutionScore(DocumentEditor editor) {
    List<String> line = findForm(editor).get(2);
    line.set(7, new BigDecimal(line.get(7)).subtract(editor.randomAmount(1, 4)).toPlainString());
    return joinCells(line);
  }

  /** The form of a project has other money than the report, in the same proportion. */
  private static String changeFunding(DocumentEditor editor) {
    List<List<String>> form = findForm(editor);
    List<String> line = form.get(2);
    for (int column = 2; column <= 4; column++) {
      line.set(column, new BigDecimal(line.get(column)).multiply(BigDecimal.TWO).toPlainString());
    }
    String project = form.getFirst().get(1);
    return editor.document().findSection("绩效自评情况").paragraphs().stream()
        .filter(p -> p.startsWith(project))
        .findFirst()
        .orElseThrow();
  }

  private static String changeDeduction(DocumentEditor editor) {
    List<List<String>> rows = new ArrayList<>(indicatorRows(findForm(editor)));
    rows.removeIf(r -> !r.getLast().contains("扣"));
    List<String> row = chooseRandom(rows, editor);
    row.set(row.size() - 1, "进度略慢扣5分");
    return joinCells(row.subList(2, row.size()));
  }

  private static String changeControlRate(DocumentEditor editor) {
    List<String> row = editor.document().findSection("基础数据表").rows().get(1);
    BigDecimal right = new BigDecimal(row.getLast().replace("%", ""));
    row.set(3, right.subtract(editor.randomAmount(2, 20)) + "%");
    return joinCells(row);
  }

  private static String clearBudget(DocumentEditor editor) {
    List<String> line = findForm(editor).get(2);
    line.set(3, "0");
    return joinCells(line);
  }

  private static String changeGroupPoints(DocumentEditor editor) {
    List<List<String>> rows = new ArrayList<>(indicatorRows(findForm(editor)));
    int level = editor.random().nextInt(2);
    rows.removeIf(r -> !r.get(level).matches(".*[(]\\d+分[)]"));
    List<String> row = chooseRandom(rows, editor);
    row.set(level, row.get(level).replaceAll("\\d+", "45"));
    return row.get(level);
  }

  private static String changeTotal(DocumentEditor editor) {
    List<String> row = findForm(editor).getLast();
    BigDecimal right = new BigDecimal(row.get(SCORE_COLUMN));
    BigDecimal off = BigDecimal.valueOf(5 + editor.random().nextInt(40), 1);
    row.set(SCORE_COLUMN, right.subtract(off).toPlainString());
    return joinCells(row);
  }

  private static String raiseScore(DocumentEditor editor) {
    List<String> row = chooseRandom(indicatorRows(findForm(editor)), editor);
    row.set(
        SCORE_COLUMN,
        String.valueOf(Integer.parseInt(row.get(WEIGHT_COLUMN)) + 1 + editor.random().nextInt(3)));
    return joinCells(row.subList(2, SCORE_COLUMN + 1));
  }

  private static String missTarget(DocumentEditor editor) {
    List<List<String>> rows = new ArrayList<>(indicatorRows(findForm(editor)));
    rows.removeIf(
        r ->
            !r.get(TARGET_COLUMN).matches("≥[\\d.]+.*")
                || !r.get(WEIGHT_COLUMN).equals(r.get(SCORE_COLUMN)));
    List<String> row = chooseRandom(rows, editor);
    row.set(
        ACTUAL_COLUMN,
        row.get(TARGET_COLUMN).replace("≥", "").replaceFirst("\\d", "1").replaceFirst("%", ".5%"));
    if (!row.get(TARGET_COLUMN).matches("≥[2-9].*")) {
      throw new DocumentEditor.NoMatchingPlaceException();
    }
    return joinCells(row.subList(2, SCORE_COLUMN + 1));
  }

  /** A form without columns of points, the points in the place of targets and results. */
  private static String replaceTargetsByPoints(DocumentEditor editor, String score) {
    List<List<String>> form = findForm(editor);
    List<List<String>> rows = indicatorRows(form);
    int sum = 0;
    for (List<String> row : form.subList(3, form.size() - 1)) {
      row.subList(WEIGHT_COLUMN, row.size()).clear();
    }
    for (List<String> row : rows) {
      row.set(TARGET_COLUMN, "5");
      row.set(ACTUAL_COLUMN, "5");
      sum += 5;
    }
    String last = joinCells(rows.getLast().subList(2, ACTUAL_COLUMN + 1));
    form.removeLast();
    form.subList(1, 3).clear();
    if (!score.isEmpty()) {
      String said = score.replace("40", String.valueOf(sum));
      editor.document().findSection("绩效自评情况").paragraphs().add(said);
      return said;
    }
    return last;
  }
}
