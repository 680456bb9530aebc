package org.mingzhang.web.assistant;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer goes on: behind so many items of the page that a cursor of the search leads to,
 * or of all where there is none.
 *
 * @param skip items that were told already
 * @param after cursor of the search, or null for its first page
 */
record PageCursor(int skip, @Nullable String after) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:\\.([\\w-]{1,64}))?");

  static final PageCursor FIRST = new PageCursor(0, null);

  /**
   * The cursor of some arguments, the first where they have none.
   *
   * @throws BadArgumentException if it was not made here
   */
  static PageCursor of(Arguments arguments) {
    String text = arguments.text(ToolSchema.CURSOR);
    if (text == null) {
      return FIRST;
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new BadArgumentException(
          "cursor must be what an answer has under next, unchanged; leave it out for the"
              + " beginning");
    }
    return new PageCursor(Integer.parseInt(form.group(1)), form.group(2));
  }

  PageCursor skipping(int items) {
    return new PageCursor(items, after);
  }

  @Override
  public String toString() {
    return after == null ? Integer.toString(skip) : skip + "." + after;
  }
}
