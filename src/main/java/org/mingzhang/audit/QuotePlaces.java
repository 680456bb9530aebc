package org.mingzhang.audit;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Section;

/**
 * Where the quotes of findings stand in the texts of their sections. Each text is made once, each
 * quote looked up once. For one document and one thread.
 */
final class QuotePlaces {
  /** Characters of a section in which quotes are looked up; what stands behind comes last. */
  private static final int MOST_SEARCHED = 1_000_000;

  private final Map<String, Section> sections = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final IdentityHashMap<Finding, Integer> places = new IdentityHashMap<>();

  QuotePlaces(Disclosure disclosure) {
    disclosure.sections().forEach(s -> sections.putIfAbsent(s.path(), s));
  }

  /** Index of the quote in its section's text; the largest number where it does not stand there. */
  int of(Finding finding) {
    return places.computeIfAbsent(finding, this::find);
  }

  private int find(Finding finding) {
    String text = texts.computeIfAbsent(finding.section(), this::text);
    int at = text.indexOf(finding.quote());
    return at < 0 ? Integer.MAX_VALUE : at;
  }

  private String text(String path) {
    Section section = sections.get(path);
    String text = section == null ? "" : section.text();
    return text.substring(0, Math.min(text.length(), MOST_SEARCHED));
  }
}
