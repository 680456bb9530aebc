package org.mingzhang.search;

/**
 * A completion offered while typing.
 *
 * @param text what would be searched
 * @param kind {@code title}, {@code agency}, {@code region}, {@code heading}, {@code indicator} or
 *     {@code phrase}
 * @param weight how often it occurs
 */
public record Suggestion(String text, String kind, long weight) {}
