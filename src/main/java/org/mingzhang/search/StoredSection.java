package org.mingzhang.search;

/**
 * The stored text of a section.
 *
 * @param text heading and body
 * @param document identifies the document within the index
 */
public record StoredSection(String text, long document) {}
