package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.extract.TextCleaner;

/**
 * Parses tables in CSV (RFC 4180) inside plain text. Records without quoted fields count only if at
 * least four consecutive ones have equally many fields, since commas also separate clauses and
 * groups of digits, and if they have four fields or more, or an amount as the last field of each
 * record below the first. Semicolons may separate the fields instead, as spreadsheets write them
 * where the comma is the decimal sign, or full-width marks, which need amounts in most fields.
 */
final class CsvTableParser {
  /** A comma that does not group digits. */
  private static final Pattern FIELD_COMMA = Pattern.compile(",(?!\\d{3}(?!\\d))|(?<!\\d),");

  private static final int MIN_ROWS = 2;
  private static final int MIN_COLUMNS = 2;

  /** Minimum number of records of a table that has records without quoted fields. */
  private static final int MIN_UNQUOTED_ROWS = 4;

  /** Minimum number of fields of records without quoted fields that may end with any text. */
  private static final int MIN_UNQUOTED_COLUMNS = 4;

  /** Maximum length of a line that may be the titles of a table with few columns. */
  private static final int MAX_NARROW_TITLES_LENGTH = 40;

  /** Titles of a table with few columns: words without the marks and numbers of a sentence. */
  private static final Pattern NARROW_TITLES =
      Pattern.compile("[^,;，。；：:\\d]{2,}(?:[,;](?:20\\d\\d年)?[^,;，。；：:\\d]+){1,2}");

  /**
   * Characters that also occur in prose. Lines that they separate into fields are records only if
   * the fields are titles and amounts.
   */
  private static final String RARE_SEPARATORS = "；，、#^~$@";

  private static final String FREQUENT_IN_PROSE = "，、";

  private static final Pattern YEAR = Pattern.compile("20\\d\\d年?");

  /** The beginning of an amount or a target: ≥86公里. */
  private static final Pattern QUANTITY = Pattern.compile("[≥≤＞＜=＝><≧≦]?\\d");

  /** Maximum length of a field between rare separators, in characters. */
  private static final int MAX_RARE_FIELD_LENGTH = 30;

  /** Maximum number of lines of one record, whose quoted fields may contain line breaks. */
  private static final int MAX_LINES_OF_RECORD = 40;

  /** Maximum number of lines between two records of one table. */
  private static final int MAX_LINES_BETWEEN_RECORDS = 3;

  private final List<String> lines;
  private final char separator;
  private int lineIndex;

  private CsvTableParser(List<String> lines, int start, char separator) {
    this.lines = lines;
    this.separator = separator;
    this.lineIndex = start;
  }

  /**
   * Whether a line may start a table: it has two adjacent quoted fields, at least three commas that
   * do not group digits, at least three semicolons, or is the titles of two or three columns.
   */
  static boolean mayStartAt(String line) {
    return line.contains("\",\"")
        || line.contains("\";\"")
        || hasSeveralSemicolons(line)
        || mayBeNarrowTitles(line)
        || findRareSeparator(line) != 0
        || FIELD_COMMA.matcher(line).results().limit(MIN_UNQUOTED_COLUMNS).count()
            >= MIN_UNQUOTED_COLUMNS - 1;
  }

  private static boolean hasSeveralSemicolons(String line) {
    return line.chars().filter(c -> c == ';').count() >= MIN_UNQUOTED_COLUMNS - 1;
  }

  /**
   * The rare separator of the titles of at least {@link #MIN_UNQUOTED_COLUMNS} columns; 0 if a line
   * has none, is a sentence or has a number that is no year.
   */
  private static char findRareSeparator(String line) {
    if (line.indexOf('。') >= 0
        || YEAR.matcher(line).replaceAll("").chars().anyMatch(Character::isDigit)) {
      return 0;
    }
    for (int i = 0; i < RARE_SEPARATORS.length(); i++) {
      char separator = RARE_SEPARATORS.charAt(i);
      if (line.chars().filter(c -> c == separator).count() >= MIN_UNQUOTED_COLUMNS - 1) {
        return separator;
      }
    }
    return 0;
  }

  private static boolean mayBeNarrowTitles(String line) {
    return line.length() <= MAX_NARROW_TITLES_LENGTH
        && NARROW_TITLES.matcher(line.strip()).matches();
  }

  /**
   * Parses the table that starts at a line: at least two records with equally many fields, or four
   * with four fields if some have no quotes. Empty if there is no such table.
   */
  static Optional<TextTable> parse(List<String> lines, int start) {
    String first = lines.get(start);
    boolean semicolons =
        first.contains("\";\"") || hasSeveralSemicolons(first) || mayBeNarrowTitles(first);
    return (semicolons ? parse(lines, start, ';') : Optional.<TextTable>empty())
        .or(() -> parse(lines, start, ','))
        .or(() -> parseRare(lines, start, findRareSeparator(first)));
  }

