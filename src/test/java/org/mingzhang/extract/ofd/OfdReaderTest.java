package org.mingzhang.extract.ofd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader.FileContent;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

class OfdReaderTest {
  private static final String NAMESPACE = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";

  @TempDir Path folder;
  private final Map<String, String> parts = new LinkedHashMap<>();

  @Test
  void text_is_read_in_lines_by_its_place_in_millimeters() throws Exception {
    page(
        text("20 60 100 8", 5, "第二行", "")
            + text("20 30 100 8", 5, "2024年度", "3 3 3 3 5")
            + text("45 30 100 8", 5, "部门决算", "g 3 5"));
    FileContent fileContent = read();
    assertEquals(List.of("2024年度部门决算", "第二行"), texts(fileContent));
    TextBlock.Layout first =
        Objects.requireNonNull(((TextBlock) fileContent.blocks().get(0)).layout());
    assertEquals(20 * 72 / 25.4, first.left(), 0.5);
    assertEquals(5 * 72 / 25.4, first.fontSize(), 0.1);
    assertEquals(595, first.pageWidth(), 1);
  }

  @Test
  void paths_make_the_cells_of_a_table() throws Exception {
    page(
        line("20 20", "120 20")
            + line("20 30", "120 30")
            + line("20 40", "120 40")
            + line("20 20", "20 40")
            + line("60 30", "60 40")
            + line("120 20", "120 40")
            + text("25 21 50 8", 4, "指标", "4")
            + text("25 31 50 8", 4, "数量", "4")
            + text("65 31 50 8", 4, "42家", "2 2"));
    TableBlock table = (TableBlock) read().blocks().get(0);
    assertEquals(
        List.of(
            new TableBlock.Cell(0, 0, 1, 2, "指标"),
            new TableBlock.Cell(1, 0, 1, 1, "数量"),
            new TableBlock.Cell(1, 1, 1, 1, "42家")),
        table.cells());
  }

