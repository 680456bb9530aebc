package org.mingzhang.schema;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.Similarity;
import org.mingzhang.analysis.TextAnalyzers;

/**
 * The index as a whole: its version, analyzers and scoring.
 *
 * <p>The writer is opened with {@link #writerConfig}; every commit's user data holds {@link
 * #VERSION} under {@link #VERSION_KEY}, and an index with another version is built anew. A document
 * is one block of rows, made by {@link DisclosureDocuments}, and replaced with {@code
 * updateDocuments(FieldNames.documentTerm(id), block)}; never row by row, because documents are
 * found through the rows before them.
 */
public final class IndexSchema {
  /** Version of fields and analyzers; an index of another version must be built anew. */
  public static final String VERSION = "11";

  /** Key of the version in the commit user data. */
  public static final String VERSION_KEY = "mingzhang.schema";

  private static final double RAM_BUFFER_MB = 96;

  private IndexSchema() {}

  /** The analyzer of all fields; thread safe, holds HanLP's tables. */
  public static Analyzer analyzer() {
    Analyzer words = TextAnalyzers.indexedWords();
    Analyzer pairs = TextAnalyzers.runs();
    Analyzer characters = TextAnalyzers.characters();
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        if (field.startsWith(TextField.WORDS_PREFIX)) {
          return words;
        }
        return field.startsWith(TextField.PAIRS_PREFIX) ? pairs : characters;
      }
    };
  }

  /** Scoring of words and phrases, the same for writer and searcher. */
  public static Similarity similarity() {
    return new RowSimilarity();
  }

  /** Configuration of the writer. */
  public static IndexWriterConfig writerConfig() {
    return new IndexWriterConfig(analyzer())
        .setSimilarity(similarity())
        .setRAMBufferSizeMB(RAM_BUFFER_MB);
  }
}
