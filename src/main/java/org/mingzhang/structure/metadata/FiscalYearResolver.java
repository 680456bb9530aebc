package org.mingzhang.structure.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.YearFinder;

/**
 * Determines the fiscal year from title, cover, majority of headings, majority of sentences about
 * accounts, and file name, in this order; last from the only year in the headings, from lines that
 * consist of a year, and from the first line.
 *
 * <p>Neither the first nor the latest year in the text is reliable: comparisons name the year
 * before, publication dates the year after, and glossaries the years of laws.
 */
final class FiscalYearResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FiscalYearResolver.class);
  private static final Pattern ACCOUNTS_AFTER_YEAR = PATTERNS.get("accounts-after-year");
  private static final Pattern EVALUATION_AFTER_YEAR =
      PATTERNS.get("fiscal-year-resolver-evaluated");
  private static final Pattern YEAR_OF_DRAFT = PATTERNS.get("year-of-draft");
  private static final Pattern FISCAL_YEAR_LINE = PATTERNS.get("fiscal-year-line");

  /** A year on a line of its own, possibly without 度. Used if nothing else gives a year. */
  private static final Pattern YEAR_LINE = Pattern.compile("^（?20\\d\\d年度?）?$");

  private static final Pattern ACCOUNTS_IN_FIRST_LINE = PATTERNS.get("accounts-in-first-line");

  /**
   * Maximum number of characters after a year that are searched for its subject; no pattern matches
   * a longer text.
   */
  private static final int MAX_SUBJECT_DISTANCE = 64;

  /** Number of characters kept as evidence on each side of a year. */
  private static final int QUOTED_CONTEXT_LENGTH = 100;

  /** Maximum number of lines that count as the upper part of a form with a heading above it. */
  private static final int MAX_FORM_HEAD_LINES = 40;

  /** Text after the first year of a range, 2020年至2022年, of which the last year applies. */
  private static final Pattern REST_OF_YEAR_RANGE = Pattern.compile("[至到~～－—-]+20\\d\\d");

  /** Maximum number of characters before a year that are searched for the beginning of a range. */
  private static final int MAX_RANGE_DISTANCE = 12;

  private static final Pattern START_OF_YEAR_RANGE = Pattern.compile("20\\d\\d年?度?[至到~～－—-]+$");
  private static final String COMPARISON_CHARACTERS = "与比较同至自从对截";

  /** Determines the fiscal year of the document; null if no rule determines it. */
  @Nullable MetadataClaim<Integer> resolve(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle) {
    if (title != null && title.value().year() != null) {
      return title.withValue(title.value().year());
    }
    MetadataClaim<Integer> next =
        title == null ? null : findYearOfDraft(title.value().text(), sourceText.lines());
    if (next != null) {
      return next;
    }
    MetadataClaim<Integer> stamp = findYearOnOwnLine(sourceText.cover(), FISCAL_YEAR_LINE);
    if (stamp != null) {
      return stamp;
    }
    MetadataClaim<Integer> cover = findMajority("cover", sourceText.cover(), y -> true);
    if (cover != null) {
      return cover;
    }
    MetadataClaim<Integer> headings =
        findMajority("heading-years", sourceText.headings(), y -> true);
    if (headings != null) {
      return headings;
    }
    MetadataClaim<Integer> sentences =
        findMajority(
            "majority-of-sentences",
            sourceText.lines(),
            YearFinder.YearInText::printedAsFiscalYear);
    if (sentences == null) {
      sentences = findMajority("majority-of-sentences", sourceText.lines(), y -> true);
    }
    if (sentences != null) {
      return sentences;
    }
    if (fileNameTitle.year() != null) {
      return new MetadataClaim<>(fileNameTitle.year(), "file-name", fileNameTitle.text(), 0);
    }
    MetadataClaim<Integer> planned = findUniqueYear(sourceText.headings());
    if (planned != null) {
      return planned;
    }
    int head = Math.min(MAX_FORM_HEAD_LINES, sourceText.lines().size());
    MetadataClaim<Integer> form =
        findYearOnOwnLine(sourceText.lines().subList(0, head), FISCAL_YEAR_LINE);
    if (form != null) {
      return form;
    }
    MetadataClaim<Integer> bare = findYearOnOwnLine(sourceText.cover(), YEAR_LINE);
    return bare != null ? bare : findInFirstLine(sourceText.lines());
  }

  /**
   * The year of the draft in the opening of a report whose title names both budgets without their
   * years; null for any other title.
   */
  private static @Nullable MetadataClaim<Integer> findYearOfDraft(
      String title, List<DocumentLine> lines) {
    if (!DisclosureKindFinder.isDraftWithoutYear(title)) {
      return null;
    }
    for (DocumentLine line : MetadataSourceText.firstLines(MAX_FORM_HEAD_LINES, lines)) {
      Matcher draft = YEAR_OF_DRAFT.matcher(line.text());
      if (draft.find()) {
        int year = YearFinder.findYears(draft.group()).getFirst().year();
        return new MetadataClaim<>(year, "year-of-draft", draft.group(), line.page());
      }
    }
    return null;
  }

  /**
   * The year on the first line if the line has the form of a title, which may also name months
   * (2013年7月财政收支情况); otherwise null.
   */
  private static @Nullable MetadataClaim<Integer> findInFirstLine(List<DocumentLine> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    DocumentLine first = lines.getFirst();
    List<YearFinder.YearInText> years = YearFinder.findYears(first.text());
    return years.size() == 1
            && ACCOUNTS_IN_FIRST_LINE.matcher(first.text().substring(years.getFirst().end())).find()
        ? new MetadataClaim<>(years.getFirst().year(), "first-line", first.text(), first.page())
        : null;
  }

  /**
   * Finds the year of the headings if they name only one, in any context: 2024年重点工作. Otherwise
   * null.
   */
  private static @Nullable MetadataClaim<Integer> findUniqueYear(List<DocumentLine> headings) {
    MetadataClaim<Integer> found = null;
    for (DocumentLine line : headings) {
      for (YearFinder.YearInText year : YearFinder.findYears(line.text())) {
        if (found != null && found.value() != year.year()) {
          return null;
        }
        found = new MetadataClaim<>(year.year(), "heading-years", line.text(), line.page());
      }
    }
    return found;
  }

  /**
   * A fiscal year on a line of its own, as forms have it below their title: （2022年度）. Null if no
   * line matches or if the matching lines have different years.
   */
  private static @Nullable MetadataClaim<Integer> findYearOnOwnLine(
      List<DocumentLine> lines, Pattern yearLine) {
    MetadataClaim<Integer> found = null;
    for (DocumentLine line : lines) {
      if (!yearLine.matcher(line.text()).matches()) {
        continue;
      }
      int year = YearFinder.findYears(line.text()).getFirst().year();
      if (found != null && found.value() != year) {
        return null;
      }
      found = new MetadataClaim<>(year, "year-of-form", line.text(), line.page());
    }
    return found;
  }

  /** The year that occurs in more than half of the mentions of accounts; null if there is none. */
  private static @Nullable MetadataClaim<Integer> findMajority(
      String rule, List<DocumentLine> lines, Predicate<YearFinder.YearInText> isCounted) {
    Map<Integer, Integer> votes = new HashMap<>();
    Map<Integer, MetadataClaim<Integer>> where = new HashMap<>();
    int all = 0;
    for (DocumentLine line : lines) {
      for (YearFinder.YearInText year : YearFinder.findYears(line.text())) {
        if (!year.isPartOfDate() && isCounted.test(year) && isAboutAccounts(line.text(), year)) {
          votes.merge(year.year(), 1, Integer::sum);
          where.computeIfAbsent(
              year.year(),
              y -> new MetadataClaim<>(y, rule, quoteAround(line.text(), year), line.page()));
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

  private static String quoteAround(String line, YearFinder.YearInText year) {
    return line.substring(
        Math.max(0, year.start() - QUOTED_CONTEXT_LENGTH),
        Math.min(line.length(), year.end() + QUOTED_CONTEXT_LENGTH));
  }

  private static boolean isAboutAccounts(String line, YearFinder.YearInText year) {
    String after =
        line.substring(year.end(), Math.min(line.length(), year.end() + MAX_SUBJECT_DISTANCE));
    if (REST_OF_YEAR_RANGE.matcher(after).lookingAt()) {
      return false;
    }
    boolean compared =
        year.start() > 0
            && COMPARISON_CHARACTERS.indexOf(line.charAt(year.start() - 1)) >= 0
            && !START_OF_YEAR_RANGE
                .matcher(
                    line.substring(Math.max(0, year.start() - MAX_RANGE_DISTANCE), year.start()))
                .find();
    boolean evaluated =
        compared
            && line.charAt(year.start() - 1) == '对'
            && EVALUATION_AFTER_YEAR.matcher(after).find();
    return (!compared || evaluated) && ACCOUNTS_AFTER_YEAR.matcher(after).find();
  }
}
