package org.mingzhang.query;

/**
 * A word of the index that a misspelled word may stand for.
 *
 * @param word the word
 * @param boost how near it is to what was typed, 1 for the same
 * @param rows rows of all shards that have it
 * @param occurrences its occurrences in them
 */
public record FuzzyWord(String word, float boost, long rows, long occurrences) {}
