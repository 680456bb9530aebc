package org.mingzhang.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.bench.corpus.BenchDocument;
import org.mingzhang.indexing.IdleMerger;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.schema.DisclosureRowFactory;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;

/**
 * The product as an engine: its own fields and queries, with the best ten rows, or with the first
 * ten for comparison with unranked databases; without facets, snippets and totals of other scopes.
 */
public final class ProductEngine implements Engine {
  private final Path folder;
  private final Directory directory;
  private final WordQueryFactory words = new WordQueryFactory(Synonyms.standard());
  private @Nullable IndexWriter writer;
  private @Nullable IndexSearcher searcher;
  private @Nullable SearchService service;

  private final boolean ranked;

  /** An engine that makes its index in a folder, or searches the one that is there. */
  public ProductEngine(Path folder) throws IOException {
    this(folder, true);
  }

  private ProductEngine(Path folder, boolean ranked) throws IOException {
    this.folder = folder;
    this.ranked = ranked;
    this.directory = FSDirectory.open(folder);
  }

  /** The product's index asked for the first ten rows, as databases are, in place of the best. */
  static ProductEngine unranked(Path folder) throws IOException {
    return new ProductEngine(folder, false);
  }

  @Override
  public String name() {
    return ranked ? "Mingzhang" : "Mingzhang, unranked";
  }

  /** Takes documents in; may be called by several threads. */
  @Override
  public void add(List<BenchDocument> documents) throws IOException {
    IndexWriter open = writer();
    for (BenchDocument document : documents) {
      open.updateDocuments(
          FieldNames.documentTerm(document.id()),
          DisclosureRowFactory.createRows(
              document.id(), document.disclosure(), document.sectionIds(), List.of()));
    }
  }

  private synchronized IndexWriter writer() throws IOException {
    if (writer == null) {
      writer = new IndexWriter(directory, IndexSchema.writerConfig());
    }
    return writer;
  }

  @Override
  public void finish() throws IOException {
    if (writer != null) {
      writer.commit();
      writer.close();
      writer = null;
    }
    searcher();
  }

  /**
   * Merges the index to a few parts, as the portal does when nothing has been indexed for a while.
   */
  public void settle() throws IOException {
    close(searcher);
    searcher = null;
    try (IndexWriter open = new IndexWriter(directory, IndexSchema.writerConfig())) {
      IdleMerger.mergeIfNeeded(open);
      open.commit();
    }
  }

  private static void close(@Nullable IndexSearcher searcher) throws IOException {
    if (searcher != null) {
      searcher.getIndexReader().close();
    }
  }

  /** The index's reader. */
  public DirectoryReader reader() throws IOException {
    return (DirectoryReader) searcher().getIndexReader();
  }

  private synchronized IndexSearcher searcher() throws IOException {
    if (searcher == null) {
      if (service != null) {
        service.close();
      }
      searcher = new IndexSearcher(DirectoryReader.open(directory));
      searcher.setSimilarity(IndexSchema.similarity());
      service = new SearchService(LocalShards.open(folder));
    }
    return searcher;
  }

  @Override
  public long bytes() throws IOException {
    return Folders.bytes(folder);
  }

  @Override
  public List<String> phrase(String phrase, int most) throws IOException {
    return top("\"" + phrase + "\"", most);
  }

  @Override
  public List<String> words(List<String> query, int most) throws IOException {
    return top(String.join(" ", query), most);
  }

  private List<String> top(String typed, int most) throws IOException {
    IndexSearcher open = searcher();
    Query query =
        QueryTranslator.translate(
                QueryParser.parse(typed).node(),
                SearchScope.SECTIONS,
                words,
                (d, folded) -> List.of())
            .query();
    List<String> ids = new ArrayList<>();
    Query asked = ranked ? query : new ConstantScoreQuery(query);
    for (ScoreDoc found : open.search(asked, best(most)).scoreDocs) {
      ids.add(id(open.getLeafContexts(), found.doc));
    }
    return ids;
  }

  private static String id(List<LeafReaderContext> leaves, int row) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(row, leaves));
    BinaryDocValues ids = DocValues.getBinary(leaf.reader(), FieldNames.ID);
    if (!ids.advanceExact(row - leaf.docBase)) {
      throw new IllegalStateException("a row without id");
    }
    return ids.binaryValue().utf8ToString();
  }

  /** The best rows without an exact hit count. */
  private static TopScoreDocCollectorManager best(int most) {
    return new TopScoreDocCollectorManager(most, null, most);
  }

  @Override
  public int years() throws IOException {
    searcher();
    return java.util.Objects.requireNonNull(service)
        .countFacetValues(SearchRequest.of("", SearchScope.SECTIONS), FacetDimension.YEAR, "", 100)
        .size();
  }

  @Override
  public void close() throws IOException {
    if (service != null) {
      service.close();
    }
    close(searcher);
    if (writer != null) {
      writer.close();
    }
    directory.close();
  }
}
