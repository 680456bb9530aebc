package org.mingzhang.statement.token;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.mingzhang.model.Section;
import org.mingzhang.statement.Span;

/**
 * The prose of a section, preceded by its heading if that is part of the first sentence, and the
 * mapping of offsets back to {@link Section#text()}. Tables are replaced by 。 and line breaks of
 * the same length.
 */
public final class SectionText {
  /**
   * Maximum number of characters of a section that are read, about a thousand printed pages. Only
   * books without headings, and pages made to exhaust memory, are longer.
   */
  public static final int MAX_LENGTH = 1_000_000;

  private static final Pattern AMOUNT_IN_TITLE = Pattern.compile("\\d.*[元％%]");

  private final Section section;
  private final String text;
  private final int headingLength;
  private final int[] partStarts;

  private SectionText(Section section, String text, int headingLength, int[] partStarts) {
    this.section = section;
    this.text = text;
    this.headingLength = headingLength;
    this.partStarts = partStarts;
  }

  /** Builds the text that is read, cut off after {@link #MAX_LENGTH} characters. */
  public static SectionText build(Section section) {
    StringBuilder text = new StringBuilder();
    if (section.isListItem()
        || section.isRunIn()
        || AMOUNT_IN_TITLE.matcher(section.title()).find()) {
      text.append(section.title());
      if (!section.title().isEmpty()) {
        text.append(AMOUNT_IN_TITLE.matcher(section.title()).find() ? '。' : '：');
      }
    }
    int heading = text.length();
    int[] starts = section.partOffsets().stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < starts.length; i++) {
      text.append("\n".repeat(heading + starts[i] - text.length()));
      Section.Part part = section.body().get(i);
      String words = part.text();
      text.append(
          part instanceof Section.Paragraph || words.isEmpty()
              ? words
              : "。" + "\n".repeat(words.length() - 1));
    }
    text.setLength(Math.min(text.length(), MAX_LENGTH));
    return new SectionText(section, text.toString(), heading, starts);
  }

  /** Whether the section is longer than the part that is read. */
  public boolean isTruncated() {
    return text.length() == MAX_LENGTH;
  }

  /**
   * The text that is read: the heading, if the first sentence includes it, and the paragraphs. A
   * table is replaced by 。 and line breaks of the same length.
   */
  public String text() {
    return text;
  }

  /** Index of the part of the section at an offset of {@link #text()}; 0 for the heading. */
  public int partIndexAt(int offset) {
    return Math.max(0, partIndexAtBodyOffset(offset - headingLength));
  }

  /**
   * Index of the part at an offset that is counted from the end of the heading; negative for the
   * heading.
   */
  private int partIndexAtBodyOffset(int bodyOffset) {
    int found = Arrays.binarySearch(partStarts, bodyOffset);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * The span between two offsets of {@link #text()}. Its offsets count from the end of the heading,
   * so that they are negative within the heading; its page is that of the part in which it starts.
   */
  public Span span(int start, int end) {
    int from = start - headingLength;
    int part = partIndexAtBodyOffset(from);
    int page = part < 0 ? section.page() : section.body().get(part).page();
    return new Span(section.path(), page, from, Math.max(from, end - headingLength));
  }
}
