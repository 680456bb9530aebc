package org.mingzhang.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Section;

/**
 * Finds the offsets of the quotes of findings in the texts of their sections. Each text is searched
 * once for all quotes of one length (Rabin–Karp), because the rows of a long table are quotes of
 * only a few lengths, and most of them do not occur in the text. For one document and one thread.
 */
final class QuoteOffsetFinder {
  /** Maximum number of characters of a section that are searched for quotes. */
  private static final int MAX_SEARCHED_LENGTH = 1_000_000;

  /**
   * Multiplier of the rolling hash. Must be that of {@link String#hashCode}, with which the hashes
   * of the quotes are computed.
   */
  private static final int HASH_FACTOR = 31;

  private final Map<String, Section> sectionByPath = new HashMap<>();
  private final Map<String, Set<String>> quotesBySection = new HashMap<>();
  private final Map<String, Map<String, Integer>> offsetsBySection = new HashMap<>();

  QuoteOffsetFinder(Disclosure disclosure, List<Finding> findings) {
    disclosure.sections().forEach(s -> sectionByPath.putIfAbsent(s.path(), s));
    for (Finding finding : findings) {
      quotesBySection
          .computeIfAbsent(finding.sectionPath(), s -> new LinkedHashSet<>())
          .add(finding.quote());
    }
  }

  /**
   * Offset of the first occurrence of a quote in the text of its section; {@link Integer#MAX_VALUE}
   * if it does not occur within {@link #MAX_SEARCHED_LENGTH} characters, or if no finding given to
   * the constructor has this section and quote.
   */
  int offsetOf(Finding finding) {
    return offsetsBySection
        .computeIfAbsent(finding.sectionPath(), this::findFirstOffsets)
        .getOrDefault(finding.quote(), Integer.MAX_VALUE);
  }

  /** The first offset of each quote that occurs in a section. */
  private Map<String, Integer> findFirstOffsets(String path) {
    String text = textToSearch(path);
    Map<Integer, List<String>> lengths = new HashMap<>();
    for (String quote : quotesBySection.getOrDefault(path, Set.of())) {
      lengths.computeIfAbsent(quote.length(), l -> new ArrayList<>()).add(quote);
    }
    Map<String, Integer> found = new HashMap<>();
    lengths.forEach(
        (length, quotes) -> {
          if (quotes.size() > 1) {
            addFirstOffsets(text, length, quotes, found);
            return;
          }
          int offset = text.indexOf(quotes.getFirst());
          if (offset >= 0) {
            found.put(quotes.getFirst(), offset);
          }
        });
    return found;
  }

  /** Adds the first offset of each quote of one length that the text contains. */
  private static void addFirstOffsets(
      String text, int length, List<String> quotes, Map<String, Integer> offsets) {
    if (text.length() < length) {
      return;
    }
    Map<Integer, List<String>> hashes = new HashMap<>();
    quotes.forEach(q -> hashes.computeIfAbsent(q.hashCode(), h -> new ArrayList<>()).add(q));
    int hash = text.substring(0, length).hashCode();
    int leaving = 1;
    for (int i = 0; i < length; i++) {
      leaving *= HASH_FACTOR;
    }
    for (int at = 0; ; at++) {
      for (String quote : hashes.getOrDefault(hash, List.of())) {
        if (text.startsWith(quote, at)) {
          offsets.putIfAbsent(quote, at);
        }
      }
      if (at + length == text.length()) {
        return;
      }
      hash = HASH_FACTOR * hash + text.charAt(at + length) - leaving * text.charAt(at);
    }
  }

  private String textToSearch(String path) {
    Section section = sectionByPath.get(path);
    String text = section == null ? "" : section.text();
    return text.substring(0, Math.min(text.length(), MAX_SEARCHED_LENGTH));
  }
}
