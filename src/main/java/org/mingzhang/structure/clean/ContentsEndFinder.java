package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Block;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Finds the end of a contents page that has a title. If no entries are declared as such or have
 * leaders, the end is inferred from entries that recur in the body, a restart of the numbering, a
 * preface, an introduction, or page numbers.
 */
final class ContentsEndFinder {
  private static final Pattern ENTRY_WITH_PAGE_NUMBER =
      Pattern.compile(".*\\p{IsHan}.*?(?:\\s+[-—–]?\\s*|[（(])(\\d{1,3})[）)]?\\s*[-—–]?\\s*");
  private static final String FIRST_PART = "第一部分";
  private static final Pattern FIRST_NUMERAL =
      Pattern.compile("第一(?:部分|章|节|编|篇)|一[、.．]|[（(][一1][）)]|1[.．、]");
  private static final Pattern SECOND_NUMERAL = Pattern.compile("二[、.．]|[（(][二2][）)]|2[.．、]");

  /** Minimum number of entries; fewer lines may be a cover. */
  private static final int MIN_ENTRIES = 3;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ContentsEndFinder.class);
  private static final Pattern PREFACE = PATTERNS.get("preface");

  /**
   * Minimum length, in characters, of a title whose recurrence counts; shorter titles may recur by
   * coincidence.
   */
  private static final int MIN_TITLE_KEY_LENGTH = 3;

  /**
   * Minimum length, in characters, of two joined lines that are taken as a title without its
   * number.
   */
  private static final int MIN_JOINED_TITLE_LENGTH = 6;

  /**
   * Number of blocks after the contents that are searched for the first section, since an
   * introduction may precede it.
   */
  private static final int MAX_INTRODUCTION_PARAGRAPHS = 5;

  /**
   * Minimum number of recurring titles that cannot be coincidence, even if the titles of tables do
   * not recur. Contents before an introduction must have more entries than this.
   */
  private static final int MIN_RECURRING_TITLES = 5;

  private ContentsEndFinder() {}

  /**
   * Finds the end of a contents page some of whose lines are certainly entries, because they are
   * declared as such or have leaders. Returns the index after the last entry.
   *
   * @param markedEnd index up to which the lines are certainly entries
   */
  static int findEndAfterMarkedEntries(List<Block> blocks, int start, int markedEnd) {
    int run = findEndOfEntryRun(blocks, markedEnd);
    return Math.max(markedEnd, findBodyStart(blocks, start, run));
  }

  private static int findEndOfEntryRun(List<Block> blocks, int start) {
    int run = start;
    while (run < blocks.size()
        && ContentsLineParser.mayBeEntry(ContentsLineParser.entryText(blocks, run))) {
      run++;
    }
    return run;
  }

  /**
   * Finds the end of a contents page: the index after its last entry, or {@code start} if no end is
   * certain.
   */
  static int find(List<Block> blocks, int start) {
    int run = findEndOfEntryRun(blocks, start);
    int restart = findNumberingRestart(blocks, start, run);
    int again = findBodyStart(blocks, start, run);
    if (again > start) {
      return restart > start ? Math.min(again, restart) : again;
    }
    if (restart - start >= MIN_ENTRIES || run == start) {
      return Math.max(start, restart);
    }
    int preface = findPreface(blocks, start, run);
    if (preface > start) {
      return preface;
    }
    int introduced = findEndBeforeIntroduction(blocks, start, run);
    if (introduced > start) {
      return introduced;
    }
    int paged = findEndOfTitlesWithPageNumbers(blocks, start, run);
    return paged > start ? paged : findEndOfRepeatedTitles(blocks, start, run);
  }

  /**
   * Index after the entries of a table of contents: all lines of the run on its first page, and the
   * following ones whose titles occur again later in the document. Returns {@code start} if too few
   * of these titles recur.
   */
  private static int findEndOfRepeatedTitles(List<Block> blocks, int start, int runEnd) {
    int end = start;
    while (end < runEnd && blocks.get(end).page() == blocks.get(start).page()) {
      end++;
    }
    while (end < runEnd
        && endsLaterTitle(
            blocks,
            end + 1,
            ContentsLineParser.titleKey(ContentsLineParser.entryText(blocks, end)))) {
      end++;
    }
    int repeated = 0;
    for (int i = start; i < end; i++) {
      repeated +=
          endsLaterTitle(
                  blocks, end, ContentsLineParser.titleKey(ContentsLineParser.entryText(blocks, i)))
              ? 1
              : 0;
    }
    boolean inMajority = repeated * 2 >= end - start && repeated >= 2;
    boolean many = repeated * 3 >= end - start && repeated >= MIN_RECURRING_TITLES;
    return inMajority || many ? end : start;
  }

  /**
   * Index of a line such as 前言 that follows several numbered entries; {@code start} if there is
   * none.
   */
  private static int findPreface(List<Block> blocks, int start, int runEnd) {
    int numbered = 0;
    for (int i = start; i < runEnd; i++) {
      String line = TypographicSpaceRemover.remove(ContentsLineParser.entryText(blocks, i));
      if (PREFACE.matcher(line).matches()) {
        return numbered >= 4 ? i : start;
      }
      numbered += ContentsLineParser.startsWithNumeral(line) ? 1 : 0;
    }
    return start;
  }

  /**
   * Index after the last numbered entry if an introductory sentence follows the contents
   * (按照预算法要求，现公开如下) and one of the entries recurs after it; otherwise {@code start}.
   */
  private static int findEndBeforeIntroduction(List<Block> blocks, int start, int runEnd) {
    int last = runEnd;
    while (last > start
        && !ContentsLineParser.startsWithNumeral(ContentsLineParser.entryText(blocks, last - 1))) {
      last--;
    }
    for (int i = runEnd; i < Math.min(blocks.size(), runEnd + MAX_INTRODUCTION_PARAGRAPHS); i++) {
      String text = ContentsLineParser.entryText(blocks, i);
      if (!ContentsLineParser.startsWithNumeral(text) || !ContentsLineParser.mayBeEntry(text)) {
        continue;
      }
      if (isTitleOfEntry(blocks, start, last, text)) {
        return last - start > MIN_RECURRING_TITLES ? last : start;
      }
    }
    return start;
  }

  /**
   * Whether one of the entries has the title of a line, possibly with another kind of numeral: 1、
   * instead of 一、.
   */
  private static boolean isTitleOfEntry(List<Block> blocks, int start, int end, String text) {
    String key = ContentsLineParser.titleKey(text);
    return key.length() >= MIN_TITLE_KEY_LENGTH
        && IntStream.range(start, end)
            .anyMatch(
                entry ->
                    ContentsLineParser.titleKey(ContentsLineParser.entryText(blocks, entry))
                        .equals(key));
  }

  /**
   * Index of the line at which the body begins because the numbering restarts there: a line with
   * the numeral of the first entry, or 第一部分; if the first entry is 第一部分, also a second 一、 within a
   * part. Returns -1 if there is none.
   */
  private static int findNumberingRestart(List<Block> blocks, int start, int runEnd) {
    String first = ContentsLineParser.entryText(blocks, start);
    String numeral = firstNumeralOfSameStyle(ContentsLineParser.leadingNumeral(first));
    boolean numbered = FIRST_NUMERAL.matcher(numeral).matches();
    for (int i = start + 2; i < runEnd; i++) {
      String text = ContentsLineParser.entryText(blocks, i);
      String again = ContentsLineParser.leadingNumeral(text);
      boolean part = again.equals(FIRST_PART) && (!numbered || haveSimilarKeys(first, text));
      if (part || (numbered && again.equals(numeral))) {
        String before =
            ContentsLineParser.leadingNumeral(ContentsLineParser.entryText(blocks, i - 1));
        return before.equals(FIRST_PART) ? i - 1 : i;
      }
    }
    return numeral.equals(FIRST_PART) ? findSectionNumberingRestart(blocks, start, runEnd) : -1;
  }

  /** Index of a second 一、 within one part, where a body without parts begins; -1 if none. */
  private static int findSectionNumberingRestart(List<Block> blocks, int start, int runEnd) {
    boolean begun = false;
    for (int i = start; i < runEnd; i++) {
      String numeral = ContentsLineParser.leadingNumeral(ContentsLineParser.entryText(blocks, i));
      if (begun && numeral.equals("一、")) {
        return i;
      }
      begun = numeral.equals("一、") || (begun && !numeral.endsWith("部分"));
    }
    return -1;
  }

  /**
   * For a second numeral (二、), the first numeral in the same style (一、), with which the body begins
   * even if the contents page has lost its first entry; any other numeral unchanged.
   */
  private static String firstNumeralOfSameStyle(String numeral) {
    return SECOND_NUMERAL.matcher(numeral).matches()
        ? numeral.replace('二', '一').replace('2', '1')
        : numeral;
  }

  private static boolean haveSimilarKeys(String entry, String text) {
    String one = ContentsLineParser.titleKey(entry);
    String other = ContentsLineParser.titleKey(text);
    return one.endsWith(other) || other.endsWith(one);
  }

  /**
   * Index after a run of titles most of which end in a page number, in ascending order; {@code
   * start} if there is no such run.
   */
  private static int findEndOfTitlesWithPageNumbers(List<Block> blocks, int start, int runEnd) {
    int end = start;
    int page = 0;
    int paged = 0;
    for (int i = start; i < runEnd; i++) {
      Matcher number = ENTRY_WITH_PAGE_NUMBER.matcher(ContentsLineParser.entryText(blocks, i));
      if (number.matches() && Integer.parseInt(number.group(1)) >= page) {
        page = Integer.parseInt(number.group(1));
        paged++;
        end = i + 1;
      }
    }
    return paged >= 3 && paged * 10 >= (end - start) * 6 ? end : start;
  }

  /**
   * Index of the body's first line, derived from the first line that repeats an entry: if n entries
   * precede that entry, the body begins n lines before its repetition. Returns -1 if no entry is
   * repeated.
   */
  private static int findBodyStart(List<Block> blocks, int start, int end) {
    List<ContentsLine> lines = new ArrayList<>();
    lines.add(ContentsLine.parse(blocks, start));
    for (int i = start + 1; i <= Math.min(end, blocks.size() - 1); i++) {
      ContentsLine line = ContentsLine.parse(blocks, i);
      for (int entry = start; entry < i; entry++) {
        int body = i - (entry - start);
        boolean itself = entry == i - 1 && ContentsLineParser.isLabeledTitle(blocks, i);
        if (body > entry && !itself && lines.get(entry - start).isRepeatedBy(line)) {
          return startOfBrokenFirstTitle(blocks, start, body);
        }
      }
      lines.add(line);
    }
    return -1;
  }

  /**
   * Index of the body's first line, or of the line before it if the body's first title is broken
   * over two lines.
   */
  private static int startOfBrokenFirstTitle(List<Block> blocks, int start, int bodyStart) {
    String first =
        TypographicSpaceRemover.remove(
            ContentsLineParser.withoutLeaderAndPageNumber(
                ContentsLineParser.entryText(blocks, start)));
    String joined =
        TypographicSpaceRemover.remove(
            ContentsLineParser.entryText(blocks, bodyStart - 1)
                + ContentsLineParser.entryText(blocks, bodyStart));
    boolean broken =
        bodyStart - 1 > start
            && !ContentsLineParser.equalsIgnoringSpace(
                first, ContentsLineParser.entryText(blocks, bodyStart))
            && joined.length() >= MIN_JOINED_TITLE_LENGTH
            && first.endsWith(joined);
    return broken ? bodyStart - 1 : bodyStart;
  }

  private static boolean endsLaterTitle(List<Block> blocks, int from, String key) {
    for (int i = from; i < blocks.size(); i++) {
      String text = ContentsLineParser.entryText(blocks, i);
      if (key.length() >= 3
          && ContentsLineParser.mayBeEntry(text)
          && ContentsLineParser.titleKey(text).endsWith(key)) {
        return true;
      }
    }
    return false;
  }
}
