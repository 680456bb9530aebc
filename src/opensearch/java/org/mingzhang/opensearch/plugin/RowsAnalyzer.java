package org.mingzhang.opensearch.plugin;

import org.apache.lucene.analysis.Analyzer;
import org.mingzhang.schema.IndexSchema;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.analysis.AbstractIndexAnalyzerProvider;

/** The analyzer of all fields of rows, by their names, for the settings of an index. */
final class RowsAnalyzer extends AbstractIndexAnalyzerProvider<Analyzer> {
  private final Analyzer analyzer = IndexSchema.analyzer();

  RowsAnalyzer(IndexSettings index, String name, Settings settings) {
    super(index, name, settings);
  }

  @Override
  public Analyzer get() {
    return analyzer;
  }
}
