package org.mingzhang.sample;

import static org.mingzhang.sample.Accounts.money;
import static org.mingzhang.sample.Accounts.percent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a 部门决算 around the numbers of {@link Accounts}. Agency, place and numbers are invented. */
final class FinalAccounts {
  private final Accounts a;
  private final String year;
  private final SampleDocument.Writer out = new SampleDocument.Writer();

  /** What the author gets wrong: the words printed instead of the right ones. */
  private final Map<String, String> slips;

  FinalAccounts(Accounts accounts, Map<String, String> slips) {
    this.a = accounts;
    this.year = accounts.year() + "年度";
    this.slips = slips;
  }

  SampleDocument write() {
    overview();
    tables();
    explanation();
    glossary();
    return out.titled(a.agency() + year + "部门决算");
  }

  /** A sentence, with the author's slips. */
  private void say(String sentence) {
    String said = sentence;
    for (Map.Entry<String, String> slip : slips.entrySet()) {
      said = said.replace(slip.getKey(), slip.getValue());
    }
    out.text(said);
  }

  private void overview() {
    out.part("第一部分 " + a.agency() + "概况");
    out.heading(2, "一、部门主要职责");
    say("本文件为演示所编，地名、单位和数字均为虚构。");
    say("本部门按照本" + a.place() + "机构改革方案履行职责，组织实施本领域的规划、服务和监督工作，依法公开预算和决算。");
    out.heading(2, "二、机构设置情况");
    say("从决算单位构成看，" + a.agency() + "部门决算由局本级决算组成，内设办公室、业务科和财务科三个科室，年末在职人员二十六人。");
  }

  private void tables() {
    out.part("第二部分 " + year + "部门决算表");
    String total = money(a.total());
    out.heading(2, "一、收入支出决算总表");
    List<List<String>> totals = new ArrayList<>();
    List<Map.Entry<String, BigDecimal>> kinds = new ArrayList<>(byKind().entrySet());
    for (int i = 0; i < kinds.size(); i++) {
      totals.add(
          List.of(
              i == 0 ? "一、一般公共预算财政拨款收入" : "",
              i == 0 ? total : "",
              kinds.get(i).getKey(),
              money(kinds.get(i).getValue())));
    }
    totals.add(List.of("本年收入合计", total, "本年支出合计", total));
    totals.add(List.of("总计", total, "总计", total));
    out.table("收入支出决算总表", "万元", List.of("收入项目", "决算数", "支出项目", "决算数"), totals);
    out.heading(2, "二、一般公共预算财政拨款支出决算表");
    List<List<String>> items = new ArrayList<>();
    for (Accounts.Item item : a.items()) {
      items.add(
          List.of(
              item.code(),
              item.name(),
              money(item.outcome().budget()),
              money(item.outcome().spent())));
    }
    items.add(List.of("", "合计", money(a.budget()), total));
    out.table("一般公共预算财政拨款支出决算表", "万元", List.of("科目编码", "科目名称", "年初预算数", "决算数"), items);
    out.heading(2, "三、“三公”经费支出决算表");
    out.table(
        "“三公”经费支出决算表",
        "万元",
        List.of("项目", "预算数", "决算数"),
        List.of(
            List.of("因公出国（境）费", "0.00", "0.00"),
            List.of("公务用车购置及运行维护费", money(a.vehicles().budget()), money(a.vehicles().spent())),
            List.of("公务接待费", money(a.reception().budget()), money(a.reception().spent())),
            List.of("合计", money(threeBudget()), money(threeSpent()))));
  }

  private Map<String, BigDecimal> byKind() {
    Map<String, BigDecimal> kinds = new LinkedHashMap<>();
    for (Accounts.Item item : a.items()) {
      kinds.merge(item.kind(), item.outcome().spent(), BigDecimal::add);
    }
    return kinds;
  }

  private BigDecimal threeBudget() {
    return a.vehicles().budget().add(a.reception().budget());
  }

  private BigDecimal threeSpent() {
    return a.vehicles().spent().add(a.reception().spent());
  }

