package org.mingzhang.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;

/**
 * Finds the section of a newer reading that corresponds to a section of an older one: by the titles
 * from the root to it, otherwise by the largest share of its {@linkplain VersionMatcher#shingles
 * shingles}, which must exceed one half.
 */
final class SectionMatcher {
  private static final double MIN_SHARE = 0.5;

  private final List<Section> sections;
  private final Map<String, Integer> indexByHeadings = new HashMap<>();

  SectionMatcher(Disclosure newer) {
    sections = newer.sections();
    List<String> headings = headingPaths(newer);
    for (int i = 0; i < sections.size(); i++) {
      indexByHeadings.putIfAbsent(headings.get(i), i);
    }
  }

  /**
   * Index of the section that corresponds to section {@code index} of the older reading, from 0;
   * empty if there is none.
   */
  Optional<Integer> findCorrespondingSection(Disclosure older, int index) {
    Integer same = indexByHeadings.get(headingPaths(older).get(index));
    if (same != null) {
      return Optional.of(same);
    }
    return findClosest(older.sections().get(index));
  }

  private Optional<Integer> findClosest(Section section) {
    Set<String> wanted = shingles(section);
    int best = -1;
    double score = MIN_SHARE;
    for (int i = 0; i < sections.size(); i++) {
      Set<String> offered = shingles(sections.get(i));
      long shared = wanted.stream().filter(offered::contains).count();
      double part = wanted.isEmpty() ? 0 : (double) shared / wanted.size();
      if (part > score) {
        score = part;
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }

  private static Set<String> shingles(Section section) {
    String text = section.title() + section.text();
    Set<String> shingles = VersionMatcher.shingles(text);
    return shingles.isEmpty() && !text.isBlank() ? Set.of(text.replaceAll("\\s+", "")) : shingles;
  }

  /** For each section the titles from the root to it, joined. */
  static List<String> headingPaths(Disclosure disclosure) {
    List<String> joined = new ArrayList<>();
    List<Section> above = new ArrayList<>();
    for (Section section : disclosure.sections()) {
      while (!above.isEmpty() && above.getLast().level() >= section.level()) {
        above.removeLast();
      }
      above.add(section);
      joined.add(String.join("/", above.stream().map(Section::title).toList()));
    }
    return joined;
  }
}
