package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.text.AmountParser;

/**
 * Determines which cell is wrong if sums of a table fail: the one whose correction repairs the most
 * failing sums; in a tie, the one whose corrected value has the strongest {@link
 * CorroboratedAmounts.CorrectionSupport}, and then one that is in no sum that holds. If several
 * cells are still equal, the finding is located at the whole.
 */
final class WrongCellLocator {
  /**
   * Maximum number of sums of one component for which a cell that explains several of them is
   * searched for.
   */
  private static final int MAX_COMPONENT_SUMS = 40;

  private final CorroboratedAmounts corroboratedAmounts;
  private final Map<CellPosition, List<TableSum>> satisfiedSumsByCell = new HashMap<>();
  private final Map<CellPosition, List<TableSum>> brokenSumsByCell = new LinkedHashMap<>();
  private final List<TableSum> orderedBrokenSums;
  private final Map<TableSum, BigDecimal> differenceBySum = new HashMap<>();

  /**
   * The broken sums of the current component that are neither reported nor explained yet, in order.
   */
  private final LinkedHashSet<TableSum> unreportedSums = new LinkedHashSet<>();

  /**
   * Locates wrong cells of one table.
   *
   * @param breaking sums that do not hold, in the order in which they are reported
   */
  WrongCellLocator(
      CorroboratedAmounts corroboratedAmounts, List<TableSum> holding, List<TableSum> breaking) {
    this.corroboratedAmounts = corroboratedAmounts;
    holding.forEach(s -> s.cellsThatMayBeWrong().forEach(c -> add(satisfiedSumsByCell, c, s)));
    breaking.forEach(s -> s.cellsThatMayBeWrong().forEach(c -> add(brokenSumsByCell, c, s)));
    breaking.forEach(s -> differenceBySum.put(s, s.difference()));
    this.orderedBrokenSums = breaking;
  }

  private static void add(Map<CellPosition, List<TableSum>> sums, CellPosition cell, TableSum sum) {
    sums.computeIfAbsent(cell, c -> new ArrayList<>()).add(sum);
  }

