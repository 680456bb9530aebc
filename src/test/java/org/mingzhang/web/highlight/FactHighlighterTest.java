package org.mingzhang.web.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.Topic;

/** The marked number is the one at the fact's offsets. */
class FactHighlighterTest {
  private static FactHighlighter marks(int start, int end) {
    Fact fact =
        new Fact(
            "基本支出",
            FactContext.UNKNOWN,
            Fact.Kind.AMOUNT,
            BigDecimal.ONE,
            "1",
            "元",
            null,
            false,
            List.of(
                new FactLocation("9", 1, start, end, "", null),
                new FactLocation("1", 1, start, end, "", null)));
    return FactHighlighter.of(fact, "a-1", "1");
  }

  private static List<MatchHighlighter.Run> plain(String text) {
    return List.of(new MatchHighlighter.Run(text, false, ""));
  }

  private static String marked(List<MatchHighlighter.Run> runs) {
    return runs.stream()
        .filter(MatchHighlighter.Run::matched)
        .map(MatchHighlighter.Run::text)
        .collect(Collectors.joining("|"));
  }

  @Test
  void a_number_of_a_later_paragraph_is_marked_there_and_nowhere_else() {
    FactHighlighter marks = marks(5, 8);
    assertThat(marked(marks.highlightParagraph(plain("甲5.2"), 0))).isEmpty();
    List<MatchHighlighter.Run> runs = marks.highlightParagraph(plain("5.2乙5.2"), 5);
    assertThat(runs)
        .containsExactly(
            new MatchHighlighter.Run("5.2", true, "a-1"),
            new MatchHighlighter.Run("乙5.2", false, ""));
  }

  @Test
  void a_hit_of_the_search_inside_the_number_does_not_tear_the_text() {
    List<MatchHighlighter.Run> hit =
        List.of(
            new MatchHighlighter.Run("为6", false, ""),
            new MatchHighlighter.Run(".2", true, "h1"),
            new MatchHighlighter.Run("8万", false, ""));
    List<MatchHighlighter.Run> runs = marks(1, 5).highlightParagraph(hit, 0);
    assertThat(runs.stream().map(MatchHighlighter.Run::text).collect(Collectors.joining()))
        .isEqualTo("为6.28万");
    assertThat(marked(runs)).isEqualTo("6|.2|8");
    assertThat(runs.stream().filter(r -> r.id().equals("a-1"))).hasSize(1);
  }

  @Test
  void the_cell_that_is_marked_is_the_one_at_the_offset_whatever_the_table() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Section section = section(random);
      String text = section.text();
      for (int start = text.indexOf('#'); start >= 0; start = text.indexOf('#', start + 1)) {
        int end = text.indexOf(';', start) + 1;
        assertThat(marked(section, marks(start, end)))
            .as("seed %s, offset %s", seed, start)
            .isEqualTo(text.substring(start, end));
      }
    }
  }

  /** Every number is {@code #n;}, with its own n. */
  private static Section section(Random random) {
    List<Section.Part> parts = new ArrayList<>();
    int[] number = {0};
    for (int p = 1 + random.nextInt(4); p > 0; p--) {
      parts.add(
          random.nextBoolean()
              ? new Section.Paragraph(1, words(random, number))
              : new Section.TablePart(1, -1, grid(random, number)));
    }
    return new Section("1", "一、", "表", 1, Topic.OTHER, 1, false, false, parts);
  }

  private static String words(Random random, int[] number) {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> "合计#" + number[0]++ + ";元";
      case 2 -> "#" + number[0]++ + ";";
      default -> "甲#" + number[0]++ + ";、乙#" + number[0]++ + ";";
    };
  }

  private static TableBlock grid(Random random, int[] number) {
    int rows = 1 + random.nextInt(4);
    int columns = 1 + random.nextInt(4);
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        String text = r == 0 && random.nextBoolean() ? "" : words(random, number);
        int span = c + 1 < columns && random.nextInt(4) == 0 ? 2 : 1;
        cells.add(new TableBlock.Cell(r, c, 1, span, random.nextInt(3) == 0 ? "上\n" + text : text));
        c += span - 1;
      }
    }
    return new TableBlock(1, rows, columns, cells);
  }

  private static String marked(Section section, FactHighlighter marks) {
    StringBuilder marked = new StringBuilder();
    List<Integer> offsets = section.partOffsets();
    for (int i = 0; i < offsets.size(); i++) {
      switch (section.body().get(i)) {
        case Section.Paragraph paragraph ->
            marked.append(
                marked(marks.highlightParagraph(plain(paragraph.text()), offsets.get(i))));
        case Section.TablePart table -> {
          List<List<MatchHighlighter.Run>> cells =
              table.grid().cells().stream().map(c -> plain(c.text().replace("\n", ""))).toList();
          marks.highlightTable(cells, table, offsets.get(i)).forEach(c -> marked.append(marked(c)));
        }
      }
    }
    return marked.toString();
  }
}
