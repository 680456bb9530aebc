package org.mingzhang.search;

/**
 * The text of a section as the index stores it.
 *
 * @param text heading and body
 * @param documentNumber hash that identifies the document in the index, see {@link
 *     RankedRow#documentNumber}
 */
public record StoredSection(String text, long documentNumber) {}
