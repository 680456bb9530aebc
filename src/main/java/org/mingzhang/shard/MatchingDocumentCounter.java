package org.mingzhang.shard;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.schema.FieldNames;

/**
 * Counts matching documents from the sections that a search has already found: a document matches
 * if one of its sections does, so only the document rows have to be searched. There is no time
 * limit.
 */
final class MatchingDocumentCounter {
  private MatchingDocumentCounter() {}

  /**
   * Counts the matching documents that pass the facet filters. Empty if the document query is not
   * the disjunction of the section query and a query on document rows, for example because two
   * words may be in different sections.
   *
   * @param documentSearch the search for documents
   * @param sectionSearch the search for sections
   * @param counter counter of the section search after that search, which must have counted at
   *     least one facet; its filters must accept either all rows of a document or none
   */
  static OptionalLong count(
      PreparedSearch documentSearch,
      PreparedSearch sectionSearch,
      FacetCounter counter,
      ShardSnapshot snapshot)
      throws IOException {
    DocumentOrSectionQuery alternatives = DocumentOrSectionQuery.split(documentSearch.query());
    return alternatives == null || !sectionSearch.isEquivalent(alternatives.sectionQuery())
        ? OptionalLong.empty()
        : OptionalLong.of(countDocuments(alternatives.documentRowQuery(), counter, snapshot));
  }

  /**
   * A query for documents, split into the query that document rows match and the query that
   * sections match; a document matches if it or one of its sections does.
   *
   * @param documentRowQuery matches document rows
   * @param sectionQuery matches sections, whose documents match
   */
  private record DocumentOrSectionQuery(Query documentRowQuery, Query sectionQuery) {
    /**
     * Splits a query into the parts for document rows and for sections; null if it has another
     * form.
     */
    static @Nullable DocumentOrSectionQuery split(Query query) {
      if (!(query instanceof BooleanQuery bool) || bool.getMinimumNumberShouldMatch() > 0) {
        return null;
      }
      if (bool.clauses().stream().allMatch(BooleanClause::isRequired)) {
        return splitConjunction(bool.clauses());
      }
      boolean disjunction = bool.clauses().stream().allMatch(c -> c.occur() == Occur.SHOULD);
      return disjunction ? splitDisjunction(bool.clauses()) : null;
    }

    private static @Nullable DocumentOrSectionQuery splitDisjunction(List<BooleanClause> clauses) {
      if (clauses.size() == 2
          && clauses.getLast().query() instanceof ToParentBlockJoinQuery sections) {
        return new DocumentOrSectionQuery(clauses.getFirst().query(), sections.getChildQuery());
      }
      BooleanQuery.Builder documentRowQuery = new BooleanQuery.Builder();
      BooleanQuery.Builder sectionQuery = new BooleanQuery.Builder();
      for (BooleanClause clause : clauses) {
        DocumentOrSectionQuery part = split(clause.query());
        if (part == null) {
          return null;
        }
        documentRowQuery.add(part.documentRowQuery, Occur.SHOULD);
        sectionQuery.add(part.sectionQuery, Occur.SHOULD);
      }
      return new DocumentOrSectionQuery(documentRowQuery.build(), sectionQuery.build());
    }

    /**
     * Splits a conjunction; null if this is not possible. At most one of its clauses may match only
     * some of the sections of a document; the others must match all rows of a document or none.
     */
    private static @Nullable DocumentOrSectionQuery splitConjunction(List<BooleanClause> clauses) {
      BooleanQuery.Builder documentRowQuery = new BooleanQuery.Builder();
      BooleanQuery.Builder sectionQuery = new BooleanQuery.Builder();
      int varying = 0;
      for (BooleanClause clause : clauses) {
        if (isDocumentLevel(clause.query())) {
          documentRowQuery.add(clause.query(), Occur.FILTER);
          sectionQuery.add(clause);
          continue;
        }
        DocumentOrSectionQuery part = split(clause.query());
        if (part == null || varying++ > 0) {
          return null;
        }
        documentRowQuery.add(part.documentRowQuery, Occur.FILTER);
        QueryTranslator.addRequired(sectionQuery, part.sectionQuery);
      }
      return new DocumentOrSectionQuery(documentRowQuery.build(), sectionQuery.build());
    }
  }

  /**
   * Whether a query uses only fields of which all rows of a document have the same value, so that
   * it matches all of them or none.
   */
  private static boolean isDocumentLevel(Query query) {
    Set<String> fields = new HashSet<>();
    query.visit(
        new QueryVisitor() {
          @Override
          public boolean acceptField(String field) {
            fields.add(field);
            return true;
          }

          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
          }
        });
    return !fields.isEmpty() && fields.stream().allMatch(FieldNames::isDocumentLevel);
  }

  private static long countDocuments(
      Query documentClause, FacetCounter counter, ShardSnapshot snapshot) throws IOException {
    IndexSearcher searcher = snapshot.createSearcher();
    Weight weight =
        searcher.createWeight(
            searcher.rewrite(new ConstantScoreQuery(documentClause)),
            ScoreMode.COMPLETE_NO_SCORES,
            1f);
    FacetCounter filters = counter.withoutFacets();
    long total = 0;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      FixedBitSet found = counter.foundDocuments(leaf.ord);
      Scorer scorer = weight.scorer(leaf);
      total += found == null ? 0 : found.cardinality();
      if (scorer != null) {
        total +=
            countFurtherDocuments(
                scorer,
                snapshot.segmentOrdinals(leaf.ord).blocks(),
                found,
                leaf.reader().getLiveDocs(),
                filters.segmentCounter(leaf.ord));
      }
    }
    return total;
  }

  private static long countFurtherDocuments(
      Scorer scorer,
      DocumentBlocks blocks,
      @Nullable Bits countedDocuments,
      @Nullable Bits liveDocs,
      FacetCounter.SegmentFacetCounter filters)
      throws IOException {
    long unseen = 0;
    DocIdSetIterator rows = scorer.iterator();
    for (int doc = rows.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = rows.nextDoc()) {
      if ((countedDocuments == null || !countedDocuments.get(blocks.document(doc)))
          && (liveDocs == null || liveDocs.get(doc))
          && filters.accepts(doc)) {
        unseen++;
      }
    }
    return unseen;
  }
}
