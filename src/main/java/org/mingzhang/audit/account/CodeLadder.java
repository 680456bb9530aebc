package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.DocumentEnd;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.AccountColumns;

/**
 * The rows of one block of columns with their codes, and the sums along them. A cell that is wrong
 * in several sums is told once: at its own row where that is known, else at the lowest sum.
 */
final class CodeLadder {
  private static final Check EXPLAINED =
      new Check.Undecided("差额已在另一行提示", "the difference is told at another row");

  private static final Check CUT =
      new Check.Undecided("表在文件末尾，可能没有列完", "the table ends the document and may go on");

  private static final Check LOST =
      new Check.Undecided("可能有一行没有读到", "a row may not have been read");

  private final RuleDescription rule;
  private final Reading reading;
  private final AccountTable table;
  private final AccountColumns.Block block;
  private final List<@Nullable String> codes;

  CodeLadder(
      RuleDescription rule, Reading reading, AccountTable table, AccountColumns.Block block) {
    this.rule = rule;
    this.reading = reading;
    this.table = table;
    this.block = block;
    this.codes = block.codes(table.data().rows());
  }

  /** A row's amount and the rows below it in the classification. */
  private record Step(int row, int column, List<Integer> children) {}

  /** Digits of the code of a class. */
  private static final int CLASS = 3;

  /** From this many rows on, and half of all, it is the table that is out of order. */
  private static final int MANY = 5;

  void climb(List<Check> checks) {
    List<Step> steps = steps();
    List<Step> off = steps.stream().filter(s -> !agrees(s)).toList();
    long rows = off.stream().mapToInt(Step::row).distinct().count();
    long all = steps.stream().mapToInt(Step::row).distinct().count();
    if (rows >= MANY && rows * 2 >= all) {
      checks.add(disorder(off, rows, all));
      return;
    }
    for (Step step : steps) {
      checks.add(off.contains(step) ? answer(step, off) : new Check.Agrees());
    }
  }

  /** Told once, at the total where that is off as well, else at the first row that is. */
  private Check disorder(List<Step> off, long rows, long all) {
    Step at =
        off.stream().filter(s -> codes.get(s.row()) == null).findFirst().orElse(off.getFirst());
    BigDecimal stated = table.amountOrZero(at.row(), at.column());
    String sum = TableRule.sum(parts(at)).toPlainString();
    return Draft.at(rule, Severity.PROOF, place(at.row()))
        .numbers(stated, sum)
        .formula("下级之和 " + sum + "，表中写 " + stated.toPlainString())
        .says(
            "本表%1$s个有下级的行中，%2$s行的金额与其下级之和不符：多处金额与科目不对应。",
            "%2$s of the %1$s rows that have parts are not the sum of these: amounts and items do"
                + " not belong together.",
            all,
            rows);
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Map<String, List<Integer>> below = children();
    for (int row = 0; row < codes.size(); row++) {
      String code = codes.get(row);
      List<Integer> children =
          code == null && table.label(row, block).equals("合计")
              ? below.getOrDefault("", List.of())
              : code != null && code.length() <= 5
                  ? below.getOrDefault(code, List.of())
                  : List.<Integer>of();
      reading.step();
      for (int column : block.amounts()) {
        List<Integer> filled =
            children.stream().filter(c -> table.amount(c, column).isPresent()).toList();
        if (!filled.isEmpty() && table.amount(row, column).isPresent()) {
          steps.add(new Step(row, column, filled));
        }
      }
    }
    return steps;
  }

  /** The rows of the classes, and of each code the rows one level below it. */
  private Map<String, List<Integer>> children() {
    Map<String, List<Integer>> below = new HashMap<>();
    for (int row = 0; row < codes.size(); row++) {
      String own = codes.get(row);
      if (own != null && own.length() >= CLASS) {
        String above = own.substring(0, own.length() - 2);
        below.computeIfAbsent(above, k -> new ArrayList<>()).add(row);
        if (own.length() == CLASS) {
          below.computeIfAbsent("", k -> new ArrayList<>()).add(row);
        }
      }
    }
    return below;
  }

  private List<BigDecimal> parts(Step step) {
    return step.children().stream().map(c -> table.amountOrZero(c, step.column())).toList();
  }

