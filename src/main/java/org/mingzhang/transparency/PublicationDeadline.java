package org.mingzhang.transparency;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.text.TsvResource;

/**
 * Until when documents of some kinds have to be published, as {@code deadlines.tsv} has it: some
 * days after an approval that the document names, or a latest day after its fiscal year.
 *
 * @param id its name
 * @param categories the documents
 * @param approval words for the approval; none for a latest day
 * @param subject words for what is approved
 * @param days days after the approval
 * @param years years between the fiscal year and the latest day
 * @param latest the latest day, or null
 * @param chinese the rule in words
 * @param english the same in English
 * @param source where that is laid down
 */
public record PublicationDeadline(
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
  private static final int FIELDS = 10;
  private static final List<PublicationDeadline> ALL = read();

  /** The deadlines of a kind of document, the more exact ones first. */
  static List<PublicationDeadline> of(@Nullable Category category) {
    return ALL.stream().filter(deadline -> deadline.categories.contains(category)).toList();
  }

  /** The one of this id. */
  public static Optional<PublicationDeadline> ofId(String id) {
    return ALL.stream().filter(deadline -> deadline.id.equals(id)).findFirst();
  }

  /** The latest day for a fiscal year; empty where only an approval says when. */
  Optional<LocalDate> latest(int year) {
    return Optional.ofNullable(latest).map(day -> day.atYear(year + years));
  }

  private static List<PublicationDeadline> read() {
    List<PublicationDeadline> all = new ArrayList<>();
    for (List<String> cells :
        TsvResource.rows(PublicationDeadline.class, "deadlines.tsv", FIELDS)) {
      all.add(
          new PublicationDeadline(
              cells.get(0),
              TsvResource.list(cells.get(1)).stream().map(PublicationDeadline::category).toList(),
              TsvResource.list(cells.get(2)),
              TsvResource.list(cells.get(3)),
              number(cells.get(4)),
              number(cells.get(5)),
              cells.get(6).isEmpty() ? null : MonthDay.parse("--" + cells.get(6)),
              cells.get(7),
              cells.get(8),
              cells.get(9)));
    }
    return List.copyOf(all);
  }

  private static Category category(String label) {
    return Objects.requireNonNull(Category.ofLabel(label).orElse(null), label);
  }

  private static int number(String cell) {
    return cell.isEmpty() ? 0 : Integer.parseInt(cell);
  }
}
