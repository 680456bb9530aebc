package org.mingzhang.web.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.search.Hit;
import org.mingzhang.web.compare.AmountTable;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.FactCells;
import org.mingzhang.web.compare.Slice;
import org.mingzhang.web.compare.YearChange;
import org.mingzhang.web.fact.FactHit;

/**
 * What the documents of one agency state of one account, by year and slice.
 *
 * @param agency the agency
 * @param facts whole-year facts of the agency itself
 * @param documents its documents
 * @param cells makes values
 */
record AgencyFacts(KnownAgency agency, List<FactHit> facts, List<Hit> documents, FactCells cells) {

  /** Facts that are about the agency itself and about a whole year. */
  static AgencyFacts of(
      KnownAgency agency, Collection<FactHit> found, List<Hit> documents, FactCells cells) {
    List<FactHit> own =
        found.stream()
            .filter(f -> f.year() != null && f.ofWholeYear() && isOf(f, agency.name()))
            .toList();
    return new AgencyFacts(agency, own, documents, cells);
  }

  /** A department's document has the numbers of its units as well. */
  private static boolean isOf(FactHit fact, String agency) {
    String entity = fact.value("entity");
    return entity == null || entity.endsWith(agency) || agency.endsWith(entity);
  }

  /**
   * Years of which there is a value in a document of its own year, else any, in ascending order.
   */
  TreeSet<Integer> years() {
    TreeSet<Integer> own = new TreeSet<>();
    TreeSet<Integer> any = new TreeSet<>();
    for (FactHit fact : facts) {
      Integer year = fact.year();
      if (year != null && value(fact)) {
        any.add(year);
        if (fact.ofOwnYear()) {
          own.add(year);
        }
      }
    }
    return own.isEmpty() ? any : own;
  }

  private static boolean value(FactHit fact) {
    return fact.kind() == Fact.Kind.AMOUNT || fact.kind() == Fact.Kind.COUNT;
  }

  /** Whether a document of a year is kept. */
  boolean collected(int year) {
    return documents.stream().anyMatch(d -> Objects.equals(d.year(), year));
  }

  /** The values of a year by slice, the first stated first. */
  Map<Slice, List<FactHit>> values(int year) {
    Map<Slice, List<FactHit>> slices = new LinkedHashMap<>();
    facts.stream()
        .filter(f -> value(f) && Objects.equals(f.year(), year))
        .sorted(Comparator.comparing((FactHit f) -> !f.ofOwnYear()))
        .forEach(f -> slices.computeIfAbsent(slice(f), k -> new ArrayList<>()).add(f));
    return slices;
  }

  static Slice slice(FactHit fact) {
    return new Slice("", said(fact, "stage"), said(fact, "fund"), said(fact, "perimeter"));
  }

  private static String said(FactHit fact, String dimension) {
    return Objects.requireNonNullElse(
        fact.value(dimension), org.mingzhang.query.SearchRequest.NOT_STATED);
  }

  /** The line of a year in a slice; without one the line says why there is no value. */
  DirectAnswer.Line line(int year, @Nullable Slice slice, int base) {
    if (slice == null) {
      return new DirectAnswer.Line(
          agency, year, Slice.UNSPECIFIED, cell(year, null), base, cell(base, null), null);
    }
    ComparisonGrid.Cell cell = cell(year, slice);
    ComparisonGrid.Cell before = cell(base, slice);
    List<ComparisonGrid.StatedValue> stated =
        base == year - 1 ? cells.stated(changes(slice), year, slice.stage()) : List.of();
    return new DirectAnswer.Line(
        agency, year, slice, cell, base, before, change(before, cell, stated));
  }

  private ComparisonGrid.Cell cell(int year, @Nullable Slice slice) {
    List<FactHit> said = slice == null ? List.of() : values(year).getOrDefault(slice, List.of());
    return cells.of(said, collected(year));
  }

  private List<FactHit> changes(Slice slice) {
    return facts.stream().filter(f -> !value(f) && slice(f).equals(slice)).toList();
  }

  private static @Nullable YearChange change(
      ComparisonGrid.Cell before,
      ComparisonGrid.Cell cell,
      List<ComparisonGrid.StatedValue> stated) {
    var after = AmountTable.yuan(cell);
    var earlier = AmountTable.yuan(before);
    boolean amount =
        after != null && cell.statedValues().getFirst().fact().kind() == Fact.Kind.AMOUNT;
    if (after == null || !amount) {
      return null;
    }
    return earlier == null ? YearChange.stated(stated) : YearChange.between(earlier, after, stated);
  }

  /** Its slices with a value of any year. */
  Set<Slice> slices() {
    Set<Slice> slices = new HashSet<>();
    facts.stream().filter(AgencyFacts::value).forEach(f -> slices.add(slice(f)));
    return slices;
  }
}
