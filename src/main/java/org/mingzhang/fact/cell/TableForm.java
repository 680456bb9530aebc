package org.mingzhang.fact.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mingzhang.text.TsvResource;

/**
 * A kind of table, recognized by words of its title, read from {@code forms.tsv}.
 *
 * @param requiredWordGroups groups of words; the title must contain one word of each group
 * @param excludedWords words that the title must not contain
 * @param rowMeaning what its rows are
 * @param agencyTotal account of its total in documents of agencies; empty if it has none
 * @param governmentTotal account of its total in documents of governments; empty if it has none
 */
record TableForm(
    List<List<String>> requiredWordGroups,
    List<String> excludedWords,
    RowMeaning rowMeaning,
    String agencyTotal,
    String governmentTotal) {
  private static final List<TableForm> ALL =
      TsvResource.parseRows(TableForm.class, "forms.tsv", 5, TableForm::parse);

  /** The form of a table that has no title, or whose title matches no form of the file. */
  static final TableForm UNTITLED =
      new TableForm(List.of(), List.of(), RowMeaning.ACCOUNTS, "", "");

  /** What the rows of a kind of table stand for. */
  enum RowMeaning {
    /** Revenue and expenditure, side by side or one below the other. */
    SIDES,
    /** Items of a classification, or bodies. */
    ITEMS,
    /** One project per row. */
    PROJECTS,
    /** Accounts, in rows or in column headers. */
    ACCOUNTS,
    /** Rows that are not accounts of the agency. */
    NONE
  }

  private static TableForm parse(List<String> cells) {
    return new TableForm(
        Arrays.stream(cells.get(0).split(" ", -1)).map(g -> List.of(g.split("\\|", -1))).toList(),
        cells.get(1).isEmpty() ? List.of() : List.of(cells.get(1).split("\\|", -1)),
        RowMeaning.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
        cells.get(3),
        cells.get(4));
  }

  /**
   * The first form of the file that a normalized title, without words for funds, matches; {@link
   * #UNTITLED} if none does.
   */
  static TableForm findByTitle(String normalized) {
    return ALL.stream().filter(f -> f.matches(normalized)).findFirst().orElse(UNTITLED);
  }

  private boolean matches(String title) {
    return requiredWordGroups.stream().allMatch(group -> group.stream().anyMatch(title::contains))
        && excludedWords.stream().noneMatch(title::contains);
  }
}
