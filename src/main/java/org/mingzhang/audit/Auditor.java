package org.mingzhang.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.AuditRuleCounts.UndecidedPlace;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.section.StatementReader;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.CpuTimeBudget;

/** Applies all rules to a disclosure. Thread-safe. */
public final class Auditor {
  /** Maximum number of findings of one document that are kept. */
  public static final int MAX_FINDINGS = 1_000;

  /**
   * Minimum number of characters by which two quotes must overlap to count as quotes of one place.
   */
  private static final int MIN_QUOTE_OVERLAP = 5;

  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");
  private static final Set<String> UNITS_OF_MONEY = Set.of("元", "万元", "亿元");

  private final List<RuleCatalog.RuleWithDescription> rules = RuleCatalog.all();

  /** The descriptions of all rules that need one document only, in the order of the catalogue. */
  public List<RuleDescription> rules() {
    return RuleTexts.rulesOfOneDocument();
  }

  /**
   * The contradictions between numbers or words of the disclosure, in reading order. Empty if its
   * text was recognized from images, because a misread digit would be reported as an error.
   */
  public List<Finding> audit(Disclosure disclosure) {
    return disclosure.source().ocr() == null ? auditAll(disclosure).findings() : List.of();
  }

  /**
   * Audits a disclosure without a limit of processor time. Unlike {@link #audit}, also audits text
   * that was recognized from images.
   */
  public AuditResult auditAll(Disclosure disclosure) {
    return auditAll(disclosure, CpuTimeBudget.unlimited());
  }

  /**
   * Audits a disclosure within a budget of processor time. When it is exhausted, the remaining
   * rules are listed in {@link AuditResult#uncheckedRules}, and the identities of prose are not
   * evaluated.
   */
  public AuditResult auditAll(Disclosure disclosure, CpuTimeBudget budget) {
    return auditAll(disclosure, new StatementReader().read(disclosure, budget).sections(), budget);
  }

  /**
   * Audits a disclosure whose prose has already been read.
   *
   * @param statements what the prose of the disclosure states
   */
  public AuditResult auditAll(
      Disclosure disclosure, List<SectionStatements> statements, CpuTimeBudget budget) {
    List<Finding> findings = new ArrayList<>();
    List<AuditRuleCounts.RuleCounts> tallies = new ArrayList<>();
    List<RuleDescription> unchecked = new ArrayList<>();
    AuditedDocument document = createAuditedDocument(disclosure, statements, budget);
    for (RuleCatalog.RuleWithDescription rule : rules) {
      List<CheckResult> checks = document == null ? null : applyRule(rule.rule(), document, budget);
      if (checks == null) {
        unchecked.add(rule.description());
        continue;
      }
      tallies.add(createTally(rule.description(), checks));
      findings.addAll(CheckResult.findingsOf(checks));
    }
    if (document != null && !budget.isExhausted()) {
      tallies.addAll(0, IdentityFindingMerger.createTallies(document));
    }
    List<Finding> distinct =
        document == null || budget.isExhausted()
            ? withoutDuplicates(findings)
            : IdentityFindingMerger.mergeFindings(withoutDuplicates(findings), document);
    return new AuditResult(
        sortInReadingOrder(
            distinct.subList(0, Math.min(distinct.size(), MAX_FINDINGS)), disclosure),
        tallies,
        unchecked,
        distinct.size() > MAX_FINDINGS);
  }

  private static @Nullable AuditedDocument createAuditedDocument(
      Disclosure disclosure, List<SectionStatements> statements, CpuTimeBudget budget) {
    try {
      return new AuditedDocument(disclosure, statements, budget);
    } catch (CpuTimeBudget.BudgetExhaustedException over) {
      return null;
    }
  }

  /** Applies a rule; null if the processor time does not suffice. */
  private static @Nullable List<CheckResult> applyRule(
      Rule rule, AuditedDocument document, CpuTimeBudget budget) {
    try {
      return budget.isExhausted() ? null : rule.check(document);
    } catch (CpuTimeBudget.BudgetExhaustedException over) {
      return null;
    }
  }

