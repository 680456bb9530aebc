package org.mingzhang.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Streams rows as CSV, XLSX or JSON Lines. Close it to finish the file. */
public interface RowWriter extends AutoCloseable {
  /** Writes a row with a text, number or null for each column. */
  void writeRow(List<? extends @Nullable Object> values) throws IOException;

  @Override
  void close() throws IOException;

  /** File formats. */
  enum Format {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSONL("application/x-ndjson; charset=utf-8");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    /** Sets the headers of a download in this format; the name is given without extension. */
    public void setDownloadHeaders(Context ctx, String name) {
      String file = name.replaceAll("[^\\w.-]", "_") + "." + name().toLowerCase(Locale.ROOT);
      ctx.contentType(mediaType)
          .header("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }

    /** Begins a file with these headers. */
    public RowWriter begin(OutputStream out, List<String> headers) throws IOException {
      return begin(out, ExportFileDescription.ofHeaders(headers));
    }

    /**
     * Begins a file with the headers of a description; JSON Lines uses its column names instead.
     */
    RowWriter begin(OutputStream out, ExportFileDescription sheet) throws IOException {
      return switch (this) {
        case CSV -> new Csv(out, sheet.headers());
        case XLSX -> new WorkbookWriter(out, sheet);
        case JSONL -> new JsonLines(out, sheet.names());
      };
    }
  }

  /**
   * Escapes a text that a spreadsheet would interpret as a formula by prefixing an apostrophe.
   * Signed numbers are not changed, nor is a dash before the number of a list (-1、), which no
   * spreadsheet takes for a formula. Spreadsheets also accept full-width and small forms of the
   * signs.
   */
  static String escapeFormula(String text) {
    boolean formula =
        !text.isEmpty()
            && "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫".indexOf(text.charAt(0)) >= 0
            && !text.matches("[-+－＋][\\d０-９,.，．]+[%％]?")
            && !text.matches("(?s)[-－]\\d{1,3}、[^|!=]*");
    return formula ? "'" + text : text;
  }

  /** Comma-separated values with a byte order mark, so that spreadsheets detect UTF-8. */
  final class Csv implements RowWriter {
    private final CSVPrinter printer;

    Csv(OutputStream out, List<String> columns) throws IOException {
      OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      writer.write('\uFEFF');
      printer = new CSVPrinter(writer, CSVFormat.RFC4180);
      writeRow(columns);
    }

    @Override
    public void writeRow(List<? extends @Nullable Object> values) throws IOException {
      for (Object value : values) {
        printer.print(
            value instanceof String text ? escapeFormula(text) : formatPlainNumber(value));
      }
      printer.println();
    }

    private static @Nullable Object formatPlainNumber(@Nullable Object value) {
      return value instanceof BigDecimal number ? number.toPlainString() : value;
    }

    @Override
    public void close() throws IOException {
      printer.close();
    }
  }

  /**
   * JSON Lines: one object per line. Values of type {@code Integer}, {@code Long} and {@code
   * BigDecimal} are written as numbers, null as null, and all others as texts.
   */
  final class JsonLines implements RowWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final List<String> columns;

    JsonLines(OutputStream out, List<String> columns) throws IOException {
      this.json = FACTORY.createGenerator(out);
      this.json.setRootValueSeparator(null);
      this.columns = List.copyOf(columns);
    }

    @Override
    public void writeRow(List<? extends @Nullable Object> values) throws IOException {
      json.writeStartObject();
      for (int i = 0; i < values.size(); i++) {
        json.writeFieldName(columns.get(i));
        switch (values.get(i)) {
          case null -> json.writeNull();
          case Integer number -> json.writeNumber(number);
          case Long number -> json.writeNumber(number);
          case BigDecimal number -> json.writeNumber(number.toPlainString());
          case Object other -> json.writeString(other.toString());
        }
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
      json.close();
    }
  }
}
