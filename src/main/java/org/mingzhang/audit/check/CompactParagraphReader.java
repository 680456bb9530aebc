package org.mingzhang.audit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.LongTextSplitter;
import org.mingzhang.text.PatternTable;

/** Reads the paragraphs of sections. A run-in heading becomes the beginning of its paragraph. */
record CompactParagraphReader(Map<String, Section> sections) {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CompactParagraphReader.class);
  private static final Pattern CONTINUATION_OF_HEADING = PATTERNS.get("continuation");

  /** Maximum number of characters at the end of a paragraph that are searched for 其中：. */
  private static final int SEARCHED_END_LENGTH = 100;

  private static final Pattern OPEN_LIST_END = PATTERNS.get("open");
  private static final Pattern LIST_ITEM_START =
      Pattern.compile("^\\s*[(（]?(?:\\d{1,2}[.．、)）]|[一二三四五六七八九十]{1,3}[、)）])");

  /** The section that directly contains another; empty for a section of the top level. */
  Optional<Section> findParent(Section section) {
    return Optional.ofNullable(sections.get(Section.parentOf(section.path())));
  }

  /**
   * Reads the paragraphs of a section in reading order, without its tables. A paragraph that ends
   * with 其中： is joined with the next unless that is a list item, and a long one is split into
   * several, all with the page on which it begins.
   */
  List<CompactParagraph> read(Section section) {
    List<CompactParagraph> read = new ArrayList<>();
    Topic topic = nearestTopic(section);
    StringBuilder open = new StringBuilder();
    int page = 0;
    List<Section.Part> body = section.body();
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i) instanceof Section.Paragraph paragraph) {
        boolean joined = i == 0 && (section.isRunIn() || section.isListItem());
        open.append(joined ? joinHeading(section, paragraph.text()) : paragraph.text());
        page = page == 0 ? paragraph.page() : page;
        if (continuesInNextParagraph(paragraph.text(), body, i + 1)
            && open.length() < LongTextSplitter.MAX_PIECE_LENGTH) {
          open.append('\n');
        } else {
          for (String piece : LongTextSplitter.splitIntoPieces(open.toString())) {
            read.add(new CompactParagraph(section, topic, page, CompactText.compact(piece)));
          }
          open.setLength(0);
          page = 0;
        }
      }
    }
    return read;
  }

  /**
   * Whether a paragraph ends with 其中： and the next one continues it, that is, is not a list item.
   */
  private static boolean continuesInNextParagraph(
      String text, List<Section.Part> body, int nextIndex) {
    return nextIndex < body.size()
        && OPEN_LIST_END
            .matcher(text.substring(Math.max(0, text.length() - SEARCHED_END_LENGTH)))
            .find()
        && body.get(nextIndex) instanceof Section.Paragraph after
        && !LIST_ITEM_START.matcher(after.text()).find();
  }

  private static String joinHeading(Section section, String body) {
    return section.title() + (CONTINUATION_OF_HEADING.matcher(body).find() ? "" : "。") + body;
  }

  private Topic nearestTopic(Section section) {
    @Nullable Section at = section;
    while (at != null && at.topic() == Topic.OTHER) {
      at = findParent(at).orElse(null);
    }
    return at == null ? Topic.OTHER : at.topic();
  }
}
