package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Category;
import org.mingzhang.model.Section;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Reports years that differ from the year used by most sections or items of the document. A pattern
 * of {@code wordings.tsv} cannot express this, since it has to count over the whole document.
 */
public final class MajorityYearChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(MajorityYearChecks.class);
  private static final Pattern YEAR_OF_FIRST_AMOUNT = PATTERNS.get("first");
  private static final PrefilteredPattern YEAR_OF_COMPARISON =
      PATTERNS.getPrefiltered("year-of-comparison");
  private static final String MONEY_PATTERN = "\\d[\\d,]*(?:\\.\\d+)?[百千]?[万亿]?元";
  private static final Pattern AMOUNT = Pattern.compile(MONEY_PATTERN);

  /** Amounts of two years in the same words: 2023年决算数为A万元。2024年决算数为B万元, 2023年支出A万元，2024年B万元. */
  private static final Pattern AMOUNTS_OF_TWO_YEARS =
      Pattern.compile(
          "(?<![^。；，:])(?<year>20\\d{2})年度?(?<name>[^。；，:]+?)(?<amount>"
              + MONEY_PATTERN
              + ")[^%\\d]*(?<![与比较])(?!\\k<year>)20\\d{2}年度?(?:\\k<name>|[为是]?)\\d");

  private static final Pattern PARTIAL_AMOUNT_LABEL = PATTERNS.get("partial-amount-label");

  /**
   * Minimum number of paragraphs whose first amount must have the year of the document for other
   * years to be reported.
   */
  private static final int MIN_MENTIONS_OF_OWN_YEAR = 3;

  private static final int MAX_DEVIATING_MENTIONS = 2;

  /**
   * Maximum number of years between the document and a base of comparison that may be a mistake; an
   * earlier base was chosen on purpose: 与2019年相比.
   */
  private static final int MAX_YEARS_TO_BASE = 3;

  private static final PrefilteredPattern PHRASE_WITH_YEAR = PATTERNS.getPrefiltered("phrase");

  /**
   * Minimum number of mentions that determine the year of a phrase; also how many times as many
   * they must be as the mentions of other years.
   */
  private static final int MIN_MAJORITY_MENTIONS = 5;

  private static final Pattern ANNUAL_PLAN_TITLE = PATTERNS.get("plan");
  private static final Pattern PLANNED_AMOUNT = PATTERNS.get("planned");
  private static final Pattern OWN_YEAR_WORDS = PATTERNS.get("own");

  private MajorityYearChecks() {}

  /** A year named in a paragraph, with its position. */
  private record YearMention(CompactParagraph paragraph, int from, int year) {
    CheckResult createFinding(String message, int to, int expectedYear) {
      return FindingDraft.create(message, paragraph, from, to)
          .setNumbers(year + "年", expectedYear + "年")
          .toResult(year, expectedYear);
    }
  }

  /**
   * Reports first amounts of paragraphs that are of a year before that of the document, and
   * comparisons with a year before the preceding one. A year is reported only if enough other
   * mentions have the expected year and at most {@link #MAX_DEVIATING_MENTIONS} an earlier one.
   * Empty if the year of the document is unknown, and for a government's budget report, which is
   * about two years, the execution of the last year and the budget of the next year.
   */
  public static List<CheckResult> checkYearsOfSections(AuditedDocument document) {
    Integer year =
        document.disclosure().metadata().category() == Category.GOVERNMENT_BUDGET
            ? null
            : document.year();
    if (year == null) {
      return List.of();
    }
    List<YearMention> first = new ArrayList<>();
    List<YearMention> against = new ArrayList<>();
    for (CompactParagraph paragraph : document.paragraphs()) {
      if (paragraph.hasQuantity()) {
        findYearOfFirstAmount(paragraph).ifPresent(first::add);
        for (MatchResult match : paragraph.findMatches(YEAR_OF_COMPARISON)) {
          int from = paragraph.unspacedText().lastIndexOf('。', match.start()) + 1;
          int base = Integer.parseInt(match.group("year"));
          if (base >= year - MAX_YEARS_TO_BASE) {
            against.add(new YearMention(paragraph, from, base));
          }
        }
      }
    }
    boolean settled = countMentions(first, year) >= MIN_MENTIONS_OF_OWN_YEAR;
    List<CheckResult> checks = new ArrayList<>(check(first, year, settled));
    long wrong = against.stream().filter(s -> s.year() < year - 1).count();
    boolean certain = countMentions(against, year - 1) > wrong || (wrong == 1 && settled);
    checks.addAll(check(against, year - 1, certain));
    return checks;
  }

  private static long countMentions(List<YearMention> mentions, int year) {
    return mentions.stream().filter(s -> s.year() == year).count();
  }

  private static Optional<YearMention> findYearOfFirstAmount(CompactParagraph paragraph) {
    String text = paragraph.unspacedText();
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.find()
        || text.substring(0, amount.start()).contains("%")
        || AMOUNTS_OF_TWO_YEARS
            .matcher(text)
            .results()
            .limit(1)
            .anyMatch(m -> m.start("amount") == amount.start())) {
      return Optional.empty();
    }
    int stop = text.lastIndexOf('。', amount.start());
    int from = 1 + Math.max(stop, text.lastIndexOf('；', amount.start()));
    String label = text.substring(from, amount.start());
    Matcher year = YEAR_OF_FIRST_AMOUNT.matcher(label);
    return !PARTIAL_AMOUNT_LABEL.matcher(label).find() && year.find()
        ? Optional.of(new YearMention(paragraph, from, Integer.parseInt(year.group("year"))))
        : Optional.empty();
  }

  private static List<CheckResult> check(
      List<YearMention> mentions, int year, boolean isYearCertain) {
    List<YearMention> others = mentions.stream().filter(s -> s.year() < year).toList();
    List<CheckResult> checks = new ArrayList<>();
    mentions.stream().filter(s -> s.year() == year).forEach(s -> checks.add(CheckResult.AGREES));
    if (isYearCertain && others.size() <= MAX_DEVIATING_MENTIONS) {
      others.forEach(
          s ->
              checks.add(
                  s.createFinding("year-of-amounts", s.paragraph().sentenceEnd(s.from()), year)));
    } else if (!others.isEmpty()) {
      checks.add(CheckResult.undecided("years-unsettled"));
    }
    return checks;
  }

  /**
   * Checks the years in items that follow one another in the same words: {@code
   * 2026年度预算9万元，2025年度预算10万元，…比2025年预算执行数增加16.43%}. If the same words name one year in nearly all
   * items, another year in one or two items was left over from an older text. A paragraph that
   * names the usual year as well compares two years on purpose and is not reported.
   */
  public static List<CheckResult> checkYearsOfItems(AuditedDocument document) {
    Map<String, List<YearMention>> phrases = new LinkedHashMap<>();
    for (CompactParagraph paragraph : document.paragraphs()) {
      if (paragraph.hasQuantity()) {
        addPhrases(paragraph, phrases);
      }
    }
    List<CheckResult> checks = new ArrayList<>();
    phrases.values().forEach(mentions -> checkPhrase(mentions, checks));
    return checks;
  }

  /**
   * Adds the phrases of a paragraph to the map. The first and the second occurrence of the same
   * words are kept apart, since they are about two years; a phrase at the start of a paragraph is
   * ignored, because the paragraph may continue another.
   */
  private static void addPhrases(
      CompactParagraph paragraph, Map<String, List<YearMention>> phrases) {
    Map<String, Integer> times = new HashMap<>();
    for (MatchResult phrase : paragraph.findMatches(PHRASE_WITH_YEAR)) {
      int at = phrase.start();
      String lead =
          !phrase.group("lead").isEmpty()
              ? "比"
              : at == 0 ? "" : paragraph.unspacedText().substring(at - 1, at);
      if (!lead.isEmpty()) {
        String words = lead + phrase.group("words");
        int time = times.merge(words, 1, Integer::sum);
        phrases
            .computeIfAbsent(words + time, w -> new ArrayList<>())
            .add(new YearMention(paragraph, at, Integer.parseInt(phrase.group("year"))));
      }
    }
  }

  private static void checkPhrase(List<YearMention> mentions, List<CheckResult> checks) {
    Map<Integer, Long> years =
        mentions.stream().collect(Collectors.groupingBy(YearMention::year, Collectors.counting()));
    int usual =
        years.entrySet().stream()
            .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(0);
    long limit = years.getOrDefault(usual, 0L);
    long others = mentions.size() - limit;
    if (others == 0) {
      checks.add(CheckResult.AGREES);
    } else if (limit < MIN_MAJORITY_MENTIONS
        || others > MAX_DEVIATING_MENTIONS
        || limit < MIN_MAJORITY_MENTIONS * others) {
      checks.add(CheckResult.undecided("item-years-unsettled"));
    } else {
      mentions.stream()
          .filter(
              s ->
                  s.year() != usual
                      && !s.paragraph().unspacedText().contains(usual + "年" + wordsAfterYear(s)))
          .sorted(Comparator.comparingInt(YearMention::from))
          .forEach(
              s ->
                  checks.add(
                      s.createFinding("year-of-items", s.paragraph().clauseEnd(s.from()), usual)));
    }
  }

  private static String wordsAfterYear(YearMention mention) {
    Matcher phrase = PHRASE_WITH_YEAR.pattern().matcher(mention.paragraph().unspacedText());
    return phrase.find(mention.from()) ? phrase.group().replaceFirst("^[比与较]?20\\d\\d年?", "") : "";
  }

  /**
   * Checks the section {@code 年度预算安排} of a project in a budget, which must be about the year of the
   * budget. Reported if the section plans money for an earlier year and nowhere names the year of
   * the budget.
   */
  public static List<CheckResult> checkYearOfPlan(AuditedDocument document) {
    Integer year = document.year();
    List<CheckResult> checks = new ArrayList<>();
    boolean budget = year != null && document.isBudget();
    for (Section section : budget ? document.sections() : List.<Section>of()) {
      if (ANNUAL_PLAN_TITLE.matcher(section.title()).matches()) {
        checkPlan(document.paragraphs(section.path()), Objects.requireNonNull(year), checks);
      }
    }
    return checks;
  }

  private static void checkPlan(
      List<CompactParagraph> paragraphs, int year, List<CheckResult> checks) {
    boolean own =
        paragraphs.stream()
            .map(CompactParagraph::unspacedText)
            .anyMatch(t -> t.contains(String.valueOf(year)) || OWN_YEAR_WORDS.matcher(t).find());
    for (CompactParagraph paragraph : paragraphs) {
      Matcher planned = PLANNED_AMOUNT.matcher(paragraph.unspacedText());
      if (own || !planned.find()) {
        checks.add(CheckResult.AGREES);
      } else if (Integer.parseInt(planned.group("year")) < year) {
        checks.add(
            FindingDraft.create("year-of-plan", paragraph, planned)
                .setNumbers(planned.group("year") + "年", year + "年")
                .toResult(year, planned.group("year")));
      }
    }
  }
}
