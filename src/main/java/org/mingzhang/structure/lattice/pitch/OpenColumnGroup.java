package org.mingzhang.structure.lattice.pitch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A column group whose columns are still being assigned.
 *
 * @param words the words of its title
 * @param titleBottom the last line of its title
 * @param firstColumnStart position at which its first column begins; negative until that column is
 *     taken
 * @param firstColumnEnd position after the title of its first column; negative until that column is
 *     taken
 * @param columnCount number of its columns taken, at most {@link #MIN_COLUMNS}
 * @param isSide whether it is a side of the table
 * @param firstColumnTitle the title of its first column, which its other columns must not have
 * @param firstColumnTitleLines the lines of that title; none if the first column is in a nested
 *     group
 */
record OpenColumnGroup(
    List<FixedPitchWord> words,
    int titleBottom,
    int firstColumnStart,
    int firstColumnEnd,
    int columnCount,
    boolean isSide,
    String firstColumnTitle,
    LineRange firstColumnTitleLines) {
  /** Minimum number of columns of a group; columns beyond this number are not counted. */
  static final int MIN_COLUMNS = 2;

  OpenColumnGroup(List<FixedPitchWord> words, int titleBottom) {
    this(words, titleBottom, -1, -1, 0, false, "", LineRange.NONE);
  }

  /** The group after one more column, with the given title, has been taken. */
  OpenColumnGroup withColumn(FixedPitchTitle title, LineRange lines, boolean belongsToSide) {
    int first = title.words().stream().mapToInt(FixedPitchWord::start).min().orElse(0);
    int end = title.words().stream().mapToInt(FixedPitchWord::end).max().orElse(0);
    int count = Math.min(MIN_COLUMNS, columnCount + 1);
    return columnCount == 0
        ? new OpenColumnGroup(
            words, titleBottom, first, end, count, isSide || belongsToSide, title.text(), lines)
        : new OpenColumnGroup(
            words,
            titleBottom,
            firstColumnStart,
            firstColumnEnd,
            count,
            isSide || belongsToSide,
            firstColumnTitle,
            firstColumnTitleLines);
  }

  String text() {
    return words.stream().map(FixedPitchWord::text).collect(Collectors.joining());
  }

  /** Hashes only positions and counts, because states are looked up often. */
  @Override
  public int hashCode() {
    int place = 31 * (31 * words.getFirst().start() + titleBottom) + firstColumnStart;
    return 31 * (31 * (31 * place + firstColumnEnd) + columnCount) + firstColumnTitleLines.top();
  }
}
