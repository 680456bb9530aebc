package org.mingzhang.search;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.query.MatchPattern;
import org.mingzhang.search.Hit.Fragment;
import org.mingzhang.search.TextMatches.Range;

/** Highlights matches in the paragraphs of a text, including matches across paragraph ends. */
final class TextHighlighter {
  private TextHighlighter() {}

  /** Splits each paragraph into matched and unmatched fragments; joined they give its text. */
  static List<List<Fragment>> highlight(List<String> texts, List<MatchPattern> patterns) {
    List<Range> ranges = TextMatches.find(String.join("\n", texts), patterns).ranges();
    List<List<Fragment>> marked = new ArrayList<>(texts.size());
    int base = 0;
    int next = 0;
    for (String text : texts) {
      int end = base + text.length();
      while (next < ranges.size() && ranges.get(next).end() <= base) {
        next++;
      }
      marked.add(createFragments(text, base, ranges.subList(next, ranges.size())));
      base = end + 1;
    }
    return marked;
  }

  private static List<Fragment> createFragments(String text, int baseOffset, List<Range> ranges) {
    List<Fragment> fragments = new ArrayList<>();
    int position = 0;
    for (Range range : ranges) {
      int from = Math.max(position, range.start() - baseOffset);
      int to = Math.min(text.length(), range.end() - baseOffset);
      if (range.start() - baseOffset >= text.length()) {
        break;
      }
      if (from < to) {
        if (from > position) {
          fragments.add(new Fragment(text.substring(position, from), false));
        }
        fragments.add(new Fragment(text.substring(from, to), true));
        position = to;
      }
    }
    if (position < text.length() || text.isEmpty()) {
      fragments.add(new Fragment(text.substring(position), false));
    }
    return List.copyOf(fragments);
  }
}
