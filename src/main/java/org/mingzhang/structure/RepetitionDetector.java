package org.mingzhang.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Section;

/**
 * Detects files that contain the same document several times, for example because they were merged
 * or saved twice: most of the text then occurs equally often, and more than once.
 */
final class RepetitionDetector {
  /** Shorter paragraphs may be equal by chance. */
  private static final int SHORTEST = 20;

  private static final int FEWEST = 4;

  /** The share of the text that must occur equally often. */
  private static final double MOST = 0.8;

  private RepetitionDetector() {}

  /** How many times a file contains its document, usually 1. */
  static int countRepetitions(List<Section> sections) {
    Map<String, Integer> occurrences = new HashMap<>();
    for (Section section : sections) {
      for (Section.Part part : section.body()) {
        String text = part instanceof Section.Paragraph ? part.text().replaceAll("\\s+", "") : "";
        if (text.length() >= SHORTEST) {
          occurrences.merge(text, 1, Integer::sum);
        }
      }
    }
    Map<Integer, Long> characters = new HashMap<>();
    long all = 0;
    for (Map.Entry<String, Integer> text : occurrences.entrySet()) {
      characters.merge(text.getValue(), (long) text.getKey().length(), Long::sum);
      all += text.getKey().length();
    }
    int times =
        characters.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(1);
    boolean most = characters.getOrDefault(times, 0L) >= MOST * all;
    return most && occurrences.size() >= FEWEST ? times : 1;
  }
}
