package org.mingzhang.structure.lattice.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.structure.indicator.PerformanceFormRowClassifier;
import org.mingzhang.text.PatternTable;

/**
 * Reads targets that are listed below the names of their levels, each behind the name of its
 * indicator and a colon: {@code 一、产出指标}, {@code 1.数量指标}, {@code （1）整修码头：≥3处}. Such a list has no
 * results; if a value seems to be one, nothing is read. Confined to one thread and one list.
 */
final class IndicatorLevelListReader {
  /** The columns of its tables. */
  static final List<String> COLUMN_TITLES =
      List.of(
          IndicatorRole.LEVEL1.title(),
          IndicatorRole.LEVEL2.title(),
          IndicatorRole.LEVEL3.title(),
          IndicatorRole.TARGET.title(),
          IndicatorRole.WEIGHT.title());

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(IndicatorLevelListReader.class);
  private static final Pattern INDICATOR_WITH_TARGET = PATTERNS.get("indicator-with-target");
  private static final Pattern ITEM_END = Pattern.compile("[；;]\\s*(?=\\S)");
  private static final Pattern NO_TARGET = PATTERNS.get("no-target");
  private static final Pattern RESULT_IN_TARGET = PATTERNS.get("result-in-target");
  private static final Pattern MEASURABLE_TARGET = PATTERNS.get("measured-target");
  private static final int MIN_INDICATORS = 3;
  private static final int MIN_SECOND_LEVELS = 2;

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<String> secondLevels = new HashSet<>();
  private final ListedLevelNames levels = new ListedLevelNames();
  private boolean hasResultInTarget;

  private IndicatorLevelListReader() {}

  /**
   * The indicators of the list that begins on a line; null if the line is not the name of a level,
   * if there are fewer than {@link #MIN_INDICATORS} indicators or {@link #MIN_SECOND_LEVELS} second
   * levels, if fewer than half of the targets can be measured, or if a line does not belong to a
   * list.
   *
   * @param lines the lines, with an empty line in place of each block that is not text
   */
  static @Nullable TableMatch readAt(List<String> lines, int at) {
    IndicatorLevelListReader reader = new IndicatorLevelListReader();
    int last = at;
    for (int i = at; i < lines.size() && reader.readLine(lines.get(i)); i++) {
      last = i;
    }
    return reader.isTargetList() ? new TableMatch(at, last + 1, reader.toTable()) : null;
  }

  private List<List<String>> toTable() {
    List<List<String>> table = new ArrayList<>(List.of(COLUMN_TITLES));
    table.addAll(rows);
    return table;
  }

  private boolean isTargetList() {
    long measured =
        rows.stream().filter(row -> MEASURABLE_TARGET.matcher(row.get(3)).find()).count();
    return !hasResultInTarget
        && rows.size() >= MIN_INDICATORS
        && secondLevels.size() >= MIN_SECOND_LEVELS
        && 2 * measured >= rows.size();
  }

  /** Reads a level's name or indicators; false if the line is neither. */
  private boolean readLine(String line) {
    String text = line.strip();
    if (levels.tryReadLevelNames(text)) {
      return true;
    }
    if ((levels.firstLevelName().isEmpty() && levels.secondLevelName().isEmpty())
        || PerformanceFormRowClassifier.isLabelAfterIndicators(text)) {
      return false;
    }
    List<Matcher> items =
        Arrays.stream(ITEM_END.split(text)).map(INDICATOR_WITH_TARGET::matcher).toList();
    if (!items.stream().allMatch(Matcher::matches)) {
      return false;
    }
    items.forEach(this::addRow);
    return true;
  }

  private void addRow(Matcher item) {
    String target = item.group("target").strip();
    if (NO_TARGET.matcher(target).matches()) {
      return;
    }
    hasResultInTarget |=
        RESULT_IN_TARGET.matcher(target).find()
            || RESULT_IN_TARGET.matcher(item.group("name")).find();
    String points = item.group("points");
    secondLevels.add(levels.secondLevelName());
    rows.add(
        List.of(
            levels.firstLevelName(),
            levels.secondLevelName(),
            item.group("name").strip(),
            target,
            points == null ? "" : points));
  }
}
