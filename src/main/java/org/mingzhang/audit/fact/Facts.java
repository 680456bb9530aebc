package org.mingzhang.audit.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.Amounts;

/** The amounts of a final account that the same standard name is given to in several places. */
public final class Facts {
  private static final Map<String, String> ALIASES =
      Map.of(
          "决算报表收入", "本年收入合计",
          "决算报表支出", "本年支出合计",
          "机关运行经费预算", "机关运行经费预算",
          "机关运行经费预算数", "机关运行经费预算");
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "一般公共预算基本支出", "一般公共预算财政拨款基本支出",
          "财政拨款基本支出", "一般公共预算财政拨款基本支出",
          "公务用车购置及运行维护费", "公务用车购置及运行费",
          "公务车购置及运行维护费", "公务用车购置及运行费",
          "公务车购置费", "公务用车购置费",
          "公务车运行维护费", "公务用车运行费",
          "公务用车运行维护费", "公务用车运行费");
  private static final Set<String> NAMES =
      Set.of(
          "收入总计",
          "支出总计",
          "本年收入合计",
          "本年支出合计",
          "基本支出",
          "项目支出",
          "财政拨款收入总计",
          "财政拨款支出总计",
          "财政拨款收入",
          "财政拨款支出",
          "一般公共预算财政拨款支出",
          "一般公共预算财政拨款基本支出",
          "人员经费",
          "人员经费预算",
          "公用经费预算",
          "公用经费",
          "三公经费支出决算",
          "三公经费预算",
          "因公出国(境)费",
          "公务用车购置及运行费",
          "公务接待费",
          "因公出国(境)费预算",
          "公务用车购置及运行费预算",
          "公务接待费预算",
          "公务用车购置费",
          "公务用车运行费",
          "公务用车购置费预算",
          "公务用车运行费预算",
          "外宾接待支出",
          "国内公务接待支出");

  /** Topics whose sentences are about the accounts of the year as a whole. */
  public static final Set<Topic> ACCOUNTS =
      Set.of(
          Topic.TOTALS,
          Topic.INCOME,
          Topic.EXPENDITURE,
          Topic.FISCAL_APPROPRIATION,
          Topic.GENERAL_PUBLIC_BUDGET,
          Topic.BASIC_EXPENDITURE,
          Topic.THREE_PUBLIC);

  /** Parts of the three public expenses; a budget names them without the word. */
  static final Set<String> THREE_PUBLIC_PARTS =
      Set.of("因公出国(境)费", "公务用车购置及运行费", "公务接待费", "公务用车购置费", "公务用车运行费");

  /** Topics in which 本年收入 and 本年支出 are of all money. */
  private static final Set<Topic> YEAR = Set.of(Topic.TOTALS, Topic.INCOME, Topic.EXPENDITURE);

  private static final Set<String> ITEM_MONEY = Set.of("基本支出", "项目支出");

  private static final int SEVERAL = 3;

  private final Map<String, List<Fact>> byName = new LinkedHashMap<>();

  private final boolean balanced;

  private Facts(boolean balanced) {
    this.balanced = balanced;
  }

  private void add(Fact fact) {
    byName.computeIfAbsent(fact.name(), n -> new ArrayList<>()).add(fact);
  }

  /** The facts of a document about its own year: sentences first, then tables. */
  public static Facts of(Reading reading) {
    Facts facts = new Facts(TableFacts.balanced(reading));
    for (Figure figure : reading.figures()) {
      if (!figure.fromTable() && figure.item() == null && ofYear(figure, reading)) {
        facts.stated(figure, reading);
      }
      if (figure.fromTable() && isOfOneRow(figure, reading) && ofYear(figure, reading)) {
        facts.tabled(figure, reading);
      }
    }
    new TableFacts(reading).read().forEach(facts::add);
    return facts;
  }

  /** A section with three amounts of basic or project expenditure tells that of single items. */
  private static boolean tellsItems(Figure figure, Reading reading) {
    return ITEM_MONEY.contains(figure.name())
        && reading
                .derived(NameCounts.class, NameCounts::of)
                .amounts(figure.section(), figure.name())
            >= SEVERAL;
  }

  private static boolean ofYear(Figure figure, Reading reading) {
    return figure.year() == null || figure.year().equals(reading.year());
  }

  /** A table of the three public expenses with all its amounts in one row under a head of names. */
  private static boolean isOfOneRow(Figure figure, Reading reading) {
    return figure.item() == null
        && reading
                .derived(NameCounts.class, NameCounts::of)
                .figures(figure.section(), figure.name())
            == 1
        && reading.tables(figure.section()).stream()
            .map(AccountTable::data)
            .anyMatch(
                t ->
                    t.rows().size() == 1
                        && TableKind.of(t).filter(k -> k == TableKind.THREE_PUBLIC).isPresent());
  }

  private void tabled(Figure figure, Reading reading) {
    String alias = ALIASES.get(figure.name());
    String name = alias == null ? ofThreePublic(figure.name(), reading) : alias;
    if (alias != null || NAMES.contains(name)) {
      add(figure, name);
    }
  }

  private void stated(Figure figure, Reading reading) {
    if (tellsItems(figure, reading)) {
      return;
    }
    String alias = ALIASES.get(figure.name());
    Topic topic = reading.section(figure.section()).map(Section::topic).orElse(Topic.OTHER);
    String name = alias == null ? ofThreePublic(scoped(figure, topic), reading) : alias;
    if (name.equals("三公经费") && reading.isFinalAccount()) {
      name = "三公经费支出决算";
    }
    if (balanced && YEAR.contains(topic) && name.matches("(?:收入|支出)预算")) {
      name = name.replace("预算", "总计");
    }
    if (alias != null || (NAMES.contains(name) && ACCOUNTS.contains(topic))) {
      add(figure, name);
    }
  }

  private void add(Figure figure, String name) {
    if (figure.yuan().isPresent() && (figure.fromTable() || !Enclosing.isOfMore(figure, name))) {
      add(
          new Fact(
              name,
              wan(figure),
              figure.value() + figure.unit(),
              new Place(figure.section(), figure.page(), figure.quote()),
              figure.fromTable()));
    }
  }

  /** What a budget plans for a part of the three public expenses is not what was spent. */
  private static String ofThreePublic(String name, Reading reading) {
    return reading.isBudget() && THREE_PUBLIC_PARTS.contains(name) ? name + "预算" : name;
  }

  /** Amounts of the general public budget, or of fiscal money, are not those of all money. */
  private static String scoped(Figure figure, Topic topic) {
    String name = figure.name();
    if (name.equals("支出决算") && figure.quote().contains("一般公共预算财政拨款支出")) {
      return "一般公共预算财政拨款支出";
    }
    if (topic == Topic.FISCAL_APPROPRIATION && name.matches("(?:收入|支出)总计")) {
      return "财政拨款" + name;
    }
    if (YEAR.contains(topic) && name.matches("本年(?:收入|支出)")) {
      return name + "合计";
    }
    if (!YEAR.contains(topic) && name.matches("本年(?:收入|支出)合计")) {
      return "财政拨款" + name;
    }
    if (name.equals("项目支出")
        && (topic == Topic.FISCAL_APPROPRIATION || topic == Topic.GENERAL_PUBLIC_BUDGET)) {
      return "一般公共预算财政拨款项目支出";
    }
    boolean general = topic == Topic.GENERAL_PUBLIC_BUDGET || topic == Topic.BASIC_EXPENDITURE;
    return general && name.equals("基本支出") ? "一般公共预算财政拨款基本支出" : SYNONYMS.getOrDefault(name, name);
  }

  private static BigDecimal wan(Figure figure) {
    BigDecimal value = new BigDecimal(figure.value());
    return value.scaleByPowerOfTen(Amounts.power(figure.unit()) - 4);
  }

  /** All facts with a name. */
  public List<Fact> named(String name) {
    return List.copyOf(byName.getOrDefault(name, List.of()));
  }

  /** All of one name, for each name in the order in which it is first given. */
  public List<List<Fact>> groups() {
    return List.copyOf(byName.values());
  }

  /** The amounts that the places give to a name, in 万元, each once. */
  public List<BigDecimal> amounts(String name) {
    return named(name).stream().map(f -> f.value().stripTrailingZeros()).distinct().toList();
  }

  /** Those of sentences. */
  public List<Fact> stated(String name) {
    return named(name).stream().filter(f -> !f.table()).toList();
  }
}
