package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.ofSentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Topic;

/** Errors in lists of projects and purchases, in counts, surveys and scores of reports. */
final class ListErrors {
  private ListErrors() {}

  static List<PlantedError> all() {
    return List.of(
        ofSentence(
            "list-totals",
            Genre.BUDGET,
            p -> writeProjectTable(p, 0),
            p -> writeProjectTable(p, 450)),
        ofSentence(
            "table-completion",
            Genre.BUDGET,
            p -> writeRateTable(p, 0, 1),
            p -> writeRateTable(p, 9, 1)),
        ofSentence(
            "table-change",
            Genre.BUDGET,
            p -> writeRateTable(p, 0, 2),
            p -> writeRateTable(p, 9, 2)),
        ofSentence(
            "table-share",
            Genre.BUDGET,
            p -> writeRateTable(p, 0, 3),
            p -> writeRateTable(p, 9, 3)),
        ofSentence(
            "unit-price",
            Genre.BUDGET,
            p -> writePurchaseTable(p, 0),
            p -> writePurchaseTable(p, 2000)),
        ofSentence(
            "form-funding",
            Genre.REVIEW,
            p -> writeFunding(p, "40.00"),
            p -> writeFunding(p, "45.50")),
        ofSentence(
            "counted-list",
            Genre.TEXT,
            p -> writeCountedProjects(p, "0"),
            p -> writeCountedProjects(p, "6.3")),
        ofSentence(
            "adjusted-budget",
            Genre.TEXT,
            p -> writeAdjustedBudget(p, "0"),
            p -> writeAdjustedBudget(p, "90")),
        ofSentence("survey-rate", Genre.REVIEW, p -> writeSurvey(p, 0), p -> writeSurvey(p, 3)),
        ofSentence(
            "count-change", Genre.REVIEW, p -> writeGrowth(p, "0"), p -> writeGrowth(p, "4")),
        ofSentence(
            "swapped-part",
            Genre.TEXT,
            p -> writeSubsidies(p, "51.30"),
            p -> writeSubsidies(p, "53.10")),
        ofSentence("tax-lines", Genre.TEXT, p -> writeTaxes(p, 0), p -> writeTaxes(p, 40)),
        ofSentence(
            "trailing-total", Genre.TEXT, p -> writeSources(p, "0"), p -> writeSources(p, "7.2")),
        ofSentence(
            "project-score",
            Genre.REVIEW,
            p -> writeProject(p, "94.1"),
            p -> writeProject(p, "91.4")),
        ofSentence(
            "score-mean",
            Genre.REVIEW,
            p -> writeScoresOfProjects(p, "95.50"),
            p -> writeScoresOfProjects(p, "96.50")),
        ofSentence(
            "score-parts", Genre.REVIEW, p -> writeScores(p, "47"), p -> writeScores(p, "49")));
  }

  private static String writeSubsidies(DocumentEditor editor, String part) {
    return editor.insertParagraphs(
        Topic.ANNEX, "全年共发放补贴163.40万元，其中：种粮补贴72.30万元，农机补贴" + part + "万元，良种补贴39.80万元。");
  }

  private static String writeTaxes(DocumentEditor editor, int over) {
    int first = 20 + editor.random().nextInt(80);
    int second = 10 + editor.random().nextInt(40);
    int rest = 5 + editor.random().nextInt(20);
    String lead = "税收收入完成%d万元。".formatted(first + second + rest + over);
    editor
        .document()
        .section(
            Topic.OTHER,
            "收入完成情况",
            lead,
            "增值税" + first + "万元。",
            "企业所得税" + second + "万元。",
            "其他各项税收" + rest + "万元。");
    return lead;
  }

  private static String writeSources(DocumentEditor editor, String over) {
    BigDecimal first = editor.randomAmount(40, 90);
    BigDecimal second = editor.randomAmount(20, 39);
    BigDecimal all = first.add(second).add(new BigDecimal(over));
    return editor.insertParagraphs(
        Topic.ANNEX,
        "中央补助资金%s万元，省级配套资金%s万元，合计%s万元。"
            .formatted(formatWan(first), formatWan(second), formatWan(all)));
  }

  private static String writeProject(DocumentEditor editor, String score) {
    String said = "库房改造项目绩效自评得分" + score + "分。";
    editor
        .document()
        .section(Topic.PERFORMANCE, "项目自评综述", said)
        .form("项目支出绩效自评表", "项目名称,库房改造项目", "总分,94.1");
    return said;
  }

