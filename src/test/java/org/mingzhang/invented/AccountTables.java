package org.mingzhang.invented;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invents the tables of budgets and final accounts in the variants that provinces print: the forms
 * 公开01表 to 公开09表 and those of budgets. All names of places are invented, all amounts random.
 */
final class AccountTables {
  /** Kinds of tables. */
  enum Kind {
    TOTALS,
    INCOME,
    EXPENDITURE,
    APPROPRIATION,
    GENERAL,
    BASIC_SIDE_BY_SIDE,
    BASIC_LIST,
    FUNDS,
    THREE_PUBLIC,
    THREE_PUBLIC_ROWS,
    PROJECTS
  }

  private static final String[][] ITEMS = {
    {"201", "一般公共服务支出"},
    {"20129", "群众团体事务"},
    {"2012901", "行政运行"},
    {"2012906", "工会事务"},
    {"2012999", "其他群众团体事务支出"},
    {"208", "社会保障和就业支出"},
    {"20805", "行政事业单位养老支出"},
    {"2080505", "机关事业单位基本养老保险缴费支出"},
    {"2080506", "机关事业单位职业年金缴费支出"},
    {"210", "卫生健康支出"},
    {"21011", "行政事业单位医疗"},
    {"2101101", "行政单位医疗"},
    {"2101103", "公务员医疗补助"},
    {"213", "农林水支出"},
    {"21305", "巩固脱贫攻坚成果衔接乡村振兴"},
    {"2130599", "其他巩固脱贫攻坚成果衔接乡村振兴支出"},
    {"221", "住房保障支出"},
    {"22102", "住房改革支出"},
    {"2210201", "住房公积金"}
  };
  private static final String[] FUNCTIONS = {
    "一般公共服务支出",
    "外交支出",
    "国防支出",
    "公共安全支出",
    "教育支出",
    "科学技术支出",
    "文化旅游体育与传媒支出",
    "社会保障和就业支出",
    "卫生健康支出",
    "节能环保支出",
    "城乡社区支出",
    "农林水支出",
    "交通运输支出",
    "资源勘探工业信息等支出",
    "商业服务业等支出",
    "金融支出",
    "援助其他地区支出",
    "自然资源海洋气象等支出",
    "住房保障支出",
    "粮油物资储备支出",
    "国有资本经营预算支出",
    "灾害防治及应急管理支出",
    "其他支出",
    "债务还本支出",
    "债务付息支出",
    "抗疫特别国债安排的支出"
  };
  private static final String[] SOURCES = {
    "一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"
  };
  private static final String[][] PAY = {
    {"301", "工资福利支出"},
    {"30101", "基本工资"},
    {"30102", "津贴补贴"},
    {"30103", "奖金"},
    {"30107", "绩效工资"},
    {"30108", "机关事业单位基本养老保险缴费"},
    {"30110", "职工基本医疗保险缴费"},
    {"30113", "住房公积金"},
    {"303", "对个人和家庭的补助"},
    {"30302", "退休费"},
    {"30305", "生活补助"}
  };
  private static final String[][] GOODS = {
    {"302", "商品和服务支出"},
    {"30201", "办公费"},
    {"30202", "印刷费"},
    {"30205", "水费"},
    {"30206", "电费"},
    {"30207", "邮电费"},
    {"30211", "差旅费"},
    {"30212", "因公出国（境）费用"},
    {"30213", "维修（护）费"},
    {"30217", "公务接待费"},
    {"30228", "工会经费"},
    {"30231", "公务用车运行维护费"},
    {"310", "资本性支出"},
    {"31002", "办公设备购置"}
  };
  private static final String NUMERALS = "一二三四五六七八九十";

  private final Random random;
  private final boolean budget;
  private final String unit;
  private final String agency;
  private final int year;
  private final int zero;
  private final boolean thousands;

