package org.mingzhang.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Lists the ids of the documents of an index. */
public final class DocumentIdReader {
  private DocumentIdReader() {}

  /**
   * Permalink ids of the documents that have rows, in the order of their UTF-8 bytes; empty if no
   * more follow.
   *
   * @param after the last id before the wanted ones; empty to start with the first
   * @param limit maximum number of ids
   */
  public static List<String> idsAfter(IndexReader reader, String after, int limit)
      throws IOException {
    List<String> ids = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, FieldNames.DOCUMENT);
    if (terms == null) {
      return ids;
    }
    Bits live = MultiBits.getLiveDocs(reader);
    TermsEnum termsEnum = terms.iterator();
    PostingsEnum rows = null;
    BytesRef term = after.isEmpty() ? termsEnum.next() : seekAfter(termsEnum, after);
    while (term != null && ids.size() < limit) {
      rows = termsEnum.postings(rows, PostingsEnum.NONE);
      if (hasLiveRow(rows, live)) {
        ids.add(term.utf8ToString());
      }
      term = termsEnum.next();
    }
    return ids;
  }

  /** Moves to the first term after a text and returns it; null if there is none. */
  public static @Nullable BytesRef seekAfter(TermsEnum termsEnum, String after) throws IOException {
    return switch (termsEnum.seekCeil(new BytesRef(after))) {
      case FOUND -> termsEnum.next();
      case NOT_FOUND -> termsEnum.term();
      case END -> null;
    };
  }

  /**
   * Whether any of the rows of a term is not deleted. The terms of deleted rows remain until their
   * segment is merged.
   */
  private static boolean hasLiveRow(PostingsEnum rows, @Nullable Bits liveDocs) throws IOException {
    int row = rows.nextDoc();
    while (row != DocIdSetIterator.NO_MORE_DOCS && liveDocs != null && !liveDocs.get(row)) {
      row = rows.nextDoc();
    }
    return row != DocIdSetIterator.NO_MORE_DOCS;
  }
}
