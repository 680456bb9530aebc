package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.PerformanceFormTitles;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * Splits a line that holds a whole form without separators. The chunks end where cells may end: at
 * known words, where the kind of characters changes, and between digits. Blanks in such a line are
 * line breaks of narrow cells and are ignored.
 */
final class UnseparatedFormSplitter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnseparatedFormSplitter.class);
  private static final Pattern FIRST_TITLE = PATTERNS.get("first-title");

  static final Pattern LEVEL_NAME =
      Pattern.compile(wordsPattern("LEVEL") + "(?:[（(]\\d{1,3}分?[）)])?");

  /** The full points after the name of a level or of an indicator. */
  private static final Pattern FULL_POINTS =
      Pattern.compile("(?<=\\p{IsHan})[（(]\\d{1,3}(?:\\.\\d)?分[）)](?=\\p{IsHan}|\\d)");

  private static final Pattern WORD = Pattern.compile(wordsPattern("WORD"));
  private static final Pattern GRADE = Pattern.compile(wordsPattern("GRADE"));
  private static final Pattern GRADE_RUN =
      Pattern.compile(
          wordsPattern("GRADE") + "+(?:(?!\\p{IsHan})|(?=" + wordsPattern("LEVEL") + "))");
  private static final Pattern DATE = PATTERNS.get("date");
  private static final Pattern NUMBERED_NAME = PATTERNS.get("numbered-name");
  private static final Pattern NUMBER_BETWEEN_BLANKS = Pattern.compile("(?<=\\s)\\d{2}(?=\\s|$)");
  private static final Pattern REPEATED_TEXT = PATTERNS.get("repeated-text");

  /** A unit of a target that is recognized only by its repetition after the result that follows. */
  private static final Pattern REPEATED_UNIT =
      Pattern.compile("(?<=\\d)(\\p{IsHan}{1,4})\\d[\\d.,]*\\1(?!\\p{IsHan}?\\1)");

  private static final Pattern UNIT =
      Pattern.compile(
          "\\G(?:[万亿千百]?" + wordsPattern("UNIT") + "(?:/" + wordsPattern("PER") + ")*)");

  private UnseparatedFormSplitter() {}

  private static List<String> requireValidRow(List<String> row) {
    TsvResource.requireKeyword(row.get(0), "LEVEL", "WORD", "GRADE", "UNIT", "PER");
    Pattern.compile(row.get(1));
    return row;
  }

  /** A pattern that matches any of the words of a kind in {@code unseparated-words.tsv}. */
  private static String wordsPattern(String kind) {
    return TsvResource.parseRows(
            ColumnType.class, "unseparated-words.tsv", 3, UnseparatedFormSplitter::requireValidRow)
        .stream()
        .filter(row -> row.getFirst().equals(kind))
        .map(row -> row.get(1))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** The titles assumed for rows that were printed without titles; every form has them. */
  private static final String IMPLIED_TITLES = "一级指标二级指标三级指标指标值分值";

  /** The chunks of rows without titles, preceded by the assumed titles. */
  static ChunkSequence splitWithImpliedTitles(String line, int lineIndex) {
    return split(IMPLIED_TITLES + line, lineIndex);
  }

  /** Splits one line into the chunks of a form. */
  static ChunkSequence split(String line, int lineIndex) {
    return ChunkSequence.create(splitLine(line, lineIndex), TextTableLayout.UNSEPARATED);
  }

  /** Splits a line of titles and the rows on the lines below it into chunks. */
  static ChunkSequence splitRows(List<String> lines, int firstLine) {
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<Chunk> line = splitLine(lines.get(i), firstLine + i);
      if (!line.isEmpty()) {
        chunks.add(line.getFirst().withSeparator(Separator.LINE_BREAK));
        chunks.addAll(line.subList(1, line.size()));
      }
    }
    return ChunkSequence.create(chunks, TextTableLayout.UNSEPARATED_ROWS);
  }

  private static List<Chunk> splitLine(String line, int lineIndex) {
    String text = LineText.removeBlanks(line);
    BitSet inside = offsetsInsideNumbersBetweenBlanks(line);
    List<Chunk> chunks = new ArrayList<>();
    boolean signs = false;
    int at = 0;
    while (at < text.length()) {
      Matcher first = FIRST_TITLE.matcher(text);
      int header = first.find(at) ? first.start() : -1;
      int end = header < 0 ? text.length() : header;
      NavigableMap<Integer, Separator> cuts = findCellBoundaries(text.substring(at, end));
      int start = at;
      cuts.keySet().removeIf(cut -> inside.get(start + cut));
      addChunks(text.substring(at, end), cuts, at, signs, lineIndex, chunks);
      at = end;
      for (String title :
          header < 0 ? List.<String>of() : PerformanceFormTitles.splitIntoTitles(text, header)) {
        chunks.add(new Chunk(title, Separator.WORD_BOUNDARY, 0, lineIndex, at));
        signs |= IndicatorRole.findByHeading(title) == IndicatorRole.SIGN;
        at += title.length();
      }
    }
    return chunks;
  }

  /**
   * The offsets, in a line without its blanks, inside numbers of two digits that stand between
   * blanks and so are one cell.
   */
  private static BitSet offsetsInsideNumbersBetweenBlanks(String line) {
    BitSet inside = new BitSet();
    Matcher number = NUMBER_BETWEEN_BLANKS.matcher(line);
    int at = 0;
    int before = 0;
    while (number.find()) {
      before += LineText.removeBlanks(line.substring(at, number.start())).length();
      at = number.start();
      inside.set(before + 1);
    }
    return inside;
  }

  /**
   * Adds the chunks of a text without titles.
   *
   * @param cuts the offsets at which a cell may end
   * @param from index of its first character on the line
   * @param hasSignColumn whether the form has a column of comparison signs (≥), so that a sign may
   *     be parted from the number after it
   */
  private static void addChunks(
      String text,
      NavigableMap<Integer, Separator> cuts,
      int from,
      boolean hasSignColumn,
      int line,
      List<Chunk> chunks) {
    for (int i = 1; hasSignColumn && i < text.length(); i++) {
      if (isComparisonSign(text.charAt(i - 1)) && isDigit(text.charAt(i))) {
        cuts.put(i, Separator.DIGIT_BOUNDARY);
      }
    }
    List<Integer> places = new ArrayList<>(cuts.keySet());
    places.add(text.length());
    int start = 0;
    Separator separator = Separator.CHARACTER_KIND;
    for (int place : places) {
      if (place > start) {
        String piece = text.substring(start, place);
        chunks.add(new Chunk(piece, separator, 0, line, from + start));
        start = place;
      }
      separator = cuts.getOrDefault(place, Separator.CHARACTER_KIND);
    }
  }

  /** The offsets of a text at which a cell may end, each with the kind of boundary. */
  private static NavigableMap<Integer, Separator> findCellBoundaries(String text) {
    TreeMap<Integer, Separator> cuts = new TreeMap<>();
    for (int i = 1; i < text.length(); i++) {
      Separator kind = separatorBetween(text, i);
      if (kind != null) {
        cuts.put(i, kind);
      }
    }
    Matcher unit = REPEATED_UNIT.matcher(text);
    for (int at = 0; unit.find(at); at = unit.end(1)) {
      addCellBoundaries(cuts, unit.start(1), unit.end(1));
      cuts.put(unit.start(1), Separator.DIGIT_BOUNDARY);
      cuts.put(unit.end(), Separator.WORD_BOUNDARY);
    }
    BitSet levels = new BitSet();
    for (MatchResult level : findAll(LEVEL_NAME, text)) {
      levels.set(level.start(), level.end());
      addCellBoundaries(cuts, level.start(), level.end());
    }
    findAll(FULL_POINTS, text).forEach(p -> cuts.putIfAbsent(p.end(), Separator.WORD_BOUNDARY));
    findAll(WORD, text).forEach(w -> addBoundariesUnlessLevel(levels, cuts, w));
    Matcher grade = GRADE.matcher(text);
    for (MatchResult grades : findAll(GRADE_RUN, text)) {
      grade.region(grades.start(), grades.end());
      while (grade.find()) {
        addBoundariesUnlessLevel(levels, cuts, grade);
      }
    }
    removeBoundariesInsideDatesAndNumbers(text, cuts);
    Matcher twice = REPEATED_TEXT.matcher(text);
    int from = 0;
    while (twice.find(from)) {
      boolean names = !levels.get(twice.start(), twice.end()).isEmpty();
      if (!names) {
        cuts.put(twice.start(), Separator.WORD_BOUNDARY);
        cuts.put(twice.end(1), Separator.WORD_BOUNDARY);
        cuts.put(twice.end(), Separator.WORD_BOUNDARY);
      }
      from = names ? twice.start() + 1 : twice.end();
    }
    cuts.remove(0);
    return cuts;
  }

  /** Removes the boundaries inside dates and numbers before names. */
  private static void removeBoundariesInsideDatesAndNumbers(
      String text, NavigableMap<Integer, Separator> cuts) {
    for (MatchResult numbered : findAll(NUMBERED_NAME, text)) {
      cuts.subMap(numbered.start() + 1, numbered.end()).clear();
      cuts.put(numbered.start(), Separator.WORD_BOUNDARY);
    }
    for (MatchResult date : findAll(DATE, text)) {
      cuts.subMap(date.start() + 1, date.end()).clear();
      cuts.putIfAbsent(date.end(), Separator.WORD_BOUNDARY);
      cuts.computeIfPresent(
          date.start(),
          (at, kind) -> kind == Separator.DIGIT_BOUNDARY ? Separator.WORD_BOUNDARY : kind);
    }
  }

  private static List<MatchResult> findAll(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static void addBoundariesUnlessLevel(
      BitSet levels, NavigableMap<Integer, Separator> boundaries, MatchResult word) {
    if (levels.get(word.start(), word.end()).isEmpty()) {
      addCellBoundaries(boundaries, word.start(), word.end());
    }
  }

  private static void addCellBoundaries(
      NavigableMap<Integer, Separator> boundaries, int from, int to) {
    boundaries.subMap(from + 1, to).clear();
    boundaries.put(from, Separator.WORD_BOUNDARY);
    boundaries.put(to, Separator.WORD_BOUNDARY);
  }

  /** The separator between two characters, or null if no cell can end. */
  private static @Nullable Separator separatorBetween(String text, int at) {
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    if ("、，（(：:/".indexOf(left) >= 0 || "、，）)：:/".indexOf(right) >= 0) {
      return null;
    }
    if (isDigit(left) && isDigit(right)) {
      return left == '.' || right == '.' ? null : Separator.DIGIT_BOUNDARY;
    }
    if (isComparisonSign(left) && (isDigit(right) || isComparisonSign(right))) {
      return null;
    }
    if (isUnitSign(right)) {
      return null;
    }
    if (isUnitSign(left)) {
      return Separator.WORD_BOUNDARY;
    }
    if (left == '无' && at > 1 && characterKind(text.charAt(at - 2)) == 0) {
      return Separator.CHARACTER_KIND;
    }
    if (isDigit(left) && UNIT.matcher(text).region(at, text.length()).lookingAt()) {
      return Separator.DIGIT_BOUNDARY;
    }
    boolean change = characterKind(left) != characterKind(right);
    return change
        ? Separator.CHARACTER_KIND
        : isEndOfUnit(text, at) ? Separator.WORD_BOUNDARY : null;
  }

  /** Whether the unit of a number ends before an index. */
  private static boolean isEndOfUnit(String text, int at) {
    for (int from = Math.max(1, at - 5); from < at; from++) {
      Matcher unit = UNIT.matcher(text).region(from, text.length());
      if (isDigit(text.charAt(from - 1)) && unit.lookingAt() && unit.end() == at) {
        return true;
      }
    }
    return false;
  }

  private static int characterKind(char c) {
    return isDigit(c) || isUnitSign(c) ? 0 : isComparisonSign(c) ? 1 : 2;
  }

  /** Whether a character ends the number before it: a rate or a temperature. */
  private static boolean isUnitSign(char c) {
    return "%％‰℃".indexOf(c) >= 0;
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  private static boolean isComparisonSign(char c) {
    return "≥≤=＝><＞＜≧≦".indexOf(c) >= 0;
  }
}
