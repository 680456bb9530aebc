package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.TextField;
import org.mingzhang.search.TermCount;

/** Reads the terms of one shard: those that completions are made of, and ids of documents. */
final class ShardTerms {
  private ShardTerms() {}

  /** The texts offered while typing behind a text, in order, so many at most. */
  static List<TermCount> suggestions(IndexReader reader, String after, int most)
      throws IOException {
    List<TermCount> texts = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, FieldNames.SUGGESTION);
    if (terms == null) {
      return texts;
    }
    TermsEnum all = terms.iterator();
    BytesRef term = after.isEmpty() ? all.next() : behind(all, after);
    while (term != null && texts.size() < most) {
      texts.add(new TermCount(term.utf8ToString(), all.docFreq()));
      term = texts.size() < most ? all.next() : null;
    }
    return texts;
  }

  private static @Nullable BytesRef behind(TermsEnum all, String after) throws IOException {
    return switch (all.seekCeil(new BytesRef(after))) {
      case FOUND -> all.next();
      case NOT_FOUND -> all.term();
      case END -> null;
    };
  }

  /** Permalink ids of the documents that have rows, behind one, in order, so many at most. */
  static List<String> documentIds(IndexReader reader, String after, int most) throws IOException {
    List<String> ids = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, FieldNames.DOCUMENT);
    if (terms == null) {
      return ids;
    }
    Bits live = MultiBits.getLiveDocs(reader);
    TermsEnum all = terms.iterator();
    PostingsEnum rows = null;
    BytesRef term = after.isEmpty() ? all.next() : behind(all, after);
    while (term != null && ids.size() < most) {
      rows = all.postings(rows, PostingsEnum.NONE);
      if (anyIn(rows, live)) {
        ids.add(term.utf8ToString());
      }
      term = all.next();
    }
    return ids;
  }

  /** Terms of rows that were removed stay until their segment is merged. */
  private static boolean anyIn(PostingsEnum rows, @Nullable Bits live) throws IOException {
    int row = rows.nextDoc();
    while (row != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(row)) {
      row = rows.nextDoc();
    }
    return row != DocIdSetIterator.NO_MORE_DOCS;
  }

  /** How many sections have each word. */
  static List<Long> sectionsWith(IndexReader reader, List<String> words) throws IOException {
    String field = TextField.WORDS.in(Scope.SECTIONS);
    List<Long> counts = new ArrayList<>(words.size());
    for (String word : words) {
      counts.add((long) reader.docFreq(new Term(field, word)));
    }
    return counts;
  }
}
