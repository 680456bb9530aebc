package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.EastAsianWidth;
import org.mingzhang.text.PatternTable;

/**
 * The column header of a form that was copied as text with one cell per line. A header of two rows
 * is copied row by row, so its titles are not in the order of the columns: first the upper row
 * (绩效指标, 年度指标值, 实际完成值, 分值), then the row with the levels. The columns are those of the lower row,
 * then those of the upper row without titles below them.
 *
 * @param lineCount number of lines of the header
 * @param columns the columns from left to right
 */
public record CellPerLineHeader(int lineCount, List<HeaderColumn> columns) {
  private static final int MIN_COLUMNS = 4;
  private static final int MAX_TITLE_LINES = 3;

  /**
   * Maximum length of the first line of a title whose second line is a title by itself: 自评 above
   * 得分.
   */
  private static final int MAX_PREFIX_LENGTH = 4;

  /** Maximum number of columns of a form; a longer run of titles is a list of headings. */
  private static final int MAX_COLUMNS = 60;

  private static final Set<IndicatorRole> VALUE_ROLES =
      EnumSet.of(
          IndicatorRole.TARGET,
          IndicatorRole.ADJUSTED_TARGET,
          IndicatorRole.ACTUAL,
          IndicatorRole.SCORE);

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CellPerLineHeader.class);
  private static final Pattern SECOND_TITLE_LINE = PATTERNS.get("second-title-line");
  private static final Pattern UNKNOWN_TITLE = Pattern.compile("\\p{IsHan}{2,10}");
  private static final Pattern GROUP_TITLE = PATTERNS.get("cell-per-line-header-group");
  private static final Pattern WHOLE_YEAR = PATTERNS.get("whole-year");

  /**
   * A column of the header, with its title and role.
   *
   * @param title its title as printed, together with the title of its group if it is ambiguous
   *     alone
   * @param role role of the column, or null for a column that is not read
   * @param width width of the first line of a broken title in full-width characters, which
   *     approximates that of the column; 0 for an unbroken title
   */
  public record HeaderColumn(String title, @Nullable IndicatorRole role, double width) {
    HeaderColumn(String title, @Nullable IndicatorRole role) {
      this(title, role, 0);
    }

    HeaderColumn withRole(@Nullable IndicatorRole other) {
      return new HeaderColumn(title, other, width);
    }

    /**
     * This column as the column of targets: its title is put in brackets after 指标值, from which
     * readers of tables recognize the role.
     */
    HeaderColumn asTarget() {
      return new HeaderColumn("指标值（" + title + "）", IndicatorRole.TARGET, width);
    }
  }

  /**
   * Reads the header that starts at a line; null if none starts there.
   *
   * @param lines lines without white space
   */
  public static @Nullable CellPerLineHeader readAt(List<String> lines, int from) {
    List<HeaderColumn> all = new ArrayList<>();
    int at = from;
    boolean unknown = false;
    while (true) {
      int lineCount = countTitleLines(lines, at);
      if (lineCount == 0 && (unknown || !isUnknownTitle(lines, at, all))) {
        break;
      }
      unknown |= lineCount == 0;
      lineCount = Math.max(lineCount, 1);
      HeaderColumn column = createColumn(joinLines(lines, at, lineCount));
      double width = lineCount > 1 ? EastAsianWidth.measure(lines.get(at)) : 0;
      all.add(new HeaderColumn(column.title(), column.role(), width));
      at += lineCount;
      if (all.size() > MAX_COLUMNS || !startsHeader(all)) {
        return null;
      }
    }
    if (all.size() < MIN_COLUMNS) {
      return null;
    }
    List<HeaderColumn> columns =
        withUnknownColumnAsTarget(
            HeaderTitleSorter.restoreColumnOrder(withNumberColumnAsTarget(all)));
    return hasRequiredRoles(columns) ? new CellPerLineHeader(at - from, columns) : null;
  }

  /**
   * Whether a line is a title that is not in the vocabulary of forms: a few ideographs between the
   * title of the indicators' names and at least two known titles.
   */
  private static boolean isUnknownTitle(List<String> lines, int at, List<HeaderColumn> before) {
    if (at + 2 >= lines.size()
        || !UNKNOWN_TITLE.matcher(lines.get(at)).matches()
        || IndicatorLevelNames.isLevelName(lines.get(at))
        || before.stream().noneMatch(column -> column.role() == IndicatorRole.LEVEL3)) {
      return false;
    }
    int next = countTitleLines(lines, at + 1);
    return next > 0 && countTitleLines(lines, at + 1 + next) > 0;
  }

  /** Makes the column of numbers (数值) that of targets if there is one and a column of signs. */
  private static List<HeaderColumn> withNumberColumnAsTarget(List<HeaderColumn> columns) {
    List<HeaderColumn> parts =
        columns.stream().filter(c -> IgnoredColumns.isNumberTitle(c.title())).toList();
    if (parts.size() != 1 || columns.stream().noneMatch(c -> c.role() == IndicatorRole.SIGN)) {
      return columns;
    }
    HeaderColumn part = parts.getFirst();
    return columns.stream().map(c -> c.equals(part) ? c.asTarget() : c).toList();
  }

  /**
   * Makes the unknown column to the right of the indicators' names the column of targets if there
   * is no such column.
   */
  private static List<HeaderColumn> withUnknownColumnAsTarget(List<HeaderColumn> columns) {
    if (columns.stream().anyMatch(column -> column.role() == IndicatorRole.TARGET)) {
      return columns;
    }
    List<HeaderColumn> roles = new ArrayList<>(columns);
    for (int i = 1; i < roles.size(); i++) {
      boolean named = roles.get(i - 1).role() == IndicatorRole.LEVEL3;
      if (named && !isColumnTitle(roles.get(i).title())) {
        roles.set(i, roles.get(i).asTarget());
      }
    }
    return roles;
  }

  /** Number of lines of the title that starts at a line; 0 if none starts. */
  private static int countTitleLines(List<String> lines, int at) {
    for (int lineCount = 1;
        lineCount <= MAX_TITLE_LINES && at + lineCount <= lines.size();
        lineCount++) {
      if (lineCount > 1 && joinsTwoTitles(lines, at, lineCount)) {
        return 0;
      }
      if (isColumnTitle(joinLines(lines, at, lineCount))) {
        boolean more = lineCount < MAX_TITLE_LINES && at + lineCount < lines.size();
        return more
                && (continuesTitle(lines, at, lineCount)
                    || isFirstHalfOfTitle(lines, at, lineCount))
            ? lineCount + 1
            : lineCount;
      }
    }
    return 0;
  }

  /**
   * Whether the last of {@code lineCount} lines is a title by itself below a line that is too long
   * to be its beginning. This prevents an unknown title from being joined with the known title
   * below it.
   */
  private static boolean joinsTwoTitles(List<String> lines, int at, int lineCount) {
    return isColumnTitle(lines.get(at + lineCount - 1))
        && joinLines(lines, at, lineCount - 1).length() > MAX_PREFIX_LENGTH;
  }

  /** Whether the next line is the rest of this title, such as 及改进措施, rather than another title. */
  private static boolean continuesTitle(List<String> lines, int at, int lineCount) {
    String next = joinLines(lines, at + lineCount, 1);
    return !isColumnTitle(next)
        && SECOND_TITLE_LINE.matcher(next).matches()
        && isColumnTitle(joinLines(lines, at, lineCount) + next)
        && (next.length() == 1
            || !isColumnTitle(
                joinLines(lines, at + lineCount, Math.min(2, lines.size() - at - lineCount))));
  }

  /** Whether a short title is completed by the next line, as 预期 by 指标值 and 一级 by 指标. */
  private static boolean isFirstHalfOfTitle(List<String> lines, int at, int lineCount) {
    String title = joinLines(lines, at, lineCount);
    IndicatorRole role = createColumn(title).role();
    return title.length() == 2
        && (role == IndicatorRole.TARGET
            || role == IndicatorRole.ACTUAL
            || (role == IndicatorRole.LEVEL1 && joinLines(lines, at + lineCount, 1).equals("指标")))
        && createColumn(joinLines(lines, at, lineCount + 1)).role() == role;
  }

  private static String joinLines(List<String> lines, int at, int lineCount) {
    return String.join("", lines.subList(at, at + lineCount));
  }

  /** Whether a text is the title of a column, of a group of columns or of a block of rows. */
  public static boolean isColumnTitle(String title) {
    return createColumn(title).role() != null
        || IgnoredColumns.isIgnoredTitle(title)
        || HeaderTitleSorter.isRowLabel(title)
        || GROUP_TITLE.matcher(title).matches();
  }

  private static HeaderColumn createColumn(String title) {
    String whole =
        title.equals("优") ? "评价标准优" : WHOLE_YEAR.matcher(title).matches() ? "全年指标值" : title;
    return new HeaderColumn(whole, IndicatorRole.findByHeading(whole));
  }

  /**
   * Whether the first title can begin a header: that of a level, a name or a project, or the label
   * to the left of them.
   */
  private static boolean startsHeader(List<HeaderColumn> headerColumns) {
    String first = headerColumns.getFirst().title();
    IndicatorRole role = headerColumns.getFirst().role();
    return HeaderTitleSorter.isRowLabel(first)
        || GROUP_TITLE.matcher(first).matches()
        || IgnoredColumns.mayPrecedeLevels(first)
        || role == IndicatorRole.PROJECT
        || role == IndicatorRole.GOAL
        || (role != null && role.isLevelOrName());
  }

  private static boolean hasRequiredRoles(List<HeaderColumn> columns) {
    Set<IndicatorRole> roles =
        columns.stream()
            .flatMap(column -> Stream.ofNullable(column.role()))
            .collect(Collectors.toSet());
    return roles.contains(IndicatorRole.LEVEL3) && !Collections.disjoint(roles, VALUE_ROLES);
  }
}
