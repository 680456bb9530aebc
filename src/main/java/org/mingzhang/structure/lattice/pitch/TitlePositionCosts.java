package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;

/**
 * The costs of titles and of titles of column groups by their words and their positions: words of
 * one title stand above each other, titles follow each other from left to right, the title of a
 * group stands in the middle of its columns. Confined to one thread and one header.
 */
final class TitlePositionCosts {
  /** The title of the sum of a column group. */
  private static final String SUBTOTAL = "小计";

  private final TitleAlignmentCache cache;
  private final TitleSchema schema;
  private final List<FixedPitchLine> lines;

  /** Whether the titles of groups begin or end where the titles of their first columns do. */
  private final boolean groupsAlignedWithFirstColumn;

  TitlePositionCosts(TitleAlignmentCache cache, List<FixedPitchLine> lines) {
    this.cache = cache;
    this.schema = cache.schema();
    this.lines = lines;
    this.groupsAlignedWithFirstColumn = areGroupsAlignedWithFirstColumn(lines);
  }

  /**
   * Whether each word of the first line that has words below it begins or ends exactly where a word
   * below it does. True for tables whose cells are aligned to the left, and for tables with the
   * title of a group at the left of its columns and right-aligned titles of these columns.
   */
  private static boolean areGroupsAlignedWithFirstColumn(List<FixedPitchLine> lines) {
    List<FixedPitchWord> below =
        lines.stream()
            .skip(1)
            .flatMap(line -> line.words().stream())
            .filter(FixedPitchWord::hasExactPosition)
            .toList();
    List<FixedPitchWord> above =
        lines.getFirst().words().stream()
            .filter(FixedPitchWord::hasExactPosition)
            .filter(w -> below.stream().anyMatch(b -> b.start() < w.end() && w.start() < b.end()))
            .toList();
    return !above.isEmpty()
        && above.stream()
            .allMatch(
                w -> below.stream().anyMatch(b -> b.start() == w.start() || b.end() == w.end()));
  }

  /**
   * The cost of a title that follows the titles of a state. Infinite if a word with an exact
   * position does not begin after their end, or if the innermost open group cannot contain the
   * column.
   */
  double titleCost(AlignmentState state, FixedPitchTitle title) {
    for (FixedPitchWord word : title.words()) {
      if (word.hasExactPosition()
          && state.endPosition() > 0
          && word.start() <= state.endPosition()) {
        return LatticeCosts.INFINITE_COST;
      }
    }
    if (!state.openGroups().isEmpty()
        && (titleCostInGroup(state, title.text()) >= LatticeCosts.INFINITE_COST
            || state.openGroups().getLast().firstColumnTitle().equals(title.text()))) {
      return LatticeCosts.INFINITE_COST;
    }
    double own =
        cache.titleCost(
            title.words().stream().map(FixedPitchWord::text).toList(), state.endPosition() == 0);
    own +=
        titleOutsideSidesCost(state, title)
            + (state.openGroups().isEmpty() ? schema.ungroupedCost() : 0)
            + (state.openGroups().isEmpty() && title.text().equals(SUBTOTAL)
                ? LatticeCosts.parameter("pitch_subtotal_alone")
                : 0);
    int end =
        title.words().stream()
            .mapToInt(
                word ->
                    word.hasExactPosition() ? 0 : Math.max(0, state.endPosition() - word.start()))
            .sum();
    return own >= LatticeCosts.INFINITE_COST
        ? own
        : own
            + LatticeCosts.parameter("pitch_title")
            + end * LatticeCosts.parameter("pitch_drift")
            + separationCost(title);
  }

  /** The cost of a column that belongs to no side although the table has sides. */
  private double titleOutsideSidesCost(AlignmentState state, FixedPitchTitle title) {
    boolean begins = beginsSide(state, title);
    boolean inside =
        begins || (!state.openGroups().isEmpty() && state.openGroups().getFirst().isSide());
    boolean before =
        begins && !state.hasSides() && state.endPosition() > 0 && !followsRowNumbersOnly(state);
    return before || (state.hasSides() && !inside)
        ? LatticeCosts.parameter("pitch_outside_sides")
        : 0;
  }

