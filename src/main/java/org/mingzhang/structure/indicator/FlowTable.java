package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form in which each line is a row and blanks part the cells. Levels that hold on from the
 * row above and notes that nobody wrote leave no trace in a line; which cells are missing is told
 * by their number, by the names of levels and by where points stand. If one line fits no way, all
 * of it is left to {@link FlowRow}, which reads wrapped cells.
 */
final class FlowTable {
  private static final Pattern POINTS = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?|[—/-]+");
  private static final int MOST_LEVEL_LINES = 4;

  /** Lines that nobody filled in, points whose level was lost, and the label of all rows. */
  private static final Pattern UNUSED =
      Pattern.compile("指标\\d{1,2}[:：]?|[…·.]{2,}|[（(]\\d{1,3}分?[）)]|(年度|项目)?绩效指标");

  private static final Pattern LABEL = Pattern.compile("(年度|项目)?绩效指标");

  /** A digit outside of the brackets that hold a level's points. */
  private static final Pattern NUMBER_INSIDE = Pattern.compile(".*\\d[^）)]*");

  /** A number with its sign, which names nothing. */
  private static final Pattern NUMBER = Pattern.compile("[≥≤≧≦=＝><]{0,2}\\d[\\d.,]*[万亿%]?");

  static final Set<IndicatorRole> LEVELS = Set.of(IndicatorRole.LEVEL1, IndicatorRole.LEVEL2);

  private static final Set<IndicatorRole> VALUES =
      Set.of(IndicatorRole.TARGET, IndicatorRole.ACTUAL);

  private final List<IndicatorRole> roles;
  private final int lead;
  private final int project;

  FlowTable(FlowHeader header) {
    this.roles = header.roles();
    this.lead = header.lead().size();
    this.project = Math.max(0, header.lead().indexOf("项目名称"));
  }

  /** Whether a text is the label of all rows: 绩效指标. */
  static boolean label(String text) {
    return LABEL.matcher(text).matches();
  }

  /** Whether a cell holds points and nothing else. */
  static boolean points(String text) {
    return POINTS.matcher(text).matches();
  }

  /**
   * The rows in the order of the columns; empty unless every line is one. That every row has its
   * note is believed where it lets all levels stand in their places.
   */
  List<List<String>> rows(List<FlowLine> lines) {
    List<Set<IndicatorRole>> all = missing();
    for (boolean firstLevel : new boolean[] {false, true}) {
      List<List<String>> centred = new CentredRows(this, roles, firstLevel).read(lines, all);
      if (!centred.isEmpty()) {
        return centred;
      }
    }
    List<List<String>> noted =
        rows(lines, all.stream().filter(m -> !m.contains(IndicatorRole.NOTE)).toList());
    boolean inPlace =
        noted.stream().allMatch(row -> row.size() < roles.size() || levelsInPlace(row) >= -1);
    return !noted.isEmpty() && inPlace ? noted : rows(lines, all);
  }

  /** Whether a line is none of the form's rows. */
  static boolean unused(FlowLine line) {
    return UNUSED.matcher(line.tight()).matches();
  }

  /** The words without the label of all rows before them. */
  static List<String> unlabelled(List<String> words) {
    return label(words.getFirst()) ? words.subList(1, words.size()) : words;
  }

  private List<List<String>> rows(List<FlowLine> lines, List<Set<IndicatorRole>> missing) {
    List<List<String>> rows = new ArrayList<>();
    List<String> levels = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int named = levelLines(lines, at);
      FlowLine line = lines.get(at);
      if (named > 0) {
        levels.add(tight(lines, at, named));
      } else if (!UNUSED.matcher(line.tight()).matches()) {
        List<List<String>> read = lead(joined(levels, line.words()), missing);
        read = read.isEmpty() ? lead(joined(levels, line.pieces()), missing) : read;
        if (read.isEmpty()) {
          return List.of();
        }
        rows.addAll(read);
        levels.clear();
      }
      at += Math.max(1, named);
    }
    return rows;
  }

  /** Number of lines that are nothing but the name of a level, which breaks in narrow columns. */
  private static int levelLines(List<FlowLine> lines, int from) {
    for (int n = Math.min(MOST_LEVEL_LINES, lines.size() - from); n > 0; n--) {
      String name = tight(lines, from, n);
      if (LevelWords.first(name) || LevelWords.second(name)) {
        return n;
      }
    }
    return 0;
  }

  private static String tight(List<FlowLine> lines, int from, int count) {
    return lines.subList(from, from + count).stream()
        .map(FlowLine::tight)
        .collect(Collectors.joining());
  }

  private static List<String> joined(List<String> levels, List<String> cells) {
    return Stream.concat(levels.stream(), cells.stream()).toList();
  }

  /** A row, after the line of the project it begins where cells stand before its levels. */
  private List<List<String>> lead(List<String> cells, List<Set<IndicatorRole>> missing) {
    List<String> row = row(cells, missing);
    if (row != null) {
      return List.of(row);
    }
    boolean begins = lead > 0 && cells.size() > lead;
    row = begins ? row(cells.subList(lead, cells.size()), missing) : null;
    boolean levels = row != null && LevelWords.first(row.getFirst());
    return levels ? List.of(List.of("项目名称", cells.get(project)), row) : List.of();
  }

  /** The cells of a row under their columns, or null where they fit in no way. */
  @Nullable List<String> row(List<String> cells, List<Set<IndicatorRole>> missing) {
    List<String> own = unlabelled(cells);
    return missing.stream()
        .filter(absent -> roles.size() - absent.size() == own.size())
        .map(absent -> fill(own, absent))
        .filter(this::plausible)
        .max(Comparator.comparingInt(this::levelsInPlace))
        .orElse(null);
  }

  /**
   * Which columns may be missing in a line, none first; target and result only where points tell
   * where the row ends.
   */
  private List<Set<IndicatorRole>> missing() {
    List<Set<IndicatorRole>> all = new ArrayList<>();
    boolean points = roles.contains(IndicatorRole.WEIGHT) && roles.contains(IndicatorRole.SCORE);
    for (Set<IndicatorRole> values :
        points ? List.of(Set.<IndicatorRole>of(), VALUES) : List.of(Set.<IndicatorRole>of())) {
      for (Set<IndicatorRole> levels :
          List.of(Set.<IndicatorRole>of(), Set.of(IndicatorRole.LEVEL1), LEVELS)) {
        Set<IndicatorRole> both = EnumSet.noneOf(IndicatorRole.class);
        both.addAll(values);
        both.addAll(levels);
        if (roles.containsAll(both)) {
          all.add(Set.copyOf(both));
          if (roles.contains(IndicatorRole.NOTE)) {
            both.add(IndicatorRole.NOTE);
            all.add(both);
          }
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
            case LEVEL3 -> !NUMBER.matcher(text).matches();
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
            case LEVEL2 ->
                second || LevelWords.either(text) ? 3 : text.isEmpty() ? 0 : first ? -2 : -1;
            case LEVEL3 -> first || second ? -1 : 0;
            default -> 0;
          };
    }
    return sum;
  }
}
