package org.mingzhang.search;

/**
 * A completion of a typed prefix.
 *
 * @param text the completed query
 * @param kind {@code title}, {@code agency}, {@code region}, {@code heading}, {@code indicator} or
 *     {@code phrase}
 * @param weight number of occurrences, weighted by kind
 */
public record Suggestion(String text, String kind, long weight) {}
