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
 * Tests the outlines of invented disclosures, each in the style of one province. The files in
 * {@code provinces} hold the text with its outline in the notation of {@link AnnotatedText}; the
 * outlines were written before the texts were first read by the program.
 */
class ProvinceOutlineTest {
  private static final int WIDTH = 38;

  private final OutlineBuilder builder = new OutlineBuilder();

  @TestFactory
  Stream<DynamicTest> headings_and_levels_are_those_a_careful_reader_sees()
      throws IOException, URISyntaxException {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  @TestFactory
  Stream<DynamicTest> lines_broken_at_one_width_and_page_numbers_change_no_heading()
      throws IOException, URISyntaxException {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> wrapped(file)));
  }

  private void wrapped(Path file) throws IOException {
    String text = AnnotatedText.read(Files.readString(file)).text();
    List<Section> whole = builder.build(TextBlocks.paragraphs(text));
    List<Section> broken = builder.build(TextBlocks.lines(wrap(text)));
    assertThat(Outlines.headings(broken)).isEqualTo(Outlines.headings(whole));
  }

  /** Lines of one width, with a page number after every seventh that is full. */
  private static String wrap(String text) {
    StringBuilder wrapped = new StringBuilder();
    int full = 0;
    for (String paragraph : text.lines().toList()) {
      for (int i = 0; i < paragraph.length(); i += WIDTH) {
        String line = paragraph.substring(i, Math.min(paragraph.length(), i + WIDTH));
        wrapped.append(line).append('\n');
        if (line.length() == WIDTH && ++full % 7 == 0) {
          wrapped.append("- ").append(full / 7).append(" -\n");
        }
      }
    }
    return wrapped.toString();
  }

  private void check(Path file) throws IOException {
    AnnotatedText sample = AnnotatedText.read(Files.readString(file));
    List<Section> sections = builder.build(TextBlocks.paragraphs(sample.text()));
    List<Section> shown =
        sections.stream()
            .filter(s -> !s.isListItem() && !sample.isIgnored(s.number() + s.title()))
            .toList();
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
