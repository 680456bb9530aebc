package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.WorkBudget;

/**
 * Decides which candidates are headings and how they nest, by finding the cheapest reading of the
 * whole document with a beam search. Each candidate is either text or a heading at one of its
 * possible depths; readings with the same open headings are merged, and only the cheapest are kept.
 * A sequence of numerals is thus judged by what follows it too: a second 二、 shows that the sequence
 * before was a list. Thread-safe.
 */
final class OutlineParser {
  private static final int BEAM_WIDTH = 48;

  /**
   * An accepted heading.
   *
   * @param candidate the heading
   * @param frame the heading with its ancestors in the outline
   */
  record Heading(Candidate candidate, OpenHeading frame) {}

  /** A partial reading; {@code frame} is null if the last candidate is text. */
  private record Reading(
      @Nullable Reading before,
      @Nullable OpenHeading open,
      @Nullable Candidate candidate,
      @Nullable OpenHeading frame,
      double cost) {}

  /** The headings in reading order. */
  List<Heading> parse(List<Candidate> candidates, Placement placement, WorkBudget budget) {
    List<Reading> beam = List.of(new Reading(null, null, null, null, 0));
    for (Candidate candidate : candidates) {
      budget.check();
      Map<Object, Reading> best = new LinkedHashMap<>();
      for (Reading reading : beam) {
        keepIfCheaper(best, addAsText(reading, candidate, placement));
        for (Placement.Option option : placement.findOptions(reading.open, candidate)) {
          double cost = reading.cost + candidate.acceptance() + option.cost();
          keepIfCheaper(
              best, new Reading(reading, option.frame(), candidate, option.frame(), cost));
        }
      }
      beam =
          best.values().stream()
              .sorted(Comparator.comparingDouble(Reading::cost))
              .limit(BEAM_WIDTH)
              .toList();
    }
    return collectHeadings(beam.get(0));
  }

  private static Reading addAsText(Reading reading, Candidate candidate, Placement placement) {
    double cost = reading.cost + placement.textCost(reading.open, candidate);
    return new Reading(reading, reading.open, candidate, null, cost);
  }

  private static void keepIfCheaper(Map<Object, Reading> best, Reading reading) {
    Object key = Objects.requireNonNullElse(reading.open, "none");
    Reading known = best.get(key);
    if (known == null || reading.cost < known.cost) {
      best.put(key, reading);
    }
  }

  private static List<Heading> collectHeadings(Reading last) {
    List<Heading> headings = new ArrayList<>();
    for (Reading reading = last; reading != null; reading = reading.before) {
      if (reading.frame != null && reading.candidate != null) {
        headings.add(new Heading(reading.candidate, reading.frame));
      }
    }
    Collections.reverse(headings);
    return headings;
  }
}
