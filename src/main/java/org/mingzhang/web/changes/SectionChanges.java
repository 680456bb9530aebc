package org.mingzhang.web.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Section;
import org.mingzhang.web.changes.VersionChanges.Change;

/**
 * The differences between the sections of two versions of a document. Sections with the same
 * permalink are compared, otherwise those with the same title, in order: a section whose number
 * changed because another one was inserted is the same section.
 *
 * @param textChanges sections that were added or removed, or whose title or text changed
 * @param numberChanges sections of which only the number changed
 */
record SectionChanges(List<Change> textChanges, List<Change> numberChanges) {

  /** Compares two versions. Differences in white space are ignored. */
  static SectionChanges compare(ArchivedDisclosure before, ArchivedDisclosure after) {
    List<Section> old = before.disclosure().sections();
    List<Section> now = after.disclosure().sections();
    Map<Integer, Integer> pairs = pair(before, after);
    List<Change> texts = new ArrayList<>();
    List<Change> numbers = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Integer at = pairs.get(i);
      if (at == null) {
        texts.add(new Change(old.get(i).heading(), textOrHeading(old.get(i)), ""));
      } else {
        addDifference(old.get(i), now.get(at), texts, numbers);
      }
    }
    for (int i = 0; i < now.size(); i++) {
      if (!pairs.containsValue(i)) {
        texts.add(new Change(now.get(i).heading(), "", textOrHeading(now.get(i))));
      }
    }
    return new SectionChanges(texts, numbers);
  }

  /**
   * Pairs the sections of two versions by their ids, and sections without a common id by their
   * titles in order.
   *
   * @return the index of a section of the newer version by that of the older one; sections without
   *     a counterpart are left out
   */
  private static Map<Integer, Integer> pair(ArchivedDisclosure before, ArchivedDisclosure after) {
    Map<Integer, Integer> pairs = new TreeMap<>();
    Map<String, Integer> byId = new HashMap<>();
    for (int i = 0; i < after.sectionIds().size(); i++) {
      byId.put(after.sectionIds().get(i), i);
    }
    for (int i = 0; i < before.sectionIds().size(); i++) {
      Integer same = byId.get(before.sectionIds().get(i));
      if (same != null) {
        pairs.put(i, same);
      }
    }
    Map<String, List<Integer>> byTitle = new HashMap<>();
    List<Section> now = after.disclosure().sections();
    for (int i = 0; i < now.size(); i++) {
      if (!pairs.containsValue(i)) {
        byTitle.computeIfAbsent(now.get(i).title(), k -> new ArrayList<>()).add(i);
      }
    }
    List<Section> old = before.disclosure().sections();
    for (int i = 0; i < old.size(); i++) {
      List<Integer> same = byTitle.getOrDefault(old.get(i).title(), List.of());
      if (!pairs.containsKey(i) && !same.isEmpty()) {
        pairs.put(i, same.removeFirst());
      }
    }
    return pairs;
  }

  private static void addDifference(
      Section oldSection, Section newSection, List<Change> textChanges, List<Change> numbers) {
    boolean sameTitle = isSame(oldSection.title(), newSection.title());
    boolean sameNumber = isSame(oldSection.number(), newSection.number());
    if (!isSame(oldSection.text(), newSection.text())) {
      String label =
          sameTitle && sameNumber
              ? newSection.heading()
              : oldSection.heading() + " → " + newSection.heading();
      textChanges.add(new Change(label, textOrHeading(oldSection), textOrHeading(newSection)));
    } else if (!sameTitle) {
      textChanges.add(new Change(newSection.heading(), oldSection.heading(), newSection.heading()));
    } else if (!sameNumber) {
      numbers.add(new Change(newSection.title(), oldSection.heading(), newSection.heading()));
    }
  }

  private static String textOrHeading(Section section) {
    String text = section.text();
    return text.isBlank() ? section.heading() : text;
  }

  private static boolean isSame(String before, String after) {
    return before.replaceAll("\\s+", "").equals(after.replaceAll("\\s+", ""));
  }
}
