package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.extract.Characters;

/**
 * Tables as RFC 4180 writes them: rows are records, fields are parted by commas and may stand in
 * double quotes, inside of which a quote is doubled and a line may break. Records without quoted
 * fields are taken only where several in a row have as many fields, since commas part clauses and
 * thousands as well.
 */
final class QuotedRows {
  /** A comma that parts no thousands. */
  private static final Pattern COMMA = Pattern.compile(",(?!\\d{3}(?!\\d))|(?<!\\d),");

  private static final int FEWEST_ROWS = 2;
  private static final int FEWEST_COLUMNS = 2;

  /** Records and fields from which rows without quotes in each are a table. */
  private static final int FEWEST_PLAIN_ROWS = 4;

  private static final int FEWEST_PLAIN_COLUMNS = 4;
  private static final int MOST_LINES_OF_RECORD = 40;

  private final List<String> lines;
  private int at;

  private QuotedRows(List<String> lines, int start) {
    this.lines = lines;
    this.at = start;
  }

  /** Whether a line may begin a record: two quoted fields, or several commas. */
  static boolean begins(String line) {
    return line.contains("\",\"")
        || COMMA.matcher(line).results().limit(FEWEST_PLAIN_COLUMNS).count()
            >= FEWEST_PLAIN_COLUMNS - 1;
  }

  /** The table that starts at a line: at least two records of as many fields. */
  static Optional<TextTable> at(List<String> lines, int start) {
    QuotedRows reader = new QuotedRows(lines, start);
    List<List<String>> rows = new ArrayList<>();
    int end = start;
    boolean quoted = true;
    while (reader.at < lines.size() && lines.get(reader.at).indexOf(',') >= 0) {
      boolean plain = lines.get(reader.at).indexOf('"') < 0;
      List<String> record = reader.record();
      if (record.size() < FEWEST_COLUMNS
          || (!rows.isEmpty() && record.size() != rows.getFirst().size())) {
        break;
      }
      rows.add(record);
      quoted &= !plain;
      end = reader.at;
    }
    boolean table =
        quoted
            ? rows.size() >= FEWEST_ROWS
            : rows.size() >= FEWEST_PLAIN_ROWS && rows.getFirst().size() >= FEWEST_PLAIN_COLUMNS;
    return table ? Optional.of(new TextTable(rows, end)) : Optional.empty();
  }

  /**
   * The fields of the record that starts at the current line; none where its quotes never close.
   */
  private List<String> record() {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean inside = false;
    for (int taken = 0; taken < MOST_LINES_OF_RECORD && at < lines.size(); taken++) {
      String line = lines.get(at).strip();
      at++;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        boolean doubled = inside && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          field.append('"');
          i++;
        } else if (c == '"') {
          inside = !inside;
        } else if (c == ',' && !inside) {
          fields.add(Characters.clean(field.toString()));
          field.setLength(0);
        } else {
          field.append(c);
        }
      }
      if (!inside) {
        fields.add(Characters.clean(field.toString()));
        return fields;
      }
      field.append('\n');
    }
    return List.of();
  }
}
