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
import org.mingzhang.audit.check.RuleDescription;

/**
 * Which cell is wrong, where several sums of a table are broken: one change of one cell that mends
 * most of them, for which another table or two digits that changed places vouch, and that no sum
 * that holds speaks against. Where several cells may be the wrong one, the sum is told at its whole
 * and none is accused.
 */
final class TableBlame {
  /** Sums of one component up to which a cell that explains several of them is looked for. */
  private static final int MOST = 40;

  private final CorroboratedAmounts elsewhere;
  private final Map<Cell, List<BoundSum>> held = new HashMap<>();
  private final Map<Cell, List<BoundSum>> broken = new LinkedHashMap<>();
  private final List<BoundSum> breaking;
  private final Map<BoundSum, BigDecimal> differences = new HashMap<>();

  /** The broken sums of the component at hand that are neither told nor explained yet, in order. */
  private final LinkedHashSet<BoundSum> open = new LinkedHashSet<>();

  /**
   * Blame in one table.
   *
   * @param breaking sums that do not, in the order in which they are told
   */
  TableBlame(CorroboratedAmounts elsewhere, List<BoundSum> holding, List<BoundSum> breaking) {
    this.elsewhere = elsewhere;
    holding.forEach(s -> s.cells().forEach(c -> add(held, c, s)));
    breaking.forEach(s -> s.cells().forEach(c -> add(broken, c, s)));
    breaking.forEach(s -> differences.put(s, s.difference()));
    this.breaking = breaking;
  }

  private static void add(Map<Cell, List<BoundSum>> sums, Cell cell, BoundSum sum) {
    sums.computeIfAbsent(cell, c -> new ArrayList<>()).add(sum);
  }

  /**
   * A broken sum with the cell at which it is told.
   *
   * @param sum the first of the sums that the cell breaks
   * @param explained the other sums that it breaks
   */
  record Blamed(BoundSum sum, Cell cell, List<BoundSum> explained) {}

  private record Repair(
      Cell cell, List<BoundSum> mended, CorroboratedAmounts.Voucher voucher, boolean harmless) {
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

  /**
   * All broken sums, each told or explained once. Sums that share no cell are looked at by
   * themselves; of more than {@link #MOST} that hang together none is explained by another, since
   * no single cell is what is wrong there.
   */
  List<Blamed> blame() {
    List<Blamed> blamed = new ArrayList<>();
    for (Set<BoundSum> component : components()) {
      open.clear();
      open.addAll(component);
      while (!open.isEmpty()) {
        Blamed next =
            open.size() > MOST
                ? new Blamed(open.getFirst(), open.getFirst().whole(), List.of())
                : next();
        blamed.add(next);
        open.remove(next.sum());
        next.explained().forEach(open::remove);
      }
    }
    return blamed;
  }

  /** Sums that are joined by cells, in their order. */
  private List<Set<BoundSum>> components() {
    List<Set<BoundSum>> components = new ArrayList<>();
    Set<BoundSum> seen = new HashSet<>();
    Set<Cell> passed = new HashSet<>();
    for (BoundSum sum : breaking) {
      if (seen.add(sum)) {
        Set<BoundSum> joined = new HashSet<>();
        Deque<BoundSum> next = new ArrayDeque<>(List.of(sum));
        while (!next.isEmpty()) {
          BoundSum one = next.pop();
          joined.add(one);
          one.cells().stream()
              .filter(passed::add)
              .flatMap(c -> Objects.requireNonNull(broken.get(c)).stream())
              .filter(seen::add)
              .forEach(next::push);
        }
        components.add(joined);
      }
    }
    Map<BoundSum, Integer> order = new HashMap<>();
    breaking.forEach(s -> order.put(s, order.size()));
    return components.stream()
        .<Set<BoundSum>>map(
            c -> new LinkedHashSet<>(c.stream().sorted(Comparator.comparing(order::get)).toList()))
        .toList();
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
    RuleDescription first = repair.mended().getFirst().identity().rule();
    return repair.mended().stream()
        .filter(s -> s.identity().rule().equals(first) && s.whole().equals(repair.cell()))
        .findFirst()
        .orElse(repair.mended().getFirst());
  }

  private Repair repair(BoundSum sum, Cell cell) {
    BigDecimal correction = correction(sum, cell);
    BigDecimal near = sum.table().step().multiply(BigDecimal.TWO);
    List<BoundSum> mended =
        Objects.requireNonNull(broken.get(cell)).stream()
            .filter(open::contains)
            .filter(s -> correction(s, cell).subtract(correction).abs().compareTo(near) <= 0)
            .toList();
    return new Repair(
        cell, mended, elsewhere.voucher(sum.table(), cell, correction), !held.containsKey(cell));
  }

  /** By how much a cell must change for a sum to hold. */
  private BigDecimal correction(BoundSum sum, Cell cell) {
    BigDecimal difference = Objects.requireNonNull(differences.get(sum));
    return cell.equals(sum.whole()) ? difference.negate() : difference;
  }
}
