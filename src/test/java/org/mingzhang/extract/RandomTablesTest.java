package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/** Tests random tables with merged cells, which are written in each format and read back. */
class RandomTablesTest {
  private static final int WIDTH = 1_000;

  @TempDir private Path folder;

  @RepeatedTest(25)
  void a_table_with_merged_cells_is_the_same_in_every_format(RepetitionInfo repetition)
      throws IOException {
    long seed = 20_240_700L + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    Model model = new Model(random, 2 + random.nextInt(5), 2 + random.nextInt(5));
    List<Cell> expected = model.expected();
    assertThat(read("t.html", model.html())).as("HTML, seed %d", seed).isEqualTo(expected);
    assertThat(read("t.rtf", model.rtf())).as("RTF, seed %d", seed).isEqualTo(expected);
    Path docx = OfficeFiles.docx(folder.resolve("t.docx"), model.wordml(), "", "");
    assertThat(read(docx)).as("DOCX, seed %d", seed).isEqualTo(expected);
    assertThat(read(model.workbook(folder.resolve("t.xlsx"))))
        .as("XLSX, seed %d", seed)
        .isEqualTo(expected);
  }

  private List<Cell> read(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    return read(file);
  }

  private static List<Cell> read(Path file) throws IOException {
    ExtractionResult result = OfficeFiles.EXTRACTOR.extract(file).getFirst();
    assertThat(result).isInstanceOf(ExtractionResult.SuccessfulExtraction.class);
    List<Block> blocks = ((ExtractionResult.SuccessfulExtraction) result).extraction().blocks();
    assertThat(blocks).hasSize(1);
    return ((TableBlock) blocks.getFirst()).cells();
  }

  /**
   * A grid cut into random rectangles; no row and no column is without a cell that starts in it.
   */
  private static final class Model {
    private final int rows;
    private final int columns;
    private final @Nullable Cell[][] owner;
    private final List<Cell> cells = new ArrayList<>();

    Model(Random random, int rows, int columns) {
      this.rows = rows;
      this.columns = columns;
      this.owner = new Cell[rows][columns];
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          if (owner[r][c] == null) {
            add(r, c, random);
          }
        }
      }
    }

    /**
     * Cells in the first row and column are not merged, so that a cell starts in each row and
     * column.
     */
    private void add(int row, int column, Random random) {
      int height = row == 0 || column == 0 ? 1 : 1 + random.nextInt(Math.min(3, rows - row));
      int width = row == 0 || column == 0 ? 1 : 1 + random.nextInt(Math.min(3, columns - column));
      while (width > 1 && owner[row][column + width - 1] != null) {
        width--;
      }
      Cell cell = new Cell(row, column, height, width, "格" + row + "甲" + column);
      for (int r = row; r < row + height; r++) {
        for (int c = column; c < column + width; c++) {
          owner[r][c] = cell;
        }
      }
      cells.add(cell);
    }

    List<Cell> expected() {
      return cells;
    }

    private static boolean starts(@Nullable Cell cell, int row, int column) {
      return cell != null && cell.row() == row && cell.column() == column;
    }

    String html() {
      StringBuilder out = new StringBuilder("<html><meta charset=utf-8><body><table>");
      for (int r = 0; r < rows; r++) {
        out.append("<tr>");
        for (int c = 0; c < columns; c++) {
          Cell cell = owner[r][c];
          if (cell != null && starts(cell, r, c)) {
            out.append(
                "<td rowspan=%d colspan='%d'><p>%s</p></td>\n"
                    .formatted(cell.rowSpan(), cell.columnSpan(), cell.text()));
          }
        }
        out.append("</tr>");
      }
      return out + "</table></body></html>";
    }

    String rtf() {
      StringBuilder out = new StringBuilder("{\\rtf1\\ansi ");
      for (int r = 0; r < rows; r++) {
        StringBuilder content = new StringBuilder("\\pard\\intbl ");
        out.append("\\trowd");
        for (int c = 0; c < columns; c++) {
          Cell cell = owner[r][c];
          if (cell == null || cell.column() != c) {
            continue;
          }
          boolean first = starts(cell, r, c);
          out.append(first && cell.rowSpan() > 1 ? "\\clvmgf" : first ? "" : "\\clvmrg")
              .append("\\cellx")
              .append((c + cell.columnSpan()) * WIDTH);
          if (first) {
            cell.text().chars().forEach(ch -> content.append("\\u").append(ch).append('?'));
          }
          content.append("\\cell ");
        }
        out.append(content).append("\\row\n");
      }
      return out + "\\pard\\par}";
    }

    String wordml() {
      StringBuilder out = new StringBuilder("<w:tbl>");
      for (int r = 0; r < rows; r++) {
        out.append("<w:tr>");
        for (int c = 0; c < columns; c++) {
          Cell cell = owner[r][c];
          if (cell == null || cell.column() != c) {
            continue;
          }
          boolean first = starts(cell, r, c);
          String merge =
              first ? cell.rowSpan() > 1 ? "<w:vMerge w:val=\"restart\"/>" : "" : "<w:vMerge/>";
          out.append(
                  "<w:tc><w:tcPr><w:gridSpan w:val=\"%d\"/>%s</w:tcPr><w:p><w:r><w:t>%s"
                      .formatted(cell.columnSpan(), merge, first ? cell.text() : ""))
              .append("</w:t></w:r></w:p></w:tc>");
        }
        out.append("</w:tr>");
      }
      return out + "</w:tbl>";
    }

    Path workbook(Path file) throws IOException {
      try (XSSFWorkbook book = new XSSFWorkbook();
          OutputStream out = Files.newOutputStream(file)) {
        XSSFSheet sheet = book.createSheet("Sheet1");
        for (int r = 0; r < rows; r++) {
          sheet.createRow(r);
        }
        for (Cell cell : cells) {
          sheet.getRow(cell.row()).createCell(cell.column()).setCellValue(cell.text());
          if (cell.rowSpan() * cell.columnSpan() > 1) {
            sheet.addMergedRegion(
                new CellRangeAddress(
                    cell.row(),
                    cell.row() + cell.rowSpan() - 1,
                    cell.column(),
                    cell.column() + cell.columnSpan() - 1));
          }
        }
        book.write(out);
      }
      return file;
    }
  }
}
