package org.mingzhang.invented;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.model.TableData;

/**
 * Invented tables and forms, written in each format, must be read back cell by cell. What is asked
 * of a format is what it can give: without ruling lines the columns are a guess from white space.
 */
class RoundTripTest {
  private static final long SEED = 509L;
  private static final int SETS = 2;
  private static final Map<Format, Double> LEAST_OF_TABLES =
      Map.of(
          Format.DOCX, 1.0,
          Format.XLSX, 1.0,
          Format.HTML, 1.0,
          Format.PDF_RULED, 1.0,
          Format.TEXT_CELLS, 0.9,
          Format.TEXT_TABS, 0.9,
          Format.TEXT_BARS, 0.9,
          Format.PDF_OPEN, 0.7,
          Format.PDF_THREE_LINES, 0.7);
  private static final Map<Format, Double> LEAST_OF_FORMS =
      Map.ofEntries(
          Map.entry(Format.DOCX, 1.0),
          Map.entry(Format.XLSX, 1.0),
          Map.entry(Format.HTML, 1.0),
          Map.entry(Format.PDF_RULED, 1.0),
          Map.entry(Format.TEXT_CELLS, 1.0),
          Map.entry(Format.TEXT_TABS, 1.0),
          Map.entry(Format.TEXT_BARS, 1.0),
          Map.entry(Format.TEXT_ROWS, 0.99),
          Map.entry(Format.TEXT_STREAM, 0.97),
          Map.entry(Format.TEXT_PITCH, 0.93),
          Map.entry(Format.PDF_OPEN, 0.75),
          Map.entry(Format.PDF_THREE_LINES, 0.75),
          Map.entry(Format.TEXT, 0.58));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void account_tables_are_read_back(Format format) throws IOException {
    Tally tally = new Tally();
    for (long seed = SEED; seed < SEED + SETS; seed++) {
      Invented.Tables made = Invented.tables(seed);
      Path file = format.write(folder, made.draft());
      List<TableData> read = new ArrayList<>(Invented.read(file).tables());
      String where = "seed " + seed;
      made.tables().forEach((kind, table) -> tally.compare(format, kind, table, read, where));
    }
    assertThat(tally.share())
        .as(() -> tally.report(10))
        .isGreaterThanOrEqualTo(LEAST_OF_TABLES.getOrDefault(format, 0.0));
  }

  @ParameterizedTest
  @EnumSource
  void performance_forms_are_read_back(Format format) throws IOException {
    Tally tally = new Tally();
    for (PerformanceForms.Kind kind : PerformanceForms.Kind.values()) {
      for (long seed = SEED; seed < SEED + SETS; seed++) {
        int count = 1 + (int) (seed % 2);
        Invented.Forms made = Invented.forms(kind, seed, count);
        Path file = format.write(folder, made.draft());
        String where = "seed " + seed;
        tally.compare(kind + " " + format, made.rows(), Invented.read(file).indicators(), where);
      }
    }
    assertThat(tally.share())
        .as(() -> tally.report(10))
        .isGreaterThanOrEqualTo(LEAST_OF_FORMS.getOrDefault(format, 0.0));
  }
}
