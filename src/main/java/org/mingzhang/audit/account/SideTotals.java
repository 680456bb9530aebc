package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.text.AccountColumns;

/**
 * The table that sets income and expenditure side by side: each side's lines add up to 本年合计, this
 * and what is carried over to 总计, and both totals are the same.
 */
public final class SideTotals implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "side-totals",
          Kind.SUM,
          "收入支出总表：各项之和＝本年合计，加结转结余＝总计，收入总计＝支出总计",
          "Income and expenditure side by side: lines, year's total, carry-over, total",
          "每两项0.01（元为单位时1元，均为整百元时100元）",
          "0.01 for each two lines, 1 where the unit is 元, 100 where all amounts are whole hundreds"
              + " of it",
          "部门决算公开01表、04表的表内关系。",
          "The arithmetic of forms 01 and 04 of a final account.");
  private static final String NUMBERED = "^[一二三四五六七八九十]+、.*";
  private static final String INNER = "^[(（][一二三四五六七八九十]+[)）].*";
  private static final String HEAD = "^[一二三四五六七八九十]+、本年(?:收入|支出)";
  private static final String YEAR = "本年(?:收入|支出)合计";
  private static final String TOTAL = "(?:收入|支出)?总计";
  private static final String CARRIED = "(?:年初|年末|上年|结转下年|使用).*(?:结转|结余).*|结余分配|结转下年.*|使用非财政拨款结余.*";

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    TableDoubts doubts = reading.derived(TableDoubts.class, TableDoubts::of);
    Culprit culprits = reading.derived(Culprit.class, Culprit::of);
    for (AccountTable table :
        TableRule.tables(reading, TableKind.TOTALS, TableKind.FISCAL_TOTALS)) {
      for (AccountColumns.Block block : table.columns().blocks()) {
        new Side(table, block, doubts, culprits).judge(checks);
      }
      bothSides(table, checks);
    }
    return checks;
  }

  /** A total and the rows of which it is made. */
  private record Sum(int row, List<Integer> parts, String what) {}

  /** Income or expenditure: one block of columns. */
  private static final class Side {
    private final AccountTable table;
    private final AccountColumns.Block block;
    private final TableDoubts doubts;
    private final Culprit culprits;
    private final int column;

    private Side(
        AccountTable table, AccountColumns.Block block, TableDoubts doubts, Culprit culprits) {
      this.table = table;
      this.block = block;
      this.doubts = doubts;
      this.culprits = culprits;
      this.column = block.amounts().getFirst();
    }

    private void judge(List<Check> checks) {
      List<Sum> sums = sums();
      for (Sum sum : sums) {
        checks.add(agrees(sum) ? new Check.Agrees() : answer(sum, sums));
      }
    }

    private List<Sum> sums() {
      List<Sum> sums = new ArrayList<>();
      List<Integer> lines = new ArrayList<>();
      List<Integer> above = new ArrayList<>();
      List<Integer> inner = new ArrayList<>();
      int head = -1;
      boolean year = false;
      for (int row = 0; row < table.rows(); row++) {
        String label = table.label(row, block);
        if (table.amount(row, column).isEmpty()) {
          continue;
        }
        if (label.matches(INNER)) {
          inner.add(row);
          continue;
        }
        addInner(head, inner, sums);
        head = label.matches(HEAD) ? row : -1;
        if (label.matches(YEAR)) {
          year = true;
          above.add(row);
          add(row, lines, "各项", sums);
        } else if (label.matches(TOTAL)) {
          add(row, year ? above : lines, "本年合计与结转结余", sums);
        } else if (label.matches(CARRIED)) {
          above.add(row);
          lines.addAll(year ? List.of() : List.of(row));
        } else if (label.matches(NUMBERED)) {
          lines.add(row);
        }
      }
      return sums;
    }

    /** {@code 一、本年支出} of a budget is made of the lines （一）（二） below it. */
    private static void addInner(int head, List<Integer> inner, List<Sum> sums) {
      if (head >= 0 && inner.size() > 1) {
        add(head, inner, "所列各项", sums);
      }
      inner.clear();
    }

    private static void add(int row, List<Integer> parts, String what, List<Sum> sums) {
      if (!parts.isEmpty()) {
        sums.add(new Sum(row, List.copyOf(parts), what));
      }
    }

    private BigDecimal amount(int row) {
      return table.amountOrZero(row, column);
    }

    private List<BigDecimal> parts(Sum sum) {
      return sum.parts().stream().map(this::amount).toList();
    }

    private BigDecimal difference(Sum sum) {
      return amount(sum.row()).subtract(TableRule.sum(parts(sum)));
    }

    private boolean agrees(Sum sum) {
      return TableRule.agrees(table, amount(sum.row()), parts(sum));
    }

    private Check answer(Sum sum, List<Sum> sums) {
      BigDecimal off = difference(sum);
      boolean explained =
          Stream.concat(Stream.of(sum.row()), sum.parts().stream())
              .anyMatch(r -> doubts.explains(place(r), off));
      boolean below =
          sums.stream()
              .anyMatch(
                  s ->
                      sum.parts().contains(s.row())
                          && !agrees(s)
                          && difference(s).negate().compareTo(off) == 0);
      return explained || below
          ? new Check.Undecided("差额已在另一行提示", "the difference is told at another row")
          : TableRule.compare(
              ABOUT, table, place(culprit(sum, sums)), amount(sum.row()), parts(sum), sum.what());
    }

    /** The one row that no other sum vouches for, if the total itself is right elsewhere. */
    private int culprit(Sum sum, List<Sum> sums) {
      List<Integer> open =
          sum.parts().stream()
              .filter(r -> amount(r).signum() != 0)
              .filter(r -> sums.stream().noneMatch(s -> s.row() == r && agrees(s)))
              .toList();
      boolean confirmed =
          sums.stream().anyMatch(s -> s.parts().contains(sum.row()) && agrees(s))
              || isOnOtherSide(sum.row());
      return confirmed && open.size() == 1
          ? open.getFirst()
          : isOnOtherSide(sum.row())
              ? culprits.part(table, column, sum.row(), sum.parts(), difference(sum))
              : culprits.row(table, column, sum.row(), sum.parts(), difference(sum));
    }

    private boolean isOnOtherSide(int row) {
      return table.label(row, block).matches(TOTAL)
          && table.columns().blocks().stream()
              .filter(b -> !b.equals(block) && table.label(row, b).matches(TOTAL))
              .map(b -> table.amountOrZero(row, b.amounts().getFirst()))
              .anyMatch(a -> a.compareTo(amount(row)) == 0);
    }

    private Place place(int row) {
      return TableRule.place(table, row, block);
    }
  }

  private static void bothSides(AccountTable table, List<Check> checks) {
    List<AccountColumns.Block> blocks = table.columns().blocks();
    if (blocks.size() != 2) {
      return;
    }
    for (int row = 0; row < table.rows(); row++) {
      List<String> cells = table.data().rows().get(row);
      if (blocks.get(0).label(cells).matches(TOTAL) && blocks.get(1).label(cells).matches(TOTAL)) {
        int left = blocks.get(0).amounts().getFirst();
        int right = blocks.get(1).amounts().getFirst();
        if (table.amount(row, left).isPresent() && table.amount(row, right).isPresent()) {
          checks.add(
              TableRule.compare(
                  ABOUT,
                  table,
                  Draft.place(table, row, table.quote(row, 0, cells.size() - 1)),
                  table.amountOrZero(row, left),
                  List.of(table.amountOrZero(row, right)),
                  "支出一方"));
        }
      }
    }
  }
}
