package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.text.PatternTable;

/**
 * Finds a list with one amount for each name on one line without separators, after its caption and
 * unit. The list itself is read by {@link UnseparatedListReader}. Stateless.
 */
final class UnseparatedListFinder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnseparatedListFinder.class);
  private static final Pattern UNIT = PATTERNS.get("unit");
  private static final int MIN_LINE_LENGTH = 60;

  private UnseparatedListFinder() {}

  /** Reads the list on a line; null if there is none or it can be read in more than one way. */
  static @Nullable ListInLines read(String printed) {
    if (printed.length() < MIN_LINE_LENGTH) {
      return null;
    }
    boolean bracketed = !printed.contains("单位");
    if (bracketed && !hasUnitInBrackets(printed)) {
      return null;
    }
    String line = LineText.removeBlanks(printed);
    Matcher unit = UNIT.matcher(line);
    if (!unit.find()) {
      int titles = UnseparatedListReader.indexOfTitles(line);
      return titles <= 0 ? null : readList(List.of(line.substring(0, titles)), line, titles);
    }
    return readList(linesBeforeTitles(line, unit), line, unit.end());
  }

  private static boolean hasUnitInBrackets(String line) {
    for (int at = line.indexOf('元'); at >= 0; at = line.indexOf('元', at + 1)) {
      if (at + 1 < line.length() && ")）".indexOf(line.charAt(at + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable ListInLines readList(List<String> before, String line, int from) {
    TableMatch list = UnseparatedListReader.read(line.substring(from));
    return list == null ? null : new ListInLines(before, list, line.substring(from + list.to()));
  }

  /** The text before the titles: the caption, and the unit. */
  private static List<String> linesBeforeTitles(String line, MatchResult unit) {
    return Stream.of(line.substring(0, unit.start()), unit.group())
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
