package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.Disclosure;
import org.mingzhang.structure.DisclosureReader;

/** Tests agency, year and kind read from covers and form heads of many shapes. */
class CoverMetadataTest {
  private static final Extractor EXTRACTOR = new Extractor(ExtractionLimits.standard());
  private static final DisclosureReader READER = new DisclosureReader();

  @ParameterizedTest(name = "{0}")
  @MethodSource("covers")
  void a_cover_states_agency_year_and_kind(String expected, String page) throws IOException {
    String[] values = expected.split(" \\| ", -1);
    Path file = Files.createTempFile("cover", page.startsWith("#") ? ".md" : ".txt");
    try {
      Files.writeString(file, page);
      Disclosure read = read(file);
      assertThat(read.metadata().agency()).isEqualTo(values[0].equals("-") ? null : values[0]);
      if (!values[1].equals("-")) {
        assertThat(read.metadata().year()).isEqualTo(Integer.valueOf(values[1]));
      }
      if (!values[2].equals("-")) {
        assertThat(Objects.requireNonNull(read.metadata().category()).label()).isEqualTo(values[2]);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static Disclosure read(Path file) throws IOException {
    ExtractionResult result = EXTRACTOR.extract(file).getFirst();
    if (result instanceof ExtractionResult.SuccessfulExtraction extracted) {
      return READER.read(extracted.extraction(), Sidecar.none());
    }
    throw new AssertionError(result.toString());
  }

  static Stream<Arguments> covers() throws IOException, URISyntaxException {
    Path file =
        Path.of(Objects.requireNonNull(CoverMetadataTest.class.getResource("covers.txt")).toURI());
    List<Arguments> covers = new ArrayList<>();
    String expected = "";
    StringBuilder page = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      boolean head = line.startsWith("## ") && line.contains(" | ");
      if (head) {
        add(covers, expected, page);
        expected = line.substring(3);
        page.setLength(0);
      } else if (!expected.isEmpty()) {
        page.append(line).append('\n');
      }
    }
    add(covers, expected, page);
    return covers.stream();
  }

  private static void add(List<Arguments> covers, String expected, StringBuilder page) {
    if (!expected.isEmpty()) {
      covers.add(Arguments.of(expected, page.toString()));
    }
  }
}
