package org.mingzhang.search;

import java.util.List;

/**
 * What a section shares word by word with sections of other documents.
 *
 * @param length characters of the section in normal form
 * @param copied of these, how many stand in passages that other documents have
 * @param boilerplate of these, how many stand in passages so common that they say nothing
 * @param passages the shared passages, in order
 * @param sources sections that share most, boilerplate left out
 */
public record CopiedText(
    int length, int copied, int boilerplate, List<SharedPassage> passages, List<Source> sources) {
  /** Copies the lists. */
  public CopiedText {
    passages = List.copyOf(passages);
    sources = List.copyOf(sources);
  }

  /**
   * A passage that other documents have.
   *
   * @param start place of its first character in the section's full text
   * @param end place behind its last character
   * @param text the passage
   * @param others how many other sections have it
   * @param boilerplate whether it is so common that it says nothing
   */
  public record SharedPassage(int start, int end, String text, int others, boolean boilerplate) {}

  /**
   * A section that shares passages.
   *
   * @param hit the section
   * @param characters how many characters of normal form it shares
   */
  public record Source(Hit hit, int characters) {}
}
