package org.mingzhang.structure.lattice.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.structure.lattice.schema.AccountColumnFactory;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.structure.lattice.text.HeaderGroupAligner.AlignedTitles;

/**
 * Finds the tree of a header whose two or three rows were copied one after the other, each merged
 * cell once, if the number of columns is known. All rows in which the titles may have been printed
 * are tried; the cheapest alignment is the header unless another one costs nearly the same.
 * Confined to one thread and one header.
 */
final class HeaderTreeFinder {
  private static final int MAX_TITLES = 20;

  private final List<String> titles;
  private final int columnCount;

  /** The cost of each way in which the titles may form the columns. */
  private final Map<List<String>, Double> costs = new HashMap<>();

  private HeaderTreeFinder(List<String> titles, int columnCount) {
    this.titles = titles;
    this.columnCount = columnCount;
  }

  /**
   * The columns that the titles form; empty if there is no way to form so many, or no certain one,
   * or if there are not more titles than columns or more than {@link #MAX_TITLES}.
   *
   * @param fits what must be true of the columns
   */
  static List<Column> findColumns(
      List<String> titles, int columnCount, Predicate<List<Column>> fits) {
    return titles.size() <= columnCount || titles.size() > MAX_TITLES
        ? List.of()
        : new HeaderTreeFinder(titles, columnCount).findCheapestColumns(fits);
  }

  /**
   * Whether titles that were copied one after the other certainly come from several rows: a title
   * of codes or names or of a subtotal follows a title of amounts, or a title announces parts of a
   * sum.
   */
  static boolean areTitlesOfSeveralRows(List<String> titles) {
    boolean amount = false;
    for (int i = 0; i + 1 < titles.size(); i++) {
      amount |= typeOf(titles.get(i)) == ColumnType.AMOUNT;
      String next = titles.get(i + 1);
      if (HeaderRowFlattener.announcesParts(titles.get(i))
          || (typeOf(next).identifiesRow() && KnownHeaderGroup.mayHaveMember(titles.get(i), next))
          || (amount && (typeOf(next).identifiesRow() || isTotal(next)))) {
        return true;
      }
    }
    return false;
  }

  static boolean isTotal(String title) {
    return CellTextClassifier.isOfClass(title, CellTextClass.TOTAL);
  }

  private List<Column> findCheapestColumns(Predicate<List<Column>> fits) {
    List<Integer> starts =
        IntStream.range(1, titles.size()).filter(this::mayBeginRow).boxed().toList();
    for (int second : starts) {
      List<String> upper = titles.subList(0, second);
      addAlignment(upper, titles.subList(second, titles.size()), 0);
      for (int third : starts.stream().filter(start -> start > second).toList()) {
        addAlignmentsOfThreeRows(
            upper, titles.subList(second, third), titles.subList(third, titles.size()));
      }
    }
    List<Column> cheapest = List.of();
    double minimum = LatticeCosts.INFINITE_COST;
    double next = LatticeCosts.INFINITE_COST;
    for (Map.Entry<List<String>, Double> entry : costs.entrySet()) {
      List<Column> columns = AccountColumnFactory.create(entry.getKey());
      if (columns.isEmpty() || !fits.test(columns) || entry.getValue() >= next) {
        continue;
      }
      if (entry.getValue() < minimum) {
        next = minimum;
        minimum = entry.getValue();
        cheapest = columns;
      } else {
        next = entry.getValue();
      }
    }
    return minimum > LatticeCosts.parameter("dearest_header")
            || next - minimum < LatticeCosts.parameter("header_lead")
        ? List.of()
        : cheapest;
  }

  private void addAlignmentsOfThreeRows(
      List<String> upper, List<String> middle, List<String> lower) {
    for (int below = lower.size() + 1; below <= middle.size() + lower.size(); below++) {
      AlignedTitles aligned = HeaderGroupAligner.align(middle, lower, below);
      if (aligned != null) {
        addAlignment(upper, aligned.titles(), aligned.cost());
      }
    }
  }

  private void addAlignment(List<String> upper, List<String> lower, double cost) {
    AlignedTitles aligned = HeaderGroupAligner.align(upper, lower, columnCount);
    if (aligned != null) {
      costs.merge(aligned.titles(), cost + aligned.cost(), Math::min);
    }
  }

  /**
   * Whether a title may be the first of a row: the title of a total, of the first column of names
   * and codes, or of the first column of a known group.
   */
  private boolean mayBeginRow(int at) {
    String title = titles.get(at);
    return (typeOf(title).identifiesRow() && !typeOf(titles.get(at - 1)).identifiesRow())
        || (mayBeBelowKnownGroup(at) && !mayBeBelowKnownGroup(at - 1))
        || isTotal(title);
  }

  /** Whether a title may be below the title of a known group, which precedes it. */
  private boolean mayBeBelowKnownGroup(int at) {
    return titles.subList(0, at).stream()
        .anyMatch(above -> KnownHeaderGroup.mayHaveMember(above, titles.get(at)));
  }

  private static ColumnType typeOf(String title) {
    return AccountTitleMapper.findType(title);
  }
}
