package org.mingzhang.audit.invented;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Topic;

/**
 * A final account in wordings chosen at random. A slot of one statement may be planted: its number
 * or word is replaced by a wrong one.
 */
final class InventedDocument {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final Wordings WORDINGS = Wordings.of("wordings.txt");

  /** An error: the statement, the slot of its wording, what is printed instead. */
  record Plant(String statement, String slot, String printed) {}

  private final InventedAccount account;
  private final Random random;
  private final @Nullable Plant plant;
  private final TestDocument document = new TestDocument();
  private final Map<String, String> chosen = new LinkedHashMap<>();
  private final Map<String, String> fixed;
  private final boolean withTables;
  private String planted = "";

  /**
   * Writes a document.
   *
   * @param fixed wordings that are not chosen at random, by statement
   */
  InventedDocument(
      InventedAccount account,
      Random random,
      Map<String, String> fixed,
      boolean withTables,
      @Nullable Plant plant) {
    this.account = account;
    this.random = random;
    this.fixed = fixed;
    this.withTables = withTables;
    this.plant = plant;
    write();
  }

  /** The sentence that holds the planted error, empty where none was planted. */
  String planted() {
    return planted;
  }

  private void write() {
    section(Topic.OVERVIEW, "主要职能", "负责档案的收集、整理和利用。|内设三个科室。");
    if (withTables) {
      String unit = random.nextInt(4) == 0 ? "元" : "万元";
      new InventedTables(account, unit).tables().forEach(t -> table(t, unit));
    }
    section(Topic.TOTALS, "收入支出决算总体情况说明", text("totals") + maybe("parts"));
    section(Topic.INCOME, "收入决算情况说明", text("income"));
    section(Topic.EXPENDITURE, "支出决算情况说明", text("spending"));
    section(
        Topic.FISCAL_APPROPRIATION, "财政拨款收入支出决算总体情况说明", text("appropriation") + maybe("balance"));
    section(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算财政拨款支出决算总体情况", text("general"));
    section(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算财政拨款支出决算结构情况", text("structure"));
    section(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算财政拨款支出决算具体情况", items());
    section(Topic.BASIC_EXPENDITURE, "一般公共预算财政拨款基本支出决算情况说明", text("basic"));
    section(Topic.THREE_PUBLIC, "“三公”经费支出决算情况说明", text("three") + maybe("reception"));
    section(Topic.OPERATING_EXPENSES, "机关运行经费支出情况", text("operating"));
    section(Topic.PROCUREMENT, "政府采购支出情况", text("procurement"));
    section(Topic.STATE_ASSETS, "国有资产占用情况", text("assets"));
    section(Topic.PERFORMANCE, "预算绩效情况说明", text("performance"));
    section(Topic.ANNEX, "部门整体支出绩效自评报告", "本部门履职情况良好。" + maybe("report"));
    section(Topic.GLOSSARY, "名词解释", text("glossary"));
  }

  private String text(String statement) {
    return fill(statement, choose(statement), Map.of());
  }

  /** A further paragraph, left out of half of the documents. */
  private String maybe(String statement) {
    boolean wanted = fixed.containsKey(statement) || random.nextBoolean();
    return wanted ? "|" + text(statement) : "";
  }

  private String choose(String statement) {
    List<String> all = WORDINGS.wordingsOf(statement);
    return chosen.computeIfAbsent(
        statement, s -> fixed.getOrDefault(s, all.get(random.nextInt(all.size()))));
  }

  private String items() {
    String mark = random.nextBoolean() ? "一般公共服务支出（类）" : "一般公共服务（类）";
    List<String> lines = new ArrayList<>(List.of(text("lead")));
    String[][] items = {
      {"run", mark + "档案事务（款）行政运行（项）"},
      {"works0", mark + "档案事务（款）档案馆（项）"},
      {"c208", "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）"},
      {"c210", "卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）"},
      {"c221", "住房保障支出（类）住房改革支出（款）住房公积金（项）"}
    };
    String wording = choose("item");
    for (int i = 0; i < items.length; i++) {
      String own = items[i][0];
      Map<String, String> names =
          Map.of(
              "b",
              own + "Budget",
              "r",
              own,
              "d",
              own + "Done",
              "than",
              own + "Than",
              "name",
              items[i][1]);
      lines.add((i + 1) + "." + fill("item" + i, wording, names));
    }
    return String.join("|", lines);
  }

  /** The wording with its slots filled; a planted one is remembered with its sentence. */
  private String fill(String statement, String wording, Map<String, String> names) {
    StringBuilder text = new StringBuilder();
    Matcher slot = SLOT.matcher(wording);
    while (slot.find()) {
      String name = slot.group(1);
      String real = names.getOrDefault(name, name);
      boolean here =
          plant != null && plant.statement().equals(statement) && plant.slot().equals(name);
      String value = name.equals("name") ? real : account.printed(real);
      String printed = here && planted.isEmpty() && plant != null ? "⟦" + plant.printed() : value;
      slot.appendReplacement(text, Matcher.quoteReplacement(printed));
      if (here) {
        planted = planted.isEmpty() ? "⟦" : planted;
      }
    }
    slot.appendTail(text);
    int at = text.indexOf("⟦");
    if (at >= 0) {
      text.deleteCharAt(at);
      int from = Math.max(text.lastIndexOf("。", at), text.lastIndexOf("|", at)) + 1;
      int to = text.indexOf("。", at);
      planted = text.substring(from, to < 0 ? text.length() : to + 1);
    }
    return text.toString();
  }

  private void section(Topic topic, String title, String text) {
    document.section(topic, title, text.split("\\|", -1));
  }

  private void table(InventedTables.Table table, String unit) {
    document.table(table.title(), unit, table.header(), table.rows());
    if (!table.note().isEmpty()) {
      document.note(table.note());
    }
  }

  /** The document, which may be changed. */
  TestDocument document() {
    return document;
  }

  /** The document as the rules get it. */
  Disclosure disclosure() {
    return document.build();
  }

  /** A wrong amount: off by more than rounding, in the way of a slip of the pen. */
  static BigDecimal wrong(BigDecimal right, Random random) {
    BigDecimal wrong =
        switch (random.nextInt(3)) {
          case 0 -> right.add(new BigDecimal(3 + random.nextInt(40)));
          case 1 -> right.multiply(new BigDecimal("1.1"));
          default -> right.multiply(new BigDecimal("0.91"));
        };
    return wrong.setScale(2, RoundingMode.HALF_UP);
  }
}
