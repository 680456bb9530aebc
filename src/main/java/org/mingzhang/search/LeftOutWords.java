package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.mingzhang.query.QueryNotice;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueries;

/**
 * Names the words that none of the rows shown has, where rows with a part of the words are shown.
 *
 * @param words how words become queries
 */
record LeftOutWords(WordQueries words) {
  /** More words are not looked at: such a query is a sentence, not a list of words. */
  private static final int MOST = 12;

  /** The notices of a loosened search, the words named. */
  List<QueryNotice> in(
      List<QueryNotice> notices,
      SearchRequest request,
      List<RankedRow> rows,
      IndexSearcher searcher)
      throws IOException {
    if (rows.isEmpty() || notices.stream().noneMatch(QueryNotice::someWords)) {
      return notices;
    }
    List<String> absent = absent(request, rows, searcher);
    return absent.isEmpty()
        ? notices
        : notices.stream().map(n -> n.someWords() ? QueryNotice.without(absent) : n).toList();
  }

  private List<String> absent(SearchRequest request, List<RankedRow> rows, IndexSearcher searcher)
      throws IOException {
    List<QueryTranslator.TypedWord> typed =
        QueryTranslator.typedWords(
            QueryParser.parse(request.query()).node(), request.scope(), words);
    List<String> absent = new ArrayList<>();
    for (QueryTranslator.TypedWord word :
        typed.size() > MOST ? List.<QueryTranslator.TypedWord>of() : typed) {
      if (!anyHas(word, rows, searcher)) {
        absent.add(word.word());
      }
    }
    return absent;
  }

  private static boolean anyHas(
      QueryTranslator.TypedWord word, List<RankedRow> rows, IndexSearcher searcher)
      throws IOException {
    for (RankedRow row : rows) {
      if (searcher.explain(word.query(), row.doc()).isMatch()) {
        return true;
      }
    }
    return false;
  }
}
