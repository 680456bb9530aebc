package org.mingzhang.audit.wording;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.text.PrefilteredPattern;
import org.mingzhang.text.TsvResource;

/**
 * A wording that is wrong by itself, or whose numbers or year must pass a test: a line of {@code
 * wordings.tsv}.
 *
 * @param message key of the message: the id of a rule, or the id with a slash and a word
 * @param documentKind {@code account} for all documents but budgets, {@code budget} or {@code all}
 * @param minAmounts minimum number of amounts of money in the paragraph
 * @param contextPattern matches the characters before the words that are quoted too, up to the
 *     words
 * @param pattern matches the words; its group {@code quote} is quoted, or the whole match if it has
 *     no such group. If it has the empty group {@code gap}, the printed text must have white space
 *     there
 * @param secondPattern an exception, which must not occur in the quoted words; for {@link
 *     Condition#OTHER_PARAGRAPH_MATCHES} the words that a paragraph of the section must have, for
 *     {@link Condition#NAMES} a single name, for {@link Condition#MEAN} and {@link
 *     Condition#HUNDRED} a single number, for {@link Condition#STATED_LIMIT} the limit
 */
record ErroneousWording(
    String message,
    String documentKind,
    TextKind textKind,
    int minAmounts,
    Condition condition,
    Pattern contextPattern,
    PrefilteredPattern pattern,
    Optional<Pattern> secondPattern) {
  private static final int COLUMNS = 9;
  private static final int MAX_CONTEXT_LENGTH = 40;
  private static final String BUDGET_DOCUMENTS = "budget";
  private static final String ALL_DOCUMENTS = "all";

  static final List<ErroneousWording> ALL =
      TsvResource.parseRows(
          ErroneousWording.class, "wordings.tsv", COLUMNS, ErroneousWording::parse);

  /** The kind of text in which a wording is looked for. */
  enum TextKind {
    TEXT,
    HEADING,
    /** A cell of a table or form, except those that OCR read from pictures. */
    CELL,
    /** Target and result of a row of a form, if both have the same year. */
    INDICATOR
  }

  /** The test that decides whether the matched words are wrong. */
  enum Condition {
    /** No test: the words are always wrong. */
    ALWAYS_WRONG,
    /**
     * The paragraph is the last of its section, and the next section is no list item that may
     * continue its sentence.
     */
    SECTION_END,
    /**
     * A paragraph of the section, which may be the one that the first pattern matches, has the
     * words of the second pattern.
     */
    OTHER_PARAGRAPH_MATCHES,
    /** The group {@code year} is before the year of the document. */
    YEAR_BEFORE_DOCUMENT,
    /** The year is that of the document or after it, although the year before is meant. */
    YEAR_OF_DOCUMENT,
    /** The year is after that of the document. */
    AFTER_DOCUMENT,
    /** The year is not that of the document. */
    OTHER_YEAR,
    /**
     * The group {@code rate} is not the percentage that {@code part} is of {@code whole}, or of
     * {@code part} plus {@code less} or minus {@code more}.
     */
    RATE,
    /**
     * The group {@code rate} is not the mean of the numbers that the second pattern finds in {@code
     * list}, as many as {@code count} says.
     */
    MEAN,
    /**
     * The numbers that the second pattern finds in {@code list} do not add up to 100; {@code unit}
     * is theirs if they are no percentages.
     */
    HUNDRED,
    /**
     * The group {@code rate} is not the rate of a change by {@code part} that results in {@code
     * whole}; {@code way} and {@code rated} are the words for its direction. If {@code before} is
     * printed, the change must lead from it to {@code whole}, and the rate may be missing.
     */
    GROWTH,
    /**
     * The group {@code rate} is not how many times {@code whole} is contained in {@code part}, or
     * in the difference of the two if the group {@code more} matched.
     */
    MULTIPLE,
    /** The group {@code part} is more than {@code whole}. */
    AT_MOST,
    /**
     * The group {@code part} is more than the only amount of the document that the second pattern
     * finds in its group {@code whole} with the same words in the groups {@code limit} and {@code
     * unit}.
     */
    STATED_LIMIT,
    /**
     * The group {@code number} differs from the number of names that {@code names} lists, each of
     * which matches the second pattern; {@code etc} matches if the list may be incomplete.
     */
    NAMES
  }

  private static ErroneousWording parse(List<String> cells) {
    return new ErroneousWording(
        cells.get(0),
        TsvResource.requireKeyword(cells.get(1), "account", BUDGET_DOCUMENTS, ALL_DOCUMENTS),
        TextKind.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
        Integer.parseInt(cells.get(3)),
        Condition.valueOf(cells.get(4).toUpperCase(Locale.ROOT).replace('-', '_')),
        Pattern.compile(cells.get(5) + "$"),
        PrefilteredPattern.derive(Pattern.compile(cells.get(6))),
        Optional.of(cells.get(7)).filter(c -> !c.isEmpty()).map(Pattern::compile));
  }

  boolean belongsToRule(String rule) {
    return message.equals(rule) || message.startsWith(rule + "/");
  }

  /**
   * Whether a document is of a kind to which the words apply. If the condition tests the year, the
   * year and category of the document must also be known.
   */
  boolean appliesTo(AuditedDocument document) {
    boolean dated = document.year() != null && document.disclosure().metadata().category() != null;
    return switch (condition) {
          case YEAR_BEFORE_DOCUMENT, YEAR_OF_DOCUMENT, AFTER_DOCUMENT, OTHER_YEAR -> dated;
          default -> true;
        }
        && (documentKind.equals(ALL_DOCUMENTS)
            || documentKind.equals(BUDGET_DOCUMENTS) == document.isBudget());
  }

  /** Offset of the first character that is quoted of a match that begins at an offset. */
  int quoteStart(String text, int matchStart) {
    Matcher context =
        contextPattern
            .matcher(text)
            .region(Math.max(0, matchStart - MAX_CONTEXT_LENGTH), matchStart);
    return context.find() ? context.start() : matchStart;
  }

  /** Whether the quoted words are those of an exception. */
  boolean isExcepted(String quote) {
    return condition != Condition.OTHER_PARAGRAPH_MATCHES
        && condition != Condition.STATED_LIMIT
        && condition != Condition.NAMES
        && condition != Condition.MEAN
        && condition != Condition.HUNDRED
        && secondPattern.filter(e -> e.matcher(quote).find()).isPresent();
  }

  /**
   * Checks words that match the pattern; null if the condition shows that they are not an instance
   * of the wording.
   *
   * @param year year of the document; ignored by conditions that do not test the year
   */
  @Nullable CheckResult check(MatchResult match, FindingDraft draft, int year) {
    return switch (condition) {
      case ALWAYS_WRONG, SECTION_END, OTHER_PARAGRAPH_MATCHES, STATED_LIMIT -> draft.toResult();
      case YEAR_BEFORE_DOCUMENT -> checkYear(match, draft, year, parseYear(match) >= year);
      case YEAR_OF_DOCUMENT -> checkYear(match, draft, year, parseYear(match) < year);
      case AFTER_DOCUMENT -> checkYear(match, draft, year, parseYear(match) <= year);
      case OTHER_YEAR -> checkYear(match, draft, year, parseYear(match) == year);
      case RATE -> new MatchedNumbers(match, draft).checkRate();
      case MEAN -> new MatchedNumbers(match, draft).checkMean(findNumbers(match));
      case HUNDRED -> new MatchedNumbers(match, draft).checkSumIsHundred(findNumbers(match));
      case MULTIPLE -> new MatchedNumbers(match, draft).checkMultiple();
      case GROWTH -> new MatchedNumbers(match, draft).checkGrowth();
      case AT_MOST -> new MatchedNumbers(match, draft).checkLimit();
      case NAMES -> checkNames(match, draft);
    };
  }

  static int parseYear(MatchResult match) {
    return Integer.parseInt(match.group("year"));
  }

  private CheckResult checkYear(
      MatchResult match, FindingDraft draft, int year, boolean isCorrect) {
    int meant = condition == Condition.YEAR_OF_DOCUMENT ? year - 1 : year;
    return isCorrect
        ? CheckResult.AGREES
        : draft.setNumbers(parseYear(match) + "年", meant + "年").toResult(year, parseYear(match));
  }

  /** The numbers that the second pattern finds in the group {@code list}. */
  private List<BigDecimal> findNumbers(MatchResult match) {
    return secondPattern
        .orElseThrow()
        .matcher(match.group("list"))
        .results()
        .map(number -> PrintedNumbers.parse(number.group("number")))
        .toList();
  }

  private @Nullable CheckResult checkNames(MatchResult match, FindingDraft draft) {
    Pattern name = secondPattern.orElseThrow();
    String list =
        match
            .group("names")
            .replaceAll("[(][^()]*[)]", "")
            .replaceFirst("(?<=.)(?:等?职能部门|等科室)$", "");
    List<String> names = List.of(list.split("、", -1));
    if (names.size() < 2 || !names.stream().allMatch(n -> name.matcher(n).matches())) {
      return null;
    }
    int stated = PrintedNumbers.parseCount(match.group("number"));
    String last = names.getLast();
    int and = Math.max(last.lastIndexOf('和'), last.lastIndexOf('及'));
    boolean two = and > 1 && name.matcher(last.substring(0, and)).matches();
    int counted = two ? names.size() + 1 : names.size();
    if (stated < 0 || stated == names.size() || stated == counted) {
      return CheckResult.AGREES;
    }
    boolean more = match.namedGroups().containsKey("etc") && match.group("etc") != null;
    return more && stated > names.size()
        ? CheckResult.undecided("names-not-all-listed")
        : draft.setNumbers(stated + "个", counted + "个").toResult(stated, counted);
  }
}