  AccountTables(Random random) {
    this.random = random;
    this.budget = random.nextInt(3) == 0;
    this.unit = budget && random.nextBoolean() ? "元" : "万元";
    this.agency = "示例省样本市" + pick("东岸区", "西岭县", "测试区") + pick("总工会", "统计局", "档案馆", "妇女联合会");
    this.year = 2018 + random.nextInt(8);
    this.zero = random.nextInt(3);
    this.thousands = random.nextBoolean();
  }

  String title() {
    return agency + year + (budget ? "年部门预算" : "年度部门决算");
  }

  MadeTable make(Kind kind) {
    return switch (kind) {
      case TOTALS -> totals();
      case INCOME ->
          coded(
              budget ? "部门收入预算表" : "收入决算表",
              budget ? "01" : "02",
              List.of("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"));
      case EXPENDITURE ->
          coded(
              budget ? "部门支出预算表" : "支出决算表",
              "03",
              List.of("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"));
      case APPROPRIATION -> appropriation();
      case GENERAL ->
          coded(
              budget ? "一般公共预算支出表" : "一般公共预算财政拨款支出决算表",
              "05",
              budget
                  ? List.of("合计", "基本支出", "项目支出")
                  : List.of("本年支出/小计", "本年支出/基本支出", "本年支出/项目支出"));
      case BASIC_SIDE_BY_SIDE -> basic();
      case BASIC_LIST -> basicList();
      case FUNDS -> funds();
      case THREE_PUBLIC -> threePublic();
      case THREE_PUBLIC_ROWS -> threePublicRows();
      case PROJECTS -> projects();
    };
  }

  private MadeTable totals() {
    boolean numbered = !budget && random.nextBoolean();
    String amount = budget ? year + "年预算数" : pick("决算数", "金额", "决算数");
    List<String> header = new ArrayList<>();
    String[] sides = {"收入", "支出"};
    List<String> upper = new ArrayList<>();
    List<String> lower = new ArrayList<>();
    for (String side : sides) {
      upper.add(side);
      upper.addAll(numbered ? List.of("<", "<") : List.of("<"));
      lower.add("项目");
      header.add(side + "/项目");
      if (numbered) {
        lower.add("行次");
        header.add(side + "/行次");
      }
      lower.add(amount);
      header.add(side + "/" + amount);
    }
    List<List<String>> rows = new ArrayList<>();
    int count = 9 + random.nextInt(18);
    for (int i = 0; i < count; i++) {
      List<String> row = new ArrayList<>();
      boolean source = i < SOURCES.length;
      row.add(source ? numeral(i) + "、" + SOURCES[i] : "");
      number(row, numbered, i + 1);
      row.add(source ? (i == 0 ? amount() : maybe()) : "");
      row.add(numeral(i) + "、" + FUNCTIONS[i % FUNCTIONS.length]);
      number(row, numbered, count + 4 + i);
      row.add(maybe());
      rows.add(row);
    }
    String[][] ends = {
      {"本年收入合计", "本年支出合计"}, {"年初结转和结余", "年末结转和结余"}, {pick("总计", "收入总计"), pick("总计", "支出总计")}
    };
    for (int i = 0; i < ends.length; i++) {
      List<String> row = new ArrayList<>(List.of(ends[i][0]));
      number(row, numbered, count + i + 1);
      row.add(i == 1 ? maybe() : amount());
      row.add(ends[i][1]);
      number(row, numbered, 2 * count + 4 + i);
      row.add(i == 1 ? maybe() : amount());
      rows.add(row);
    }
    List<String> lines = new ArrayList<>();
    if (numbered) {
      lines.add("栏次 | | 1 | 栏次 | | 2");
    }
    rows.forEach(row -> lines.add(String.join(" | ", row)));
    String title = budget ? pick("部门收支总表", "部门财务收支预算总表") : "收入支出决算总表";
    return made(
        title,
        "01",
        List.of(String.join(" | ", upper), String.join(" | ", lower)),
        lines,
        header,
        rows);
  }

