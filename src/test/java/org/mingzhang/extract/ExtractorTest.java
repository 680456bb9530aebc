package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.model.TableBlock;

class ExtractorTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String TEXT = "一、部门职责\n示例省样本市文化馆负责群众文化。\n二、机构设置\n";

  @TempDir private Path folder;

  private List<ExtractionResult> extract(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return OfficeFiles.EXTRACTOR.extract(file);
  }

  private List<String> lines(String name, byte[] bytes) throws IOException {
    List<ExtractionResult> results = extract(name, bytes);
    assertThat(results).hasSize(1);
    assertThat(results.getFirst()).isInstanceOf(ExtractionResult.SuccessfulExtraction.class);
    return BlockDump.lines(
        ((ExtractionResult.SuccessfulExtraction) results.getFirst()).extraction().blocks());
  }

  private ExtractionResult.RefusedExtraction refused(String name, byte[] bytes) throws IOException {
    List<ExtractionResult> results = extract(name, bytes);
    assertThat(results).hasSize(1);
    return (ExtractionResult.RefusedExtraction) results.getFirst();
  }

  @Test
  void text_reads_the_same_in_every_character_set() throws IOException {
    List<String> expected = lines("utf8.txt", TEXT.getBytes(StandardCharsets.UTF_8));
    assertThat(expected).containsExactly("p1 L0 一、部门职责", "p1 L0 示例省样本市文化馆负责群众文化。", "p1 L0 二、机构设置");
    assertThat(lines("bom.txt", ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(expected);
    assertThat(lines("gb.txt", TEXT.getBytes(GB18030))).isEqualTo(expected);
    assertThat(lines("le.txt", TEXT.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
    assertThat(lines("be.txt", TEXT.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(expected);
    assertThat(lines("16.txt", TEXT.getBytes(StandardCharsets.UTF_16))).isEqualTo(expected);
  }

  @Test
  void a_run_of_lines_with_tabs_is_a_table() throws IOException {
    Path file = folder.resolve("table.txt");
    Files.writeString(file, "表一\n项目\t预算数\t决算数\n办公费\t1.5\t\n合计\t1.5\t1.2\n单位：万元\n");
    var result = OfficeFiles.EXTRACTOR.extract(file).getFirst();
    var blocks = ((ExtractionResult.SuccessfulExtraction) result).extraction().blocks();
    assertThat(blocks).hasSize(3);
    assertThat(((TableBlock) blocks.get(1)).grid())
        .containsExactly(
            List.of("项目", "预算数", "决算数"), List.of("办公费", "1.5", ""), List.of("合计", "1.5", "1.2"));
  }

  @Test
  void rows_whose_empty_cells_were_lost_at_the_end_belong_to_the_table_with_tabs()
      throws IOException {
    Path file = folder.resolve("table.txt");
    Files.writeString(
        file,
        """
        收入\t\t支出
        项目\t2024年\t项目\t2023年\t2024年
        一、财政拨款\t8\t教育支出\t7\t8
        （一）事业收入
        （二）其他收入
        本年收入\t8\t本年支出\t7\t8
        上年结转\t1\t结转下年\t1
        支出表
        项目\t基本支出\t合计
        """);
    var result = OfficeFiles.EXTRACTOR.extract(file).getFirst();
    var blocks = ((ExtractionResult.SuccessfulExtraction) result).extraction().blocks();
    List<List<String>> rows = ((TableBlock) blocks.getFirst()).grid();
    assertThat(rows).hasSize(7);
    assertThat(rows.get(3)).containsExactly("（一）事业收入", "", "", "", "");
    assertThat(rows.getLast()).containsExactly("上年结转", "1", "结转下年", "1", "");
  }

  @Test
  void rows_with_tabs_and_a_blank_line_after_each_are_one_table() throws IOException {
    Path file = folder.resolve("table.txt");
    Files.writeString(
        file,
        """
        收支预算总表

        单位：万元

        收入\t预算数\t支出\t预算数

        一、财政拨款收入\t40.00\t一、教育支出\t45.00

        二、上级补助收入\t\t\t

        三、经营收入

        四、其他收入\t5.00

        收入总计\t45.00\t支出总计\t45.00

        收入预算总表
        """);
    var result = OfficeFiles.EXTRACTOR.extract(file).getFirst();
    var blocks = ((ExtractionResult.SuccessfulExtraction) result).extraction().blocks();
    List<List<String>> rows =
        blocks.stream()
            .filter(TableBlock.class::isInstance)
            .map(block -> ((TableBlock) block).grid())
            .findFirst()
            .orElseThrow();
    assertThat(rows).hasSize(6);
    assertThat(rows.get(2)).containsExactly("二、上级补助收入", "", "", "");
    assertThat(rows.get(3)).containsExactly("三、经营收入", "", "", "");
    assertThat(rows.get(4)).containsExactly("四、其他收入", "5.00", "", "");
  }

  @Test
  void rows_with_tabs_that_lost_cells_before_their_last_keep_their_blank_lines()
      throws IOException {
    Path file = folder.resolve("table.txt");
    Files.writeString(
        file,
        """
        收入\t预算数\t支出\t预算数

        一、财政拨款收入\t40.00\t一、教育支出\t45.00

        二、上级补助收入\t二、其他支出\t3.00

        收入总计\t45.00\t支出总计\t45.00
        """);
    var result = OfficeFiles.EXTRACTOR.extract(file).getFirst();
    var blocks = ((ExtractionResult.SuccessfulExtraction) result).extraction().blocks();
    assertThat(blocks).noneMatch(TableBlock.class::isInstance);
  }

  @Test
  void rows_with_tabs_that_lost_cells_at_the_beginning_stay_short() throws IOException {
    Path file = folder.resolve("table.txt");
    Files.writeString(
        file,
        """
        一级指标\t三级指标\t指标值\t分值\t得分
        产出指标\t审计报告数\t≥22份\t10\t10
        按期完成率\t≥95%\t10\t9
        """);
    var result = OfficeFiles.EXTRACTOR.extract(file).getFirst();
    var blocks = ((ExtractionResult.SuccessfulExtraction) result).extraction().blocks();
    TableBlock table = (TableBlock) blocks.getFirst();
    assertThat(table.cells().getLast().columnSpan()).isEqualTo(2);
  }

  @Test
  void a_table_with_one_cell_per_line_is_a_table() throws IOException {
    String text =
        """
        绩效表：
        \t一级
        指标
        \t三级指标
        \t指标值


        \t产出指标
        \t培训场次
        \t≥3场

        \t
        \t培训人数
        \t100人

        第三部分 名词解释
        """;
    assertThat(lines("cells.txt", text.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "p1 L0 绩效表：",
            "p1 table 3×3",
            "  0,0 一级⏎指标",
            "  0,1 三级指标",
            "  0,2 指标值",
            "  1,0 产出指标",
            "  1,1 培训场次",
            "  1,2 ≥3场",
            "  2,0 ",
            "  2,1 培训人数",
            "  2,2 100人",
            "p1 L0 第三部分 名词解释");
  }

  @Test
  void paragraphs_indented_by_a_tab_are_no_table() throws IOException {
    String paragraph = "\t示例省样本市文化馆负责全市群众文化活动的组织、辅导和研究工作。\n";
    String text = (paragraph.repeat(3) + "\n").repeat(3);
    assertThat(lines("indent.txt", text.getBytes(StandardCharsets.UTF_8))).hasSize(9);
  }

  @Test
  void the_format_is_detected_by_content_and_not_by_name() throws IOException {
    String page = "<!DOCTYPE html><html><body><h1>第一部分 概况</h1><p>正文。</p></body></html>";
    assertThat(lines("really-html.xls", page.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("p1 P1 第一部分 概况", "p1 P0 正文。");
  }

  @Test
  void each_member_of_an_archive_is_a_result_under_a_harmless_name() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, GB18030)) {
      put(zip, "附件/说明.txt", TEXT.getBytes(GB18030));
      put(zip, "../../etc/越界.txt", TEXT.getBytes(StandardCharsets.UTF_8));
      put(zip, "空.txt", new byte[0]);
    }
    assertThat(extract("包.zip", bytes.toByteArray()))
        .extracting(ExtractionResult::file)
        .containsExactly("包.zip!/附件/说明.txt", "包.zip!/etc/越界.txt", "包.zip!/空.txt");
  }

  @Test
  void seven_zip_archives_are_opened_too() throws IOException {
    Path file = folder.resolve("包.7z");
    try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("说明.txt");
      out.putArchiveEntry(entry);
      out.write(TEXT.getBytes(StandardCharsets.UTF_8));
      out.closeArchiveEntry();
    }
    List<ExtractionResult> results = OfficeFiles.EXTRACTOR.extract(file);
    assertThat(results).extracting(ExtractionResult::file).containsExactly("包.7z!/说明.txt");
    assertThat(results.getFirst()).isInstanceOf(ExtractionResult.SuccessfulExtraction.class);
  }

  @ParameterizedTest
  @CsvSource({"28, SuccessfulExtraction", "30, RefusedExtraction"})
  void seven_zip_may_ask_for_the_memory_of_its_strongest_preset_and_no_more(
      int dictionary, String result) throws IOException {
    Path file = folder.resolve("大.7z");
    try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("说明.txt");
      out.putArchiveEntry(entry);
      out.write(TEXT.getBytes(StandardCharsets.UTF_8));
      out.closeArchiveEntry();
    }
    Files.write(file, withDictionary(Files.readAllBytes(file), dictionary));
    assertThat(OfficeFiles.EXTRACTOR.extract(file).getFirst().getClass().getSimpleName())
        .isEqualTo(result);
  }

  /** An archive that states another size of dictionary: 28 is 64 MiB, 30 is 128 MiB. */
  private static byte[] withDictionary(byte[] archive, int size) {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int header = 32 + (int) bytes.getLong(12);
    int at = header;
    while (bytes.getShort(at) != 0x2121 || bytes.get(at + 2) != 1) {
      at++;
    }
    bytes.put(at + 3, (byte) size);
    bytes.putInt(28, crc(archive, header, (int) bytes.getLong(20)));
    bytes.putInt(8, crc(archive, 12, 20));
    return archive;
  }

  private static int crc(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  @Test
  void members_are_refused_one_by_one_and_the_rest_is_read() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "bomb.txt", new byte[40 << 20]);
      put(zip, "__MACOSX/._a.txt", new byte[10]);
      put(zip, "good.txt", TEXT.getBytes(StandardCharsets.UTF_8));
    }
    List<ExtractionResult> results = extract("mixed.zip", bytes.toByteArray());
    assertThat(results)
        .extracting(ExtractionResult::file)
        .containsExactly("mixed.zip!/bomb.txt", "mixed.zip!/good.txt");
    assertThat(((ExtractionResult.RefusedExtraction) results.getFirst()).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void an_archive_of_too_many_members_is_read_as_far_as_allowed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 4; i++) {
        put(zip, i + ".txt", TEXT.getBytes(StandardCharsets.UTF_8));
      }
    }
    Path file = folder.resolve("many.zip");
    Files.write(file, bytes.toByteArray());
    ExtractionLimits limits =
        new ExtractionLimits(1 << 20, 1000, 10, 3, 2, Duration.ofSeconds(10), false);
    List<ExtractionResult> results = new Extractor(limits).extract(file);
    assertThat(results)
        .extracting(ExtractionResult::file)
        .containsExactly("many.zip!/0.txt", "many.zip!/1.txt", "many.zip");
    assertThat(((ExtractionResult.RefusedExtraction) results.getLast()).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void a_page_saved_whole_is_read_from_its_first_part() throws IOException {
    String part =
        Base64.getMimeEncoder()
            .encodeToString("<html><body><h2>一、职责</h2>正文</body></html>".getBytes(GB18030));
    String mime =
        """
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary="cut"; type="text/html"

        --cut
        Content-Type: text/html; charset="gb2312"
        Content-Transfer-Encoding: base64

        %s
        --cut
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --cut--
        """
            .formatted(part);
    assertThat(lines("page.mht", mime.getBytes(StandardCharsets.US_ASCII)))
        .containsExactly("p1 P2 一、职责", "p1 P0 正文");
  }

  @Test
  void markdown_shows_headings_tables_and_plain_words() throws IOException {
    String text =
        """
        ---
        title: 样本法
        ---
        # 样本法

        2024年1月1日 **通过**，见[链接](https://example.org/)

        ## 第一章 总则

        第一条 为了样本，
        制定本法。

        | 项目 | 金额 |
        | --- | ---: |
        | 办公费 | 1.5 |
        """;
    assertThat(lines("law.md", text.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "p1 P1 样本法",
            "p1 P0 2024年1月1日 通过，见链接",
            "p1 P2 第一章 总则",
            "p1 P0 第一条 为了样本，制定本法。",
            "p1 table 2×2",
            "  0,0 项目",
            "  0,1 金额",
            "  1,0 办公费",
            "  1,1 1.5");
  }

  @Test
  void a_text_beyond_the_limit_is_cut_with_a_warning() throws IOException {
    Path file = folder.resolve("long.txt");
    Files.writeString(file, TEXT.repeat(100));
    ExtractionLimits limits =
        new ExtractionLimits(1 << 20, 60, 10, 3, 2, Duration.ofSeconds(10), false);
    var result =
        (ExtractionResult.SuccessfulExtraction) new Extractor(limits).extract(file).getFirst();
    assertThat(result.extraction().blocks()).hasSizeLessThan(10);
    assertThat(result.extraction().warnings()).hasSize(1);
  }

  @Test
  void an_encrypted_workbook_or_document_is_refused_as_encrypted() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem ole = new POIFSFileSystem()) {
      EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
      Encryptor encryptor = info.getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(ole)) {
        out.write(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
      }
      ole.writeFilesystem(bytes);
    }
    assertThat(refused("locked.docx", bytes.toByteArray()).reason()).isEqualTo(Reason.ENCRYPTED);
  }

  @Test
  void archives_nested_too_deep_are_refused() throws IOException {
    byte[] inner = TEXT.getBytes(StandardCharsets.UTF_8);
    String name = "a.txt";
    for (int i = 0; i < 5; i++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        put(zip, name, inner);
      }
      inner = bytes.toByteArray();
      name = "z.zip";
    }
    assertThat(refused("deep.zip", inner).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void what_cannot_be_read_is_refused_in_one_line() throws IOException {
    assertThat(refused("empty.pdf", new byte[0]).reason()).isEqualTo(Reason.EMPTY);
    assertThat(refused("blank.txt", "  \n \n".getBytes(StandardCharsets.UTF_8)).reason())
        .isEqualTo(Reason.NO_TEXT);
    ExtractionResult.RefusedExtraction unknown =
        refused("x.bin", new byte[] {0, 1, 2, 3, (byte) 0xff, 0, 9, 7, 0, 0, 1, 5});
    assertThat(unknown.reason()).isEqualTo(Reason.UNSUPPORTED);
    assertThat(unknown.message()).doesNotContain("\n");
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