  private BigDecimal difference(Step step) {
    return table.amountOrZero(step.row(), step.column()).subtract(TableRule.sum(parts(step)));
  }

  private boolean agrees(Step step) {
    return TableRule.agrees(table, table.amountOrZero(step.row(), step.column()), parts(step));
  }

  private Check answer(Step step, List<Step> off) {
    BigDecimal difference = difference(step);
    if (difference.signum() > 0 && goesOn(step)) {
      return CUT;
    }
    if (difference.signum() > 0 && lacksRow(step, off)) {
      return LOST;
    }
    TableDoubts doubts = reading.derived(TableDoubts.class, TableDoubts::of);
    boolean explained =
        doubts.explains(place(step.row()), difference)
            || step.children().stream().anyMatch(c -> doubts.explains(place(c), difference))
            || off.stream().anyMatch(o -> isBelow(o, step) && isOpposite(o, difference));
    if (explained) {
      return EXPLAINED;
    }
    Place place =
        step.children().stream()
            .filter(c -> isOddOne(c, step.column(), difference))
            .findFirst()
            .map(this::place)
            .orElseGet(() -> place(culprit(step, difference)));
    return TableRule.compare(
        rule, table, place, table.amountOrZero(step.row(), step.column()), parts(step), "下级科目");
  }

  /** Whether rows of a sum may stand behind the end of the copy; a total at the foot is its end. */
  private boolean goesOn(Step step) {
    if (table.label(table.rows() - 1, block).matches("[合总]\\s*计")) {
      return false;
    }
    int last = codes.size() - 1;
    while (last > 0 && codes.get(last) == null) {
      last--;
    }
    String code = codes.get(step.row());
    String lowest = codes.get(last);
    return lowest != null
        && (code == null || lowest.startsWith(code))
        && reading.derived(DocumentEnd.class, DocumentEnd::of).isTable(table, reading);
  }

  /** Whether what a sum lacks in all of its columns is one row: a total and what it is made of. */
  private boolean lacksRow(Step step, List<Step> off) {
    List<BigDecimal> others =
        off.stream()
            .filter(o -> o.row() == step.row() && o.column() != block.amounts().getFirst())
            .map(this::difference)
            .toList();
    BigDecimal total =
        off.stream()
            .filter(o -> o.row() == step.row() && o.column() == block.amounts().getFirst())
            .findFirst()
            .map(this::difference)
            .orElse(BigDecimal.ZERO);
    return !others.isEmpty()
        && others.stream().allMatch(d -> d.signum() > 0)
        && (TableRule.agrees(table, total, others)
            || others.stream().allMatch(d -> d.compareTo(total) == 0));
  }

  private int culprit(Step step, BigDecimal difference) {
    return reading
        .derived(Culprit.class, Culprit::of)
        .row(table, step.column(), step.row(), step.children(), difference);
  }

  /** Whether a wrong amount below makes both this sum and its own off, in opposite directions. */
  private boolean isOpposite(Step below, BigDecimal difference) {
    return difference(below).negate().compareTo(difference) == 0;
  }

  private static boolean isBelow(Step below, Step step) {
    return below.column() == step.column() && step.children().contains(below.row());
  }

  /** Whether other tables give an item the amount with which the sum would be right. */
  private boolean isOddOne(int row, int column, BigDecimal difference) {
    BigDecimal own = table.amountOrZero(row, column);
    String code = Objects.requireNonNull(codes.get(row));
    List<BigDecimal> elsewhere = new ArrayList<>();
    TableRule.blocks(
        reading,
        (other, columns) -> {
          List<@Nullable String> others = columns.codes(other.data().rows());
          int at = others.indexOf(code);
          if (!other.equals(table) && at >= 0) {
            other.amount(at, columns.amounts().getFirst()).ifPresent(elsewhere::add);
          }
        });
    return elsewhere.stream().noneMatch(e -> e.compareTo(own) == 0)
        && elsewhere.stream().anyMatch(e -> e.compareTo(own.add(difference)) == 0);
  }

  private Place place(int row) {
    return TableRule.place(table, row, block);
  }
}
