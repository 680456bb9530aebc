package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the tables of patterns: each finds its example, and code asks for each. */
class PatternTableTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern REQUEST = Pattern.compile("PATTERNS\\s*\\.get\\(\"([^\"]+)\"\\)");

  static Stream<Path> tables() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(f -> f.endsWith("patterns.tsv")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void each_pattern_finds_its_example(Path table) throws IOException {
    assertThat(readRows(table))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row).as(row.getFirst()).hasSize(4).noneMatch(String::isBlank);
              assertThat(row.get(2)).as(row.getFirst()).containsPattern(row.get(1));
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void the_classes_beside_a_table_use_all_its_patterns_and_no_others(Path table)
      throws IOException {
    TreeSet<String> requested = new TreeSet<>();
    for (Path source : sourcesBeside(table)) {
      Matcher request = REQUEST.matcher(Files.readString(source));
      while (request.find()) {
        requested.add(request.group(1));
      }
    }

    assertThat(requested)
        .isEqualTo(new TreeSet<>(readRows(table).stream().map(List::getFirst).toList()));
  }

  @Test
  void a_name_that_is_missing_is_an_error() {
    assertThatThrownBy(() -> PatternTable.beside(PatternTableTest.class).get("absent"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\"absent\"");
  }

  @Test
  void a_pattern_with_wrong_syntax_is_an_error_that_names_its_row() {
    assertThatThrownBy(() -> PatternTable.beside(PatternTableTest.class).get("wrong"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("patterns.tsv")
        .hasMessageContaining("wrong\t(");
  }

  private static List<Path> sourcesBeside(Path table) throws IOException {
    try (Stream<Path> files =
        Files.list(SOURCES.resolve(RESOURCES.relativize(table)).getParent())) {
      return files.filter(f -> f.toString().endsWith(".java")).toList();
    }
  }

  private static List<List<String>> readRows(Path table) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(table)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(List.of(line.split("\t", -1)));
      }
    }
    return rows;
  }
}
