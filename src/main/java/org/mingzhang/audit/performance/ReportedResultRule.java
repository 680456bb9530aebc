package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Indicator;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Checks the result of an indicator in the text of a report against the result in the form. A
 * clause states the result of an indicator if it consists of the full name of the indicator and a
 * number in its unit, or if its name resembles that of the indicator and its number is the result
 * with two digits swapped. Two clauses that state a result and its target (完工43台，目标42台;
 * 计划42台，实际43台) belong to the only indicator with that target, if its name shares a word with them.
 * Of several results (计划12所，实际开工12所、完工9所), the result that the name of the indicator mentions
 * counts. The check is undecided for a name with several results and for a number that equals the
 * target.
 */
public final class ReportedResultRule implements Rule {
  private static final String NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
  private static final String QUANTITY = "(?<value>" + NUMBER + ")(?<unit>%|\\p{IsHan}{1,3})";
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ReportedResultRule.class);
  private static final PrefilteredPattern STATED_RESULT =
      PATTERNS.getPrefiltered("reported-result-rule-stated");
  private static final PrefilteredPattern RESULT_WITH_TARGET =
      PATTERNS.getPrefiltered("reported-result-rule-with-target");
  private static final PrefilteredPattern RESULT_AFTER_TARGET =
      PATTERNS.getPrefiltered("reported-result-rule-after-target");
  private static final Pattern FURTHER_RESULT = PATTERNS.get("further-result");
  private static final Pattern QUANTITY_PATTERN = Pattern.compile(QUANTITY);
  private static final Pattern NUMBER_PATTERN = Pattern.compile(NUMBER);
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern QUOTATION_MARK = Pattern.compile("[“”\"]");
  private static final int MIN_NAME_LENGTH = 4;

  /** Minimum number of digits; two swapped digits of a shorter number may be a coincidence. */
  private static final int MIN_MISPRINT_DIGITS = 3;

  /** An indicator whose result is a number with a unit, which can be compared with the text. */
  private record ReportedIndicator(Indicator indicator, BigDecimal value, String unit) {
    static @Nullable ReportedIndicator readFrom(Indicator indicator) {
      Matcher result = QUANTITY_PATTERN.matcher(normalize(indicator.actual()));
      return result.matches()
          ? new ReportedIndicator(
              indicator, PrintedNumbers.parse(result.group("value")), result.group("unit"))
          : null;
    }

    String name() {
      return normalize(indicator.level3());
    }

    boolean hasTarget(ParagraphMatch stated) {
      Matcher target = QUANTITY_PATTERN.matcher(normalize(indicator.target()));
      return target.find()
          && target.group("unit").startsWith(unit)
          && PrintedNumbers.parse(target.group("value")).compareTo(stated.parseNumber("target"))
              == 0;
    }

    /** Whether the name of the indicator shares two consecutive characters with a text. */
    boolean sharesWordWith(String words) {
      return IntStream.range(1, words.length())
          .anyMatch(i -> name().contains(words.substring(i - 1, i + 1)));
    }

    boolean agreesWith(@Nullable ReportedIndicator other) {
      return other != null && unit.equals(other.unit) && value.compareTo(other.value) == 0;
    }
  }

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    Map<String, ReportedIndicator> byName = findRows(document);
    return byName.isEmpty()
        ? List.of()
        : Stream.concat(
                document
                    .findMatches(STATED_RESULT)
                    .flatMap(
                        m -> findByName(m, byName).stream().map(reported -> check(m, reported))),
                Stream.of(RESULT_WITH_TARGET, RESULT_AFTER_TARGET)
                    .flatMap(pattern -> document.findMatches(pattern))
                    .filter(m -> !byName.containsKey(m.group("name")))
                    .flatMap(
                        m ->
                            findByTarget(m, byName.values()).stream()
                                .flatMap(
                                    reported ->
                                        findOwnResult(m, reported).stream()
                                            .map(result -> check(result, reported)))))
            .toList();
  }

  /**
   * The indicator that a clause names, if it has the unit of the clause. If no indicator has this
   * name, the result is the only indicator whose name shares at least four characters with the
   * clause and whose result is the number of the clause, which has at least three digits, with two
   * of them swapped.
   */
  private static Optional<ReportedIndicator> findByName(
      ParagraphMatch stated, Map<String, ReportedIndicator> byName) {
    ReportedIndicator named = byName.get(stated.group("name"));
    List<ReportedIndicator> found =
        (named == null ? byName.values().stream() : Stream.of(named))
            .filter(r -> r.unit().equals(stated.group("unit")))
            .filter(r -> named != null || isMisprintOf(r, stated))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isMisprintOf(ReportedIndicator reported, ParagraphMatch stated) {
    String name = QUOTATION_MARK.matcher(reported.name()).replaceAll("");
    String words = QUOTATION_MARK.matcher(stated.group("name")).replaceAll("");
    BigDecimal value = stated.parseNumber("value");
    return value.precision() >= MIN_MISPRINT_DIGITS
        && PrintedNumbers.differBySwappedDigits(reported.value(), value)
        && IntStream.rangeClosed(0, words.length() - MIN_NAME_LENGTH)
            .anyMatch(i -> name.contains(words.substring(i, i + MIN_NAME_LENGTH)));
  }

  /**
   * The only indicator with the target and unit of a clause, if its name shares two consecutive
   * characters with that in the clause.
   */
  private static Optional<ReportedIndicator> findByTarget(
      ParagraphMatch stated, Collection<ReportedIndicator> indicators) {
    List<ReportedIndicator> found =
        indicators.stream()
            .filter(r -> r.unit().equals(stated.group("unit")) && r.hasTarget(stated))
            .toList();
    return found.size() == 1 && found.getFirst().sharesWordWith(stated.group("name"))
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  /**
   * The number of a clause with a target, or of the clauses that continue it, that is the result of
   * the indicator: the only one whose words share two consecutive characters with its name. If
   * there is none, the one that agrees with the form, or the first if all others are its parts
   * (实际8所，其中乡镇5所); otherwise empty.
   */
  private static Optional<ParagraphMatch> findOwnResult(
      ParagraphMatch stated, ReportedIndicator reported) {
    List<ParagraphMatch> further = findFurtherResults(stated, reported.unit());
    List<ParagraphMatch> all = Stream.concat(Stream.of(stated), further.stream()).toList();
    List<ParagraphMatch> named =
        all.stream().filter(r -> reported.sharesWordWith(wordsOfResult(r))).toList();
    if (named.size() == 1) {
      return Optional.of(named.getFirst());
    }
    return all.stream()
        .filter(r -> r.parseNumber("value").compareTo(reported.value()) == 0)
        .findFirst()
        .or(
            () ->
                further.stream().allMatch(r -> r.group("part") != null)
                    ? Optional.of(stated)
                    : Optional.empty());
  }

  private static List<ParagraphMatch> findFurtherResults(ParagraphMatch stated, String unit) {
    CompactParagraph paragraph = stated.paragraph();
    String text = paragraph.unspacedText();
    return FURTHER_RESULT
        .matcher(text)
        .region(stated.words().end(), text.length())
        .results()
        .filter(r -> r.group("unit").equals(unit))
        .map(r -> new ParagraphMatch(paragraph, r))
        .toList();
  }

  private static String wordsOfResult(ParagraphMatch result) {
    return result.group(result.words().namedGroups().containsKey("done") ? "done" : "name");
  }

  /**
   * The rows by name, without names that have several results or with fewer than {@link
   * #MIN_NAME_LENGTH} characters.
   */
  private static Map<String, ReportedIndicator> findRows(AuditedDocument document) {
    Map<String, Optional<ReportedIndicator>> rows = new HashMap<>();
    for (Indicator indicator : document.indicators()) {
      ReportedIndicator reported = ReportedIndicator.readFrom(indicator);
      Optional<ReportedIndicator> existing = rows.get(normalize(indicator.level3()));
      boolean clear = existing == null || existing.filter(k -> k.agreesWith(reported)).isPresent();
      rows.put(
          normalize(indicator.level3()), clear ? Optional.ofNullable(reported) : Optional.empty());
    }
    Map<String, ReportedIndicator> clear = new HashMap<>();
    rows.forEach(
        (name, row) ->
            row.filter(r -> name.length() >= MIN_NAME_LENGTH).ifPresent(r -> clear.put(name, r)));
    return clear;
  }

  private static String normalize(@Nullable String cell) {
    return cell == null ? "" : SPACE.matcher(cell).replaceAll("");
  }

  private static CheckResult check(ParagraphMatch stated, ReportedIndicator reported) {
    BigDecimal statedValue = stated.parseNumber("value");
    BigDecimal difference = statedValue.subtract(reported.value()).abs();
    if (difference.compareTo(
            PrintedNumbers.halfUnitInLastPlace(statedValue)
                .max(PrintedNumbers.halfUnitInLastPlace(reported.value())))
        <= 0) {
      return CheckResult.AGREES;
    }
    Indicator indicator = reported.indicator();
    Matcher target = NUMBER_PATTERN.matcher(normalize(indicator.target()));
    if (!stated.words().namedGroups().containsKey("target")
        && target.find()
        && PrintedNumbers.parse(target.group()).compareTo(statedValue) == 0) {
      return CheckResult.undecided("may-be-target").withLocation(stated.location());
    }
    String printed = stated.group("value") + stated.group("unit");
    String result = reported.value().toPlainString() + reported.unit();
    return stated
        .createDraft("result-in-report")
        .setUnequalNumbers(printed, result)
        .setOtherLocation(
            IndicatorPointChecks.location(
                indicator, indicator.level3(), indicator.target(), indicator.actual()))
        .toResult(printed, result);
  }
}
