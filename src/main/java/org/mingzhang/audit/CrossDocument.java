package org.mingzhang.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;

/**
 * Compares two disclosures of one agency. Pure functions: whoever calls them has chosen the two
 * documents, by agency, year and category. The quote of a finding is of the later document, its
 * other place of the earlier one.
 */
public final class CrossDocument {
  private static final RuleDescription LAST_YEAR =
      new RuleDescription(
          "last-year",
          Kind.CHANGE_AMOUNT,
          "本年决算推出的上年数（本年数减增加额）与上年决算文件",
          "Last year's amount as this year's document implies it, against last year's document",
          "0.02万元",
          "0.02 万元",
          "本年决算的上年数就是上年决算数。",
          "Last year's amount in this year's account is that of last year's account.");
  private static final RuleDescription BUDGET =
      new RuleDescription(
          "budget-document",
          Kind.CROSS_SECTION_MISMATCH,
          "决算文件写的年初预算与同年预算文件的支出总额",
          "The initial budget in the final account against the budget of the year",
          "0.02万元",
          "0.02 万元",
          "决算的年初预算就是批复公开的预算。",
          "The initial budget of an account is the budget that was published.");
  private static final RuleDescription UNIT =
      new RuleDescription(
          "department-and-unit",
          Kind.CROSS_SECTION_MISMATCH,
          "单位决算的总额不大于其所属部门的总额",
          "A unit's totals are no more than those of the department it is part of",
          "0.02万元",
          "0.02 万元",
          "部门汇总其所属各单位。",
          "A department's totals include those of its units.");
  private static final BigDecimal SLACK = new BigDecimal("200");
  private static final String GENERAL = "一般公共预算财政拨款支出";
  private static final List<String> TOTALS =
      List.of("收入总计", "支出总计", "本年收入合计", "本年支出合计", GENERAL, "机关运行经费");

  /** What budgets call the expenditure that accounts call the initial budget. */
  private static final List<String> PLANNED = List.of("一般公共预算拨款支出预算", GENERAL + "预算", GENERAL);

  private CrossDocument() {}

  /** What the rules are. */
  public static List<RuleDescription> rules() {
    return List.of(LAST_YEAR, BUDGET, UNIT);
  }

  /** The amounts of last year that this year's final account implies, against last year's own. */
  public static List<Check> lastYear(Disclosure current, Disclosure previous) {
    List<Check> checks = new ArrayList<>();
    for (String name : TOTALS) {
      Optional<Figure> now = stated(current, name);
      Optional<Figure> change = change(current, name);
      Optional<Figure> before = stated(previous, name);
      if (now.isPresent() && change.isPresent() && before.isPresent()) {
        checks.add(implied(now.get(), change.get(), before.get()));
      }
    }
    return checks;
  }

  private static Check implied(Figure now, Figure change, Figure before) {
    boolean up = change.name().matches(".*(?:增加|增长|上升)");
    BigDecimal value = up ? yuan(now).subtract(yuan(change)) : yuan(now).add(yuan(change));
    if (value.subtract(yuan(before)).abs().compareTo(SLACK) <= 0) {
      return new Check.Agrees();
    }
    String shown = wan(value);
    String formula =
        wan(yuan(now)) + (up ? " − " : " + ") + wan(yuan(change)) + " = " + shown + "（万元）";
    String other = before.value() + before.unit();
    return draft(LAST_YEAR, change, before)
        .numbers(shown + "万元", other)
        .formula(formula + "，上年文件写 " + other)
        .says(
            "按本年数和增减额推算，上年数为%s万元，上年文件写%s。",
            "This document implies %s 万元 for last year; last year's document says %s.",
            shown,
            other);
  }

  private static String wan(BigDecimal yuan) {
    return yuan.movePointLeft(4).stripTrailingZeros().toPlainString();
  }

  /** The initial budget of a final account against the total of the budget of the same year. */
  public static List<Check> budget(Disclosure account, Disclosure budget) {
    Optional<Figure> stated = stated(account, "年初预算");
    Optional<Figure> planned =
        PLANNED.stream().flatMap(n -> stated(budget, n).stream()).findFirst();
    return stated.isPresent() && planned.isPresent()
        ? List.of(compare(BUDGET, stated.get(), yuan(stated.get()), planned.get(), "年初预算"))
        : List.of(new Check.Undecided("没有读到年初预算或预算总额", "the budget was not read in one of them"));
  }

  /** A unit's totals against those of its department. */
  public static List<Check> unit(Disclosure unit, Disclosure department) {
    List<Check> checks = new ArrayList<>();
    for (String name : TOTALS) {
      Optional<Figure> part = stated(unit, name);
      Optional<Figure> whole = stated(department, name);
      if (part.isPresent() && whole.isPresent()) {
        boolean within = yuan(part.get()).subtract(yuan(whole.get())).compareTo(SLACK) <= 0;
        checks.add(within ? new Check.Agrees() : finding(UNIT, part.get(), whole.get(), name));
      }
    }
    return checks;
  }

  private static Check compare(
      RuleDescription rule, Figure stated, BigDecimal value, Figure other, String what) {
    boolean near = value.subtract(yuan(other)).abs().compareTo(SLACK) <= 0;
    return near ? new Check.Agrees() : finding(rule, stated, other, what);
  }

  private static Check finding(RuleDescription rule, Figure here, Figure there, String what) {
    String stated = here.value() + here.unit();
    String other = there.value() + there.unit();
    return draft(rule, here, there)
        .numbers(stated, other)
        .says(
            "%1$s：此文件写%2$s，另一文件写%3$s。",
            "This document says %2$s, the other %3$s.", what, stated, other);
  }

  private static Draft draft(RuleDescription rule, Figure here, Figure there) {
    return Draft.at(rule, Severity.PROBABLE, new Place(here.section(), here.page(), here.quote()))
        .other(new Place(there.section(), there.page(), there.quote()));
  }

  private static BigDecimal yuan(Figure figure) {
    return figure.yuan().orElse(BigDecimal.ZERO);
  }

  private static Optional<Figure> stated(Disclosure document, String name) {
    List<Figure> found =
        document.figures().stream()
            .filter(f -> f.name().equals(name) && f.item() == null && !f.fromTable())
            .filter(f -> f.yuan().isPresent())
            .filter(f -> f.year() == null || f.year().equals(document.metadata().year()))
            .toList();
    boolean one =
        found.stream()
                .map(CrossDocument::yuan)
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .count()
            == 1;
    return one ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Optional<Figure> change(Disclosure document, String name) {
    return document.figures().stream()
        .filter(
            f ->
                f.yuan().isPresent()
                    && f.item() == null
                    && f.name().matches(Pattern.quote(name) + "比上年(?:增加|减少|增长|下降)"))
        .findFirst();
  }
}
