package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns of a performance form without ruling lines, one for each title. Titles may be
 * wrapped and may be below titles of groups.
 */
final class BorderlessFormColumnFinder {
  private static final Pattern NUMBER = Pattern.compile("[-≥≤=]?[\\d,.]+%?|[—-]+");

  /** The label to the left of all rows, which has no title. */
  private static final Pattern LEVEL_COLUMN_LABEL = Pattern.compile("(年度)?(绩效指标)+|(年度)?绩效|指标");

  private final List<TextLine> header;
  private final List<TextLine> body;

  /**
   * Creates a finder for the columns of one form.
   *
   * @param header lines of its header, at least one
   * @param body lines of its rows
   */
  BorderlessFormColumnFinder(List<TextLine> header, List<TextLine> body) {
    this.header = header;
    this.body = body;
  }

  /**
   * One column for each title, and one before them if the rows have a label to their left. Words
   * are aligned left, numbers right and titles are centered: an interval under no title belongs to
   * the column before it if it holds numbers, otherwise to the column after it.
   */
  BorderlessColumns findColumns() {
    List<XInterval> titles = findTitleIntervals(header);
    List<XInterval> all = new ArrayList<>(titles);
    @Nullable XInterval label = null;
    for (XInterval interval : BorderlessColumns.findInForm(body).intervals()) {
      List<String> texts = texts(interval);
      boolean outside = interval.right() < titles.getFirst().left();
      if (outside && LEVEL_COLUMN_LABEL.matcher(String.join("", texts)).matches()) {
        label = interval;
        continue;
      }
      int column = indexOfTitleAbove(titles, interval);
      if (column < 0) {
        int before = (int) titles.stream().filter(t -> t.right() <= interval.left()).count() - 1;
        boolean number = texts.stream().allMatch(text -> NUMBER.matcher(text).matches());
        column = number ? before : before + 1;
      }
      int place = Math.clamp(column, 0, titles.size() - 1);
      all.set(place, all.get(place).union(interval));
    }
    if (label != null) {
      all.addFirst(label);
    }
    return new BorderlessColumns(all);
  }

  /** Index of the title that overlaps an interval most, or −1 if none does. */
  private static int indexOfTitleAbove(List<XInterval> titles, XInterval interval) {
    int best = -1;
    float maximum = 0;
    for (int i = 0; i < titles.size(); i++) {
      XInterval title = titles.get(i);
      float shared =
          Math.min(title.right(), interval.right()) - Math.max(title.left(), interval.left());
      if (shared > maximum) {
        maximum = shared;
        best = i;
      }
    }
    return best;
  }

  /** The words of the rows in an interval, from top to bottom. */
  private List<String> texts(XInterval interval) {
    return body.stream()
        .flatMap(
            line ->
                XInterval.splitIntoWords(line).stream()
                    .filter(interval::overlaps)
                    .map(word -> word.textOn(line)))
        .toList();
  }

  /** The intervals of the titles, with the lines of one title joined. */
  private static List<XInterval> findTitleIntervals(List<TextLine> header) {
    List<XInterval> titles = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      for (XInterval word : XInterval.splitIntoWords(header.get(i))) {
        if (isGroupTitle(word, header.subList(i + 1, header.size()))) {
          continue;
        }
        XInterval whole = word;
        for (XInterval other : List.copyOf(titles)) {
          if (other.overlaps(whole)) {
            titles.remove(other);
            whole = whole.union(other);
          }
        }
        titles.add(whole);
      }
    }
    titles.sort(Comparator.comparingDouble(XInterval::left));
    return titles;
  }

  /**
   * Whether a title is above several words of a line below, as the title of a group of columns is.
   */
  private static boolean isGroupTitle(XInterval title, List<TextLine> linesBelow) {
    return linesBelow.stream()
        .anyMatch(
            line -> XInterval.splitIntoWords(line).stream().filter(title::overlaps).count() > 1);
  }

  /**
   * The titles of a header from left to right, each joined from its lines, without titles of
   * groups.
   */
  static List<String> joinTitles(List<TextLine> header) {
    List<String> titles = new ArrayList<>();
    for (XInterval place : findTitleIntervals(header)) {
      StringBuilder title = new StringBuilder();
      header.forEach(line -> title.append(place.textOn(line)));
      titles.add(title.toString());
    }
    return titles;
  }
}