  private void explanation() {
    String total = money(a.total());
    String last = (a.year() - 1) + "年度";
    out.part("第三部分 " + year + "部门决算情况说明");
    out.heading(2, "一、收入支出决算总体情况说明");
    say(
        year
            + "收、支总计均为"
            + total
            + "万元。与"
            + last
            + "相比，收、支总计各"
            + a.changeInWords()
            + "，主要原因是项目安排有调整。");
    out.heading(2, "二、收入决算情况说明");
    say(year + "本年收入合计" + total + "万元，其中：财政拨款收入" + total + "万元，占本年收入的100%。");
    out.heading(2, "三、支出决算情况说明");
    say(
        year
            + "本年支出合计"
            + total
            + "万元，其中：基本支出"
            + money(a.basic())
            + "万元，占本年支出的"
            + percent(a.basic(), a.total())
            + "；项目支出"
            + money(a.projects())
            + "万元，占本年支出的"
            + percent(a.projects(), a.total())
            + "。");
    out.heading(2, "四、一般公共预算财政拨款支出决算情况说明");
    out.heading(3, "（一）一般公共预算财政拨款支出决算总体情况");
    say(
        year
            + "一般公共预算财政拨款支出"
            + total
            + "万元，占本年支出合计的100%。与"
            + last
            + "相比，一般公共预算财政拨款支出"
            + a.changeInWords()
            + "。");
    out.heading(3, "（二）一般公共预算财政拨款支出决算具体情况");
    say(
        year
            + "一般公共预算财政拨款支出年初预算为"
            + money(a.budget())
            + "万元，支出决算为"
            + total
            + "万元，完成年初预算的"
            + percent(a.total(), a.budget())
            + "。其中：");
    int n = 1;
    for (Accounts.Item item : a.items()) {
      say(
          n++
              + "."
              + item.kind()
              + "（类）"
              + item.group()
              + "（款）"
              + item.name()
              + "（项）。年初预算为"
              + money(item.outcome().budget())
              + "万元，支出决算为"
              + money(item.outcome().spent())
              + "万元，完成年初预算的"
              + item.outcome().rate()
              + "。");
    }
    out.heading(2, "五、一般公共预算财政拨款基本支出决算情况说明");
    say(
        year
            + "一般公共预算财政拨款基本支出"
            + money(a.basic())
            + "万元，其中：人员经费"
            + money(a.personnel())
            + "万元，主要包括：基本工资、津贴补贴、住房公积金；公用经费"
            + money(a.operating())
            + "万元，主要包括：办公费、水费、电费、差旅费。");
    threePublic();
    out.heading(2, "七、机关运行经费支出情况说明");
    say(year + "机关运行经费支出" + money(a.operating()) + "万元，与公用经费一致，按规定缴纳残保金等支出在其中列支。");
    out.heading(2, "八、政府采购支出情况说明");
    say(
        year
            + "政府采购支出总额"
            + money(a.goods().add(a.services()))
            + "万元，其中：政府采购货物支出"
            + money(a.goods())
            + "万元、政府采购服务支出"
            + money(a.services())
            + "万元。");
    out.heading(2, "九、国有资产占用情况说明");
    say("截至" + a.year() + "年12月31日，共有车辆1辆，为机要通信用车；无单价100万元以上的设备。");
  }

  private void threePublic() {
    out.heading(2, "六、“三公”经费支出决算情况说明");
    out.heading(3, "（一）“三公”经费支出决算总体情况");
    say(
        year
            + "“三公”经费财政拨款支出预算为"
            + money(threeBudget())
            + "万元，支出决算为"
            + money(threeSpent())
            + "万元，完成预算的"
            + percent(threeSpent(), threeBudget())
            + "。");
    out.heading(3, "（二）“三公”经费支出决算具体情况");
    say("1.因公出国（境）费支出决算为0万元，本年度未安排出国（境）团组。");
    say(
        "2.公务用车购置及运行维护费预算为"
            + money(a.vehicles().budget())
            + "万元，支出决算为"
            + money(a.vehicles().spent())
            + "万元，完成预算的"
            + a.vehicles().rate()
            + "。");
    say(
        "3.公务接待费预算为"
            + money(a.reception().budget())
            + "万元，支出决算为"
            + money(a.reception().spent())
            + "万元，完成预算的"
            + a.reception().rate()
            + "。");
  }

  private void glossary() {
    out.part("第四部分 名词解释");
    say("一、财政拨款收入：指本" + a.place() + "财政当年拨付的资金。");
    say("二、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。");
    say("三、“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。");
  }
}
