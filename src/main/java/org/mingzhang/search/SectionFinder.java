package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueries;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.StoredRow;

/** Finds sections by where they stand: in one document, or at the same place of others. */
final class SectionFinder {
  private static final int MOST_SECTIONS = 1_000;
  private static final int MOST_RELATIVES = 2_000;

  private final Snapshot snapshot;
  private final WordQueries words;

  SectionFinder(Snapshot snapshot, WordQueries words) {
    this.snapshot = snapshot;
    this.words = words;
  }

  DocumentMatches matches(String documentId, String query) throws IOException {
    SearchRun run = SearchRun.of(snapshot, SearchRequest.of(query, Scope.SECTIONS), words);
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
    return DocumentMatches.of(hits);
  }

  List<Hit> relatives(String sectionId, int most) throws IOException {
    IndexSearcher searcher = snapshot.searcher();
    ScoreDoc own = only(searcher, new TermQuery(new Term(FieldNames.ID, sectionId)));
    if (own == null) {
      return List.of();
    }
    HitReader reader = new HitReader(snapshot.reader().storedFields(), Scope.SECTIONS, List.of());
    Document stored = snapshot.reader().storedFields().document(own.doc);
    String kin = stored.get(FieldNames.KIN);
    if (kin == null) {
      return List.of();
    }
    StoredRow self = HitReader.row(snapshot.reader().storedFields(), own.doc);
    Query others =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(FieldNames.KIN, kin)), BooleanClause.Occur.FILTER)
            .add(
                new TermQuery(FieldNames.documentTerm(self.documentId())),
                BooleanClause.Occur.MUST_NOT)
            .build();
    List<Hit> hits = new ArrayList<>();
    ScoreDoc[] found = searcher.search(others, MOST_RELATIVES).scoreDocs;
    for (Relative each : nearest(relatives(found, own.doc), most)) {
      hits.add(reader.read(each.doc));
    }
    return List.copyOf(hits);
  }

  /** Where a row stands among relatives; known without fetching it. */
  private record Relative(int doc, int year, boolean otherAgency, int region) {
    private static final Comparator<Relative> NEAREST_FIRST =
        Comparator.comparingInt(Relative::year)
            .reversed()
            .thenComparing(Relative::otherAgency)
            .thenComparingInt(Relative::region);
  }

  private List<Relative> relatives(ScoreDoc[] found, int own) {
    int agency = snapshot.number(Dimension.AGENCY, own);
    Dictionary years = snapshot.dictionary(Dimension.YEAR);
    List<Relative> relatives = new ArrayList<>();
    for (ScoreDoc row : found) {
      int year = snapshot.number(Dimension.YEAR, row.doc);
      relatives.add(
          new Relative(
              row.doc,
              year == 0 ? 0 : Integer.parseInt(years.value(year)),
              snapshot.number(Dimension.AGENCY, row.doc) != agency,
              snapshot.number(Dimension.REGION, row.doc)));
    }
    return relatives;
  }

  /** The nearest, equals in the order of their ids, which are read of no others. */
  private List<Relative> nearest(List<Relative> relatives, int most) throws IOException {
    relatives.sort(Relative.NEAREST_FIRST);
    int end = Math.min(most, relatives.size());
    while (end > 0
        && end < relatives.size()
        && Relative.NEAREST_FIRST.compare(relatives.get(end - 1), relatives.get(end)) == 0) {
      end++;
    }
    List<Relative> nearest = relatives.subList(0, end);
    Map<Relative, String> ids = new HashMap<>();
    for (Relative each : nearest) {
      ids.put(each, snapshot.id(each.doc));
    }
    nearest.sort(
        Relative.NEAREST_FIRST.thenComparing(each -> Objects.requireNonNull(ids.get(each))));
    return nearest.subList(0, Math.min(most, nearest.size()));
  }

  /** The row that a query finds, or null. */
  static @org.jspecify.annotations.Nullable ScoreDoc only(IndexSearcher searcher, Query query)
      throws IOException {
    ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
    return found.length == 0 ? null : found[0];
  }
}
