package org.mingzhang.structure.lattice;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * The columns of a table that are headed as revenue or expenditure, found once per table.
 *
 * @param revenue indices of the columns headed as revenue
 * @param expenditure indices of the columns headed as expenditure
 */
record AccountSides(BitSet revenue, BitSet expenditure) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(AccountSides.class);
  private static final Pattern REVENUE_SIDE_TITLE = PATTERNS.get("revenue-side");
  private static final Pattern EXPENDITURE_SIDE_TITLE = PATTERNS.get("expenditure-side");
  private static final Pattern REVENUE_ACCOUNT = PATTERNS.get("revenue");
  private static final Pattern EXPENDITURE_ACCOUNT = PATTERNS.get("expenditure");

  static AccountSides find(List<Column> columns) {
    return new AccountSides(
        findColumns(REVENUE_SIDE_TITLE, columns), findColumns(EXPENDITURE_SIDE_TITLE, columns));
  }

  private static BitSet findColumns(Pattern titleStart, List<Column> columns) {
    BitSet found = new BitSet(columns.size());
    for (int column = 0; column < columns.size(); column++) {
      found.set(column, titleStart.matcher(columns.get(column).title()).lookingAt());
    }
    return found;
  }

  /** The cost of an account of expenditure below a title of revenue, or the reverse. */
  double wrongSideCost(int column, String name) {
    boolean other =
        (revenue.get(column) && EXPENDITURE_ACCOUNT.matcher(name).matches())
            || (expenditure.get(column) && REVENUE_ACCOUNT.matcher(name).matches());
    return other ? LatticeCosts.parameter("other_side") : 0;
  }

  /** Whether a column is the first of the side of expenditure, to the right of that of revenue. */
  boolean startsExpenditureSide(int column) {
    return column > 0 && expenditure.get(column) && revenue.get(column - 1);
  }
}