  /**
   * The amounts that the tables and the sentences of a document print.
   *
   * @param tablesByAmount indices of the tables that print an amount, by the amount in 元 without
   *     trailing zeros; a negative index for sentences
   * @param repeatedCells cells whose amount another table or a sentence states for the same account
   */
  record CorroboratedAmounts(
      Map<BigDecimal, Set<Integer>> tablesByAmount, Set<FactLocation.Cell> repeatedCells) {
    /**
     * Minimum number of significant digits of an amount; shorter amounts may occur in several
     * tables by coincidence.
     */
    private static final int MIN_SIGNIFICANT_DIGITS = 3;

    private static final int PROSE_INDEX = -1;

    /** How strongly other tables and sentences support the correction of a cell, weakest first. */
    enum CorrectionSupport {
      /**
       * The printed amount of the account is also stated elsewhere, or the corrected one would be
       * negative.
       */
      CONTRADICTED,
      NONE,
      /** Two neighboring digits are swapped. */
      SWAPPED_DIGITS,
      /** The corrected amount is in another table or in a sentence, and the printed one is not. */
      OTHER_TABLE
    }

    static CorroboratedAmounts findIn(List<AuditedTable> all, List<Fact> facts) {
      CorroboratedAmounts found = new CorroboratedAmounts(new HashMap<>(), new HashSet<>());
      for (AuditedTable table : all) {
        for (TableLines.LineBlock block : table.blocks()) {
          for (TableLines.TableLine column : block.columns()) {
            for (int row = 0; row < table.cells().rowCount(); row++) {
              table
                  .cells()
                  .findAmount(row, column.index())
                  .ifPresent(a -> found.add(toYuan(a, table), table.lines().table()));
            }
          }
        }
      }
      for (Fact fact : facts) {
        if (fact.kind() == Fact.Kind.AMOUNT) {
          found.addRepeatedCells(fact.locations());
          if (DocumentFacts.isInProse(fact)) {
            found.add(fact.value().stripTrailingZeros(), PROSE_INDEX);
          }
        }
      }
      return found;
    }

    /** Adds the cells of a fact if it is stated in several tables, or in a table and a sentence. */
    private void addRepeatedCells(List<FactLocation> locations) {
      List<FactLocation.Cell> cells =
          locations.stream().flatMap(l -> Stream.ofNullable(l.cell())).toList();
      if (cells.size() < locations.size()
          || cells.stream().map(FactLocation.Cell::tableIndex).distinct().count() > 1) {
        repeatedCells.addAll(cells);
      }
    }

    private boolean isRepeatedElsewhere(CellPosition cell) {
      return repeatedCells.contains(new FactLocation.Cell(cell.table(), cell.row(), cell.column()));
    }

    private void add(BigDecimal amount, int table) {
      tablesByAmount.computeIfAbsent(amount, k -> new HashSet<>()).add(table);
    }

    /** The amount in 元 without trailing zeros; a table without a unit is taken to be in 万元. */
    private static BigDecimal toYuan(BigDecimal amount, AuditedTable table) {
      String unit = table.cells().data().unit();
      return amount
          .scaleByPowerOfTen(AmountParser.powerOfTenOrZero(unit == null ? "万元" : unit))
          .stripTrailingZeros();
    }

    /**
     * The evidence that the amount of a cell is wrong and a correction is right.
     *
     * @param correction amount to be added to the amount of the cell
     */
    CorrectionSupport findSupport(AuditedTable table, CellPosition cell, BigDecimal correction) {
      BigDecimal own = table.amountOrZero(cell);
      BigDecimal right = own.add(correction);
      if (!isPrintedElsewhere(toYuan(own, table), cell.table())
          && isPrintedElsewhere(toYuan(right, table), cell.table())) {
        return CorrectionSupport.OTHER_TABLE;
      }
      if (PrintedNumbers.differBySwappedDigits(own, right)) {
        return CorrectionSupport.SWAPPED_DIGITS;
      }
      return isRepeatedElsewhere(cell) || (right.signum() < 0 && own.signum() >= 0)
          ? CorrectionSupport.CONTRADICTED
          : CorrectionSupport.NONE;
    }

    /**
     * Whether another table prints an amount; false if the amount has too few significant digits to
     * be evidence.
     */
    private boolean isPrintedElsewhere(BigDecimal amount, int excludedTable) {
      return amount.precision() >= MIN_SIGNIFICANT_DIGITS
          && tablesByAmount.getOrDefault(amount, Set.of()).stream()
              .anyMatch(t -> t != excludedTable);
    }
  }

  /**
   * A broken sum with the cell at which it is reported.
   *
   * @param sum the reported sum, one of the sums that the wrong cell breaks
   * @param explainedSums the other sums that the cell breaks, which are not reported
   */
  record LocatedError(TableSum sum, CellPosition cell, List<TableSum> explainedSums) {}

  /**
   * A cell with the broken sums that would hold if it had another value, and the evidence for that
   * value.
   */
  private record CellRepair(
      CellPosition cell,
      List<TableSum> repairedSums,
      CorroboratedAmounts.CorrectionSupport evidence,
      boolean isInNoSatisfiedSum) {
    private static final Comparator<CellRepair> BY_STRENGTH =
        Comparator.<CellRepair>comparingInt(r -> r.repairedSums().size())
            .thenComparing(CellRepair::evidence)
            .thenComparing(CellRepair::isInNoSatisfiedSum);

    /**
     * Whether another repair is equally strong and makes the same number of sums hold, at least one
     * of which both repairs make hold.
     */
    private boolean isEquallySupportedAs(CellRepair other) {
      return BY_STRENGTH.compare(this, other) == 0
          && repairedSums.stream().anyMatch(other.repairedSums()::contains);
    }
  }

  /**
   * All broken sums, each reported or explained once. Sums that share no cell are independent; of
   * more than {@link #MAX_COMPONENT_SUMS} connected sums none is explained by another, because no
   * single cell is the cause.
   */
  List<LocatedError> locate() {
    List<LocatedError> located = new ArrayList<>();
    for (Set<TableSum> component : groupConnectedSums()) {
      unreportedSums.clear();
      unreportedSums.addAll(component);
      while (!unreportedSums.isEmpty()) {
        LocatedError next =
            unreportedSums.size() > MAX_COMPONENT_SUMS
                ? new LocatedError(
                    unreportedSums.getFirst(), unreportedSums.getFirst().wholeCell(), List.of())
                : locateNext();
        located.add(next);
        unreportedSums.remove(next.sum());
        next.explainedSums().forEach(unreportedSums::remove);
      }
    }
    return located;
  }

