package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueries;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.Hit;
import org.mingzhang.search.RankedRow;
import org.mingzhang.search.ShardQuery;

/** Finds the sections of one document that a query matches. */
final class SectionFinder {
  private static final int MOST_SECTIONS = 1_000;

  private final Snapshot snapshot;
  private final WordQueries words;

  SectionFinder(Snapshot snapshot, WordQueries words) {
    this.snapshot = snapshot;
    this.words = words;
  }

  /**
   * The sections of a document.
   *
   * @param of the query by which the document was found
   */
  DocumentMatches matches(String documentId, ShardQuery of) throws IOException {
    SearchRequest asked = SearchRequest.of(of.request().query(), Scope.SECTIONS);
    ShardQuery sections = new ShardQuery(asked, false, of.statistics());
    SearchRun run = SearchRun.of(snapshot, sections, words);
    Query inDocument =
        new BooleanQuery.Builder()
            .add(run.query(), BooleanClause.Occur.FILTER)
            .add(new TermQuery(FieldNames.documentTerm(documentId)), BooleanClause.Occur.FILTER)
            .build();
    AllRows rows = new AllRows();
    run.collect(inDocument, List.of(), rows, snapshot.searcher());
    HitReader reader = run.hits();
    List<Hit> hits = new ArrayList<>();
    for (RankedRow row :
        rows.page().stream()
            .sorted(Comparator.comparingLong(RankedRow::order))
            .limit(MOST_SECTIONS)
            .toList()) {
      hits.add(reader.read(row.doc()));
    }
    return new DocumentMatches(hits);
  }
}
