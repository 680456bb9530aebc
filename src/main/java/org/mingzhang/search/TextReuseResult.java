package org.mingzhang.search;

import java.util.List;

/**
 * The text that a section has in common, verbatim, with sections of other documents.
 *
 * @param length length of the normalized section, in characters
 * @param copiedLength number of these characters that are in passages found in other documents,
 *     including boilerplate
 * @param boilerplateLength number of these characters that are in passages too common to indicate
 *     copying
 * @param passages the shared passages, in order
 * @param sources the sections that share most characters, not counting boilerplate
 */
public record TextReuseResult(
    int length,
    int copiedLength,
    int boilerplateLength,
    List<SharedPassage> passages,
    List<Source> sources) {
  /** Makes an immutable copy of the lists. */
  public TextReuseResult {
    passages = List.copyOf(passages);
    sources = List.copyOf(sources);
  }

  /**
   * A passage that occurs in other documents.
   *
   * @param start start offset in the full text of the section
   * @param end end offset, exclusive
   * @param text the passage
   * @param otherSectionCount number of other sections that contain it
   * @param isBoilerplate whether it is too common to indicate copying
   */
  public record SharedPassage(
      int start, int end, String text, int otherSectionCount, boolean isBoilerplate) {}

  /**
   * A section that contains shared passages.
   *
   * @param hit the section
   * @param characters number of normalized characters that it shares
   */
  public record Source(Hit hit, int characters) {}
}
