package org.mingzhang.structure.outline;

import org.jspecify.annotations.Nullable;

/**
 * A title that the forms of 部门决算, 部门预算 and 绩效自评 prescribe, with the place it has in them. It lets a
 * heading be known that lost its number or never had one.
 */
final class StandardTitle {
  /** Places in a disclosure. */
  enum Place {
    /** A part or, where there are no parts, a page of its own. */
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

  /** The place of a title without number, white space and closing punctuation; null if none. */
  static @Nullable Place place(String title) {
    return PLACES.whole(title.replace('"', '”').replace('‘', '“').replace('’', '”'));
  }
}
