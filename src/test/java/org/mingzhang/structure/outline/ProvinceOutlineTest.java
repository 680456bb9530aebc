package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.model.Section;

/**
 * Outlines of invented disclosures in the manner of one province each. The files in {@code
 * provinces} hold the text with its outline, written before the text was tried: {@link
 * AnnotatedText} says how.
 */
class ProvinceOutlineTest {
  private final OutlineBuilder builder = new OutlineBuilder();

  @TestFactory
  Stream<DynamicTest> headings_and_levels_are_those_a_careful_reader_sees()
      throws IOException, URISyntaxException {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private void check(Path file) throws IOException {
    AnnotatedText sample = AnnotatedText.read(Files.readString(file));
    List<Section> sections = builder.build(TextBlocks.paragraphs(sample.text()));
    List<Section> shown =
        sections.stream().filter(s -> !s.item() && !sample.free(s.number() + s.title())).toList();
    assertThat(shown.stream().map(s -> "  ".repeat(s.level() - 1) + s.number() + s.title()))
        .containsExactlyElementsOf(
            sample.headings().stream().map(h -> "  ".repeat(h.level() - 1) + h.printed()).toList());
    for (int i = 0; i < shown.size(); i++) {
      String topic = sample.headings().get(i).topic();
      if (!topic.isEmpty()) {
        assertThat(shown.get(i).topic().label()).as(shown.get(i).title()).isEqualTo(topic);
      }
    }
  }

  private static List<Path> files() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(ProvinceOutlineTest.class.getResource("provinces"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList();
    }
  }
}
