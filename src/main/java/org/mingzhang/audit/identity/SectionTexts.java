package org.mingzhang.audit.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement.ItemList;

/** The texts of a document's sections, for quotes of the places that statements name. */
final class SectionTexts {
  private static final String OPEN_ENDS = "，,、：:";
  private static final Pattern MORE = Pattern.compile("主\\s*要|等");

  private final Map<String, String> texts = new HashMap<>();

  SectionTexts(List<Section> sections) {
    sections.forEach(s -> texts.put(s.path(), s.text()));
  }

  /**
   * Whether a list need not end where its last part does: it says that its parts are the main ones
   * or some of them (主要, 等), or the text breaks off behind a comma.
   */
  boolean goesOn(ItemList list) {
    String text = texts.getOrDefault(list.span().section(), "").stripTrailing();
    boolean cut = !text.isEmpty() && OPEN_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    return (cut && text.indexOf('。', Math.max(0, list.span().end())) < 0)
        || MORE.matcher(place(list.span()).quote()).find();
  }

  /** The words of a span; a span that begins in a heading is quoted from the text on. */
  Place place(Span span) {
    String text = texts.getOrDefault(span.section(), "");
    int start = Math.clamp(span.start(), 0, text.length());
    int end = Math.clamp(span.end(), start, text.length());
    return new Place(span.section(), span.page(), text.substring(start, end).strip());
  }
}
