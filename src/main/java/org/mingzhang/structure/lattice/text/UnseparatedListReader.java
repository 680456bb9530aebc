package org.mingzhang.structure.lattice.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * Reads a list of names with one amount each on one line without separators: {@code
 * 序号单位项目金额1东坪县水库维修12乡道改造9小计212西岭市茶园6…合计60}. Digits between two names are an amount, or an amount
 * and the next number of a row or group; the subtotals and the total show which. A list that has no
 * total or does not add up is not read. Confined to one thread and one list.
 */
final class UnseparatedListReader {
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:\\.\\d{1,2})?");
  private static final Pattern NAME = Pattern.compile("(?=.*\\p{IsHan}{2})[^\\d。；;]{2,40}");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnseparatedListReader.class);
  private static final Pattern TOTAL = PATTERNS.get("unseparated-list-total");
  private static final Pattern SUBTOTAL = PATTERNS.get("unseparated-list-subtotal");
  private static final Pattern DISTRICT_AND_NAME = PATTERNS.get("unseparated-list-district");

  /** Minimum number of rows including the total; fewer rows may add up by chance. */
  private static final int MIN_ROWS = 4;

  private static final int MAX_ROWS = 300;

  /** Maximum number of rows tried over all ways of separating row numbers from amounts. */
  private static final int MAX_TRIED_ROWS = 3000;

  private static final Pattern TITLES =
      Pattern.compile(
          "(?<ordinal>序号|编号)?(?<owner>%s)?(?<name>%s)?(?<amount>%s)(?<unit>[（(][亿万]?元[）)])?"
              .formatted(
                  titlePattern("OWNER"), titlePattern("LABEL"), titlePattern("LIST_AMOUNT")));

  private final String text;
  private final boolean hasOrdinals;
  private final List<ListRow> rows = new ArrayList<>();
  private int triedRowCount;

  private UnseparatedListReader(String text, boolean hasOrdinals) {
    this.text = text;
    this.hasOrdinals = hasOrdinals;
  }

  /**
   * A row.
   *
   * @param ordinal its number, or that of the group that it begins; empty if it has none
   * @param name its name
   * @param amount its amount
   * @param end index after its amount
   */
  private record ListRow(String ordinal, String name, String amount, int end) {}

  private static String titlePattern(String kind) {
    return TsvResource.readRows(ColumnType.class, "unseparated-titles.tsv", 3).stream()
        .filter(row -> row.getFirst().equals(kind))
        .map(row -> row.get(1))
        .collect(Collectors.joining("|"));
  }

  /** Index of the titles of a list whose last title names the unit; negative if there are none. */
  static int indexOfTitles(String line) {
    Matcher titles = TITLES.matcher(line);
    while (titles.find()) {
      if (titles.group("unit") != null
          && (titles.group("owner") != null || titles.group("name") != null)) {
        return titles.start();
      }
    }
    return -1;
  }

  /**
   * Reads the list whose titles are at the beginning of a text; null if there is no list or it does
   * not add up. The range of the match is that of the characters read.
   */
  static @Nullable TableMatch read(String text) {
    Matcher titles = TITLES.matcher(text);
    if (!titles.lookingAt() || (titles.group("owner") == null && titles.group("name") == null)) {
      return null;
    }
    boolean numbered = titles.group("ordinal") != null;
    UnseparatedListReader reader =
        new UnseparatedListReader(text.substring(titles.end()), numbered);
    if (!reader.tryReadRows()) {
      return null;
    }
    boolean split = titles.group("owner") != null && titles.group("name") != null;
    List<List<String>> table = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (String title : List.of("ordinal", "owner", "name")) {
      if (titles.group(title) != null) {
        header.add(titles.group(title));
      }
    }
    String unit = titles.group("unit");
    header.add(titles.group("amount") + (unit == null ? "" : unit));
    table.add(header);
    reader.rows.forEach(row -> table.add(toCells(row, numbered, split)));
    return new TableMatch(0, titles.end() + reader.rows.getLast().end(), table);
  }

  private static List<String> toCells(ListRow row, boolean hasOrdinals, boolean splitsDistrict) {
    List<String> cells = new ArrayList<>();
    if (hasOrdinals) {
      cells.add(row.ordinal());
    }
    Matcher district = DISTRICT_AND_NAME.matcher(row.name());
    if (splitsDistrict && !row.ordinal().isEmpty() && district.matches()) {
      cells.addAll(List.of(district.group(1), district.group(2)));
    } else {
      cells.addAll(splitsDistrict ? List.of("", row.name()) : List.of(row.name()));
    }
    cells.add(row.amount());
    return cells;
  }

  private boolean tryReadRows() {
    boolean first = hasOrdinals && text.startsWith("1");
    return hasOrdinals == first
        && tryReadRowAndRest(first ? 1 : 0, first ? "1" : "", 1, Sums.NONE)
        && rows.size() >= MIN_ROWS;
  }

  /**
   * The sums of the rows read so far.
   *
   * @param sinceSubtotal sum of the rows after the last subtotal
   * @param total sum of all rows
   * @param printedTotal the printed total, if that is the first row
   */
  private record Sums(
      BigDecimal sinceSubtotal, BigDecimal total, @Nullable BigDecimal printedTotal) {
    static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, null);

    Sums plus(BigDecimal amount) {
      return new Sums(sinceSubtotal.add(amount), total.add(amount), printedTotal);
    }
  }

  /**
   * Reads the row whose name begins at an index, and the rows after it up to the total. Returns
   * false and leaves the rows unchanged if this fails.
   *
   * @param ordinal the number before the name; empty if there is none
   * @param lastOrdinal the last row number so far
   */
  private boolean tryReadRowAndRest(int at, String ordinal, int lastOrdinal, Sums sums) {
    Matcher number = NUMBER.matcher(text);
    triedRowCount++;
    if (rows.size() == MAX_ROWS || triedRowCount > MAX_TRIED_ROWS || !number.find(at)) {
      return false;
    }
    String name = text.substring(at, number.start());
    if (!NAME.matcher(name).matches()) {
      return false;
    }
    String digits = number.group();
    String next = Integer.toString(lastOrdinal + 1);
    boolean ends = number.end() == text.length();
    if (hasOrdinals && !ends && digits.length() > next.length() && digits.endsWith(next)) {
      String amount = digits.substring(0, digits.length() - next.length());
      boolean whole = NUMBER.matcher(amount).matches();
      if (whole
          && tryAddRowAndRest(
              new ListRow(ordinal, name, amount, number.end()), next, lastOrdinal + 1, sums)) {
        return true;
      }
    }
    return tryAddRowAndRest(
        new ListRow(ordinal, name, digits, number.end()), "", lastOrdinal, sums);
  }

  /**
   * Adds a row and reads the rows after it. Returns false and removes these rows again if a sum
   * does not hold or the rows after it cannot be read.
   */
  private boolean tryAddRowAndRest(ListRow row, String nextOrdinal, int lastOrdinal, Sums sums) {
    BigDecimal amount = new BigDecimal(row.amount().replace(",", ""));
    int size = rows.size();
    rows.add(row);
    boolean read;
    if (TOTAL.matcher(row.name()).matches()) {
      boolean opens = size == 0;
      read =
          opens
              ? tryReadRowAndRest(
                  row.end(),
                  nextOrdinal,
                  lastOrdinal,
                  new Sums(BigDecimal.ZERO, BigDecimal.ZERO, amount))
              : amount.compareTo(sums.total()) == 0;
    } else if (SUBTOTAL.matcher(row.name()).matches()) {
      read =
          amount.compareTo(sums.sinceSubtotal()) == 0
              && tryReadRowAndRest(
                  row.end(),
                  nextOrdinal,
                  lastOrdinal,
                  new Sums(BigDecimal.ZERO, sums.total(), sums.printedTotal()));
    } else {
      Sums more = sums.plus(amount);
      boolean whole =
          more.printedTotal() != null && more.total().compareTo(more.printedTotal()) == 0;
      read = whole || tryReadRowAndRest(row.end(), nextOrdinal, lastOrdinal, more);
    }
    if (!read) {
      rows.subList(size, rows.size()).clear();
    }
    return read;
  }
}
