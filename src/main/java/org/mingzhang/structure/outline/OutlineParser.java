package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.CpuTimeBudget;

/**
 * Decides which candidates are headings and how they nest, by finding the cheapest reading of the
 * whole document with a beam search. Each candidate is either text or a heading at one of its
 * possible depths; readings with the same open headings are merged, and only the cheapest are kept.
 * A sequence of numerals is thus also judged by what follows it: a second 二、, for example, shows
 * that the sequence before it was a list. Thread-safe.
 */
final class OutlineParser {
  private static final int BEAM_WIDTH = 48;

  /**
   * A candidate that the parser accepted as a heading.
   *
   * @param candidate the heading
   * @param openHeading the heading with its ancestors in the outline
   */
  record Heading(HeadingCandidate candidate, OpenHeading openHeading) {}

  /**
   * A reading of the candidates up to one of them, as the last link of a chain.
   *
   * @param previous the reading without this candidate, or null for the start of the chain
   * @param innermostOpen the innermost heading that is open after the candidate, or null
   * @param candidate the candidate, or null at the start of the chain
   * @param openHeading the candidate as a heading, or null if it is read as text
   * @param cost cost of the whole chain
   */
  private record PartialOutline(
      @Nullable PartialOutline previous,
      @Nullable OpenHeading innermostOpen,
      @Nullable HeadingCandidate candidate,
      @Nullable OpenHeading openHeading,
      double cost) {}

  /**
   * Returns the accepted headings in reading order.
   *
   * @throws CpuTimeBudget.BudgetExhaustedException if the budget does not suffice
   */
  List<Heading> parse(
      List<HeadingCandidate> headingCandidates,
      HeadingPlacement headingPlacement,
      CpuTimeBudget budget) {
    List<PartialOutline> beam = List.of(new PartialOutline(null, null, null, null, 0));
    for (HeadingCandidate headingCandidate : headingCandidates) {
      budget.throwIfExhausted();
      Map<Object, PartialOutline> best = new LinkedHashMap<>();
      for (PartialOutline partialOutline : beam) {
        keepIfCheaper(best, addAsBodyText(partialOutline, headingCandidate, headingPlacement));
        for (HeadingPlacement.PlacementOption placementOption :
            headingPlacement.findOptions(partialOutline.innermostOpen, headingCandidate)) {
          double cost =
              partialOutline.cost + headingCandidate.acceptanceCost() + placementOption.cost();
          keepIfCheaper(
              best,
              new PartialOutline(
                  partialOutline,
                  placementOption.openHeading(),
                  headingCandidate,
                  placementOption.openHeading(),
                  cost));
        }
      }
      beam =
          best.values().stream()
              .sorted(Comparator.comparingDouble(PartialOutline::cost))
              .limit(BEAM_WIDTH)
              .toList();
    }
    return collectHeadings(beam.get(0));
  }

  private static PartialOutline addAsBodyText(
      PartialOutline partialOutline,
      HeadingCandidate headingCandidate,
      HeadingPlacement headingPlacement) {
    double cost =
        partialOutline.cost
            + headingPlacement.textCost(partialOutline.innermostOpen, headingCandidate);
    return new PartialOutline(
        partialOutline, partialOutline.innermostOpen, headingCandidate, null, cost);
  }

  private static void keepIfCheaper(
      Map<Object, PartialOutline> best, PartialOutline partialOutline) {
    Object key = Objects.requireNonNullElse(partialOutline.innermostOpen, "none");
    PartialOutline known = best.get(key);
    if (known == null || partialOutline.cost < known.cost) {
      best.put(key, partialOutline);
    }
  }

  private static List<Heading> collectHeadings(PartialOutline last) {
    List<Heading> headings = new ArrayList<>();
    for (PartialOutline partialOutline = last;
        partialOutline != null;
        partialOutline = partialOutline.previous) {
      if (partialOutline.openHeading != null && partialOutline.candidate != null) {
        headings.add(new Heading(partialOutline.candidate, partialOutline.openHeading));
      }
    }
    Collections.reverse(headings);
    return headings;
  }
}
