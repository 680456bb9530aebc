package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.Fact;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.AccountColumns;
import org.mingzhang.text.Amounts;

/**
 * The economic items of basic expenditure that are three public expenses (30212 going abroad, 30217
 * reception, 30231 running vehicles, 31013 buying them) against the three public expenses
 * themselves, which also hold what projects spent: a part is no more than its whole.
 */
public final class ThreePublicItems implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "three-public-items",
          Kind.CROSS_SECTION_MISMATCH,
          "基本支出表中的因公出国费、公务接待费、公务用车购置和运行维护费与“三公”经费同一项（不大于）",
          "Economic items of basic expenditure against the same part of the three public expenses",
          "0.02万元",
          "0.02 万元",
          "“三公”经费含基本支出和项目支出，基本支出中的同一项不会更大。",
          "The three public expenses are of basic and project expenditure; the part of one is no"
              + " more than both.");
  private static final Map<String, String> ITEMS =
      Map.of("30212", "因公出国(境)费", "30217", "公务接待费", "30231", "公务用车运行费", "31013", "公务用车购置费");
  private static final BigDecimal SLACK = new BigDecimal("0.02");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    String tail = reading.isBudget() ? "预算" : "";
    Facts facts = reading.derived(Facts.class, Facts::of);
    List<Check> checks = new ArrayList<>();
    for (AccountTable table : TableRule.tables(reading, TableKind.BASIC)) {
      for (AccountColumns.Block block : table.columns().blocks()) {
        List<@Nullable String> codes = block.codes(table.data().rows());
        for (int row = 0; row < codes.size(); row++) {
          String name = codes.get(row) == null ? null : ITEMS.get(codes.get(row));
          if (name != null) {
            judge(table, block, row, facts.named(name + tail), checks);
          }
        }
      }
    }
    return checks;
  }

  /** Where the document gives the part several amounts, the largest of them. */
  private static void judge(
      AccountTable table,
      AccountColumns.Block block,
      int row,
      List<Fact> wholes,
      List<Check> checks) {
    BigDecimal printed = table.amountOrZero(row, block.amounts().getFirst());
    String unit = table.data().unit() == null ? "万元" : table.data().unit();
    BigDecimal part = printed.scaleByPowerOfTen(Amounts.power(unit) - 4);
    Fact whole = wholes.stream().max((a, b) -> a.value().compareTo(b.value())).orElse(null);
    if (whole == null) {
      checks.add(new Check.Undecided("没有读到“三公”经费的同一项", "the part of the three was not read"));
    } else if (part.subtract(whole.value()).compareTo(SLACK) <= 0) {
      checks.add(new Check.Agrees());
    } else {
      String stated = printed.toPlainString() + unit;
      checks.add(
          Draft.at(ABOUT, Severity.PROBABLE, TableRule.place(table, row, block))
              .numbers(stated, whole.printed())
              .formula(stated + " > " + whole.printed())
              .other(whole.place())
              .says(
                  "基本支出表中此项为%s，大于“三公”经费中的同一项%s。",
                  "Basic expenditure holds %s of this, more than the three public expenses, %s.",
                  stated,
                  whole.printed()));
    }
  }
}
