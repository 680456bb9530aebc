package org.mingzhang.statement;

/**
 * A place in the text of a section.
 *
 * <p>Places in a run-in heading, which is read as the beginning of the text but is no part of
 * {@link org.mingzhang.model.Section#text()}, count back from 0: they are negative, {@link
 * #inHeading()}.
 *
 * @param section path of the section
 * @param page 1-based page of its first character
 * @param start offset in {@link org.mingzhang.model.Section#text()}, in UTF-16 units
 * @param end offset behind its last character
 */
public record Span(String section, int page, int start, int end) {

  /** Whether it begins in the section's heading and not in its text. */
  public boolean inHeading() {
    return start < 0;
  }

  /** The span from the beginning of this one to the end of another. */
  public Span to(Span last) {
    return new Span(section, page, start, last.section.equals(section) ? last.end : end);
  }
}
