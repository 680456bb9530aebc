package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of rows as a spreadsheet opens them. */
@ExtendWith(SharedPortal.class)
class SpreadsheetTest {
  private static final String FACTS =
      "/api/v1/facts?format=xlsx&account=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9&kind=amount";

  private final RunningPortal portal;

  SpreadsheetTest(RunningPortal portal) {
    this.portal = portal;
  }

  private byte[] bytes(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(portal.origin + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static Map<String, Cell> cells(XSSFSheet sheet, int row) {
    Map<String, Cell> cells = new HashMap<>();
    Row heads = sheet.getRow(0);
    for (Cell cell : sheet.getRow(row)) {
      cells.put(heads.getCell(cell.getColumnIndex()).getStringCellValue(), cell);
    }
    return cells;
  }

  private static Cell cell(Map<String, Cell> cells, String head) {
    return Objects.requireNonNull(cells.get(head), head);
  }

  @Test
  void a_workbook_has_chinese_heads_numbers_with_formats_a_frozen_head_and_a_filter()
      throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes(FACTS)))) {
      assertThat(book.getSheetName(0)).isEqualTo("金额");
      XSSFSheet sheet = book.getSheetAt(0);
      Map<String, Cell> cells = cells(sheet, 1);
      assertThat(cells).containsKeys("金额（元）", "数字年度", "口径", "原文");
      Cell amount = cell(cells, "金额（元）");
      assertThat(amount.getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(amount.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
      assertThat(cell(cells, "数字年度").getCellStyle().getDataFormatString()).isEqualTo("0");
      assertThat(cell(cells, "口径").getStringCellValue()).isEqualTo("部门");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      String lastColumn = CellReference.convertNumToColString(sheet.getRow(0).getLastCellNum() - 1);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
          .isEqualTo("A1:" + lastColumn + (sheet.getLastRowNum() + 1));
      assertThat(sheet.getCTWorksheet().isSetDimension())
          .as("programs that believe a stated dimension read no further")
          .isFalse();
      Cell link = cell(cells, "链接");
      assertThat(link.getHyperlink().getAddress())
          .isEqualTo(link.getStringCellValue())
          .startsWith(portal.origin + "/d/")
          .contains("?fact=a-");
      assertThat(sheet.getColumnWidthInPixels(cell(cells, "原文").getColumnIndex()))
          .isGreaterThan(200);
    }
  }

  @Test
  void a_second_sheet_says_what_was_asked_when_where_and_what_columns_hold() throws Exception {
    String address = "/api/v1/export?q=%E4%B8%89%E5%85%AC&format=xlsx";
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes(address)))) {
      XSSFSheet about = book.getSheet("说明");
      Map<String, String> said = new HashMap<>();
      for (Row row : about) {
        said.put(row.getCell(0).getStringCellValue(), row.getCell(1).getStringCellValue());
      }
      assertThat(said)
          .containsEntry("检索式", "三公")
          .containsEntry("导出日期", "2026-11-21")
          .containsEntry("来源地址", portal.origin + address)
          .containsEntry("页码", "page");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/export?scope=sections",
        "/api/v1/export?scope=documents",
        "/api/v1/export?scope=indicators",
        "/api/v1/export?scope=facts",
        "/api/v1/export?scope=findings",
        "/d/qsqzgh-2024-bmjs/indicators.csv",
        "/d/qsqzgh-2024-bmjs/facts.csv",
        "/d/qsqzgh-2024-bmjs/findings.csv",
        "/compare.csv?name=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9",
        "/api/v1/batch?q=%E4%B8%89%E5%85%AC"
      })
  void every_column_has_a_head_in_both_languages(String path) {
    String csv =
        path + (path.contains("?") ? "&" : "?") + (path.contains(".csv") ? "" : "format=csv");
    String chinese = head(csv);
    assertThat(chinese.split(",")).allMatch(h -> h.codePoints().anyMatch(Character::isIdeographic));
    String english = head(csv + "&lang=en");
    assertThat(english).matches("[\\x20-\\x7e]+").doesNotContain("_");
    assertThat(head(csv + "&header=name").split(",")).hasSameSizeAs(chinese.split(","));
  }

  @Test
  void values_are_words_and_codes_only_for_programs() {
    String findings = "/api/v1/export?scope=findings&format=csv";
    assertThat(portal.get(findings).body()).contains(",算术矛盾,").doesNotContain(",proof,");
    assertThat(portal.get(findings + "&lang=en").body())
        .contains(",Arithmetic contradiction,", "; the text says ")
        .doesNotContain("，文中写");
    assertThat(portal.get(findings + "&header=name").body()).contains(",proof,");
    String compared = "/compare.csv?name=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9";
    assertThat(portal.get(compared).body()).contains(",有,").doesNotContain(",stated,");
    assertThat(portal.get(compared + "&header=name").body()).contains(",stated,");
    String indicators = "/api/v1/export?scope=indicators&format=csv";
    assertThat(portal.get(indicators).body()).doesNotContainPattern(",(met|missed|unknown),");
    assertThat(portal.get("/leads.csv").body())
        .doesNotContainPattern(",(met|missed|target|proof),");
    assertThat(portal.get(FACTS.replace("xlsx", "csv") + "&lang=en").body())
        .contains("Three public expenses", ",Amount,");
  }

  @Test
  void numbers_of_json_lines_are_numbers_and_states_are_words() {
    assertThat(portal.get("/api/v1/batch?format=jsonl&q=%E4%B8%89%E5%85%AC").body())
        .containsPattern("\"total\":\\d+,\"documents\":\\d+,");
    assertThat(portal.get("/api/v1/export?scope=findings").body())
        .containsPattern("\"otherPage\":\\d+,");
    String compared = "/compare.csv?name=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9";
    assertThat(portal.get(compared).body()).contains(",有,").doesNotContain(",stated,");
    assertThat(portal.get(compared + "&header=name").body()).contains(",stated,");
  }

  private String head(String path) {
    return portal.get(path).body().lines().findFirst().orElse("").replace("\uFEFF", "");
  }

  @Test
  void json_lines_keep_their_names() {
    assertThat(portal.get("/api/v1/export?scope=facts").body()).startsWith("{\"id\":");
  }

  @Test
  void libre_office_opens_a_workbook_and_reads_the_same(@TempDir Path folder) throws Exception {
    Path office = Path.of("/usr/bin/soffice");
    assumeTrue(Files.isExecutable(office), "LibreOffice is not installed");
    Path file = folder.resolve("facts.xlsx");
    Files.write(file, bytes(FACTS));
    Process process =
        new ProcessBuilder(
                office.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1",
                "--outdir",
                folder.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    List<String> read = sheet(folder, "金额");
    assertThat(read.getFirst()).contains("金额（元）", "口径");
    assertThat(read).anyMatch(line -> line.contains("\"62,800.00\""));
    assertThat(read)
        .hasSize(1 + (int) portal.get(FACTS.replace("xlsx", "jsonl")).body().lines().count());
    assertThat(sheet(folder, "说明"))
        .anyMatch(line -> line.startsWith("检索式"))
        .anyMatch(line -> line.startsWith("导出日期,2026-11-21"))
        .anyMatch(line -> line.startsWith("来源地址") && line.contains(portal.origin))
        .anyMatch(line -> line.startsWith("金额（元）,amount"));
  }

  /** A sheet of the workbook as LibreOffice wrote it. */
  private static List<String> sheet(Path folder, String name) throws IOException {
    return Files.readAllLines(folder.resolve("facts-" + name + ".csv"), StandardCharsets.UTF_8);
  }
}
