package org.mingzhang.web.assistant;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The position at which a paged answer continues.
 *
 * @param skip number of items to skip, counted from {@code after}; for the text of a section, of
 *     characters
 * @param after cursor of the search, or null for its first page or a list without search
 */
record PageCursor(int skip, @Nullable String after) {
  private static final Pattern ENCODED_CURSOR = Pattern.compile("(\\d{1,9})(?:\\.([\\w-]{1,64}))?");

  private static final PageCursor FIRST_PAGE = new PageCursor(0, null);

  /**
   * The cursor of a call; the first position if it has none.
   *
   * @throws BadArgumentException if it is malformed
   */
  static PageCursor parse(ToolArguments arguments) {
    String text = arguments.text(ToolSchemaBuilder.CURSOR);
    if (text == null) {
      return FIRST_PAGE;
    }
    Matcher form = ENCODED_CURSOR.matcher(text);
    if (!form.matches()) {
      throw new BadArgumentException(
          "cursor must be what an answer has under next, unchanged; leave it out for the"
              + " beginning");
    }
    return new PageCursor(Integer.parseInt(form.group(1)), form.group(2));
  }

  PageCursor withSkip(int itemCount) {
    return new PageCursor(itemCount, after);
  }

  @Override
  public String toString() {
    return after == null ? Integer.toString(skip) : skip + "." + after;
  }
}
