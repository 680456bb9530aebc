package org.mingzhang.query;

/**
 * An index term within the edit distance of a fuzzy query term.
 *
 * @param word the term
 * @param boost similarity to the typed word, 1 if equal
 * @param docFreq document frequency over all shards
 * @param totalTermFreq total term frequency over all shards
 */
public record FuzzyWord(String word, float boost, long docFreq, long totalTermFreq) {}
