package org.mingzhang.search;

/**
 * A term of the index.
 *
 * @param term the term
 * @param rows rows that have it
 */
public record TermCount(String term, long rows) {}
