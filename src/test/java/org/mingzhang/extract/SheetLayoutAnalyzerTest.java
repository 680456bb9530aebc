package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.TableBlock;

class SheetLayoutAnalyzerTest {
  @TempDir private Path folder;

  @Test
  void captions_labels_and_notes_are_text_and_the_rest_a_table_in_both_formats()
      throws IOException {
    List<String> expected =
        List.of(
            "p1 P0 2024年度收入决算表",
            "p1 P0 公开02表",
            "p1 P0 部门：样本市文化馆",
            "p1 P0 单位：万元",
            "p1 table 3×3",
            "  0,0 2×1 项目",
            "  0,1 1×2 金额",
            "  1,1 预算数",
            "  1,2 决算数",
            "  2,0 合计",
            "  2,1 1,234.50",
            "  2,2 95%",
            "p1 P0 注：本表为样本。");
    assertThat(read(accounts(new XSSFWorkbook()), "a.xlsx")).isEqualTo(expected);
    assertThat(read(accounts(new HSSFWorkbook()), "a.et")).isEqualTo(expected);
  }

  @Test
  void a_sheet_of_contents_keeps_its_title_and_lists_nothing_twice() throws IOException {
    Workbook book = new XSSFWorkbook();
    Sheet contents = book.createSheet("目录");
    fill(contents, 0, "2024年部门决算公开表");
    fill(contents, 1, "一、收入支出决算总表");
    fill(contents, 2, "2", "支出决算表");
    fill(contents, 3, "附表3 政府采购情况");
    fill(contents, 4, "示例县人民医院");
    assertThat(read(book, "contents.xlsx")).containsExactly("p1 P0 2024年部门决算公开表", "p1 P0 示例县人民医院");
  }

  @Test
  void hidden_sheets_rows_and_columns_are_left_out() throws IOException {
    Workbook book = new XSSFWorkbook();
    Sheet shown = book.createSheet("明细");
    fill(shown, 0, "科目", "隐", "金额");
    fill(shown, 1, "办公费", "隐", "1");
    fill(shown, 2, "隐藏行", "隐", "2");
    shown.getRow(2).setZeroHeight(true);
    shown.setColumnHidden(1, true);
    fill(book.createSheet("草稿"), 0, "不公开", "1");
    book.setSheetHidden(1, true);
    Extraction extraction = extract(book, "hidden.xlsx");
    assertThat(BlockDump.lines(extraction.blocks()))
        .containsExactly(
            "p1 P0 明细", "p1 table 2×2", "  0,0 科目", "  0,1 金额", "  1,0 办公费", "  1,1 1");
    assertThat(extraction.warnings())
        .containsExactly("Hidden rows and columns were left out.", "Hidden sheets were left out.");
  }

  @Test
  void a_vertical_merge_beside_hidden_or_blank_rows_swallows_no_cell() throws IOException {
    Workbook book = new XSSFWorkbook();
    Sheet sheet = book.createSheet();
    fill(sheet, 0, "类", "名称");
    fill(sheet, 1, "一", "甲");
    sheet.createRow(2);
    fill(sheet, 3, "二", "乙");
    sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
    Path file = write(book, "merge.xlsx");
    var result = OfficeFiles.EXTRACTOR.extract(file).getFirst();
    var blocks = ((ExtractionResult.SuccessfulExtraction) result).extraction().blocks();
    assertThat(((TableBlock) blocks.getFirst()).grid())
        .containsExactly(List.of("类", "名称"), List.of("一", "甲"), List.of("二", "乙"));
  }

  @Test
  void sums_that_no_program_has_calculated_are_not_zero() throws IOException {
    Workbook book = new XSSFWorkbook();
    Sheet sheet = book.createSheet();
    fill(sheet, 0, "科目", "金额");
    fill(sheet, 1, "办公费");
    sheet.getRow(1).createCell(1).setCellValue(12.5);
    fill(sheet, 2, "合计");
    sheet.getRow(2).createCell(1).setCellFormula("SUM(B2:B2)+1");
    fill(sheet, 3, "本表之外");
    sheet.getRow(3).createCell(1).setCellFormula("HYPERLINK(\"x\",1)");
    fill(sheet, 4, "自身");
    sheet.getRow(4).createCell(1).setCellFormula("B5+1");
    assertThat(read(book, "sums.xlsx")).contains("  1,1 12.5", "  2,1 13.5", "  3,1 ", "  4,1 ");
  }

  private static Workbook accounts(Workbook book) {
    Sheet sheet = book.createSheet("Sheet1");
    fill(sheet, 0, "2024年度收入决算表");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
    fill(sheet, 1, "", "", "公开02表");
    fill(sheet, 2, "部门：样本市文化馆", "", "单位：万元");
    fill(sheet, 3, "项目", "金额");
    fill(sheet, 4, "", "预算数", "决算数");
    sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
    sheet.addMergedRegion(new CellRangeAddress(3, 3, 1, 2));
    fill(sheet, 5, "合计");
    Row sums = sheet.getRow(5);
    CellStyle money = book.createCellStyle();
    money.setDataFormat(book.createDataFormat().getFormat("#,##0.00"));
    sums.createCell(1).setCellValue(1234.5);
    sums.getCell(1).setCellStyle(money);
    CellStyle rate = book.createCellStyle();
    rate.setDataFormat(book.createDataFormat().getFormat("0%"));
    sums.createCell(2).setCellFormula("0.9+0.05");
    sums.getCell(2).setCellStyle(rate);
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    fill(sheet, 6, "注：本表为样本。");
    return book;
  }

  private static void fill(Sheet sheet, int number, String... texts) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        row.createCell(i).setCellValue(texts[i]);
      }
    }
  }

  private Path write(Workbook book, String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        book) {
      book.write(out);
    }
    return file;
  }

  private List<String> read(Workbook book, String name) throws IOException {
    return BlockDump.lines(extract(book, name).blocks());
  }

  private Extraction extract(Workbook book, String name) throws IOException {
    var result = OfficeFiles.EXTRACTOR.extract(write(book, name)).getFirst();
    assertThat(result).isInstanceOf(ExtractionResult.SuccessfulExtraction.class);
    return ((ExtractionResult.SuccessfulExtraction) result).extraction();
  }
}
