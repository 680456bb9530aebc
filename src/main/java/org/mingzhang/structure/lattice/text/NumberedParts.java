package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Joins the numbered parts into which a document-sharing site has cut a text at arbitrary
 * characters, so that a row of a form may begin in one part and end in the next: {@code 2、…单场讲},
 * {@code 3、堂成本10}.
 */
final class NumberedParts {
  private static final Pattern PART_NUMBER = Pattern.compile("^\\s*(\\d{1,2})、\\s*");
  private static final Pattern OPEN_END = Pattern.compile(".*[\\p{IsHan}\\d%％≥≤]\\s*");
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(NumberedParts.class);
  private static final Pattern ROW_IN_PART = PATTERNS.get("rows-in-part");

  private NumberedParts() {}

  /**
   * Index after the last part that continues the one on a line; the index after the line if none
   * does. Parts have successive numbers, do not end with a mark of punctuation, and hold rows.
   */
  static int findEnd(List<String> lines, int from) {
    int end = from + 1;
    while (end < lines.size()
        && partNumber(lines.get(end - 1)) > 0
        && partNumber(lines.get(end)) == partNumber(lines.get(end - 1)) + 1
        && OPEN_END.matcher(lines.get(end - 1)).matches()
        && ROW_IN_PART.matcher(lines.get(end)).find()) {
      end++;
    }
    return end;
  }

  /** The joined text of numbered parts; only the first part keeps its number. */
  static String join(List<String> parts) {
    StringBuilder text = new StringBuilder(parts.getFirst());
    parts.stream().skip(1).forEach(part -> text.append(PART_NUMBER.matcher(part).replaceFirst("")));
    return text.toString();
  }

  /** The number before a line; 0 if there is none. */
  private static int partNumber(String line) {
    Matcher mark = PART_NUMBER.matcher(line);
    return mark.lookingAt() ? Integer.parseInt(mark.group(1)) : 0;
  }
}
