package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/** The amounts of a final account that the same standard name is given to in several places. */
final class Facts {
  private static final Map<String, String> ALIASES =
      Map.of(
          "决算报表收入", "本年收入合计",
          "决算报表支出", "本年支出合计");
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
          "一般公共预算财政拨款支出",
          "一般公共预算财政拨款基本支出",
          "人员经费",
          "公用经费",
          "三公经费支出决算",
          "因公出国(境)费",
          "公务接待费");
  private static final Set<Topic> ACCOUNTS =
      Set.of(
          Topic.TOTALS,
          Topic.INCOME,
          Topic.EXPENDITURE,
          Topic.FISCAL_APPROPRIATION,
          Topic.GENERAL_PUBLIC_BUDGET,
          Topic.BASIC_EXPENDITURE,
          Topic.THREE_PUBLIC);

  private final List<Fact> all = new ArrayList<>();

  private Facts() {}

  /** The facts of a document about its own year: sentences first, then tables. */
  static Facts of(Reading reading) {
    Facts facts = new Facts();
    for (Figure figure : reading.disclosure().figures()) {
      if (!figure.fromTable() && figure.item() == null && ofYear(figure, reading)) {
        facts.stated(figure, reading);
      }
    }
    new TableFacts(reading).read().forEach(facts.all::add);
    return facts;
  }

  private static boolean ofYear(Figure figure, Reading reading) {
    return figure.year() == null || figure.year().equals(reading.year());
  }

  private void stated(Figure figure, Reading reading) {
    String alias = ALIASES.get(figure.name());
    Topic topic = reading.section(figure.section()).map(Section::topic).orElse(Topic.OTHER);
    String name = alias == null ? scoped(figure.name(), topic) : alias;
    if (alias == null && !(NAMES.contains(name) && ACCOUNTS.contains(topic))) {
      return;
    }
    Optional<BigDecimal> yuan = figure.yuan();
    if (yuan.isPresent()) {
      all.add(
          new Fact(
              name,
              wan(figure),
              figure.value() + figure.unit(),
              new Place(figure.section(), figure.page(), figure.quote()),
              false));
    }
  }

  /** Basic expenditure of the general public budget is not that of all money. */
  private static String scoped(String name, Topic topic) {
    if (topic == Topic.FISCAL_APPROPRIATION && name.matches("(?:收入|支出)总计")) {
      return "财政拨款" + name;
    }
    boolean general = topic == Topic.GENERAL_PUBLIC_BUDGET || topic == Topic.BASIC_EXPENDITURE;
    return general && name.equals("基本支出") ? "一般公共预算财政拨款基本支出" : name;
  }

  private static BigDecimal wan(Figure figure) {
    BigDecimal value = new BigDecimal(figure.value());
    return switch (figure.unit()) {
      case "万元" -> value;
      case "亿元" -> value.movePointRight(4);
      case "百万元" -> value.movePointRight(2);
      case "千元" -> value.movePointLeft(1);
      default -> value.movePointLeft(4);
    };
  }

  /** All facts with a name. */
  List<Fact> named(String name) {
    return all.stream().filter(f -> f.name().equals(name)).toList();
  }

  /** All of one name, for each name in the order in which it is first given. */
  List<List<Fact>> groups() {
    return all.stream().map(Fact::name).distinct().map(this::named).toList();
  }

  /** Those of sentences. */
  List<Fact> stated(String name) {
    return named(name).stream().filter(f -> !f.table()).toList();
  }
}