  /** Groups the sums that share a cell, directly or through other sums, in their order. */
  private List<Set<TableSum>> groupConnectedSums() {
    List<Set<TableSum>> components = new ArrayList<>();
    Set<TableSum> seen = new HashSet<>();
    Set<CellPosition> passed = new HashSet<>();
    for (TableSum sum : orderedBrokenSums) {
      if (seen.add(sum)) {
        Set<TableSum> joined = new HashSet<>();
        Deque<TableSum> next = new ArrayDeque<>(List.of(sum));
        while (!next.isEmpty()) {
          TableSum one = next.pop();
          joined.add(one);
          one.cellsThatMayBeWrong().stream()
              .filter(passed::add)
              .flatMap(c -> Objects.requireNonNull(brokenSumsByCell.get(c)).stream())
              .filter(seen::add)
              .forEach(next::push);
        }
        components.add(joined);
      }
    }
    Map<TableSum, Integer> order = new HashMap<>();
    orderedBrokenSums.forEach(s -> order.put(s, order.size()));
    return components.stream()
        .<Set<TableSum>>map(
            c -> new LinkedHashSet<>(c.stream().sorted(Comparator.comparing(order::get)).toList()))
        .toList();
  }

  private LocatedError locateNext() {
    Map<CellPosition, CellRepair> repairs = new LinkedHashMap<>();
    for (TableSum sum : unreportedSums) {
      for (CellPosition cell : sum.cellsThatMayBeWrong()) {
        CellRepair repair = createRepair(sum, cell);
        repairs.merge(cell, repair, (a, b) -> CellRepair.BY_STRENGTH.compare(b, a) > 0 ? b : a);
      }
    }
    CellRepair best = repairs.values().stream().max(CellRepair.BY_STRENGTH).orElseThrow();
    boolean only =
        repairs.values().stream()
            .allMatch(r -> r.cell().equals(best.cell()) || !r.isEquallySupportedAs(best));
    List<TableSum> repaired = new ArrayList<>(best.repairedSums());
    TableSum reported = only ? chooseReportedSum(best) : repaired.getFirst();
    repaired.remove(reported);
    return new LocatedError(reported, only ? best.cell() : reported.wholeCell(), repaired);
  }

  /**
   * The sum at which a repaired cell is reported: among the sums that the repair makes hold, the
   * first sum whose whole is the cell, if it has the same rule as the first of all sums; otherwise
   * the first of all.
   */
  private static TableSum chooseReportedSum(CellRepair repair) {
    RuleDescription first = repair.repairedSums().getFirst().identity().rule();
    return repair.repairedSums().stream()
        .filter(s -> s.identity().rule().equals(first) && s.wholeCell().equals(repair.cell()))
        .findFirst()
        .orElse(repair.repairedSums().getFirst());
  }

  /**
   * The repair of a cell by the correction that makes one sum hold, with all sums that this
   * correction makes hold.
   */
  private CellRepair createRepair(TableSum sum, CellPosition cell) {
    BigDecimal correction = computeCorrection(sum, cell);
    BigDecimal near = sum.table().unitInLastPlace().multiply(BigDecimal.TWO);
    List<TableSum> repaired =
        Objects.requireNonNull(brokenSumsByCell.get(cell)).stream()
            .filter(unreportedSums::contains)
            .filter(s -> computeCorrection(s, cell).subtract(correction).abs().compareTo(near) <= 0)
            .toList();
    return new CellRepair(
        cell,
        repaired,
        corroboratedAmounts.findSupport(sum.table(), cell, correction),
        !satisfiedSumsByCell.containsKey(cell));
  }

  /** The amount that must be added to a cell for a sum to hold. */
  private BigDecimal computeCorrection(TableSum sum, CellPosition cell) {
    BigDecimal difference = Objects.requireNonNull(differenceBySum.get(sum));
    return cell.equals(sum.wholeCell()) || sum.subtractedCells().contains(cell)
        ? difference.negate()
        : difference;
  }
}
