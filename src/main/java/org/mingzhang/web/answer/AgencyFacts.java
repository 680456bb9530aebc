package org.mingzhang.web.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.search.Hit;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.AmountTableBuilder;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.FactCellBuilder;
import org.mingzhang.web.compare.StageDisclosureDuty;
import org.mingzhang.web.compare.YearChange;
import org.mingzhang.web.fact.FactHit;

/**
 * The facts of one account in the documents of one agency, by year and slice.
 *
 * @param agency the agency
 * @param facts facts about the agency itself and a whole year, or of documents without a year
 * @param documents its documents
 * @param cells converts facts to cells
 */
record AgencyFacts(
    KnownAgency agency, List<FactHit> facts, List<Hit> documents, FactCellBuilder cells) {

  /** Selects the facts that are about the agency itself and about a whole year. */
  static AgencyFacts selectFacts(
      KnownAgency agency,
      Collection<FactHit> foundFacts,
      List<Hit> documents,
      FactCellBuilder cells) {
    List<FactHit> own =
        foundFacts.stream()
            .filter(f -> f.year() != null || f.hit().year() == null)
            .filter(f -> f.isOfWholeYear() && isAboutAgency(f, agency.name()))
            .toList();
    return new AgencyFacts(agency, own, documents, cells);
  }

  /**
   * Whether a fact is about the agency itself, and not about one of its projects or about one of
   * its units that the document also covers.
   */
  private static boolean isAboutAgency(FactHit fact, String agency) {
    String entity = fact.storedValue("entity");
    return !fact.isOfUnnamedProject()
        && (entity == null || entity.endsWith(agency) || agency.endsWith(entity));
  }

  /**
   * Years with a value in a document of the same year; if there are none, all years with a value.
   */
  TreeSet<Integer> yearsWithValue() {
    TreeSet<Integer> own = new TreeSet<>();
    TreeSet<Integer> any = new TreeSet<>();
    for (FactHit fact : facts) {
      Integer year = fact.year();
      if (year != null && isAmountOrCount(fact)) {
        any.add(year);
        if (fact.isOfDocumentYear()) {
          own.add(year);
        }
      }
    }
    return own.isEmpty() ? any : own;
  }

  private static int yearOf(FactHit fact) {
    return Objects.requireNonNullElse(fact.year(), DirectAnswer.AgencyValue.UNDATED);
  }

  private static boolean isAmountOrCount(FactHit fact) {
    return fact.kind() == Fact.Kind.AMOUNT || fact.kind() == Fact.Kind.COUNT;
  }

  private boolean hasDueDocument(int year, String stage) {
    return !StageDisclosureDuty.findDueDocuments(documents, year, stage).isEmpty();
  }

  /** The values of a year by slice, the values from the document of that year first. */
  Map<AccountSlice, List<FactHit>> valuesBySlice(int year) {
    Map<AccountSlice, List<FactHit>> slices = new LinkedHashMap<>();
    facts.stream()
        .filter(f -> isAmountOrCount(f) && yearOf(f) == year)
        .sorted(Comparator.comparing((FactHit f) -> !f.isOfDocumentYear()))
        .forEach(f -> slices.computeIfAbsent(sliceOf(f), k -> new ArrayList<>()).add(f));
    return slices;
  }

  static AccountSlice sliceOf(FactHit fact) {
    return new AccountSlice(
        Objects.requireNonNullElse(fact.storedValue("item"), ""),
        fact.label("stage"),
        fact.label("fund"),
        fact.label("perimeter"));
  }

  /**
   * A line of a year without a value. The value is unstated if the agency has a document of the
   * year whose kind states accounts at the stage, otherwise uncollected.
   *
   * @param stage label of the stage asked for, or another text if none is asked for
   * @param baseYear year to compare with
   */
  DirectAnswer.AgencyValue buildAbsentValue(int year, String stage, int baseYear) {
    return new DirectAnswer.AgencyValue(
        agency,
        year,
        AccountSlice.UNSPECIFIED,
        cells.buildCell(List.of(), hasDueDocument(year, stage)),
        baseYear,
        cells.buildCell(List.of(), hasDueDocument(baseYear, stage)),
        null);
  }

  /**
   * Builds the value of a year and its change. A change that a document states is only used if
   * {@code baseYear} is the year before.
   *
   * @param slice slice of the value
   * @param baseYear year to compare with
   */
  DirectAnswer.AgencyValue buildAgencyValue(int year, AccountSlice slice, int baseYear) {
    ComparisonGrid.Cell cell = buildCell(year, slice);
    ComparisonGrid.Cell before = buildCell(baseYear, slice);
    List<ComparisonGrid.StatedValue> stated =
        baseYear == year - 1
            ? cells.statedChanges(changeFacts(slice), year, slice.stage())
            : List.of();
    return new DirectAnswer.AgencyValue(
        agency, year, slice, cell, baseYear, before, computeChange(before, cell, stated));
  }

  private ComparisonGrid.Cell buildCell(int year, AccountSlice slice) {
    return cells.buildCell(
        valuesBySlice(year).getOrDefault(slice, List.of()), hasDueDocument(year, slice.stage()));
  }

  private List<FactHit> changeFacts(AccountSlice slice) {
    return facts.stream().filter(f -> !isAmountOrCount(f) && sliceOf(f).equals(slice)).toList();
  }

  private static @Nullable YearChange computeChange(
      ComparisonGrid.Cell before,
      ComparisonGrid.Cell cell,
      List<ComparisonGrid.StatedValue> statedChanges) {
    BigDecimal after = cell.exactNumber();
    BigDecimal earlier = AmountTableBuilder.comparableAmount(before, cell);
    if (after == null || !cell.hasMoney()) {
      return null;
    }
    return earlier == null
        ? YearChange.ofStated(after, statedChanges)
        : YearChange.compute(earlier, after, statedChanges);
  }
}
