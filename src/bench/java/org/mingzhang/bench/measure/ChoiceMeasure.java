package org.mingzhang.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.FSDirectory;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.bench.corpus.BenchDocument;
import org.mingzhang.bench.corpus.Corpus;
import org.mingzhang.bench.corpus.Queries;
import org.mingzhang.bench.corpus.QueryDrawer;
import org.mingzhang.bench.peer.Folders;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.schema.DisclosureRowFactory;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;

/**
 * Compares settings of Lucene with the same sections and phrases. A small buffer creates many
 * segments, so that the cost of merging is visible with few sections. All figures are CPU time of
 * one thread.
 */
public final class ChoiceMeasure {
  private static final String TABLE = "Choices";
  private static final int DOCUMENTS = 600;
  private static final int ROWS = 3_000;
  private static final double BUFFER = 4;

  private final Corpus corpus;
  private final Path work;
  private final Report report;
  private final WordQueryFactory words = new WordQueryFactory(Synonyms.standard());

  /** Measures with documents of this corpus. */
  public ChoiceMeasure(Corpus corpus, Path work, Report report) {
    this.corpus = corpus;
    this.work = work;
    this.report = report;
  }

  /** All lines; the product's own settings come first, after a round that does not count. */
  public void run() throws IOException {
    Map<String, UnaryOperator<IndexWriterConfig>> choices = new LinkedHashMap<>();
    choices.put("as it is", config -> config);
    choices.put(
        "stored fields pressed harder",
        config -> config.setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION)));
    choices.put("four segments a tier", config -> config.setMergePolicy(tiers(4)));
    choices.put("twenty segments a tier", config -> config.setMergePolicy(tiers(20)));
    choices.put(
        "rows sorted by year",
        config ->
            config
                .setParentField("parent")
                .setIndexSort(new Sort(new SortField("facet.year", SortField.Type.STRING, true))));
    Queries queries = new QueryDrawer(corpus, DOCUMENTS).draw(60);
    measure(config -> config, queries);
    for (Map.Entry<String, UnaryOperator<IndexWriterConfig>> choice : choices.entrySet()) {
      Map<String, Double> numbers = measure(choice.getValue(), queries);
      report.add(new Row(TABLE, choice.getKey(), sections(), numbers));
    }
  }

  private static TieredMergePolicy tiers(int segments) {
    TieredMergePolicy policy = new TieredMergePolicy();
    policy.setSegmentsPerTier(segments);
    return policy;
  }

  private long sections() {
    return (long) DOCUMENTS * corpus.document(0).sectionIds().size();
  }

  private Map<String, Double> measure(UnaryOperator<IndexWriterConfig> choice, Queries queries)
      throws IOException {
    Path folder = work.resolve("choice");
    Folders.remove(folder);
    Map<String, Double> numbers = new LinkedHashMap<>();
    try (FSDirectory directory = FSDirectory.open(folder)) {
      IndexWriterConfig config =
          choice.apply(IndexSchema.writerConfig().setRAMBufferSizeMB(BUFFER));
      config.setMergeScheduler(new org.apache.lucene.index.SerialMergeScheduler());
      long indexing = 0;
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int n = 0; n < DOCUMENTS; n++) {
          BenchDocument document = corpus.document(n);
          long begin = cpu();
          writer.updateDocuments(
              FieldNames.documentTerm(document.id()),
              DisclosureRowFactory.createRows(
                  document.id(), document.disclosure(), document.sectionIds(), List.of()));
          indexing += cpu() - begin;
        }
        long begin = cpu();
        writer.commit();
        indexing += cpu() - begin;
      }
      numbers.put("index µs/section", indexing / 1e3 / sections());
      numbers.put("bytes/section", (double) Folders.bytes(folder) / sections());
      ask(directory, queries, numbers);
    }
    Folders.remove(folder);
    return numbers;
  }

  private void ask(FSDirectory directory, Queries queries, Map<String, Double> numbers)
      throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      numbers.put("segments", (double) reader.leaves().size());
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(IndexSchema.similarity());
      long begin = 0;
      for (int round = 0; round < 12; round++) {
        begin = round == 4 ? cpu() : begin;
        for (String phrase : queries.aligned()) {
          searcher.search(query('"' + phrase + '"'), 10);
        }
      }
      numbers.put("phrase µs", (cpu() - begin) / 1e3 / 8 / queries.aligned().size());
      StoredFields stored = reader.storedFields();
      long fetch = cpu();
      for (int i = 0; i < ROWS; i++) {
        stored.document((int) ((long) i * 7_919 % reader.maxDoc()), Set.of(FieldNames.ROW));
      }
      numbers.put("row fetched µs", (cpu() - fetch) / 1e3 / ROWS);
    }
  }

  private Query query(String typed) {
    return QueryTranslator.translate(
            QueryParser.parse(typed).node(), SearchScope.SECTIONS, words, (d, folded) -> List.of())
        .query();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