  /**
   * Parses records between rare separators. At least half of the fields below the titles are
   * amounts or, unless the separator is frequent in prose, two fields of each record begin with
   * numbers.
   */
  private static Optional<TextTable> parseRare(List<String> lines, int start, char separator) {
    boolean frequent = FREQUENT_IN_PROSE.indexOf(separator) >= 0;
    return separator == 0
        ? Optional.empty()
        : parse(lines, start, separator)
            .filter(
                table ->
                    table.rows().stream()
                        .skip(1)
                        .allMatch(r -> isAmountRow(r) || (!frequent && hasTwoQuantities(r))))
            .filter(
                table ->
                    table.rows().stream()
                        .flatMap(List::stream)
                        .allMatch(field -> field.length() <= MAX_RARE_FIELD_LENGTH));
  }

  private static boolean isAmountRow(List<String> record) {
    long amounts = record.stream().filter(f -> f.isEmpty() || TextTable.isAmount(f)).count();
    return record.stream().anyMatch(TextTable::isAmount) && 2 * amounts >= record.size();
  }

  private static boolean hasTwoQuantities(List<String> record) {
    return record.stream().filter(f -> QUANTITY.matcher(f).lookingAt()).count() > 1;
  }

  private static Optional<TextTable> parse(List<String> lines, int start, char separator) {
    CsvTableParser reader = new CsvTableParser(lines, start, separator);
    List<List<String>> rows = new ArrayList<>();
    int end = start;
    boolean quoted = true;
    while (reader.lineIndex < lines.size()) {
      List<String> between = rows.isEmpty() ? List.of() : reader.readLinesBetweenRecords();
      if (reader.lineIndex == lines.size() || !reader.mayHoldFields(lines.get(reader.lineIndex))) {
        break;
      }
      boolean plain = lines.get(reader.lineIndex).indexOf('"') < 0;
      List<String> record = reader.readRecord();
      if (record.size() < MIN_COLUMNS
          || (!rows.isEmpty() && record.size() != rows.getFirst().size())
          || (plain && !between.isEmpty())
          || (plain
              && !rows.isEmpty()
              && isNarrow(record)
              && !endsWithAmount(record, rows.size()))) {
        break;
      }
      between.forEach(line -> rows.add(List.of(line)));
      rows.add(record);
      quoted &= !plain;
      end = reader.lineIndex;
    }
    boolean table =
        quoted
            ? rows.size() >= MIN_ROWS
            : rows.size() >= MIN_UNQUOTED_ROWS
                && (!isNarrow(rows.getFirst()) || mayBeNarrowTitles(lines.get(start)));
    return table
        ? Optional.of(new TextTable(rows, end).separateCaptionsAndNotes())
        : Optional.empty();
  }

  private static boolean isNarrow(List<String> record) {
    return record.size() < MIN_UNQUOTED_COLUMNS;
  }

  /**
   * Whether the last field of a record is an amount. Below the first amount, it may also be empty.
   */
  private static boolean endsWithAmount(List<String> record, int index) {
    return TextTable.isAmount(record.getLast()) || (index > 1 && record.getLast().isEmpty());
  }

  /** Whether a line has fields or begins a field of several lines. */
  private boolean mayHoldFields(String line) {
    return line.indexOf(separator) >= 0 || line.startsWith("\"");
  }

  /**
   * Reads the lines that a page break puts between two records, at most three: a running head, the
   * unit. They become rows of one cell if a record follows.
   */
  private List<String> readLinesBetweenRecords() {
    List<String> between = new ArrayList<>();
    int last = Math.min(lines.size(), lineIndex + MAX_LINES_BETWEEN_RECORDS);
    while (lineIndex < last && !mayHoldFields(lines.get(lineIndex))) {
      String line = TextCleaner.clean(lines.get(lineIndex));
      if (!line.isEmpty()) {
        between.add(line);
      }
      lineIndex++;
    }
    return between;
  }

  /**
   * Reads the record at the current line; returns no fields if its quotes do not close within 40
   * lines.
   */
  private List<String> readRecord() {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean inside = false;
    for (int taken = 0; taken < MAX_LINES_OF_RECORD && lineIndex < lines.size(); taken++) {
      String line = lines.get(lineIndex).strip();
      lineIndex++;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        boolean doubled = inside && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          field.append('"');
          i++;
        } else if (c == '"') {
          inside = !inside;
        } else if (c == separator && !inside) {
          fields.add(TextCleaner.clean(field.toString()));
          field.setLength(0);
        } else {
          field.append(c);
        }
      }
      if (!inside) {
        fields.add(TextCleaner.clean(field.toString()));
        return fields;
      }
      field.append('\n');
    }
    return List.of();
  }
}
