package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.text.PatternTable;

/** Splits lines at blanks into chunks. */
final class LineChunkSplitter {
  /**
   * A word, optionally followed by its English translation as in bilingual tables: 支出合计 total
   * expenditure.
   */
  private static final Pattern WORD =
      Pattern.compile(
          "[^\\s\\u3000\\u00a0]+(?:(?<=[\\p{IsHan}a-z）),]) {1,2}(?:[a-z]{1,20}[,.]?|&)(?= |$))*");

  /** The name of an indicator with its target and no blank between them: 讲座场次≥12场. */
  private static final Pattern NAME_WITH_TARGET =
      Pattern.compile("(\\p{IsHan}[^\\d≥≤＞＜≧≦>=<＝，。；：:（(]{2,24})([≥≤＞＜≧≦>=<＝]\\d[^≥≤，。；：:]{0,12})");

  private static final int MIN_WIDE_BLANKS = 3;
  private static final Pattern BLANK_BESIDE_DIGIT =
      Pattern.compile("(?<=\\d) (?=\\p{IsHan})|(?<=\\p{IsHan}) (?=\\d)");
  private static final Pattern DIGIT_BESIDE_HAN =
      Pattern.compile("(?<=\\d)(?=\\p{IsHan})|(?<=\\p{IsHan})(?=\\d)");
  private static final int MIN_BLANKS_BESIDE_DIGITS = 4;
  private static final Pattern INNER_BLANKS = Pattern.compile("(?<=\\S)[ \\u00a0]+(?=\\S)");

  /**
   * If only titles are separated by single blanks: minimum number of odd-length runs of blanks that
   * show that empty cells were printed as blanks.
   */
  private static final int MIN_EMPTY_RUNS = 3;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(LineChunkSplitter.class);
  private static final Pattern LETTER_SPACED_WORD = PATTERNS.get("letter-spaced-word");
  private static final Pattern BLANK_IN_NUMERAL = PATTERNS.get("blank-in-numeral");
  private static final Pattern UNIT_BELOW_TITLE = PATTERNS.get("unit-below-title");
  private static final Pattern BROKEN_CODE = PATTERNS.get("parted-code");

  /**
   * A longer title or label of a total whose characters are separated by blanks: 预 算 数（万元）, 收 入 总
   * 计.
   */
  private static final Pattern LETTER_SPACED_TITLE =
      Pattern.compile(
          "(?<=^|[\\s\\u3000\\u00a0])(?:[\\p{IsHan}&&[^类款项]]["
              + " \\u3000\\u00a0]+){2,5}[数计额称费注](?:[（(][^（()）]{1,8}[）)])?(?=$|[\\s\\u3000\\u00a0])");

  private static final Pattern BLANKS = Pattern.compile("[ \\u3000\\u00a0]+");

  private LineChunkSplitter() {}

  /** Removes the blanks inside titles, total labels, numerals and codes (项　目 becomes 项目). */
  private static List<String> removeBlanksInTitles(List<String> lines) {
    return lines.stream()
        .map(JustifiedWordJoiner::join)
        .map(line -> LETTER_SPACED_WORD.matcher(line).replaceAll("$1$2"))
        .map(line -> BLANK_IN_NUMERAL.matcher(line).replaceAll(""))
        .map(line -> BROKEN_CODE.matcher(line).replaceAll("$1$2 "))
        .map(
            line ->
                LETTER_SPACED_TITLE
                    .matcher(line)
                    .replaceAll(title -> BLANKS.matcher(title.group()).replaceAll("")))
        .toList();
  }

  /**
   * Splits lines into chunks. Blanks inside titles are removed and cells without a separator are
   * separated first, so positions refer to the changed lines. The first line gets the index {@code
   * firstLine}.
   */
  static ChunkSequence split(List<String> rawLines, int firstLine) {
    List<String> lines = UnseparatedRowSplitter.separateCells(removeBlanksInTitles(rawLines));
    return ChunkSequence.create(
        splitLines(lines, firstLine, isTypeset(lines)), TextTableLayout.ROW_PER_LINE);
  }

