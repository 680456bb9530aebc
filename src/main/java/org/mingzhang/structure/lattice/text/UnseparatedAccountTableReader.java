package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.schema.AccountColumnSums;
import org.mingzhang.structure.running.AmountColumnAssigner;
import org.mingzhang.structure.running.AmountColumnAssigner.CodedAmountRow;
import org.mingzhang.structure.running.AmountColumnAssigner.PlacedRow;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * Reads an account table on one line without separators: {@code …表单位：万元项目预算数决算数合计62.5058.60公务接待费
 * 12.5010.60}. Amounts have two decimals, which shows where each of them ends. All rows must have
 * the same number of amounts, unless classification codes show which row each one is a part of.
 * There must be only one way to divide the titles into one for the names and one for each amount.
 * Lists with one amount each are read by {@link UnseparatedListReader}. Stateless.
 */
final class UnseparatedAccountTableReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnseparatedAccountTableReader.class);
  private static final Pattern UNIT = PATTERNS.get("unit");
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)\\.\\d{2}[%％]?");
  private static final Pattern NAME =
      Pattern.compile("(?:[（(]?\\d{1,2}[）)]?[.．、]?)?[^\\d.。；，,]{2,40}");

  /** A name after its functional or economic code; the total has no code. */
  private static final Pattern CODED_NAME =
      Pattern.compile(
          "((?:[1-5]\\d{2}(?:\\d{2}){0,2})?)((?:\\p{IsHan}|[（）()、“”\"])[^\\d.。；;]{1,40})");

  private static final Pattern CODE_TITLE = PATTERNS.get("code-title");
  private static final Pattern LIST_ENTRY = Pattern.compile("[一二三四五六七八九十]{1,3}、.*|\\d{1,2}[.．、].*");
  private static final int MIN_LENGTH = 60;
  private static final int MIN_ROWS = 3;
  private static final int MIN_AMOUNTS = 2;
  private static final int MAX_TITLE_LENGTH = 16;

  /** Maximum number of titles of groups of columns. */
  private static final int MAX_GROUP_TITLES = 3;

  private static final List<Title> TITLES =
      TsvResource.readRows(ColumnType.class, "unseparated-titles.tsv", 3).stream()
          .collect(Collectors.groupingBy(List::getFirst))
          .entrySet()
          .stream()
          .map(
              kind ->
                  new Title(
                      kind.getKey(),
                      Pattern.compile(
                          kind.getValue().stream()
                              .map(row -> row.get(1))
                              .collect(Collectors.joining("|")))))
          .toList();

  private UnseparatedAccountTableReader() {}

  /** The titles of one kind of column. */
  private record Title(String kind, Pattern pattern) {}

  /** The titles of a header, and the name of the first row, which follows them. */
  private record TitleSplit(List<String> titles, String name) {}

  /**
   * A table read from a line.
   *
   * @param before the text before the table: its caption and unit
   * @param table the table, whose range has no meaning
   * @param after the text after the table
   */
  record TableInLine(List<String> before, TableMatch table, String after) {}

  /** Reads the table on a line; null if there is none or it can be read in more than one way. */
  static @Nullable TableInLine read(String printed) {
    if (printed.length() < MIN_LENGTH) {
      return null;
    }
    boolean bracketed = !printed.contains("单位");
    if (bracketed && !hasUnitInBrackets(printed)) {
      return null;
    }
    String line = UnseparatedFormDetector.removeBlanks(printed);
    Matcher unit = UNIT.matcher(line);
    if (!unit.find()) {
      int titles = UnseparatedListReader.indexOfTitles(line);
      return titles <= 0 ? null : readList(List.of(line.substring(0, titles)), line, titles);
    }
    TableInLine list = readList(linesBeforeTitles(line, unit), line, unit.end());
    if (list != null) {
      return list;
    }
    String text = line.substring(unit.end());
    Matcher code = CODE_TITLE.matcher(text);
    String title = code.lookingAt() ? code.group() : "";
    List<MatchResult> numbers =
        NUMBER.matcher(text).region(title.length(), text.length()).results().toList();
    List<List<String>> rows = groupRows(text, title.length(), numbers);
    boolean even = rows.stream().mapToInt(List::size).distinct().count() == 1;
    if (rows.size() < MIN_ROWS || (title.isEmpty() && !even)) {
      return null;
    }
    List<List<String>> table =
        title.isEmpty() ? createTable(rows) : createTableOfCodes(title, rows);
    return table == null
        ? null
        : new TableInLine(
            linesBeforeTitles(line, unit),
            new TableMatch(0, 0, table),
            text.substring(numbers.getLast().end()));
  }

  /** The titles and rows; null if they cannot be separated. */
  private static @Nullable List<List<String>> createTable(List<List<String>> rows) {
    List<String> first = rows.getFirst();
    TitleSplit split = splitTitles(first.getFirst(), first.subList(1, first.size()));
    if (split == null || first.size() <= MIN_AMOUNTS) {
      return null;
    }
    List<List<String>> table = new ArrayList<>(List.of(split.titles()));
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      cells.set(0, row.equals(first) ? split.name() : row.getFirst());
      if (!NAME.matcher(cells.getFirst()).matches() || !haveRatesInSameColumns(first, row)) {
        return null;
      }
      table.add(cells);
    }
    return table;
  }

  /**
   * The titles and rows of a table with classification codes before its names; null if they cannot
   * be separated, or if the sums do not determine the columns of rows that lack amounts.
   */
  private static @Nullable List<List<String>> createTableOfCodes(
      String title, List<List<String>> rows) {
    List<String> widest =
        rows.stream().max(Comparator.comparingInt(List::size)).orElse(rows.getFirst());
    TitleSplit split = splitTitles(rows.getFirst().getFirst(), widest.subList(1, widest.size()));
    if (split == null) {
      return null;
    }
    List<CodedAmountRow> coded = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Matcher name = CODED_NAME.matcher(i == 0 ? split.name() : rows.get(i).getFirst());
      if (!name.matches()) {
        return null;
      }
      coded.add(new CodedAmountRow(name.group(1), rows.get(i).subList(1, rows.get(i).size())));
      names.add(name.group(2));
    }
    List<String> titles = split.titles().subList(1, split.titles().size());
    boolean totalFirst =
        CellTextClassifier.classify(titles.getFirst()).contains(CellTextClass.TOTAL);
    boolean even = rows.stream().allMatch(row -> row.size() == widest.size());
    List<PlacedRow> placed =
        even
            ? coded.stream().map(row -> new PlacedRow(row.amounts(), "")).toList()
            : AmountColumnAssigner.assignByCodes(coded, titles, totalFirst, true);
    if (placed.isEmpty() || placed.stream().anyMatch(row -> !row.unplaced().isEmpty())) {
      return null;
    }
    List<List<String>> table = new ArrayList<>();
    table.add(Stream.concat(Stream.of(title), split.titles().stream()).toList());
    for (int i = 0; i < rows.size(); i++) {
      table.add(
          Stream.concat(
                  Stream.of(coded.get(i).code(), names.get(i)), placed.get(i).cells().stream())
              .toList());
    }
    return table;
  }

  private static boolean hasUnitInBrackets(String line) {
    for (int at = line.indexOf('元'); at >= 0; at = line.indexOf('元', at + 1)) {
      if (at + 1 < line.length() && ")）".indexOf(line.charAt(at + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable TableInLine readList(List<String> before, String line, int from) {
    TableMatch list = UnseparatedListReader.read(line.substring(from));
    return list == null ? null : new TableInLine(before, list, line.substring(from + list.to()));
  }

  /** The text before the titles: the caption, and the unit. */
  private static List<String> linesBeforeTitles(String line, MatchResult unit) {
    return Stream.of(line.substring(0, unit.start()), unit.group())
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Groups the text into rows, each a name and its numbers. */
  private static List<List<String>> groupRows(String text, int from, List<MatchResult> numbers) {
    List<List<String>> rows = new ArrayList<>();
    int at = from;
    for (MatchResult number : numbers) {
      if (rows.isEmpty() || number.start() > at) {
        rows.add(new ArrayList<>(List.of(text.substring(at, number.start()))));
      }
      rows.getLast().add(number.group());
      at = number.end();
    }
    return rows;
  }

  private static boolean haveRatesInSameColumns(List<String> row, List<String> other) {
    for (int c = 1; c < row.size(); c++) {
      if (isRate(row.get(c)) != isRate(other.get(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRate(String number) {
    return number.endsWith("%") || number.endsWith("％");
  }

  /**
   * The only way to divide a text into titles and a name; of several ways, the only one whose name
   * is usual for a first row. Null if there is none or more than one.
   */
  private static @Nullable TitleSplit splitTitles(String text, List<String> numbers) {
    List<TitleSplit> splits = new ArrayList<>();
    addSplits(text, 0, numbers, new ArrayList<>(), splits);
    if (splits.size() > 1) {
      splits.removeIf(split -> !isNameOfFirstRow(split.name()));
    }
    return splits.size() == 1 ? splits.getFirst() : null;
  }

  /**
   * Whether the first row of such tables may have this name: it is that of the total, or begins
   * with a list number (一、 or 1.).
   */
  private static boolean isNameOfFirstRow(String name) {
    return CellTextClassifier.classify(name).contains(CellTextClass.TOTAL)
        || LIST_ENTRY.matcher(name).matches();
  }

  /**
   * Adds each division of the text into the given titles, further titles from an index on, and a
   * name. Leaves {@code titles} as it was.
   */
  private static void addSplits(
      String text, int at, List<String> numbers, List<String> titles, List<TitleSplit> splits) {
    int columns = numbers.size() + 1;
    if (titles.size() >= columns) {
      String name = text.substring(at);
      List<String> columnTitles = toColumnTitles(titles, numbers);
      if (!columnTitles.isEmpty()
          && (NAME.matcher(name).matches() || CODED_NAME.matcher(name).matches())) {
        splits.add(new TitleSplit(columnTitles, name));
      }
    }
    if (titles.size() == columns + MAX_GROUP_TITLES) {
      return;
    }
    boolean rate = titles.size() < columns && isRate(numbers.get(Math.max(0, titles.size() - 1)));
    String kind = titles.isEmpty() ? "LABEL" : rate ? "PERCENT" : "AMOUNT";
    for (int end = at + 2; end <= Math.min(text.length(), at + MAX_TITLE_LENGTH); end++) {
      if (isTitle(kind, text.substring(at, end))) {
        titles.add(text.substring(at, end));
        addSplits(text, end, numbers, titles, splits);
        titles.removeLast();
      }
    }
  }

  /**
   * The titles of the columns. If there are more titles than columns, some are those of groups, and
   * the first row must add up below them; empty if it does not.
   */
  private static List<String> toColumnTitles(List<String> titles, List<String> numbers) {
    if (titles.size() == numbers.size() + 1) {
      return List.copyOf(titles);
    }
    return HeaderTreeFinder.findColumns(
            titles,
            numbers.size() + 1,
            columns ->
                columns.getFirst().type().isName()
                    && AccountColumnSums.areAllAmounts(columns.subList(1, columns.size()))
                    && AccountColumnSums.allRowsAddUp(
                        columns.subList(1, columns.size()), List.of(numbers)))
        .stream()
        .map(Column::title)
        .toList();
  }

  private static boolean isTitle(String kind, String text) {
    return TITLES.stream()
        .anyMatch(title -> title.kind().equals(kind) && title.pattern().matcher(text).matches());
  }
}