  private static String formatWan(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * A table with a column of rates: of completion (1), change (2) or share (3).
   *
   * @param over percentage points that the rate of the last row is off
   */
  private static String writeRateTable(DocumentEditor editor, int over, int kind) {
    List<String> rows = new ArrayList<>();
    for (String town : List.of("东镇", "西镇", "南镇", "北镇", "中镇", "新镇")) {
      BigDecimal part = editor.randomAmount(40, 90);
      BigDecimal whole = editor.randomAmount(91, 140);
      BigDecimal of = kind == 2 ? part.subtract(whole) : part;
      BigDecimal rate =
          of.movePointRight(2)
              .divide(whole, 1, RoundingMode.HALF_UP)
              .add(BigDecimal.valueOf(town.equals("新镇") ? over : 0));
      rows.add("%s,%s,%s,%s".formatted(town, formatWan(part), formatWan(whole), rate));
    }
    String head = List.of("完成率%", "比上年增减%", "占比%").get(kind - 1);
    editor.document().table("各镇情况表", "万元", "镇名,甲数,乙数," + head, rows);
    return rows.getLast().replace(',', ' ');
  }

  private static String writeProjectTable(DocumentEditor editor, int cents) {
    BigDecimal first = editor.randomAmount(40, 90);
    BigDecimal second = editor.randomAmount(20, 39);
    BigDecimal third = editor.randomAmount(3, 15);
    BigDecimal over = BigDecimal.valueOf(cents, 2);
    String total = "合计,,%s".formatted(formatWan(first.add(second).add(third).add(over)));
    editor
        .document()
        .table(
            "项目支出明细表",
            "万元",
            "序号,项目名称,预算金额",
            List.of(
                total,
                "1,档案抢救," + formatWan(first),
                "2,库房改造," + formatWan(second),
                "3,数字化加工," + formatWan(third)));
    return total.replace(",", " ");
  }

  private static String writePurchaseTable(DocumentEditor editor, int over) {
    int[] number = {2 + editor.random().nextInt(9), 2 + editor.random().nextInt(9), 3};
    int[] price = {4100, 2300, 560};
    String[] rows = new String[3];
    for (int i = 0; i < rows.length; i++) {
      int amount = number[i] * price[i] + (i == 1 ? over : 0);
      rows[i] = "设备" + "甲乙丙".charAt(i) + "," + number[i] + "," + price[i] + "," + amount;
    }
    editor.document().table("政府采购明细表", "元", "采购品目,数量,单价,采购金额", List.of(rows));
    return rows[1].replace(",", " ");
  }

  private static String writeFunding(DocumentEditor editor, String part) {
    editor
        .document()
        .form(
            "部门整体绩效自评表",
            "资金情况（万元）,年初预算数,全年预算数,说明",
            "年度资金总额,100.00,110.00,",
            "其中：基本支出,60.00,70.00,",
            "项目支出," + part + ",40.00,");
    return "年度资金总额 100.00 110.00 其中：基本支出 60.00 70.00 项目支出 " + part + " 40.00";
  }

  private static String writeCountedProjects(DocumentEditor editor, String over) {
    BigDecimal first = editor.randomAmount(40, 90);
    BigDecimal second = editor.randomAmount(20, 39);
    return editor.insertParagraphs(
        Topic.ANNEX,
        "当年安排2个项目，共计%s万元，其中：库房改造%s万元，数字化加工%s万元。"
            .formatted(
                formatWan(first.add(second).add(new BigDecimal(over))),
                formatWan(first),
                formatWan(second)));
  }

  private static String writeAdjustedBudget(DocumentEditor editor, String over) {
    BigDecimal initial = editor.randomAmount(400, 900);
    BigDecimal added = editor.randomAmount(20, 39);
    BigDecimal all = initial.add(added).add(new BigDecimal(over));
    return editor.insertParagraphs(
        Topic.ANNEX,
        "专项资金年初预算%s万元，年中追加%s万元，调整后预算%s万元。"
            .formatted(formatWan(initial), formatWan(added), formatWan(all)));
  }

  private static String writeSurvey(DocumentEditor editor, int over) {
    int sent = 20 * (3 + editor.random().nextInt(20));
    int back = sent * 9 / 10;
    return editor.insertParagraphs(
        Topic.PERFORMANCE, "发放问卷%d份，收回%d份，回收率%d%%。".formatted(sent, back, 90 + over));
  }

  private static String writeGrowth(DocumentEditor editor, String over) {
    int before = 100 + editor.random().nextInt(400);
    int more = 1 + editor.random().nextInt(90);
    BigDecimal rate =
        BigDecimal.valueOf(more * 100L)
            .divide(BigDecimal.valueOf(before), 2, RoundingMode.HALF_UP)
            .add(new BigDecimal(over));
    return editor.insertParagraphs(
        Topic.PERFORMANCE, "接待查档%d人次，比上年增加%d人次，增长%s%%。".formatted(before + more, more, rate));
  }

  private static String writeScores(DocumentEditor editor, String output) {
    return editor.insertParagraphs(
        Topic.PERFORMANCE, "本项目得分为96.5分，其中：预算执行9.5分，产出指标" + output + "分，效益指标40分。");
  }

  private static String writeScoresOfProjects(DocumentEditor editor, String mean) {
    return editor.insertParagraphs(
        Topic.PERFORMANCE, "3个项目完成自评，分别是馆舍修缮（得分96分）、设备更新（得分93.5分）和档案整理（得分97分），平均得分" + mean + "分。");
  }
}
