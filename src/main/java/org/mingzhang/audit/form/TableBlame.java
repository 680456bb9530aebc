package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which cell is wrong, where several sums of a table are broken: one change of one cell that mends
 * most of them, for which another table or two digits that changed places vouch, and that no sum
 * that holds speaks against. Where several cells may be the wrong one, the sum is told at its whole
 * and none is accused.
 */
final class TableBlame {
  private final Elsewhere elsewhere;
  private final Map<Cell, List<BoundSum>> held = new HashMap<>();
  private final Map<Cell, List<BoundSum>> broken = new LinkedHashMap<>();
  private final Set<BoundSum> open = new LinkedHashSet<>();

  /**
   * Blame in one table.
   *
   * @param holding sums that hold
   * @param breaking sums that do not, in the order in which they are told
   */
  TableBlame(Elsewhere elsewhere, List<BoundSum> holding, List<BoundSum> breaking) {
    this.elsewhere = elsewhere;
    holding.forEach(s -> s.cells().forEach(c -> add(held, c, s)));
    breaking.forEach(s -> s.cells().forEach(c -> add(broken, c, s)));
    open.addAll(breaking);
  }

  private static void add(Map<Cell, List<BoundSum>> sums, Cell cell, BoundSum sum) {
    sums.computeIfAbsent(cell, c -> new ArrayList<>()).add(sum);
  }

  /**
   * A broken sum with the cell at which it is told.
   *
   * @param sum the first of the sums that the cell breaks
   * @param cell the cell
   * @param explained the other sums that it breaks
   */
  record Blamed(BoundSum sum, Cell cell, List<BoundSum> explained) {}

  /** A change of a cell with what it mends. */
  private record Repair(
      Cell cell, List<BoundSum> mended, Elsewhere.Voucher voucher, boolean harmless) {
    private static final Comparator<Repair> STRENGTH =
        Comparator.<Repair>comparingInt(r -> r.mended().size())
            .thenComparing(Repair::voucher)
            .thenComparing(Repair::harmless);

    /** Whether another repair of the same sums is as strong. */
    private boolean rivals(Repair other) {
      return STRENGTH.compare(this, other) == 0
          && mended.stream().anyMatch(other.mended()::contains);
    }
  }

  /** All broken sums, each told or explained once. */
  List<Blamed> blame() {
    List<Blamed> blamed = new ArrayList<>();
    while (!open.isEmpty()) {
      Blamed next = next();
      blamed.add(next);
      open.remove(next.sum());
      next.explained().forEach(open::remove);
    }
    return blamed;
  }

  private Blamed next() {
    Map<Cell, Repair> repairs = new LinkedHashMap<>();
    for (BoundSum sum : open) {
      for (Cell cell : sum.cells()) {
        Repair repair = repair(sum, cell);
        repairs.merge(cell, repair, (a, b) -> Repair.STRENGTH.compare(b, a) > 0 ? b : a);
      }
    }
    Repair best = repairs.values().stream().max(Repair.STRENGTH).orElseThrow();
    boolean only =
        repairs.values().stream().allMatch(r -> r.cell().equals(best.cell()) || !r.rivals(best));
    List<BoundSum> mended = new ArrayList<>(best.mended());
    BoundSum told = only ? told(best) : mended.getFirst();
    mended.remove(told);
    return new Blamed(told, only ? best.cell() : told.whole(), mended);
  }

  /** The first of the sums that a repair mends, before it those of which the cell is the whole. */
  private static BoundSum told(Repair repair) {
    FormRule first = repair.mended().getFirst().identity().rule();
    return repair.mended().stream()
        .filter(s -> s.identity().rule().equals(first) && s.whole().equals(repair.cell()))
        .findFirst()
        .orElse(repair.mended().getFirst());
  }

  private Repair repair(BoundSum sum, Cell cell) {
    BigDecimal correction = sum.correction(cell);
    BigDecimal near = sum.table().step().multiply(BigDecimal.TWO);
    List<BoundSum> mended =
        Objects.requireNonNull(broken.get(cell)).stream()
            .filter(open::contains)
            .filter(s -> s.correction(cell).subtract(correction).abs().compareTo(near) <= 0)
            .toList();
    return new Repair(
        cell, mended, elsewhere.voucher(sum.table(), cell, correction), !held.containsKey(cell));
  }
}
