package org.mingzhang.audit.invented;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The account tables of an invented account (部门决算公开01–09表), in 万元 or 元. */
final class InventedTables {
  /** A table as its reader gives it. */
  record Table(String title, String header, List<String> rows, String note) {}

  private final InventedAccount account;
  private final String unit;

  InventedTables(InventedAccount account, String unit) {
    this.account = account;
    this.unit = unit;
  }

  List<Table> accountTables() {
    return List.of(
        totals(),
        income(),
        expenditure(),
        appropriation(),
        general(),
        basic(),
        threePublic(),
        emptyTable("政府性基金预算财政拨款收入支出决算表", "政府性基金"),
        emptyTable("国有资本经营预算财政拨款支出决算表", "国有资本经营预算"));
  }

  private String printAmount(String name) {
    return print(account.amount(name));
  }

  /** An amount of 万元 as the table prints it. */
  private String print(BigDecimal amount) {
    return InventedAccount.print(amount, unit);
  }

  private static Table createTable(String title, String header, List<String> rows) {
    return new Table(title, header, rows, "");
  }

  private static Table emptyTable(String title, String money) {
    return new Table(
        title,
        "科目编码,科目名称,合计,基本支出,项目支出",
        List.of(",合计,,,", ",,,,"),
        "注：本单位没有" + money + "财政拨款收支，故本表为空表。");
  }

  private Table totals() {
    return createTable(
        "收入支出决算总表",
        "收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数",
        List.of(
            "一、一般公共预算财政拨款收入,1,"
                + printAmount("fiscal")
                + ",一、一般公共服务支出,32,"
                + printGeneralServices(),
            "二、政府性基金预算财政拨款收入,2,,二、外交支出,33,",
            "八、其他收入,8," + printAmount("other") + ",八、社会保障和就业支出,39," + printAmount("c208"),
            ",9,,九、卫生健康支出,40," + printAmount("c210"),
            ",10,,十九、住房保障支出,50," + printAmount("c221"),
            "本年收入合计,27," + printAmount("income") + ",本年支出合计,57," + printAmount("spent"),
            "使用非财政拨款结余,28,,结余分配,58,",
            "年初结转和结余,29," + printAmount("carriedIn") + ",年末结转和结余,59," + printAmount("carriedOut"),
            "总计,31," + printAmount("total") + ",总计,62," + printAmount("total")));
  }

  private String printGeneralServices() {
    return print(account.amount("c201").add(account.amount("other")));
  }

  private Table income() {
    BigDecimal rest = account.amount("fiscal").subtract(account.amount("general"));
    BigDecimal first = account.amount("c201").add(rest);
    BigDecimal archives = account.amount("works0").add(rest);
    List<String> rows = new ArrayList<>();
    rows.add(
        ",合计,"
            + printAmount("income")
            + ","
            + printAmount("fiscal")
            + ",,,,"
            + printAmount("other"));
    BigDecimal other = account.amount("other");
    rows.add(
        "201,一般公共服务支出," + print(first.add(other)) + "," + print(first) + ",,,," + print(other));
    rows.add("20126,档案事务," + print(first.add(other)) + "," + print(first) + ",,,," + print(other));
    rows.add("2012601,行政运行," + printAmount("run") + "," + printAmount("run") + ",,,,");
    rows.add(
        "2012604,档案馆,"
            + print(archives.add(other))
            + ","
            + print(archives)
            + ",,,,"
            + print(other));
    for (String[] line : OTHER_ITEMS) {
      rows.add(
          line[0]
              + ","
              + line[1]
              + ","
              + printAmount(line[2])
              + ","
              + printAmount(line[2])
              + ",,,,");
    }
    return createTable("收入决算表", "科目编码,科目名称,本年收入合计,财政拨款收入,上级补助收入,事业收入,经营收入,其他收入", rows);
  }

  private static final String[][] OTHER_ITEMS = {
    {"208", "社会保障和就业支出", "c208"},
    {"20805", "行政事业单位养老支出", "c208"},
    {"2080505", "机关事业单位基本养老保险缴费支出", "c208"},
    {"210", "卫生健康支出", "c210"},
    {"21011", "行政事业单位医疗", "c210"},
    {"2101101", "行政单位医疗", "c210"},
    {"221", "住房保障支出", "c221"},
    {"22102", "住房改革支出", "c221"},
    {"2210201", "住房公积金", "c221"}
  };

  private List<String> itemRows(String all, String basic, BigDecimal project) {
    BigDecimal first = account.amount("run").add(project);
    List<String> rows = new ArrayList<>();
    rows.add(",合计," + printAmount(all) + "," + printAmount(basic) + "," + print(project));
    rows.add("201,一般公共服务支出," + print(first) + "," + printAmount("run") + "," + print(project));
    rows.add("20126,档案事务," + print(first) + "," + printAmount("run") + "," + print(project));
    rows.add("2012601,行政运行," + printAmount("run") + "," + printAmount("run") + ",");
    rows.add("2012604,档案馆," + print(project) + ",," + print(project));
    for (String[] line : OTHER_ITEMS) {
      rows.add(
          line[0] + "," + line[1] + "," + printAmount(line[2]) + "," + printAmount(line[2]) + ",");
    }
    return rows;
  }

