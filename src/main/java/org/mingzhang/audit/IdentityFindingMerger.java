package org.mingzhang.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.audit.identity.IdentityResult;
import org.mingzhang.audit.identity.IdentityTerm;
import org.mingzhang.audit.identity.NumberRelation;
import org.mingzhang.audit.identity.ProseIdentityChecks;
import org.mingzhang.audit.identity.Violation;
import org.mingzhang.audit.identity.WrongNumberLocator;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Span;
import org.mingzhang.text.AmountParser;

/**
 * Adds the findings of identities of prose to those of the rules. A violation is left out if a
 * finding quotes its words or corrects one of its numbers, and a sum or a ratio also if a finding
 * quotes one of its numbers. Stateless.
 */
final class IdentityFindingMerger {
  /** The sign before a computed amount that is only a limit of the right one. */
  private static final Pattern LIMIT_SIGN = Pattern.compile("[≤≥] ?");

  private IdentityFindingMerger() {}

  /**
   * Returns the findings of the rules, followed by the findings of identities that no finding of a
   * rule explains. Adds no more findings once there are more than {@link Auditor#MAX_FINDINGS}.
   */
  static List<Finding> mergeFindings(List<Finding> findings, AuditedDocument document) {
    QuoteOffsetFinder places = new QuoteOffsetFinder(document.disclosure(), findings);
    List<Finding> joined = new ArrayList<>(findings);
    QuotedRanges quotedRanges = new QuotedRanges();
    QuotedRanges proved = new QuotedRanges();
    Corrections corrections = new Corrections();
    for (Finding finding : joined) {
      corrections.add(finding);
      QuotedRanges of = finding.severity() == Finding.Severity.PROOF ? proved : quotedRanges;
      findSpanOfQuote(finding, places).ifPresent(of::add);
      findSpanOfQuote(finding, places).ifPresent(quotedRanges::add);
    }
    ProseIdentityChecks.ProseIdentityResults stated = ProseIdentityChecks.checkAll(document);
    for (Violation violation :
        WrongNumberLocator.joinViolations(stated.violations(), stated.satisfiedRelations())) {
      boolean quotedAlready =
          quotedRanges.overlaps(violation.span())
              || isExplained(violation, quotedRanges, proved, document);
      if (joined.size() <= Auditor.MAX_FINDINGS
          && !(quotedAlready && mayBeExplained(violation, joined, places))
          && !corrections.isSatisfiedByCorrection(violation.relation())) {
        joined.add(violation.finding());
        corrections.add(violation.finding());
        quotedRanges.add(violation.span());
      }
    }
    joined.removeIf(corrections::raisesLimitOf);
    return joined;
  }

  /**
   * Whether the finding of a rule explains a violation, which is then not reported again. A finding
   * at any number of a sum or ratio explains it, because one wrong amount breaks all sums and
   * shares that contain it. Any other relation, such as the rate of a change, also depends on
   * another year; it is explained only by a proved finding at one of its numbers that is printed
   * only once.
   */
  private static boolean isExplained(
      Violation violation, QuotedRanges quoted, QuotedRanges proved, AuditedDocument document) {
    return switch (violation.relation().kind()) {
      case SUM, PERCENT -> violation.numberSpans().stream().anyMatch(quoted::overlaps);
      default ->
          violation.relation().terms().stream()
              .map(IdentityTerm::printed)
              .anyMatch(q -> proved.overlaps(q.span()) && isPrintedOnce(q.printed(), document));
    };
  }

  /**
   * Whether one of the findings that quote words or numbers of a violation may explain it. A wrong
   * share is not explained by a finding on one of its amounts if no amount that agrees with the
   * finding makes the share right.
   */
  private static boolean mayBeExplained(
      Violation violation, List<Finding> findings, QuoteOffsetFinder places) {
    return violation.relation().kind() != NumberRelation.Kind.PERCENT
        || findings.stream()
            .filter(
                finding ->
                    findSpanOfQuote(finding, places)
                        .filter(quote -> quotesWordsOrNumbersOf(quote, violation))
                        .isPresent())
            .anyMatch(finding -> mayExplain(finding, violation.relation()));
  }

  private static boolean quotesWordsOrNumbersOf(Span quote, Violation violation) {
    return overlap(quote, violation.span())
        || violation.numberSpans().stream().anyMatch(operand -> overlap(quote, operand));
  }

  private static boolean overlap(Span one, Span other) {
    return one.sectionPath().equals(other.sectionPath())
        && one.start() < other.end()
        && other.start() < one.end();
  }

  /**
   * Whether a finding may explain why a share is wrong. False only if it corrects an amount of the
   * share, by a right amount or a limit, and the share is wrong with the corrected amount as well.
   */
  private static boolean mayExplain(Finding finding, NumberRelation share) {
    String computed = Objects.requireNonNullElse(finding.computed(), "");
    Matcher limit = LIMIT_SIGN.matcher(computed);
    Optional<BigDecimal> stated =
        Optional.ofNullable(finding.stated()).flatMap(AmountParser::parseYuan);
    Optional<BigDecimal> right =
        AmountParser.parseYuan(limit.lookingAt() ? computed.substring(limit.end()) : computed);
    if (stated.isEmpty() || right.isEmpty()) {
      return true;
    }
    return IntStream.range(1, share.terms().size())
        .filter(i -> share.terms().get(i).value().compareTo(stated.get()) == 0)
        .mapToObj(share::solveFor)
        .map(required -> required == null || agreesWithCorrection(required, right.get(), computed))
        .findFirst()
        .orElse(true);
  }

