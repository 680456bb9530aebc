package org.mingzhang.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Category;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.schema.FieldNames;

/** Rows of a document have its number, and the facets that they share have one element for it. */
class DocumentBlocksTest {
  private static final long SEED = Seed.next();

  private final Random random = new Random(SEED);

  /** An index of several segments with deleted documents. */
  private SearchIndex randomIndex() {
    SearchIndex index = new SearchIndex();
    RandomDisclosures disclosures = new RandomDisclosures(random);
    for (int i = 0; i < 60; i++) {
      index.add("d" + random.nextInt(40), disclosures.next());
      if (i % 25 == 24) {
        index.refresh();
      }
    }
    return index.refresh();
  }

  @Test
  void rows_are_numbered_by_the_documents_before_them() throws IOException {
    try (SearchIndex index = randomIndex()) {
      ShardSnapshot snapshot = index.snapshot();
      for (LeafReaderContext leaf : snapshot.reader().leaves()) {
        DocumentBlocks blocks = snapshot.segmentOrdinals(leaf.ord).blocks();
        int[] documents = documentsByRow(leaf.reader());
        assertThat(blocks.size()).isEqualTo(documents[documents.length - 1] + 1);
        for (int row = 0; row < documents.length; row++) {
          assertThat(blocks.document(row)).as("row " + row).isEqualTo(documents[row]);
        }
        int[] rows = random.ints(40, 0, documents.length).distinct().sorted().toArray();
        compareGroups(blocks, rows, documents);
      }
      snapshot.release();
    }
  }

  /** The number of document rows before each row. */
  private static int[] documentsByRow(LeafReader leaf) throws IOException {
    int[] documents = new int[leaf.maxDoc()];
    DocIdSetIterator ends = leaf.postings(FieldNames.scopeTerm(SearchScope.DOCUMENTS));
    int document = 0;
    int from = 0;
    for (int end = ends.nextDoc(); end != DocIdSetIterator.NO_MORE_DOCS; end = ends.nextDoc()) {
      Arrays.fill(documents, from, end + 1, document++);
      from = end + 1;
    }
    assertThat(from).as("every row belongs to a document").isEqualTo(leaf.maxDoc());
    return documents;
  }

  private static void compareGroups(DocumentBlocks blocks, int[] rows, int[] documents) {
    int[] numbers = new int[rows.length];
    int[] counts = new int[rows.length];
    int groups = blocks.groupByDocument(rows, rows.length, numbers, counts);
    int next = 0;
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < counts[group]; i++) {
        assertThat(numbers[group]).isEqualTo(documents[rows[next++]]);
      }
    }
    assertThat(next).isEqualTo(rows.length);
    assertThat(Arrays.copyOf(numbers, groups)).doesNotHaveDuplicates();
  }

  /** Blocks of up to 300 rows, so that some begin or end in the middle of a word of 64 rows. */
  @Test
  void documents_of_rows_are_those_of_each_row() throws IOException {
    try (SearchIndex index = new SearchIndex()) {
      for (int d = 0; d < 30; d++) {
        List<Section> sections = new ArrayList<>();
        for (int s = 0; s < (d % 3 == 0 ? random.nextInt(300) : random.nextInt(9)); s++) {
          sections.add(SearchIndex.section("" + s, "", "标题", Topic.OTHER, "正文"));
        }
        index.add(
            "d" + d,
            SearchIndex.disclosure(
                SearchIndex.metadata(
                    "样本部门决算", "样本局", "示例省/样本市", 2020, Category.DEPARTMENT_FINAL_ACCOUNTS),
                sections));
      }
      ShardSnapshot snapshot = index.refresh().snapshot();
      for (LeafReaderContext leaf : snapshot.reader().leaves()) {
        DocumentBlocks blocks = snapshot.segmentOrdinals(leaf.ord).blocks();
        for (double share : new double[] {0, 0.003, 0.03, 0.3, 1}) {
          FixedBitSet rows = new FixedBitSet(blocks.rowCount());
          FixedBitSet expected = new FixedBitSet(blocks.size());
          for (int row = 0; row < blocks.rowCount(); row++) {
            if (random.nextDouble() < share) {
              rows.set(row);
              expected.set(blocks.document(row));
            }
          }
          assertThat(blocks.documents(rows)).as(share + ", seed " + SEED).isEqualTo(expected);
        }
        for (int row = 0; row < blocks.rowCount(); row++) {
          int document = blocks.document(row);
          assertThat(row).isBetween(blocks.firstRow(document), blocks.lastRow(document));
        }
      }
      snapshot.release();
    }
  }

  @Test
  void facets_have_the_values_of_every_row() throws IOException {
    try (SearchIndex index = randomIndex()) {
      ShardSnapshot snapshot = index.snapshot();
      for (LeafReaderContext leaf : snapshot.reader().leaves()) {
        SegmentOrdinals ordinals = snapshot.segmentOrdinals(leaf.ord);
        for (FacetDimension dimension : FacetDimension.values()) {
          SortedDocValues values = DocValues.getSorted(leaf.reader(), FieldNames.facet(dimension));
          boolean byDocument = FieldNames.isDocumentLevel(dimension);
          for (int row = 0; row < leaf.reader().maxDoc(); row++) {
            int expected = values.advanceExact(row) ? values.ordValue() + 1 : 0;
            assertThat(
                    ordinals
                        .facet(dimension)
                        .ordinal(byDocument ? ordinals.blocks().document(row) : row))
                .as(dimension + " of row " + row + ", seed " + SEED)
                .isEqualTo(expected);
          }
        }
      }
      snapshot.release();
    }
  }
}