  private Table expenditure() {
    List<String> rows =
        itemRows("spent", "basic", account.amount("project")).stream().map(r -> r + ",,,").toList();
    return createTable("支出决算表", "科目编码,科目名称,本年支出合计,基本支出,项目支出,上缴上级支出,经营支出,对附属单位补助支出", rows);
  }

  private Table general() {
    return createTable(
        "一般公共预算财政拨款支出决算表",
        "科目编码,科目名称,合计,基本支出,项目支出",
        itemRows("general", "generalBasic", account.amount("works0")));
  }

  private Table appropriation() {
    return createTable(
        "财政拨款收入支出决算总表",
        "收入/项目,收入/决算数,支出/项目,支出/合计,支出/一般公共预算财政拨款,支出/政府性基金预算财政拨款",
        List.of(
            "一、一般公共预算财政拨款,"
                + printAmount("fiscal")
                + ",一、一般公共服务支出,"
                + printAmount("c201")
                + ","
                + printAmount("c201")
                + ",",
            "二、政府性基金预算财政拨款,,八、社会保障和就业支出," + printAmount("c208") + "," + printAmount("c208") + ",",
            ",,九、卫生健康支出," + printAmount("c210") + "," + printAmount("c210") + ",",
            ",,十九、住房保障支出," + printAmount("c221") + "," + printAmount("c221") + ",",
            "本年收入合计,"
                + printAmount("fiscal")
                + ",本年支出合计,"
                + printAmount("general")
                + ","
                + printAmount("general")
                + ",",
            "年初财政拨款结转和结余,"
                + printAmount("carriedIn")
                + ",年末财政拨款结转和结余,"
                + printAmount("carriedOut")
                + ","
                + printAmount("carriedOut")
                + ",",
            "总计,"
                + printAmount("fiscalTotal")
                + ",总计,"
                + printAmount("fiscalTotal")
                + ","
                + printAmount("fiscalTotal")
                + ","));
  }

  private Table basic() {
    BigDecimal pay = account.amount("salaries").subtract(new BigDecimal("150"));
    BigDecimal others = account.amount("office2").subtract(new BigDecimal("3"));
    return createTable(
        "一般公共预算财政拨款基本支出决算表",
        "科目编码(左),科目名称(左),决算数(左),科目编码(右),科目名称(右),决算数(右)",
        List.of(
            "301,工资福利支出," + printAmount("salaries") + ",302,商品和服务支出," + printAmount("office"),
            "30101,基本工资," + print(pay) + ",30201,办公费," + printAmount("office1"),
            "30102,津贴补贴," + round(50) + ",30207,邮电费," + round(1),
            "30103,奖金," + round(40) + ",30211,差旅费," + round(2),
            "30108,机关事业单位基本养老保险缴费," + round(40) + ",30299,其他商品和服务支出," + print(others),
            "30113,住房公积金," + round(20) + ",310,资本性支出,",
            "303,对个人和家庭的补助," + printAmount("retired") + ",31002,办公设备购置,",
            "30302,退休费," + printAmount("retired") + ",30202,印刷费,",
            "人员经费合计,," + printAmount("staff") + ",公用经费合计,," + printAmount("office")));
  }

  private String round(int amount) {
    return print(BigDecimal.valueOf(amount));
  }

  private Table threePublic() {
    return createTable(
        "财政拨款“三公”经费支出决算表",
        "预算数/合计,预算数/因公出国（境）费,预算数/公务用车购置及运行费,预算数/公务接待费,决算数/合计,决算数/因公出国（境）费,决算数/公务用车购置及运行费,决算数/公务接待费",
        List.of(
            String.join(
                ",",
                printAmount("threeBudget"),
                printAmount("abroadBudget"),
                printAmount("carsBudget"),
                printAmount("guestsBudget"),
                printAmount("three"),
                printAmount("abroad"),
                printAmount("cars"),
                printAmount("guests"))));
  }

