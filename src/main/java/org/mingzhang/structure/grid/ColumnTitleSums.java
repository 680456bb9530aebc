package org.mingzhang.structure.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.text.PatternTable;

/**
 * The sums that the titles of columns require of the amounts of each row, over several levels of
 * group titles: 合计 is the sum of the groups beside it, 基本支出/小计 that of the columns of its group.
 * Empty cells count as zero. Immutable.
 */
public final class ColumnTitleSums {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ColumnTitleSums.class);
  private static final Pattern TOTAL_TITLE = PATTERNS.get("total-title");
  private static final Pattern GROUP_SEPARATOR = Pattern.compile("/(?![^（(]*[）)])");

  private final List<List<String>> paths;
  private final boolean hasSubtotal;

  private ColumnTitleSums(List<List<String>> paths) {
    this.paths = paths;
    this.hasSubtotal =
        isTotal(paths.getFirst(), 0)
            && IntStream.range(1, paths.size())
                .anyMatch(c -> paths.get(c).size() > 1 && isTotal(paths.get(c), 1));
  }

  /**
   * Creates the sums for columns of amounts.
   *
   * @param titles the titles, each preceded by those of its groups and separated by slashes
   */
  public static ColumnTitleSums of(List<String> titles) {
    return new ColumnTitleSums(
        titles.stream().map(title -> List.of(GROUP_SEPARATOR.split(title))).toList());
  }

  int columnCount() {
    return paths.size();
  }

  /** Whether a group of columns begins with its subtotal, beside the total of all columns. */
  public boolean hasSubtotal() {
    return hasSubtotal;
  }

  /**
   * Whether the amounts of a row satisfy all sums within the rounding errors.
   *
   * @param amounts one amount for each column
   */
  public boolean areSatisfiedBy(List<BigDecimal> amounts) {
    return sumOfGroup(IntStream.range(0, paths.size()).boxed().toList(), 0, amounts).isPresent();
  }

  /**
   * The sum of columns of one group; empty if it differs from the printed total, or if several
   * columns have the same titles.
   */
  private Optional<BigDecimal> sumOfGroup(
      List<Integer> group, int depth, List<BigDecimal> amounts) {
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    for (int column : group) {
      List<String> path = paths.get(column);
      String title = path.size() > depth ? path.get(depth) : "";
      parts.computeIfAbsent(title, t -> new ArrayList<>()).add(column);
    }
    List<BigDecimal> values = new ArrayList<>();
    for (List<Integer> part : parts.values()) {
      Optional<BigDecimal> value =
          part.size() == 1
              ? Optional.of(amounts.get(part.getFirst()))
              : part.stream().allMatch(column -> paths.get(column).size() <= depth + 1)
                  ? Optional.empty()
                  : sumOfGroup(part, depth + 1, amounts);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    BigDecimal rest = values.stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal first = values.getFirst();
    if (!isTotal(paths.get(group.getFirst()), depth)) {
      return Optional.of(first.add(rest));
    }
    return AmountColumnSolver.isEqualWithinRounding(rest, first, values.size())
        ? Optional.of(first)
        : Optional.empty();
  }

  /**
   * Whether a column is the total of its group: its title says so, or it has only the title of the
   * group.
   */
  private static boolean isTotal(List<String> path, int depth) {
    return path.size() <= depth
        || (path.size() == depth + 1 && TOTAL_TITLE.matcher(path.get(depth)).matches());
  }
}
