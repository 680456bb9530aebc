package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A column group whose columns are still being assigned.
 *
 * @param words the words of its title
 * @param bottom the last line of its title
 * @param start position at which its first column begins; negative until that column is taken
 * @param firstEnd position after the title of its first column; negative until that column is taken
 * @param columnCount number of its columns taken, at most {@link #MIN_COLUMNS}
 * @param isSide whether it is a side of the table
 * @param firstTitle the title of its first column, which its other columns must not have
 * @param firstLines the lines of that title; none if the first column is in a nested group
 */
record OpenColumnGroup(
    List<FixedPitchWord> words,
    int bottom,
    int start,
    int firstEnd,
    int columnCount,
    boolean isSide,
    String firstTitle,
    LineRange firstLines) {
  /** Minimum number of columns of a group; columns beyond this number are not counted. */
  static final int MIN_COLUMNS = 2;

  OpenColumnGroup(List<FixedPitchWord> words, int bottom) {
    this(words, bottom, -1, -1, 0, false, "", LineRange.NONE);
  }

  /** The group after one more column, with the given title, has been taken. */
  OpenColumnGroup withTitle(FixedPitchTitle title, LineRange lines, boolean belongsToSide) {
    int first = title.words().stream().mapToInt(FixedPitchWord::start).min().orElse(0);
    int end = title.words().stream().mapToInt(FixedPitchWord::end).max().orElse(0);
    int count = Math.min(MIN_COLUMNS, columnCount + 1);
    return columnCount == 0
        ? new OpenColumnGroup(
            words, bottom, first, end, count, isSide || belongsToSide, title.text(), lines)
        : new OpenColumnGroup(
            words, bottom, start, firstEnd, count, isSide || belongsToSide, firstTitle, firstLines);
  }

  String text() {
    return words.stream().map(FixedPitchWord::text).collect(Collectors.joining());
  }

  /** Hashes only positions and counts, because states are looked up often. */
  @Override
  public int hashCode() {
    int place = 31 * (31 * words.getFirst().start() + bottom) + start;
    return 31 * (31 * (31 * place + firstEnd) + columnCount) + firstLines.top();
  }
}
