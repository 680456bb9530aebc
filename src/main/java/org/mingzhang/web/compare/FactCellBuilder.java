package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Fact;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.AmountFormat;

/**
 * Creates a cell from the facts that documents of one agency state for one account, stage, fund,
 * perimeter and year. A document of that year has precedence over documents of other years. If it
 * states different values, the cell is disputed or ambiguous.
 *
 * @param links creates addresses of places
 */
public record FactCellBuilder(PortalLinks links) {
  private static final Comparator<FactHit> PRECEDENCE =
      Comparator.comparing((FactHit f) -> !f.isOfDocumentYear())
          .thenComparing(FactHit::isFullYearBudget)
          .thenComparing(f -> !isFinalAccount(f.hit()))
          .thenComparing(f -> Objects.requireNonNullElse(f.hit().year(), 0))
          .thenComparing(f -> f.hit().id());

  /**
   * Whether a document is a final account, whose values have precedence over those of budgets and
   * evaluations.
   */
  private static boolean isFinalAccount(Hit hit) {
    return Category.ofLabel(Objects.requireNonNullElse(hit.category(), ""))
        .filter(Category::isFinalAccount)
        .isPresent();
  }

  /**
   * The cell for facts that are amounts (shown in 万元) or counts. Facts that are not about a whole
   * year are ignored.
   *
   * @param isDocumentCollected whether there is a document of the year, which tells an unstated
   *     cell from an uncollected one if there are no facts
   */
  public ComparisonGrid.Cell buildCell(List<FactHit> facts, boolean isDocumentCollected) {
    List<FactHit> sorted =
        facts.stream().filter(FactHit::isOfWholeYear).sorted(PRECEDENCE).toList();
    if (sorted.isEmpty()) {
      return ComparisonGrid.Cell.ofMissingValue(isDocumentCollected);
    }
    String document = sorted.getFirst().hit().documentId();
    List<FactHit> own =
        RoundedAmountMatcher.removeRepeated(
            sorted.stream().filter(f -> f.hit().documentId().equals(document)).toList());
    if (own.size() > 1) {
      return buildCellOfDifferentValues(own);
    }
    List<FactHit> all = RoundedAmountMatcher.removeRepeated(sorted);
    FactHit first = all.getFirst();
    return createCell(
        ComparisonGrid.CellState.STATED,
        valueInTenThousands(first),
        first.isFullYearBudget() ? ComparisonGrid.FULL_YEAR_BUDGET : "",
        all);
  }

  /** A cell that shows the number of the first of some facts and leads to it. */
  private ComparisonGrid.Cell createCell(
      ComparisonGrid.CellState state,
      @Nullable BigDecimal value,
      String note,
      List<FactHit> facts) {
    FactHit first = facts.getFirst();
    return new ComparisonGrid.Cell(
        state,
        value,
        first.formatNumber(),
        note,
        links.hit(first.hit(), ""),
        facts.size() - 1,
        first.sectionPermalinkId(),
        firstPage(first),
        facts.stream().map(this::toStatedValue).toList());
  }

  /**
   * The cell for an amount that is stated only of another fund or perimeter than a slice.
   *
   * @param facts amounts of one agency and year
   * @return the cell, without a number and with a note on the fund and perimeter in which it
   *     differs; empty if no fact is about a whole year
   */
  Optional<ComparisonGrid.Cell> buildCellOfOtherBasis(List<FactHit> facts, AccountSlice slice) {
    return facts.stream()
        .filter(FactHit::isOfWholeYear)
        .min(PRECEDENCE)
        .map(
            fact ->
                createCell(
                    ComparisonGrid.CellState.OTHER_BASIS,
                    null,
                    describeOtherBasis(fact, slice),
                    List.of(fact)));
  }

  /** The fund and perimeter of a fact, as far as they differ from the slice. */
  private static String describeOtherBasis(FactHit fact, AccountSlice slice) {
    String fund = fact.label("fund");
    String perimeter = fact.label("perimeter") + "口径";
    return Stream.of(fund, perimeter)
        .filter(own -> !own.equals(slice.fund()) && !own.equals(slice.perimeter() + "口径"))
        .collect(Collectors.joining("，"));
  }

  private ComparisonGrid.Cell buildCellOfDifferentValues(List<FactHit> facts) {
    return new ComparisonGrid.Cell(
        facts.stream().allMatch(fact -> fact.findingAddress().isEmpty())
            ? ComparisonGrid.CellState.AMBIGUOUS
            : ComparisonGrid.CellState.DISPUTED,
        null,
        "",
        "",
        links.document(facts.getFirst().hit().documentId(), "findings"),
        0,
        facts.getFirst().sectionPermalinkId(),
        firstPage(facts.getFirst()),
        facts.stream().map(this::toStatedValue).toList());
  }

  private static int firstPage(FactHit fact) {
    return fact.locations().isEmpty() ? 0 : fact.locations().getFirst().page();
  }

  /** A fact with its place. */
  ComparisonGrid.StatedValue toStatedValue(FactHit fact) {
    return new ComparisonGrid.StatedValue(
        fact.formatNumber(), links.hit(fact.hit(), ""), fact.hit().documentTitle(), fact);
  }

  private static BigDecimal valueInTenThousands(FactHit fact) {
    return fact.kind() == Fact.Kind.AMOUNT
        ? AmountFormat.toTenThousands(fact.number())
        : fact.number();
  }

  /**
   * The stated change of a year against the year before: its amount and its rate, in this order,
   * each from the document with precedence; empty if none is stated.
   *
   * @param stage stage of the slice; a change against another stage is ignored
   */
  public List<ComparisonGrid.StatedValue> statedChanges(
      List<FactHit> facts, int year, String stage) {
    List<ComparisonGrid.StatedValue> values = new ArrayList<>();
    for (Fact.Kind kind : List.of(Fact.Kind.CHANGE, Fact.Kind.RATE)) {
      facts.stream()
          .filter(f -> f.kind() == kind && isChangeFromYearBefore(f, year, stage))
          .min(PRECEDENCE)
          .ifPresent(f -> values.add(toStatedValue(f)));
    }
    return values;
  }

  private static boolean isChangeFromYearBefore(FactHit fact, int year, String stage) {
    Integer against = fact.referenceYear();
    @Nullable String of = fact.storedValue("of");
    @Nullable String before = fact.storedValue("againstStage");
    return fact.isOfWholeYear()
        && Objects.equals(fact.year(), year)
        && against != null
        && against == year - 1
        && (fact.kind() == Fact.Kind.CHANGE || Objects.equals(of, "change"))
        && (before == null || before.equals(stage));
  }
}
