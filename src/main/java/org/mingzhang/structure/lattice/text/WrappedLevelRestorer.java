package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.indicator.CellPerLineHeader;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.text.PatternTable;

/**
 * Restores the titles and the names of levels of a performance form that are broken over the lines
 * of its rows, as text recognition prints narrow cells: 一级 above 指标, 产, 出, 指 and 标 at the beginning
 * of four lines. The other words of the lines are kept, and so is the number of lines. Confined to
 * one thread and one passage.
 */
final class WrappedLevelRestorer {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(WrappedLevelRestorer.class);
  private static final Pattern BLOCK_LABEL = PATTERNS.get("form-body-chunks-label");
  private static final Pattern WHOLE_NAME_TITLE = PATTERNS.get("name");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");
  private static final String LEVEL_ENDING = "指标";
  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** Maximum number of characters of a name set from top to bottom. */
  private static final int MAX_VERTICAL_LENGTH = 6;

  /** Maximum number of characters of a piece of the label of the indicators. */
  private static final int MAX_PIECE_LENGTH = 2;

  private static final int MIN_TITLES = 4;

  private final List<List<String>> lines = new ArrayList<>();

  private WrappedLevelRestorer(List<String> printed) {
    for (String line : printed) {
      List<String> words = new ArrayList<>();
      BLANKS.splitAsStream(line.strip()).filter(word -> !word.isEmpty()).forEach(words::add);
      lines.add(words);
    }
  }

  /** The lines with whole titles and names of levels; null if there is no broken header in them. */
  static @Nullable List<String> restore(List<String> printed) {
    WrappedLevelRestorer restorer = new WrappedLevelRestorer(printed);
    Map<Integer, String> vertical = restorer.removeVerticalNames();
    int header = restorer.joinHeader();
    if (header < 0) {
      return null;
    }
    for (int at = header + 2; at + 1 < restorer.lines.size(); at++) {
      restorer.joinLevelNames(at);
    }
    vertical.forEach(restorer::insertLevelName);
    return restorer.lines.stream().map(words -> String.join(" ", words)).toList();
  }

  /**
   * Inserts the name of a level that was printed from top to bottom: at the beginning of its first
   * line if that line has the name of another level, otherwise at the beginning of its middle line,
   * because such a name is centered.
   */
  private void insertLevelName(int first, String name) {
    List<String> words = lines.get(first);
    boolean begins = !words.isEmpty() && IndicatorLevelNames.isLevelName(words.getFirst());
    lines.get(begins ? first : first + (name.length() - 1) / 2).addFirst(name);
  }

  /**
   * Removes the pieces of names set from top to bottom at the beginning of lines. Returns the
   * removed names that are levels, by the index of their first line.
   */
  private Map<Integer, String> removeVerticalNames() {
    Map<Integer, String> levels = new TreeMap<>();
    for (int at = 0; at < lines.size(); at++) {
      int end = endOfVerticalName(at);
      while (end > at) {
        StringBuilder name = new StringBuilder();
        lines.subList(at, end).forEach(line -> name.append(line.removeFirst()));
        if (IndicatorLevelNames.isLevelName(name.toString())) {
          levels.put(at, name.toString());
          break;
        }
        end = endOfVerticalName(at);
      }
    }
    return levels;
  }

  /**
   * Index after the last of the lines that begin with the characters of a level or with pieces of
   * the label of the indicators; the given index if there are none.
   */
  private int endOfVerticalName(int from) {
    StringBuilder name = new StringBuilder();
    int longest = 0;
    for (int at = from; at < lines.size() && name.length() < MAX_VERTICAL_LENGTH; at++) {
      String piece = lines.get(at).isEmpty() ? "" : lines.get(at).getFirst();
      longest = Math.max(longest, piece.length());
      if (piece.isEmpty() || longest > MAX_PIECE_LENGTH) {
        return from;
      }
      name.append(piece);
      boolean level = longest == 1 && IndicatorLevelNames.isLevelName(name.toString());
      if (at > from + 1 && (level || BLOCK_LABEL.matcher(name).matches())) {
        return at + 1;
      }
    }
    return from;
  }

  /**
   * Joins the first header whose titles are broken over two lines: each word of the lower line ends
   * a title of the upper one. Returns the index of its upper line; -1 if there is none.
   */
  private int joinHeader() {
    for (int at = 0; at + 1 < lines.size(); at++) {
      List<String> titles = joinTitles(lines.get(at), lines.get(at + 1));
      if (!titles.isEmpty()) {
        lines.set(at, titles);
        lines.set(at + 1, new ArrayList<>());
        return at;
      }
    }
    return -1;
  }

  private static List<String> joinTitles(List<String> upper, List<String> lower) {
    if (upper.size() < MIN_TITLES || lower.isEmpty() || lower.size() > upper.size()) {
      return List.of();
    }
    List<String> titles = new ArrayList<>(upper);
    int at = 0;
    for (String word : lower) {
      while (at < upper.size()
          && (WHOLE_NAME_TITLE.matcher(upper.get(at)).matches()
              || areTwoTitles(upper.get(at), word)
              || !CellPerLineHeader.isColumnTitle(upper.get(at) + word))) {
        at++;
      }
      if (at == upper.size()) {
        return List.of();
      }
      titles.set(at, upper.get(at) + word);
      at++;
    }
    boolean header =
        titles.stream().allMatch(CellPerLineHeader::isColumnTitle)
            && titles.stream().noneMatch(title -> DIGIT.matcher(title).find());
    return header ? titles : List.of();
  }

  /** Whether two titles of different roles would lose the role of the upper one if joined. */
  private static boolean areTwoTitles(String upper, String lower) {
    IndicatorRole role = IndicatorRole.findByHeading(upper);
    IndicatorRole joined = IndicatorRole.findByHeading(upper + lower);
    return role != null && role != joined && joined == IndicatorRole.findByHeading(lower);
  }

  /**
   * Joins the first words of a line with those of the next, as far as each pair is the name of a
   * level. If the line has no other words, the rest of the next line is moved to it.
   */
  private void joinLevelNames(int at) {
    List<String> upper = lines.get(at);
    List<String> lower = lines.get(at + 1);
    int count = 0;
    while (count < Math.min(2, Math.min(upper.size(), lower.size()))
        && !upper.get(count).endsWith(LEVEL_ENDING)
        && IndicatorLevelNames.isLevelName(upper.get(count) + lower.get(count))) {
      count++;
    }
    for (int i = 0; i < count; i++) {
      upper.set(i, upper.get(i) + lower.removeFirst());
    }
    if (count > 0 && upper.size() == count) {
      upper.addAll(lower);
      lower.clear();
    }
  }
}
