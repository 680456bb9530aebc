package org.mingzhang.shard;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.NumberField;

/** What the rows of one segment are sorted by; asked in ascending order of rows, by one thread. */
@FunctionalInterface
interface SortKeys {
  /** Values of the facet, the gravest first. */
  List<String> GRAVEST =
      Arrays.stream(Severity.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();

  /** The key of a row, greater first; rows without the value come last in either direction. */
  double at(int doc) throws IOException;

  /** The keys of an order other than relevance. */
  static SortKeys of(LeafReader leaf, SegmentFacets columns, Sort sort) throws IOException {
    return switch (sort) {
      case RELEVANCE -> throw new IllegalArgumentException("relevance is not kept in the index");
      case YEAR -> numbers(leaf, NumberField.YEAR.fieldName(), 1);
      case YEAR_ASC -> numbers(leaf, NumberField.YEAR.fieldName(), -1);
      case REGION -> numbers(leaf, FieldNames.REGION_CODE, -1);
      case AMOUNT -> numbers(leaf, NumberField.AMOUNT.fieldName(), 1);
      case AMOUNT_ASC -> numbers(leaf, NumberField.AMOUNT.fieldName(), -1);
      case SCORE -> numbers(leaf, NumberField.SCORE.fieldName(), 1);
      case SCORE_ASC -> numbers(leaf, NumberField.SCORE.fieldName(), -1);
      case GAP -> numbers(leaf, NumberField.GAP.fieldName(), 1);
      case GAP_PERCENT -> numbers(leaf, NumberField.GAP_PERCENT.fieldName(), 1);
      case ARRIVAL -> numbers(leaf, NumberField.ARRIVAL.fieldName(), 1);
      case ARRIVAL_ASC -> numbers(leaf, NumberField.ARRIVAL.fieldName(), -1);
      case PUBLISHED -> numbers(leaf, NumberField.PUBLISHED.fieldName(), 1);
      case PUBLISHED_ASC -> numbers(leaf, NumberField.PUBLISHED.fieldName(), -1);
      case LATE -> numbers(leaf, NumberField.LATE.fieldName(), 1);
      case SEVERITY -> severities(columns.of(Dimension.SEVERITY));
    };
  }

  private static SortKeys numbers(LeafReader leaf, String field, int sign) throws IOException {
    NumericDocValues known = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf, field));
    NumericDocValues numbers = known == null ? DocValues.emptyNumeric() : known;
    return doc ->
        numbers.advanceExact(doc) ? (double) sign * numbers.longValue() : Double.NEGATIVE_INFINITY;
  }

  /** The gravest first. */
  private static SortKeys severities(FacetOrdinals column) {
    double[] keys = new double[column.size()];
    keys[0] = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < keys.length; i++) {
      keys[i] = -GRAVEST.indexOf(column.values()[i - 1]);
    }
    return doc -> keys[column.at(doc)];
  }
}