  private static void number(List<String> row, boolean numbered, int n) {
    if (numbered) {
      row.add(String.valueOf(n));
    }
  }

  private static String numeral(int i) {
    int n = i + 1;
    return n <= 10
        ? NUMERALS.substring(i, i + 1)
        : (n < 20 ? "十" : "二十") + (n % 10 == 0 ? "" : NUMERALS.charAt(n % 10 - 1));
  }

  /** A table of functional codes: one code column or three, total first or last. */
  private MadeTable coded(String name, String form, List<String> amounts) {
    boolean parts = random.nextInt(3) == 0;
    boolean numbers = !budget && random.nextBoolean();
    boolean totalFirst = random.nextBoolean();
    boolean grouped = random.nextBoolean();
    String code = pick("科目编码", "功能分类科目编码", "支出功能分类科目编码");
    List<List<String>> heads = new ArrayList<>();
    int codes = parts ? 3 : 1;
    boolean twoLevel = amounts.get(0).contains("/");
    List<String> header = new ArrayList<>();
    String prefix = grouped ? "项目/" : "";
    List<String> top = new ArrayList<>();
    List<String> middle = new ArrayList<>();
    List<String> last = new ArrayList<>();
    for (int i = 0; i < codes; i++) {
      header.add(prefix + code + (parts ? "/" + "类款项".charAt(i) : ""));
      top.add(grouped ? (i == 0 ? "项目" : "<") : (i == 0 ? code : "<"));
      middle.add(i == 0 ? (grouped ? code : "^") : "<");
      last.add(parts ? String.valueOf("类款项".charAt(i)) : "^");
    }
    header.add(prefix + "科目名称");
    top.add(grouped ? "<" : "科目名称");
    middle.add(grouped ? "科目名称" : "^");
    last.add("^");
    String before = "";
    for (String amount : amounts) {
      header.add(amount);
      String group = twoLevel ? amount.substring(0, amount.indexOf('/')) : amount;
      top.add(twoLevel && group.equals(before) ? "<" : group);
      middle.add(twoLevel ? amount.substring(amount.indexOf('/') + 1) : "^");
      last.add("^");
      before = group;
    }
    heads.add(top);
    if (grouped || twoLevel) {
      heads.add(middle);
    }
    if (parts) {
      heads.add(last);
    }
    if (heads.size() > 1 && !grouped && !twoLevel && parts) {
      // 科目编码 over 类 款 项 directly
      heads.set(1, last);
    }
    List<List<String>> rows = new ArrayList<>();
    for (String[] item : items()) {
      List<String> row = new ArrayList<>();
      if (parts) {
        row.add(item[0].substring(0, 3));
        row.add(item[0].length() > 3 ? item[0].substring(3, 5) : "");
        row.add(item[0].length() > 5 ? item[0].substring(5, 7) : "");
      } else {
        row.add(item[0]);
      }
      row.add(item[1]);
      row.add(amount());
      for (int i = 1; i < amounts.size(); i++) {
        row.add(maybe());
      }
      rows.add(row);
    }
    List<String> total = new ArrayList<>();
    for (int i = 0; i < codes; i++) {
      total.add("");
    }
    total.add("合计");
    amounts.forEach(a -> total.add(amount()));
    rows.add(totalFirst ? 0 : rows.size(), total);
    List<String> lines = new ArrayList<>();
    if (numbers) {
      lines.add(
          "栏次"
              + " | <".repeat(codes)
              + IntStream.rangeClosed(1, amounts.size())
                  .mapToObj(i -> " | " + i)
                  .collect(Collectors.joining()));
    }
    for (List<String> row : rows) {
      boolean sum = row.equals(total);
      lines.add(
          sum
              ? "合计"
                  + " | <".repeat(codes)
                  + " | "
                  + String.join(" | ", row.subList(codes + 1, row.size()))
              : String.join(" | ", row));
    }
    List<List<String>> expected =
        rows.stream().map(r -> r.equals(total) ? sumRow(total, codes) : r).toList();
    return made(
        name,
        form,
        heads.stream().map(h -> String.join(" | ", h)).toList(),
        lines,
        header,
        expected);
  }

