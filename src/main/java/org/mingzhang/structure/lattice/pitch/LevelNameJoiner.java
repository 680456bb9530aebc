package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.LevelWords;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.CostModel;

/**
 * Joins the lines of a column of level names into whole names, by dynamic programming. Stateless.
 */
final class LevelNameJoiner {
  private static final int MAX_PARTS = 7;
  private static final Pattern NAMED = Pattern.compile("\\p{IsHan}{2,14}(?:指标|目标|满意度)");
  private static final Pattern NAME_ENDING = Pattern.compile("(?:指?标|度|[（(]\\d).*");

  private LevelNameJoiner() {}

  /**
   * The name of a level.
   *
   * @param text its text
   * @param first its first line
   * @param last its last line
   */
  record Name(String text, int first, int last) {
    double middle() {
      return (first + last) / 2.0;
    }
  }

  /** The names in the last column of levels; empty if there is no column of levels. */
  static List<Name> findLowestNames(FixedPitchTableBody body) {
    int lowest = -1;
    for (int c = 0; c < body.columns().size(); c++) {
      lowest = FormRowCosts.isRowColumn(body.columns().get(c)) ? lowest : c;
    }
    return lowest < 0 ? List.of() : findNames(body, lowest);
  }

  /** The names in a column. */
  static List<Name> findNames(FixedPitchTableBody body, int column) {
    List<Name> parts = new ArrayList<>();
    for (int line = 0; line < body.size(); line++) {
      if (!body.text(line, column).isEmpty()) {
        parts.add(new Name(body.text(line, column), line, line));
      }
    }
    ColumnType type = body.columns().get(column).type();
    double[] cost = new double[parts.size() + 1];
    int[] from = new int[parts.size() + 1];
    Arrays.fill(cost, CostModel.NEVER);
    cost[0] = 0;
    for (int to = 1; to <= parts.size(); to++) {
      for (int start = Math.max(0, to - MAX_PARTS); start < to; start++) {
        double sum = cost[start] + cost(parts.subList(start, to), type);
        if (sum < cost[to]) {
          cost[to] = sum;
          from[to] = start;
        }
      }
    }
    List<Name> names = new ArrayList<>();
    for (int to = parts.size(); to > 0; to = from[to]) {
      names.add(join(parts.subList(from[to], to)));
    }
    Collections.reverse(names);
    return names;
  }

  private static Name join(List<Name> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.text()));
    return new Name(text.toString(), parts.getFirst().first(), parts.getLast().last());
  }

  private static double cost(List<Name> parts, ColumnType type) {
    Name name = join(parts);
    String text = name.text();
    int blank = name.last() - name.first() + 1 - parts.size();
    double sum = CostModel.limit("row") + blank * CostModel.limit("pitch_skipped_line");
    sum += CellWrapCosts.hasUnpairedBrackets(text) ? CostModel.limit("open_bracket") : 0;
    sum += NAME_ENDING.matcher(text).matches() ? CostModel.limit("level_inside") : 0;
    boolean own =
        type == ColumnType.LEVEL1 ? LevelWords.isFirstLevel(text) : LevelWords.isSecondLevel(text);
    if (own || LevelWords.isFirstOrSecondLevel(text)) {
      return sum;
    }
    if (LevelWords.isFirstLevel(text) || LevelWords.isSecondLevel(text)) {
      return sum + CostModel.limit("pitch_other_level");
    }
    boolean named = NAMED.matcher(LevelWords.withoutPoints(text)).matches();
    return sum + CostModel.limit(named ? "pitch_named_level" : "pitch_unknown_level");
  }
}
