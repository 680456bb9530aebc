package org.mingzhang.shard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.FacetChoice;

/** Counts the facets of a search and holds rows against what was chosen of them. */
final class FacetTally {
  private static final int BATCH = 1024;

  private final Snapshot snapshot;
  private final List<Dimension> dimensions;
  private final List<FacetChoice> narrowing = new ArrayList<>();
  private final List<boolean[]> accepted = new ArrayList<>();
  private final Map<Dimension, int[]> counts = new EnumMap<>(Dimension.class);
  private final Map<Integer, FixedBitSet> documents = new HashMap<>();
  private final byte[] failures = new byte[BATCH];
  private final byte[] failed = new byte[BATCH];
  private final int[] firsts = new int[BATCH];
  private final int[] sizes = new int[BATCH];

  /**
   * A tally.
   *
   * @param dimensions the facets to count
   * @param choices what was chosen, of any facets
   */
  FacetTally(Snapshot snapshot, List<Dimension> dimensions, List<FacetChoice> choices) {
    this.snapshot = snapshot;
    this.dimensions = List.copyOf(dimensions);
    for (FacetChoice choice : choices) {
      if (choice.narrows()) {
        narrowing.add(choice);
        accepted.add(choice.acceptedOrdinals(snapshot.dictionary(choice.dimension())));
      }
    }
    dimensions.forEach(d -> counts.put(d, new int[snapshot.dictionary(d).size()]));
  }

  List<Dimension> dimensions() {
    return dimensions;
  }

  /** Counts by number of the snapshot's dictionary. */
  int[] counts(Dimension dimension) {
    return Objects.requireNonNull(counts.get(dimension));
  }

  /**
   * The own rows of the documents that rows of a segment were counted of, null for none. Not kept
   * where choices narrow.
   */
  @Nullable FixedBitSet documents(int segment) {
    return documents.get(segment);
  }

  /** The tally of a segment; one at a time. */
  Leaf leaf(int segment) {
    return new Leaf(segment);
  }

  /** The part of the tally that counts by a segment's own numbers. */
  final class Leaf {
    private final int segment;
    private final DocumentBlocks blocks;
    private final FacetOrdinals[] counted;
    private final int[][] local;
    private final FacetOrdinals[] tested;
    private final boolean[][] passing;
    private final int[] testedPlace;

    private Leaf(int segment) {
      this.segment = segment;
      SegmentFacets columns = snapshot.columns(segment);
      blocks = columns.blocks();
      counted = dimensions.stream().map(columns::of).toArray(FacetOrdinals[]::new);
      local = new int[counted.length][];
      for (int i = 0; i < counted.length; i++) {
        local[i] = new int[counted[i].size()];
      }
      tested = narrowing.stream().map(c -> columns.of(c.dimension())).toArray(FacetOrdinals[]::new);
      passing = new boolean[tested.length][];
      testedPlace = new int[tested.length];
      for (int i = 0; i < tested.length; i++) {
        passing[i] = localAccepted(i);
        testedPlace[i] = dimensions.indexOf(narrowing.get(i).dimension());
      }
    }

    private boolean[] localAccepted(int choice) {
      int[] numbers = snapshot.dictionary(narrowing.get(choice).dimension()).ofPart(segment);
      boolean[] global = accepted.get(choice);
      boolean[] passes = new boolean[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        passes[i] = global[numbers[i]];
      }
      return passes;
    }

    /**
     * Counts a batch and moves the rows that pass to its front, with their scores.
     *
     * @return how many pass
     */
    int count(int[] docs, float[] scores, int n) {
      int passed = tested.length == 0 ? n : sift(docs, scores, n);
      int groups = counted.length == 0 ? 0 : blocks.group(docs, passed, firsts, sizes);
      if (groups > 0 && tested.length == 0) {
        blocks.addDocuments(
            firsts, groups, documents.computeIfAbsent(segment, s -> blocks.noRows()));
      }
      for (int i = 0; i < counted.length; i++) {
        if (FieldNames.isOfDocument(dimensions.get(i))) {
          counted[i].count(firsts, sizes, groups, local[i]);
        } else {
          counted[i].count(docs, passed, local[i]);
        }
      }
      return passed;
    }

    /** Whether a row passes all choices. */
    boolean passes(int doc) {
      for (int i = 0; i < tested.length; i++) {
        if (!passing[i][tested[i].at(doc)]) {
          return false;
        }
      }
      return true;
    }

    private int sift(int[] docs, float[] scores, int n) {
      java.util.Arrays.fill(failures, 0, n, (byte) 0);
      for (int i = 0; i < tested.length; i++) {
        tested[i].test(docs, n, passing[i], i, failures, failed);
      }
      int passed = 0;
      for (int i = 0; i < n; i++) {
        if (failures[i] == 0) {
          docs[passed] = docs[i];
          scores[passed++] = scores[i];
        } else if (failures[i] == 1) {
          countSideways(failed[i], docs[i]);
        }
      }
      return passed;
    }

    private void countSideways(int test, int doc) {
      int place = testedPlace[test];
      if (place >= 0) {
        local[place][counted[place].at(doc)]++;
      }
    }

    /** Adds the segment's counts to the tally. */
    void finish() {
      for (int i = 0; i < counted.length; i++) {
        int[] numbers = snapshot.dictionary(dimensions.get(i)).ofPart(segment);
        int[] all = counts(dimensions.get(i));
        for (int k = 0; k < local[i].length; k++) {
          all[numbers[k]] += local[i][k];
        }
      }
    }
  }
}
