package org.mingzhang.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.UnicodeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Intervals of a single character in a bigram field: the union of all bigrams that start with it,
 * and the character itself at the end of a text. Lucene counts it as a single clause, however many
 * bigrams there are. Immutable.
 */
final class CharacterIntervalsSource extends IntervalsSource {
  private final int character;

  CharacterIntervalsSource(int character) {
    this.character = character;
  }

  /**
   * The disjunction of the matching terms of this segment. Trigrams, which follow the bigram that
   * they start with, are skipped by seeking. All terms are one position wide, so disjunctions need
   * not be pulled up; Lucene would reject the expansion for several single characters.
   */
  private IntervalsSource bigramDisjunction(String field, LeafReaderContext leaf)
      throws IOException {
    Terms terms = leaf.reader().terms(field);
    List<IntervalsSource> sources = new ArrayList<>();
    BytesRef prefix = new BytesRef(Character.toString(character));
    TermsEnum termsEnum = terms == null ? TermsEnum.EMPTY : terms.iterator();
    boolean more = termsEnum.seekCeil(prefix) != TermsEnum.SeekStatus.END;
    while (more && StringHelper.startsWith(termsEnum.term(), prefix)) {
      BytesRef term = BytesRef.deepCopyOf(termsEnum.term());
      if (UnicodeUtil.codePointCount(term) <= 2) {
        sources.add(Intervals.term(term));
      }
      more =
          term.length == prefix.length
              ? termsEnum.next() != null
              : termsEnum.seekCeil(prefixUpperBound(term)) != TermsEnum.SeekStatus.END;
    }
    return sources.isEmpty() ? Intervals.noIntervals("no such pair") : Intervals.or(false, sources);
  }

  /**
   * An upper bound of all terms with this prefix. It ends in the byte 0xFF, which does not occur in
   * UTF-8.
   */
  private static BytesRef prefixUpperBound(BytesRef term) {
    byte[] bytes = Arrays.copyOfRange(term.bytes, term.offset, term.offset + term.length + 1);
    bytes[term.length] = (byte) 0xFF;
    return new BytesRef(bytes);
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext leaf)
      throws IOException {
    return bigramDisjunction(field, leaf).intervals(field, leaf);
  }

  @Override
  public @Nullable IntervalMatchesIterator matches(String field, LeafReaderContext leaf, int doc)
      throws IOException {
    return bigramDisjunction(field, leaf).matches(field, leaf, doc);
  }

  @Override
  public void visit(String field, QueryVisitor visitor) {
    visitor.visitLeaf(new IntervalQuery(field, this));
  }

  @Override
  public int minExtent() {
    return 1;
  }

  @Override
  public Collection<IntervalsSource> pullUpDisjunctions() {
    return List.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CharacterIntervalsSource source && source.character == character;
  }

  @Override
  public int hashCode() {
    return 31 * CharacterIntervalsSource.class.hashCode() + character;
  }

  @Override
  public String toString() {
    return Character.toString(character);
  }
}
