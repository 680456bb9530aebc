package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.model.DocumentMetadata;

/**
 * Tests what is read from cover titles and file names; the cases are in resource files of this
 * package.
 */
class TitleParserCasesTest {
  @TestFactory
  Stream<DynamicTest> a_printed_title_alone_is_enough() throws IOException {
    return rows("titles.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getFirst(),
                    () ->
                        assertThat(
                                Documents.values(
                                    Documents.read("scan.pdf", row.getFirst().split("\\|"))))
                            .isEqualTo(row.subList(1, 5))));
  }

  @TestFactory
  Stream<DynamicTest> a_file_name_alone_is_enough() throws IOException {
    return rows("filenames.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getFirst(),
                    () ->
                        assertThat(Documents.values(Documents.read(row.getFirst())))
                            .isEqualTo(row.subList(1, 5))));
  }

  @TestFactory
  Stream<DynamicTest> a_title_states_the_kind_of_document_and_of_agency() throws IOException {
    return rows("kinds.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getFirst(),
                    () ->
                        assertThat(kinds(Documents.read("scan.pdf", row.getFirst().split("\\|"))))
                            .isEqualTo(row.subList(1, 3))));
  }

  private static List<String> kinds(DocumentMetadata metadata) {
    return List.of(
        metadata.category() == null ? "-" : metadata.category().label(),
        metadata.agencyType() == null ? "-" : metadata.agencyType().label());
  }

  private static Stream<List<String>> rows(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TitleParserCasesTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> Arrays.asList(line.split("\t", -1)))
              .toList()
              .stream();
    }
  }
}
