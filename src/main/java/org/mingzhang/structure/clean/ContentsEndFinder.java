package org.mingzhang.structure.clean;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Block;
import org.mingzhang.text.Spacing;

/** Finds the end of a contents page that has a title but neither leaders nor declared entries. */
final class ContentsEndFinder {
  private static final Pattern PAGED =
      Pattern.compile(".*\\p{IsHan}.*?(?:\\s+[-—–]?\\s*|[（(])(\\d{1,3})[）)]?\\s*[-—–]?\\s*");
  private static final String FIRST_PART = "第一部分";
  private static final Pattern FIRST_NUMERAL =
      Pattern.compile("第一(?:部分|章|节|编|篇)|一[、.．]|[（(][一1][）)]|1[.．、]");

  private static final Pattern SECOND_NUMERAL = Pattern.compile("二[、.．]|[（(][二2][）)]|2[.．、]");

  /** The least number of entries; fewer lines may be a cover before the first part. */
  private static final int FEWEST = 3;

  /** The first line of a body that contents pages do not list. */
  private static final Pattern PREFACE = Pattern.compile("前言|引言|导言|导语|序言");

  /** Shorter titles may recur by chance. */
  private static final int SHORTEST_KEY = 3;

  /** Two lines of at least this length together are a title even without its number. */
  private static final int SHORTEST_JOINED = 6;

  /** The largest number of paragraphs before the first section. */
  private static final int LONGEST_INTRODUCTION = 5;

  /** The number of recurring titles that is not chance, even if tables do not recur. */
  private static final int MANY = 5;

  private ContentsEndFinder() {}

  /** Index after the last entry, where those up to {@code marked} are certain. */
  static int findAfterMarked(List<Block> blocks, int start, int marked) {
    int run = run(blocks, marked);
    return Math.max(marked, findBodyStart(blocks, start, run));
  }

  private static int run(List<Block> blocks, int start) {
    int run = start;
    while (run < blocks.size() && ContentsLine.isEntry(ContentsLine.text(blocks, run))) {
      run++;
    }
    return run;
  }

