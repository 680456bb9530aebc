package org.mingzhang.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/ASVS.md} has every requirement once, and names tests and classes that there are. */
class AsvsTest {
  /** Requirements of levels 1 and 2 in each chapter of version 5.0.0. */
  private static final int[] CHAPTERS = {
    27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7
  };

  private static final int LEVEL_1 = 70;
  private static final Path LIST = Path.of("docs/ASVS.md");
  private static final Pattern ROW =
      Pattern.compile(
          "\\| V(\\d+)\\.(\\d+)\\.(\\d+) \\| ([12]) \\| [^|]+ \\|"
              + " (met|not applicable|missing) \\| ([^|]+) \\|");
  private static final Pattern NAME = Pattern.compile("`(\\w+)(?:#(\\w+))?`");
  private static final Pattern SUMMARY =
      Pattern.compile(
          "Of (\\d+) requirements (\\d+) are met, (\\d+) do not apply and (\\d+) are missing");

  private final String text = read(LIST);
  private final Map<String, Path> classes = classes();

  /** A requirement. */
  private record Row(int chapter, int section, int number, int level, String state, String why) {
    static Row of(MatchResult row) {
      return new Row(
          Integer.parseInt(row.group(1)),
          Integer.parseInt(row.group(2)),
          Integer.parseInt(row.group(3)),
          Integer.parseInt(row.group(4)),
          row.group(5),
          row.group(6));
    }

    long place() {
      return chapter * 10_000L + section * 100L + number;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Path> classes() {
    Map<String, Path> classes = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> classes.put(file.getFileName().toString().replace(".java", ""), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classes;
  }

  private List<Row> rows() {
    List<Row> rows = ROW.matcher(text).results().map(Row::of).toList();
    assertThat(text.lines().filter(line -> line.startsWith("| V"))).hasSameSizeAs(rows);
    return rows;
  }

  @Test
  void every_requirement_is_there_once_and_in_its_place() {
    List<Row> rows = rows();
    assertThat(rows.stream().map(Row::place)).isSorted().doesNotHaveDuplicates();
    int[] chapters = new int[CHAPTERS.length];
    rows.forEach(row -> chapters[row.chapter() - 1]++);
    assertThat(chapters).isEqualTo(CHAPTERS);
    assertThat(rows.stream().filter(row -> row.level() == 1)).hasSize(LEVEL_1);
  }

  @Test
  void the_summary_counts_what_is_in_the_list() {
    Matcher summary = SUMMARY.matcher(text);
    assertThat(summary.find()).isTrue();
    List<Row> rows = rows();
    List<Long> counts = new ArrayList<>(List.of((long) rows.size()));
    for (String state : List.of("met", "not applicable", "missing")) {
      counts.add(rows.stream().filter(row -> row.state().equals(state)).count());
    }
    assertThat(counts)
        .containsExactlyElementsOf(
            Stream.of(1, 2, 3, 4).map(group -> Long.parseLong(summary.group(group))).toList());
  }

  @Test
  void what_is_met_names_tests_and_classes_that_there_are() {
    for (Row row : rows()) {
      List<MatchResult> names = NAME.matcher(row.why()).results().toList();
      assertThat(row.state().equals("met") && names.isEmpty()).as(row.toString()).isFalse();
      for (MatchResult name : names) {
        assertThat(classes).as(row.toString()).containsKey(name.group(1));
        if (name.group(2) != null) {
          assertThat(read(classes.get(name.group(1))))
              .as(row.toString())
              .containsPattern(
                  "(?s)@\\w*Test\\b((?!\\bvoid\\b).)*?\\bvoid " + name.group(2) + "\\(");
        }
      }
    }
  }
}
