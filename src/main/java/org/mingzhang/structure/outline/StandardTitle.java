package org.mingzhang.structure.outline;

import org.jspecify.annotations.Nullable;

/**
 * Titles prescribed by the forms of 部门决算, 部门预算 and 绩效自评, with their places. They identify headings
 * that have lost their number or never had one.
 */
final class StandardTitle {
  /** Places in a disclosure. */
  enum Place {
    /** A part, or a page of its own where there are no parts. */
    PART,
    /** A section of a part: 收入决算情况说明. */
    SECTION,
    /** The caption of a data or performance table. */
    CAPTION,
    /** The statement of one project of a budget: …经费情况说明. */
    PROJECT,
    /** A heading inside a report: 自评结论. */
    REPORT
  }

  private static final TitleTable<Place> PLACES =
      TitleTable.read("standard-titles.tsv", Place::valueOf);

  private StandardTitle() {}

  /**
   * The place of a title without number, white space and closing punctuation; null for other
   * titles.
   */
  static @Nullable Place place(String title) {
    return PLACES.findByWholeTitle(title.replace('"', '”').replace('‘', '“').replace('’', '”'));
  }
}
