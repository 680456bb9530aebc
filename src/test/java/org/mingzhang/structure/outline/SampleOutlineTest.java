package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.Seed;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Tests the outlines of invented disclosures in the forms of several provinces against outlines
 * made by hand ({@code NAME.outline} beside {@code NAME.txt}).
 */
class SampleOutlineTest {
  private static final int WRAP = 28;

  private final OutlineBuilder builder = new OutlineBuilder();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bureau-budget",
        "county-accounts",
        "street-budget",
        "government-report",
        "hospital-accounts",
        "school-budget",
        "forestry-accounts",
        "transport-budget",
        "evaluation-decimals"
      })
  void outlines_are_those_a_careful_reader_makes(String name) {
    List<Section> sections = builder.build(TextBlocks.paragraphs(text(name + ".txt")));
    assertThat(shown(sections)).isEqualTo(text(name + ".outline").stripTrailing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"county-accounts", "government-report", "hospital-accounts", "forestry-accounts"})
  void hard_wraps_and_page_numbers_change_no_heading(String name) {
    long seed = Seed.next();
    List<Section> whole = builder.build(TextBlocks.paragraphs(text(name + ".txt")));
    Extraction wrapped = TextBlocks.lines(wrap(text(name + ".txt"), new Random(seed)));
    assertThat(Outlines.headings(builder.build(wrapped)))
        .as("seed %d", seed)
        .isEqualTo(Outlines.headings(whole));
  }

  @ParameterizedTest
  @ValueSource(strings = {"county-accounts", "forestry-accounts", "hospital-accounts"})
  void no_text_after_the_contents_is_lost_or_doubled(String name) {
    String text = text(name + ".txt");
    String all =
        builder.build(TextBlocks.paragraphs(text)).stream()
            .map(s -> s.number() + s.title() + s.text())
            .map(SampleOutlineTest::letters)
            .collect(Collectors.joining());
    List<String> lines = text.lines().toList();
    int body = lines.lastIndexOf(lines.get(lines.lastIndexOf(first(lines))));
    String expected =
        lines.subList(body, lines.size()).stream()
            .map(SampleOutlineTest::letters)
            .collect(Collectors.joining());
    assertThat(all).isEqualTo(expected);
  }

  private static String first(List<String> lines) {
    return lines.stream()
        .filter(l -> l.startsWith("一、概况") || l.startsWith("第一部分"))
        .map(l -> l.replaceAll("\\.{3,}.*", ""))
        .findFirst()
        .orElseThrow();
  }

  private static String letters(String text) {
    return TypographicSpaceRemover.remove(text).replaceAll("[。：:，,.]", "");
  }

  /** Breaks paragraphs into lines of one width and puts page numbers between some of them. */
  private static String wrap(String text, Random random) {
    StringBuilder wrapped = new StringBuilder();
    int page = 1;
    for (String paragraph : text.lines().toList()) {
      for (int i = 0; i < paragraph.length(); i += WRAP) {
        String line = paragraph.substring(i, Math.min(paragraph.length(), i + WRAP));
        wrapped.append(line).append('\n');
        if (line.length() == WRAP && random.nextInt(6) == 0) {
          wrapped.append("- ").append(page++).append(" -\n");
        }
      }
    }
    return wrapped.toString();
  }

  private static String shown(List<Section> sections) {
    return sections.stream()
        .map(
            s ->
                "  ".repeat(s.level() - 1)
                    + s.path()
                    + " "
                    + s.number()
                    + s.title()
                    + " ["
                    + s.topic().label()
                    + "]"
                    + (s.isListItem() ? " item" : ""))
        .collect(Collectors.joining("\n"));
  }

  private static String text(String name) {
    try (InputStream in = SampleOutlineTest.class.getResourceAsStream(name)) {
      return in == null
          ? fail("no test file " + name)
          : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
