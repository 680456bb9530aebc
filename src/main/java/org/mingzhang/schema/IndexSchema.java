package org.mingzhang.schema;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.Similarity;
import org.mingzhang.analysis.TextAnalyzers;

/**
 * Version, analyzers and similarity of the index.
 *
 * <p>Open the writer with {@link #writerConfig}. The user data of every commit has {@link #VERSION}
 * under {@link #VERSION_KEY}; an index of another version must be rebuilt. A document is one block
 * of rows made by {@link DisclosureRowFactory}. Replace it as a whole with {@code
 * updateDocuments(FieldNames.documentTerm(id), block)} and never row by row, because a document's
 * row is joined with the rows before it in the block.
 */
public final class IndexSchema {
  /**
   * Version of fields and analyzers; an index of another version must be rebuilt. Increase it with
   * every change of what is indexed.
   */
  public static final String VERSION = "16";

  /** The key under which the user data of a commit holds the schema version. */
  public static final String VERSION_KEY = "mingzhang.schema";

  private static final double RAM_BUFFER_MB = 96;

  private IndexSchema() {}

  /**
   * A new analyzer of all fields, which chooses words, n-grams or single characters by the prefix
   * of the field. Thread-safe; it keeps HanLP's dictionaries in memory.
   */
  public static Analyzer analyzer() {
    Analyzer words = TextAnalyzers.indexedWords();
    Analyzer pairs = TextAnalyzers.ngrams();
    Analyzer characters = TextAnalyzers.characters();
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        if (field.startsWith(TextField.WORDS_PREFIX)) {
          return words;
        }
        return field.startsWith(TextField.NGRAMS_PREFIX) ? pairs : characters;
      }
    };
  }

  /** The similarity, which writer and searcher must share. */
  public static Similarity similarity() {
    return new RowSimilarity();
  }

  /** A new configuration for one index writer, with analyzer and similarity. */
  public static IndexWriterConfig writerConfig() {
    return new IndexWriterConfig(analyzer())
        .setSimilarity(similarity())
        .setRAMBufferSizeMB(RAM_BUFFER_MB);
  }
}
