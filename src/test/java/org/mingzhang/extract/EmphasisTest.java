package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.TextBlock;

/** Tests which paragraphs of flowing documents are read as bold or centered. */
class EmphasisTest {
  @TempDir private Path folder;

  @Test
  void emphasis_in_html_comes_from_elements_and_styles() throws IOException {
    Path file = folder.resolve("a.html");
    Files.writeString(
        file,
        """
        <html><meta charset=utf-8><body>
        <p align=center><b>部门</b><strong>概况</strong></p>
        <div style="text-align: center"><p>居中</p></div>
        <p><span style="font-weight:700">一句粗体</span></p>
        <p><b>职责。</b>其余不是粗体</p>
        </body></html>
        """);
    assertThat(emphasised(file)).containsExactly("部门概况 BC", "居中 C", "一句粗体 B", "职责。其余不是粗体 ");
  }

  @Test
  void emphasis_in_word_comes_from_the_paragraph_or_its_style() throws IOException {
    String styles =
        """
        <w:style w:type="paragraph" w:styleId="t"><w:name w:val="T"/>
          <w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
        """;
    String body =
        paragraph("<w:pStyle w:val=\"t\"/>", "", "概况")
            + paragraph("<w:pStyle w:val=\"t\"/><w:jc w:val=\"left\"/>", "<w:b w:val=\"0\"/>", "正文")
            + paragraph("", "<w:rStyle w:val=\"s\"/>", "职责")
            + paragraph("<w:jc w:val=\"center\"/>", "", "居中");
    assertThat(emphasised(OfficeFiles.docx(folder.resolve("a.docx"), body, styles, "")))
        .containsExactly("概况 BC", "正文 ", "职责 B", "居中 C");
  }

  private static String paragraph(String properties, String run, String text) {
    return "<w:p><w:pPr>%s</w:pPr><w:r><w:rPr>%s</w:rPr><w:t>%s</w:t></w:r></w:p>"
        .formatted(properties, run, text);
  }

  private static List<String> emphasised(Path file) throws IOException {
    ExtractionResult.SuccessfulExtraction read =
        (ExtractionResult.SuccessfulExtraction) OfficeFiles.EXTRACTOR.extract(file).getFirst();
    return read.extraction().blocks().stream()
        .map(TextBlock.class::cast)
        .map(
            b ->
                b.text()
                    + " "
                    + (b.emphasis().bold() ? "B" : "")
                    + (b.emphasis().centered() ? "C" : ""))
        .toList();
  }
}
