package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.both;

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
        both("list-totals", Genre.BUDGET, p -> projects(p, 0), p -> projects(p, 450)),
        both("table-completion", Genre.BUDGET, p -> rates(p, 0, 1), p -> rates(p, 9, 1)),
        both("table-change", Genre.BUDGET, p -> rates(p, 0, 2), p -> rates(p, 9, 2)),
        both("table-share", Genre.BUDGET, p -> rates(p, 0, 3), p -> rates(p, 9, 3)),
        both("unit-price", Genre.BUDGET, p -> purchases(p, 0), p -> purchases(p, 2000)),
        both("form-funding", Genre.REVIEW, p -> funding(p, "40.00"), p -> funding(p, "45.50")),
        both("counted-list", Genre.TEXT, p -> counted(p, "0"), p -> counted(p, "6.3")),
        both("adjusted-budget", Genre.TEXT, p -> adjusted(p, "0"), p -> adjusted(p, "90")),
        both("survey-rate", Genre.REVIEW, p -> survey(p, 0), p -> survey(p, 3)),
        both("count-change", Genre.REVIEW, p -> grown(p, "0"), p -> grown(p, "4")),
        both("swapped-part", Genre.TEXT, p -> paid(p, "51.30"), p -> paid(p, "53.10")),
        both("tax-lines", Genre.TEXT, p -> taxes(p, 0), p -> taxes(p, 40)),
        both("trailing-total", Genre.TEXT, p -> sources(p, "0"), p -> sources(p, "7.2")),
        both("project-score", Genre.REVIEW, p -> project(p, "94.1"), p -> project(p, "91.4")),
        both("score-parts", Genre.REVIEW, p -> scores(p, "47"), p -> scores(p, "49")));
  }

  private static String paid(Pen pen, String part) {
    return pen.say(Topic.ANNEX, "全年共发放补贴163.40万元，其中：种粮补贴72.30万元，农机补贴" + part + "万元，良种补贴39.80万元。");
  }

  private static String taxes(Pen pen, int over) {
    int first = 20 + pen.random().nextInt(80);
    int second = 10 + pen.random().nextInt(40);
    int rest = 5 + pen.random().nextInt(20);
    String lead = "税收收入完成%d万元。".formatted(first + second + rest + over);
    pen.document()
        .section(
            Topic.OTHER,
            "收入完成情况",
            lead,
            "增值税" + first + "万元。",
            "企业所得税" + second + "万元。",
            "其他各项税收" + rest + "万元。");
    return lead;
  }

  private static String sources(Pen pen, String over) {
    BigDecimal first = pen.some(40, 90);
    BigDecimal second = pen.some(20, 39);
    BigDecimal all = first.add(second).add(new BigDecimal(over));
    return pen.say(
        Topic.ANNEX, "中央补助资金%s万元，省级配套资金%s万元，合计%s万元。".formatted(wan(first), wan(second), wan(all)));
  }

  private static String project(Pen pen, String score) {
    String said = "库房改造项目绩效自评得分" + score + "分。";
    pen.document()
        .section(Topic.PERFORMANCE, "项目自评综述", said)
        .form("项目支出绩效自评表", "项目名称,库房改造项目", "总分,94.1");
    return said;
  }

  private static String wan(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * A table with a column of rates: of completion (1), change (2) or share (3).
   *
   * @param over percentage points that the rate of the last row is off
   */
  private static String rates(Pen pen, int over, int kind) {
    List<String> rows = new ArrayList<>();
    for (String town : List.of("东镇", "西镇", "南镇", "北镇", "中镇", "新镇")) {
      BigDecimal part = pen.some(40, 90);
      BigDecimal whole = pen.some(91, 140);
      BigDecimal of = kind == 2 ? part.subtract(whole) : part;
      BigDecimal rate =
          of.movePointRight(2)
              .divide(whole, 1, RoundingMode.HALF_UP)
              .add(BigDecimal.valueOf(town.equals("新镇") ? over : 0));
      rows.add("%s,%s,%s,%s".formatted(town, wan(part), wan(whole), rate));
    }
    String head = List.of("完成率%", "比上年增减%", "占比%").get(kind - 1);
    pen.document().table("各镇情况表", "万元", "镇名,甲数,乙数," + head, rows);
    return rows.getLast().replace(',', ' ');
  }

  private static String projects(Pen pen, int cents) {
    BigDecimal first = pen.some(40, 90);
    BigDecimal second = pen.some(20, 39);
    BigDecimal third = pen.some(3, 15);
    BigDecimal over = BigDecimal.valueOf(cents, 2);
    String total = "合计,,%s".formatted(wan(first.add(second).add(third).add(over)));
    pen.document()
        .table(
            "项目支出明细表",
            "万元",
            "序号,项目名称,预算金额",
            List.of(
                total, "1,档案抢救," + wan(first), "2,库房改造," + wan(second), "3,数字化加工," + wan(third)));
    return total.replace(",", " ");
  }

  private static String purchases(Pen pen, int over) {
    int[] number = {2 + pen.random().nextInt(9), 2 + pen.random().nextInt(9), 3};
    int[] price = {4100, 2300, 560};
    String[] rows = new String[3];
    for (int i = 0; i < rows.length; i++) {
      int amount = number[i] * price[i] + (i == 1 ? over : 0);
      rows[i] = "设备" + "甲乙丙".charAt(i) + "," + number[i] + "," + price[i] + "," + amount;
    }
    pen.document().table("政府采购明细表", "元", "采购品目,数量,单价,采购金额", List.of(rows));
    return rows[1].replace(",", " ");
  }

  private static String funding(Pen pen, String part) {
    pen.document()
        .form(
            "部门整体绩效自评表",
            "资金情况（万元）,年初预算数,全年预算数,说明",
            "年度资金总额,100.00,110.00,",
            "其中：基本支出,60.00,70.00,",
            "项目支出," + part + ",40.00,");
    return "年度资金总额 100.00 110.00 其中：基本支出 60.00 70.00 项目支出 " + part + " 40.00";
  }

  private static String counted(Pen pen, String over) {
    BigDecimal first = pen.some(40, 90);
    BigDecimal second = pen.some(20, 39);
    return pen.say(
        Topic.ANNEX,
        "当年安排2个项目，共计%s万元，其中：库房改造%s万元，数字化加工%s万元。"
            .formatted(wan(first.add(second).add(new BigDecimal(over))), wan(first), wan(second)));
  }

  private static String adjusted(Pen pen, String over) {
    BigDecimal initial = pen.some(400, 900);
    BigDecimal added = pen.some(20, 39);
    BigDecimal all = initial.add(added).add(new BigDecimal(over));
    return pen.say(
        Topic.ANNEX,
        "专项资金年初预算%s万元，年中追加%s万元，调整后预算%s万元。".formatted(wan(initial), wan(added), wan(all)));
  }

  private static String survey(Pen pen, int over) {
    int sent = 20 * (3 + pen.random().nextInt(20));
    int back = sent * 9 / 10;
    return pen.say(Topic.PERFORMANCE, "发放问卷%d份，收回%d份，回收率%d%%。".formatted(sent, back, 90 + over));
  }

  private static String grown(Pen pen, String over) {
    int before = 100 + pen.random().nextInt(400);
    int more = 1 + pen.random().nextInt(90);
    BigDecimal rate =
        BigDecimal.valueOf(more * 100L)
            .divide(BigDecimal.valueOf(before), 2, RoundingMode.HALF_UP)
            .add(new BigDecimal(over));
    return pen.say(
        Topic.PERFORMANCE, "接待查档%d人次，比上年增加%d人次，增长%s%%。".formatted(before + more, more, rate));
  }

  private static String scores(Pen pen, String output) {
    return pen.say(Topic.PERFORMANCE, "本项目得分为96.5分，其中：预算执行9.5分，产出指标" + output + "分，效益指标40分。");
  }
}
