package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.NumberField;

/** Counts what a snapshot holds as a whole. */
final class OverviewReader {
  private static final int NEWEST = 12;

  private OverviewReader() {}

  static Overview read(Snapshot snapshot, Map<Dimension, List<SearchResults.FacetValue>> facets)
      throws IOException {
    IndexSearcher searcher = snapshot.searcher();
    Map<Scope, Long> totals = new EnumMap<>(Scope.class);
    for (Scope scope : Scope.values()) {
      totals.put(scope, (long) searcher.count(new TermQuery(FieldNames.scopeTerm(scope))));
    }
    return new Overview(totals, coverage(snapshot, searcher), newest(snapshot, searcher), facets);
  }

  private static List<Overview.Coverage> coverage(Snapshot snapshot, IndexSearcher searcher)
      throws IOException {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    Query documents = new TermQuery(FieldNames.scopeTerm(Scope.DOCUMENTS));
    Weight weight =
        searcher.createWeight(searcher.rewrite(documents), ScoreMode.COMPLETE_NO_SCORES, 1f);
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Column regions = snapshot.columns(leaf.ord).of(Dimension.REGION);
      Column years = snapshot.columns(leaf.ord).of(Dimension.YEAR);
      DocIdSetIterator rows = scorer.iterator();
      for (int d = rows.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = rows.nextDoc()) {
        boolean live = leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(d);
        if (live) {
          counts
              .computeIfAbsent(value(regions, d), r -> new TreeMap<>(Comparator.reverseOrder()))
              .merge(value(years, d), 1L, Long::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .map(e -> new Overview.Coverage(e.getKey(), e.getValue()))
        .toList();
  }

  private static String value(Column column, int doc) {
    int number = column.at(doc);
    return number == 0 ? SearchRequest.NOT_STATED : column.values()[number - 1];
  }

  private static List<Hit> newest(Snapshot snapshot, IndexSearcher searcher) throws IOException {
    Sort newestFirst =
        new Sort(
            LongField.newSortField(
                NumberField.SEEN.fieldName(), true, SortedNumericSelector.Type.MAX));
    HitReader reader = new HitReader(snapshot.reader().storedFields(), Scope.DOCUMENTS, List.of());
    List<Hit> hits = new ArrayList<>();
    Query documents = new TermQuery(FieldNames.scopeTerm(Scope.DOCUMENTS));
    for (ScoreDoc found : searcher.search(documents, NEWEST, newestFirst).scoreDocs) {
      hits.add(reader.read(found.doc));
    }
    return hits;
  }
}
