package org.mingzhang.shard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.Bits;
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
  private final Map<Integer, FixedBitSet> foundDocuments = new HashMap<>();
  private final int[] documents = new int[BATCH_SIZE];
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
   * The numbers of the documents ({@link DocumentBlocks}) of the rows of a segment that passed all
   * filters; null if there are none, or if they are not recorded, because no facet is counted or a
   * filter may accept only some of the rows of a document.
   */
  @Nullable FixedBitSet foundDocuments(int segment) {
    return foundDocuments.get(segment);
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

  private static final class SegmentFilter {
    private final FacetOrdinals ordinals;
    private final boolean[] acceptedByOrdinal;
    private final boolean ordinalsAreByDocument;
    private final int countedFacet;

    /**
     * Creates a filter.
     *
     * @param ordinals ordinals of its facet, by document or by row
     * @param acceptedByOrdinal whether each ordinal passes; not copied
     * @param ordinalsAreByDocument whether the ordinals are by document
     * @param countedFacet index of its facet among the counted ones; negative if it is not counted
     */
    SegmentFilter(
        FacetOrdinals ordinals,
        boolean[] acceptedByOrdinal,
        boolean ordinalsAreByDocument,
        int countedFacet) {
      this.ordinals = ordinals;
      this.acceptedByOrdinal = acceptedByOrdinal;
      this.ordinalsAreByDocument = ordinalsAreByDocument;
      this.countedFacet = countedFacet;
    }

    boolean accepts(int index) {
      return acceptedByOrdinal[ordinals.ordinal(index)];
    }
  }

  /** Counts the rows of one segment by segment ordinals. */
  final class SegmentFacetCounter {
    private final int segment;
    private final DocumentBlocks blocks;
    private final FacetOrdinals[] countedColumns;
    private final int[][] segmentCounts;
    private final SegmentFilter[] documentFilters;
    private final SegmentFilter[] rowFilters;

    private SegmentFacetCounter(int segment) {
      this.segment = segment;
      SegmentOrdinals ordinals = snapshot.segmentOrdinals(segment);
      blocks = ordinals.blocks();
      countedColumns = dimensions.stream().map(ordinals::facet).toArray(FacetOrdinals[]::new);
      segmentCounts = new int[countedColumns.length][];
      for (int i = 0; i < countedColumns.length; i++) {
        segmentCounts[i] = new int[countedColumns[i].size()];
      }
      documentFilters = createFilters(ordinals, true);
      rowFilters = createFilters(ordinals, false);
    }

    private SegmentFilter[] createFilters(SegmentOrdinals ordinals, boolean isDocumentLevel) {
      List<SegmentFilter> created = new ArrayList<>();
      for (int i = 0; i < filters.size(); i++) {
        FacetDimension dimension = filters.get(i).dimension();
        if (FieldNames.isDocumentLevel(dimension) == isDocumentLevel) {
          created.add(
              new SegmentFilter(
                  ordinals.facet(dimension),
                  acceptedSegmentOrdinals(i),
                  isDocumentLevel,
                  dimensions.indexOf(dimension)));
        }
      }
      return created.toArray(SegmentFilter[]::new);
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
     * @param rows row numbers in the segment, ascending
     * @param n number of rows, at most {@link FacetCounter#BATCH_SIZE}
     * @return the number of rows that pass
     */
    int filterAndCount(int[] rows, float[] scores, int n) {
      boolean filtered = documentFilters.length + rowFilters.length > 0;
      if (!filtered && countedColumns.length == 0) {
        return n;
      }
      int groups = blocks.groupByDocument(rows, n, documents, rowCounts);
      if (!filtered) {
        countPassed(rows, n, groups);
        return n;
      }
      int passed = 0;
      int passedGroups = 0;
      int end = 0;
      for (int group = 0; group < groups; group++) {
        int begin = end;
        end += rowCounts[group];
        int passedHere = filterDocument(documents[group], rows, scores, begin, end, passed);
        if (passedHere > 0) {
          documents[passedGroups] = documents[group];
          rowCounts[passedGroups++] = passedHere;
          passed += passedHere;
        }
      }
      countPassed(rows, passed, passedGroups);
      return passed;
    }

    /**
     * Moves the rows of one document that pass all filters to another index, and counts each row
     * that only one filter rejects for the facet of that filter.
     *
     * @param begin index of the first row of the document
     * @param end index after its last row
     * @param target index to which the rows that pass are moved, at most {@code begin}
     * @return the number of rows that pass
     */
    private int filterDocument(
        int document, int[] rows, float[] scores, int begin, int end, int target) {
      SegmentFilter rejecting = null;
      for (SegmentFilter filter : documentFilters) {
        if (!filter.accepts(document)) {
          if (rejecting != null) {
            return 0;
          }
          rejecting = filter;
        }
      }
      if (rejecting != null && rowFilters.length == 0) {
        countRejected(rejecting, document, end - begin);
        return 0;
      }
      int next = target;
      for (int i = begin; i < end; i++) {
        if (passesRowFilters(rows[i], document, rejecting)) {
          rows[next] = rows[i];
          scores[next++] = scores[i];
        }
      }
      return next - target;
    }

    /**
     * Whether a row passes all filters; if only one filter rejects it, it is counted for the facet
     * of that filter.
     *
     * @param rejectingDocument the only filter that rejects its document; null if none does
     */
    private boolean passesRowFilters(
        int row, int document, @Nullable SegmentFilter rejectingDocument) {
      SegmentFilter rejecting = rejectingDocument;
      for (SegmentFilter filter : rowFilters) {
        if (!filter.accepts(row)) {
          if (rejecting != null) {
            return false;
          }
          rejecting = filter;
        }
      }
      if (rejecting != null) {
        countRejected(rejecting, rejecting.ordinalsAreByDocument ? document : row, 1);
      }
      return rejecting == null;
    }

    private void countRejected(SegmentFilter filter, int index, int rows) {
      if (filter.countedFacet >= 0) {
        segmentCounts[filter.countedFacet][filter.ordinals.ordinal(index)] += rows;
      }
    }

    /**
     * Counts the first {@code n} rows, all of which pass, of the first {@code groups} documents.
     */
    private void countPassed(int[] rows, int n, int groups) {
      if (groups > 0 && recordsDocuments) {
        FixedBitSet found =
            foundDocuments.computeIfAbsent(segment, s -> new FixedBitSet(blocks.size()));
        for (int group = 0; group < groups; group++) {
          found.set(documents[group]);
        }
      }
      for (int i = 0; i < countedColumns.length; i++) {
        if (FieldNames.isDocumentLevel(dimensions.get(i))) {
          countedColumns[i].count(documents, rowCounts, groups, segmentCounts[i]);
        } else {
          countedColumns[i].count(rows, n, segmentCounts[i]);
        }
      }
    }

    /**
     * The numbers of the documents that are not deleted and pass the filters on facets of
     * documents; other filters are ignored.
     *
     * @param liveRows the rows that are not deleted; null if all are
     */
    FixedBitSet acceptedDocuments(@Nullable Bits liveRows) {
      FixedBitSet accepted = new FixedBitSet(blocks.size());
      accepted.set(0, blocks.size());
      for (int document = 0; liveRows != null && document < blocks.size(); document++) {
        if (!liveRows.get(blocks.lastRow(document))) {
          accepted.clear(document);
        }
      }
      for (SegmentFilter filter : documentFilters) {
        for (int document = 0; document < blocks.size(); document++) {
          if (!filter.accepts(document)) {
            accepted.clear(document);
          }
        }
      }
      return accepted;
    }

    /** Whether a row passes all filters. */
    boolean accepts(int row) {
      int document = documentFilters.length == 0 ? 0 : blocks.document(row);
      for (SegmentFilter filter : documentFilters) {
        if (!filter.accepts(document)) {
          return false;
        }
      }
      for (SegmentFilter filter : rowFilters) {
        if (!filter.accepts(row)) {
          return false;
        }
      }
      return true;
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
