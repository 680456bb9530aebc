package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.extract.word.NumberFormatter;

class WordDocumentTest {
  private static final String STYLES =
      """
      <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
        <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
      """;
  private static final String NUMBERING =
      """
      <w:abstractNum w:abstractNumId="0">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
          <w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
          <w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
          <w:lvlText w:val="%1.%3"/><w:isLgl/></w:lvl>
      </w:abstractNum>
      <w:abstractNum w:abstractNumId="1">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/></w:lvl>
      </w:abstractNum>
      <w:abstractNum w:abstractNumId="2">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="1"/>
          <w:lvlText w:val="第%1部分"/></w:lvl>
      </w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
      <w:num w:numId="4"><w:abstractNumId w:val="0"/>
        <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
      """;

  @TempDir private Path folder;

  private List<String> read(String body) throws IOException {
    return OfficeFiles.read(OfficeFiles.docx(folder.resolve("a.docx"), body, STYLES, NUMBERING));
  }

  private static String numbered(int list, int level, String text) {
    return paragraph(
        "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>".formatted(level, list),
        text(text));
  }

  private static String paragraph(String properties, String content) {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
  }

  private static String text(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  @Test
  void automatic_numbers_are_the_numerals_a_reader_sees() throws IOException {
    assertThat(
            read(
                paragraph("<w:pStyle w:val=\"1\"/>", text("概况"))
                    + numbered(1, 0, "职责")
                    + numbered(1, 1, "甲")
                    + numbered(1, 1, "乙")
                    + numbered(1, 2, "细目")
                    + numbered(2, 0, "圆点")
                    + numbered(1, 0, "机构")
                    + numbered(1, 1, "重新开始")
                    + paragraph("<w:pStyle w:val=\"1\"/>", text("说明"))
                    + numbered(4, 0, "另起")
                    + paragraph(
                        "<w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>",
                        text("附"))))
        .containsExactly(
            "p1 P1 第一部分 概况",
            "p1 P0 一、职责",
            "p1 P0 （一）甲",
            "p1 P0 （二）乙",
            "p1 P0 1.1 细目",
            "p1 P0 圆点",
            "p1 P0 二、机构",
            "p1 P0 （一）重新开始",
            "p1 P1 第二部分 说明",
            "p1 P0 一、另起",
            "p1 P1 附");
  }

  @Test
  void empty_paragraphs_do_not_count() throws IOException {
    assertThat(read(numbered(1, 0, "甲") + numbered(1, 0, " ") + numbered(1, 0, "乙")))
        .containsExactly("p1 P0 一、甲", "p1 P0 二、乙");
  }

  @Test
  void deletions_hidden_text_and_instructions_are_not_text() throws IOException {
    assertThat(
            read(
                paragraph(
                    "",
                    text("预算")
                        + "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
                        + "<w:ins>"
                        + text("增加")
                        + "</w:ins>"
                        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                        + "<w:r><w:instrText>PAGE</w:instrText><w:t>指令</w:t></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                        + text("5")
                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                        + "<w:r><w:noBreakHyphen/><w:t>页</w:t><w:br/><w:t>次行</w:t></w:r>")))
        .containsExactly("p1 P0 预算增加5-页", "p1 P0 次行");
  }

  @Test
  void contents_pages_are_marked() throws IOException {
    assertThat(
            read(
                paragraph(
                        "<w:pStyle w:val=\"T1\"/>",
                        text("一、职责") + "<w:r><w:tab/><w:t>3</w:t></w:r>")
                    + paragraph(
                        "",
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o"
                            + " </w:instrText></w:r><w:r><w:fldChar"
                            + " w:fldCharType=\"separate\"/></w:r>"
                            + text("二、机构"))
                    + paragraph("", text("三、收入") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
                    + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of"
                    + " Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>"
                    + paragraph("", text("四、支出"))
                    + "</w:sdtContent></w:sdt>"
                    + paragraph("", text("正文"))))
        .containsExactly("p1 P0C 一、职责 3", "p1 P0C 二、机构", "p1 P0C 三、收入", "p1 P0C 四、支出", "p1 P0 正文");
  }

  @Test
  void pages_follow_explicit_and_rendered_breaks() throws IOException {
    assertThat(
            read(
                paragraph("", text("一"))
                    + paragraph(
                        "<w:pageBreakBefore/>", "<w:r><w:lastRenderedPageBreak/></w:r>" + text("二"))
                    + paragraph("", "<w:r><w:br w:type=\"page\"/></w:r>")
                    + paragraph("", "<w:r><w:lastRenderedPageBreak/></w:r>" + text("三"))
                    + paragraph(
                        "", text("三续") + "<w:r><w:lastRenderedPageBreak/></w:r>" + text("跨页"))
                    + paragraph("", text("四"))))
        .containsExactly("p1 P0 一", "p2 P0 二", "p3 P0 三", "p3 P0 三续跨页", "p4 P0 四");
  }

  @Test
  void text_boxes_are_read_once_and_frames_of_one_cell_are_text() throws IOException {
    String box =
        "<w:r><mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice><w:drawing><x:txbx"
            + " xmlns:x=\"urn:x\"><w:txbxContent>"
            + paragraph("", text("框内"))
            + "</w:txbxContent></x:txbx></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><w:txbxContent>"
            + paragraph("", text("框内"))
            + "</w:txbxContent></w:pict>"
            + "</mc:Fallback></mc:AlternateContent></w:r>";
    assertThat(
            read(
                paragraph("", text("前") + box)
                    + "<w:tbl><w:tr><w:tc>"
                    + paragraph("", text("框"))
                    + "</w:tc></w:tr></w:tbl>"))
        .containsExactly("p1 P0 前", "p1 P0 框内", "p1 P0 框");
  }

  @ParameterizedTest
  @CsvSource({
    "chineseCounting,1,一",
    "chineseCountingThousand,10,十",
    "chineseCounting,11,十一",
    "chineseCounting,20,二十",
    "chineseCountingThousand,105,一百零五",
    "chineseCountingThousand,110,一百一十",
    "chineseLegalSimplified,12,壹拾贰",
    "ideographTraditional,3,丙",
    "ideographZodiac,12,亥",
    "decimalEnclosedCircle,7,⑦",
    "decimalEnclosedCircleChinese,21,㉑",
    "decimalEnclosedParen,2,⑵",
    "decimalFullWidth,12,１２",
    "decimalZero,5,05",
    "upperLetter,27,AA",
    "lowerRoman,14,xiv",
    "ideographDigital,20,二〇",
    "someNewFormat,8,8",
    "bullet,1,''"
  })
  void numbers_have_the_form_of_their_format(String format, int number, String expected) {
    assertThat(NumberFormatter.format(format, number)).isEqualTo(expected);
  }

  @Test
  void a_style_can_show_again_what_the_style_it_is_based_on_hides() throws IOException {
    String styles =
        """
        <w:style w:type="paragraph" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="i"><w:name w:val="承"/><w:basedOn w:val="h"/></w:style>
        <w:style w:type="paragraph" w:styleId="s"><w:name w:val="现"/><w:basedOn w:val="i"/>
          <w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
        """;
    String body =
        paragraph("<w:pStyle w:val=\"h\"/>", text("藏"))
            + paragraph("<w:pStyle w:val=\"i\"/>", text("承"))
            + paragraph("<w:pStyle w:val=\"s\"/>", text("现"));
    assertThat(OfficeFiles.read(OfficeFiles.docx(folder.resolve("v.docx"), body, styles, "")))
        .containsExactly("p1 P0 现");
  }

  @Test
  void symbols_are_those_of_their_font() throws IOException {
    assertThat(
            read(
                paragraph(
                    "",
                    "<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/><w:t>是</w:t>"
                        + "<w:sym w:font=\"Wingdings\" w:char=\"F052\"/>"
                        + "<w:sym w:font=\"Symbol\" w:char=\"F0A3\"/><w:t>5</w:t></w:r>")))
        .containsExactly("p1 P0 ☑是≤5");
  }

  @Test
  void footnotes_follow_the_sentence_that_refers_to_them() throws IOException {
    Path file = folder.resolve("n.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      addWithNote(document, "支出决算表", "本表不含基建支出。", "金额为决算数。");
      addWithNote(document, "支出合计30万元。", "含专项5万元。");
      addWithNote(document, "另有资产。");
      addWithNote(document, "结余为零。", "");
      document.write(out);
    }
    assertThat(OfficeFiles.read(file))
        .containsExactly(
            "p1 P0 支出决算表",
            "p1 P0 支出合计30万元。",
            "p1 P0 ［脚注］本表不含基建支出。 金额为决算数。",
            "p1 P0 ［脚注］含专项5万元。",
            "p1 P0 另有资产。",
            "p1 P0 结余为零。");
    ExtractionResult result = OfficeFiles.EXTRACTOR.extract(file).getFirst();
    assertThat(((ExtractionResult.SuccessfulExtraction) result).extraction().warnings()).isEmpty();
  }

  /** Adds a paragraph, with a footnote of these paragraphs if there are any. */
  private static void addWithNote(XWPFDocument document, String text, String... noteParagraphs) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.createRun().setText(text);
    if (noteParagraphs.length > 0) {
      XWPFFootnote note = document.createFootnote();
      for (String words : noteParagraphs) {
        note.createParagraph().createRun().setText(words);
      }
      paragraph.addFootnoteReference(note);
    }
  }
}
