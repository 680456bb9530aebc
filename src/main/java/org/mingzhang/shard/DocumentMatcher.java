package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;

/**
 * Finds the documents that match a query, as sets of document numbers ({@link DocumentBlocks})
 * instead of rows. The words of a query may be in different sections of a document; their sets are
 * found one by one, the rarest first, and no document is looked at again once it is known to match
 * or not to match. Immutable.
 */
sealed interface DocumentMatcher {
  /**
   * Creates the matcher of a query for documents.
   *
   * @param query its rows are document rows, see {@link SearchScope#DOCUMENTS}
   */
  static DocumentMatcher of(Query query, IndexSearcher searcher) throws IOException {
    List<Weight> sectionTerms = new ArrayList<>();
    List<DocumentMatcher> others = new ArrayList<>();
    for (Query alternative : alternatives(query)) {
      if (alternative instanceof ToParentBlockJoinQuery join) {
        for (Query sections : alternatives(join.getChildQuery())) {
          Weight weight = createWeight(sections, searcher);
          if (sections instanceof TermQuery) {
            sectionTerms.add(weight);
          } else {
            others.add(new RowMatcher(weight, false));
          }
        }
      } else {
        others.add(
            isConjunction(alternative)
                ? ofConjunction((BooleanQuery) alternative, searcher)
                : new RowMatcher(createWeight(alternative, searcher), true));
      }
    }
    if (!sectionTerms.isEmpty()) {
      others.addFirst(new SectionTermMatcher(sectionTerms));
    }
    return others.size() == 1 ? others.getFirst() : new Disjunction(others);
  }

  /**
   * The matcher of a conjunction: each clause about sections gets a matcher of its own, the other
   * clauses share one.
   */
  private static DocumentMatcher ofConjunction(BooleanQuery query, IndexSearcher searcher)
      throws IOException {
    TermQuery documentRows = new TermQuery(FieldNames.scopeTerm(SearchScope.DOCUMENTS));
    List<DocumentMatcher> parts = new ArrayList<>();
    BooleanQuery.Builder rest = new BooleanQuery.Builder();
    boolean restricted = false;
    for (BooleanClause clause : query.clauses()) {
      DocumentMatcher part = clause.isRequired() ? of(clause.query(), searcher) : null;
      if (part != null && !(part instanceof RowMatcher)) {
        parts.add(part);
      } else if (clause.occur() != Occur.SHOULD && !clause.query().equals(documentRows)) {
        rest.add(clause.query(), clause.isProhibited() ? Occur.MUST_NOT : Occur.FILTER);
        restricted = true;
      }
    }
    if (restricted || parts.isEmpty()) {
      rest.add(documentRows, Occur.FILTER);
      parts.add(new RowMatcher(createWeight(rest.build(), searcher), true));
    }
    return parts.size() == 1 ? parts.getFirst() : new Conjunction(parts);
  }

  private static Weight createWeight(Query query, IndexSearcher searcher) throws IOException {
    Query rows = searcher.rewrite(new ConstantScoreQuery(query));
    return searcher.createWeight(rows, ScoreMode.COMPLETE_NO_SCORES, 1f);
  }

  /**
   * The alternatives of a disjunction: a row matches the query if it matches any of them. Boosts
   * are removed, as are the optional clauses of a conjunction with one required clause. For another
   * query, the query itself.
   */
  private static List<Query> alternatives(Query query) {
    return switch (query) {
      case BoostQuery boost -> alternatives(boost.getQuery());
      case ConstantScoreQuery constant -> alternatives(constant.getQuery());
      case DisjunctionMaxQuery any -> alternatives(any.getDisjuncts());
      case BooleanQuery any when isDisjunction(any) ->
          alternatives(any.clauses().stream().map(BooleanClause::query).toList());
      case BooleanQuery all when isConjunction(all) -> {
        List<BooleanClause> clauses =
            all.clauses().stream().filter(c -> c.occur() != Occur.SHOULD).toList();
        yield clauses.size() == 1 ? alternatives(clauses.getFirst().query()) : List.of(query);
      }
      default -> List.of(query);
    };
  }

  private static List<Query> alternatives(Collection<Query> disjuncts) {
    return disjuncts.stream().flatMap(query -> alternatives(query).stream()).toList();
  }

  private static boolean isDisjunction(BooleanQuery query) {
    return query.getMinimumNumberShouldMatch() <= 1
        && query.clauses().stream().allMatch(c -> c.occur() == Occur.SHOULD);
  }

  private static boolean isConjunction(Query query) {
    return query instanceof BooleanQuery bool
        && bool.getMinimumNumberShouldMatch() == 0
        && bool.clauses().stream().anyMatch(BooleanClause::isRequired);
  }

  /** Prepares the search of one segment. */
  SegmentDocumentMatcher bind(LeafReaderContext leaf, DocumentBlocks blocks) throws IOException;

  /** Matches the documents of rows; {@code #onlyDocumentRows} if only document rows count. */
  record RowMatcher(Weight weight, boolean onlyDocumentRows) implements DocumentMatcher {
    @Override
    public SegmentDocumentMatcher bind(LeafReaderContext leaf, DocumentBlocks blocks)
        throws IOException {
      ScorerSupplier rows = weight.scorerSupplier(leaf);
      return rows == null
          ? new SegmentDocumentMatcher.NoMatch()
          : new SegmentDocumentMatcher.RowMatcher(rows, onlyDocumentRows, blocks);
    }
  }

  /** Matches the documents that have a section with any of the terms. */
  record SectionTermMatcher(List<Weight> terms) implements DocumentMatcher {
    @Override
    public SegmentDocumentMatcher bind(LeafReaderContext leaf, DocumentBlocks blocks)
        throws IOException {
      List<ScorerSupplier> rows = new ArrayList<>();
      for (Weight term : terms) {
        ScorerSupplier supplier = term.scorerSupplier(leaf);
        if (supplier != null) {
          rows.add(supplier);
        }
      }
      return new SegmentDocumentMatcher.SectionTermMatcher(rows, blocks);
    }
  }

  /** Matches the documents that any part matches. */
  record Disjunction(List<DocumentMatcher> parts) implements DocumentMatcher {
    @Override
    public SegmentDocumentMatcher bind(LeafReaderContext leaf, DocumentBlocks blocks)
        throws IOException {
      return new SegmentDocumentMatcher.Disjunction(bindAll(parts, leaf, blocks));
    }
  }

  /** Matches the documents that all parts match. */
  record Conjunction(List<DocumentMatcher> parts) implements DocumentMatcher {
    @Override
    public SegmentDocumentMatcher bind(LeafReaderContext leaf, DocumentBlocks blocks)
        throws IOException {
      List<SegmentDocumentMatcher> bound = bindAll(parts, leaf, blocks);
      bound.sort(Comparator.comparingLong(SegmentDocumentMatcher::cost));
      return new SegmentDocumentMatcher.Conjunction(bound);
    }
  }

  private static List<SegmentDocumentMatcher> bindAll(
      List<DocumentMatcher> parts, LeafReaderContext leaf, DocumentBlocks blocks)
      throws IOException {
    List<SegmentDocumentMatcher> bound = new ArrayList<>();
    for (DocumentMatcher part : parts) {
      bound.add(part.bind(leaf, blocks));
    }
    return bound;
  }
}
