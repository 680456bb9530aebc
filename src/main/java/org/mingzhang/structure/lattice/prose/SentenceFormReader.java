package org.mingzhang.structure.lattice.prose;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.text.PatternTable;

/**
 * Reads performance forms that are written as sentences: {@code 1.数量指标。“新建隔离带长度”，年初设定目标≥36公里，
 * 实际完成值33.1公里，分值10分，得分9.2分。} or as labels with their values: {@code
 * 二级指标：数量指标；三级指标：新建隔离带长度；指标值：≥36公里； 完成值：33.1公里}. A clause that does not begin with a title is the
 * name of an indicator if the title of a target follows. The name of a level applies to all clauses
 * after it. An indicator must have a target and at least one more value, unless the target has a
 * label and both levels have names; each title may occur once. Confined to one thread and one form.
 */
final class SentenceFormReader {
  private static final List<IndicatorRole> COLUMN_ROLES =
      List.of(
          IndicatorRole.LEVEL1,
          IndicatorRole.LEVEL2,
          IndicatorRole.LEVEL3,
          IndicatorRole.SIGN,
          IndicatorRole.TARGET,
          IndicatorRole.UNIT,
          IndicatorRole.ACTUAL,
          IndicatorRole.WEIGHT,
          IndicatorRole.SCORE,
          IndicatorRole.NOTE);

  /** Roles whose values complete a target. They are read behind a label and a colon only. */
  private static final Set<IndicatorRole> PARTS_OF_TARGET =
      Set.of(IndicatorRole.SIGN, IndicatorRole.UNIT);

