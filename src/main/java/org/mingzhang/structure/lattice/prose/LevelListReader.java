package org.mingzhang.structure.lattice.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.structure.indicator.PerformanceFormRowClassifier;
import org.mingzhang.text.PatternTable;

/**
 * Reads targets that are listed below the names of their levels, each behind the name of its
 * indicator and a colon: {@code 一、产出指标}, {@code 1.数量指标}, {@code （1）整修码头：≥3处}. A list tells no
 * results; if a value seems to tell one, nothing is read. Confined to one thread and one list.
 */
final class LevelListReader {
  /** The columns of its tables. */
  static final List<String> TITLES =
      List.of(
          IndicatorRole.LEVEL1.title(),
          IndicatorRole.LEVEL2.title(),
          IndicatorRole.LEVEL3.title(),
          IndicatorRole.TARGET.title(),
          IndicatorRole.WEIGHT.title());

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(LevelListReader.class);
  private static final Pattern MARK = PATTERNS.get("level-list-mark");
  private static final Pattern BRACKETS = Pattern.compile("^[【\\[](.*)[】\\]]$");
  private static final Pattern LEVELS_BESIDE_EACH_OTHER = PATTERNS.get("levels-beside-each-other");
  private static final Pattern ITEM = PATTERNS.get("indicator-with-target");
  private static final Pattern ITEM_END = Pattern.compile("[；;]\\s*(?=\\S)");
  private static final Pattern NIL = PATTERNS.get("no-target");
  private static final Pattern RESULT = PATTERNS.get("result-in-target");
  private static final Pattern MEASURED = PATTERNS.get("measured-target");
  private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九十]+|\\d+");
  private static final String OUTPUT = "产出指标";
  private static final String SATISFACTION = "满意度指标";
  private static final int MIN_INDICATORS = 3;
  private static final int MIN_LEVELS = 2;

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<String> secondLevels = new HashSet<>();
  private final Map<String, Boolean> firstByMark = new HashMap<>();
  private String firstLevelName = "";
  private String secondLevelName = "";
  private boolean doubtful;

  private LevelListReader() {}

  /**
   * The indicators of the list that begins on a line; null if the line is no level's name, if there
   * are fewer than {@link #MIN_INDICATORS} indicators or {@link #MIN_LEVELS} levels, if fewer than
   * half of the targets can be measured, or if a line is none of a list.
   *
   * @param lines the lines, with an empty line in place of each block that is not text
   */
  static @Nullable TableMatch readAt(List<String> lines, int at) {
    LevelListReader reader = new LevelListReader();
    int last = at;
    for (int i = at; i < lines.size() && reader.readLine(lines.get(i)); i++) {
      last = i;
    }
    return reader.isList() ? new TableMatch(at, last + 1, reader.table()) : null;
  }

  private List<List<String>> table() {
    List<List<String>> table = new ArrayList<>(List.of(TITLES));
    table.addAll(rows);
    return table;
  }

  private boolean isList() {
    long measured = rows.stream().filter(row -> MEASURED.matcher(row.get(3)).find()).count();
    return !doubtful
        && rows.size() >= MIN_INDICATORS
        && secondLevels.size() >= MIN_LEVELS
        && 2 * measured >= rows.size();
  }

  /** Reads a level's name or indicators; false if the line is neither. */
  private boolean readLine(String line) {
    String text = line.strip();
    if (readLevels(text)) {
      return true;
    }
    if ((firstLevelName.isEmpty() && secondLevelName.isEmpty())
        || PerformanceFormRowClassifier.isEndOfIndicators(text)) {
      return false;
    }
    List<Matcher> items = Arrays.stream(ITEM_END.split(text)).map(ITEM::matcher).toList();
    if (!items.stream().allMatch(Matcher::matches)) {
      return false;
    }
    items.forEach(this::addRow);
    return true;
  }

  private void addRow(Matcher item) {
    String target = item.group("target").strip();
    if (NIL.matcher(target).matches()) {
      return;
    }
    doubtful |= RESULT.matcher(target).find() || RESULT.matcher(item.group("name")).find();
    String points = item.group("points");
    secondLevels.add(secondLevelName);
    rows.add(
        List.of(
            firstLevelName,
            secondLevelName,
            item.group("name").strip(),
            target,
            points == null ? "" : points));
  }

  /** Reads a line of the names of one level or two; false if it is none. */
  private boolean readLevels(String text) {
    Matcher mark = MARK.matcher(text);
    int start = mark.lookingAt() ? mark.end() : 0;
    String kind = NUMERAL.matcher(text.substring(0, start)).replaceAll("#");
    kind +=
        start > 0 && "一二三四五六七八九十".indexOf(text.replaceAll("^[（(]", "").charAt(0)) >= 0 ? "han" : "";
    String[] halves = text.substring(start).split("[:：]", 2);
    if (halves.length > 1 && !halves[1].isBlank() && !NIL.matcher(halves[1].strip()).matches()) {
      return false;
    }
    String printed = BRACKETS.matcher(halves[0].strip()).replaceFirst("$1");
    List<String> names =
        Arrays.stream(LEVELS_BESIDE_EACH_OTHER.split(printed))
            .map(IndicatorLevelNames::withoutPoints)
            .toList();
    if (names.size() > 2 || !names.stream().allMatch(IndicatorLevelNames::isOnlyLevelName)) {
      return false;
    }
    if (names.size() == 2) {
      firstLevelName = names.getFirst();
      secondLevelName = names.getLast();
    } else if (isFirst(names.getFirst(), kind)) {
      firstByMark.put(kind, true);
      firstLevelName = names.getFirst();
      secondLevelName = "";
    } else {
      firstByMark.put(kind, false);
      secondLevelName = names.getFirst();
    }
    return true;
  }

  /**
   * Whether a name is that of a first level. A name of either level is of the level whose names
   * have the same kind of list numbers. Without numbers it begins a first level, except 成本指标 below
   * 产出指标 and the kinds of 满意度指标.
   */
  private boolean isFirst(String name, String kind) {
    boolean first = IndicatorLevelNames.isFirstLevel(name);
    boolean second = IndicatorLevelNames.isSecondLevel(name);
    if (first != second) {
      return first;
    }
    Boolean known = kind.isEmpty() ? null : firstByMark.get(kind);
    boolean inside =
        firstLevelName.equals(SATISFACTION)
            || (firstLevelName.equals(OUTPUT) && !name.endsWith(SATISFACTION));
    return known != null ? known : !inside;
  }
}
