package org.mingzhang.search;

/**
 * A term with its document frequency.
 *
 * @param term the term
 * @param rows number of rows that contain it
 */
public record TermCount(String term, long rows) {}
