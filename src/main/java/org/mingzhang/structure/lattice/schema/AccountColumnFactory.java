package org.mingzhang.structure.lattice.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.ColumnTitles;
import org.mingzhang.text.PatternTable;

/** Creates columns from the titles of a table of accounts or projects. */
public final class AccountColumnFactory {
  /** Text that is not a title: digits outside years, months and remarks, sentences, dashes. */
  private static final Pattern NON_TITLE =
      Pattern.compile(
          "(?!.*(?:20\\d\\d|\\d{1,2}月))(?![^\\d（(]+[（(].*[）)]).*\\d.*|.*[。；]|[-—/]+|(?!(?:19|20)\\d\\d$)\\d+");

  /** A column title that is a year. */
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /** The title of the column of classification codes, to the left of the account names. */
  private static final Pattern CLASSIFICATION_TITLE = Pattern.compile(".{0,8}分类");

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountColumnFactory.class);

  private static final Pattern TOTAL = PATTERNS.get("total");

  /** An account in a column title. Other titles of amounts are kinds of amounts, such as 预算数. */
  private static final Pattern ACCOUNT_IN_TITLE = PATTERNS.get("account");

  /**
   * Minimum number of columns of a table whose columns are accounts and which has no column of
   * names.
   */
  private static final int MIN_ACCOUNT_COLUMNS = 4;

  private static final int MAX_TITLE_LENGTH = 24;
  private static final double MIN_KNOWN_TITLE_SHARE = 0.6;

  /**
   * Maximum number of adjacent unknown titles; more of them are values that follow labels: 部门名称 and
   * a name, 联系人 and a name.
   */
  private static final int MAX_UNKNOWN_TITLES = 2;

  private AccountColumnFactory() {}

  /**
   * Creates the columns for titles; empty if the titles cannot form a header. Of several columns of
   * type {@link ColumnType#ACCOUNT_NAME}, those after the first become {@link ColumnType#NAME}.
   *
   * @param titles the titles, each preceded by those of its column groups: {@code 收入/项目}
   */
  public static List<Column> create(List<String> titles) {
    List<Column> columns = new ArrayList<>();
    boolean labeled = false;
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      String leaf = ColumnTitles.lastLevel(title);
      if (!mayBeTitle(leaf)) {
        return List.of();
      }
      String next = i + 1 < titles.size() ? ColumnTitles.lastLevel(titles.get(i + 1)) : "";
      ColumnType type = findType(leaf, !leaf.equals(title), next);
      boolean again = type == ColumnType.ACCOUNT_NAME && labeled;
      labeled |= type == ColumnType.ACCOUNT_NAME;
      columns.add(new Column(title, again ? ColumnType.NAME : type));
    }
    return isPlausible(columns) ? columns : List.of();
  }

  /**
   * The type of a column. 经济分类 to the left of 科目名称 is the title of codes; in a group and to the
   * left of an amount, it is that of names.
   */
  private static ColumnType findType(String title, boolean isInGroup, String nextTitle) {
    ColumnType type = AccountTitleMapper.findType(title);
    if (type != ColumnType.ANY || !CLASSIFICATION_TITLE.matcher(title).matches()) {
      return type;
    }
    return nextTitle.endsWith("科目名称")
        ? ColumnType.CODE
        : isInGroup && AccountTitleMapper.findType(nextTitle) == ColumnType.AMOUNT
            ? ColumnType.ACCOUNT_NAME
            : type;
  }

  /** Whether a text may be the title of a column, known or not. */
  public static boolean mayBeTitle(String text) {
    return text.length() <= MAX_TITLE_LENGTH && !NON_TITLE.matcher(text).matches();
  }

  /** Whether a text is a year. A year can be a column title if other titles are further years. */
  public static boolean isYear(String text) {
    return YEAR.matcher(text).matches();
  }

  /**
   * Whether the titles that are years are at least two and in order. True if no title is a year.
   */
  private static boolean areYearsInOrder(List<Column> columns) {
    List<String> years =
        columns.stream().map(Column::title).filter(AccountColumnFactory::isYear).toList();
    boolean ordered = true;
    for (int i = 1; i < years.size(); i++) {
      ordered &= years.get(i - 1).compareTo(years.get(i)) < 0;
    }
    return years.isEmpty() || (years.size() > 1 && ordered);
  }

  /**
   * Whether the columns are a total and its parts, all of them accounts, as in the form of 三公经费,
   * which has a single row of amounts without a name.
   */
  private static boolean areTotalAndItsAccounts(List<Column> columns) {
    return columns.size() >= MIN_ACCOUNT_COLUMNS
        && columns.stream().allMatch(column -> column.type() == ColumnType.AMOUNT)
        && TOTAL.matcher(ColumnTitles.lastLevel(columns.getFirst().title())).matches()
        && columns.stream().anyMatch(column -> ACCOUNT_IN_TITLE.matcher(column.title()).find());
  }

  private static boolean isPlausible(List<Column> columns) {
    List<ColumnType> types = columns.stream().map(Column::type).toList();
    long known = types.stream().filter(type -> type != ColumnType.ANY).count();
    boolean named = types.stream().anyMatch(ColumnType::isName);
    boolean numbered = types.contains(ColumnType.AMOUNT) || types.contains(ColumnType.PERCENT);
    if (areTotalAndItsAccounts(columns)) {
      return true;
    }
    return columns.size() >= 2
        && areYearsInOrder(columns)
        && (types.getFirst() == ColumnType.ORDINAL
            || (types.getFirst().identifiesRow() && types.getFirst() != ColumnType.TEXT))
        && named
        && numbered
        && known >= MIN_KNOWN_TITLE_SHARE * columns.size()
        && Collections.indexOfSubList(
                types, Collections.nCopies(MAX_UNKNOWN_TITLES + 1, ColumnType.ANY))
            < 0;
  }
}
