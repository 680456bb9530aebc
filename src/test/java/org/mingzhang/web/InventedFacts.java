package org.mingzhang.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;

/** Facts of an invented disclosure, each at a place where its number stands. */
final class InventedFacts {
  private final Disclosure disclosure;
  private final int year;
  private final Stage stage;
  private final List<Fact> facts = new ArrayList<>();

  private InventedFacts(Disclosure disclosure, int year) {
    this.disclosure = disclosure;
    this.year = year;
    this.stage =
        disclosure.metadata().category() == Category.DEPARTMENT_BUDGET
            ? Stage.BUDGET
            : Stage.RESULT;
  }

  /**
   * The facts of a year; 教育局 contradicts itself, 青石区总工会 changes what it said a year ago, 财政局 states
   * the revenue of its city.
   */
  static List<Fact> of(Disclosure disclosure, int year) {
    InventedFacts made = new InventedFacts(disclosure, year);
    made.totals();
    made.threePublic();
    return made.facts;
  }

  private void totals() {
    FactLocation sentence = place("3.1", "465.38", "收、支总计均为465.38万元");
    FactLocation cell = cell("2.1", "465.38", 3, 3, "本年支出合计 决算数 465.38");
    amount("收入总计", Fund.ALL, year, stage, "465.38", false, sentence);
    amount("支出总计", Fund.ALL, year, stage, "465.38", false, sentence, cell);
    boolean torn = String.valueOf(disclosure.metadata().agency()).contains("教育局");
    if (torn) {
      amount("基本支出", Fund.ALL, year, stage, "401.12", true, cell("2.1", "401.12", 0, 3, "401.12"));
      amount("基本支出", Fund.ALL, year, stage, "410.12", true, place("3.1", "465.38", "410.12万元"));
    }
    if (String.valueOf(disclosure.metadata().agency()).contains("财政局")) {
      FactLocation revenue = place("3.1", "465.38", "全市一般公共预算收入465.38万元");
      amount("一般公共预算收入", Fund.GENERAL_BUDGET, year, stage, "465.38", false, revenue);
    }
    add(
        "残保金",
        context(Fund.ALL, year, stage),
        Fact.Kind.AMOUNT,
        "6.35",
        "万元",
        null,
        false,
        place("3.1", "6.35", "缴纳残保金6.35万元"));
    add(
        "本年支出合计",
        context(Fund.ALL, year, stage).withItem("社会保障和就业支出", "208"),
        Fact.Kind.AMOUNT,
        "38.06",
        "万元",
        null,
        false,
        cell("2.1", "38.06", 1, 3, "八、社会保障和就业支出 决算数 38.06"));
  }

  private void threePublic() {
    String spent = year - 2018 + ".28";
    String before = year - 2019 + (year == 2023 ? ".08" : ".28");
    FactLocation said = place("3.2.1", "4.28", "支出决算为4.28万元");
    amount("三公经费", Fund.APPROPRIATION, year, stage, spent, false, said);
    amount("三公经费", Fund.APPROPRIATION, year - 1, stage, before, false, said);
    amount(
        "三公经费",
        Fund.APPROPRIATION,
        year,
        Stage.ADJUSTED_BUDGET,
        "6.08",
        false,
        place("3.2.1", "6.08", "全年预算为6.08万元"));
    amount(
        "公务接待费",
        Fund.APPROPRIATION,
        year,
        stage,
        "0",
        false,
        place("3.2.1", "0万元", "公务接待费全年预算为0万元，支出决算为0万元"));
    FactLocation change = place("3.2.1", "1.20", "比上年减少1.20万元");
    Fact.ReferenceAmount reference = new Fact.ReferenceAmount(null, Stage.RESULT, year - 1, null);
    for (String account : List.of("三公经费", "公务接待费")) {
      add(
          account,
          context(Fund.APPROPRIATION, year, stage),
          Fact.Kind.CHANGE,
          "-1.20",
          "万元",
          reference,
          false,
          change);
    }
    add(
        "三公经费",
        context(Fund.APPROPRIATION, year, stage),
        Fact.Kind.RATE,
        "90",
        "%",
        new Fact.ReferenceAmount(Fact.RateKind.COMPLETION, Stage.ADJUSTED_BUDGET, year, null),
        false,
        place("3.2.1", "90%", "完成全年预算的90%"));
  }

  private FactContext context(Fund fund, int about, Stage at) {
    return FactContext.UNKNOWN
        .withStage(at)
        .withFund(fund)
        .withYear(about)
        .withPerimeter(Perimeter.DEPARTMENT, disclosure.metadata().agency());
  }

  private void amount(
      String account,
      Fund fund,
      int about,
      Stage at,
      String wan,
      boolean disputed,
      FactLocation... places) {
    add(account, context(fund, about, at), Fact.Kind.AMOUNT, wan, "万元", null, disputed, places);
  }

  private void add(
      String account,
      FactContext context,
      Fact.Kind kind,
      String printed,
      String unit,
      Fact.@Nullable ReferenceAmount reference,
      boolean disputed,
      FactLocation... places) {
    BigDecimal number = new BigDecimal(printed);
    facts.add(
        new Fact(
            account,
            context,
            kind,
            unit.equals("万元") ? number.movePointRight(4) : number,
            printed,
            unit,
            reference,
            disputed,
            List.of(places)));
  }

  private FactLocation place(String path, String number, String quote) {
    Section section = section(path);
    int start = section.text().indexOf(number);
    return new FactLocation(path, section.page(), start, start + number.length(), quote, null);
  }

  private FactLocation cell(String path, String number, int row, int column, String quote) {
    FactLocation place = place(path, number, quote);
    return new FactLocation(
        path,
        place.page(),
        place.start(),
        place.end(),
        quote,
        new FactLocation.Cell(0, row, column));
  }

  private Section section(String path) {
    return disclosure.sections().stream()
        .filter(s -> s.path().equals(path))
        .findFirst()
        .orElseThrow();
  }
}
