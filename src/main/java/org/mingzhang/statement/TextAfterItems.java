package org.mingzhang.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.model.Section;

/**
 * Finds items of a list whose further paragraphs belong to the section of the list: if every other
 * item is a single paragraph, the paragraphs behind the first one of the last item are no part of
 * it.
 */
final class TextAfterItems {
  private TextAfterItems() {}

  /** The paths of the last items of lists with more paragraphs than one. */
  static Set<String> findLastItems(List<Section> sections) {
    Map<String, Section> last = new HashMap<>();
    Set<String> found = new HashSet<>();
    Set<String> several = new HashSet<>();
    for (Section section : sections) {
      String parent = parentOf(section.path());
      Section before = last.put(parent, section);
      if (before != null && (!isRunInItem(before) || before.body().size() != 1)) {
        several.add(parent);
      }
      found.remove(before == null ? "" : before.path());
      if (before != null
          && !several.contains(parent)
          && isRunInItem(section)
          && section.body().size() > 1) {
        found.add(section.path());
      }
      found.remove(parent);
    }
    return found;
  }

  private static String parentOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  private static boolean isRunInItem(Section section) {
    return section.item() && section.runIn();
  }
}
