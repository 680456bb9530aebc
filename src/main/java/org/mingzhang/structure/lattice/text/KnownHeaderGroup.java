package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.TsvResource;

/**
 * A group title of a known form and the titles that may be below it: a row of {@code
 * header-groups.tsv}.
 */
record KnownHeaderGroup(Pattern groupTitle, Pattern memberTitle) {
  private static final List<KnownHeaderGroup> GROUPS =
      TsvResource.parseRows(
          ColumnType.class,
          "header-groups.tsv",
          3,
          row -> new KnownHeaderGroup(Pattern.compile(row.get(0)), Pattern.compile(row.get(1))));

  /**
   * Whether a title is that of a known group and the second title may be the title of a column of
   * this group.
   */
  static boolean mayHaveMember(String title, String member) {
    return GROUPS.stream()
        .anyMatch(
            group ->
                group.groupTitle.matcher(title).matches()
                    && group.memberTitle.matcher(member).matches());
  }
}
