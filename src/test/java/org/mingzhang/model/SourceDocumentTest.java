package org.mingzhang.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceDocumentTest {
  @ParameterizedTest
  @CsvSource({
    "application/pdf,1,true",
    "application/ofd,1,true",
    "image/png,1,true",
    "text/plain,1,false",
    "text/html,1,false",
    "application/rtf,1,false",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document,1,false",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document,4,true"
  })
  void the_pages_of_fixed_formats_and_explicit_breaks_are_printed(
      String type, int pages, boolean printed) {
    assertThat(new SourceDocument("a", "0".repeat(64), type, 1, pages, null).hasPrintedPages())
        .isEqualTo(printed);
  }
}
