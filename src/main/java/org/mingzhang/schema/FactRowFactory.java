package org.mingzhang.schema;

import static org.mingzhang.schema.RowColumns.joinColumns;
import static org.mingzhang.schema.RowColumns.putIfPresent;
import static org.mingzhang.schema.RowColumns.toLowerCaseName;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.FindingsByNumber;
import org.mingzhang.model.Fund;
import org.mingzhang.model.IndexedLocation;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Stage;

/**
 * Creates the rows of facts. A fact about the whole agency, or one that prose or a performance form
 * states, can be found by its account, by the words of its quote and by its headings. A fact about
 * an item that only data tables state can be found only by account and item: a document has
 * hundreds of them, and the section's row contains the words of the table.
 */
final class FactRowFactory {
  /** Maximum number of locations that are stored for a fact. */
  private static final int MAX_LOCATIONS = 24;

  private static final Pattern FULL_YEAR_BUDGET = Pattern.compile("全年[^，,。；;|]{0,8}?预算|可用预算");

  private FactRowFactory() {}

  /**
   * Creates the row of a fact.
   *
   * @param anchor name of the fact in its document, the fragment of its permalink
   * @param ordinal index of the fact in {@link org.mingzhang.model.Disclosure#facts()}
   * @param findings the findings of the document, of which one may say that the number is wrong
   */
  static Document createFactRow(
      SharedRowValues shared, Fact fact, String anchor, int ordinal, FindingsByNumber findings) {
    FactLocation first = findPrintedLocation(fact);
    String id = shared.sectionId(first.sectionPath()) + "#" + anchor;
    String topic = RowColumns.topicLabel(shared, first.sectionPath());
    boolean quoted = isIndexedWithQuote(fact);
    List<String> path = shared.headingsOf(first.sectionPath());
    BigDecimal yuan = amountInYuan(fact);
    Map<String, String> values = columnValues(shared, fact, first.quote());
    findings
        .find(fact, shared::findSection)
        .ifPresent(
            finding -> {
              values.put("finding", finding.anchor());
              values.put("findingSeverity", toLowerCaseName(finding.finding().severity()));
            });
    StoredRow stored =
        shared.createStoredRow(
            id,
            quoted ? path : List.of(),
            fact.account(),
            topic,
            first.page(),
            yuan == null ? null : yuan.toPlainString(),
            values,
            PageMap.ofPage(first.page()));
    RowBuilder row = shared.createBareRow(SearchScope.FACTS, id, ordinal, topic);
    addNumber(row, fact);
    addDimensions(row, fact);
    addNames(shared, row, fact);
    return (quoted ? addQuote(row, fact, first.quote(), path) : addItem(row, fact)).build(stored);
  }

  /**
   * The first location whose quote contains {@link Fact#printed()}; the first of all if none does,
   * since locations may print the value with another unit or other decimals.
   */
  private static FactLocation findPrintedLocation(Fact fact) {
    return fact.locations().stream()
        .filter(location -> location.quote().contains(fact.printed()))
        .findFirst()
        .orElse(fact.locations().getFirst());
  }

  private static boolean isIndexedWithQuote(Fact fact) {
    return fact.context().item() == null
        || fact.locations().stream().anyMatch(location -> location.cell() == null);
  }

  /** Adds the value of an amount, a rate or a share to the field of its kind. */
  private static void addNumber(RowBuilder row, Fact fact) {
    Fact.ReferenceAmount reference = fact.reference();
    boolean completion = reference != null && reference.rateOf() == Fact.RateKind.COMPLETION;
    switch (fact.kind()) {
      case AMOUNT -> row.addNumber(NumberField.AMOUNT, fact.value());
      case RATE ->
          row.addNumber(completion ? NumberField.COMPLETION : NumberField.GROWTH, fact.value());
      case SHARE -> row.addNumber(NumberField.SHARE, fact.value());
      case CHANGE, COUNT, PER_HEAD -> {}
    }
  }

  private static void addNames(SharedRowValues shared, RowBuilder row, Fact fact) {
    String names = joinColumns(fact.account(), fact.context().item());
    row.addWords(WeightedZone.CONTEXT, shared.searchableNames())
        .addWords(WeightedZone.TITLE, names.replace(SharedRowValues.COLUMN_SEPARATOR, "\n"));
  }

  private static RowBuilder addItem(RowBuilder row, Fact fact) {
    String item = fact.context().item();
    return row.addExactText(TextField.NGRAMS, joinColumns(fact.account(), item))
        .addExactText(TextField.DETAIL_NGRAMS, item);
  }

