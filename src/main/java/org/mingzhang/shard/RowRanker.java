package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.RankedRow;

/**
 * Computes the sort values of the rows of one segment and offers the rows to a queue. Rows must be
 * collected in ascending order, by one thread.
 */
final class RowRanker {
  private final RowQueue queue;
  private final int docBase;
  private final @Nullable SortKeys sortKeys;
  private final NumericDocValues orderValues;
  private final NumericDocValues nearDuplicateKeys;
  private final DocumentBlocks blocks;
  private final FacetOrdinals yearOrdinals;
  private final int[] yearOfOrdinal;
  private final SectionBoosts boosts;
  private final Grouping grouping;
  private final FacetOrdinals agencyOrdinals;
  private final int[] globalAgencyOrdinals;

  RowRanker(ShardSnapshot snapshot, LeafReaderContext context, RowQueue queue, RowOrder order)
      throws IOException {
    LeafReader reader = context.reader();
    SegmentOrdinals ordinals = snapshot.segmentOrdinals(context.ord);
    this.queue = queue;
    grouping = order.grouping();
    docBase = context.docBase;
    sortKeys = order.sort() == Sort.RELEVANCE ? null : SortKeys.of(reader, ordinals, order.sort());
    orderValues = docValues(reader, FieldNames.ORDER);
    nearDuplicateKeys = docValues(reader, FieldNames.NEAR_DUPLICATE_KEY);
    blocks = ordinals.blocks();
    yearOrdinals = ordinals.facet(FacetDimension.YEAR);
    yearOfOrdinal = new int[yearOrdinals.size()];
    for (int i = 1; i < yearOfOrdinal.length; i++) {
      yearOfOrdinal[i] = Integer.parseInt(yearOrdinals.values()[i - 1]);
    }
    boosts = new SectionBoosts(ordinals.sectionBoostOrdinals(), order.queryAsksForAbsence());
    agencyOrdinals = ordinals.facet(FacetDimension.AGENCY);
    globalAgencyOrdinals =
        snapshot.globalOrdinals(FacetDimension.AGENCY).ordinalsOfPart(context.ord);
  }

  private static NumericDocValues docValues(LeafReader reader, String field) throws IOException {
    NumericDocValues values = reader.getNumericDocValues(field);
    return values == null ? DocValues.emptyNumeric() : values;
  }

  /**
   * Offers a row to the queue; the score is used only if rows are sorted by relevance.
   *
   * @param doc row number in the segment
   */
  void rankAndOffer(int doc, float score) throws IOException {
    double key = sortKeys == null ? score * boosts.boost(doc) : sortKeys.key(doc);
    int year = yearOfOrdinal[yearOrdinals.ordinal(blocks.document(doc))];
    if (!queue.isCompetitive(key, year)) {
      return;
    }
    long order = orderValues.advanceExact(doc) ? orderValues.longValue() : docBase + doc;
    queue.add(new RankedRow(docBase + doc, key, year, order, groupNumber(doc, order)));
  }

  private long groupNumber(int doc, long order) throws IOException {
    return switch (grouping) {
      case NONE -> 0;
      case SIMILAR -> nearDuplicateKeys.advanceExact(doc) ? nearDuplicateKeys.longValue() : 0;
      case DOCUMENT -> order >>> FieldNames.ORDINAL_BITS;
      case AGENCY -> globalAgencyOrdinals[agencyOrdinals.ordinal(blocks.document(doc))];
    };
  }
}