  private static List<Chunk> splitLines(List<String> lines, int firstLine, boolean isTypeset) {
    List<Chunk> chunks = new ArrayList<>();
    boolean printed = areEmptyCellsPrinted(lines);
    for (int i = 0; i < lines.size(); i++) {
      Matcher word = WORD.matcher(lines.get(i));
      int last = -1;
      while (word.find()) {
        int run = word.start() - last;
        boolean first = last < 0;
        int empties = !first && printed && run % 2 == 1 ? (run - 1) / 2 : 0;
        boolean wide = run >= MIN_WIDE_BLANKS && empties == 0;
        Separator separator =
            first
                ? lines.get(i).strip().length() == word.end() - word.start()
                    ? Separator.LONE_LINE
                    : Separator.LINE_BREAK
                : wide
                    ? Separator.WIDE_BLANK
                    : isTypeset && isAutoSpacing(lines.get(i), last, word.start())
                        ? Separator.AUTO_SPACING
                        : Separator.BLANK;
        addChunks(chunks, new Chunk(word.group(), separator, empties, firstLine + i, word.start()));
        last = word.end();
      }
    }
    return chunks;
  }

  /**
   * Adds a word, divided into a name and a target with its sign if no blank is between them. A unit
   * in brackets that is alone on its line belongs to the text alone on the line above, a title.
   */
  private static void addChunks(List<Chunk> chunks, Chunk word) {
    if (!chunks.isEmpty()
        && chunks.getLast().separator() == Separator.LONE_LINE
        && word.separator() == Separator.LONE_LINE
        && UNIT_BELOW_TITLE.matcher(word.text()).matches()) {
      Chunk above = chunks.removeLast();
      chunks.add(above.withText(above.text() + word.text()));
      return;
    }
    Matcher glued = NAME_WITH_TARGET.matcher(word.text());
    if (!glued.matches()) {
      chunks.add(word);
      return;
    }
    chunks.add(word.withText(glued.group(1)));
    int start = word.start() + glued.start(2);
    chunks.add(new Chunk(glued.group(2), Separator.BLANK, 0, word.line(), start));
  }

  /**
   * Splits a line that contains whole tables into chunks. In an account table, every blank
   * separates cells; in a form, blanks may come from typesetting.
   */
  static ChunkSequence splitLineOfWholeTables(String line, int lineIndex, boolean holdsForm) {
    List<String> lines = removeBlanksInTitles(List.of(line));
    return ChunkSequence.create(
        splitLines(lines, lineIndex, holdsForm && isTypeset(lines)), TextTableLayout.SINGLE_LINE);
  }

  /** Whether digits and Chinese characters are always separated by a blank, as typesetting does. */
  private static boolean isTypeset(List<String> lines) {
    long blanks =
        lines.stream().mapToLong(line -> BLANK_BESIDE_DIGIT.matcher(line).results().count()).sum();
    long tight =
        lines.stream().mapToLong(line -> DIGIT_BESIDE_HAN.matcher(line).results().count()).sum();
    return blanks >= MIN_BLANKS_BESIDE_DIGITS && tight == 0;
  }

  /** Whether a blank is between a digit and a Chinese character, where typesetting inserts one. */
  private static boolean isAutoSpacing(String line, int left, int right) {
    boolean digitLeft = Character.isDigit(line.charAt(left - 1));
    boolean digitRight = Character.isDigit(line.charAt(right));
    int other = line.charAt(digitLeft ? right : left - 1);
    return digitLeft != digitRight && Character.isIdeographic(other);
  }

  /**
   * Whether each empty cell was printed as a blank. If so, single blanks separate cells, and longer
   * runs of blanks have an odd length. If most rows have empty cells, single blanks occur between
   * titles only.
   */
  private static boolean areEmptyCellsPrinted(List<String> lines) {
    int single = 0;
    int oddRuns = 0;
    int even = 0;
    int titles = 0;
    for (String line : lines) {
      Matcher run = INNER_BLANKS.matcher(line);
      while (run.find()) {
        int length = run.end() - run.start();
        single += length == 1 ? 1 : 0;
        oddRuns += length > 1 && length % 2 == 1 && length < 16 ? 1 : 0;
        even += length > 1 && (length % 2 == 0 || length >= 16) ? 1 : 0;
      }
      titles = oddRuns == 0 ? single : titles;
    }
    boolean sparse = titles > 1 && oddRuns >= MIN_EMPTY_RUNS && even == 0;
    return oddRuns > 0 && (single > oddRuns || sparse) && even * 3 <= oddRuns;
  }
}