  private static boolean agreesWithCorrection(
      ComputedInterval required, BigDecimal right, String computed) {
    ComputedInterval exact = ComputedInterval.exactly(right);
    return computed.startsWith("≤")
        ? !required.isAbove(exact)
        : computed.startsWith("≥") ? !exact.isAbove(required) : required.intersects(exact);
  }

  private static boolean isPrintedOnce(String number, AuditedDocument document) {
    return document
            .computeOnce(NumberCounts.class, NumberCounts::countNumbers)
            .countByNumber()
            .getOrDefault(number, 0L)
        < 2;
  }

  /** The amounts that proved findings say are wrong, with the amounts computed instead. */
  private static final class Corrections {
    private final Map<BigDecimal, List<BigDecimal>> computedByStated = new HashMap<>();

    void add(Finding finding) {
      Optional<BigDecimal> stated =
          Optional.ofNullable(finding.stated()).flatMap(AmountParser::parseYuan);
      Optional<BigDecimal> computed =
          Optional.ofNullable(finding.computed()).flatMap(AmountParser::parseYuan);
      if (finding.severity() == Finding.Severity.PROOF
          && stated.isPresent()
          && computed.isPresent()) {
        computedByStated
            .computeIfAbsent(stated.get().stripTrailingZeros(), s -> new ArrayList<>())
            .add(computed.get());
      }
    }

    /**
     * Whether a finding says that a part is above its whole and another finding corrects the whole
     * to an amount that is not below the part.
     */
    boolean raisesLimitOf(Finding finding) {
      String computed = Objects.requireNonNullElse(finding.computed(), "");
      Matcher limit = LIMIT_SIGN.matcher(computed);
      Optional<BigDecimal> part =
          Optional.ofNullable(finding.stated()).flatMap(AmountParser::parseYuan);
      Optional<BigDecimal> whole =
          limit.lookingAt() && computed.startsWith("≤")
              ? AmountParser.parseYuan(computed.substring(limit.end()))
              : Optional.empty();
      return part.isPresent()
          && whole.isPresent()
          && computedByStated.getOrDefault(whole.get().stripTrailingZeros(), List.of()).stream()
              .anyMatch(right -> right.compareTo(part.get()) >= 0);
    }

    /**
     * Whether a relation is satisfied by the amount that a finding computed for one of its terms: a
     * rate of change that is right for the right amount is no second error.
     */
    boolean isSatisfiedByCorrection(NumberRelation relation) {
      return relation.terms().stream()
          .map(term -> term.value().stripTrailingZeros())
          .distinct()
          .anyMatch(
              value ->
                  computedByStated.getOrDefault(value, List.of()).stream()
                      .anyMatch(right -> relation.holdsWithReplacement(value, right)));
    }
  }

  /** How often each number is printed in a document. */
  private record NumberCounts(Map<String, Long> countByNumber) {
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d,.]*\\d)?");

    static NumberCounts countNumbers(AuditedDocument document) {
      return new NumberCounts(
          document.sections().stream()
              .flatMap(s -> NUMBER.matcher(s.text()).results())
              .collect(Collectors.groupingBy(MatchResult::group, Collectors.counting())));
    }
  }

  /** Counts the results of each identity for the summary of the audit. */
  static List<AuditRuleCounts.RuleCounts> createTallies(AuditedDocument document) {
    Map<RuleDescription, List<CheckResult>> checks = new LinkedHashMap<>();
    RuleTexts.rulesOf(RuleDescription.Checker.STATEMENTS)
        .forEach(r -> checks.put(r, new ArrayList<>()));
    for (IdentityResult answer : ProseIdentityChecks.checkAll(document).results()) {
      checks.computeIfAbsent(answer.rule(), r -> new ArrayList<>()).add(answer.check());
    }
    return checks.entrySet().stream()
        .map(rule -> Auditor.createTally(rule.getKey(), rule.getValue()))
        .toList();
  }

  /**
   * The quoted ranges of the text of each section, merged where they overlap; the end of each range
   * by its start, by the path of the section.
   */
  private static final class QuotedRanges {
    private final Map<String, TreeMap<Integer, Integer>> rangeEndsBySection = new HashMap<>();

    void add(Span span) {
      TreeMap<Integer, Integer> section =
          rangeEndsBySection.computeIfAbsent(span.sectionPath(), s -> new TreeMap<>());
      int start = span.start();
      int end = span.end();
      Map.Entry<Integer, Integer> before = section.lowerEntry(end);
      while (before != null && before.getValue() > start) {
        start = Math.min(start, before.getKey());
        end = Math.max(end, before.getValue());
        section.remove(before.getKey());
        before = section.lowerEntry(end);
      }
      section.put(start, end);
    }

    boolean overlaps(Span span) {
      TreeMap<Integer, Integer> section = rangeEndsBySection.get(span.sectionPath());
      Map.Entry<Integer, Integer> before = section == null ? null : section.lowerEntry(span.end());
      return before != null && before.getValue() > span.start();
    }
  }

  private static Optional<Span> findSpanOfQuote(Finding finding, QuoteOffsetFinder offsetFinder) {
    int from = offsetFinder.offsetOf(finding);
    return from == Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(
            new Span(finding.sectionPath(), finding.page(), from, from + finding.quote().length()));
  }
}
