package org.mingzhang.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.mingzhang.analysis.TextAnalyzers;

/** Plain BM25 over one field with title, heading and text, as a baseline for rankings. */
final class BaselineRanking implements Closeable {
  static final String WORDS = "words";
  static final String PAIRS = "pairs";

  private static final int DEPTH = 10;

  private final Map<String, Analyzer> analyzers =
      Map.of(WORDS, TextAnalyzers.queryWords(), PAIRS, TextAnalyzers.bigrams());
  private final DirectoryReader reader;

  BaselineRanking(Collection<JudgedSection> sections) {
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      Analyzer analyzer = new PerFieldAnalyzerWrapper(TextAnalyzers.queryWords(), analyzers);
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (JudgedSection section : sections) {
          Document row = new Document();
          row.add(new StringField("id", section.id(), Field.Store.YES));
          row.add(new TextField(WORDS, section.text(), Field.Store.NO));
          row.add(new TextField(PAIRS, section.text(), Field.Store.NO));
          writer.addDocument(row);
        }
      }
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The best sections for any of the query's tokens. */
  List<String> rank(String field, String query) {
    try {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (String token : tokens(field, query)) {
        any.add(new TermQuery(new Term(field, token)), BooleanClause.Occur.SHOULD);
      }
      List<String> ids = new ArrayList<>();
      for (ScoreDoc found : new IndexSearcher(reader).search(any.build(), DEPTH).scoreDocs) {
        ids.add(reader.storedFields().document(found.doc).get("id"));
      }
      return ids;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> tokens(String field, String query) throws IOException {
    List<String> tokens = new ArrayList<>();
    for (String run : query.split(" ", -1)) {
      try (TokenStream stream =
          java.util.Objects.requireNonNull(analyzers.get(field)).tokenStream(field, run)) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          if (field.equals(WORDS) || term.length() > 1) {
            tokens.add(term.toString());
          }
        }
        stream.end();
      }
    }
    return tokens;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
