package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.CostModel;

/** The titles that a kind of table in fixed pitch may have. Implementations are stateless. */
interface TitleSchema {
  /** Whether lines may hold the header of such a table; a cheap test before the alignment. */
  boolean isLikelyHeader(String tight);

  /**
   * What it costs to read a text as the title of a column; {@code NEVER} where it is none.
   *
   * @param first whether it is the left-most title
   */
  double cost(String title, boolean first);

  /**
   * What it costs to read a text as the title of a column group; {@code NEVER} where it is none, as
   * in all forms without groups.
   *
   * @param column the title of a column or group inside of it; empty for any
   * @param first whether that is its first
   */
  default double groupCost(String title, String column, boolean first) {
    return CostModel.NEVER;
  }

  /**
   * Whether a column group with such a first column is one of the two sides of a table, which all
   * columns belong to.
   */
  default boolean isSide(String group, String column) {
    return false;
  }

  /** The cost of a column that is in no group. */
  default double ungroupedCost() {
    return 0;
  }

  /** What a header gains by each word, so that it takes all of its lines. */
  default double wordGain() {
    return CostModel.limit("pitch_title_word");
  }

  /** Whether a word may be a part of a title. */
  default boolean mayHold(String word) {
    return true;
  }

  /** Whether a column group may stand inside of another. */
  default boolean mayNest(String outer, String inner) {
    return true;
  }

  /** What it costs that words above each other are one title, and not titles of their own. */
  default double stackCost(List<String> words) {
    return 0;
  }

  /** Whether the left-most title names the block of rows and no column. */
  boolean isBlockLabel(String title);

  /**
   * The columns below titles; none where these are no whole header.
   *
   * @param titles the titles without the label, those of column groups before them: {@code 收入/项目}
   */
  List<Column> createColumns(List<String> titles);

  /** Whether the first column has no title, its cells being named by the label of the block. */
  boolean hasUntitledFirstColumn();

  /** Whether a line ends the body of the table. */
  boolean ends(PitchLine line);
}
