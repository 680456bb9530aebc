package org.mingzhang.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Tests that the statistics given, not those of the shard, decide about the score. */
class FixedStatisticsTermQueryTest {
  @Test
  void the_score_is_that_of_the_statistics_given() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (int i = 0; i < 10; i++) {
          Document row = new Document();
          row.add(new StringField("word", i < 2 ? "三公经费" : "基本支出", Field.Store.NO));
          writer.addDocument(row);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        Term term = new Term("word", "三公经费");
        String rare = explain(searcher, new FixedStatisticsTermQuery(term, 1, 1));
        String frequent = explain(searcher, new FixedStatisticsTermQuery(term, 7, 9));
        assertThat(rare).contains("1 = n, number of documents containing term");
        assertThat(frequent).contains("7 = n, number of documents containing term");
        assertThat(searcher.search(new FixedStatisticsTermQuery(term, 7, 9), 10).scoreDocs)
            .hasSize(2);
      }
    }
  }

  private static String explain(IndexSearcher searcher, FixedStatisticsTermQuery query)
      throws IOException {
    return searcher.explain(query, 0).toString();
  }
}
