package org.mingzhang.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.model.Section;

/**
 * Detects files that contain the same document several times, for example because they were merged
 * or saved twice: most paragraphs then occur the same number of times, and more than once.
 */
final class RepeatedDocumentDetector {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  /**
   * Minimum length, in characters, of a paragraph that is compared; shorter ones may be equal by
   * coincidence.
   */
  private static final int MIN_PARAGRAPH_LENGTH = 20;

  private static final int MIN_PARAGRAPHS = 4;

  /** Minimum share of the compared characters whose paragraphs must occur equally often. */
  private static final double MIN_REPEATED_TEXT_SHARE = 0.8;

  private RepeatedDocumentDetector() {}

  /**
   * Returns how many times a file contains its document; 1 if it is not repeated or has too few
   * paragraphs to tell.
   */
  static int countRepetitions(List<Section> sections) {
    Map<String, Integer> occurrences = new HashMap<>();
    for (Section section : sections) {
      for (Section.Part part : section.body()) {
        String text =
            part instanceof Section.Paragraph
                ? WHITE_SPACE.matcher(part.text()).replaceAll("")
                : "";
        if (text.length() >= MIN_PARAGRAPH_LENGTH) {
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
    boolean inMajority = characters.getOrDefault(times, 0L) >= MIN_REPEATED_TEXT_SHARE * all;
    return inMajority && occurrences.size() >= MIN_PARAGRAPHS ? times : 1;
  }
}
