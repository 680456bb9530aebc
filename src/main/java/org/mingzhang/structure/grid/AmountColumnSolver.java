package org.mingzhang.structure.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.text.PatternTable;

/**
 * Finds the columns of amounts in rows that have lost their empty cells. The rows form a tree: in
 * each column the child rows add up to their parent row, and in a row that begins with its total
 * the other amounts add up to that total. An arrangement assigns the amounts of a row to columns.
 * If several arrangements satisfy these sums, an amount gets a column only if it is in the same
 * column in all of them.
 *
 * <p>This is a constraint satisfaction problem on a tree, solved by message passing: the
 * arrangements of a row that agree with its child rows are found from the leaves up, those that
 * agree with its parent from the root down. The sums of child rows are computed by dynamic
 * programming over partial sums. Arrangements that add up exactly are preferred to those that add
 * up within rounding. Confined to one thread and one table.
 */
public final class AmountColumnSolver {
  /** Column of an amount whose column differs between arrangements. */
  public static final int UNKNOWN_COLUMN = -1;

  /** Parent of a row without a parent. */
  public static final int NO_PARENT = -1;

  /** Maximum rounding error per summand of a sum, in units of the table. */
  private static final BigDecimal ROUNDING_TOLERANCE = new BigDecimal("0.011");

  private static final int DECIMAL_PLACES = 4;