  private static final Pattern CLAUSE_END = Pattern.compile("[，；;。]|,(?!\\d{3})");

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SentenceFormReader.class);
  private static final Pattern POINTS_OF_LEVEL = PATTERNS.get("points-of-level");

  private static final Pattern LIST_MARK = PATTERNS.get("list-mark");
  private static final Pattern INDICATOR_LABEL = PATTERNS.get("label");
  private static final Pattern QUOTES = Pattern.compile("^[“\"《「【](.*)[”\"》」】]$");
  private static final Pattern INDICATOR_NAME =
      Pattern.compile("(?=.*\\p{IsHan}{2})[^：:。；;，、\\d].{1,39}");

  private static final Pattern LEVEL_SUFFIX = PATTERNS.get("level-suffix");

  /** Name of a first level in most forms. Below it is a second level of the same name. */
  private static final String SATISFACTION = "满意度指标";

  private static final Pattern LEVEL_LABEL = PATTERNS.get("level-label");
  private static final Pattern BLANK_BEFORE_LEVEL_LABEL = PATTERNS.get("labels-on-a-line");
  private static final Pattern BRACKETS_OF_LEVEL = Pattern.compile("^【([^【】]{2,20})】[:：]?");
  private static final Pattern DIGIT = Pattern.compile("\\d");

  private static final Pattern LEVEL_END = Pattern.compile("[:：、]");

  private final List<List<String>> rows = new ArrayList<>();
  private final Map<IndicatorRole, String> values = new EnumMap<>(IndicatorRole.class);
  private final ListedLevelNames levels = new ListedLevelNames();
  private @Nullable IndicatorRole lastRole;
  private boolean isRowDoubtful;
  private boolean hasLabeledTarget;
  private int rejectedCount;

  /**
   * Reads the sentences of one line or paragraph. An indicator ends with its sentence; the names of
   * levels apply to later calls as well.
   */
  void read(String printed) {
    String text = POINTS_OF_LEVEL.matcher(printed).replaceAll("");
    if (levels.tryReadLevelNames(text.strip())) {
      return;
    }
    text = BLANK_BEFORE_LEVEL_LABEL.matcher(text).replaceAll("；");
    int at = 0;
    var end = CLAUSE_END.matcher(text);
    while (at < text.length()) {
      boolean found = end.find();
      String clause = text.substring(at, found ? end.start() : text.length()).strip();
      readClause(clause);
      if (!found || end.group().equals("。")) {
        finishRow();
      }
      at = found ? end.end() : text.length();
    }
    finishRow();
  }

  /** Number of indicators read so far. */
  int rowCount() {
    return rows.size();
  }

  /**
   * The titles of the columns, as forms usually print them, and the rows read so far. Columns for
   * signs and units are left out if they are empty.
   */
  List<List<String>> toTable() {
    List<Integer> columns =
        IntStream.range(0, COLUMN_ROLES.size())
            .filter(
                c ->
                    !PARTS_OF_TARGET.contains(COLUMN_ROLES.get(c))
                        || rows.stream().anyMatch(row -> !row.get(c).isEmpty()))
            .boxed()
            .toList();
    List<List<String>> table = new ArrayList<>();
    table.add(columns.stream().map(c -> COLUMN_ROLES.get(c).title()).toList());
    rows.forEach(row -> table.add(columns.stream().map(row::get).toList()));
    return table;
  }

  /** Number of indicators that have a target but cannot be read with certainty. */
  int rejectedCount() {
    return rejectedCount;
  }

  private void readClause(String clause) {
    if (clause.isEmpty()) {
      return;
    }
    SentenceLabelPatterns.SentenceLabelValue value = SentenceLabelPatterns.findLabelAtStart(clause);
    if (value != null && PARTS_OF_TARGET.contains(value.role())) {
      if (SentenceLabelPatterns.beginsWithLabel(clause, value.role())) {
        readPartOfTarget(value);
        return;
      }
      value = null;
    }
    if (value != null && values.containsKey(IndicatorRole.LEVEL3)) {
      hasLabeledTarget |= SentenceLabelPatterns.beginsWithLabel(clause, IndicatorRole.TARGET);
      put(value.role(), value.value());
      return;
    }
    String unmarked = LIST_MARK.matcher(clause).replaceFirst("");
    if (lastRole == IndicatorRole.NOTE
        && !LEVEL_LABEL.matcher(unmarked).lookingAt()
        && !INDICATOR_LABEL.matcher(unmarked).lookingAt()) {
      values.merge(IndicatorRole.NOTE, "，" + clause, String::concat);
      return;
    }
    finishRow();
    if (!readLevelWithLabel(unmarked)) {
      readLevelOrIndicatorName(unmarked);
    }
  }

  /** Puts a sign or a unit into the row of an indicator; an empty one is ignored. */
  private void readPartOfTarget(SentenceLabelPatterns.SentenceLabelValue part) {
    if (values.containsKey(IndicatorRole.LEVEL3) && !part.value().isEmpty()) {
      put(part.role(), part.value());
    }
  }

  /** Stores the level behind a label (二级指标：数量指标); returns whether the clause begins with one. */
  private boolean readLevelWithLabel(String clause) {
    Matcher label = LEVEL_LABEL.matcher(clause);
    if (!label.lookingAt()) {
      return false;
    }
    String name = IndicatorLevelNames.withoutPoints(clause.substring(label.end()).strip());
    if (label.group(1).equals("二")) {
      levels.beginSecondLevel(name);
    } else {
      levels.beginFirstLevel(name);
    }
    return true;
  }

  /**
   * Reads a clause that may name a level, an indicator, or an indicator with its target. The name
   * of an indicator behind its label may contain the title of a target: 三级指标：年度计划完成时限.
   */
  private void readLevelOrIndicatorName(String clause) {
    String rest = readLevelNames(BRACKETS_OF_LEVEL.matcher(clause).replaceFirst("$1："));
    rest = LIST_MARK.matcher(rest).replaceFirst("");
    boolean labeled = INDICATOR_LABEL.matcher(rest).lookingAt();
    rest = INDICATOR_LABEL.matcher(rest).replaceFirst("");
    SentenceLabelPatterns.SentenceLabelValue target = SentenceLabelPatterns.findTargetInside(rest);
    if (labeled && target != null && !DIGIT.matcher(target.value()).find()) {
      target = null;
    }
    String name = (target == null ? rest : rest.substring(0, target.labelStart())).strip();
    name = QUOTES.matcher(LEVEL_END.matcher(name).replaceAll("").strip()).replaceFirst("$1");
    if (!name.isEmpty() && INDICATOR_NAME.matcher(name).matches()) {
      values.put(IndicatorRole.LEVEL3, name);
      if (target != null) {
        put(target.role(), target.value());
      }
    }
  }

  /**
   * Stores the names of levels at the start of a clause and returns the rest of the clause. A first
   * level clears the name of the second.
   */
  private String readLevelNames(String clause) {
    String rest = clause;
    while (true) {
      String printed = LEVEL_END.split(rest, 2)[0].strip();
      String name = LEVEL_SUFFIX.matcher(printed).replaceFirst("");
      if (!name.endsWith("指标") && !IndicatorLevelNames.withoutPoints(name).endsWith("指标")) {
        return rest;
      }
      boolean lower = IndicatorLevelNames.isSecondLevel(name);
      boolean either = name.equals(SATISFACTION) && !levels.firstLevelName().equals(SATISFACTION);
      if (IndicatorLevelNames.isFirstLevel(name) && (!lower || either)) {
        levels.beginFirstLevel(IndicatorLevelNames.withoutPoints(name));
      } else if (lower) {
        levels.beginSecondLevel(IndicatorLevelNames.withoutPoints(name));
      } else {
        return rest;
      }
      rest = rest.length() > printed.length() ? rest.substring(printed.length() + 1).strip() : "";
    }
  }

  /**
   * Puts a value into the row. An empty value or a second value for one role makes the row
   * doubtful.
   */
  private void put(IndicatorRole role, String value) {
    isRowDoubtful |= values.put(role, value) != null || value.isEmpty();
    lastRole = role;
  }

  /**
   * Adds the row if it has a target, a further value or a labeled target below the names of both
   * levels, and is not doubtful; a row with a target that is not added counts as rejected. Clears
   * the values in any case.
   */
  private void finishRow() {
    boolean told =
        values.containsKey(IndicatorRole.ACTUAL)
            || values.containsKey(IndicatorRole.SCORE)
            || values.containsKey(IndicatorRole.WEIGHT)
            || (hasLabeledTarget
                && !levels.firstLevelName().isEmpty()
                && !levels.secondLevelName().isEmpty());
    if (values.containsKey(IndicatorRole.TARGET)) {
      if (told && !isRowDoubtful) {
        values.put(IndicatorRole.LEVEL1, levels.firstLevelName());
        values.put(IndicatorRole.LEVEL2, levels.secondLevelName());
        rows.add(COLUMN_ROLES.stream().map(role -> values.getOrDefault(role, "")).toList());
      } else {
        rejectedCount++;
      }
    }
    values.clear();
    lastRole = null;
    isRowDoubtful = false;
    hasLabeledTarget = false;
  }
}
