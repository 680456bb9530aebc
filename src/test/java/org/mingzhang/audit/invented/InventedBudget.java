package org.mingzhang.audit.invented;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.model.Category;
import org.mingzhang.model.Topic;

/**
 * The budget of an invented office: explanations in 万元 in wordings chosen at random, its nine
 * tables in 万元 or 元, all of which agree.
 */
final class InventedBudget {
  private static final Wordings WORDINGS = Wordings.readResource("budgets.txt");
  private static final String NUMERALS = "一二三四五";
  private static final String[][] ITEMS = {
    {"run", "2012601", "行政运行", "一般公共服务支出（类）档案事务（款）行政运行（项）"},
    {"works0", "2012604", "档案馆", "一般公共服务支出（类）档案事务（款）档案馆（项）"},
    {"c208", "2080505", "机关事业单位基本养老保险缴费支出", "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）"},
    {"c210", "2101101", "行政单位医疗", "卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）"},
    {"c221", "2210201", "住房公积金", "住房保障支出（类）住房改革支出（款）住房公积金（项）"}
  };

  private final InventedAccount account;
  private final Random random;
  private final TestDocument document =
      new TestDocument().withKindAndYear(Category.DEPARTMENT_BUDGET, 2024);

  InventedBudget(Random random) {
    this.random = random;
    this.account = new InventedAccount(random, random.nextBoolean());
    boolean before = random.nextBoolean();
    if (before) {
      writeExplanations();
    }
    addTables(random.nextBoolean() ? "元" : "万元");
    if (!before) {
      writeExplanations();
    }
    addSection(Topic.GLOSSARY, "名词解释", "glossary");
  }

  TestDocument document() {
    return document;
  }

  private void writeExplanations() {
    document.section(Topic.OVERVIEW, "主要职能", "负责档案的收集、整理和利用。", "内设三个科室。");
    addSection(Topic.TOTALS, "收支预算总体情况说明", "totals");
    addSection(Topic.INCOME, "收入预算情况说明", "income");
    addSection(Topic.EXPENDITURE, "支出预算情况说明", "spending");
    addSection(Topic.FISCAL_APPROPRIATION, "财政拨款收支预算情况说明", "appropriation");
    document.section(
        Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算支出情况说明", composeItems().toArray(String[]::new));
    addSection(Topic.BASIC_EXPENDITURE, "一般公共预算基本支出情况说明", "basic");
    addSection(Topic.THREE_PUBLIC, "“三公”经费预算情况说明", "three");
    addSection(Topic.OPERATING_EXPENSES, "机关运行经费情况说明", "operating");
    addSection(Topic.PROCUREMENT, "政府采购情况说明", "procurement");
    addSection(Topic.STATE_ASSETS, "国有资产占用情况说明", "assets");
    addSection(Topic.PERFORMANCE, "绩效目标设置情况说明", "performance");
  }

  private String chooseWording(String statement) {
    List<String> all = WORDINGS.wordingsOf(statement);
    return all.get(random.nextInt(all.size()));
  }

  private void addSection(Topic topic, String title, String statement) {
    String text = Wordings.fillSlots(chooseWording(statement), account::print);
    document.section(topic, title, text.split("\\|", -1));
  }

  private List<String> composeItems() {
    List<String> lines = new ArrayList<>();
    lines.add(Wordings.fillSlots(chooseWording("lead"), account::print));
    String wording = chooseWording("item");
    for (int i = 0; i < ITEMS.length; i++) {
      String[] item = ITEMS[i];
      Map<String, String> words = new HashMap<>();
      boolean coded = wording.startsWith("（");
      words.put("n", coded ? NUMERALS.substring(i, i + 1) : String.valueOf(i + 1));
      words.put("code", item[1]);
      words.put("short", item[2]);
      words.put("name", item[3]);
      Map<String, String> names =
          Map.of("r", "", "b", "Last", "c", "Diff", "u", "Up", "g", "Grow", "p", "DiffRate");
      names.forEach((slot, tail) -> words.put(slot, account.print(item[0] + tail)));
      lines.add(
          Wordings.fillSlots(wording, n -> words.containsKey(n) ? words.get(n) : account.print(n)));
    }
    return lines;
  }

  private void addTables(String unit) {
    InventedTables tables = new InventedTables(account, unit);
    for (InventedTables.Table table : tables.budgetTables(random.nextBoolean())) {
      String own = table.title().contains("三公") ? "万元" : unit;
      document.table(table.title(), own, table.header(), table.rows());
      if (!table.note().isEmpty()) {
        document.paragraph(table.note());
      }
    }
  }
}
