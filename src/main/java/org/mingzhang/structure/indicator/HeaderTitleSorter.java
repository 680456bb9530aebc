package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.indicator.CellPerLineHeader.HeaderColumn;
import org.mingzhang.text.PatternTable;

/**
 * Puts the titles of a header that was copied as text into column order. Headers of several rows
 * are copied row by row, so the titles below a group follow the whole upper row. Stateless.
 */
final class HeaderTitleSorter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(HeaderTitleSorter.class);
  private static final Pattern ROW_LABEL = PATTERNS.get("label");
  private static final Pattern GROUP_TITLE = PATTERNS.get("header-title-sorter-group");
  private static final Pattern PART_OF_REASON = PATTERNS.get("part-of-reason");

  /** Column groups, each with the titles that may be below it. */
  private static final Pattern[][] GROUPS_WITH_MEMBERS = {
    {PATTERNS.get("years-group"), PATTERNS.get("years-members")},
    {PATTERNS.get("grades-group"), PATTERNS.get("grades-members")}
  };

  private static final Pattern POINTS_GROUP_TITLE = PATTERNS.get("points");
  private static final Pattern POINTS_MEMBER_TITLES = PATTERNS.get("point-roles");
  private static final Pattern VALUES_GROUP_TITLE = PATTERNS.get("values");
  private static final Pattern VALUES_MEMBER_TITLES = PATTERNS.get("values-member-titles");

  private HeaderTitleSorter() {}

  /** Whether a title is the label of the rows to its right and has no column of its own. */
  static boolean isRowLabel(String title) {
    return ROW_LABEL.matcher(title).matches();
  }

  /**
   * Returns the columns from left to right, without titles that have no column of their own. Also
   * corrects the roles: each is left to one column, and a goal to the right of the names becomes
   * the target if there is no other.
   */
  static List<HeaderColumn> restoreColumnOrder(List<HeaderColumn> printed) {
    List<HeaderColumn> titles = new ArrayList<>(printed);
    titles.removeIf(c -> isRowLabel(c.title()));
    if (!hasRole(titles, IndicatorRole.LEVEL3) && !hasRole(titles, IndicatorRole.LEVEL1)) {
      titles = new ArrayList<>(printed); // here 绩效指标 is the title of the column of names
    }
    moveWeightsToLevels(titles);
    moveLevelsFirst(titles);
    for (Pattern[] group : GROUPS_WITH_MEMBERS) {
      moveMembersToGroup(titles, group[0], group[1]);
    }
    movePointsBelowSelfScore(titles);
    moveValuesBelowValueTitle(titles);
    useGoalAsTarget(titles);
    clearRoleOfWholePeriodTargets(titles);
    return withUniqueRoles(titles);
  }

  /**
   * Moves the titles 权重 of a lower row of 名称 and 权重 behind the levels to which they belong, and
   * drops the titles 名称 of that row.
   */
  private static void moveWeightsToLevels(List<HeaderColumn> titles) {
    int first = indexOfTitle(titles, 0, "名称");
    if (first < 0) {
      return;
    }
    List<HeaderColumn> lower = List.copyOf(titles.subList(first, titles.size()));
    titles.subList(first, titles.size()).clear();
    int at = -1;
    for (int i = 0; i < lower.size(); i++) {
      HeaderColumn column = lower.get(i);
      if (column.title().equals("名称")) {
        at = indexOfNextLevel(titles, at + 1);
        if (at < 0) {
          titles.addAll(lower.subList(i + 1, lower.size()));
          return;
        }
      } else {
        titles.add(++at, column);
      }
    }
  }

  private static int indexOfNextLevel(List<HeaderColumn> titles, int from) {
    return IntStream.range(from, titles.size())
        .filter(
            i ->
                Optional.ofNullable(titles.get(i).role())
                    .filter(IndicatorRole::isLevelOrName)
                    .isPresent())
        .findFirst()
        .orElse(-1);
  }

  /**
   * Moves the levels before the value titles of the upper row, and drops those value titles that
   * have titles of their own below them.
   */
  private static void moveLevelsFirst(List<HeaderColumn> titles) {
    int level = 0;
    while (level < titles.size() && titles.get(level).role() != IndicatorRole.LEVEL1) {
      level++;
    }
    if (level == 0 || level == titles.size()) {
      return;
    }
    List<HeaderColumn> upper = List.copyOf(titles.subList(0, level));
    if (upper.stream().noneMatch(HeaderTitleSorter::isValueColumn)) {
      return;
    }
    titles.removeAll(upper);
    int lead = 0;
    for (HeaderColumn column : upper) {
      boolean group =
          GROUP_TITLE.matcher(column.title()).matches()
              && (column.role() == null || hasRole(titles, column.role()));
      if (column.role() == IndicatorRole.PROJECT
          || column.role() == IndicatorRole.GOAL
          || IgnoredColumns.mayPrecedeLevels(column.title())) {
        titles.add(lead++, column);
      } else if (!group) {
        titles.add(column);
      }
    }
  }

  private static boolean hasRole(List<HeaderColumn> titles, @Nullable IndicatorRole role) {
    return titles.stream().anyMatch(c -> c.role() == role);
  }

  private static boolean isValueColumn(HeaderColumn column) {
    IndicatorRole role = column.role();
    return role != null && role.compareTo(IndicatorRole.LEVEL3) > 0;
  }

  /** Replaces the title of a group with the titles of its members, which are further right. */
  private static void moveMembersToGroup(List<HeaderColumn> titles, Pattern group, Pattern member) {
    int at = indexOfTitle(titles, 0, group.pattern());
    int from = at < 0 ? -1 : indexOfTitle(titles, at + 1, member.pattern());
    if (from < 0) {
      return;
    }
    int to = from;
    while (to < titles.size() && member.matcher(titles.get(to).title()).matches()) {
      to++;
    }
    replaceGroupWithMembers(titles, at, from, to);
  }

  /** Replaces the group title 自评分 with the titles of the available and the awarded points. */
  private static void movePointsBelowSelfScore(List<HeaderColumn> titles) {
    int from = titles.size();
    while (from > 0 && POINTS_MEMBER_TITLES.matcher(titles.get(from - 1).title()).matches()) {
      from--;
    }
    int at = indexOfTitle(titles, 0, POINTS_GROUP_TITLE.pattern());
    if (at >= 0 && at < from - 1 && titles.size() - from > 1) {
      replaceGroupWithMembers(titles, at, from, titles.size());
    }
  }

  /**
   * Replaces the group title 指标值 with the titles of target and result, or of the values of half and
   * full year, if these are the last titles.
   */
  private static void moveValuesBelowValueTitle(List<HeaderColumn> titles) {
    int at = indexOfTitle(titles, 0, VALUES_GROUP_TITLE.pattern());
    if (at < 0) {
      return;
    }
    int from = at + 1;
    while (from < titles.size() && !hasRoleOrValueTitle(titles.get(from), IndicatorRole.TARGET)) {
      from++;
    }
    int to = from;
    while (to < titles.size()
        && (hasRoleOrValueTitle(titles.get(to), IndicatorRole.TARGET)
            || hasRoleOrValueTitle(titles.get(to), IndicatorRole.ACTUAL))) {
      to++;
    }
    if (to == titles.size() && to - from > 1) {
      replaceGroupWithMembers(titles, at, from, to);
    }
  }

  /** Reads 绩效目标 to the right of the names as the target if no other column has that role. */
  private static void useGoalAsTarget(List<HeaderColumn> titles) {
    boolean named = false;
    for (int i = 0; i < titles.size() && !hasRole(titles, IndicatorRole.TARGET); i++) {
      named |= titles.get(i).role() == IndicatorRole.LEVEL3;
      if (named && titles.get(i).role() == IndicatorRole.GOAL) {
        titles.set(i, titles.get(i).withRole(IndicatorRole.TARGET));
      }
    }
  }

  /** Clears the role of targets for the whole period if there are also targets for the year. */
  private static void clearRoleOfWholePeriodTargets(List<HeaderColumn> titles) {
    List<HeaderColumn> targets =
        titles.stream().filter(c -> c.role() == IndicatorRole.TARGET).toList();
    if (targets.stream().allMatch(c -> IgnoredColumns.isWholePeriodTitle(c.title()))) {
      return;
    }
    titles.replaceAll(
        c ->
            c.role() == IndicatorRole.TARGET && IgnoredColumns.isWholePeriodTitle(c.title())
                ? c.withRole(null)
                : c);
  }

  private static boolean hasRoleOrValueTitle(HeaderColumn column, IndicatorRole role) {
    return column.role() == role || VALUES_MEMBER_TITLES.matcher(column.title()).matches();
  }

  private static void replaceGroupWithMembers(
      List<HeaderColumn> titles, int groupIndex, int from, int to) {
    List<HeaderColumn> lower = List.copyOf(titles.subList(from, to));
    titles.subList(from, to).clear();
    titles.remove(groupIndex);
    titles.addAll(groupIndex, lower);
  }

  private static int indexOfTitle(List<HeaderColumn> titles, int from, String pattern) {
    return IntStream.range(from, titles.size())
        .filter(i -> titles.get(i).title().matches(pattern))
        .findFirst()
        .orElse(-1);
  }

  /**
   * The columns, with each role used at most once. A column of points to the left of the names
   * belongs to a level and gets no role. Without a column of names, the second level has the role
   * {@link IndicatorRole#LEVEL3}. Further columns of notes are dropped, and so are parts of the
   * reason after a note.
   */
  private static List<HeaderColumn> withUniqueRoles(List<HeaderColumn> titles) {
    Set<IndicatorRole> seen = EnumSet.noneOf(IndicatorRole.class);
    List<HeaderColumn> columns = new ArrayList<>();
    boolean named = hasRole(titles, IndicatorRole.LEVEL3);
    boolean twoLevels = !named && hasRole(titles, IndicatorRole.LEVEL1);
    for (HeaderColumn column : titles) {
      boolean reason =
          seen.contains(IndicatorRole.NOTE) && PART_OF_REASON.matcher(column.title()).matches();
      boolean ofLevel =
          named && column.role() == IndicatorRole.WEIGHT && !seen.contains(IndicatorRole.LEVEL3);
      boolean name = twoLevels && column.role() == IndicatorRole.LEVEL2;
      IndicatorRole role = name ? IndicatorRole.LEVEL3 : column.role();
      boolean again = role != null && !ofLevel && !seen.add(role);
      if (!reason && !(again && role == IndicatorRole.NOTE)) {
        columns.add(column.withRole(ofLevel || again ? null : role));
      }
    }
    return columns;
  }
}
