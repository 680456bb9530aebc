package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.text.ColumnTitles;

/**
 * Aligns the two rows of a header whose merged cells were lost and whose groups have different
 * numbers of columns: each upper title is a column, the title of a group of the next lower titles,
 * or both. A merged cell may be printed in both rows. An upper title is usually both if a lower
 * title starts with 其中 (总投资 above 其中：债券资金安排). The cheapest alignment with the given number of
 * columns is found by dynamic programming over (upper titles, lower titles, columns). Confined to
 * one thread and one header.
 */
final class HeaderGroupAligner {
  /** A title for a part of the amount in the preceding column. */
  private static final Pattern PART_TITLE = Pattern.compile("其中.*");

  private final List<String> upperTitles;
  private final List<String> lowerTitles;
  private final int columnCount;
  private final double[][][] cost;
  private final int[][][] takenLowerTitles;

  private HeaderGroupAligner(List<String> upperTitles, List<String> lowerTitles, int columnCount) {
    this.upperTitles = upperTitles;
    this.lowerTitles = lowerTitles;
    this.columnCount = columnCount;
    this.cost = new double[upperTitles.size() + 1][lowerTitles.size() + 1][columnCount + 1];
    this.takenLowerTitles =
        new int[upperTitles.size() + 1][lowerTitles.size() + 1][columnCount + 1];
  }

  /**
   * The titles of the columns of a header, each preceded by those of its groups.
   *
   * @param cost the cost of the alignment
   */
  record AlignedTitles(List<String> titles, double cost) {}

  /** The titles of {@code columnCount} columns; null if the rows cannot form that many. */
  static @Nullable AlignedTitles align(
      List<String> upperTitles, List<String> lowerTitles, int columnCount) {
    boolean possible =
        upperTitles.size() + lowerTitles.size() >= columnCount && lowerTitles.size() <= columnCount;
    return possible ? new HeaderGroupAligner(upperTitles, lowerTitles, columnCount).solve() : null;
  }

  private @Nullable AlignedTitles solve() {
    for (double[][] plane : cost) {
      for (double[] line : plane) {
        Arrays.fill(line, LatticeCosts.INFINITE_COST);
      }
    }
    cost[0][0][0] = 0;
    for (int upperTitle = 0; upperTitle < upperTitles.size(); upperTitle++) {
      for (int lowerTitle = 0; lowerTitle <= lowerTitles.size(); lowerTitle++) {
        for (int column = 0; column < columnCount; column++) {
          if (cost[upperTitle][lowerTitle][column] < LatticeCosts.INFINITE_COST) {
            relaxUpperTitle(upperTitle, lowerTitle, column);
          }
        }
      }
    }
    double minimum = cost[upperTitles.size()][lowerTitles.size()][columnCount];
    return minimum < LatticeCosts.INFINITE_COST
        ? new AlignedTitles(traceBackTitles(), minimum)
        : null;
  }

  /**
   * Tries the next upper title as a column, as the title of a group, and as both, and keeps each
   * state that becomes cheaper.
   */
  private void relaxUpperTitle(int upperTitle, int lowerTitle, int column) {
    String title = upperTitles.get(upperTitle);
    relax(upperTitle, lowerTitle, column, 0, false, columnCost(title));
    double group = 0;
    boolean expected = true;
    boolean own =
        lowerTitle < lowerTitles.size()
            && PART_TITLE.matcher(lowerTitles.get(lowerTitle)).matches();
    for (int count = 1;
        lowerTitle + count <= lowerTitles.size() && column + count <= columnCount;
        count++) {
      String path = lowerTitles.get(lowerTitle + count - 1);
      String member = ColumnTitles.firstLevel(path);
      boolean twice = lowerTitles.subList(lowerTitle, lowerTitle + count - 1).contains(path);
      group +=
          memberCost(title, member) + (twice ? LatticeCosts.parameter("header_title_twice") : 0);
      group += count > 1 ? partCost(lowerTitles.get(lowerTitle + count - 2), member) : 0;
      if (count == 1 && path.equals(title) && !HeaderTreeFinder.isTotal(title)) {
        relax(upperTitle, lowerTitle, column, 1, false, columnCost(title));
      }
      double single = count == 1 ? LatticeCosts.parameter("header_group_of_one") : 0;
      expected &=
          AccountTitleMapper.findType(member).identifiesRow()
              || KnownHeaderGroup.mayHaveMember(title, member);
      double whole = group + (expected ? 0 : groupCost(title));
      if (own) {
        relax(upperTitle, lowerTitle, column, count, true, whole + columnCost(title));
      } else {
        relax(upperTitle, lowerTitle, column, count, false, whole + single);
        relax(
            upperTitle,
            lowerTitle,
            column,
            count,
            true,
            whole + single + LatticeCosts.parameter("header_sum_of_group"));
      }
    }
  }

