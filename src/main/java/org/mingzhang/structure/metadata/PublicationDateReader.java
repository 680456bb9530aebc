package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PatternTable;

/**
 * Reads the printed day of publication: a day after a label such as 发布时间 in the first or the last
 * lines of a document, otherwise a day alone on the line below the title of an agency. Dates
 * elsewhere are not read, since they may belong to other documents, and a day below the title of a
 * government's report is that of a meeting.
 */
final class PublicationDateReader {
  private static final int LINES_AT_EACH_END = 15;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PublicationDateReader.class);
  private static final Pattern LABELED_DAY = PATTERNS.get("labeled-day");
  private static final Pattern DAY_LINE = PATTERNS.get("day-line");

  private PublicationDateReader() {}

  /**
   * The day as printed, with its label; null if there is none. The first labeled one counts.
   *
   * @param title the printed title; null if there is none
   */
  static @Nullable MetadataClaim<String> find(
      List<DocumentLine> lines, @Nullable ParsedDisclosureTitle title) {
    return IntStream.range(0, lines.size())
        .filter(i -> i < LINES_AT_EACH_END || i >= lines.size() - LINES_AT_EACH_END)
        .mapToObj(lines::get)
        .flatMap(line -> findInLine(line, LABELED_DAY, line.text() + line.nextLine()))
        .findFirst()
        .or(() -> findBelowTitle(lines, title))
        .orElse(null);
  }

  private static Optional<MetadataClaim<String>> findBelowTitle(
      List<DocumentLine> lines, @Nullable ParsedDisclosureTitle title) {
    return title == null || title.agency() == null || title.text().contains("草案")
        ? Optional.empty()
        : IntStream.range(1, Math.min(lines.size(), LINES_AT_EACH_END))
            .filter(i -> title.text().endsWith(lines.get(i - 1).text()))
            .mapToObj(lines::get)
            .flatMap(line -> findInLine(line, DAY_LINE, line.text()))
            .findFirst();
  }

  private static Stream<MetadataClaim<String>> findInLine(
      DocumentLine line, Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .limit(1)
        .map(d -> new MetadataClaim<>(d.group(), "printed-day", d.group(), line.page()));
  }
}
