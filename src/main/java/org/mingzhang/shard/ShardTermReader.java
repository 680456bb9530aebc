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
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.DocumentIdReader;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.TextField;
import org.mingzhang.search.TermCount;

/** Reads the terms of one shard that completions are built from. */
final class ShardTermReader {
  private ShardTermReader() {}

  /** The completion terms after a given one, in order, at most {@code limit}. */
  static List<TermCount> completionTerms(IndexReader reader, String after, int limit)
      throws IOException {
    List<TermCount> texts = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, FieldNames.SUGGESTION);
    if (terms == null) {
      return texts;
    }
    TermsEnum all = terms.iterator();
    BytesRef term = after.isEmpty() ? all.next() : DocumentIdReader.seekAfter(all, after);
    while (term != null && texts.size() < limit) {
      texts.add(new TermCount(term.utf8ToString(), all.docFreq()));
      term = texts.size() < limit ? all.next() : null;
    }
    return texts;
  }

  /**
   * The number of sections that contain each word, counting deleted ones until their segment is
   * merged.
   */
  static List<Long> sectionCounts(IndexReader reader, List<String> words) throws IOException {
    String field = TextField.WORDS.fieldName(SearchScope.SECTIONS);
    List<Long> counts = new ArrayList<>(words.size());
    for (String word : words) {
      counts.add((long) reader.docFreq(new Term(field, word)));
    }
    return counts;
  }
}
