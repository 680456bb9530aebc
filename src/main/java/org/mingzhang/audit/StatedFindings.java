package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.identity.OtherReadings;
import org.mingzhang.audit.identity.StatedIdentities;
import org.mingzhang.audit.identity.Violation;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Span;

/**
 * Joins what the rules found with the identities of statements that are broken: one contradiction
 * is one finding. A violation is left out where its words, or one of its numbers, are told of
 * already; shares are left out where they are those of another amount beside them. Safe on many
 * threads.
 */
final class StatedFindings {
  private static final String SHARE = "share";

  /** One share may be that of another amount by chance, or by the very slip that is told. */
  private static final int SEVERAL = 2;

  /** 占20.2%: a share that does not say of what. */
  private static final Pattern UNNAMED_WHOLE = Pattern.compile("占比?[为重]?\\s*\\d");

  private final StatedIdentities identities = new StatedIdentities();

  /** The findings of the rules that stay, and behind them those of the identities. */
  List<Finding> join(List<Finding> findings, Reading reading) {
    StatedIdentities.Result stated = identities.check(reading);
    QuotePlaces places = new QuotePlaces(reading.disclosure());
    List<Finding> told = new ArrayList<>(findings);
    told.removeAll(explained(told, stated.others(), places));
    Words words = new Words();
    told.forEach(f -> quoted(f, places).ifPresent(words::add));
    for (Violation violation : stated.violations()) {
      if (!words.meet(violation.span()) && violation.operands().stream().noneMatch(words::meet)) {
        told.add(violation.finding());
        words.add(violation.span());
      }
    }
    return told;
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

  /** Shares of wholes that are not named: several of a section that other amounts explain. */
  private static List<Finding> explained(
      List<Finding> told, OtherReadings others, QuotePlaces places) {
    Map<String, List<Finding>> bySection =
        told.stream()
            .filter(f -> isExplained(f, others, places))
            .collect(Collectors.groupingBy(Finding::section));
    return bySection.values().stream()
        .filter(shares -> shares.size() >= SEVERAL)
        .flatMap(List::stream)
        .toList();
  }

  private static boolean isExplained(Finding finding, OtherReadings others, QuotePlaces places) {
    String stated = finding.stated();
    return finding.rule().equals(SHARE)
        && stated != null
        && UNNAMED_WHOLE.matcher(finding.quote()).find()
        && quoted(finding, places).filter(q -> others.explainShare(q, stated)).isPresent();
  }

  private static Optional<Span> quoted(Finding finding, QuotePlaces places) {
    int from = places.of(finding);
    return from == Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(
            new Span(finding.section(), finding.page(), from, from + finding.quote().length()));
  }
}