  private static RowBuilder addQuote(RowBuilder row, Fact fact, String quote, List<String> path) {
    String item = fact.context().item();
    return row.addWords(WeightedZone.PATH, String.join("\n", path))
        .addWords(WeightedZone.BODY, quote)
        .addExactText(TextField.NGRAMS, joinColumns(fact.account(), item, quote))
        .addExactText(TextField.TITLE_NGRAMS, fact.account())
        .addExactText(TextField.DETAIL_NGRAMS, item);
  }

  private static void addDimensions(RowBuilder row, Fact fact) {
    FactContext context = fact.context();
    row.addFacet(FacetDimension.ACCOUNT, fact.account())
        .addFacet(FacetDimension.ITEM, context.item())
        .addFacet(FacetDimension.ITEM_CODE, context.code())
        .addFacet(FacetDimension.STAGE, mapOrNull(context.stage(), Stage::label))
        .addFacet(FacetDimension.FUND, mapOrNull(context.fund(), Fund::label))
        .addFacet(FacetDimension.PERIMETER, mapOrNull(context.perimeter(), Perimeter::label))
        .addFacet(FacetDimension.ENTITY, context.entity())
        .addFacet(FacetDimension.FACT_YEAR, mapOrNull(context.year(), String::valueOf))
        .addFacet(FacetDimension.FACT_KIND, fact.kind().id())
        .addFacet(FacetDimension.DISPUTED, fact.disputed() ? "true" : null);
  }

  private static Map<String, String> columnValues(SharedRowValues shared, Fact fact, String quote) {
    FactContext about = fact.context();
    Map<String, String> values = new HashMap<>();
    putIfPresent(values, "item", about.item());
    putIfPresent(values, "code", about.code());
    putIfPresent(values, "stage", mapOrNull(about.stage(), Stage::label));
    putIfPresent(values, "fund", mapOrNull(about.fund(), Fund::label));
    putIfPresent(values, "perimeter", mapOrNull(about.perimeter(), Perimeter::label));
    putIfPresent(values, "entity", about.entity());
    putIfPresent(values, "factYear", mapOrNull(about.year(), String::valueOf));
    putIfPresent(values, "period", about.period());
    putIfPresent(values, "instant", about.instant());
    putIfPresent(values, "basis", about.basis());
    putIfPresent(values, "kind", fact.kind().id());
    putIfPresent(values, "value", fact.value().stripTrailingZeros().toPlainString());
    putIfPresent(values, "printed", fact.printed());
    putIfPresent(values, "unit", fact.printedUnit());
    putIfPresent(values, "disputed", fact.disputed() ? "true" : null);
    putIfPresent(values, "quote", quote);
    putIfPresent(values, "fullYearBudget", isFullYearBudget(fact) ? "true" : null);
    putIfPresent(values, "places", encodeLocations(shared, fact));
    Fact.ReferenceAmount reference = fact.reference();
    if (reference != null) {
      putIfPresent(values, "of", mapOrNull(reference.rateOf(), Fact.RateKind::id));
      putIfPresent(values, "againstStage", mapOrNull(reference.stage(), Stage::label));
      putIfPresent(values, "againstYear", mapOrNull(reference.year(), String::valueOf));
      putIfPresent(values, "whole", reference.whole());
    }
    return values;
  }

  /** Whether a fact is a budget that a quote calls the adjusted budget of the whole year (全年预算). */
  static boolean isFullYearBudget(Fact fact) {
    return fact.context().stage() == Stage.BUDGET
        && fact.locations().stream()
            .anyMatch(location -> FULL_YEAR_BUDGET.matcher(location.quote()).find());
  }

  private static String encodeLocations(SharedRowValues shared, Fact fact) {
    List<IndexedLocation> places = new ArrayList<>();
    for (FactLocation location : fact.locations()) {
      if (places.size() < MAX_LOCATIONS) {
        places.add(
            new IndexedLocation(
                shared.slug(location.sectionPath()),
                location.page(),
                location.start(),
                location.end(),
                location.cell()));
      }
    }
    return IndexedLocation.encode(places);
  }

  private static @Nullable BigDecimal amountInYuan(Fact fact) {
    return switch (fact.kind()) {
      case AMOUNT, CHANGE, PER_HEAD ->
          new BigDecimal(fact.value().stripTrailingZeros().toPlainString());
      case RATE, SHARE, COUNT -> null;
    };
  }

  /** A property of a value; null for null. */
  private static <T> @Nullable String mapOrNull(@Nullable T value, Function<T, String> property) {
    return value == null ? null : property.apply(value);
  }
}
