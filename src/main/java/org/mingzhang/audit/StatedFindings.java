package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.blame.Blame;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.RuleBook;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.identity.IdentityAnswer;
import org.mingzhang.audit.identity.StatedIdentities;
import org.mingzhang.audit.identity.Term;
import org.mingzhang.audit.identity.Violation;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Span;

/**
 * Joins what the rules found with the identities of statements that are broken: one contradiction
 * is one finding. A violation is left out where its words are told of already, and a sum or a ratio
 * where one of its numbers is. Safe on many threads.
 */
final class StatedFindings {
  private StatedFindings() {}

  /** The findings of the rules, and behind them those of the identities. */
  static List<Finding> join(List<Finding> findings, AuditedDocument reading) {
    QuotePlaces places = new QuotePlaces(reading.disclosure(), findings);
    List<Finding> told = new ArrayList<>(findings);
    Words words = new Words();
    Words proved = new Words();
    for (Finding finding : told) {
      Words of = finding.severity() == Finding.Severity.PROOF ? proved : words;
      quoted(finding, places).ifPresent(of::add);
      quoted(finding, places).ifPresent(words::add);
    }
    StatedIdentities.Result stated = StatedIdentities.of(reading);
    for (Violation violation : Blame.settle(stated.violations(), stated.holding())) {
      if (told.size() <= Auditor.MOST_FINDINGS
          && !words.meet(violation.span())
          && !isExplained(violation, words, proved, reading)) {
        told.add(violation.finding());
        words.add(violation.span());
      }
    }
    return told;
  }

  /**
   * Whether an amount of it is told of already: one wrong amount breaks all its sums and shares.
   * The rate of a change, which speaks of another year as well, is explained only by what is proved
   * and printed nowhere else: a slip stands at one place.
   */
  private static boolean isExplained(
      Violation violation, Words told, Words proved, AuditedDocument reading) {
    return switch (violation.relation().kind()) {
      case SUM, PERCENT -> violation.operands().stream().anyMatch(told::meet);
      default ->
          violation.relation().terms().stream()
              .map(Term::printed)
              .anyMatch(q -> proved.meet(q.span()) && isOnce(q.printed(), reading));
    };
  }

  private static boolean isOnce(String printed, AuditedDocument reading) {
    return reading.derived(NumberCounts.class, NumberCounts::of).times().getOrDefault(printed, 0L)
        < 2;
  }

  private record NumberCounts(Map<String, Long> times) {
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d,.]*\\d)?");

    static NumberCounts of(AuditedDocument reading) {
      return new NumberCounts(
          reading.sections().stream()
              .flatMap(s -> NUMBER.matcher(s.text()).results())
              .collect(Collectors.groupingBy(MatchResult::group, Collectors.counting())));
    }
  }

  /** How often each identity agreed or could not decide; none for those that were not tried. */
  static List<Audit.Tally> tallies(AuditedDocument reading) {
    Map<RuleDescription, List<CheckResult>> checks = new LinkedHashMap<>();
    RuleBook.of(RuleDescription.Checker.STATEMENTS).forEach(r -> checks.put(r, new ArrayList<>()));
    for (IdentityAnswer answer : StatedIdentities.of(reading).answers()) {
      checks.computeIfAbsent(answer.rule(), r -> new ArrayList<>()).add(answer.check());
    }
    List<Audit.Tally> tallies = new ArrayList<>();
    checks.forEach((rule, all) -> tallies.add(Auditor.tally(rule, all)));
    return tallies;
  }

  /** Places of texts that are told of, joined where they overlap. */
  private static final class Words {
    private final Map<String, TreeMap<Integer, Integer>> ends = new HashMap<>();

    void add(Span span) {
      TreeMap<Integer, Integer> section =
          ends.computeIfAbsent(span.section(), s -> new TreeMap<>());
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

    boolean meet(Span span) {
      TreeMap<Integer, Integer> section = ends.get(span.section());
      Map.Entry<Integer, Integer> before = section == null ? null : section.lowerEntry(span.end());
      return before != null && before.getValue() > span.start();
    }
  }

  private static Optional<Span> quoted(Finding finding, QuotePlaces places) {
    int from = places.of(finding);
    return from == Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(
            new Span(finding.section(), finding.page(), from, from + finding.quote().length()));
  }
}
