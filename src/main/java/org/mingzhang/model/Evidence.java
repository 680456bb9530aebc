package org.mingzhang.model;

/**
 * Where a metadata value was read from.
 *
 * @param field {@code title}, {@code agency}, {@code region}, {@code year}, {@code category},
 *     {@code agencyType} or {@code perimeter}
 * @param rule short name of the rule that decided, for example {@code title-line}
 * @param quote the words it was read from
 * @param page 1-based page of the words, 0 for a sidecar or file name
 */
public record Evidence(String field, String rule, String quote, int page) {}
