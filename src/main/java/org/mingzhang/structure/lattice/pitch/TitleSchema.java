package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.LatticeCosts;

/**
 * The column titles that one kind of table in fixed pitch may have. Implementations are stateless.
 */
interface TitleSchema {
  /**
   * Whether text without blanks may contain a header with these titles. A cheap test before the
   * alignment.
   */
  boolean isLikelyHeader(String unspacedText);

  /**
   * The cost of reading a text as the title of a column; {@link LatticeCosts#INFINITE_COST} if it
   * is not one.
   *
   * @param isFirstColumn whether it is the left-most title
   */
  double titleCost(String title, boolean isFirstColumn);

  /**
   * The cost of reading a text as the title of a column group; {@link LatticeCosts#INFINITE_COST}
   * if it is not one. Always infinite by default, for tables without groups.
   *
   * @param column title of a column or group inside it; empty for any
   * @param isFirstColumn whether that is the group's first column
   */
  default double groupCost(String title, String column, boolean isFirstColumn) {
    return LatticeCosts.INFINITE_COST;
  }

  /**
   * Whether a column group with this first column is one of the two sides of a table, in which
   * every column belongs to a side. False by default, for tables without groups.
   */
  default boolean isSideOfTwoSidedTable(String group, String firstColumnTitle) {
    return false;
  }

  /** The cost of a column that is in no group. */
  default double ungroupedCost() {
    return 0;
  }

  /**
   * The amount by which each word lowers the cost of a header, so that the cheapest header includes
   * all of its lines.
   */
  default double costReductionPerWord() {
    return LatticeCosts.parameter("pitch_title_word");
  }

  /** Whether a word may be a part of a title. */
  default boolean mayBeTitleWord(String word) {
    return true;
  }

  /** Whether one column group may be inside another. */
  default boolean mayContainGroup(String outer, String inner) {
    return true;
  }

  /** The cost of reading words below each other as one title instead of as separate titles. */
  default double stackedTitleCost(List<String> words) {
    return 0;
  }

  /** Whether a leftmost title names the block of rows and not a column. */
  boolean isBlockLabel(String title);

  /**
   * Returns the columns for a complete row of titles; empty if required titles are missing. If
   * {@link #hasUntitledFirstColumn}, they begin with that column.
   *
   * @param titles the column titles from left to right without the block label, each preceded by
   *     the titles of its column groups: {@code 收入/项目}
   */
  List<Column> createColumns(List<String> titles);

  /**
   * Returns the columns as {@link #createColumns(List)} does, but may use the line below the titles
   * if the titles of names or codes are missing or unknown: if the line is {@link
   * FirstRowContent#NAME_AND_AMOUNTS}, a column without a title may be added before the others. The
   * default implementation ignores the line.
   */
  default List<Column> createColumns(List<String> titles, FirstRowContent firstRow) {
    return createColumns(titles);
  }

  /** What the line below the titles contains. */
  enum FirstRowContent {
    /** As many amounts as there are titles. */
    AMOUNTS,
    /** A name to the left of all titles, then as many amounts as there are titles. */
    NAME_AND_AMOUNTS,
    /** Anything else. */
    OTHER
  }

  /** Whether the first column has no title because the label of the block names its cells. */
  boolean hasUntitledFirstColumn();

  /** Whether a line ends the body of the table. */
  boolean isEndOfTable(FixedPitchLine line);
}
