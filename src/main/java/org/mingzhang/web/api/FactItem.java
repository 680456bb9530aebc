package org.mingzhang.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.web.fact.FactHit;

/**
 * A fact in the API: the fields of the record format, its document and its places. Numbers are
 * decimal strings.
 *
 * @param id permalink id of the row
 * @param url permalink
 * @param documentYear fiscal year of the document
 * @param year fiscal year of the value
 * @param yuan value in 元 of an amount, change or amount per head; null for other kinds
 * @param percent value in percent of a rate or share; null for other kinds
 * @param value value of a count in {@code unit}; null for other kinds
 * @param printed the number as printed, in {@code unit}
 * @param against what a change or rate is measured against; null if not stated
 * @param disputed whether the document also states another value
 * @param finding address of the finding about the place, or null if it has none
 * @param places the locations that state it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FactItem(
    String id,
    String url,
    String document,
    String documentTitle,
    @Nullable Integer documentYear,
    @Nullable String category,
    List<String> region,
    @Nullable String agency,
    String account,
    @Nullable String item,
    @Nullable String code,
    @Nullable String stage,
    @Nullable String fund,
    @Nullable String perimeter,
    @Nullable String entity,
    @Nullable Integer year,
    @Nullable String period,
    @Nullable String instant,
    @Nullable String basis,
    String kind,
    @Nullable String yuan,
    @Nullable String percent,
    @Nullable String value,
    @Nullable String printed,
    @Nullable String unit,
    @Nullable String of,
    @Nullable String whole,
    @Nullable ChangeReference against,
    boolean disputed,
    @Nullable String finding,
    @Nullable String quote,
    List<LocationItem> places) {
  private static final Set<Fact.Kind> KINDS_IN_YUAN =
      Set.of(Fact.Kind.AMOUNT, Fact.Kind.CHANGE, Fact.Kind.PER_HEAD);
  private static final Set<Fact.Kind> KINDS_IN_PERCENT = Set.of(Fact.Kind.RATE, Fact.Kind.SHARE);

  /** The stage and year that a change or rate refers to. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ChangeReference(@Nullable String stage, @Nullable Integer year) {}

  /**
   * A location that states the fact.
   *
   * @param section permalink slug of the section
   * @param start offset of the number in the text of the section
   * @param end offset after the number
   */
  public record LocationItem(
      String section, String url, int page, int start, int end, @Nullable Cell cell) {}

  /** A cell of a data table of the document; all three indices start from 0. */
  public record Cell(int table, int row, int column) {}

  /** Creates the item for the fact of a hit. */
  static FactItem of(FactHit fact) {
    String number = fact.storedValue("value");
    return new FactItem(
        fact.hit().id(),
        fact.address(),
        fact.hit().documentId(),
        fact.hit().documentTitle(),
        fact.hit().year(),
        fact.hit().category(),
        fact.hit().region(),
        fact.hit().agency(),
        fact.account(),
        fact.storedValue("item"),
        fact.storedValue("code"),
        fact.storedValue("stage"),
        fact.storedValue("fund"),
        fact.storedValue("perimeter"),
        fact.storedValue("entity"),
        fact.year(),
        fact.storedValue("period"),
        fact.storedValue("instant"),
        fact.storedValue("basis"),
        fact.kind().id(),
        KINDS_IN_YUAN.contains(fact.kind()) ? number : null,
        KINDS_IN_PERCENT.contains(fact.kind()) ? number : null,
        fact.kind() == Fact.Kind.COUNT ? number : null,
        fact.storedValue("printed"),
        fact.storedValue("unit"),
        fact.storedValue("of"),
        fact.storedValue("whole"),
        buildChangeReference(fact),
        fact.isDisputed(),
        fact.findingAddress().isEmpty() ? null : fact.findingAddress(),
        fact.storedValue("quote"),
        fact.locations().stream()
            .map(
                p ->
                    new LocationItem(
                        p.sectionSlug(),
                        fact.address(p.sectionSlug()),
                        p.page(),
                        p.start(),
                        p.end(),
                        p.cell() == null
                            ? null
                            : new Cell(p.cell().tableIndex(), p.cell().row(), p.cell().column())))
            .toList());
  }

  private static @Nullable ChangeReference buildChangeReference(FactHit fact) {
    String stage = fact.storedValue("againstStage");
    Integer year = fact.referenceYear();
    return stage == null && year == null ? null : new ChangeReference(stage, year);
  }
}
