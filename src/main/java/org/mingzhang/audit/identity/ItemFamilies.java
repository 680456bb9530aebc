package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.statement.SectionStatements;

/**
 * Sections with the numbered items right below them, which outlines keep as sections of their own:
 * what the items say they say of the amounts of the section above. Immutable.
 */
final class ItemFamilies {
  /** Items that are read together; more are each read alone. */
  private static final int MOST = 60;

  private final Map<String, List<SectionStatements>> families = new HashMap<>();

  ItemFamilies(List<SectionStatements> sections) {
    sections.forEach(
        s -> families.computeIfAbsent(s.section().path(), path -> new ArrayList<>()).addFirst(s));
    for (SectionStatements section : sections) {
      String parent = parent(section);
      if (section.section().item() && families.containsKey(parent)) {
        families.get(parent).add(section);
      }
    }
  }

  private static String parent(SectionStatements section) {
    String path = section.section().path();
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** The section above an item with all its items; another section alone. */
  List<SectionStatements> of(SectionStatements section) {
    List<SectionStatements> family =
        section.section().item() ? families.getOrDefault(parent(section), List.of()) : List.of();
    return family.size() > 1 && family.size() <= MOST ? List.copyOf(family) : List.of(section);
  }
}