  /** Index after the last entry; the start itself if no end is certain. */
  static int find(List<Block> blocks, int start) {
    int run = run(blocks, start);
    int restart = findRestart(blocks, start, run);
    int again = findBodyStart(blocks, start, run);
    if (again > start) {
      return restart > start ? Math.min(again, restart) : again;
    }
    if (restart - start >= FEWEST || run == start) {
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
    int paged = findPagedEnd(blocks, start, run);
    return paged > start ? paged : findRepeatedEnd(blocks, start, run);
  }

  /** Index after the entries of the first page and those that recur later. */
  private static int findRepeatedEnd(List<Block> blocks, int start, int run) {
    int end = start;
    while (end < run && blocks.get(end).page() == blocks.get(start).page()) {
      end++;
    }
    while (end < run && recurs(blocks, end + 1, ContentsLine.key(ContentsLine.text(blocks, end)))) {
      end++;
    }
    int repeated = 0;
    for (int i = start; i < end; i++) {
      repeated += recurs(blocks, end, ContentsLine.key(ContentsLine.text(blocks, i))) ? 1 : 0;
    }
    boolean most = repeated * 2 >= end - start && repeated >= 2;
    boolean many = repeated * 3 >= end - start && repeated >= MANY;
    return most || many ? end : start;
  }

  /** Index of a line such as 前言 after several numbered entries; the start if there is none. */
  private static int findPreface(List<Block> blocks, int start, int run) {
    int numbered = 0;
    for (int i = start; i < run; i++) {
      String line = Spacing.remove(ContentsLine.text(blocks, i));
      if (PREFACE.matcher(line).matches()) {
        return numbered >= 4 ? i : start;
      }
      numbered += ContentsLine.isNumbered(line) ? 1 : 0;
    }
    return start;
  }

  /**
   * Index after the last numbered entry where an introductory sentence follows the contents
   * (按照预算法要求，现公开如下) and then one of the entries recurs; otherwise the start.
   */
  private static int findEndBeforeIntroduction(List<Block> blocks, int start, int run) {
    int last = run;
    while (last > start && !ContentsLine.isNumbered(ContentsLine.text(blocks, last - 1))) {
      last--;
    }
    for (int i = run; i < Math.min(blocks.size(), run + LONGEST_INTRODUCTION); i++) {
      String text = ContentsLine.text(blocks, i);
      if (!ContentsLine.isNumbered(text) || !ContentsLine.isEntry(text)) {
        continue;
      }
      if (isListed(blocks, start, last, text)) {
        return last - start > MANY ? last : start;
      }
    }
    return start;
  }

  /** Whether an entry has the title of a line, possibly with another numeral: 1、 for 一、. */
  private static boolean isListed(List<Block> blocks, int start, int last, String text) {
    String key = ContentsLine.key(text);
    return key.length() >= SHORTEST_KEY
        && IntStream.range(start, last)
            .anyMatch(entry -> ContentsLine.key(ContentsLine.text(blocks, entry)).equals(key));
  }

  /**
   * Index of the line that repeats the numeral of the first entry, or its title as a first part,
   * since numbering within contents never restarts; -1 where there is none.
   */
  private static int findRestart(List<Block> blocks, int start, int run) {
    String first = ContentsLine.text(blocks, start);
    String numeral = toFirstNumeral(ContentsLine.numeral(first));
    boolean numbered = FIRST_NUMERAL.matcher(numeral).matches();
    for (int i = start + 2; i < run; i++) {
      String text = ContentsLine.text(blocks, i);
      String again = ContentsLine.numeral(text);
      boolean part = again.equals(FIRST_PART) && (!numbered || haveSimilarKeys(first, text));
      if (part || (numbered && again.equals(numeral))) {
        String before = ContentsLine.numeral(ContentsLine.text(blocks, i - 1));
        return before.equals(FIRST_PART) ? i - 1 : i;
      }
    }
    return numeral.equals(FIRST_PART) ? findSectionRestart(blocks, start, run) : -1;
  }

  /** Index of a second 一、 within one part, where a body without parts begins. */
  private static int findSectionRestart(List<Block> blocks, int start, int run) {
    boolean begun = false;
    for (int i = start; i < run; i++) {
      String numeral = ContentsLine.numeral(ContentsLine.text(blocks, i));
      if (begun && numeral.equals("一、")) {
        return i;
      }
      begun = numeral.equals("一、") || (begun && !numeral.endsWith("部分"));
    }
    return -1;
  }

  /** The first numeral before a second one, since contents may have lost their first entry. */
  private static String toFirstNumeral(String numeral) {
    return SECOND_NUMERAL.matcher(numeral).matches()
        ? numeral.replace('二', '一').replace('2', '1')
        : numeral;
  }

  private static boolean haveSimilarKeys(String entry, String text) {
    String one = ContentsLine.key(entry);
    String other = ContentsLine.key(text);
    return one.endsWith(other) || other.endsWith(one);
  }

  /** Index after a run of titles most of which end in ascending page numbers. */
  private static int findPagedEnd(List<Block> blocks, int start, int run) {
    int end = start;
    int page = 0;
    int paged = 0;
    for (int i = start; i < run; i++) {
      Matcher number = PAGED.matcher(ContentsLine.text(blocks, i));
      if (number.matches() && Integer.parseInt(number.group(1)) >= page) {
        page = Integer.parseInt(number.group(1));
        paged++;
        end = i + 1;
      }
    }
    return paged >= 3 && paged * 10 >= (end - start) * 6 ? end : start;
  }

  /**
   * Index of the body's first line, derived from the first entry that recurs: it lies as far before
   * the recurrence as the entry lies after the first one; -1 if none recurs.
   */
  private static int findBodyStart(List<Block> blocks, int start, int end) {
    for (int i = start + 1; i <= Math.min(end, blocks.size() - 1); i++) {
      for (int entry = start; entry < i; entry++) {
        int body = i - (entry - start);
        boolean itself = entry == i - 1 && ContentsLine.isLabelledTitle(blocks, i);
        if (body > entry
            && !itself
            && repeats(ContentsLine.text(blocks, entry), ContentsLine.text(blocks, i))) {
          return includeFirstHalf(blocks, start, body);
        }
      }
    }
    return -1;
  }

  /** The body's first line, or the line before where the first title is broken over two lines. */
  private static int includeFirstHalf(List<Block> blocks, int start, int body) {
    String first = Spacing.remove(ContentsLine.withoutTrailer(ContentsLine.text(blocks, start)));
    String joined =
        Spacing.remove(ContentsLine.text(blocks, body - 1) + ContentsLine.text(blocks, body));
    boolean broken =
        body - 1 > start
            && !ContentsLine.areSame(first, ContentsLine.text(blocks, body))
            && joined.length() >= SHORTEST_JOINED
            && first.endsWith(joined);
    return broken ? body - 1 : body;
  }

  private static boolean repeats(String entry, String text) {
    String key = ContentsLine.key(entry);
    String numeral = ContentsLine.numeral(text);
    return ContentsLine.areSame(ContentsLine.withoutTrailer(entry), text)
        || (key.length() >= 4
            && ContentsLine.key(text).endsWith(key)
            && (numeral.isEmpty() || numeral.equals(ContentsLine.numeral(entry))));
  }

  private static boolean recurs(List<Block> blocks, int from, String key) {
    for (int i = from; i < blocks.size(); i++) {
      String text = ContentsLine.text(blocks, i);
      if (key.length() >= 3 && ContentsLine.isEntry(text) && ContentsLine.key(text).endsWith(key)) {
        return true;
      }
    }
    return false;
  }
}
