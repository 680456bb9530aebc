package org.mingzhang.web.document;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Section;
import org.mingzhang.web.address.PortalLinks;

/** The outline of a document, with links. */
public final class DocumentOutline {
  /**
   * A section in the outline, with its link.
   *
   * @param heading numeral and title
   * @param address its address
   * @param level 1-based depth
   * @param page 1-based page
   * @param isCurrent whether it is the current section
   * @param isExpanded whether the current section is this section or one of its descendants
   * @param hitCount number of matches of the query in it, 0 if not counted
   * @param children entries below it
   */
  public record Entry(
      String heading,
      String address,
      int level,
      int page,
      boolean isCurrent,
      boolean isExpanded,
      int hitCount,
      List<Entry> children) {}

  private final ArchivedDisclosure document;
  private final PortalLinks links;
  private final String query;
  private final String version;
  private final int currentIndex;
  private final List<Integer> hitCounts;

  private DocumentOutline(
      ArchivedDisclosure document,
      PortalLinks links,
      String query,
      String version,
      int currentIndex,
      List<Integer> hitCounts) {
    this.document = document;
    this.links = links;
    this.query = query;
    this.version = version;
    this.currentIndex = currentIndex;
    this.hitCounts = hitCounts;
  }

  /**
   * Builds the outline of a document.
   *
   * @param query query kept in the links
   * @param version fingerprint kept in the links, empty for the newest version
   * @param currentIndex index of the current section, or -1
   * @param hitCounts hits of each section, or an empty list
   */
  public static List<Entry> build(
      ArchivedDisclosure document,
      PortalLinks links,
      String query,
      String version,
      int currentIndex,
      List<Integer> hitCounts) {
    return new DocumentOutline(document, links, query, version, currentIndex, hitCounts)
        .buildEntries(0, document.disclosure().sections().size());
  }

  private List<Entry> buildEntries(int from, int to) {
    List<Entry> entries = new ArrayList<>();
    List<Section> sections = document.disclosure().sections();
    int at = from;
    while (at < to) {
      int end = at + 1;
      while (end < to && sections.get(end).level() > sections.get(at).level()) {
        end++;
      }
      entries.add(buildEntry(at, end));
      at = end;
    }
    return entries;
  }

  private Entry buildEntry(int index, int end) {
    Section section = document.disclosure().sections().get(index);
    return new Entry(
        section.heading(),
        links.section(document.id(), document.sectionIds().get(index), query, version),
        section.level(),
        section.page(),
        index == currentIndex,
        currentIndex >= index && currentIndex < end,
        hitCounts.isEmpty() ? 0 : hitCounts.get(index),
        buildEntries(index + 1, end));
  }

  /** Indexes of the sections above a section, outermost first. */
  public static List<Integer> ancestorsOf(List<Section> sections, int index) {
    List<Integer> above = new ArrayList<>();
    int level = sections.get(index).level();
    for (int i = index - 1; i >= 0 && level > 1; i--) {
      if (sections.get(i).level() < level) {
        above.addFirst(i);
        level = sections.get(i).level();
      }
    }
    return above;
  }
}
