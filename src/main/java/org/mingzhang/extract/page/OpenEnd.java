package org.mingzhang.extract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form or table without ruling lines that a page ends with. Its columns are those of what goes
 * on at the top of the next page, where no header tells them.
 *
 * @param header lines of a form's header, empty where the page ends with none
 * @param columns columns of a table, or null where the page ends with none
 * @param gap white space in points that parts its rows
 */
record OpenEnd(List<TextLine> header, @Nullable OpenColumns columns, float gap) {
  /** Nothing that goes on. */
  static final OpenEnd NONE = new OpenEnd(List.of(), null, 0);
}
