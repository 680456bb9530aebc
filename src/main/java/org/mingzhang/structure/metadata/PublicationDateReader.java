package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PatternTable;

/**
 * Reads the printed day of publication: a day after a label such as 发布时间 in the first or the last
 * lines of a document. Dates elsewhere are not read, since they may belong to other documents.
 */
final class PublicationDateReader {
  private static final int LINES_AT_EACH_END = 15;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PublicationDateReader.class);
  private static final Pattern LABELED_DAY = PATTERNS.get("publication-date");

  private PublicationDateReader() {}

  /** The label with the day as printed; null if there is none. The first one counts. */
  static @Nullable MetadataClaim<String> find(List<DocumentLine> lines) {
    return IntStream.range(0, lines.size())
        .filter(i -> i < LINES_AT_EACH_END || i >= lines.size() - LINES_AT_EACH_END)
        .mapToObj(lines::get)
        .map(PublicationDateReader::findInLine)
        .filter(claim -> claim != null)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable MetadataClaim<String> findInLine(DocumentLine line) {
    Matcher day = LABELED_DAY.matcher(line.text() + line.nextLine());
    return day.find()
        ? new MetadataClaim<>(day.group(), "printed-day", day.group(), line.page())
        : null;
  }
}
