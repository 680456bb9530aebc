package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Fact;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.AmountFormat;

/**
 * Makes one value of the facts that one agency's documents state of one account, stage, fund,
 * perimeter and year. The document of the year itself is believed before one that looks back; a
 * document that gives two values decides nothing.
 *
 * @param links how places are addressed
 */
public record FactCells(Links links) {
  private static final Comparator<FactHit> NEAREST_FIRST =
      Comparator.comparing((FactHit f) -> !f.ofOwnYear())
          .thenComparing(f -> !account(f.hit()))
          .thenComparing(f -> Objects.requireNonNullElse(f.hit().year(), 0))
          .thenComparing(f -> f.hit().id());

  /** Final accounts come before budgets and evaluations. */
  private static boolean account(Hit hit) {
    return Category.ofLabel(Objects.requireNonNullElse(hit.category(), ""))
        .map(c -> c.label().endsWith("决算"))
        .orElse(false);
  }

  /** The value; of amounts only, in 万元, or of counts. */
  public ComparisonGrid.Cell of(List<FactHit> facts, boolean collected) {
    List<FactHit> sorted =
        facts.stream().filter(FactHit::ofWholeYear).sorted(NEAREST_FIRST).toList();
    if (sorted.isEmpty()) {
      return ComparisonGrid.Cell.absent(collected);
    }
    String document = sorted.getFirst().hit().documentId();
    List<FactHit> own =
        PrecisionMatch.distinct(
            sorted.stream().filter(f -> f.hit().documentId().equals(document)).toList());
    if (own.size() > 1) {
      return disputed(own);
    }
    List<FactHit> all = PrecisionMatch.distinct(sorted);
    FactHit first = all.getFirst();
    return new ComparisonGrid.Cell(
        ComparisonGrid.State.STATED,
        drawn(first),
        first.shown(),
        "",
        links.hit(first.hit(), ""),
        all.size() - 1,
        first.place(),
        all.stream().map(this::statedValue).toList());
  }

  private ComparisonGrid.Cell disputed(List<FactHit> facts) {
    return new ComparisonGrid.Cell(
        ComparisonGrid.State.DISPUTED,
        null,
        "",
        "",
        links.document(facts.getFirst().hit().documentId(), "findings"),
        0,
        facts.getFirst().place(),
        facts.stream().map(this::statedValue).toList());
  }

  /** A fact with its place. */
  ComparisonGrid.StatedValue statedValue(FactHit fact) {
    return new ComparisonGrid.StatedValue(
        fact.shown(), links.hit(fact.hit(), ""), fact.hit().documentTitle(), fact);
  }

  private static BigDecimal drawn(FactHit fact) {
    return fact.kind() == Fact.Kind.AMOUNT
        ? AmountFormat.inTenThousands(fact.number())
        : fact.number();
  }

  /** What documents say of the change to a year: the amount and the rate of the nearest one. */
  public List<ComparisonGrid.StatedValue> stated(List<FactHit> facts, int year, String stage) {
    List<ComparisonGrid.StatedValue> values = new ArrayList<>();
    for (Fact.Kind kind : List.of(Fact.Kind.CHANGE, Fact.Kind.RATE)) {
      facts.stream()
          .filter(f -> f.kind() == kind && isChange(f, year, stage))
          .min(NEAREST_FIRST)
          .ifPresent(f -> values.add(statedValue(f)));
    }
    return values;
  }

  private static boolean isChange(FactHit fact, int year, String stage) {
    Integer against = fact.againstYear();
    @Nullable String of = fact.value("of");
    @Nullable String before = fact.value("againstStage");
    return fact.ofWholeYear()
        && Objects.equals(fact.year(), year)
        && against != null
        && against == year - 1
        && (fact.kind() == Fact.Kind.CHANGE || Objects.equals(of, "change"))
        && (before == null || before.equals(stage));
  }
}
