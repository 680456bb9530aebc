package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.text.PatternTable;

/**
 * Finds the cover of a document: the lines of its first pages before the contents or the first
 * heading; if the contents begin the document, the lines between them and the body. Stateless.
 */
final class CoverFinder {
  private static final int MAX_COVER_LINES = 150;
  private static final int MAX_COVER_PAGES = 3;
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(CoverFinder.class);
  private static final Pattern FIRST_HEADING = PATTERNS.get("first-heading");

  /**
   * An item numbered 1. It ends the cover unless a first heading follows on the first pages; before
   * such a heading, it may be an item of a website's menu.
   */
  private static final Pattern FIRST_ITEM = Pattern.compile("^1[.、．]\\D.*$");

  private static final Pattern CONTENTS_TITLE = Pattern.compile("目[录次]");

  /** The dots and the page number behind an entry of the contents. */
  private static final Pattern LEADER = Pattern.compile("(?:[.…·]+-?\\d*-?|-?\\d{1,3}-?)$");

  private static final int MIN_FILE_NAME_LINES = 3;

  private CoverFinder() {}

  /**
   * Finds the lines of the cover. File names are left out if there are at least {@link
   * #MIN_FILE_NAME_LINES} of them, because they are then a list of linked files.
   */
  static List<DocumentLine> find(List<DocumentLine> lines) {
    List<DocumentLine> above = takeUntilFirstHeading(lines);
    List<DocumentLine> cover =
        above.size() > 1
            ? above
            : Stream.concat(above.stream(), takeTitleBelowContents(lines, above.size()).stream())
                .toList();
    List<DocumentLine> own =
        cover.stream()
            .filter(l -> !MetadataSourceText.FILE_NAME_ENDING.matcher(l.text()).find())
            .toList();
    return cover.size() - own.size() >= MIN_FILE_NAME_LINES ? own : cover;
  }

  /**
   * The lines between the contents, which begin the document at the given line, and the body, which
   * begins with the first entry of the contents.
   */
  private static List<DocumentLine> takeTitleBelowContents(List<DocumentLine> lines, int contents) {
    if (contents + 1 >= lines.size()
        || !CONTENTS_TITLE.matcher(lines.get(contents).text()).matches()) {
      return List.of();
    }
    String first = LEADER.matcher(lines.get(contents + 1).text()).replaceFirst("");
    int to = contents + 2;
    while (to < lines.size() && !lines.get(to).text().equals(first)) {
      to++;
    }
    if (to >= Math.min(lines.size(), MAX_COVER_LINES)) {
      return List.of();
    }
    int from = to;
    while (from > contents + 2 && !isContentsEntry(lines.get(from - 1))) {
      from--;
    }
    return lines.subList(from, to);
  }

  private static boolean isContentsEntry(DocumentLine line) {
    return MetadataSourceText.looksLikeHeading(line) || LEADER.matcher(line.text()).find();
  }

  private static List<DocumentLine> takeUntilFirstHeading(List<DocumentLine> lines) {
    List<DocumentLine> cover = new ArrayList<>();
    int item = -1;
    for (DocumentLine line : lines) {
      if (FIRST_HEADING.matcher(line.text()).matches()) {
        return List.copyOf(cover);
      }
      if (cover.size() == MAX_COVER_LINES || line.page() > MAX_COVER_PAGES) {
        break;
      }
      item = item < 0 && FIRST_ITEM.matcher(line.text()).matches() ? cover.size() : item;
      cover.add(line);
    }
    return List.copyOf(item < 0 ? cover : cover.subList(0, item));
  }
}