  /**
   * The tables of the account taken for a budget.
   *
   * @param byRow whether the three public expenses stand in rows
   */
  List<Table> budgetTables(boolean byRow) {
    String items = "科目编码,科目名称,合计,基本支出,项目支出";
    BigDecimal other = account.amount("other");
    BigDecimal first = account.amount("c201");
    List<String> income = new ArrayList<>();
    income.add(
        ",合计," + printAmount("spent") + "," + printAmount("general") + ",," + printAmount("other"));
    income.add(
        "201,一般公共服务支出," + print(first.add(other)) + "," + print(first) + ",," + print(other));
    income.add("20126,档案事务," + print(first.add(other)) + "," + print(first) + ",," + print(other));
    income.add("2012601,行政运行," + printAmount("run") + "," + printAmount("run") + ",,");
    income.add(
        "2012604,档案馆,"
            + printAmount("project")
            + ","
            + printAmount("works0")
            + ",,"
            + print(other));
    for (String[] line : OTHER_ITEMS) {
      income.add(
          line[0] + "," + line[1] + "," + printAmount(line[2]) + "," + printAmount(line[2]) + ",,");
    }
    return List.of(
        budgetTotals(),
        createTable("部门收入总表", "科目编码,科目名称,合计,财政拨款收入,事业收入,其他收入", income),
        createTable("部门支出总表", items, itemRows("spent", "basic", account.amount("project"))),
        budgetAppropriation(),
        createTable(
            "一般公共预算支出表", items, itemRows("general", "generalBasic", account.amount("works0"))),
        budgetBasic(),
        byRow ? threePublicByRow() : threePublicByColumn(),
        emptyTable("政府性基金预算支出表", "政府性基金预算"),
        emptyTable("国有资本经营预算支出表", "国有资本经营预算"));
  }

  private Table budgetTotals() {
    return createTable(
        "部门收支总表",
        "收入/项目,收入/预算数,支出/项目,支出/预算数",
        List.of(
            "一、一般公共预算拨款收入," + printAmount("general") + ",一、一般公共服务支出," + printGeneralServices(),
            "二、政府性基金预算拨款收入,,八、社会保障和就业支出," + printAmount("c208"),
            "三、其他收入," + printAmount("other") + ",九、卫生健康支出," + printAmount("c210"),
            ",,十九、住房保障支出," + printAmount("c221"),
            "收入总计," + printAmount("spent") + ",支出总计," + printAmount("spent")));
  }

  private Table budgetAppropriation() {
    return createTable(
        "财政拨款收支总表",
        "收入/项目,收入/预算数,支出/项目,支出/合计,支出/一般公共预算,支出/政府性基金预算",
        List.of(
            "一、一般公共预算拨款,"
                + printAmount("general")
                + ",一、一般公共服务支出,"
                + printAmount("c201")
                + ","
                + printAmount("c201")
                + ",",
            "二、政府性基金预算拨款,,八、社会保障和就业支出," + printAmount("c208") + "," + printAmount("c208") + ",",
            ",,九、卫生健康支出," + printAmount("c210") + "," + printAmount("c210") + ",",
            ",,十九、住房保障支出," + printAmount("c221") + "," + printAmount("c221") + ",",
            "收入总计,"
                + printAmount("general")
                + ",支出总计,"
                + printAmount("general")
                + ","
                + printAmount("general")
                + ","));
  }

  private Table budgetBasic() {
    BigDecimal pay = account.amount("salaries").subtract(new BigDecimal("90"));
    BigDecimal others = account.amount("office").subtract(account.amount("office1"));
    return createTable(
        "一般公共预算基本支出表",
        "科目编码,科目名称,合计,人员经费,公用经费",
        List.of(
            ",合计,"
                + printAmount("generalBasic")
                + ","
                + printAmount("staff")
                + ","
                + printAmount("office"),
            "301,工资福利支出," + printAmount("salaries") + "," + printAmount("salaries") + ",",
            "30101,基本工资," + print(pay) + "," + print(pay) + ",",
            "30102,津贴补贴," + round(50) + "," + round(50) + ",",
            "30103,奖金," + round(40) + "," + round(40) + ",",
            "302,商品和服务支出," + printAmount("office") + ",," + printAmount("office"),
            "30201,办公费," + printAmount("office1") + ",," + printAmount("office1"),
            "30202,印刷费,,,",
            "30211,差旅费," + print(others) + ",," + print(others),
            "303,对个人和家庭的补助," + printAmount("retired") + "," + printAmount("retired") + ",",
            "30302,退休费," + printAmount("retired") + "," + printAmount("retired") + ","));
  }

  private String wan(String name) {
    return account.print(name);
  }

  private Table threePublicByRow() {
    return createTable(
        "“三公”经费支出预算表",
        "项目,预算数",
        List.of(
            "合计," + wan("threeBudget"),
            "因公出国（境）费," + wan("abroadBudget"),
            "公务接待费," + wan("guestsBudget"),
            "公务用车购置及运行费," + wan("carsBudget"),
            "其中：公务用车购置费,0.00",
            "公务用车运行费," + wan("carsBudget")));
  }

  private Table threePublicByColumn() {
    return createTable(
        "“三公”经费和机关运行经费预算表",
        "“三公”经费预算数/合计,因公出国（境）费,公务接待费,公务用车购置及运行费/小计,公务用车购置及运行费/购置费,公务用车购置及运行费/运行费,机关运行经费预算数",
        List.of(
            String.join(
                ",",
                wan("threeBudget"),
                wan("abroadBudget"),
                wan("guestsBudget"),
                wan("carsBudget"),
                "0.00",
                wan("carsBudget"),
                wan("operating"))));
  }
}
