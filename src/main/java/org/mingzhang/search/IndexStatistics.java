package org.mingzhang.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.FuzzyWord;
import org.mingzhang.query.FuzzyWords;

/**
 * What the scores and the translation of one query take from the index as a whole. Each shard tells
 * its part; the sum goes to all of them, so that a row's score does not depend on where it is.
 *
 * @param fields by name, of the fields that the query's terms are in
 * @param terms of the query
 * @param held texts that a value of a facet contains
 * @param fuzzy the words that misspelled words may stand for
 */
public record IndexStatistics(
    Map<String, FieldCounts> fields,
    Map<FieldTerm, TermCounts> terms,
    Set<HeldText> held,
    Map<FuzzyTerm, List<FuzzyWord>> fuzzy) {

  /** For a shard that is the whole index and needs no statistics of others. */
  public static final IndexStatistics OWN =
      new IndexStatistics(Map.of(), Map.of(), Set.of(), Map.of());

  /** Copies the collections. */
  public IndexStatistics {
    fields = Map.copyOf(fields);
    terms = Map.copyOf(terms);
    held = Set.copyOf(held);
    fuzzy = Map.copyOf(fuzzy);
  }

  /**
   * A field.
   *
   * @param slots numbers of rows that have been given out
   * @param rows rows that have the field
   * @param occurrences occurrences of all terms
   * @param postings pairs of a term and a row that has it
   */
  public record FieldCounts(long slots, long rows, long occurrences, long postings) {
    private FieldCounts plus(FieldCounts other) {
      return new FieldCounts(
          slots + other.slots,
          rows + other.rows,
          occurrences + other.occurrences,
          postings + other.postings);
    }
  }

  /** A term of a field. */
  public record FieldTerm(String field, String text) {}

  /**
   * How frequent a term is; rows that were removed count until their segment is merged.
   *
   * @param rows rows that have it
   * @param occurrences its occurrences
   */
  public record TermCounts(long rows, long occurrences) {
    private TermCounts plus(TermCounts other) {
      return new TermCounts(rows + other.rows, occurrences + other.occurrences);
    }
  }

  /** A text in normal form that a value of a facet contains as a whole. */
  public record HeldText(Dimension dimension, String folded) {}

  /** A misspelled word of a field. */
  public record FuzzyTerm(String field, String word, int edits) {}

  /** The sum of what the shards tell. */
  static IndexStatistics sum(List<IndexStatistics> shards) {
    Map<String, FieldCounts> fields = new HashMap<>();
    Map<FieldTerm, TermCounts> terms = new HashMap<>();
    Set<HeldText> held = new HashSet<>();
    Set<FuzzyTerm> misspelled = new LinkedHashSet<>();
    for (IndexStatistics shard : shards) {
      shard.fields.forEach((name, counts) -> fields.merge(name, counts, FieldCounts::plus));
      shard.terms.forEach((term, counts) -> terms.merge(term, counts, TermCounts::plus));
      held.addAll(shard.held);
      misspelled.addAll(shard.fuzzy.keySet());
    }
    Map<FuzzyTerm, List<FuzzyWord>> fuzzy = new HashMap<>();
    for (FuzzyTerm word : misspelled) {
      List<List<FuzzyWord>> near = new ArrayList<>();
      shards.forEach(shard -> near.add(shard.fuzzy.getOrDefault(word, List.of())));
      fuzzy.put(word, FuzzyWords.merged(near));
    }
    return new IndexStatistics(fields, terms, held, fuzzy);
  }
}
