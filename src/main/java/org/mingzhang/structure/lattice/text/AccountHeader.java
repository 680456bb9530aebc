package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.schema.AccountTitles;

/**
 * A candidate header of a table of accounts or projects.
 *
 * @param chunks number of chunks it consists of
 * @param columns its columns
 */
record AccountHeader(int chunks, List<Column> columns) {
  /** The cost of an unknown title. */
  private static final double UNKNOWN = 0.7;

  /** Text that is no title: digits outside years and remarks, sentences, dashes. */
  private static final Pattern NO_TITLE =
      Pattern.compile("(?!.*20\\d\\d)(?![^\\d（(]+[（(].*[）)]).*\\d.*|.*[。；]|[-—/]+|\\d+");

  private static final double LEAST_KNOWN = 0.6;

  /** The header with these titles; null where they cannot form one. */
  static @Nullable AccountHeader of(int chunks, List<String> titles) {
    List<Column> columns = new ArrayList<>();
    boolean labelled = false;
    for (String title : titles) {
      String leaf = title.substring(title.lastIndexOf('/') + 1);
      ColumnType type = AccountTitles.type(leaf);
      if (leaf.length() > 24 || NO_TITLE.matcher(leaf).matches()) {
        return null;
      }
      boolean again = type == ColumnType.LABEL && labelled;
      labelled |= type == ColumnType.LABEL;
      columns.add(new Column(title, again ? ColumnType.NAME : type));
    }
    AccountHeader header = new AccountHeader(chunks, columns);
    return header.plausible() ? header : null;
  }

  private boolean plausible() {
    long known = columns.stream().filter(c -> c.type() != ColumnType.ANY).count();
    ColumnType first = columns.getFirst().type();
    boolean named =
        columns.stream().anyMatch(c -> c.type() == ColumnType.LABEL || c.type() == ColumnType.NAME);
    boolean numbered =
        columns.stream()
            .anyMatch(c -> c.type() == ColumnType.AMOUNT || c.type() == ColumnType.PERCENT);
    boolean begins =
        first == ColumnType.LABEL
            || first == ColumnType.NAME
            || first == ColumnType.ORDINAL
            || first == ColumnType.CODE
            || first == ColumnType.BODY_CODE;
    return columns.size() >= 2
        && begins
        && named
        && numbered
        && known >= LEAST_KNOWN * columns.size();
  }

  /** The cost of the unknown titles. */
  double cost() {
    return UNKNOWN * columns.stream().filter(c -> c.type() == ColumnType.ANY).count();
  }
}
