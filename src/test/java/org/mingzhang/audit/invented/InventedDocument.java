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
  private static final Wordings WORDINGS = Wordings.readResource("wordings.txt");

  /** An error: the statement, the slot of its wording, what is printed instead. */
  record PlantedValue(String statement, String slot, String printed) {}

  private final InventedAccount account;
  private final Random random;
  private final @Nullable PlantedValue plantedValue;
  private final TestDocument document = new TestDocument();
  private final Map<String, String> chosenWordings = new LinkedHashMap<>();
  private final Map<String, String> fixedWordings;
  private final boolean withTables;
  private String plantedSentence = "";

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
      @Nullable PlantedValue plant) {
    this.account = account;
    this.random = random;
    this.fixedWordings = fixed;
    this.withTables = withTables;
    this.plantedValue = plant;
    writeSections();
  }

  /** The sentence that holds the planted error, empty where none was planted. */
  String plantedSentence() {
    return plantedSentence;
  }

  private void writeSections() {
    addSection(Topic.OVERVIEW, "主要职能", "负责档案的收集、整理和利用。|内设三个科室。");
    if (withTables) {
      String unit = random.nextInt(4) == 0 ? "元" : "万元";
      new InventedTables(account, unit).accountTables().forEach(t -> addTable(t, unit));
    }
    addSection(Topic.TOTALS, "收入支出决算总体情况说明", composeText("totals") + composeTextOrNothing("parts"));
    addSection(Topic.INCOME, "收入决算情况说明", composeText("income"));
    addSection(Topic.EXPENDITURE, "支出决算情况说明", composeText("spending"));
    addSection(
        Topic.FISCAL_APPROPRIATION,
        "财政拨款收入支出决算总体情况说明",
        composeText("appropriation") + composeTextOrNothing("balance"));
    addSection(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算财政拨款支出决算总体情况", composeText("general"));
    addSection(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算财政拨款支出决算结构情况", composeText("structure"));
    addSection(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算财政拨款支出决算具体情况", composeItems());
    addSection(Topic.BASIC_EXPENDITURE, "一般公共预算财政拨款基本支出决算情况说明", composeText("basic"));
    addSection(
        Topic.THREE_PUBLIC,
        "“三公”经费支出决算情况说明",
        composeText("three") + composeTextOrNothing("reception"));
    addSection(Topic.OPERATING_EXPENSES, "机关运行经费支出情况", composeText("operating"));
    addSection(Topic.PROCUREMENT, "政府采购支出情况", composeText("procurement"));
    addSection(Topic.STATE_ASSETS, "国有资产占用情况", composeText("assets"));
    addSection(Topic.PERFORMANCE, "预算绩效情况说明", composeText("performance"));
    addSection(Topic.ANNEX, "部门整体支出绩效自评报告", "本部门履职情况良好。" + composeTextOrNothing("report"));
    addSection(Topic.GLOSSARY, "名词解释", composeText("glossary"));
  }

  private String composeText(String statement) {
    return fillSlots(statement, chooseWording(statement), Map.of());
  }

  /** A further paragraph, left out of half of the documents. */
  private String composeTextOrNothing(String statement) {
    boolean wanted = fixedWordings.containsKey(statement) || random.nextBoolean();
    return wanted ? "|" + composeText(statement) : "";
  }

  private String chooseWording(String statement) {
    List<String> all = WORDINGS.wordingsOf(statement);
    return chosenWordings.computeIfAbsent(
        statement, s -> fixedWordings.getOrDefault(s, all.get(random.nextInt(all.size()))));
  }

  private String composeItems() {
    String mark = random.nextBoolean() ? "一般公共服务支出（类）" : "一般公共服务（类）";
    List<String> lines = new ArrayList<>(List.of(composeText("lead")));
    String[][] items = {
      {"run", mark + "档案事务（款）行政运行（项）"},
      {"works0", mark + "档案事务（款）档案馆（项）"},
      {"c208", "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）"},
      {"c210", "卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）"},
      {"c221", "住房保障支出（类）住房改革支出（款）住房公积金（项）"}
    };
    String wording = chooseWording("item");
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
      lines.add((i + 1) + "." + fillSlots("item" + i, wording, names));
    }
    return String.join("|", lines);
  }

  /** The wording with its slots filled; a planted one is remembered with its sentence. */
  private String fillSlots(String statement, String wording, Map<String, String> names) {
    StringBuilder text = new StringBuilder();
    Matcher slot = SLOT.matcher(wording);
    while (slot.find()) {
      String name = slot.group(1);
      String real = names.getOrDefault(name, name);
      boolean here =
          plantedValue != null
              && plantedValue.statement().equals(statement)
              && plantedValue.slot().equals(name);
      String value = name.equals("name") ? real : account.print(real);
      String printed =
          here && plantedSentence.isEmpty() && plantedValue != null
              ? "⟦" + plantedValue.printed()
              : value;
      slot.appendReplacement(text, Matcher.quoteReplacement(printed));
      if (here) {
        plantedSentence = plantedSentence.isEmpty() ? "⟦" : plantedSentence;
      }
    }
    slot.appendTail(text);
    int at = text.indexOf("⟦");
    if (at >= 0) {
      text.deleteCharAt(at);
      int from = Math.max(text.lastIndexOf("。", at), text.lastIndexOf("|", at)) + 1;
      int to = text.indexOf("。", at);
      plantedSentence = text.substring(from, to < 0 ? text.length() : to + 1);
    }
    return text.toString();
  }

  private void addSection(Topic topic, String title, String text) {
    document.section(topic, title, text.split("\\|", -1));
  }

  private void addTable(InventedTables.Table table, String unit) {
    document.table(table.title(), unit, table.header(), table.rows());
    if (!table.note().isEmpty()) {
      document.paragraph(table.note());
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

  /** A wrong amount that differs by more than rounding, as a typing error would make it. */
  static BigDecimal randomWrongAmount(BigDecimal right, Random random) {
    BigDecimal wrong =
        switch (random.nextInt(3)) {
          case 0 -> right.add(new BigDecimal(3 + random.nextInt(40)));
          case 1 -> right.multiply(new BigDecimal("1.1"));
          default -> right.multiply(new BigDecimal("0.91"));
        };
    return wrong.setScale(2, RoundingMode.HALF_UP);
  }
}