  /** Whether the only title before the open group is that of row numbers: 序号, 收入, 支出. */
  private boolean followsRowNumbersOnly(AlignmentState state) {
    List<FixedPitchWord> group = state.openGroups().getFirst().words();
    List<FixedPitchWord> taken = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      taken.addAll(lines.get(line).words().subList(0, state.takenWordCounts().get(line)));
    }
    taken.removeAll(group);
    return taken.size() == 1
        && AccountTitleMapper.findType(taken.getFirst().text()) == ColumnType.ORDINAL;
  }

  /** The cost of a title within the innermost open column group. A group must be open. */
  double titleCostInGroup(AlignmentState state, String title) {
    OpenColumnGroup group = state.openGroups().getLast();
    return cache.groupCost(group.text(), title, group.columnCount() == 0);
  }

  /** Whether a title is that of the first column of a side of the table. */
  boolean beginsSide(AlignmentState state, FixedPitchTitle title) {
    return !state.openGroups().isEmpty()
        && state.openGroups().getFirst().columnCount() == 0
        && schema.isSideOfTwoSidedTable(state.openGroups().getFirst().text(), title.text());
  }

  /**
   * The cost of a title that has no line in common with the first title of its column group, which
   * suggests that its column is beside the group and not in it.
   */
  static double titleBesideGroupCost(AlignmentState state, LineRange lines) {
    LineRange first =
        state.openGroups().isEmpty()
            ? LineRange.NONE
            : state.openGroups().getLast().firstColumnTitleLines();
    boolean beside = !first.equals(LineRange.NONE) && !first.overlaps(lines);
    return beside ? LatticeCosts.parameter("pitch_uneven_titles") : 0;
  }

  /**
   * The cost of the position of a group's title: for its part that extends beyond its columns, and
   * for the distance between its center and the center of its columns. The distance costs nothing
   * if the titles of groups, this one among them, are aligned with their first columns. 0 if the
   * title has no exact position.
   *
   * @param end position after the last column of the group
   */
  double groupTitlePositionCost(OpenColumnGroup group, int end) {
    FixedPitchSpan span = new FixedPitchTitle(group.words()).span();
    if (!span.isKnown()) {
      return 0;
    }
    boolean aligned =
        groupsAlignedWithFirstColumn
            && (span.start() == group.firstColumnStart() || span.end() == group.firstColumnEnd());
    int left = aligned ? 0 : Math.max(0, group.firstColumnStart() - span.start());
    int outside = left + Math.max(0, span.end() - end);
    double distance =
        aligned ? 0 : Math.abs(span.start() + span.end() - group.firstColumnStart() - end) / 2.0;
    return Math.min(
            LatticeCosts.parameter("pitch_group_farthest"),
            outside * LatticeCosts.parameter("pitch_group_outside"))
        + distance * LatticeCosts.parameter("pitch_group_off");
  }

  /**
   * The cost of the horizontal distance between the words of a title, and of words with exact
   * positions that do not overlap. A word without an exact position may be further to the right
   * than printed.
   */
  static double separationCost(FixedPitchTitle title) {
    FixedPitchSpan span = title.span();
    int distance = 0;
    int drift = 0;
    boolean disjoint = false;
    for (FixedPitchWord word : title.words()) {
      boolean beyond = span.isKnown() && word.start() >= span.end();
      distance += word.hasExactPosition() ? 0 : beyond ? word.start() - span.end() + 1 : 0;
      for (FixedPitchWord other : title.words()) {
        boolean both = word.hasExactPosition() && other.hasExactPosition();
        int apart = Math.max(0, other.start() - word.end());
        disjoint |= both && apart > 0;
        distance += both ? apart : 0;
        drift += both ? 0 : apart;
      }
    }
    return distance * LatticeCosts.parameter("pitch_apart")
        + drift * LatticeCosts.parameter("pitch_drift")
        + (disjoint ? LatticeCosts.parameter("pitch_disjoint") : 0);
  }
}
