package org.mingzhang.shard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.FacetChoice;

/** Counts the facets of a search and applies the facet filters. Not thread safe. */
final class FacetCounter {
  private static final int BATCH_SIZE = 1024;

  private final ShardSnapshot snapshot;
  private final List<FacetDimension> dimensions;
  private final List<FacetChoice> filters = new ArrayList<>();
  private final List<boolean[]> acceptedByFilter = new ArrayList<>();
  private boolean recordsDocuments;
  private final Map<FacetDimension, int[]> counts = new EnumMap<>(FacetDimension.class);
  private final Map<Integer, FixedBitSet> documentRows = new HashMap<>();
  private final byte[] rejectionCounts = new byte[BATCH_SIZE];
  private final byte[] rejectingFilters = new byte[BATCH_SIZE];
  private final int[] firstRows = new int[BATCH_SIZE];
  private final int[] rowCounts = new int[BATCH_SIZE];

  /**
   * Creates a counter.
   *
   * @param dimensions facets to count
   * @param filterChoices filters on any facets
   */
  FacetCounter(
      ShardSnapshot snapshot, List<FacetDimension> dimensions, List<FacetChoice> filterChoices) {
    this.snapshot = snapshot;
    this.dimensions = List.copyOf(dimensions);
    this.recordsDocuments = !dimensions.isEmpty();
    for (FacetChoice choice : filterChoices) {
      if (choice.isRestrictive()) {
        filters.add(choice);
        recordsDocuments &= FieldNames.isDocumentLevel(choice.dimension());
        acceptedByFilter.add(choice.acceptedOrdinals(snapshot.globalOrdinals(choice.dimension())));
      }
    }
    dimensions.forEach(d -> counts.put(d, new int[snapshot.globalOrdinals(d).size()]));
  }

  List<FacetDimension> dimensions() {
    return dimensions;
  }

  /**
   * The number of counted rows by the ordinals of the snapshot, for the segments added so far; must
   * not be modified. The facet must be one of those counted.
   */
  int[] counts(FacetDimension dimension) {
    return Objects.requireNonNull(counts.get(dimension));
  }

  /**
   * The document rows of the rows of a segment that passed all filters; null if there are none, or
   * if they are not recorded, because no facet is counted or a filter may accept only some of the
   * rows of a document.
   */
  @Nullable FixedBitSet documentRows(int segment) {
    return documentRows.get(segment);
  }

  /** A new counter with the same filters that counts no facets. */
  FacetCounter withoutFacets() {
    return new FacetCounter(snapshot, List.of(), filters);
  }

  /**
   * Creates the counter of a segment. Only one may be in use at a time; its counts are added by
   * {@link SegmentFacetCounter#addToGlobalCounts}.
   */
  SegmentFacetCounter segmentCounter(int segment) {
    return new SegmentFacetCounter(segment);
  }

  /** Counts the rows of one segment by segment ordinals. */
  final class SegmentFacetCounter {
    private final int segment;
    private final DocumentBlocks blocks;
    private final FacetOrdinals[] countedColumns;
    private final int[][] segmentCounts;
    private final FacetOrdinals[] filterColumns;
    private final boolean[][] acceptedOrdinals;
    private final int[] countedFacetOfFilter;

    private SegmentFacetCounter(int segment) {
      this.segment = segment;
      SegmentOrdinals ordinals = snapshot.segmentOrdinals(segment);
      blocks = ordinals.blocks();
      countedColumns = dimensions.stream().map(ordinals::facet).toArray(FacetOrdinals[]::new);
      segmentCounts = new int[countedColumns.length][];
      for (int i = 0; i < countedColumns.length; i++) {
        segmentCounts[i] = new int[countedColumns[i].size()];
      }
      filterColumns =
          filters.stream().map(c -> ordinals.facet(c.dimension())).toArray(FacetOrdinals[]::new);
      acceptedOrdinals = new boolean[filterColumns.length][];
      countedFacetOfFilter = new int[filterColumns.length];
      for (int i = 0; i < filterColumns.length; i++) {
        acceptedOrdinals[i] = acceptedSegmentOrdinals(i);
        countedFacetOfFilter[i] = dimensions.indexOf(filters.get(i).dimension());
      }
    }

