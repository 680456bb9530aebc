package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Section;
import org.mingzhang.statement.SectionStatements;

/**
 * Sections grouped with the numbered items right below them, which outlines keep as sections of
 * their own although their text is about the amounts of the section that contains them. Immutable.
 */
final class SectionItemGroups {
  /** Maximum number of sections in a group; the sections of a larger group are read separately. */
  private static final int MAX_GROUP_SIZE = 60;

  private final Map<String, List<SectionStatements>> groupByPath = new HashMap<>();

  SectionItemGroups(List<SectionStatements> sections) {
    sections.forEach(
        s ->
            groupByPath.computeIfAbsent(s.section().path(), path -> new ArrayList<>()).addFirst(s));
    for (SectionStatements section : sections) {
      String parent = parentPath(section);
      if (section.section().isListItem() && groupByPath.containsKey(parent)) {
        groupByPath.get(parent).add(section);
      }
    }
  }

  private static String parentPath(SectionStatements section) {
    return Section.parentOf(section.section().path());
  }

  /**
   * The group of a section: for an item, the section above it followed by all items of that
   * section; for any other section, or if the group has more than {@link #MAX_GROUP_SIZE} sections,
   * the section alone.
   */
  List<SectionStatements> findGroup(SectionStatements section) {
    List<SectionStatements> group =
        section.section().isListItem()
            ? groupByPath.getOrDefault(parentPath(section), List.of())
            : List.of();
    return group.size() > 1 && group.size() <= MAX_GROUP_SIZE
        ? List.copyOf(group)
        : List.of(section);
  }
}
