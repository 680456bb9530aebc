package org.mingzhang.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.web.address.Language;

/** What a workbook holds after it was written and read again. */
class WorkbookWriterTest {
  private static XSSFWorkbook write(String title, List<String> columns, @Nullable Object... values)
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportFileDescription description =
        new ExportFileDescription(
            title,
            ExportColumn.findByNames(columns),
            Language.CHINESE,
            false,
            List.of(List.of("检索式", "三公 & <接待>")),
            List.of("说明", "列", "名称", "含义"));
    try (WorkbookWriter writer = new WorkbookWriter(out, description)) {
      writer.writeRow(Arrays.asList(values));
    }
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  @Test
  void a_long_text_is_cut_between_characters() throws Exception {
    StringBuilder text = new StringBuilder("字");
    for (int i = 0; i < 20_000; i++) {
      text.appendCodePoint(0x20000 + i);
    }
    try (XSSFWorkbook book = write("金额", List.of("text"), text.toString())) {
      assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
          .isEqualTo(text.substring(0, 31_999) + "…");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text | 三公 & <接待>"费 | 三公 & <接待>"费
          text | =1+1 | =1+1
          text | 1234 | 1234
          amount_yuan | 62800 | 62,800.00
          amount_yuan | 1,234.5 | 1,234.50
          year | 2024 | 2024
          value | 465.380 | 465.38
          value | 约300 | 约300
          """)
  void a_value_is_read_as_it_was_written(String column, String value, String shown)
      throws Exception {
    try (XSSFWorkbook book = write("金额", List.of(column), value)) {
      assertThat(new DataFormatter().formatCellValue(book.getSheetAt(0).getRow(1).getCell(0)))
          .isEqualTo(shown);
      assertThat(book.getSheet("说明").getRow(0).getCell(1).getStringCellValue())
          .isEqualTo("三公 & <接待>");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "url,https://example.org/d/a?fact=a-1&v=2#a-1,true",
    "otherUrl,http://example.org/d/a,true",
    "url,javascript:alert(1),false",
    "url,http://example.org/a b,false",
    "quote,https://example.org/d/a,false",
  })
  void only_addresses_in_columns_of_links_are_links(String column, String value, boolean linked)
      throws Exception {
    try (XSSFWorkbook book = write("金额", List.of("id", column), "a/b", value)) {
      XSSFCell cell = book.getSheetAt(0).getRow(1).getCell(1);
      assertThat(cell.getStringCellValue()).isEqualTo(value);
      assertThat(cell.getHyperlink() == null ? null : cell.getHyperlink().getAddress())
          .isEqualTo(linked ? value : null);
    }
  }

  @Test
  void missing_values_and_numbers_of_programs_keep_their_columns() throws Exception {
    List<String> columns = List.of("account", "number", "page", "quote");
    try (XSSFWorkbook book =
        write("a/b[c]:*", columns, "三公", new BigDecimal("1E+3"), null, "句\u0001子")) {
      assertThat(book.getSheetName(0)).isEqualTo("a b c");
      assertThat(book.getSheetAt(0).getRow(1).getCell(1).getNumericCellValue()).isEqualTo(1000);
      assertThat(book.getSheetAt(0).getRow(1).getCell(2)).isNull();
      assertThat(book.getSheetAt(0).getRow(1).getCell(3).getStringCellValue()).isEqualTo("句 子");
    }
  }

  @ParameterizedTest
  @CsvSource({"0,A", "25,Z", "26,AA", "33,AH", "701,ZZ", "702,AAA"})
  void columns_are_named_by_letters(int column, String name) {
    assertThat(SpreadsheetPackage.columnName(column)).isEqualTo(name);
  }
}
