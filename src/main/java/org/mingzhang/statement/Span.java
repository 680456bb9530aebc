package org.mingzhang.statement;

/**
 * A range of the text of a section.
 *
 * <p>Offsets in a run-in heading, which is read before the text but is not part of {@link
 * org.mingzhang.model.Section#text()}, are negative: they count back from the beginning of the
 * text.
 *
 * @param sectionPath path of the section
 * @param page 1-based page of its first character
 * @param start offset in {@link org.mingzhang.model.Section#text()}, in UTF-16 units
 * @param end offset after its last character
 */
public record Span(String sectionPath, int page, int start, int end) {

  /** Whether the span begins in the run-in heading of the section. */
  public boolean startsInHeading() {
    return start < 0;
  }

  /** The span from the beginning of this one to the end of another. */
  public Span extendToEndOf(Span last) {
    return new Span(
        sectionPath, page, start, last.sectionPath.equals(sectionPath) ? last.end : end);
  }
}
