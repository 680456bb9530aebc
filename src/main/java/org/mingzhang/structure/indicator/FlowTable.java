package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form in which each line is a row and blanks part the cells. Levels that hold on from the
 * row above and notes that nobody wrote leave no trace in a line; which cells are missing is told
 * by their number, by the names of levels and by where points stand. If one line fits no way, all
 * of it is left to {@link FlowRow}, which reads wrapped cells.
 */
final class FlowTable {
  private static final Pattern POINTS = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?|[—-]+");
  private static final Pattern LABEL = Pattern.compile("(年度|项目)?绩效指标");

  /** A digit outside of the brackets that hold a level's points. */
  private static final Pattern NUMBER_INSIDE = Pattern.compile(".*\\d[^）)]*");

  private static final Set<IndicatorRole> LEVELS =
      Set.of(IndicatorRole.LEVEL1, IndicatorRole.LEVEL2);

  private final List<IndicatorRole> roles;

  FlowTable(FlowHeader header) {
    this.roles = header.roles();
  }

  /** Whether a cell holds points and nothing else. */
  static boolean points(String text) {
    return POINTS.matcher(text).matches();
  }

  /** The rows in the order of the columns; empty unless every line is one. */
  List<List<String>> rows(List<FlowLine> lines) {
    List<List<String>> rows = new ArrayList<>();
    for (FlowLine line : lines) {
      List<String> row = row(line.words());
      row = row == null ? row(line.pieces()) : row;
      if (row == null) {
        return List.of();
      }
      rows.add(row);
    }
    return rows;
  }

  private @Nullable List<String> row(List<String> cells) {
    List<String> own =
        LABEL.matcher(cells.getFirst()).matches() ? cells.subList(1, cells.size()) : cells;
    return missing().stream()
        .filter(missing -> roles.size() - missing.size() == own.size())
        .map(missing -> fill(own, missing))
        .filter(this::plausible)
        .max(Comparator.comparingInt(this::levelsInPlace))
        .orElse(null);
  }

  /** Which columns may be missing in a line, none first. */
  private List<Set<IndicatorRole>> missing() {
    List<Set<IndicatorRole>> all = new ArrayList<>();
    for (Set<IndicatorRole> levels :
        List.of(Set.<IndicatorRole>of(), Set.of(IndicatorRole.LEVEL1), LEVELS)) {
      if (roles.containsAll(levels)) {
        all.add(levels);
        if (roles.contains(IndicatorRole.NOTE)) {
          List<IndicatorRole> more = new ArrayList<>(levels);
          more.add(IndicatorRole.NOTE);
          all.add(Set.copyOf(more));
        }
      }
    }
    return all;
  }

  private List<String> fill(List<String> cells, Set<IndicatorRole> missing) {
    List<String> row = new ArrayList<>();
    int at = 0;
    for (IndicatorRole role : roles) {
      row.add(missing.contains(role) ? "" : cells.get(at++));
    }
    return row;
  }

  private boolean plausible(List<String> row) {
    for (int i = 0; i < row.size(); i++) {
      String text = row.get(i);
      boolean fits =
          switch (roles.get(i)) {
            case WEIGHT, SCORE -> points(text);
            case LEVEL1, LEVEL2 -> !NUMBER_INSIDE.matcher(text).matches();
            default -> true;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** How well levels stand where names of levels are to stand, and names where they are not. */
  private int levelsInPlace(List<String> row) {
    int sum = 0;
    for (int i = 0; i < row.size(); i++) {
      String text = row.get(i);
      boolean first = LevelWords.first(text);
      boolean second = LevelWords.second(text);
      sum +=
          switch (roles.get(i)) {
            case LEVEL1 -> first ? 3 : text.isEmpty() ? 0 : -1;
            case LEVEL2 -> second ? 3 : text.isEmpty() ? 0 : first ? -2 : -1;
            case LEVEL3 -> first || second ? -1 : 0;
            default -> 0;
          };
    }
    return sum;
  }
}