  /**
   * Records a step of the alignment if it is cheaper than the steps known to lead to the same
   * state: an upper title takes the next {@code lowerTitleCount} lower titles as the members of its
   * group.
   *
   * @param hasOwnColumn whether the upper title also has a column of its own, before those of its
   *     group
   */
  private void relax(
      int upperTitle,
      int lowerTitle,
      int column,
      int lowerTitleCount,
      boolean hasOwnColumn,
      double stepCost) {
    int next =
        column + (lowerTitleCount == 0 || hasOwnColumn ? lowerTitleCount + 1 : lowerTitleCount);
    if (next <= columnCount
        && cost[upperTitle][lowerTitle][column] + stepCost
            < cost[upperTitle + 1][lowerTitle + lowerTitleCount][next]) {
      cost[upperTitle + 1][lowerTitle + lowerTitleCount][next] =
          cost[upperTitle][lowerTitle][column] + stepCost;
      takenLowerTitles[upperTitle + 1][lowerTitle + lowerTitleCount][next] =
          hasOwnColumn ? -lowerTitleCount : lowerTitleCount;
    }
  }

  private List<String> traceBackTitles() {
    List<String> titles = new ArrayList<>();
    int lowerTitle = lowerTitles.size();
    int column = columnCount;
    for (int upperTitle = upperTitles.size(); upperTitle > 0; upperTitle--) {
      int count = Math.abs(takenLowerTitles[upperTitle][lowerTitle][column]);
      boolean own = count == 0 || takenLowerTitles[upperTitle][lowerTitle][column] < 0;
      for (int i = 0; i < count; i++) {
        String above = upperTitles.get(upperTitle - 1);
        String below = lowerTitles.get(lowerTitle - 1 - i);
        titles.addFirst(above.equals(below) ? above : above + "/" + below);
      }
      if (own) {
        titles.addFirst(upperTitles.get(upperTitle - 1));
      }
      lowerTitle -= count;
      column -= count + (own ? 1 : 0);
    }
    return titles;
  }

  private static double columnCost(String title) {
    return HeaderRowFlattener.announcesParts(title)
        ? LatticeCosts.parameter("header_parts_alone")
        : AccountTitleMapper.findType(title) == ColumnType.ANY
            ? LatticeCosts.parameter("header_unknown_column")
            : 0;
  }

  private static double groupCost(String title) {
    ColumnType type = AccountTitleMapper.findType(title);
    boolean column =
        type == ColumnType.ACCOUNT_NAME || type == ColumnType.ORDINAL || type == ColumnType.TEXT;
    return column ? LatticeCosts.parameter("header_group_of_names") : 0;
  }

  /**
   * The cost of a title that starts with 其中 if the title before it, of which it is a part, is not
   * one of amounts; otherwise 0.
   */
  private static double partCost(String precedingTitle, String member) {
    return PART_TITLE.matcher(member).matches()
            && AccountTitleMapper.findType(precedingTitle) != ColumnType.AMOUNT
        ? LatticeCosts.parameter("header_part_of_words")
        : 0;
  }

  /**
   * The cost of a title below a group title; the cost is lower the more characters the two have in
   * common.
   */
  private static double memberCost(String title, String member) {
    if (KnownHeaderGroup.mayHaveMember(title, member)) {
      return 0;
    }
    long shared = member.chars().filter(c -> title.indexOf(c) >= 0).count();
    ColumnType type = AccountTitleMapper.findType(member);
    boolean part = PART_TITLE.matcher(member).matches();
    boolean unlike =
        !part
            && AccountTitleMapper.findType(title) == ColumnType.AMOUNT
            && type != ColumnType.AMOUNT
            && type != ColumnType.PERCENT;
    return (part ? 0 : LatticeCosts.parameter("header_unlike_group") * (member.length() - shared))
            / member.length()
        + (unlike ? LatticeCosts.parameter("header_words_below_amount") : 0);
  }
}
