package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.RankedRow;

/**
 * Offers rows of one segment to a page, with all that decides their places. Asked in ascending
 * order of rows, by one thread.
 */
final class RowRanker {
  private final RowList list;
  private final int docBase;
  private final @Nullable SortKeys keys;
  private final NumericDocValues orders;
  private final NumericDocValues wordings;
  private final FacetOrdinals years;
  private final int[] yearOfNumber;
  private final SectionBoosts weights;
  private final Grouping grouping;
  private final FacetOrdinals agencies;
  private final int[] agencyNumbers;

  RowRanker(Snapshot snapshot, LeafReaderContext context, RowList list, RowOrder order)
      throws IOException {
    LeafReader reader = context.reader();
    SegmentFacets columns = snapshot.columns(context.ord);
    this.list = list;
    grouping = order.grouping();
    docBase = context.docBase;
    keys = order.sort() == Sort.RELEVANCE ? null : SortKeys.of(reader, columns, order.sort());
    orders = numbers(reader, FieldNames.ORDER);
    wordings = numbers(reader, FieldNames.WORDING);
    years = columns.of(Dimension.YEAR);
    yearOfNumber = new int[years.size()];
    for (int i = 1; i < yearOfNumber.length; i++) {
      yearOfNumber[i] = Integer.parseInt(years.values()[i - 1]);
    }
    weights = new SectionBoosts(columns.substance(), order.absence());
    agencies = columns.of(Dimension.AGENCY);
    agencyNumbers = snapshot.dictionary(Dimension.AGENCY).ofPart(context.ord);
  }

  private static NumericDocValues numbers(LeafReader reader, String field) throws IOException {
    NumericDocValues values = reader.getNumericDocValues(field);
    return values == null ? DocValues.emptyNumeric() : values;
  }

  /** Offers a row with its score, which only counts where rows are sorted by relevance. */
  void rank(int doc, float score) throws IOException {
    double key = keys == null ? score * weights.of(doc) : keys.at(doc);
    int year = yearOfNumber[years.at(doc)];
    if (!list.wants(key, year)) {
      return;
    }
    long order = orders.advanceExact(doc) ? orders.longValue() : docBase + doc;
    list.offer(new RankedRow(docBase + doc, key, year, order, group(doc, order)));
  }

  private long group(int doc, long order) throws IOException {
    return switch (grouping) {
      case NONE -> 0;
      case SIMILAR -> wordings.advanceExact(doc) ? wordings.longValue() : 0;
      case DOCUMENT -> order >>> FieldNames.PLACE_BITS;
      case AGENCY -> agencyNumbers[agencies.at(doc)];
    };
  }
}
