package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.CostTables;
import org.mingzhang.structure.lattice.FormTitles;
import org.mingzhang.structure.lattice.Layout;
import org.mingzhang.structure.lattice.Separator;

/**
 * Reads a line that holds a whole form with nothing between its cells: cut where cells may end, at
 * known words, where the kind of characters changes, and between digits. Blanks in it are line
 * breaks of narrow cells.
 */
final class GluedChunks {
  /** The titles of two levels without blanks between them; garbled copies lose the first level. */
  private static final Pattern TITLES = Pattern.compile("[一二]\\s*级\\s*指\\s*标[二三]\\s*级");

  /** The first title of a header: of a level, not behind that of another. */
  private static final Pattern FIRST_TITLE = Pattern.compile("一级指标|(?<!一级指标)二级指标(?=三级)");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");
  private static final Pattern LEVEL = Pattern.compile(words("LEVEL") + "(?:[（(]\\d{1,3}分?[）)])?");

  private static final Pattern WORD = Pattern.compile(words("WORD"));
  private static final Pattern GRADE = Pattern.compile(words("GRADE"));
  private static final Pattern GRADES = Pattern.compile(words("GRADE") + "+(?!\\p{IsHan})");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:20\\d\\d年)?(?:1[0-2]|(?<!\\d)[1-9])月(?:底|末|份|\\d{1,2}日)(?:之?前|以前)?(?:完成|到位|验收|竣工)?|20\\d\\d年(?:底|末)?(?:之?前)?(?:完成)?");
  private static final Pattern TWICE = Pattern.compile("([\\p{IsHan}、，]{2,16})\\1");
  private static final Pattern UNIT =
      Pattern.compile("\\G(?:[万亿千百]?" + words("UNIT") + "(?:/" + words("PER") + ")*)");

  private GluedChunks() {}

  /** The words of a kind in {@code glued-words.tsv}, one of which is to be found. */
  private static String words(String kind) {
    return CostTables.rows("glued-words.tsv").stream()
        .filter(row -> row.getFirst().equals(kind))
        .map(row -> row.get(1))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Names of a level and of a kind below it with nothing between them begin the rows of a form. */
  private static final Pattern ROWS =
      Pattern.compile(
          "^(?:产出|成本|效益|满意度)指标(?:[（(]\\d{1,3}分?[）)])?(?:数量|质量|时效|成本|(?:经济|社会|生态环境)成本|(?:经济|社会|生态)效益|可持续影响|服务对象满意度)指标");

  /** What the columns of such rows hold where no titles are printed; as few as forms have. */
  private static final String IMPLIED_TITLES = "一级指标二级指标三级指标指标值分值";

  private static final int FEWEST_LEVELS = 4;

  private static final Pattern HEADER = Pattern.compile("[一二]级(?:绩效)?指标[二三]级");
  private static final int FEWEST_TITLES = 4;

  /** The name of a level, or of one and of a kind below it, begins the first row of a form. */
  private static final Pattern FIRST_ROW =
      Pattern.compile(
          "(?:产出|成本|效益|满意度)(?:指标)?(?:[（(]\\d{1,3}分?[）)])?(?:数量|质量|时效|\\p{IsHan}{2,6}(?:成本|效益|指标))");

  private static final Pattern PART = Pattern.compile("[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+部分|附件");
  private static final Pattern VALUED = Pattern.compile("\\d");

  /** A row with remarks is not longer. */
  private static final int LONGEST_ROW = 160;

  /** Lines without a digit between two rows: ends of wrapped cells, rows with words for targets. */
  private static final int MOST_TAILS = 2;

  /**
   * Whether a line is the titles of a form whose rows stand glued together on the next: then both
   * are one text.
   */
  static boolean headsRows(String line, String next) {
    return next.contains("指") && titles(line) && rows(tight(next));
  }

  /**
   * Index behind the last of the lines that are rows, each glued together, below the line of their
   * titles; the index of the titles where there are none.
   */
  static int endOfRows(List<String> lines, int titles) {
    int end = titles;
    if (titles + 1 >= lines.size()
        || !FIRST_ROW.matcher(tight(lines.get(titles + 1))).lookingAt()
        || !titles(lines.get(titles))) {
      return titles;
    }
    for (int at = titles + 1; at < lines.size() && at <= end + MOST_TAILS + 1; at++) {
      String line = tight(lines.get(at));
      if (line.length() > LONGEST_ROW || line.endsWith("。") || PART.matcher(line).lookingAt()) {
        break;
      }
      end = VALUED.matcher(line).find() ? at : Math.max(end, titles);
    }
    return end == titles ? titles : end + 1;
  }

  /** Whether a line holds the titles of a form's columns with nothing between them. */
  private static boolean titles(String line) {
    if (!line.contains("级") || BLANKS.matcher(line.strip()).results().limit(2).count() > 1) {
      return false;
    }
    String tight = tight(line);
    Matcher header = HEADER.matcher(tight);
    return header.find() && FormTitles.titles(tight, header.start()).size() >= FEWEST_TITLES;
  }

  private static String tight(String line) {
    return BLANKS.matcher(line).replaceAll("");
  }

  /** Whether a line is the rows of a form of which the titles are lost. */
  static boolean untitled(String line) {
    if (!line.contains("指")) {
      return false;
    }
    String tight = BLANKS.matcher(line).replaceAll("");
    return rows(tight) && !tight.contains("级指标");
  }

  /** Whether a text holds rows of several levels, as no line does that is a row. */
  private static boolean rows(String tight) {
    return ROWS.matcher(tight).find()
        && LEVEL.matcher(tight).results().limit(FEWEST_LEVELS).count() == FEWEST_LEVELS;
  }

  /** The chunks of such a line, below the titles that its columns can be given. */
  static LineGroup withTitles(String line, int number) {
    return of(IMPLIED_TITLES + line, number);
  }

  /** Whether a line holds a form with its cells glued: its titles stand without blanks. */
  static boolean glued(String line) {
    return TITLES.matcher(line).find();
  }

  /** The chunks of a line. */
  static LineGroup of(String line, int number) {
    return LineGroup.of(chunks(line, number), Layout.GLUED);
  }

  /** The chunks of the titles of a form and of its rows on the lines below. */
  static LineGroup ofRows(List<String> lines, int number) {
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<Chunk> line = chunks(lines.get(i), number + i);
      if (!line.isEmpty()) {
        chunks.add(line.getFirst().behind(Separator.LINE));
        chunks.addAll(line.subList(1, line.size()));
      }
    }
    return LineGroup.of(chunks, Layout.GLUED_ROWS);
  }

  private static List<Chunk> chunks(String line, int number) {
    String text = tight(line);
    List<Chunk> chunks = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Matcher first = FIRST_TITLE.matcher(text);
      int header = first.find(at) ? first.start() : -1;
      int end = header < 0 ? text.length() : header;
      pieces(text, at, end, number, chunks);
      at = end;
      for (String title : header < 0 ? List.<String>of() : FormTitles.titles(text, header)) {
        chunks.add(new Chunk(title, Separator.WORD, 0, number, at));
        at += title.length();
      }
    }
    return chunks;
  }

  private static void pieces(String text, int from, int to, int line, List<Chunk> chunks) {
    NavigableMap<Integer, Separator> cuts = cuts(text.substring(from, to));
    List<Integer> places = new ArrayList<>(cuts.keySet());
    places.add(to - from);
    int start = 0;
    Separator separator = Separator.SEAM;
    for (int place : places) {
      if (place > start) {
        String piece = text.substring(from + start, from + place);
        chunks.add(new Chunk(piece, separator, 0, line, from + start));
        start = place;
      }
      separator = cuts.getOrDefault(place, Separator.SEAM);
    }
  }

  private static NavigableMap<Integer, Separator> cuts(String text) {
    TreeMap<Integer, Separator> cuts = new TreeMap<>();
    for (int i = 1; i < text.length(); i++) {
      Separator kind = between(text, i);
      if (kind != null) {
        cuts.put(i, kind);
      }
    }
    BitSet levels = new BitSet();
    Matcher level = LEVEL.matcher(text);
    while (level.find()) {
      levels.set(level.start(), level.end());
      cut(cuts, level.start(), level.end());
    }
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      cutOutside(levels, cuts, word);
    }
    Matcher grades = GRADES.matcher(text);
    while (grades.find()) {
      Matcher grade = GRADE.matcher(text).region(grades.start(), grades.end());
      while (grade.find()) {
        cutOutside(levels, cuts, grade);
      }
    }
    Matcher date = DATE.matcher(text);
    while (date.find()) {
      cuts.subMap(date.start() + 1, date.end()).clear();
    }
    Matcher twice = TWICE.matcher(text);
    while (twice.find()) {
      cuts.put(twice.start(), Separator.WORD);
      cuts.put(twice.end(1), Separator.WORD);
      cuts.put(twice.end(), Separator.WORD);
    }
    cuts.remove(0);
    return cuts;
  }

  private static void cutOutside(
      BitSet levels, NavigableMap<Integer, Separator> cuts, Matcher found) {
    if (levels.get(found.start(), found.end()).isEmpty()) {
      cut(cuts, found.start(), found.end());
    }
  }

  private static void cut(NavigableMap<Integer, Separator> cuts, int from, int to) {
    cuts.subMap(from + 1, to).clear();
    cuts.put(from, Separator.WORD);
    cuts.put(to, Separator.WORD);
  }

  /** What stands between two characters, or null where no cell ends. */
  private static @Nullable Separator between(String text, int at) {
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    if ("、，（(：:/".indexOf(left) >= 0 || "、，）)：:/".indexOf(right) >= 0) {
      return null;
    }
    if (digit(left) && digit(right)) {
      return left == '.' || right == '.' ? null : Separator.DIGIT;
    }
    if (sign(left) && (digit(right) || sign(right))) {
      return null;
    }
    if (right == '%' || right == '％') {
      return null;
    }
    if (left == '%' || left == '％') {
      return Separator.WORD;
    }
    if (left == '无' && at > 1 && (digit(text.charAt(at - 2)) || text.charAt(at - 2) == '%')) {
      return Separator.SEAM;
    }
    if (digit(left) && UNIT.matcher(text).region(at, text.length()).lookingAt()) {
      return Separator.DIGIT;
    }
    boolean change = kind(left) != kind(right);
    return change ? Separator.SEAM : unitEnds(text, at) ? Separator.WORD : null;
  }

  /** Whether a unit after a number ends before an index. */
  private static boolean unitEnds(String text, int at) {
    for (int from = Math.max(1, at - 5); from < at; from++) {
      Matcher unit = UNIT.matcher(text).region(from, text.length());
      if (digit(text.charAt(from - 1)) && unit.lookingAt() && unit.end() == at) {
        return true;
      }
    }
    return false;
  }

  private static int kind(char c) {
    return digit(c) || c == '%' || c == '％' ? 0 : sign(c) ? 1 : 2;
  }

  private static boolean digit(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  private static boolean sign(char c) {
    return "≥≤=＝><＞＜≧≦".indexOf(c) >= 0;
  }
}
