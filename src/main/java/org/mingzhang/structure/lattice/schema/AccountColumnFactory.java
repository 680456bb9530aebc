package org.mingzhang.structure.lattice.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;

/** Creates columns from the titles of a table of accounts or projects. */
public final class AccountColumnFactory {
  /** Text that is not a title: digits outside years, months and remarks, sentences, dashes. */
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?!.*(?:20\\d\\d|\\d{1,2}月))(?![^\\d（(]+[（(].*[）)]).*\\d.*|.*[。；]|[-—/]+|(?!(?:19|20)\\d\\d$)\\d+");

  /** The title of a column of a table by years. */
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /** The title of the codes of a classification, to the left of the names of accounts. */
  private static final Pattern CLASSIFICATION = Pattern.compile(".{0,8}分类");

  /** The titles of column groups before a title; a slash in brackets separates units: （元/亩）. */
  private static final Pattern GROUPS = Pattern.compile("^.*/(?![^（(]*[）)])");

  private static final PatternTable PATTERNS = PatternTable.beside(AccountColumnFactory.class);
  private static final Pattern TOTAL = PATTERNS.get("total");

  /** An account that is the title of a column; those of other columns are kinds of amounts. */
  private static final Pattern ACCOUNT = PATTERNS.get("account");

  /** Minimum number of columns of accounts without a column of names. */
  private static final int MIN_ACCOUNTS = 4;

  private static final int MAX_TITLE_LENGTH = 24;
  private static final double MIN_KNOWN_SHARE = 0.6;

  /**
   * Maximum number of unknown titles beside each other; more are values of labels: 部门名称, the name
   * of one, 联系人, the name of one.
   */
  private static final int MAX_UNKNOWN_TITLES = 2;

  private AccountColumnFactory() {}

  /**
   * Creates the columns for titles; empty if the titles cannot form a header.
   *
   * @param titles the titles, those of column groups before them: {@code 收入/项目}
   */
  public static List<Column> create(List<String> titles) {
    List<Column> columns = new ArrayList<>();
    boolean labeled = false;
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      String leaf = lastTitle(title);
      if (!mayBeTitle(leaf)) {
        return List.of();
      }
      ColumnType type = findType(leaf, i + 1 < titles.size() ? lastTitle(titles.get(i + 1)) : "");
      boolean again = type == ColumnType.LABEL && labeled;
      labeled |= type == ColumnType.LABEL;
      columns.add(new Column(title, again ? ColumnType.NAME : type));
    }
    return isPlausible(columns) ? columns : List.of();
  }

  /** The type of a column; 经济分类 beside 科目名称 is the title of codes. */
  private static ColumnType findType(String title, String next) {
    ColumnType type = AccountTitleMapper.findType(title);
    boolean code =
        type == ColumnType.ANY && CLASSIFICATION.matcher(title).matches() && next.endsWith("科目名称");
    return code ? ColumnType.CODE : type;
  }

  /** Whether a text may be the title of a column, known or not. */
  public static boolean mayBeTitle(String text) {
    return text.length() <= MAX_TITLE_LENGTH && !NO_TITLE.matcher(text).matches();
  }

  /**
   * Whether a text is a year, which may be the title of a column among others for further years.
   */
  public static boolean isYear(String text) {
    return YEAR.matcher(text).matches();
  }

  /** Whether the years that are titles are several and in order; true without such titles. */
  private static boolean areYearsInOrder(List<Column> columns) {
    List<String> years =
        columns.stream().map(Column::title).filter(AccountColumnFactory::isYear).toList();
    boolean ordered = true;
    for (int i = 1; i < years.size(); i++) {
      ordered &= years.get(i - 1).compareTo(years.get(i)) < 0;
    }
    return years.isEmpty() || (years.size() > 1 && ordered);
  }

  /** A title without those of the column groups before it. */
  public static String lastTitle(String title) {
    return GROUPS.matcher(title).replaceFirst("");
  }

  /**
   * Whether the columns are a total and its parts, each an account, as in the form of 三公经费 that has
   * a row of amounts without a name.
   */
  private static boolean areAccounts(List<Column> columns) {
    return columns.size() >= MIN_ACCOUNTS
        && columns.stream().allMatch(column -> column.type() == ColumnType.AMOUNT)
        && TOTAL.matcher(lastTitle(columns.getFirst().title())).matches()
        && columns.stream().anyMatch(column -> ACCOUNT.matcher(column.title()).find());
  }

  private static boolean isPlausible(List<Column> columns) {
    List<ColumnType> types = columns.stream().map(Column::type).toList();
    long known = types.stream().filter(type -> type != ColumnType.ANY).count();
    boolean named = types.stream().anyMatch(ColumnType::isName);
    boolean numbered = types.contains(ColumnType.AMOUNT) || types.contains(ColumnType.PERCENT);
    if (areAccounts(columns)) {
      return true;
    }
    return columns.size() >= 2
        && areYearsInOrder(columns)
        && (types.getFirst() == ColumnType.ORDINAL
            || (types.getFirst().isKey() && types.getFirst() != ColumnType.TEXT))
        && named
        && numbered
        && known >= MIN_KNOWN_SHARE * columns.size()
        && Collections.indexOfSubList(
                types, Collections.nCopies(MAX_UNKNOWN_TITLES + 1, ColumnType.ANY))
            < 0;
  }
}
