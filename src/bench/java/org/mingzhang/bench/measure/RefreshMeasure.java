package org.mingzhang.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.mingzhang.bench.corpus.BenchDocument;
import org.mingzhang.bench.corpus.Corpus;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.bench.report.Samples;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.schema.DisclosureRowFactory;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.schema.NearRealTimeReaders;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;

/**
 * Measures the time from passing a new document to the writer until a search finds it. Added
 * documents are rolled back, so that the index does not change.
 */
public final class RefreshMeasure {
  private static final int DOCUMENTS = 12;

  private RefreshMeasure() {}

  /** Measures on an index of the first documents of a corpus. */
  public static void run(Corpus corpus, int documents, Path index, long sections, Report report)
      throws IOException {
    Samples samples = new Samples();
    try (FSDirectory directory = FSDirectory.open(index)) {
      IndexWriter writer = new IndexWriter(directory, IndexSchema.writerConfig());
      try (SearcherManager manager = new SearcherManager(writer, null);
          SearchService service =
              new SearchService(LocalShards.ofSearchers(new NearRealTimeReaders(manager)))) {
        for (int i = 0; i < DOCUMENTS; i++) {
          BenchDocument added = corpus.document(documents + i);
          long begin = System.nanoTime();
          writer.updateDocuments(
              FieldNames.documentTerm(added.id()),
              DisclosureRowFactory.createRows(
                  added.id(), added.disclosure(), added.sectionIds(), List.of()));
          manager.maybeRefreshBlocking();
          String title = String.valueOf(added.disclosure().metadata().title());
          if (service
                  .search(SearchRequest.of("title:\"" + title + "\"", SearchScope.DOCUMENTS))
                  .total()
              == 0) {
            throw new IllegalStateException("the new document is not found");
          }
          samples.add(System.nanoTime() - begin);
        }
      } finally {
        writer.rollback();
      }
    }
    report.add(new Row("Whole answers", "new document until found", sections, samples.numbers()));
  }
}