  /**
   * Maximum number of different partial sums of the child rows of a row; if there are more, the
   * sums do not exclude any arrangement.
   */
  private static final int MAX_PARTIAL_SUMS = 4_000;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AmountColumnSolver.class);
  private static final Pattern SELDOM_FILLED_COLUMN_TITLE = PATTERNS.get("seldom-filled");
  private static final Pattern HARDLY_FILLED_COLUMN_TITLE = PATTERNS.get("hardly-filled");

  private final int columnCount;
  private final List<String> titles;
  private final List<Row> rows;
  private final boolean allChildRowsPresent;

  /**
   * Rows some of whose child rows are missing. The child rows that are present need not add up to
   * such a row but must not exceed it.
   */
  private final Set<Integer> rowsWithMissingChildren = new HashSet<>();

  private final List<List<Integer>> childRows = new ArrayList<>();
  private final List<List<int[]>> arrangements = new ArrayList<>();
  private final List<BitSet> possibleArrangements = new ArrayList<>();

  /**
   * A row before its amounts have columns.
   *
   * @param parent index of the row of which this one is a part, or {@link #NO_PARENT}
   * @param amounts its amounts from left to right, without empty cells
   * @param beginsWithTotal whether the first amount is the sum of the others and stands in the
   *     first column
   */
  public record Row(int parent, List<BigDecimal> amounts, boolean beginsWithTotal) {
    /** Makes an immutable copy of the amounts. */
    public Row {
      amounts = List.copyOf(amounts);
    }
  }

  private AmountColumnSolver(List<Row> rows, List<String> titles, boolean allChildRowsPresent) {
    this.rows = rows;
    this.allChildRowsPresent = allChildRowsPresent;
    this.columnCount = titles.size();
    this.titles = titles;
    ColumnTitleSums titleSums = ColumnTitleSums.of(titles);
    for (Row row : rows) {
      childRows.add(new ArrayList<>());
      arrangements.add(AmountArrangements.enumerate(row, titleSums));
    }
    for (int i = 0; i < rows.size(); i++) {
      int parent = rows.get(i).parent();
      if (parent != NO_PARENT) {
        childRows.get(parent).add(i);
      }
      BitSet all = new BitSet();
      all.set(0, arrangements.get(i).size());
      possibleArrangements.add(all);
    }
  }

  /**
   * Finds the columns of the amounts.
   *
   * @param titles titles of the columns; of the arrangements of a row without a parent, those that
   *     fill the fewest columns that most agencies leave empty are kept
   * @param allChildRowsPresent whether all child rows of each row are present; otherwise, the child
   *     rows of a row to which they cannot add up only must not exceed it
   * @return for each row the column of each amount, or {@link #UNKNOWN_COLUMN}; empty if no
   *     arrangement adds up
   */
  public static Optional<List<List<Integer>>> solve(
      List<Row> rows, List<String> titles, boolean allChildRowsPresent) {
    AmountColumnSolver solver = new AmountColumnSolver(rows, titles, allChildRowsPresent);
    List<Integer> roots =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).parent() == NO_PARENT)
            .boxed()
            .toList();
    if (!roots.stream().allMatch(solver::restrictByChildRows)) {
      return Optional.empty();
    }
    roots.forEach(solver::restrictByTitles);
    roots.forEach(solver::restrictChildRows);
    return Optional.of(
        IntStream.range(0, rows.size()).mapToObj(solver::findCertainColumns).toList());
  }

  private List<Integer> findCertainColumns(int row) {
    List<int[]> left =
        possibleArrangements.get(row).stream().mapToObj(arrangements.get(row)::get).toList();
    return IntStream.range(0, rows.get(row).amounts().size())
        .map(
            i ->
                left.stream().mapToInt(c -> c[i]).distinct().count() == 1
                    ? left.getFirst()[i]
                    : UNKNOWN_COLUMN)
        .boxed()
        .toList();
  }

  /**
   * Keeps the arrangements of a row, and of all rows below it, to which the child rows add up. If
   * there is none and child rows may be missing, adds the row to {@link #rowsWithMissingChildren}
   * and tries again. Returns false if a row is left without arrangements.
   */
  private boolean restrictByChildRows(int row) {
    if (!childRows.get(row).stream().allMatch(this::restrictByChildRows)) {
      return false;
    }
    if (childRows.get(row).isEmpty()) {
      return !arrangements.get(row).isEmpty();
    }
    BitSet all = possibleArrangements.get(row);
    BitSet kept = findSupportedArrangements(row, all);
    if (kept.isEmpty() && !allChildRowsPresent && !hasNegativeAmount()) {
      rowsWithMissingChildren.add(row);
      kept = findSupportedArrangements(row, all);
    }
    possibleArrangements.set(row, kept);
    return !kept.isEmpty();
  }

  /** The arrangements of a row to which some arrangement of its child rows adds up. */
  private BitSet findSupportedArrangements(int row, BitSet arrangements) {
    BitSet kept = new BitSet();
    arrangements.stream().filter(c -> !findSupports(row, c).isEmpty()).forEach(kept::set);
    return kept;
  }

  /** Keeps the arrangements of a row for which {@link #seldomFilledColumnCost} is lowest. */
  private void restrictByTitles(int row) {
    BitSet kept = possibleArrangements.get(row);
    int least = kept.stream().map(c -> seldomFilledColumnCost(row, c)).min().orElse(0);
    kept.stream()
        .filter(c -> seldomFilledColumnCost(row, c) > least)
        .boxed()
        .toList()
        .forEach(kept::clear);
  }

  /**
   * Cost of an arrangement: 1 for each column that is seldom filled, 2 for each column that is
   * hardly ever filled.
   */
  private int seldomFilledColumnCost(int row, int arrangement) {
    return Arrays.stream(arrangements.get(row).get(arrangement))
        .mapToObj(titles::get)
        .mapToInt(
            title ->
                HARDLY_FILLED_COLUMN_TITLE.matcher(title).find()
                    ? 2
                    : SELDOM_FILLED_COLUMN_TITLE.matcher(title).find() ? 1 : 0)
        .sum();
  }

  /**
   * Keeps the arrangements of the child rows of a row that can add up to one of the row's
   * arrangements.
   */
  private void restrictChildRows(int row) {
    List<Integer> below = childRows.get(row);
    List<BitSet> kept = below.stream().map(child -> new BitSet()).toList();
    for (int choice : possibleArrangements.get(row).stream().toArray()) {
      List<BitSet> supports = findSupports(row, choice);
      for (int i = 0; i < supports.size(); i++) {
        kept.get(i).or(supports.get(i));
      }
    }
    for (int i = 0; i < below.size(); i++) {
      possibleArrangements.get(below.get(i)).and(kept.get(i));
      restrictChildRows(below.get(i));
    }
  }

  /**
   * For each child row, its arrangements that occur in a combination that adds up to an arrangement
   * of the row; all of them if there are more than {@link #MAX_PARTIAL_SUMS} partial sums. Empty if
   * there is no such combination.
   */
  private List<BitSet> findSupports(int row, int arrangement) {
    List<Integer> below = childRows.get(row);
    List<Long> target = toVector(row, arrangements.get(row).get(arrangement));
    List<Set<List<Long>>> layers = new ArrayList<>();
    layers.add(Set.of(target.stream().map(v -> 0L).toList()));
    for (int child : below) {
      Set<List<Long>> next = new HashSet<>();
      for (List<Long> sum : layers.getLast()) {
        possibleArrangements.get(child).stream()
            .mapToObj(c -> addVectors(sum, toVector(child, arrangements.get(child).get(c))))
            .filter(s -> mayReachTarget(s, target, below.size()))
            .forEach(next::add);
      }
      if (next.size() > MAX_PARTIAL_SUMS) {
        return below.stream().map(possibleArrangements::get).toList();
      }
      layers.add(next);
    }
    Set<List<Long>> reached =
        rowsWithMissingChildren.contains(row)
            ? layers.getLast()
            : findSumsNearTarget(layers.getLast(), target, below.size());
    return reached.isEmpty() ? List.of() : traceBack(below, layers, reached);
  }

  /**
   * For each child row, its arrangements on a path from an empty sum to one of the reached sums.
   *
   * @param layers the partial sums after each number of child rows, beginning with none
   */
  private List<BitSet> traceBack(
      List<Integer> childRowIndexes, List<Set<List<Long>>> layers, Set<List<Long>> reached) {
    List<BitSet> supports = childRowIndexes.stream().map(child -> new BitSet()).toList();
    Set<List<Long>> alive = reached;
    for (int i = childRowIndexes.size() - 1; i >= 0; i--) {
      int child = childRowIndexes.get(i);
      Set<List<Long>> before = new HashSet<>();
      for (List<Long> sum : layers.get(i)) {
        for (int c : possibleArrangements.get(child).stream().toArray()) {
          if (alive.contains(addVectors(sum, toVector(child, arrangements.get(child).get(c))))) {
            before.add(sum);
            supports.get(i).set(c);
          }
        }
      }
      alive = before;
    }
    return supports;
  }

  /** The target if it is among the sums; otherwise the sums that differ only by rounding. */
  private static Set<List<Long>> findSumsNearTarget(
      Set<List<Long>> sums, List<Long> target, int summandCount) {
    if (sums.contains(target)) {
      return Set.of(target);
    }
    Set<List<Long>> near = new HashSet<>(sums);
    near.removeIf(
        sum ->
            IntStream.range(0, sum.size())
                .anyMatch(
                    c -> Math.abs(sum.get(c) - target.get(c)) > scaledTolerance(summandCount)));
    return near;
  }

  /**
   * Whether a partial sum can still reach its target: if no amount is negative, it must not exceed
   * the target; otherwise always true.
   */
  private boolean mayReachTarget(List<Long> sum, List<Long> target, int summandCount) {
    return hasNegativeAmount()
        || IntStream.range(0, sum.size())
            .allMatch(c -> sum.get(c) <= target.get(c) + scaledTolerance(summandCount));
  }

  private boolean hasNegativeAmount() {
    return rows.stream().flatMap(row -> row.amounts().stream()).anyMatch(v -> v.signum() < 0);
  }

  private static long scaledTolerance(int summandCount) {
    return toScaledLong(roundingTolerance(summandCount + 1));
  }

  /** Maximum rounding error of a sum of so many amounts. */
  private static BigDecimal roundingTolerance(int summandCount) {
    return ROUNDING_TOLERANCE.multiply(BigDecimal.valueOf(summandCount));
  }

  /**
   * Whether a sum and the printed total differ by no more than the rounding errors of the given
   * number of amounts.
   */
  public static boolean isEqualWithinRounding(
      BigDecimal sum, BigDecimal printed, int summandCount) {
    return sum.subtract(printed).abs().compareTo(roundingTolerance(summandCount)) <= 0;
  }

  private static List<Long> addVectors(List<Long> a, List<Long> b) {
    return IntStream.range(0, a.size()).mapToObj(c -> a.get(c) + b.get(c)).toList();
  }

  private List<Long> toVector(int row, int[] arrangement) {
    Long[] vector = new Long[columnCount];
    Arrays.fill(vector, 0L);
    for (int i = 0; i < arrangement.length; i++) {
      vector[arrangement[i]] = toScaledLong(rows.get(row).amounts().get(i));
    }
    return List.of(vector);
  }

  private static long toScaledLong(BigDecimal value) {
    return value.movePointRight(DECIMAL_PLACES).longValue();
  }
}