  private static List<String> sumRow(List<String> total, int codes) {
    List<String> row = new ArrayList<>(total);
    row.set(codes, "");
    row.set(0, "合计");
    return row;
  }

  private List<String[]> items() {
    List<String[]> chosen = new ArrayList<>();
    for (String[] item : ITEMS) {
      boolean keep = item[0].length() < 7 || random.nextInt(4) > 0;
      if (keep) {
        chosen.add(item);
      }
    }
    int repeat = random.nextInt(3);
    List<String[]> all = new ArrayList<>(chosen);
    for (int i = 0; i < repeat; i++) {
      all.addAll(chosen);
    }
    return all;
  }

  private MadeTable appropriation() {
    String a = budget ? "预算数" : "决算数";
    List<String> header =
        List.of(
            "收入/项目",
            "收入/" + a,
            "支出/项目",
            "支出/合计",
            "支出/一般公共预算财政拨款",
            "支出/政府性基金预算财政拨款",
            "支出/国有资本经营预算财政拨款");
    List<String> head =
        List.of(
            "收入 | < | 支出 | < | < | < | <",
            "项目 | " + a + " | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款");
    List<List<String>> rows = new ArrayList<>();
    int count = 6 + random.nextInt(18);
    for (int i = 0; i < count; i++) {
      rows.add(
          List.of(
              i < 3 ? numeral(i) + "、" + SOURCES[i].replace("收入", "") : "",
              i < 3 ? (i == 0 ? amount() : maybe()) : "",
              numeral(i) + "、" + FUNCTIONS[i % FUNCTIONS.length],
              maybe(),
              maybe(),
              maybe(),
              maybe()));
    }
    rows.add(List.of("本年收入合计", amount(), "本年支出合计", amount(), amount(), maybe(), maybe()));
    rows.add(List.of("年初财政拨款结转和结余", maybe(), "年末财政拨款结转和结余", maybe(), maybe(), maybe(), maybe()));
    rows.add(List.of("总计", amount(), "总计", amount(), amount(), maybe(), maybe()));
    return made(budget ? "财政拨款收支总表" : "财政拨款收入支出决算总表", "04", head, lines(rows), header, rows);
  }

