package org.mingzhang.search;

/**
 * A section's text.
 *
 * @param text heading and body
 * @param document tells the document from others of the index
 */
public record StoredSection(String text, long document) {}
