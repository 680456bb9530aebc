package org.mingzhang.structure.lattice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;

/**
 * Tables and forms in the shapes that text of web pages has, each with everything that is read of
 * it: {@code web-copies.txt} has invented texts and, below each, the tables and indicators. Text
 * without any below it must stay text.
 */
class WebCopiesTest {
  private static final Extractor EXTRACTOR = new Extractor(ExtractionLimits.standard());
  private static final DisclosureReader READER = new DisclosureReader();

  @TempDir Path folder;

  /** One text of the file, its name, and the lines that describe what must be read from it. */
  record Copy(String name, String text, List<String> expectedLines) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Copy> copies() throws IOException {
    String file =
        new String(
            Objects.requireNonNull(WebCopiesTest.class.getResourceAsStream("web-copies.txt"))
                .readAllBytes(),
            StandardCharsets.UTF_8);
    return Stream.of(file.split("(?m)^=== ", -1))
        .skip(1)
        .map(
            part -> {
              String[] halves = part.split("(?m)^---\n", 2);
              String[] first = halves[0].split("\n", 2);
              List<String> expectedLines =
                  halves[1].lines().filter(line -> !line.isBlank()).toList();
              return new Copy(first[0], first[1], expectedLines);
            });
  }

  @ParameterizedTest
  @MethodSource("copies")
  void tables_and_indicators_of_a_text_are_read_as_told(Copy copy) throws IOException {
    Path file = Files.writeString(folder.resolve("copy.txt"), copy.text());
    ExtractionResult result = EXTRACTOR.extract(file).getFirst();
    assertThat(result).isInstanceOf(ExtractionResult.SuccessfulExtraction.class);
    var extraction = ((ExtractionResult.SuccessfulExtraction) result).extraction();
    assertThat(describe(READER.read(extraction, Sidecar.none()))).isEqualTo(copy.expectedLines());
  }

  private static List<String> describe(Disclosure read) {
    List<String> expectedLines = new ArrayList<>();
    for (TableData table : read.tables()) {
      expectedLines.add("T " + join(table.header()));
      table.rows().forEach(row -> expectedLines.add("R " + join(row)));
    }
    for (Indicator i : read.indicators()) {
      expectedLines.add(
          "I "
              + join(
                  Stream.of(i.level3(), i.target(), i.actual(), i.weight(), i.score())
                      .map(WebCopiesTest::orEmpty)
                      .toList()));
    }
    return expectedLines;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String join(List<String> cells) {
    return String.join(" | ", cells).strip();
  }
}