  private MadeTable basic() {
    String amount = budget ? "预算数" : pick("决算数", "金额");
    String code = pick("科目编码", "经济分类科目编码");
    List<String> header = new ArrayList<>();
    for (String side : List.of("人员经费", "公用经费")) {
      header.addAll(List.of(side + "/" + code, side + "/科目名称", side + "/" + amount));
    }
    String half = code + " | 科目名称 | " + amount;
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(PAY.length, GOODS.length); i++) {
      List<String> row = new ArrayList<>();
      row.addAll(i < PAY.length ? List.of(PAY[i][0], PAY[i][1], maybe()) : List.of("", "", ""));
      row.addAll(
          i < GOODS.length ? List.of(GOODS[i][0], GOODS[i][1], maybe()) : List.of("", "", ""));
      rows.add(row);
    }
    List<String> lines = lines(rows);
    String people = amount();
    String goods = amount();
    lines.add("人员经费合计 | < | " + people + " | 公用经费合计 | < | " + goods);
    rows.add(List.of("人员经费合计", "", people, "公用经费合计", "", goods));
    return made(
        "一般公共预算财政拨款基本支出" + (budget ? "预算" : "决算") + pick("表", "明细表"),
        "06",
        List.of("人员经费 | < | < | 公用经费 | < | <", half + " | " + half),
        lines,
        header,
        rows);
  }

  private MadeTable basicList() {
    List<String> header = List.of("科目编码", "科目名称", "基本支出/合计", "基本支出/人员经费", "基本支出/公用经费");
    List<List<String>> rows = new ArrayList<>();
    for (String[] item : PAY) {
      String amount = amount();
      rows.add(List.of(item[0], item[1], amount, amount, blank()));
    }
    for (String[] item : GOODS) {
      String amount = amount();
      rows.add(List.of(item[0], item[1], amount, blank(), amount));
    }
    List<String> lines = lines(rows);
    String total = amount();
    lines.add("合计 | < | " + total + " | " + total + " | " + total);
    rows.add(List.of("合计", "", total, total, total));
    return made(
        "一般公共预算基本支出" + (budget ? "预算表" : "决算表"),
        "06",
        List.of("科目编码 | 科目名称 | 基本支出 | < | <", "^ | ^ | 合计 | 人员经费 | 公用经费"),
        lines,
        header,
        rows);
  }

  /** Often empty: then a sentence under the table says so. */
  private MadeTable funds() {
    List<String> header =
        List.of("科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出/小计", "本年支出/基本支出", "本年支出/项目支出", "年末结转和结余");
    List<String> head =
        List.of(
            "科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余",
            "^ | ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^");
    boolean empty = random.nextBoolean();
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    if (empty) {
      lines.add("合计 | < | | | | | |");
      IntStream.range(0, 3).forEach(i -> lines.add(" | | | | | | |"));
    } else {
      for (String[] item :
          new String[][] {
            {"212", "城乡社区支出"},
            {"21208", "国有土地使用权出让收入安排的支出"},
            {"2120803", "城市建设支出"},
            {"229", "其他支出"},
            {"2296003", "用于体育事业的彩票公益金支出"}
          }) {
        rows.add(
            List.of(item[0], item[1], blank(), amount(), amount(), maybe(), amount(), blank()));
      }
      lines.addAll(lines(rows));
    }
    return made(
        "政府性基金预算财政拨款" + (budget ? "支出表" : "收入支出决算表"),
        "07",
        head,
        lines,
        header,
        rows,
        empty ? List.of("注：本" + pick("部门", "单位") + "没有政府性基金预算财政拨款，故本表无数据。") : List.of());
  }

  private MadeTable threePublic() {
    List<String> kinds =
        List.of(
            "合计", "因公出国（境）费", "公务用车购置及运行费/小计", "公务用车购置及运行费/公务用车购置费", "公务用车购置及运行费/公务用车运行费", "公务接待费");
    List<String> sides = budget ? List.of("") : List.of("预算数", "决算数");
    List<String> header = new ArrayList<>();
    List<String> top = new ArrayList<>();
    List<String> middle = new ArrayList<>();
    List<String> last = new ArrayList<>();
    List<String> row = new ArrayList<>();
    for (String side : sides) {
      for (int i = 0; i < kinds.size(); i++) {
        String kind = kinds.get(i);
        header.add((side.isEmpty() ? "" : side + "/") + kind);
        top.add(i == 0 ? side : "<");
        boolean car = kind.contains("/");
        middle.add(car ? (kind.endsWith("小计") ? "公务用车购置及运行费" : "<") : kind);
        last.add(car ? kind.substring(kind.indexOf('/') + 1) : "^");
        row.add(i == 0 ? amount() : maybe());
      }
    }
    List<String> head = new ArrayList<>();
    if (!budget) {
      head.add(String.join(" | ", top));
    }
    head.add(String.join(" | ", middle));
    head.add(String.join(" | ", last));
    List<String> lines = new ArrayList<>();
    if (!budget && random.nextBoolean()) {
      lines.add(
          IntStream.rangeClosed(1, header.size())
              .mapToObj(String::valueOf)
              .collect(Collectors.joining(" | ")));
    }
    lines.add(String.join(" | ", row));
    return made(
        pick("财政拨款“三公”经费支出", "一般公共预算财政拨款“三公”经费支出", "“三公”经费") + (budget ? "预算表" : "决算表"),
        "09",
        head,
        lines,
        header,
        List.of(row));
  }

  private MadeTable threePublicRows() {
    List<String> header = List.of("项目", pick("年初预算数", "预算数"), "决算数", "增减额");
    List<List<String>> rows = new ArrayList<>();
    for (String name :
        List.of("合计", "1.因公出国（境）费", "2.公务接待费", "3.公务用车费", "其中：（1）公务用车运行维护费", "（2）公务用车购置")) {
      rows.add(List.of(name, amount(), maybe(), maybe()));
    }
    return made(
        "“三公”经费" + pick("支出情况表", "支出决算表"),
        "08",
        List.of(String.join(" | ", header)),
        lines(rows),
        header,
        rows);
  }

  private MadeTable projects() {
    List<String> header =
        List.of("序号", "项目名称", "项目单位", "合计", "一般公共预算", "政府性基金预算", pick("其他资金", "财政专户管理资金"));
    List<List<String>> rows = new ArrayList<>();
    String[] names = {"档案数字化加工经费", "职工技能竞赛经费", "困难群众帮扶资金", "办公用房维修改造项目", "普查专项经费", "信息系统运行维护费"};
    for (int i = 0; i < names.length; i++) {
      rows.add(
          List.of(String.valueOf(i + 1), names[i], agency, amount(), amount(), blank(), maybe()));
    }
    List<String> lines = lines(rows);
    String total = amount();
    lines.add("合计 | < | < | " + total + " | " + total + " | |");
    rows.add(List.of("合计", "", "", total, total, "", ""));
    return made(
        pick("项目支出预算表", "部门项目支出明细表"),
        "10",
        List.of(String.join(" | ", header)),
        lines,
        header,
        rows);
  }

  private MadeTable made(
      String title,
      String form,
      List<String> head,
      List<String> lines,
      List<String> header,
      List<List<String>> rows) {
    return made(title, form, head, lines, header, rows, List.of());
  }

  private MadeTable made(
      String title,
      String form,
      List<String> head,
      List<String> lines,
      List<String> header,
      List<List<String>> rows,
      List<String> below) {
    String named = random.nextBoolean() ? title : year + (budget ? "年" : "年度") + title;
    List<List<String>> above = new ArrayList<>();
    String label = pick("公开" + form + "表", "", "附表" + Integer.parseInt(form));
    boolean labelFirst = random.nextBoolean();
    if (!label.isEmpty() && labelFirst) {
      above.add(List.of("", label));
    }
    above.add(List.of(named));
    if (!label.isEmpty() && !labelFirst) {
      above.add(List.of("", label));
    }
    String who = pick("部门：", "编制单位：", "公开部门：", "单位名称：") + agency;
    above.add(
        random.nextBoolean()
            ? List.of(who, pick("单位：", "金额单位：", "单位:") + unit)
            : List.of(who, year + "年度", "单位：" + unit));
    List<String> under = new ArrayList<>(below);
    if (below.isEmpty() && random.nextBoolean()) {
      under.add("注：本表反映" + (budget ? "部门" : "部门本年度") + "的相关情况。");
    }
    return new MadeTable(Sheet.drawn(above, head, lines, under), named, unit, header, rows);
  }

  private static List<String> lines(List<List<String>> rows) {
    return rows.stream()
        .map(row -> String.join(" | ", row))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private String amount() {
    double value = Math.exp(random.nextDouble() * 9) * (unit.equals("元") ? 1000 : 1);
    String format = thousands ? "%,.2f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  private String maybe() {
    return random.nextInt(3) == 0 ? amount() : blank();
  }

  private String blank() {
    return zero == 0 ? "" : zero == 1 ? "0.00" : random.nextInt(4) == 0 ? "0.00" : "";
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** All kinds in the order of a set. */
  static Stream<Kind> kinds() {
    return Stream.of(Kind.values());
  }
}