    private boolean[] acceptedSegmentOrdinals(int filterIndex) {
      int[] globalOrdinals =
          snapshot.globalOrdinals(filters.get(filterIndex).dimension()).ordinalsOfPart(segment);
      boolean[] global = acceptedByFilter.get(filterIndex);
      boolean[] passes = new boolean[globalOrdinals.length];
      for (int i = 0; i < globalOrdinals.length; i++) {
        passes[i] = global[globalOrdinals[i]];
      }
      return passes;
    }

    /**
     * Counts a batch of rows, and moves the rows that pass all filters, with their scores, to the
     * front of the arrays. A row that only the filter on one facet rejects is counted for that
     * facet alone.
     *
     * @param docs row numbers in the segment, ascending
     * @param n number of rows, at most {@link FacetCounter#BATCH_SIZE}
     * @return the number of rows that pass
     */
    int filterAndCount(int[] docs, float[] scores, int n) {
      int passed = filterColumns.length == 0 ? n : filterBatchAndCountRejected(docs, scores, n);
      int groups =
          countedColumns.length == 0
              ? 0
              : blocks.groupByDocument(docs, passed, firstRows, rowCounts);
      if (groups > 0 && recordsDocuments) {
        blocks.addDocuments(
            firstRows, groups, documentRows.computeIfAbsent(segment, s -> blocks.newRowSet()));
      }
      for (int i = 0; i < countedColumns.length; i++) {
        if (FieldNames.isDocumentLevel(dimensions.get(i))) {
          countedColumns[i].count(firstRows, rowCounts, groups, segmentCounts[i]);
        } else {
          countedColumns[i].count(docs, passed, segmentCounts[i]);
        }
      }
      return passed;
    }

    boolean accepts(int doc) {
      for (int i = 0; i < filterColumns.length; i++) {
        if (!acceptedOrdinals[i][filterColumns[i].ordinal(doc)]) {
          return false;
        }
      }
      return true;
    }

    /**
     * Moves the rows that pass all filters to the front, and counts each row that only one filter
     * rejects for the facet of that filter.
     *
     * @param n number of rows in the batch
     * @return number of rows that pass
     */
    private int filterBatchAndCountRejected(int[] docs, float[] scores, int n) {
      java.util.Arrays.fill(rejectionCounts, 0, n, (byte) 0);
      for (int i = 0; i < filterColumns.length; i++) {
        filterColumns[i].markRejected(
            docs, n, acceptedOrdinals[i], i, rejectionCounts, rejectingFilters);
      }
      int passed = 0;
      for (int i = 0; i < n; i++) {
        if (rejectionCounts[i] == 0) {
          docs[passed] = docs[i];
          scores[passed++] = scores[i];
        } else if (rejectionCounts[i] == 1) {
          countForRejectingFilter(rejectingFilters[i], docs[i]);
        }
      }
      return passed;
    }

    private void countForRejectingFilter(int filterIndex, int doc) {
      int index = countedFacetOfFilter[filterIndex];
      if (index >= 0) {
        segmentCounts[index][countedColumns[index].ordinal(doc)]++;
      }
    }

    /** Adds the segment's counts to the global counts; to be called once, after its last batch. */
    void addToGlobalCounts() {
      for (int i = 0; i < countedColumns.length; i++) {
        int[] globalOrdinals = snapshot.globalOrdinals(dimensions.get(i)).ordinalsOfPart(segment);
        int[] all = counts(dimensions.get(i));
        for (int k = 0; k < segmentCounts[i].length; k++) {
          all[globalOrdinals[k]] += segmentCounts[i][k];
        }
      }
    }
  }
}
