package org.mingzhang.statement.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.model.Section;

/**
 * Finds lists whose last item contains text that belongs to the section above, since no heading
 * separates the two. Such text is recognized by the other items: if each of them is a single
 * paragraph, the last item ends after its first paragraph.
 */
public final class TrailingTextAfterListFinder {
  private TrailingTextAfterListFinder() {}

  /** Returns the paths of last list items whose body ends with text of the parent section. */
  public static Set<String> findLastItems(List<Section> sections) {
    Map<String, List<Section>> siblings = new HashMap<>();
    for (Section section : sections) {
      siblings
          .computeIfAbsent(Section.parentOf(section.path()), p -> new ArrayList<>())
          .add(section);
    }
    Set<String> found = new HashSet<>();
    for (List<Section> items : siblings.values()) {
      Section last = items.getLast();
      boolean list =
          items.size() > 1
              && items.stream().allMatch(item -> item.isListItem() && item.isRunIn())
              && items.stream().limit(items.size() - 1).allMatch(item -> item.body().size() == 1);
      if (list && last.body().size() > 1 && !siblings.containsKey(last.path())) {
        found.add(last.path());
      }
    }
    return found;
  }
}
