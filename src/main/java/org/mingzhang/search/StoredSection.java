package org.mingzhang.search;

/**
 * The text of a section as the index stores it.
 *
 * @param text heading and body
 * @param document identifies the document within the index
 */
public record StoredSection(String text, long document) {}
