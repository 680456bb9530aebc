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
 * The places of one character in a field of character pairs: all pairs that it begins, and the
 * character at the end of a text. To Lucene, which refuses queries of too many clauses, it is one
 * clause: its parts are as many for every character. Immutable.
 */
final class CharacterSource extends IntervalsSource {
  private final int character;

  CharacterSource(int character) {
    this.character = character;
  }

  /**
   * The terms of this segment, found one after the other: behind a pair stand the runs of three
   * that begin with it, which are skipped. All are one position wide: nothing is won by multiplying
   * them out, and Lucene refuses to where several characters stand alone.
   */
  private IntervalsSource pairs(String field, LeafReaderContext leaf) throws IOException {
    Terms terms = leaf.reader().terms(field);
    List<IntervalsSource> found = new ArrayList<>();
    BytesRef prefix = new BytesRef(Character.toString(character));
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    boolean more = each.seekCeil(prefix) != TermsEnum.SeekStatus.END;
    while (more && StringHelper.startsWith(each.term(), prefix)) {
      BytesRef term = BytesRef.deepCopyOf(each.term());
      if (UnicodeUtil.codePointCount(term) <= 2) {
        found.add(Intervals.term(term));
      }
      more =
          term.length == prefix.length
              ? each.next() != null
              : each.seekCeil(behind(term)) != TermsEnum.SeekStatus.END;
    }
    return found.isEmpty() ? Intervals.noIntervals("no such pair") : Intervals.or(false, found);
  }

  /** Behind all terms that begin with this one: no byte of UTF-8 is as large. */
  private static BytesRef behind(BytesRef term) {
    byte[] bytes = Arrays.copyOfRange(term.bytes, term.offset, term.offset + term.length + 1);
    bytes[term.length] = (byte) 0xFF;
    return new BytesRef(bytes);
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext leaf)
      throws IOException {
    return pairs(field, leaf).intervals(field, leaf);
  }

  @Override
  public @Nullable IntervalMatchesIterator matches(String field, LeafReaderContext leaf, int doc)
      throws IOException {
    return pairs(field, leaf).matches(field, leaf, doc);
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
    return other instanceof CharacterSource source && source.character == character;
  }

  @Override
  public int hashCode() {
    return 31 * CharacterSource.class.hashCode() + character;
  }

  @Override
  public String toString() {
    return Character.toString(character);
  }
}
