package org.mingzhang.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/**
 * The places of one character in a field of character pairs: all pairs that it begins, and the
 * character at the end of a text. To Lucene, which refuses queries of too many clauses, it is one
 * clause: its parts are as many for every character. Immutable.
 */
final class CharacterSource extends IntervalsSource {
  /**
   * Code points of a range whose pairs are looked up together; Lucene refuses more terms in one
   * such part than a query may have clauses, whatever stands in the index.
   */
  private static final int RANGE = QueryTranslator.MOST_CLAUSES - 1;

  private final int character;
  private final IntervalsSource pairs;

  CharacterSource(int character) {
    this.character = character;
    List<IntervalsSource> sources = new ArrayList<>();
    sources.add(Intervals.term(Character.toString(character)));
    for (int from = 0; from <= Character.MAX_CODE_POINT; from += RANGE) {
      sources.add(pairs(character, from, Math.min(Character.MAX_CODE_POINT, from + RANGE - 1)));
    }
    // All are one position wide: nothing is won by multiplying them out, and Lucene refuses to
    // where several characters stand alone.
    this.pairs = Intervals.or(false, sources);
  }

  private static IntervalsSource pairs(int first, int from, int to) {
    Automaton pairs =
        Operations.concatenate(List.of(Automata.makeChar(first), Automata.makeCharRange(from, to)));
    String about = Character.toString(first) + "[" + from + "-" + to + "]";
    return Intervals.multiterm(new CompiledAutomaton(pairs, false, true, false), RANGE, about);
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext leaf)
      throws IOException {
    return pairs.intervals(field, leaf);
  }

  @Override
  public @Nullable IntervalMatchesIterator matches(String field, LeafReaderContext leaf, int doc)
      throws IOException {
    return pairs.matches(field, leaf, doc);
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
