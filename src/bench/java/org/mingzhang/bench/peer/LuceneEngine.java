package org.mingzhang.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.NGramPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.mingzhang.bench.corpus.BenchDocument;
import org.mingzhang.model.Section;
import org.mingzhang.text.SearchNormalizer;

/** Plain Lucene with one text field and an analyzer off the shelf. */
final class LuceneEngine implements Engine {
  private static final String TEXT = "text";
  private static final String ID = "id";
  private static final String YEAR = "year";

  private final String name;
  private final Path folder;
  private final Directory directory;
  private final Analyzer analyzer;
  private final boolean pairs;
  private final IndexWriter writer;
  private @Nullable IndexSearcher searcher;

  /**
   * An engine.
   *
   * @param pairs whether every token is two characters, so that phrases may leave out every other
   */
  LuceneEngine(String name, Path folder, Analyzer analyzer, boolean pairs) throws IOException {
    this.name = name;
    this.folder = folder;
    this.analyzer = analyzer;
    this.pairs = pairs;
    this.directory = FSDirectory.open(folder);
    this.writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void add(List<BenchDocument> documents) throws IOException {
    for (BenchDocument document : documents) {
      Integer year = document.disclosure().metadata().year();
      for (int i = 0; i < document.sectionIds().size(); i++) {
        Section section = document.disclosure().sections().get(i);
        Document row = new Document();
        row.add(
            new StringField(
                ID, document.id() + "/" + document.sectionIds().get(i), Field.Store.YES));
        row.add(new TextField(TEXT, SearchNormalizer.fold(section.fullText()), Field.Store.NO));
        row.add(new StoredField(TEXT, section.fullText()));
        row.add(new SortedDocValuesField(YEAR, new BytesRef(String.valueOf(year))));
        writer.addDocument(row);
      }
    }
  }

  @Override
  public void finish() throws IOException {
    writer.commit();
    searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  @Override
  public long bytes() throws IOException {
    return Folders.bytes(folder);
  }

  @Override
  public List<String> phrase(String phrase, int most) throws IOException {
    Query query = new QueryBuilder(analyzer).createPhraseQuery(TEXT, phrase);
    if (query instanceof PhraseQuery whole && pairs) {
      query = new NGramPhraseQuery(2, whole);
    }
    return top(query, most);
  }

  @Override
  public List<String> words(List<String> words, int most) throws IOException {
    return top(
        new QueryBuilder(analyzer)
            .createBooleanQuery(TEXT, String.join(" ", words), BooleanClause.Occur.MUST),
        most);
  }

  private List<String> top(@Nullable Query query, int most) throws IOException {
    IndexSearcher open = Objects.requireNonNull(searcher);
    Query asked = query == null ? new MatchNoDocsQuery("no token") : query;
    StoredFields stored = open.storedFields();
    List<String> ids = new ArrayList<>();
    for (ScoreDoc found : open.search(asked, best(most)).scoreDocs) {
      ids.add(stored.document(found.doc, Set.of(ID)).get(ID));
    }
    return ids;
  }

  /** The best rows without an exact hit count. */
  private static TopScoreDocCollectorManager best(int most) {
    return new TopScoreDocCollectorManager(most, null, most);
  }

  @Override
  public int years() throws IOException {
    Map<String, Integer> years = new HashMap<>();
    for (LeafReaderContext leaf : Objects.requireNonNull(searcher).getIndexReader().leaves()) {
      SortedDocValues values = DocValues.getSorted(leaf.reader(), YEAR);
      int[] counts = new int[values.getValueCount()];
      while (values.nextDoc() != SortedDocValues.NO_MORE_DOCS) {
        counts[values.ordValue()]++;
      }
      for (int i = 0; i < counts.length; i++) {
        years.merge(values.lookupOrd(i).utf8ToString(), counts[i], Integer::sum);
      }
    }
    return years.size();
  }

  @Override
  public void close() throws IOException {
    if (searcher != null) {
      searcher.getIndexReader().close();
    }
    writer.close();
    directory.close();
  }
}
