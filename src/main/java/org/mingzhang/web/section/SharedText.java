package org.mingzhang.web.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.search.TextReuseResult;
import org.mingzhang.search.TextReuseResult.SharedPassage;
import org.mingzhang.web.address.PortalLinks;

/**
 * Text of a section that other documents contain verbatim, as shown on the section's page.
 *
 * @param copiedLength number of its characters in shared passages
 * @param boilerplateLength number of those characters that are in boilerplate
 * @param length number of characters of the section
 * @param sources sections with the most characters in common, at most {@link #MAX_SOURCES}
 * @param passages the longest shared passages, at most {@link #MAX_PASSAGES}, boilerplate last
 */
public record SharedText(
    int copiedLength,
    int boilerplateLength,
    int length,
    List<Source> sources,
    List<Passage> passages) {
  private static final int MAX_SOURCES = 6;
  private static final int MAX_PASSAGES = 6;
  private static final int MAX_PASSAGE_LENGTH = 90;

  /**
   * A section that contains shared passages.
   *
   * @param name its agency, or its document's title
   * @param year fiscal year, or empty
   * @param address address of the section
   * @param characters number of characters in common
   */
  public record Source(String name, String year, String address, int characters) {}

  /**
   * A passage that the section has in common with other documents.
   *
   * @param text the passage, or its beginning
   * @param anchor anchor of the paragraph or table in which it begins, such as {@code p3}; empty if
   *     it begins in the heading
   * @param otherSectionCount number of other sections that contain it
   * @param isBoilerplate whether it is boilerplate
   */
  public record Passage(String text, String anchor, int otherSectionCount, boolean isBoilerplate) {}

  /**
   * Builds the view of shared text from what was found in the index, with at most {@link
   * #MAX_SOURCES} sources and {@link #MAX_PASSAGES} passages.
   */
  static SharedText build(TextReuseResult textReuse, Section section, PortalLinks links) {
    return new SharedText(
        textReuse.copiedLength(),
        textReuse.boilerplateLength(),
        textReuse.length(),
        textReuse.sources().stream().limit(MAX_SOURCES).map(s -> buildSource(s, links)).toList(),
        mergeAdjacent(textReuse.passages(), section.fullText()).stream()
            .sorted(
                Comparator.comparing(SharedPassage::isBoilerplate)
                    .thenComparingInt(p -> p.start() - p.end()))
            .limit(MAX_PASSAGES)
            .map(p -> buildPassage(p, section))
            .toList());
  }

  /** Whether any shared passage is not boilerplate. */
  public boolean hasNonBoilerplate() {
    return copiedLength > boilerplateLength;
  }

  /**
   * Merges adjacent passages that are shared with the same number of sections, but not boilerplate
   * with other text.
   */
  private static List<SharedPassage> mergeAdjacent(List<SharedPassage> passages, String text) {
    List<SharedPassage> joined = new ArrayList<>();
    for (SharedPassage next : passages) {
      SharedPassage last = joined.isEmpty() ? null : joined.getLast();
      if (last != null
          && next.start() - last.end() <= 1
          && last.otherSectionCount() == next.otherSectionCount()
          && last.isBoilerplate() == next.isBoilerplate()) {
        joined.set(
            joined.size() - 1,
            new SharedPassage(
                last.start(),
                next.end(),
                text.substring(last.start(), Math.min(next.end(), text.length())),
                last.otherSectionCount(),
                last.isBoilerplate()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static Source buildSource(TextReuseResult.Source source, PortalLinks links) {
    Integer year = source.hit().year();
    return new Source(
        source.hit().publisher(),
        year == null ? "" : year.toString(),
        links.hit(source.hit(), ""),
        source.characters());
  }

  private static Passage buildPassage(SharedPassage passage, Section section) {
    String text = passage.text().replaceAll("\\s+", " ");
    return new Passage(
        text.length() > MAX_PASSAGE_LENGTH ? text.substring(0, MAX_PASSAGE_LENGTH) + "…" : text,
        findAnchor(passage.start(), section),
        passage.otherSectionCount(),
        passage.isBoilerplate());
  }

  /** Anchor of the part at an offset of the full text; empty for the heading. */
  private static String findAnchor(int offset, Section section) {
    int body = section.textOffset();
    List<Integer> offsets = section.partOffsets();
    int paragraphs = 0;
    int tables = 0;
    String anchor = "";
    for (int i = 0; i < offsets.size() && body + offsets.get(i) <= offset; i++) {
      boolean table = section.body().get(i) instanceof Section.TablePart;
      anchor = table ? "t" + ++tables : "p" + ++paragraphs;
    }
    return anchor;
  }
}
