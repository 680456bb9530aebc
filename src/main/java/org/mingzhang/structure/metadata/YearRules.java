package org.mingzhang.structure.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.Years;

/**
 * Determines the fiscal year from title, cover, majority of headings, majority of sentences about
 * accounts, and file name, in this order.
 *
 * <p>Neither the first nor the latest year in the text is reliable: comparisons name the year
 * before, publication dates the year after, and glossaries the years of laws.
 */
final class YearRules {
  private static final Pattern SUBJECT =
      Pattern.compile(
          "^.{0,14}?(?:决算|预算|收入|支出|收支|绩效|自评|概况|情况说明|债务|债券|^金额单位|^单位：|财政项目|财政\\p{IsHan}{0,4}资金)");

  /** An evaluated year after 对, which is not a comparison: 对2021年专项经费绩效情况进行评价. */
  private static final Pattern EVALUATED = Pattern.compile("^[^，。；]{0,24}?(?:绩效|评价|自评)");

  private static final Pattern STAMP = Pattern.compile("^（?20\\d\\d年度）?$");

  /** A year alone without 年度, used where nothing else gives a year. */
  private static final Pattern BARE_STAMP = Pattern.compile("^（?20\\d\\d年度?）?$");

  private static final Pattern OPENING =
      Pattern.compile("^[^，。；]{0,14}?(?:财政|收支|经费|预算|决算|债务|债券|资金|补贴|补助)[^，。；]{0,24}$");

  /**
   * Number of characters after a year in which its subject is searched; longer than all patterns.
   */
  private static final int SUBJECT_WITHIN = 64;

  /** Number of characters kept as evidence on each side of a year. */
  private static final int QUOTED = 100;

  /** Number of lines of the head of a form that has a heading above it. */
  private static final int FORM_HEAD = 40;

  /** Text after the first of several years in a row, 2020年至2022年, of which the last counts. */
  private static final Pattern RANGE_BEGINS = Pattern.compile("[至到~～－—-]+20\\d\\d");

  /** Number of characters before a year in which the beginning of a range is searched. */
  private static final int RANGE_WITHIN = 12;

  private static final Pattern RANGE_ENDS = Pattern.compile("20\\d\\d年?度?[至到~～－—-]+$");

  private static final String COMPARED = "与比较同至自从对截";

  /** The fiscal year; null if no rule determines it. */
  @Nullable Claim<Integer> decide(
      DocumentWords words, @Nullable Claim<ParsedTitle> title, ParsedTitle fileName) {
    if (title != null && title.value().year() != null) {
      return title.withValue(title.value().year());
    }
    Claim<Integer> stamp = findStampedYear(words.cover(), STAMP);
    if (stamp != null) {
      return stamp;
    }
    Claim<Integer> cover = findMajority("cover", words.cover(), y -> true);
    if (cover != null) {
      return cover;
    }
    Claim<Integer> headings = findMajority("heading-years", words.headings(), y -> true);
    if (headings != null) {
      return headings;
    }
    Claim<Integer> sentences =
        findMajority("majority-of-sentences", words.lines(), Years.Mention::fiscal);
    if (sentences == null) {
      sentences = findMajority("majority-of-sentences", words.lines(), y -> true);
    }
    if (sentences != null) {
      return sentences;
    }
    if (fileName.year() != null) {
      return new Claim<>(fileName.year(), "file-name", fileName.text(), 0);
    }
    Claim<Integer> planned = findOnlyYear(words.headings());
    if (planned != null) {
      return planned;
    }
    int head = Math.min(FORM_HEAD, words.lines().size());
    Claim<Integer> form = findStampedYear(words.lines().subList(0, head), STAMP);
    if (form != null) {
      return form;
    }
    Claim<Integer> bare = findStampedYear(words.cover(), BARE_STAMP);
    return bare != null ? bare : findInOpening(words.lines());
  }

  /** The year of a first line that reads like a title, also for some months: 2013年7月财政收支情况. */
  private static @Nullable Claim<Integer> findInOpening(List<DocumentLine> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    DocumentLine first = lines.getFirst();
    List<Years.Mention> years = Years.find(first.text());
    return years.size() == 1
            && OPENING.matcher(first.text().substring(years.getFirst().end())).find()
        ? new Claim<>(years.getFirst().year(), "first-line", first.text(), first.page())
        : null;
  }

  /** The only year that the headings name, whatever their subject: 2024年重点工作. */
  private static @Nullable Claim<Integer> findOnlyYear(List<DocumentLine> headings) {
    Claim<Integer> found = null;
    for (DocumentLine line : headings) {
      for (Years.Mention year : Years.find(line.text())) {
        if (found != null && found.value() != year.year()) {
          return null;
        }
        found = new Claim<>(year.year(), "heading-years", line.text(), line.page());
      }
    }
    return found;
  }

  /** A fiscal year on a line of its own, as forms have it below their title: （2022年度）. */
  private static @Nullable Claim<Integer> findStampedYear(List<DocumentLine> cover, Pattern form) {
    Claim<Integer> found = null;
    for (DocumentLine line : cover) {
      if (!form.matcher(line.text()).matches()) {
        continue;
      }
      int year = Years.find(line.text()).getFirst().year();
      if (found != null && found.value() != year) {
        return null;
      }
      found = new Claim<>(year, "year-of-form", line.text(), line.page());
    }
    return found;
  }

  /** The year in more than half of the mentions about accounts. */
  private static @Nullable Claim<Integer> findMajority(
      String rule, List<DocumentLine> lines, Predicate<Years.Mention> counts) {
    Map<Integer, Integer> votes = new HashMap<>();
    Map<Integer, Claim<Integer>> where = new HashMap<>();
    int all = 0;
    for (DocumentLine line : lines) {
      for (Years.Mention year : Years.find(line.text())) {
        if (!year.dated() && counts.test(year) && isAboutAccounts(line.text(), year)) {
          votes.merge(year.year(), 1, Integer::sum);
          where.computeIfAbsent(
              year.year(), y -> new Claim<>(y, rule, quoteAround(line.text(), year), line.page()));
          all++;
        }
      }
    }
    for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
      if (2 * vote.getValue() > all) {
        return where.get(vote.getKey());
      }
    }
    return null;
  }

  private static String quoteAround(String line, Years.Mention year) {
    return line.substring(
        Math.max(0, year.start() - QUOTED), Math.min(line.length(), year.end() + QUOTED));
  }

  private static boolean isAboutAccounts(String line, Years.Mention year) {
    String after = line.substring(year.end(), Math.min(line.length(), year.end() + SUBJECT_WITHIN));
    if (RANGE_BEGINS.matcher(after).lookingAt()) {
      return false;
    }
    boolean compared =
        year.start() > 0
            && COMPARED.indexOf(line.charAt(year.start() - 1)) >= 0
            && !RANGE_ENDS
                .matcher(line.substring(Math.max(0, year.start() - RANGE_WITHIN), year.start()))
                .find();
    boolean evaluated =
        compared && line.charAt(year.start() - 1) == '对' && EVALUATED.matcher(after).find();
    return (!compared || evaluated) && SUBJECT.matcher(after).find();
  }
}
