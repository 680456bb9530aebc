package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.text.PatternTable;

/**
 * Flattens a header of several rows whose merged cells were lost in copying. The number of columns
 * determines how many titles of an upper row are group titles of the row below.
 */
final class HeaderRowFlattener {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(HeaderRowFlattener.class);
  private static final Pattern GROUP_TITLE = PATTERNS.get("group");

  private static final Pattern TITLE_OF_PARTS = PATTERNS.get("parts");

  private static final Pattern YEAR = Pattern.compile("20\\d\\d年?");

  private static final List<String> CODE_PARTS = List.of("类", "款", "项");

  /** Number of sides of a table of revenue and expenditure. */
  private static final int SIDE_COUNT = 2;

  private HeaderRowFlattener() {}

  /**
   * The titles of {@code columnCount} columns, each preceded by that of its group if it is known;
   * null if the rows cannot form so many columns.
   */
  static @Nullable List<String> mergeRows(List<List<String>> rows, int columnCount) {
    if (rows.size() == 1) {
      return rows.getFirst().size() == columnCount ? rows.getFirst() : null;
    }
    if (rows.size() == 2) {
      return mergeTwoRows(rows.get(0), rows.get(1), columnCount);
    }
    List<String> halves = mergeGroupsWithSameColumns(rows, columnCount);
    return halves.isEmpty() ? flatten(rows, columnCount) : halves;
  }

