package org.mingzhang.web.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Fact;
import org.mingzhang.model.IndexedLocation;
import org.mingzhang.model.Stage;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.text.AmountParser;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.render.AmountFormat;

/**
 * A fact found in the index, with typed access to its stored fields.
 *
 * @param hit a hit of the scope of facts
 */
public record FactHit(Hit hit) {
  /** Account of the chart, or the printed name of an account that is not in it. */
  public String account() {
    return hit.title();
  }

  /** Value of a stored field; null if the document does not state it. */
  public @Nullable String storedValue(String name) {
    return hit.values().get(name);
  }

  /** Label of a dimension; {@link SearchRequest#NOT_STATED} if the document does not state it. */
  public String label(String dimension) {
    return Objects.requireNonNullElse(storedValue(dimension), SearchRequest.NOT_STATED);
  }

  /** Kind of the value; an amount if the index does not have it. */
  public Fact.Kind kind() {
    return Fact.Kind.ofId(hit.values().getOrDefault("kind", "")).orElse(Fact.Kind.AMOUNT);
  }

  /** The value in 元, in percent, or in the unit of a count; 0 if the index does not have it. */
  public BigDecimal number() {
    return new BigDecimal(hit.values().getOrDefault("value", "0"));
  }

  /** The unit of the last printed decimal place, in the unit of {@link #number}: 10 000 for 3万元. */
  public BigDecimal unitOfLastPlace() {
    String printed = hit.values().getOrDefault("printed", "");
    int point = printed.indexOf('.');
    int decimals = point < 0 ? 0 : printed.length() - point - 1;
    int exponent = AmountParser.powerOfTenOrZero(hit.values().getOrDefault("unit", ""));
    return BigDecimal.ONE.scaleByPowerOfTen(exponent - decimals);
  }

  /** Year to which the value applies, or null. */
  public @Nullable Integer year() {
    return year(storedValue("factYear"));
  }

  /** Year with which a change or rate is compared, or null. */
  public @Nullable Integer referenceYear() {
    return year(storedValue("againstYear"));
  }

  private static @Nullable Integer year(@Nullable String digits) {
    return digits != null && digits.matches("\\d{4}") ? Integer.valueOf(digits) : null;
  }

  /** Whether another place of the document gives another value. */
  public boolean isDisputed() {
    return storedValue("disputed") != null;
  }

  /**
   * Address, without language, of the finding that says that the number is wrong, among the
   * findings of its document; empty if there is none.
   */
  public String findingAddress() {
    String finding = storedValue("finding");
    return finding == null
        ? ""
        : new QueryString()
                .add("view", "findings")
                .appendTo(PortalLinks.permalink(hit.documentId()))
            + "#"
            + finding;
  }

  /** Short name of the severity of the finding on the number; empty if there is none. */
  public String findingSeverity() {
    return hit.values().getOrDefault("findingSeverity", "");
  }

  /**
   * Whether the value belongs to a project whose name is unknown: the fact has no item, and the
   * document is the evaluation of a project.
   */
  public boolean isOfUnnamedProject() {
    return storedValue("item") == null
        && Category.PROJECT_SELF_EVALUATION.label().equals(hit.category());
  }

  /** Whether the value was read by OCR, in which case signs and digits may be wrong. */
  public boolean isReadByOcr() {
    return storedValue("confidence") != null;
  }

  /** Whether the year of the document is the year to which the value applies. */
  public boolean isOfDocumentYear() {
    Integer year = year();
    return year != null && year.equals(hit.year());
  }

  /**
   * Whether the value is for the whole year as reported or, for a balance, for the end of the year.
   * Values of a part of the year, or on another basis, are not comparable between years.
   */
  public boolean isOfWholeYear() {
    String instant = storedValue("instant");
    return storedValue("period") == null
        && storedValue("basis") == null
        && (instant == null || instant.equals("年末"));
  }

  /**
   * Whether the value is the adjusted budget at the end of the year (全年预算), as final accounts state
   * it, and not the approved one.
   */
  public boolean isFullYearBudget() {
    String category = hit.category();
    return Stage.BUDGET.label().equals(storedValue("stage"))
        && (category == null || !category.endsWith(Stage.BUDGET.label()))
        && storedValue("fullYearBudget") != null;
  }

  /** The owner of the accounts: the entity; if none is stated, the publisher of the document. */
  public String entity() {
    String entity = storedValue("entity");
    return entity == null ? hit.publisher() : entity;
  }

  /**
   * The number for tables: amounts in 万元, changes and their rates with a sign, rates and shares in
   * percent, counts with their unit.
   */
  public String formatNumber() {
    return AmountFormat.formatFact(
        kind(),
        number(),
        storedValue("printed"),
        hit.values().getOrDefault("unit", ""),
        "change".equals(storedValue("of")));
  }

  /**
   * The locations that state the fact, as far as the index stores them: cells of data tables, then
   * performance forms, then prose, each in reading order; empty if there are none.
   */
  public List<IndexedLocation> locations() {
    return IndexedLocation.decode(hit.values().getOrDefault("places", ""));
  }

  /** Anchor of the fact in addresses, such as {@code a-1f0a93c2}. */
  public String anchor() {
    return hit.id().substring(hit.id().indexOf('#') + 1);
  }

  /** Address, without language, of the place in the text with the fact highlighted. */
  public String address() {
    return PortalLinks.row(hit.id());
  }

  /**
   * Address of a section of the fact's document with the fact highlighted; the address of the
   * document if the slug is empty.
   */
  public String address(String slug) {
    String document = PortalLinks.permalink(hit.documentId());
    return slug.isEmpty() ? document : withAnchor(PortalLinks.permalink(hit.documentId(), slug));
  }

  private String withAnchor(String section) {
    return new QueryString().add("fact", anchor()).appendTo(section) + "#" + anchor();
  }

  /** Permalink id of its section, {@code DOCUMENT/SECTION}: the hit's id without the anchor. */
  public String sectionPermalinkId() {
    return hit.id().substring(0, Math.max(0, hit.id().indexOf('#')));
  }
}
