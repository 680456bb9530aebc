package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.audit.fact.Fact;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.audit.form.TableDoubts;
import org.mingzhang.audit.sentence.Suspects;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Section;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Amounts;

/**
 * Figures that add up to another by definition, wherever in the document each stands: total income
 * = total expenditure, the three public expenses and what they are made of, basic expenditure =
 * staff + office. Only figures that the document gives one amount to are added.
 */
public final class FigureSums implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "figure-sums",
          Kind.SUM,
          "收入总计＝支出总计，“三公”经费＝三个分项之和，公务用车费＝购置费＋运行费，公务接待费＝外宾＋国内，基本支出＝人员经费＋公用经费",
          "Total income = total expenditure, the three public expenses = their parts, vehicles ="
              + " bought + run, receptions = foreign + domestic, basic expenditure = staff +"
              + " office",
          "每两项0.01万元",
          "0.01 万元 for each two parts",
          "这些数按定义由各分项组成，收支总计按制度平衡。",
          "These figures are made of their parts by definition, and income and expenditure"
              + " balance.");

  private static final int CLOSE = 240;
  private static final Pattern LEFT = Pattern.compile("结余|结转");

  private record Sum(String whole, List<String> parts) {}

  /** A sum whose whole is part of another stands before that. */
  private static final List<Sum> SUMS =
      List.of(
          new Sum("支出总计", List.of("收入总计")),
          new Sum("财政拨款支出总计", List.of("财政拨款收入总计")),
          new Sum("公务用车购置及运行费", List.of("公务用车购置费", "公务用车运行费")),
          new Sum("公务用车购置及运行费预算", List.of("公务用车购置费预算", "公务用车运行费预算")),
          new Sum("公务接待费", List.of("外宾接待支出", "国内公务接待支出")),
          new Sum("三公经费支出决算", List.of("因公出国(境)费", "公务用车购置及运行费", "公务接待费")),
          new Sum("三公经费支出决算", List.of("因公出国(境)费", "公务用车购置费", "公务用车运行费", "公务接待费")),
          new Sum("三公经费预算", List.of("因公出国(境)费预算", "公务用车购置及运行费预算", "公务接待费预算")),
          new Sum("一般公共预算财政拨款基本支出", List.of("人员经费", "公用经费")));

  /** In a budget the whole is often named without the word. */
  private static final Sum PLANNED = new Sum("一般公共预算财政拨款基本支出", List.of("人员经费预算", "公用经费预算"));

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    Facts facts = reading.derived(Facts.class, Facts::of);
    List<Check> checks = new ArrayList<>();
    Map<String, BigDecimal> off = new HashMap<>();
    SUMS.forEach(sum -> judge(sum, facts, reading, off).ifPresent(checks::add));
    if (reading.isBudget()) {
      judge(PLANNED, facts, reading, off).ifPresent(checks::add);
    }
    return checks;
  }

  /**
   * Judges a sum.
   *
   * @param off by how much the figures judged before are more than their parts
   */
  private static Optional<Check> judge(
      Sum sum, Facts facts, Reading reading, Map<String, BigDecimal> off) {
    List<Fact> parts = sum.parts().stream().flatMap(p -> agreed(facts.named(p)).stream()).toList();
    Optional<Fact> whole = agreed(facts.named(sum.whole()));
    boolean nested =
        sum.parts().contains("公务用车运行费")
            && sum.whole().startsWith("三公")
            && !facts.named("公务用车购置及运行费").isEmpty();
    if (whole.isEmpty() || parts.size() < sum.parts().size() || nested) {
      return Optional.empty();
    }
    BigDecimal added = parts.stream().map(Fact::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (Tolerance.sumAgrees(whole.get().value(), added, parts.size() + 1)) {
      return Optional.of(new Check.Agrees());
    }
    BigDecimal less = added.subtract(whole.get().value());
    off.put(sum.whole(), less.negate());
    boolean known =
        parts.stream()
            .map(p -> off.get(p.name()))
            .anyMatch(d -> d != null && d.compareTo(less) == 0);
    return Optional.of(
        known || isInDoubt(whole.get(), parts, reading) || isLeft(sum, less, reading)
            ? new Check.Undecided("某一分项的金额另有矛盾", "the amount of a part is itself in doubt")
            : finding(whole.get(), parts, added, reading));
  }

  /** Whether what income is more than expenditure is told as left or carried over. */
  private static boolean isLeft(Sum sum, BigDecimal less, Reading reading) {
    return sum.parts().size() == 1
        && less.signum() > 0
        && reading.passages().stream()
            .flatMap(p -> p.mentions().stream())
            .filter(m -> m.quantity() instanceof Amount && LEFT.matcher(m.label()).find())
            .flatMap(m -> ((Amount) m.quantity()).yuan().stream())
            .anyMatch(y -> y.compareTo(less.movePointRight(4)) == 0);
  }

  private static boolean isInDoubt(Fact whole, List<Fact> parts, Reading reading) {
    TableDoubts doubts = reading.derived(TableDoubts.class, TableDoubts::of);
    return reading.derived(Suspects.class, Suspects::of).any(parts.stream().map(Fact::value))
        || Stream.concat(Stream.of(whole), parts.stream())
            .anyMatch(f -> f.table() && doubts.at(f.place()));
  }

  /** The one amount that all places give; a sentence speaks for them, if there is one. */
  private static Optional<Fact> agreed(List<Fact> facts) {
    boolean one = facts.stream().allMatch(f -> f.agrees(facts.getFirst()));
    return one ? facts.stream().findFirst() : Optional.empty();
  }

  private static Check finding(Fact whole, List<Fact> parts, BigDecimal added, Reading reading) {
    Place place =
        culprit(whole, parts, reading)
            .map(Fact::place)
            .orElseGet(() -> span(whole, parts, reading));
    String sum = sum(whole, parts, added);
    String terms = String.join(" + ", parts.stream().map(Fact::printed).toList());
    String formula =
        parts.size() == 1
            ? terms + " ≠ " + whole.printed()
            : terms + " = " + sum + "，文中写 " + whole.printed();
    return Draft.at(ABOUT, Severity.PROOF, place)
        .numbers(whole.printed(), sum)
        .formula(formula)
        .other(place.equals(whole.place()) ? parts.getFirst().place() : whole.place())
        .says(
            "“%1$s”写%2$s，%3$s为%4$s。",
            "The figures that make it up give %4$s; the document says %2$s.",
            whole.name(),
            whole.printed(),
            String.join("＋", parts.stream().map(Fact::name).toList()),
            sum);
  }

  /** The sum in the unit that all are printed in, or in 万元. */
  private static String sum(Fact whole, List<Fact> parts, BigDecimal added) {
    String unit = unit(whole);
    boolean one = parts.stream().allMatch(p -> unit(p).equals(unit));
    BigDecimal sum = one ? added.movePointRight(4 - Amounts.power(unit)) : added;
    return plain(sum) + (one ? unit : "万元");
  }

  private static String unit(Fact fact) {
    return fact.printed().replaceFirst("^[-\\d.,]+", "");
  }

  /** The one part that no other place vouches for, where others vouch for the whole. */
  private static Optional<Fact> culprit(Fact whole, List<Fact> parts, Reading reading) {
    BigDecimal over =
        parts.stream()
            .map(Fact::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .subtract(whole.value());
    List<Fact> open = parts.stream().filter(p -> !isVouchedFor(p, p.value(), reading)).toList();
    List<Fact> told =
        open.stream().filter(p -> isVouchedFor(p, p.value().subtract(over), reading)).toList();
    List<Fact> likely = told.isEmpty() ? open : told;
    return isVouchedFor(whole, whole.value(), reading) && likely.size() == 1
        ? Optional.of(likely.getFirst())
        : Optional.empty();
  }

  /** Whether another place gives this amount to the same figure, or to its like. */
  private static boolean isVouchedFor(Fact fact, BigDecimal amount, Reading reading) {
    String like =
        switch (fact.name()) {
          case "一般公共预算财政拨款基本支出" -> "基本支出";
          case "公用经费" -> "机关运行经费";
          default -> fact.name();
        };
    return Stream.of(fact.name(), like)
        .flatMap(n -> reading.stated(n).stream())
        .filter(f -> !f.section().equals(fact.place().section()))
        .flatMap(f -> f.yuan().stream())
        .anyMatch(y -> y.compareTo(amount.movePointRight(4)) == 0);
  }

  /** The words from the whole to its last part, where they stand close together. */
  private static Place span(Fact whole, List<Fact> parts, Reading reading) {
    Place from = whole.place();
    Place to = parts.getLast().place();
    String text = reading.section(from.section()).map(s -> words(s, from.quote())).orElse("");
    int start = text.indexOf(from.quote());
    int end = text.indexOf(to.quote());
    boolean close =
        parts.stream().allMatch(p -> !p.table() && p.place().section().equals(from.section()))
            && !whole.table()
            && start >= 0
            && end >= start
            && end + to.quote().length() - start <= CLOSE;
    return close
        ? new Place(from.section(), from.page(), text.substring(start, end + to.quote().length()))
        : from;
  }

  /** The words of a section; a heading that its first sentence goes on from is part of them. */
  private static String words(Section section, String quote) {
    boolean joined = section.item() || section.runIn();
    String marked = section.title() + "：" + section.text();
    return joined && marked.contains(quote)
        ? marked
        : (joined ? section.title() : "") + section.text();
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }
}
