package org.mingzhang.query;

/**
 * An index term within the edit distance of a fuzzy query term.
 *
 * @param word the term
 * @param boost similarity to the typed word, 1 if equal
 * @param docFreq document frequency in one shard or, after {@link FuzzyExpansion#merge}, the sum
 *     over all shards
 * @param totalTermFreq total term frequency, likewise
 */
public record FuzzyWord(String word, float boost, long docFreq, long totalTermFreq) {}
