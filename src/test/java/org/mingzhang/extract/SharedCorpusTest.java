package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.text.ExtractionNotes;

/** Tests real files in a folder beside the project, if it is present. */
class SharedCorpusTest {
  private static final Path CORPUS = Path.of("../shared/corpus");

  private static Path file(String name) {
    Path file = CORPUS.resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is not there");
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"000-hanyang-2024", "001-jinkouhe-2024", "003-hongjiang-2024"})
  void the_same_text_gives_the_same_blocks_in_every_word_processor_format(String name)
      throws IOException {
    List<String> word = OfficeFiles.read(file("office/" + name + ".docx"));
    assertThat(word).hasSizeGreaterThan(100);
    assertThat(OfficeFiles.read(file("office/" + name + ".doc"))).as("doc").isEqualTo(word);
    // The readers of the other formats add no note for a table that is a picture.
    List<String> expected =
        word.stream().filter(block -> !block.endsWith(ExtractionNotes.PICTURE_TABLE)).toList();
    for (String extension : List.of("rtf", "html")) {
      assertThat(OfficeFiles.read(file("office/" + name + "." + extension)))
          .as(extension)
          .isEqualTo(expected);
    }
  }

  @Test
  void the_same_text_gives_the_same_lines_in_every_character_set() throws IOException {
    assertThat(OfficeFiles.read(file("office/001-jinkouhe-2024-gb18030.txt")))
        .isEqualTo(OfficeFiles.read(file("office/001-jinkouhe-2024-utf16.txt")));
    assertThat(OfficeFiles.read(file("office/003-hongjiang-2024-gb2312.html")))
        .isEqualTo(OfficeFiles.read(file("office/003-hongjiang-2024.html")));
  }

  @ParameterizedTest
  @CsvSource({
    "empty.pdf,EMPTY",
    "user-password.pdf,ENCRYPTED",
    "truncated.pdf,DAMAGED",
    "xxe.docx,DAMAGED",
    "zipbomb-text.docx,TOO_LARGE"
  })
  void hostile_files_are_refused_in_one_line(String name, Reason reason) throws IOException {
    List<ExtractionResult> results = OfficeFiles.EXTRACTOR.extract(file("hostile/" + name));
    assertThat(results).hasSize(1);
    assertThat(results.getFirst()).isInstanceOf(ExtractionResult.RefusedExtraction.class);
    ExtractionResult.RefusedExtraction refused =
        (ExtractionResult.RefusedExtraction) results.getFirst();
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).isNotBlank().doesNotContain("\n").doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource({"really-html.xls,text/html", "really-pdf.docx,application/pdf"})
  void mislabeled_files_are_read_as_what_they_are(String name, String mediaType)
      throws IOException {
    var result = OfficeFiles.EXTRACTOR.extract(file("hostile/" + name));
    assertThat(result.getFirst()).isInstanceOf(ExtractionResult.SuccessfulExtraction.class);
    assertThat(
            ((ExtractionResult.SuccessfulExtraction) result.getFirst())
                .extraction()
                .source()
                .mediaType())
        .isEqualTo(mediaType);
  }

  @Test
  void scripts_in_a_page_are_neither_run_nor_read() throws IOException {
    List<String> lines = OfficeFiles.read(file("hostile/script.html"));
    assertThat(lines).anyMatch(line -> line.contains("<script>alert(5)</script>"));
    assertThat(lines).noneMatch(line -> line.contains("owned") || line.contains("fetch("));
  }
}
