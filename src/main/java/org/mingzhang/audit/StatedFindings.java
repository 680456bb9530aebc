package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.identity.OtherReadings;
import org.mingzhang.audit.identity.StatedIdentities;
import org.mingzhang.audit.identity.Violation;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Span;
import org.mingzhang.text.CompactText;

/**
 * Joins what the rules found with the identities of statements that are broken: one contradiction
 * is one finding. A violation is left out where its words, or one of its numbers, are told of
 * already; a share is left out where it is that of another amount beside it. Safe on many threads.
 */
final class StatedFindings {
  private static final int WORDS_SHARED = 6;
  private static final String SHARE = "share";

  /** One share may be that of another amount by chance, or by the very slip that is told. */
  private static final int SEVERAL = 2;

  /** 占20.2%: a share that does not say of what. */
  private static final Pattern UNNAMED_WHOLE = Pattern.compile("占比?[为重]?\\s*\\d");

  private final StatedIdentities identities = new StatedIdentities();

  /** The findings of the rules that stay, and behind them those of the identities. */
  List<Finding> join(List<Finding> findings, Reading reading) {
    StatedIdentities.Result stated = identities.check(reading);
    List<Finding> told = new ArrayList<>(findings);
    told.removeAll(explained(told, stated.others(), reading));
    for (Violation violation : stated.violations()) {
      if (isNew(violation.finding(), told) && !isOfTold(violation, told, reading)) {
        told.add(violation.finding());
      }
    }
    return told;
  }

  /**
   * Whether one of its numbers stands in words that are told of already: it may be the wrong one.
   */
  private static boolean isOfTold(Violation violation, List<Finding> told, Reading reading) {
    return violation.operands().stream()
        .anyMatch(place -> told.stream().anyMatch(t -> holds(t, place, reading)));
  }

  private static boolean holds(Finding finding, Span place, Reading reading) {
    return finding.section().equals(place.section())
        && quoted(finding, reading)
            .filter(q -> q.start() <= place.start() && place.end() <= q.end())
            .isPresent();
  }

  /** Shares of wholes that are not named: several of a section that other amounts explain. */
  private static List<Finding> explained(
      List<Finding> told, OtherReadings others, Reading reading) {
    Map<String, List<Finding>> bySection =
        told.stream()
            .filter(f -> isExplained(f, others, reading))
            .collect(Collectors.groupingBy(Finding::section));
    return bySection.values().stream()
        .filter(shares -> shares.size() >= SEVERAL)
        .flatMap(List::stream)
        .toList();
  }

  /** Whether a share of a whole that is not named is that of another amount beside it. */
  private static boolean isExplained(Finding finding, OtherReadings others, Reading reading) {
    String stated = finding.stated();
    return finding.rule().equals(SHARE)
        && stated != null
        && UNNAMED_WHOLE.matcher(finding.quote()).find()
        && quoted(finding, reading).filter(q -> others.explainShare(q, stated)).isPresent();
  }

  private static Optional<Span> quoted(Finding finding, Reading reading) {
    int from =
        reading.section(finding.section()).map(s -> s.text().indexOf(finding.quote())).orElse(-1);
    return from < 0
        ? Optional.empty()
        : Optional.of(
            new Span(finding.section(), finding.page(), from, from + finding.quote().length()));
  }

  /** Whether nothing is told yet of the words that a finding quotes. */
  private static boolean isNew(Finding finding, List<Finding> told) {
    String quote = CompactText.of(finding.quote()).text();
    return told.stream()
        .filter(t -> t.section().equals(finding.section()))
        .map(t -> CompactText.of(t.quote()).text())
        .noneMatch(t -> shareWords(t, quote));
  }

  /** Whether one quote holds the other, or ends where the other begins. */
  private static boolean shareWords(String one, String other) {
    return one.contains(other) || other.contains(one) || joins(one, other) || joins(other, one);
  }

  /** Whether the end of one text is the beginning of the other, by more than a word. */
  private static boolean joins(String one, String other) {
    for (int shared = Math.min(one.length(), other.length()) - 1;
        shared >= WORDS_SHARED;
        shared--) {
      if (one.regionMatches(one.length() - shared, other, 0, shared)) {
        return true;
      }
    }
    return false;
  }
}
