package org.mingzhang.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The roles of the columns of an account table: which hold codes, names and amounts. They are
 * determined from the contents of the columns, since printed headers are merged, split and
 * sometimes misread as rows.
 *
 * <p>A table with revenue and expenditure side by side has two blocks. A table with one row of
 * amounts below a header of names has one block without a column of names.
 *
 * @param blocks the blocks from left to right, each with at least one column of amounts; empty if
 *     the table has no amounts
 */
public record AccountColumnRoles(List<ColumnBlock> blocks) {
  private static final Pattern NON_AMOUNT_HEADER = Pattern.compile("行次|栏次|序号|数量$|^(?:计量)?单位$");
  private static final Pattern AMOUNT_HEADER = Pattern.compile("(?:预算数|决算数|执行数|金额)(?:\\(.\\))?$");
  private static final Pattern NAME_HEADER = Pattern.compile("(?:项目|科目)(?:名称)?$");
  private static final Pattern CODE = Pattern.compile("\\d{2,7}");

  /**
   * The whole code of a 类, 款 or 项, which begins with 2 (functional) or 3 (economic) and, unlike an
   * amount, has no decimals.
   */
  private static final Pattern WHOLE_CODE = Pattern.compile("(?:2[0-3]\\d|3\\d\\d)(?:\\d\\d){0,2}");

