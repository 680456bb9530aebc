package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.DocumentIds;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.TextField;
import org.mingzhang.search.TermCount;

/** Reads the terms of one shard: those that completions are made of. */
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
    BytesRef term = after.isEmpty() ? all.next() : DocumentIds.seekAfter(all, after);
    while (term != null && texts.size() < most) {
      texts.add(new TermCount(term.utf8ToString(), all.docFreq()));
      term = texts.size() < most ? all.next() : null;
    }
    return texts;
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
