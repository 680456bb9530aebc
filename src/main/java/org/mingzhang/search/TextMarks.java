package org.mingzhang.search;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.query.MatchPattern;
import org.mingzhang.search.Hit.Fragment;
import org.mingzhang.search.TextMatches.Range;

/** Marks matches in the paragraphs of a text, also those that go over their ends. */
final class TextMarks {
  private TextMarks() {}

  /** The texts in fragments; the fragments of each joined give the text again. */
  static List<List<Fragment>> mark(List<String> texts, List<MatchPattern> patterns) {
    List<Range> ranges = TextMatches.find(String.join("\n", texts), patterns).ranges();
    List<List<Fragment>> marked = new ArrayList<>(texts.size());
    int base = 0;
    int next = 0;
    for (String text : texts) {
      int end = base + text.length();
      while (next < ranges.size() && ranges.get(next).end() <= base) {
        next++;
      }
      marked.add(fragments(text, base, ranges.subList(next, ranges.size())));
      base = end + 1;
    }
    return marked;
  }

  private static List<Fragment> fragments(String text, int base, List<Range> ranges) {
    List<Fragment> fragments = new ArrayList<>();
    int at = 0;
    for (Range range : ranges) {
      int from = Math.max(at, range.start() - base);
      int to = Math.min(text.length(), range.end() - base);
      if (range.start() - base >= text.length()) {
        break;
      }
      if (from < to) {
        if (from > at) {
          fragments.add(new Fragment(text.substring(at, from), false));
        }
        fragments.add(new Fragment(text.substring(from, to), true));
        at = to;
      }
    }
    if (at < text.length() || text.isEmpty()) {
      fragments.add(new Fragment(text.substring(at), false));
    }
    return List.copyOf(fragments);
  }
}
