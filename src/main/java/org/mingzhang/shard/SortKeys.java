package org.mingzhang.shard;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.NumberField;

/**
 * The sort keys of the rows of one segment. Rows must be requested in ascending order, by one
 * thread.
 */
@FunctionalInterface
interface SortKeys {
  /** Facet values of severities, the most severe first. */
  List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();

  /**
   * The key of a row, sorted in descending order; rows without a value come last in either
   * direction.
   */
  double key(int doc) throws IOException;

  /**
   * The keys for a sort order.
   *
   * @throws IllegalArgumentException for {@link Sort#RELEVANCE}, whose keys are scores
   */
  static SortKeys of(LeafReader leaf, SegmentOrdinals segment, Sort sort) throws IOException {
    return switch (sort) {
      case RELEVANCE -> throw new IllegalArgumentException("relevance is not kept in the index");
      case YEAR -> numericKeys(leaf, NumberField.YEAR.fieldName(), 1);
      case YEAR_ASC -> numericKeys(leaf, NumberField.YEAR.fieldName(), -1);
      case REGION -> numericKeys(leaf, FieldNames.REGION_CODE, -1);
      case AMOUNT -> numericKeys(leaf, NumberField.AMOUNT.fieldName(), 1);
      case AMOUNT_ASC -> numericKeys(leaf, NumberField.AMOUNT.fieldName(), -1);
      case SCORE -> numericKeys(leaf, NumberField.SCORE.fieldName(), 1);
      case SCORE_ASC -> numericKeys(leaf, NumberField.SCORE.fieldName(), -1);
      case GAP -> numericKeys(leaf, NumberField.GAP.fieldName(), 1);
      case GAP_PERCENT -> numericKeys(leaf, NumberField.GAP_PERCENT.fieldName(), 1);
      case ARRIVAL -> numericKeys(leaf, NumberField.ARRIVAL.fieldName(), 1);
      case ARRIVAL_ASC -> numericKeys(leaf, NumberField.ARRIVAL.fieldName(), -1);
      case PUBLISHED -> numericKeys(leaf, NumberField.PUBLISHED.fieldName(), 1);
      case PUBLISHED_ASC -> numericKeys(leaf, NumberField.PUBLISHED.fieldName(), -1);
      case LATE -> numericKeys(leaf, NumberField.DAYS_LATE.fieldName(), 1);
      case SEVERITY -> severityKeys(segment.facet(FacetDimension.SEVERITY));
    };
  }

  private static SortKeys numericKeys(LeafReader leaf, String field, int sign) throws IOException {
    NumericDocValues values = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf, field));
    NumericDocValues numbers = values == null ? DocValues.emptyNumeric() : values;
    return doc ->
        numbers.advanceExact(doc) ? (double) sign * numbers.longValue() : Double.NEGATIVE_INFINITY;
  }

  private static SortKeys severityKeys(FacetOrdinals ordinals) {
    double[] keys = new double[ordinals.size()];
    keys[0] = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < keys.length; i++) {
      keys[i] = -SEVERITIES.indexOf(ordinals.values()[i - 1]);
    }
    return doc -> keys[ordinals.ordinal(doc)];
  }
}
