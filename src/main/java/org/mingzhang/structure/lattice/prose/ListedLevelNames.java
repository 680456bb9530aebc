package org.mingzhang.structure.lattice.prose;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.text.PatternTable;

/**
 * The names of the two levels that apply at a line of a list: {@code 一、产出指标} above {@code （一）数量指标}.
 * Readers of forms whose rows are lines pass each line to it and give the names to the indicators
 * below. A first level clears the second one. Before the first line with a name of a level, that
 * name is empty. Confined to one thread and one list.
 */
final class ListedLevelNames {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ListedLevelNames.class);
  private static final Pattern LIST_MARK = PATTERNS.get("level-list-mark");
  private static final Pattern BRACKETS = Pattern.compile("^[【\\[](.*)[】\\]]$");
  private static final Pattern LEVELS_BESIDE_EACH_OTHER = PATTERNS.get("levels-beside-each-other");
  private static final Pattern NO_TARGET = PATTERNS.get("no-target");
  private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九十]+|\\d+");
  private static final String OUTPUT_LEVEL = "产出指标";
  private static final String SATISFACTION_LEVEL = "满意度指标";

  private final Map<String, Boolean> isFirstLevelByMarkKind = new HashMap<>();
  private String firstLevelName = "";
  private String secondLevelName = "";

  /** Whether a line consists of the names of one or two levels. */
  static boolean isLevelLine(String line) {
    return new ListedLevelNames().tryReadLevelNames(line.strip());
  }

  /** The name of the first level; empty if there is none yet. */
  String firstLevelName() {
    return firstLevelName;
  }

  /** The name of the second level; empty if there is none yet below the first level. */
  String secondLevelName() {
    return secondLevelName;
  }

  /** Sets the name of the first level, below which there is no second level yet. */
  void beginFirstLevel(String name) {
    firstLevelName = name;
    secondLevelName = "";
  }

  /** Sets the name of the second level. */
  void beginSecondLevel(String name) {
    secondLevelName = name;
  }

  /** Reads a line of the names of one or two levels; false if it has other text. */
  boolean tryReadLevelNames(String text) {
    Matcher mark = LIST_MARK.matcher(text);
    int start = mark.lookingAt() ? mark.end() : 0;
    String markKind = NUMERAL.matcher(text.substring(0, start)).replaceAll("#");
    markKind +=
        start > 0 && "一二三四五六七八九十".indexOf(text.replaceAll("^[（(]", "").charAt(0)) >= 0 ? "han" : "";
    String[] halves = text.substring(start).split("[:：]", 2);
    if (halves.length > 1
        && !halves[1].isBlank()
        && !NO_TARGET.matcher(halves[1].strip()).matches()) {
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
      beginFirstLevel(names.getFirst());
      beginSecondLevel(names.getLast());
    } else if (isFirstLevelName(names.getFirst(), markKind)) {
      isFirstLevelByMarkKind.put(markKind, true);
      beginFirstLevel(names.getFirst());
    } else {
      isFirstLevelByMarkKind.put(markKind, false);
      beginSecondLevel(names.getFirst());
    }
    return true;
  }

  /**
   * Whether a name is that of a first level. A name that may be of either level belongs to the
   * level whose earlier names have the same kind of list number. Without a number it begins a first
   * level, except 成本指标 below 产出指标 and the kinds of 满意度指标.
   */
  private boolean isFirstLevelName(String name, String markKind) {
    boolean first = IndicatorLevelNames.isFirstLevel(name);
    boolean second = IndicatorLevelNames.isSecondLevel(name);
    if (first != second) {
      return first;
    }
    Boolean known = markKind.isEmpty() ? null : isFirstLevelByMarkKind.get(markKind);
    boolean inside =
        firstLevelName.equals(SATISFACTION_LEVEL)
            || (firstLevelName.equals(OUTPUT_LEVEL) && !name.endsWith(SATISFACTION_LEVEL));
    return known != null ? known : !inside;
  }
}
