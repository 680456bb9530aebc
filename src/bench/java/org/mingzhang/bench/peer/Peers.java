package org.mingzhang.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.mingzhang.analysis.TextAnalyzers;

/** The engines the product is compared with, by the names they have on the command line. */
public final class Peers {
  /** Makes an engine in a new folder. */
  @FunctionalInterface
  public interface Maker {
    /** Makes it. */
    Engine in(Path folder) throws IOException, SQLException;
  }

  private final Map<String, Maker> makers = new LinkedHashMap<>();
  private final Map<String, String> missing = new LinkedHashMap<>();

  /** Detects the installed engines. */
  public Peers() {
    makers.put("unranked", ProductEngine::unranked);
    makers.put("bigrams", f -> new LuceneEngine("Lucene bigrams", f, pairs(), true));
    makers.put("cjk", f -> new LuceneEngine("Lucene CJKAnalyzer", f, new CJKAnalyzer(), false));
    makers.put(
        "hanlp", f -> new LuceneEngine("Lucene HanLP", f, TextAnalyzers.queryWords(), false));
    makers.put(
        "smartcn",
        f -> new LuceneEngine("Lucene SmartChinese", f, new SmartChineseAnalyzer(), false));
    makers.put("sqlite", f -> new SqliteEngine(f, false));
    makers.put("sqlite-ranked", f -> new SqliteEngine(f, true));
    Optional<Path> postgres = PostgresEngine.installed();
    if (postgres.isPresent()) {
      makers.put("postgres", f -> PostgresEngine.start(postgres.get()));
    } else {
      missing.put("postgres", "PostgreSQL: no initdb on PATH or in /usr/lib/postgresql");
    }
    makers.put("solr", SolrEngine::start);
  }

  private static Analyzer pairs() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new NGramTokenizer(2, 2));
      }
    };
  }

  /** The engines of a list of names, or all. */
  public Map<String, Maker> chosen(List<String> names) {
    Map<String, Maker> chosen = new LinkedHashMap<>(makers);
    if (!names.contains("all")) {
      chosen.keySet().retainAll(names);
    }
    return chosen;
  }

  /** Why engines of a list of names, or of all, cannot be measured. */
  public List<String> skipped(List<String> names) {
    return missing.entrySet().stream()
        .filter(e -> names.contains("all") || names.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
