package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests XML files of Office 2003, with the extensions that template systems give them, and
 * OpenDocument files.
 */
class Office2003XmlParserTest {
  private static final List<String> TABLE =
      List.of(
          "p1 table 3×3",
          "  0,0 2×1 项目",
          "  0,1 1×2 金额",
          "  1,1 预算数",
          "  1,2 决算数",
          "  2,0 合计",
          "  2,1 1,234.50",
          "  2,2 ");

  @TempDir private Path folder;

  private static String wordTable() {
    return "<w:tbl><w:tr>"
        + wordCell("<w:vmerge w:val=\"restart\"/>", "项目")
        + wordCell("<w:gridSpan w:val=\"2\"/>", "金额")
        + "</w:tr><w:tr>"
        + wordCell("<w:vmerge/>", "")
        + wordCell("", "预算数")
        + wordCell("", "决算数")
        + "</w:tr><w:tr>"
        + wordCell("", "合计")
        + wordCell("", "1,234.50")
        + wordCell("", "")
        + "</w:tr></w:tbl>";
  }

  private static String wordCell(String properties, String text) {
    return "<w:tc><w:tcPr>"
        + properties
        + "</w:tcPr><w:p><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p></w:tc>";
  }

  private List<String> word(String body) throws IOException {
    return read(
        "report.doc",
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <?mso-application progid="Word.Document"?>
        <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"
          xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"
          xmlns:aml="http://schemas.microsoft.com/aml/2001/core">
        <w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>
          <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:styleId="2"><w:name w:val="样本标题"/><w:basedOn w:val="1"/></w:style>
          <w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style></w:styles>
        <w:body><wx:sect>%s</wx:sect></w:body></w:wordDocument>
        """
            .formatted(body));
  }

  @Test
  void word_xml_has_levels_printed_numbers_and_page_breaks() throws IOException {
    assertThat(
            word(
                """
                <w:p><w:pPr><w:pStyle w:val="t"/></w:pPr><w:r><w:t>一、部门概况</w:t><w:tab/><w:t>3</w:t></w:r></w:p>
                <wx:sub-section><w:p><w:pPr><w:pStyle w:val="2"/><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr>
                <w:r><w:t>部门</w:t></w:r><w:hlink><w:r><w:t>概况</w:t></w:r></w:hlink></w:p></wx:sub-section>
                <w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>（一）职责</w:t></w:r></w:p>
                <w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>第二页</w:t></w:r></w:p>
                """))
        .containsExactly("p1 P0C 一、部门概况 3", "p1 P1 一、部门概况", "p1 P2 （一）职责", "p2 P0 第二页");
  }

  @Test
  void what_word_xml_hides_or_has_deleted_is_not_read() throws IOException {
    assertThat(
            word(
                """
                <w:p><w:r><w:t>留</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>
                <aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>删</w:delText></w:r></aml:content></aml:annotation>
                <aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>添</w:t></w:r></aml:content></aml:annotation></w:p>
                """))
        .containsExactly("p1 P0 留添");
  }

  @Test
  void tables_of_word_xml_keep_their_merges() throws IOException {
    assertThat(word(wordTable())).isEqualTo(TABLE);
  }

  @Test
  void word_xml_without_a_body_is_refused() throws IOException {
    Path file = folder.resolve("empty.doc");
    Files.writeString(
        file,
        "<?xml version=\"1.0\"?><w:wordDocument"
            + " xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"></w:wordDocument>");
    assertThat(refusal(file)).isEqualTo("damaged: Word XML without a body");
  }

  private static final String SHEETS =
      """
      <?xml version="1.0"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
        xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
      <Styles><Style ss:ID="s1"><NumberFormat ss:Format="Standard"/></Style></Styles>
      <Worksheet ss:Name="Sheet1"><Table>
        <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">2024年度收入决算表</Data></Cell></Row>
        <Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="String">项目</Data></Cell>
          <Cell ss:MergeAcross="1"><Data ss:Type="String">金额</Data></Cell></Row>
        <Row><Cell ss:Index="2"><Data ss:Type="String">预算数</Data></Cell>
          <Cell><Data ss:Type="String">决算数</Data></Cell></Row>
        <Row><Cell><Data ss:Type="String">合计</Data></Cell>
          <Cell ss:StyleID="s1"><Data ss:Type="Number">1234.5</Data></Cell></Row>
        <Row ss:Hidden="1"><Cell><Data ss:Type="String">隐藏</Data></Cell></Row>
      </Table></Worksheet>
      <Worksheet ss:Name="草稿"><Table><Row><Cell><Data ss:Type="String">不公开</Data></Cell></Row></Table>
        <x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
      </Workbook>
      """;

  @Test
  void sheets_in_xml_are_read_as_a_workbook_is() throws IOException {
    List<String> lines = read("accounts.xls", SHEETS);
    assertThat(lines.getFirst()).isEqualTo("p1 P0 2024年度收入决算表");
    assertThat(lines.subList(1, lines.size())).isEqualTo(TABLE);
  }

  @Test
  void sheets_of_open_document_repeat_and_merge_their_cells() throws IOException {
    String content =
        """
        <office:document-content xmlns:office="o" xmlns:style="s" xmlns:table="t" xmlns:text="x">
        <office:automatic-styles><style:style style:name="h"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles><office:body><office:spreadsheet>
        <table:table table:name="Sheet1">
        <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>项目</text:p></table:table-cell>
          <table:table-cell table:number-columns-spanned="2"><text:p>金额</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
        <table:table-row><table:covered-table-cell/><table:table-cell><text:p>预算数</text:p></table:table-cell>
          <table:table-cell><text:p>决算数</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>合计</text:p></table:table-cell>
          <table:table-cell table:number-columns-repeated="2"><text:p>1.00</text:p><office:annotation><text:p>批注</text:p></office:annotation></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        </table:table>
        <table:table table:name="草稿" table:style-name="h"><table:table-row><table:table-cell><text:p>不公开</text:p></table:table-cell></table:table-row></table:table>
        </office:spreadsheet></office:body></office:document-content>
        """;
    assertThat(OfficeFiles.read(openDocument("a.ods", "spreadsheet", content)))
        .containsExactly(
            "p1 table 4×3",
            "  0,0 2×1 项目",
            "  0,1 1×2 金额",
            "  1,1 预算数",
            "  1,2 决算数",
            "  2,0 合计",
            "  2,1 1.00",
            "  2,2 1.00",
            "  3,0 合计",
            "  3,1 1.00",
            "  3,2 1.00");
  }

  @Test
  void text_of_open_document_has_headings_and_tables() throws IOException {
    String content =
        """
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
        <office:body><office:text><text:h text:outline-level="2">一、部门职责</text:h><text:p>负责样本工作。</text:p>
        <table:table><table:table-row><table:table-cell><text:p>项目</text:p></table:table-cell><table:table-cell><text:p>金额</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell><text:p>合计</text:p></table:table-cell><table:table-cell><text:p>1.00</text:p></table:table-cell></table:table-row></table:table>
        </office:text></office:body></office:document-content>
        """;
    assertThat(OfficeFiles.read(openDocument("a.odt", "text", content)))
        .containsExactly(
            "p1 P2 一、部门职责",
            "p1 P0 负责样本工作。",
            "p1 table 2×2",
            "  0,0 项目",
            "  0,1 金额",
            "  1,0 合计",
            "  1,1 1.00");
  }

  @Test
  void a_sheet_of_open_document_with_a_password_is_refused() throws IOException {
    Path file = folder.resolve("locked.ods");
    zip(
        file,
        Map.of(
            "mimetype", "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml", "%%%",
            "META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"));
    assertThat(refusal(file)).isEqualTo("the document is protected by a password");
  }

  private List<String> openDocumentText(String body) throws IOException {
    return OfficeFiles.read(
        openDocument(
            "a.odt",
            "text",
            """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
            <office:body><office:text>%s</office:text></office:body></office:document-content>
            """
                .formatted(body)));
  }

  private Path openDocument(String name, String kind, String content) throws IOException {
    Path file = folder.resolve(name);
    zip(
        file,
        Map.of(
            "mimetype",
            "application/vnd.oasis.opendocument." + kind,
            "content.xml",
            content,
            "META-INF/manifest.xml",
            "<manifest/>"));
    return file;
  }

  private static void zip(Path file, Map<String, String> parts) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("mimetype", "content.xml", "META-INF/manifest.xml")) {
        byte[] bytes = parts.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = new ZipEntry(name);
        if (name.equals("mimetype")) {
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(bytes.length);
          CRC32 sum = new CRC32();
          sum.update(bytes);
          entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
      }
    }
  }

  private List<String> read(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return OfficeFiles.read(file);
  }

  private static String refusal(Path file) throws IOException {
    ExtractionResult result = new Extractor(ExtractionLimits.standard()).extract(file).getFirst();
    return result instanceof ExtractionResult.RefusedExtraction refused
        ? refused.message()
        : "was read";
  }

  @Test
  void converted_paragraphs_that_look_like_boilerplate_are_kept() throws IOException {
    List<String> lines = List.of("主办单位：样本市财政局", "技术支持：样本公司", "责任编辑：张三", "上一条：部门概况", "返回首页");
    StringBuilder word = new StringBuilder();
    StringBuilder open = new StringBuilder();
    for (String line : lines) {
      word.append("<w:p><w:r><w:t>").append(line).append("</w:t></w:r></w:p>");
      open.append("<text:p>").append(line).append("</text:p>");
    }
    List<String> expected = lines.stream().map(line -> "p1 P0 " + line).toList();
    assertThat(word(word.toString())).isEqualTo(expected);
    assertThat(openDocumentText(open.toString())).isEqualTo(expected);
  }

  @Test
  void text_boxes_of_word_xml_follow_their_paragraph() throws IOException {
    String run = "<w:p><w:r><w:t>%s</w:t>%s</w:r></w:p>";
    String box =
        "<w:pict xmlns:v=\"v\"><v:shape><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict>";
    String inner = run.formatted("内框", "");
    String outer = run.formatted("外框", box.formatted(inner));
    assertThat(word(run.formatted("前文", box.formatted(outer)) + run.formatted("后文", "")))
        .containsExactly("p1 P0 前文", "p1 P0 外框", "p1 P0 内框", "p1 P0 后文");
  }
}
