package org.mingzhang.transparency;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.text.TsvResource;

/**
 * A rule of {@code deadlines.tsv} on when documents have to be published: a number of days after an
 * approval that the document mentions, or a fixed day after its fiscal year.
 *
 * @param id name of the rule
 * @param categories categories of documents to which it applies
 * @param approval words for the approval; empty for a fixed day
 * @param subject words for what is approved
 * @param days number of days after the approval; 0 for a fixed day
 * @param years number of years from the fiscal year to that of the fixed day; 0 for rules by
 *     approval
 * @param latest the fixed day; null for rules by approval
 * @param chinese the rule in Chinese
 * @param english the rule in English
 * @param source legal source
 */
public record PublicationDeadlineRule(
    String id,
    List<Category> categories,
    List<String> approval,
    List<String> subject,
    int days,
    int years,
    @Nullable MonthDay latest,
    String chinese,
    String english,
    String source) {
  private static final int COLUMN_COUNT = 10;
  private static final List<PublicationDeadlineRule> ALL = read();

  /** The rules for a category, in the order of the file, in which rules by approval come first. */
  static List<PublicationDeadlineRule> rulesFor(@Nullable Category category) {
    return ALL.stream().filter(deadline -> deadline.categories.contains(category)).toList();
  }

  /** The rule with an id; empty if there is none. */
  public static Optional<PublicationDeadlineRule> ofId(String id) {
    return ALL.stream().filter(deadline -> deadline.id.equals(id)).findFirst();
  }

  /** The fixed day for a fiscal year; empty for rules by approval. */
  Optional<LocalDate> latestDay(int year) {
    return Optional.ofNullable(latest).map(day -> day.atYear(year + years));
  }

  private static List<PublicationDeadlineRule> read() {
    return TsvResource.parseRows(
        PublicationDeadlineRule.class,
        "deadlines.tsv",
        COLUMN_COUNT,
        PublicationDeadlineRule::parse);
  }

  private static PublicationDeadlineRule parse(List<String> cells) {
    return new PublicationDeadlineRule(
        cells.get(0),
        TsvResource.splitList(cells.get(1)).stream()
            .map(label -> TsvResource.requireNamed(label, Category::ofLabel))
            .toList(),
        TsvResource.splitList(cells.get(2)),
        TsvResource.splitList(cells.get(3)),
        parseNumber(cells.get(4)),
        parseNumber(cells.get(5)),
        cells.get(6).isEmpty() ? null : MonthDay.parse("--" + cells.get(6)),
        cells.get(7),
        cells.get(8),
        cells.get(9));
  }

  private static int parseNumber(String cell) {
    return cell.isEmpty() ? 0 : Integer.parseInt(cell);
  }
}
