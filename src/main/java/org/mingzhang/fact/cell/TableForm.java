package org.mingzhang.fact.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mingzhang.text.TsvResource;

/**
 * A kind of table, told by words of its title, as {@code forms.tsv} has them.
 *
 * @param required each group: one of its words stands in the title
 * @param excluded none of these stands in it
 * @param layout what its rows are
 * @param agencyTotal account of its total in documents of agencies; empty where it has none
 * @param governmentTotal the same in documents of governments
 */
record TableForm(
    List<List<String>> required,
    List<String> excluded,
    Layout layout,
    String agencyTotal,
    String governmentTotal) {
  private static final List<TableForm> ALL =
      TsvResource.rows(TableForm.class, "forms.tsv", 5).stream().map(TableForm::of).toList();

  /** Tables whose title says nothing. */
  static final TableForm UNTITLED = new TableForm(List.of(), List.of(), Layout.ACCOUNTS, "", "");

  /** What the rows of a table are. */
  enum Layout {
    /** Revenue and expenditure, side by side or below each other. */
    SIDES,
    /** Items of a classification, or bodies. */
    ITEMS,
    /** Projects. */
    PROJECTS,
    /** Accounts, in rows or in heads. */
    ACCOUNTS,
    /** Nothing that is an account of the agency. */
    NONE
  }

  private static TableForm of(List<String> cells) {
    return new TableForm(
        Arrays.stream(cells.get(0).split(" ", -1)).map(g -> List.of(g.split("\\|", -1))).toList(),
        cells.get(1).isEmpty() ? List.of() : List.of(cells.get(1).split("\\|", -1)),
        Layout.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
        cells.get(3),
        cells.get(4));
  }

  /** The form with this title. */
  static TableForm ofTitle(String normalized) {
    return ALL.stream().filter(f -> f.fits(normalized)).findFirst().orElse(UNTITLED);
  }

  private boolean fits(String title) {
    return required.stream().allMatch(group -> group.stream().anyMatch(title::contains))
        && excluded.stream().noneMatch(title::contains);
  }
}