  private static final Pattern CODE_HEADER = Pattern.compile("编码|代码|分类|[类款项]$");
  private static final Pattern CODE_PART = Pattern.compile("\\d\\d");
  private static final Pattern ROW_NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsHan}");

  /**
   * Headers of the two economic classifications that 政府收支分类科目 has since 2018. A table with columns
   * for both lists each code of the classification of departments once, but repeats codes of the
   * classification of governments on many rows.
   */
  private static final Pattern DEPARTMENT_CLASSIFICATION = Pattern.compile("部门[预算支出]*经济");

  private static final Pattern GOVERNMENT_CLASSIFICATION = Pattern.compile("政府[预算支出]*经济");

  /** Makes an immutable copy of the blocks. */
  public AccountColumnRoles {
    blocks = List.copyOf(blocks);
  }

  /**
   * Columns that belong together.
   *
   * @param codeColumns indices of the columns of a classification code, one for each of its parts
   * @param nameColumn index of the column of names, or -1
   * @param amountColumns indices of the columns of amounts
   */
  public record ColumnBlock(
      List<Integer> codeColumns, int nameColumn, List<Integer> amountColumns) {
    /**
     * The label of a row without white space: the cell in the column of names or, if that is empty
     * or a code, the first cell with ideographs in a column of codes; an empty string if there is
     * none.
     */
    public String findLabel(List<String> row) {
      String own = nameColumn < 0 ? "" : TypographicSpaceRemover.remove(row.get(nameColumn));
      return !own.isEmpty() && !CODE.matcher(own).matches()
          ? own
          : codeColumns.stream()
              .map(c -> TypographicSpaceRemover.remove(row.get(c)))
              .filter(c -> IDEOGRAPH.matcher(c).find())
              .findFirst()
              .orElse(own);
    }

    /**
     * The code of each row. Its parts are joined, and upper parts that a row does not repeat are
     * taken from the rows above. Null for a row without a code or without ideographs.
     */
    public List<@Nullable String> readCodes(List<List<String>> rows) {
      String[] carried = new String[codeColumns.size()];
      List<@Nullable String> result = new ArrayList<>();
      for (List<String> row : rows) {
        result.add(readCode(row, carried));
      }
      return result;
    }

    private @Nullable String readCode(List<String> row, @Nullable String[] codeParts) {
      int last = -1;
      for (int i = 0; i < codeParts.length; i++) {
        String part = TypographicSpaceRemover.remove(row.get(codeColumns.get(i)));
        if (CODE.matcher(part).matches()) {
          codeParts[i] = part;
          last = i;
        }
      }
      if (last < 0 || row.stream().noneMatch(c -> IDEOGRAPH.matcher(c).find())) {
        return null;
      }
      StringBuilder code = new StringBuilder();
      for (int i = 0; i <= last; i++) {
        code.append(codeParts[i] == null ? "" : codeParts[i]);
      }
      return code.toString();
    }
  }

  /** What the cells of a column hold; columns with the role {@code NONE} are ignored. */
  private enum Role {
    CODE,
    TEXT,
    AMOUNT,
    EMPTY,
    NONE
  }

  /**
   * Determines the role of each column of a table.
   *
   * @param header one name for each column
   * @param rows data rows, which must be as wide as the header
   */
  public static AccountColumnRoles determine(List<String> header, List<List<String>> rows) {
    List<Role> roles = findRoles(header, rows);
    List<ColumnBlock> blocks = new ArrayList<>();
    List<Integer> codes = new ArrayList<>();
    List<Integer> amounts = new ArrayList<>();
    int name = -1;
    for (int c = 0; c < roles.size(); c++) {
      boolean begins = roles.get(c) == Role.CODE || roles.get(c) == Role.TEXT;
      if (begins && !amounts.isEmpty()) {
        blocks.add(new ColumnBlock(List.copyOf(codes), name, List.copyOf(amounts)));
        codes.clear();
        amounts.clear();
        name = -1;
      }
      switch (roles.get(c)) {
        case CODE -> codes.add(c);
        case TEXT ->
            name = name >= 0 && isNameHeader(header, name) && !isNameHeader(header, c) ? name : c;
        case AMOUNT -> amounts.add(c);
        case EMPTY -> addEmptyColumnAsAmount(c, name, amounts);
        case NONE -> {}
      }
    }
    if (!amounts.isEmpty()) {
      blocks.add(new ColumnBlock(List.copyOf(codes), name, List.copyOf(amounts)));
    }
    return new AccountColumnRoles(blocks);
  }

  private static List<Role> findRoles(List<String> header, List<List<String>> rows) {
    List<Role> roles = new ArrayList<>();
    for (int c = 0; c < header.size(); c++) {
      List<String> cells = findFilledCells(rows, c);
      boolean continuesCode =
          c > 0 && roles.get(c - 1) == Role.CODE && holdsOnlyCodes(cells, CODE_PART);
      roles.add(continuesCode ? Role.CODE : findRole(header.get(c), cells));
    }
    ignoreClassificationOfGovernments(header, roles);
    return roles;
  }

  /**
   * Ignores the columns of the classification of governments where they are next to those of the
   * classification of departments.
   */
  private static void ignoreClassificationOfGovernments(List<String> header, List<Role> roles) {
    int start = 0;
    for (int c = 0; c <= roles.size(); c++) {
      if (c < roles.size() && (roles.get(c) == Role.CODE || roles.get(c) == Role.TEXT)) {
        continue;
      }
      List<String> labels = header.subList(start, c);
      if (labels.stream().anyMatch(AccountColumnRoles::isDepartmentClassification)) {
        for (int i = start; i < c; i++) {
          if (matchesHeader(header.get(i), GOVERNMENT_CLASSIFICATION)) {
            roles.set(i, Role.NONE);
          }
        }
      }
      start = c + 1;
    }
  }

  /** Whether a header names the classification of departments, or names without any. */
  private static boolean isDepartmentClassification(String header) {
    return matchesHeader(header, DEPARTMENT_CLASSIFICATION)
        || (matchesHeader(header, NAME_HEADER)
            && !matchesHeader(header, GOVERNMENT_CLASSIFICATION));
  }

  private static boolean matchesHeader(String header, Pattern classification) {
    return classification.matcher(TypographicSpaceRemover.remove(header)).find();
  }

  /** Whether a header names the subject of the row. */
  private static boolean isNameHeader(List<String> header, int column) {
    return NAME_HEADER.matcher(TypographicSpaceRemover.remove(header.get(column))).find();
  }

  private static void addEmptyColumnAsAmount(int column, int nameColumn, List<Integer> amounts) {
    if (nameColumn >= 0 || !amounts.isEmpty()) {
      amounts.add(column);
    }
  }

  /** The cells of a column that are not empty, without white space. */
  private static List<String> findFilledCells(List<List<String>> rows, int column) {
    List<String> cells = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      String cell = TypographicSpaceRemover.remove(row.get(column));
      if (!cell.isEmpty()) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private static Role findRole(String printedHeader, List<String> cells) {
    String header = TypographicSpaceRemover.remove(printedHeader);
    if (NON_AMOUNT_HEADER.matcher(header).find() || holdsRowNumbers(cells)) {
      return Role.NONE;
    }
    int codes = 0;
    int texts = 0;
    int numbers = 0;
    for (String cell : cells) {
      if (AmountParser.parseNumber(cell).isPresent()) {
        numbers++;
        codes += CODE.matcher(cell).matches() ? 1 : 0;
      } else {
        texts += IDEOGRAPH.matcher(cell).find() ? 1 : 0;
      }
    }
    boolean named = CODE_HEADER.matcher(header).find();
    if (codes > 0
        && codes >= texts
        && (named || holdsOnlyCodes(cells, WHOLE_CODE))
        && codes == numbers) {
      return Role.CODE;
    }
    boolean money = AMOUNT_HEADER.matcher(header).find();
    if (texts > numbers && !money) {
      return Role.TEXT;
    }
    return numbers > 0 ? Role.AMOUNT : Role.EMPTY;
  }

  /**
   * Whether at least one of the cells of a column has no ideographs, and all cells without
   * ideographs match a pattern.
   */
  private static boolean holdsOnlyCodes(List<String> cells, Pattern codePattern) {
    List<String> numbers = cells.stream().filter(c -> !IDEOGRAPH.matcher(c).find()).toList();
    return !numbers.isEmpty() && numbers.stream().allMatch(c -> codePattern.matcher(c).matches());
  }

  /** Whether the cells of a column are consecutive numbers of rows. */
  private static boolean holdsRowNumbers(List<String> cells) {
    if (cells.size() < 4 || !cells.stream().allMatch(c -> ROW_NUMBER.matcher(c).matches())) {
      return false;
    }
    return IntStream.range(1, cells.size())
        .allMatch(i -> Integer.parseInt(cells.get(i)) == Integer.parseInt(cells.get(i - 1)) + 1);
  }
}
