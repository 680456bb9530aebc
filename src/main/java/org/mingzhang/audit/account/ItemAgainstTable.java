package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Topic;

/**
 * An item's amount in a sentence against the tables by item: it must stand in one of them under the
 * same code. A budget's sentence is in 万元 and its table in 元, so half a unit is let pass.
 */
public final class ItemAgainstTable implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "item-against-table",
          Kind.TEXT_TABLE_MISMATCH,
          "各科目支出决算（财政拨款支出）与支出表中同编码的金额",
          "Amounts of items in sentences against the rows with their codes",
          "0.01万元",
          "0.01 万元",
          "科目金额与支出表出自同一套账。",
          "Items in sentences and tables come from one set of books.");
  private static final BigDecimal SLACK = BigDecimal.valueOf(150);

  private static final Set<String> SPENT = Set.of("支出决算", "财政拨款支出");
  private static final Set<String> PLANNED = Set.of("支出决算", "财政拨款支出", "年初预算");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    Set<String> names = reading.isBudget() ? PLANNED : SPENT;
    for (Figure figure : reading.figures()) {
      if (!figure.fromTable()
          && ofYear(figure, reading)
          && figure.code() != null
          && names.contains(figure.name())) {
        judge(reading, figure, checks);
      }
    }
    return checks;
  }

  private static boolean ofYear(Figure figure, Reading reading) {
    return figure.year() == null || figure.year().equals(reading.year());
  }

  /** The totals of the rows of the tables by code. */
  private record Rows(Map<String, List<Figure>> byCode) {
    static Rows of(Reading reading) {
      return new Rows(
          reading.figures().stream()
              .filter(f -> f.fromTable() && f.code() != null)
              .filter(f -> f.name().matches("(?:本年支出|支出)?(?:合计|小计)|本年支出"))
              .collect(Collectors.groupingBy(f -> String.valueOf(f.code()))));
    }

    List<Figure> of(Figure stated) {
      return byCode.getOrDefault(String.valueOf(stated.code()), List.of());
    }
  }

  private static void judge(Reading reading, Figure figure, List<Check> checks) {
    List<Figure> rows =
        reading.derived(Rows.class, Rows::of).of(figure).stream()
            .filter(r -> !general(figure, reading) || !ofFunds(r, reading))
            .toList();
    if (rows.isEmpty()) {
      checks.add(new Check.Undecided("支出表中没有该科目的合计", "the tables have no total of this item"));
    } else if (rows.stream().anyMatch(r -> near(figure, r))) {
      checks.add(new Check.Agrees());
    } else if (!general(reading) && rows.stream().anyMatch(r -> within(figure, r))) {
      checks.add(
          new Check.Undecided(
              "没有读到一般公共预算财政拨款支出表", "the table of general public expenditure was not read"));
    } else {
      checks.add(finding(figure, rows.getLast()));
    }
  }

  private static boolean general(Figure stated, Reading reading) {
    return reading
        .section(stated.section())
        .filter(s -> s.topic() == Topic.GENERAL_PUBLIC_BUDGET)
        .isPresent();
  }

  /** A class or item may be paid from governmental funds as well, under the same code. */
  private static boolean ofFunds(Figure row, Reading reading) {
    return reading.tables(row.section()).stream()
        .allMatch(t -> TableKind.of(t.data()).filter(TableKind.FUNDS::equals).isPresent());
  }

  private static boolean general(Reading reading) {
    return !TableRule.tables(reading, TableKind.GENERAL).isEmpty();
  }

  /** The table of all money may hold more than what was spent of the general public budget. */
  private static boolean within(Figure stated, Figure row) {
    return stated.yuan().orElse(BigDecimal.ZERO).compareTo(row.yuan().orElse(BigDecimal.ZERO)) < 0;
  }

  private static boolean near(Figure stated, Figure row) {
    BigDecimal left = stated.yuan().orElse(BigDecimal.ZERO);
    BigDecimal right = row.yuan().orElse(BigDecimal.ZERO);
    BigDecimal unit =
        BigDecimal.ONE
            .movePointRight(4)
            .movePointLeft(Math.min(2, new BigDecimal(stated.value()).scale()));
    return left.subtract(right).abs().compareTo(SLACK.max(unit)) <= 0;
  }

  private static Check finding(Figure stated, Figure row) {
    String said = stated.value() + stated.unit();
    String table = row.value() + row.unit();
    return Draft.at(
            ABOUT, Severity.PROOF, new Place(stated.section(), stated.page(), stated.quote()))
        .numbers(said, table)
        .formula(said + " ≠ " + table)
        .other(new Place(row.section(), row.page(), row.quote()))
        .says("该科目文中为%s，表中为%s。", "The sentence says %s, the table %s.", said, table);
  }
}
