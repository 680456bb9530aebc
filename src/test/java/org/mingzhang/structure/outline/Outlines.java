package org.mingzhang.structure.outline;

import java.util.List;
import org.mingzhang.model.Section;

/** Formats outlines as short lines for comparison with the expectations of tests. */
final class Outlines {
  private Outlines() {}

  /** Each heading as {@code path number title}, list items left out. */
  static List<String> headings(List<Section> sections) {
    return sections.stream()
        .filter(s -> !s.isListItem())
        .map(s -> (s.path() + " " + s.number() + s.title()).strip())
        .toList();
  }

  /** Each list item as {@code path number title}. */
  static List<String> items(List<Section> sections) {
    return sections.stream()
        .filter(Section::isListItem)
        .map(s -> s.path() + " " + s.number() + s.title())
        .toList();
  }

  /** The section with a title. */
  static Section titled(List<Section> sections, String title) {
    return sections.stream().filter(s -> s.title().equals(title)).findFirst().orElseThrow();
  }
}
