package org.mingzhang.sample;

import static org.mingzhang.sample.Accounts.money;
import static org.mingzhang.sample.SampleDocument.Table.SAME;

import java.util.ArrayList;
import java.util.List;

/** Writes a 部门预算 and a 绩效自评. Agencies, places and numbers are invented. */
final class OtherDisclosures {
  private OtherDisclosures() {}

  /** A budget in the form without 部分, tables in 元 and text in 万元. */
  static SampleDocument budget(Accounts a) {
    SampleDocument.Writer out = new SampleDocument.Writer();
    String year = a.year() + "年";
    String total = money(a.budget());
    out.heading(2, "一、" + a.agency() + "主要职能");
    out.text("本文件为演示所编，地名、单位和数字均为虚构。" + a.agency() + "负责本" + a.place() + "相关事务的规划、管理和公共服务。");
    out.heading(2, "二、" + a.agency() + "机构设置");
    out.text(a.agency() + "设办公室、规划科、监督科，下属预算单位一家。");
    out.heading(2, "三、名词解释");
    out.text("（一）基本支出：是预算单位为保障正常运转而编制的支出计划，包括人员经费和公用经费。");
    out.text("（二）机关运行经费：指行政单位用于购买货物和服务的各项公用经费。");
    out.heading(2, "四、" + year + "部门预算编制说明");
    out.text(
        year
            + "，"
            + a.agency()
            + "收入预算"
            + total
            + "万元，其中：财政拨款收入"
            + total
            + "万元，比上年预算"
            + (a.budget().compareTo(a.lastYearTotal()) >= 0 ? "增加" : "减少")
            + money(a.budget().subtract(a.lastYearTotal()).abs())
            + "万元。支出预算"
            + total
            + "万元。");
    int n = 1;
    for (Accounts.Item item : a.items()) {
      out.text(
          n++
              + ".“"
              + item.kind()
              + "”科目"
              + money(item.outcome().budget())
              + "万元，主要用于"
              + item.name()
              + "方面的支出。");
    }
    out.heading(2, "五、部门预算表");
    List<List<String>> rows = new ArrayList<>();
    for (Accounts.Item item : a.items()) {
      rows.add(
          List.of(
              item.code(),
              item.name(),
              item.outcome().budget().movePointRight(4).setScale(0).toPlainString()));
    }
    rows.add(List.of("", "合计", a.budget().movePointRight(4).setScale(0).toPlainString()));
    out.table(year + "部门一般公共预算支出功能分类预算表", "元", List.of("科目编码", "科目名称", "预算数"), rows);
    out.heading(2, "六、其他相关情况说明");
    out.text(
        "（一）"
            + year
            + "“三公”经费预算"
            + money(a.vehicles().budget().add(a.reception().budget()))
            + "万元，其中：公务用车购置及运行费"
            + money(a.vehicles().budget())
            + "万元，公务接待费"
            + money(a.reception().budget())
            + "万元。");
    out.text("（二）机关运行经费预算" + money(a.operating()) + "万元。");
    return out.titled(a.agency() + year + "部门预算");
  }

  /**
   * What an agency reports of a year.
   *
   * @param budget 全年预算数, in 万元
   * @param spent 执行数
   * @param rate 预算执行率
   * @param results actual values of the six indicators
   * @param scores points of the six indicators
   * @param note reason for the deviation of the fifth
   * @param total 总分, the points of 预算执行率 among them
   */
  record Report(
      String budget,
      String spent,
      String rate,
      List<String> results,
      List<String> scores,
      String note,
      String total) {}

  /** A self-evaluation in six sections and one table. */
  static SampleDocument selfEvaluation(String agency, int year, Report report) {
    SampleDocument.Writer out = new SampleDocument.Writer();
    out.heading(2, "一、部门基本情况");
    out.text("本文件为演示所编，地名、单位和数字均为虚构。" + agency + "年末在职职工十二人，" + year + "年度围绕职工服务开展工作。");
    out.heading(2, "二、部门整体支出管理及使用情况");
    out.heading(3, "（一）预算执行情况");
    out.text(
        year
            + "年度全年预算数为"
            + report.budget()
            + "万元，执行数为"
            + report.spent()
            + "万元，预算执行率为"
            + report.rate()
            + "。");
    out.heading(3, "（二）资金管理情况");
    out.text("资金拨付有完整的审批手续，未发现截留、挤占和挪用。");
    out.heading(2, "三、部门整体支出绩效情况");
    out.text("全年新建基层组织、开展技能培训和困难帮扶，服务对象满意度较高。");
    out.heading(2, "四、部门整体支出绩效自评表");
    out.table(
        year + "年度部门整体支出绩效自评表",
        "",
        List.of("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"),
        rows(report));
    out.text("总分：" + report.total() + "分。");
    return out.titled(agency + year + "年度部门整体支出绩效自评报告");
  }

  private static List<List<String>> rows(Report report) {
    List<List<String>> asked =
        List.of(
            List.of("产出指标", "数量指标", "新建基层工会", "≥30家", "20"),
            List.of(SAME, SAME, "技能培训人次", "≥800人次", "15"),
            List.of(SAME, "质量指标", "培训合格率", "≥95%", "15"),
            List.of(SAME, "时效指标", "帮扶资金发放及时率", "=100%", "10"),
            List.of("效益指标", "社会效益指标", "困难职工帮扶覆盖率", "≥98%", "20"),
            List.of("满意度指标", "服务对象满意度指标", "职工满意度", "≥90%", "10"));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      List<String> row = new ArrayList<>(asked.get(i).subList(0, 4));
      row.add(report.results().get(i));
      row.add(asked.get(i).get(4));
      row.add(report.scores().get(i));
      row.add(i == 4 ? report.note() : "无");
      rows.add(row);
    }
    return rows;
  }
}
