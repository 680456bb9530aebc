package org.mingzhang.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.NumberField;

/** What the rows of one segment are sorted by; asked in ascending order of rows, by one thread. */
final class SortKeys {
  private final NumericDocValues values;
  private final double sign;

  private SortKeys(NumericDocValues values, double sign) {
    this.values = values;
    this.sign = sign;
  }

  /** The keys of an order other than relevance. */
  static SortKeys of(LeafReader leaf, Sort sort) throws IOException {
    return switch (sort) {
      case RELEVANCE -> throw new IllegalArgumentException("relevance is not kept in the index");
      case YEAR -> numbers(leaf, NumberField.YEAR.fieldName(), 1);
      case YEAR_ASC -> numbers(leaf, NumberField.YEAR.fieldName(), -1);
      case REGION -> numbers(leaf, FieldNames.REGION_CODE, -1);
      case AMOUNT -> numbers(leaf, NumberField.AMOUNT.fieldName(), 1);
      case AMOUNT_ASC -> numbers(leaf, NumberField.AMOUNT.fieldName(), -1);
      case SCORE -> numbers(leaf, NumberField.SCORE.fieldName(), 1);
      case SCORE_ASC -> numbers(leaf, NumberField.SCORE.fieldName(), -1);
    };
  }

  private static SortKeys numbers(LeafReader leaf, String field, int sign) throws IOException {
    NumericDocValues numbers = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf, field));
    return new SortKeys(numbers == null ? DocValues.emptyNumeric() : numbers, sign);
  }

  /** The key of a row, greater first; rows without the number come last in either direction. */
  double at(int doc) throws IOException {
    return values.advanceExact(doc) ? sign * values.longValue() : Double.NEGATIVE_INFINITY;
  }
}
