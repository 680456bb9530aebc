package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.identity.Answer;
import org.mingzhang.audit.identity.Relation;
import org.mingzhang.audit.identity.StatedIdentities;
import org.mingzhang.audit.identity.Violation;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Span;

/**
 * Joins what the rules found with the identities of statements that are broken: one contradiction
 * is one finding. A violation is left out where its words are told of already, and a sum where one
 * of its numbers is. Safe on many threads.
 */
final class StatedFindings {
  private StatedFindings() {}

  /** The findings of the rules, and behind them those of the identities. */
  static List<Finding> join(List<Finding> findings, Reading reading) {
    QuotePlaces places = new QuotePlaces(reading.disclosure());
    List<Finding> told = new ArrayList<>(findings);
    Words words = new Words();
    told.forEach(f -> quoted(f, places).ifPresent(words::add));
    for (Violation violation : StatedIdentities.of(reading).violations()) {
      if (!words.meet(violation.span()) && !isToldBySum(violation, words)) {
        told.add(violation.finding());
        words.add(violation.span());
      }
    }
    return told;
  }

  /** Whether a sum has a number that is told of already: one wrong amount breaks all its sums. */
  private static boolean isToldBySum(Violation violation, Words words) {
    return violation.relation().kind() == Relation.Kind.SUM
        && violation.operands().stream().anyMatch(words::meet);
  }

  /** How often each identity agreed or could not decide; none for those that were not tried. */
  static List<Audit.Tally> tallies(Reading reading) {
    Map<RuleDescription, List<Check>> checks = new LinkedHashMap<>();
    StatedIdentities.rules().forEach(r -> checks.put(r, new ArrayList<>()));
    for (Answer answer : StatedIdentities.of(reading).answers()) {
      Check check =
          switch (answer) {
            case Answer.Holds unused -> new Check.Agrees();
            case Answer.Broken broken -> new Check.Disagrees(broken.violation().finding());
            case Answer.Undecided because ->
                new Check.Undecided(because.reason(), because.reasonEnglish());
          };
      checks.computeIfAbsent(answer.rule(), r -> new ArrayList<>()).add(check);
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