  static AuditRuleCounts.RuleCounts createTally(RuleDescription rule, List<CheckResult> checks) {
    List<CheckResult.Undecided> undecided =
        checks.stream()
            .flatMap(c -> c instanceof CheckResult.Undecided u ? Stream.of(u) : Stream.of())
            .toList();
    int disagrees = CheckResult.findingsOf(checks).size();
    return new AuditRuleCounts.RuleCounts(
        rule.id(),
        checks.size() - disagrees - undecided.size(),
        disagrees,
        undecided.size(),
        undecided.stream().map(CheckResult.Undecided::reason).distinct().toList(),
        undecided.stream().map(CheckResult.Undecided::reasonEnglish).distinct().toList(),
        undecided.stream()
            .flatMap(
                u ->
                    Stream.ofNullable(u.location())
                        .map(words -> new UndecidedPlace(words, u.reason(), u.reasonEnglish())))
            .limit(AuditRuleCounts.RuleCounts.MAX_UNDECIDED_PLACES)
            .toList());
  }

  /**
   * The findings without those that describe the same error as an earlier one, at most one more
   * than {@link #MAX_FINDINGS}, so that the caller can tell that there were too many.
   */
  private static List<Finding> withoutDuplicates(List<Finding> findings) {
    Set<List<?>> quoted = new HashSet<>();
    Map<Set<?>, List<Finding>> numbers = new HashMap<>();
    List<Finding> kept = new ArrayList<>();
    for (Finding f : findings) {
      List<Finding> like = numbers.computeIfAbsent(contradictoryValues(f), n -> new ArrayList<>());
      if (kept.size() <= MAX_FINDINGS
          && like.stream().noneMatch(k -> describeSameError(k, f))
          && quoted.add(List.of(f.sectionPath(), f.kind(), f.quote()))) {
        kept.add(f);
        like.add(f);
      }
    }
    return kept;
  }

  /**
   * The stated and the computed value of a finding as a set, so that two findings compare equal
   * whichever value each takes to be wrong. Amounts are converted to 元; other numbers are compared
   * without their unit. If the computed value is a unit alone, the stated number is taken with that
   * unit.
   */
  private static Set<?> contradictoryValues(Finding finding) {
    String stated = Objects.requireNonNullElse(finding.stated(), "");
    String computed = Objects.requireNonNullElse(finding.computed(), "");
    Matcher number = NUMBER.matcher(stated);
    boolean unitOnly = number.find() && UNITS_OF_MONEY.contains(computed);
    return new HashSet<>(
        List.of(
            toComparableValue(stated),
            toComparableValue(unitOnly ? number.group() + computed : computed)));
  }

  private static Object toComparableValue(String shown) {
    String printed = shown.replaceFirst("^[≤≥] ", "");
    Matcher number = NUMBER.matcher(printed);
    return AmountParser.parseYuan(printed)
        .or(() -> number.lookingAt() ? AmountParser.parseNumber(number.group()) : Optional.empty())
        .<Object>map(BigDecimal::stripTrailingZeros)
        .orElse(printed);
  }

  /**
   * Whether two findings with equal {@link #contradictoryValues} quote overlapping words; false if
   * the later one states no number.
   */
  private static boolean describeSameError(Finding earlier, Finding later) {
    return later.stated() != null
        && locationsOf(earlier)
            .anyMatch(one -> locationsOf(later).anyMatch(other -> quotesOverlap(one, other)));
  }

  private static Stream<QuoteLocation> locationsOf(Finding finding) {
    return Stream.concat(
        Stream.of(new QuoteLocation(finding.sectionPath(), finding.page(), finding.quote())),
        Stream.ofNullable(finding.other()));
  }

  /**
   * Whether two quotes are from one section and overlap: one contains the other, or the end of one
   * and the beginning of the other have at least {@link #MIN_QUOTE_OVERLAP} characters in common.
   */
  private static boolean quotesOverlap(QuoteLocation one, QuoteLocation other) {
    String words = one.quote();
    String others = other.quote();
    return one.sectionPath().equals(other.sectionPath())
        && (words.contains(others)
            || others.contains(words)
            || IntStream.rangeClosed(MIN_QUOTE_OVERLAP, Math.min(words.length(), others.length()))
                .anyMatch(
                    n ->
                        words.endsWith(others.substring(0, n))
                            || others.endsWith(words.substring(0, n))));
  }

  private static List<Finding> sortInReadingOrder(List<Finding> findings, Disclosure disclosure) {
    Map<String, Integer> order = new HashMap<>();
    for (Section section : disclosure.sections()) {
      order.put(section.path(), order.size());
    }
    QuoteOffsetFinder places = new QuoteOffsetFinder(disclosure, findings);
    return findings.stream()
        .sorted(
            Comparator.comparingInt(
                    (Finding f) -> order.getOrDefault(f.sectionPath(), order.size()))
                .thenComparingInt(Finding::page)
                .thenComparingInt(places::offsetOf)
                .thenComparingInt(f -> f.quote().length()))
        .toList();
  }
}