  /**
   * The titles of two groups with the same columns (预算数 and 决算数, each above the accounts of 三公经费);
   * empty for other rows.
   */
  private static List<String> mergeGroupsWithSameColumns(List<List<String>> rows, int columnCount) {
    List<List<String>> half = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      int middle = row.size() / SIDE_COUNT;
      if (!row.subList(0, middle).equals(row.subList(middle, row.size()))) {
        return List.of();
      }
      half.add(row.subList(0, middle));
    }
    List<String> titles =
        rows.getFirst().size() == SIDE_COUNT && columnCount % SIDE_COUNT == 0
            ? mergeRows(half, columnCount / SIDE_COUNT)
            : null;
    return titles == null
        ? List.of()
        : rows.getFirst().stream()
            .flatMap(group -> titles.stream().map(title -> group + "/" + title))
            .toList();
  }

  /**
   * The titles of a two-sided header that was copied as one run of cells (收入, 支出, 项目, 决算数, 项目,
   * 决算数): the first two are group titles and have the same titles below them.
   */
  static Optional<List<String>> splitTwoSidedTitles(List<String> titles) {
    if (titles.size() < SIDE_COUNT * (SIDE_COUNT + 1)
        || !titles.subList(0, SIDE_COUNT).stream()
            .allMatch(t -> GROUP_TITLE.matcher(t).matches())) {
      return Optional.empty();
    }
    List<String> lower = titles.subList(SIDE_COUNT, titles.size());
    String key = lower.getFirst();
    int right = lower.lastIndexOf(key);
    boolean sides =
        right >= SIDE_COUNT
            && right <= lower.size() - SIDE_COUNT
            && Collections.frequency(lower, key) == SIDE_COUNT
            && AccountTitleMapper.findType(key) == ColumnType.ACCOUNT_NAME;
    return sides
        ? Optional.of(
            IntStream.range(0, lower.size())
                .mapToObj(i -> titles.get(i < right ? 0 : 1) + "/" + lower.get(i))
                .toList())
        : Optional.empty();
  }

  /**
   * The possible headers of titles that were copied as one run of cells. Titles that end with the
   * titles of two groups and, twice, the titles of their columns (限额, 余额, 一般债务, 专项债务, 一般债务, 专项债务)
   * have two possible headers: without and with a column for the sum of each group. A title of
   * amounts directly before the only title of a sum (预算金额, 合计, 一般公共预算) is the title of a group of
   * all titles after it; then there is one header. Empty for other titles.
   */
  static List<List<String>> splitGroups(List<String> titles) {
    List<Integer> totals =
        IntStream.range(2, titles.size()).filter(i -> isTotal(titles.get(i))).boxed().toList();
    int total = totals.size() == 1 ? totals.getFirst() : titles.size();
    if (total + SIDE_COUNT < titles.size()
        && !isTotal(titles.get(total - 1))
        && titles.subList(total - 1, titles.size()).stream()
            .allMatch(title -> AccountTitleMapper.findType(title) == ColumnType.AMOUNT)
        && AccountTitleMapper.findType(titles.get(total - 2)) != ColumnType.AMOUNT) {
      List<String> below = new ArrayList<>(titles.subList(0, total - 1));
      titles
          .subList(total, titles.size())
          .forEach(title -> below.add(titles.get(total - 1) + "/" + title));
      return List.of(below);
    }
    for (int each = SIDE_COUNT; SIDE_COUNT * (each + 1) < titles.size(); each++) {
      int left = titles.size() - SIDE_COUNT * each;
      List<String> lower = titles.subList(left, left + each);
      List<String> groups = titles.subList(left - SIDE_COUNT, left);
      boolean amounts =
          Stream.concat(lower.stream(), groups.stream())
              .allMatch(title -> AccountTitleMapper.findType(title) == ColumnType.AMOUNT);
      if (amounts && lower.equals(titles.subList(left + each, titles.size()))) {
        List<String> plain = new ArrayList<>(titles.subList(0, left - SIDE_COUNT));
        List<String> summed = new ArrayList<>(plain);
        for (String group : groups) {
          summed.add(group);
          lower.forEach(title -> plain.add(group + "/" + title));
          lower.forEach(title -> summed.add(group + "/" + title));
        }
        return List.of(plain, summed);
      }
    }
    return List.of();
  }

  private static boolean isTotal(String title) {
    return title.equals("总额") || CellTextClassifier.isOfClass(title, CellTextClass.TOTAL);
  }

  /**
   * The titles of a header of two lines that was copied on one line, years above the titles of
   * their amounts (2021年 2022年 2022年 完成数 预算数 完成数); empty for other titles.
   */
  static List<String> joinYearsToAmountTitles(List<String> titles) {
    int each = titles.size() / 2;
    List<String> years = titles.subList(0, each);
    List<String> amounts = titles.subList(each, titles.size());
    boolean stacked =
        each >= SIDE_COUNT
            && titles.size() == 2 * each
            && years.stream().allMatch(HeaderRowFlattener::isYear)
            && amounts.stream().noneMatch(title -> YEAR.matcher(title).lookingAt())
            && amounts.stream()
                .allMatch(title -> AccountTitleMapper.findType(title) == ColumnType.AMOUNT);
    return stacked
        ? IntStream.range(0, each).mapToObj(i -> years.get(i) + "/" + amounts.get(i)).toList()
        : List.of();
  }

  /** Whether a title is a year and nothing else. */
  static boolean isYear(String title) {
    return YEAR.matcher(title).matches();
  }

  /**
   * The titles of columns in header rows that show their blank cells. A group title also applies to
   * a blank cell to its right that has a title below it.
   *
   * @param rows the rows, each padded to the same width
   */
  static List<String> mergeRowsWithBlankCells(List<List<String>> rows) {
    List<String> titles = new ArrayList<>();
    List<String> above = new ArrayList<>(Collections.nCopies(rows.size(), ""));
    for (int c = 0; c < rows.getFirst().size(); c++) {
      List<String> path = new ArrayList<>();
      for (int r = 0; r < rows.size(); r++) {
        String title = rows.get(r).get(c);
        boolean below = false;
        for (List<String> lower : rows.subList(r + 1, rows.size())) {
          below |= !lower.get(c).isEmpty();
        }
        above.set(r, title.isEmpty() && below ? above.get(r) : title);
        if (!above.get(r).isEmpty()) {
          path.add(above.get(r));
        }
      }
      titles.add(String.join("/", path));
    }
    return titles;
  }

  private static @Nullable List<String> mergeTwoRows(
      List<String> upper, List<String> lower, int columnCount) {
    Optional<List<String>> sides =
        splitTwoSidedTitles(Stream.concat(upper.stream(), lower.stream()).toList());
    if (sides.isPresent() && upper.size() == SIDE_COUNT) {
      return sides.get().size() == columnCount ? sides.get() : null;
    }
    HeaderGroupAligner.AlignedTitles aligned =
        lower.contains(CODE_PARTS.getFirst())
            ? null
            : HeaderGroupAligner.align(upper, lower, columnCount);
    return aligned != null ? aligned.titles() : flatten(List.of(upper, lower), columnCount);
  }

  /** Whether a title only says that the titles below it are parts of a total. */
  static boolean announcesParts(String title) {
    return TITLE_OF_PARTS.matcher(title).matches();
  }

  /**
   * All titles in order, with as many group titles of the upper rows removed as the number of
   * columns requires; null if this does not give that number.
   */
  private static @Nullable List<String> flatten(List<List<String>> rows, int columnCount) {
    List<String> titles = new ArrayList<>();
    rows.forEach(titles::addAll);
    moveCodeParts(titles);
    for (int row = 0; titles.size() > columnCount && row < rows.size() - 1; row++) {
      for (String title : rows.get(row)) {
        if (titles.size() > columnCount && titles.size() > 1 && titles.contains(title)) {
          titles.remove(title);
        }
      }
    }
    return titles.size() == columnCount ? titles : null;
  }

  /**
   * Moves 类, 款 and 项, which are the columns below 科目编码, to the left of the names, and removes the
   * title of codes above these columns.
   */
  private static void moveCodeParts(List<String> titles) {
    int at = titles.indexOf("类");
    if (at < 0 || at + 3 > titles.size() || !titles.subList(at, at + 3).equals(CODE_PARTS)) {
      return;
    }
    titles.subList(at, at + 3).clear();
    titles.removeIf(title -> AccountTitleMapper.findType(title) == ColumnType.CODE);
    int name = 0;
    while (name < titles.size() && !titles.get(name).endsWith("名称")) {
      name++;
    }
    titles.addAll(name == titles.size() ? 0 : name, CODE_PARTS);
  }
}
