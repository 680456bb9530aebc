package org.mingzhang.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.TextBlock;

/** Tests PDFs of some hundred bytes whose forms draw other forms more often than time allows. */
class RecursiveFormsTest {
  private static final String TEXT =
      "BT /F 12 Tf 72 700 Td (a page that says thirty characters and some more) Tj ET\n";

  @TempDir Path folder;

  /** A PDF of a page and its forms; form {@code i} is {@code /Xi} everywhere. */
  private static byte[] pdf(String page, List<String> forms) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < forms.size(); i++) {
      names.append("/X").append(i).append(' ').append(6 + i).append(" 0 R ");
    }
    String resources = "<</Font<</F 4 0 R>>/XObject<<" + names + ">>>>";
    List<String> objects = new ArrayList<>();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    objects.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    objects.add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources "
            + resources
            + ">>");
    objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    objects.add(stream("", page));
    for (String form : forms) {
      String head = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources " + resources;
      objects.add(stream(head, form));
    }
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    for (int i = 0; i < objects.size(); i++) {
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    pdf.append("trailer<</Root 1 0 R>>\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String stream(String head, String content) {
    return "<<" + head + "/Length " + content.length() + ">>stream\n" + content + "\nendstream";
  }

  private ExtractionResult.SuccessfulExtraction read(byte[] pdf) throws IOException {
    Path file = Files.write(folder.resolve("a.pdf"), pdf);
    ExtractionLimits limits = ExtractionLimits.standard().withTimeLimit(Duration.ofSeconds(40));
    ExtractionResult result = new Extractor(limits).extract(file).getFirst();
    assertThat(result).isInstanceOf(ExtractionResult.SuccessfulExtraction.class);
    return (ExtractionResult.SuccessfulExtraction) result;
  }

  private static void assertTextIsRead(ExtractionResult.SuccessfulExtraction result) {
    assertThat(result.extraction().blocks())
        .anyMatch(b -> b instanceof TextBlock text && text.text().contains("thirty characters"));
  }

  @Test
  void a_form_that_draws_itself_twice_is_drawn_once() throws IOException {
    byte[] pdf = pdf(TEXT + "/X0 Do\n", List.of("/X0 Do /X0 Do"));
    assertThat(pdf.length).isLessThan(1_000);
    ExtractionResult.SuccessfulExtraction result = read(pdf);
    assertTextIsRead(result);
    assertThat(result.extraction().warnings())
        .containsExactly("page 1 draws parts of itself again and again; they were left out");
  }

  @Test
  void forms_that_draw_each_other_are_drawn_once() throws IOException {
    byte[] pdf = pdf(TEXT + "/X0 Do\n", List.of("/X1 Do /X2 Do", "/X2 Do /X0 Do", "/X0 Do /X1 Do"));
    assertTextIsRead(read(pdf));
  }

  @Test
  void forms_that_each_draw_the_next_ten_times_end_at_the_limit_of_forms() throws IOException {
    List<String> forms = new ArrayList<>();
    for (int i = 1; i < 14; i++) {
      forms.add(("/X" + i + " Do ").repeat(10));
    }
    forms.add("0 0 m 9 9 l S");
    byte[] pdf = pdf(TEXT + "/X0 Do\n", forms);
    assertThat(pdf.length).isLessThan(10_000);
    ExtractionResult.SuccessfulExtraction result = read(pdf);
    assertTextIsRead(result);
    assertThat(result.extraction().warnings().getFirst()).contains("forms");
  }

  @Test
  void forms_nested_too_deeply_are_left_out_and_the_rest_is_read() throws IOException {
    List<String> forms = new ArrayList<>();
    for (int i = 1; i < 60; i++) {
      forms.add("/X" + i + " Do");
    }
    forms.add("0 0 m 9 9 l S");
    ExtractionResult.SuccessfulExtraction result = read(pdf("/X0 Do\n" + TEXT, forms));
    assertTextIsRead(result);
    assertThat(result.extraction().warnings()).hasSize(1);
  }

  @Test
  void forms_as_programs_nest_them_are_all_drawn() throws IOException {
    List<String> forms = List.of("/X1 Do /X1 Do", "/X2 Do /X2 Do", TEXT);
    ExtractionResult.SuccessfulExtraction result = read(pdf("/X0 Do\n", forms));
    assertTextIsRead(result);
    assertThat(result.extraction().warnings()).isEmpty();
  }

  @Test
  void broken_forms_do_not_keep_later_ones_from_being_drawn() throws IOException {
    List<String> forms = new ArrayList<>();
    StringBuilder page = new StringBuilder();
    for (int i = 0; i <= 20; i++) {
      forms.add(i < 20 ? "BT /F 12 Tf <4142 Tj ET" : TEXT);
      page.append("/X").append(i).append(" Do\n");
    }
    ExtractionResult.SuccessfulExtraction result = read(pdf(page.toString(), forms));
    assertTextIsRead(result);
    assertThat(result.extraction().warnings()).noneMatch(w -> w.contains("again and again"));
  }
}