  @Test
  void blocks_composites_and_templates_are_followed_and_hidden_objects_are_not() throws Exception {
    parts.put(
        "Doc_0/Res.xml",
        "<ofd:Res"
            + NAMESPACE
            + "><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"70\">"
            + "<ofd:Content>"
            + text("0 0 50 8", 4, "复合", "4")
            + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>");
    parts.put("Doc_0/Template.xml", pageXml(text("20 10 50 8", 4, "模板", "4")));
    page(
        "<ofd:PageBlock>"
            + text("20 30 50 8", 4, "块内", "4")
            + "</ofd:PageBlock>"
            + "<ofd:CompositeObject ResourceID=\"70\" Boundary=\"20 50 50 8\"/>"
            + text("20 70 50 8", 4, "隐藏", "4")
                .replace("TextObject ", "TextObject Visible=\"false\" "));
    assertEquals(List.of("模板", "块内", "复合"), texts(read()));
  }

  /** Reads a file of three pages with the given second page and resources. */
  private FileContent readThreePages(String second, String resources) throws Exception {
    page(text("20 30 100 8", 5, "首页的文字", ""));
    String document = Objects.requireNonNull(parts.get("Doc_0/Document.xml"));
    String page = "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>";
    parts.put(
        "Doc_0/Document.xml",
        document
            .replace(page, page + second + page.replace("Page_0", "Page_2"))
            .replace("</ofd:CommonData>", resources + "</ofd:CommonData>"));
    parts.put("Doc_0/Pages/Page_2/Content.xml", pageXml(text("20 30 100 8", 5, "末页", "")));
    return read();
  }

  @ParameterizedTest
  @CsvSource({
    "Pages/Page_1/Missing.xml, ''",
    "Pages/Page_1/Broken.xml, ''",
    "%zz|:?*, ''",
    "'', ''",
    "Pages/Page_1/Template.xml, 第二页",
    "Pages/Page_1/Resources.xml, 第二页",
    "..\\Doc_0/./Pages//Page%5F1/Template.xml, 第二页",
  })
  void a_damaged_page_does_not_affect_the_others(String location, String kept) throws Exception {
    parts.put("Doc_0/Pages/Page_1/Broken.xml", "<ofd:Page");
    String page = pageXml(text("20 30 100 8", 5, "第二页", ""));
    parts.put("Doc_0/Pages/Page_1/Template.xml", page.replace("\"9\"", "\"8\""));
    parts.put(
        "Doc_0/Pages/Page_1/Resources.xml",
        page.replace("<ofd:Content>", "<ofd:PageRes>none.xml</ofd:PageRes><ofd:Content>"));
    FileContent content =
        readThreePages(
            "<ofd:Page ID=\"2\" BaseLoc=\"" + location + "\"/>",
            "<ofd:TemplatePage ID=\"8\" BaseLoc=\"Template.xml\"/>");
    assertEquals(
        kept.isEmpty() ? List.of("首页的文字", "末页") : List.of("首页的文字", kept, "末页"), texts(content));
    assertEquals(3, content.pages());
    assertEquals(List.of("page 2 is damaged and was read in part"), content.warnings());
  }

  @Test
  void damaged_resources_of_all_pages_and_damaged_documents_leave_the_pages() throws Exception {
    page(text("20 30 100 8", 5, "首页的文字", ""));
    parts.replaceAll(
        (name, part) ->
            part.replace(
                    "</ofd:CommonData>", "<ofd:PublicRes>none.xml</ofd:PublicRes></ofd:CommonData>")
                .replace(
                    "</ofd:OFD>",
                    "<ofd:DocBody><ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
    FileContent content = read();
    assertEquals(List.of("首页的文字"), texts(content));
    assertEquals(2, content.warnings().size(), content.warnings().toString());
  }

  @Test
  void entities_are_refused() throws Exception {
    page(text("20 30 50 8", 4, "文", ""));
    parts.put(
        "Doc_0/Pages/Page_0/Content.xml",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>");
    FileRefusedException e = assertThrows(FileRefusedException.class, this::read);
    assertEquals(Reason.DAMAGED, e.reason());
  }

  @Test
  void a_file_that_is_no_ofd_is_refused() throws Exception {
    Path file = Files.writeString(folder.resolve("no.ofd"), "no zip");
    FileRefusedException e =
        assertThrows(
            FileRefusedException.class,
            () -> new OfdReader().read(file, "application/ofd", ExtractionLimits.standard()));
    assertEquals(Reason.DAMAGED, e.reason());
    assertTrue(String.valueOf(e.getMessage()).startsWith("damaged OFD"), e.getMessage());
  }

  private void page(String objects) {
    parts.put(
        "OFD.xml",
        "<ofd:OFD"
            + NAMESPACE
            + "><ofd:DocBody><ofd:DocInfo><ofd:Title>题名</ofd:Title></ofd:DocInfo>"
            + "<ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
    parts.put(
        "Doc_0/Document.xml",
        "<ofd:Document"
            + NAMESPACE
            + "><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            + "</ofd:PageArea>"
            + (parts.containsKey("Doc_0/Res.xml")
                ? "<ofd:PublicRes>Res.xml</ofd:PublicRes>"
                    + "<ofd:TemplatePage ID=\"9\" BaseLoc=\"Template.xml\"/>"
                : "")
            + "</ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\""
            + " BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>");
    parts.put("Doc_0/Pages/Page_0/Content.xml", pageXml(objects));
  }

  private static String pageXml(String objects) {
    return "<ofd:Page"
        + NAMESPACE
        + "><ofd:Template TemplateID=\"9\"/><ofd:Content><ofd:Layer>"
        + objects
        + "</ofd:Layer></ofd:Content></ofd:Page>";
  }

  private static String text(String boundary, int size, String text, String deltas) {
    return "<ofd:TextObject Boundary=\"%s\" Size=\"%d\"><ofd:TextCode X=\"0\" Y=\"6\" DeltaX=\"%s\">%s</ofd:TextCode></ofd:TextObject>"
        .formatted(boundary, size, deltas, text);
  }

  private static String line(String from, String to) {
    return "<ofd:PathObject Boundary=\"0 0 210 297\" LineWidth=\"0.2\"><ofd:AbbreviatedData>M %s L %s</ofd:AbbreviatedData></ofd:PathObject>"
        .formatted(from, to);
  }

  private FileContent read() throws IOException, FileRefusedException {
    Path file = folder.resolve("test.ofd");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new OfdReader().read(file, "application/ofd", ExtractionLimits.standard());
  }

  private static List<String> texts(FileContent fileContent) {
    return fileContent.blocks().stream()
        .filter(TextBlock.class::isInstance)
        .map(b -> ((TextBlock) b).text())
        .toList();
  }
}
