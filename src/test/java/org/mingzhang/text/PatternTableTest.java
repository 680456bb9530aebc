package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the tables of patterns: each pattern finds its example and is used by a class. */
class PatternTableTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern REQUEST =
      Pattern.compile("PATTERNS\\s*\\.get(?:All|Words|Prefiltered)?\\(\"([^\"]+)\"\\)");
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{([^{}]+)}}");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PatternTableTest.class);

  static Stream<Path> tables() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(f -> f.endsWith("patterns.tsv")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void each_pattern_finds_its_example(Path table) throws Exception {
    PatternTable patterns = PatternTable.readForPackageOf(findClassBeside(table));
    Map<String, Integer> ordinals = new HashMap<>();
    for (List<String> row : readRows(table)) {
      assertThat(row).as(row.getFirst()).hasSize(4).noneMatch(String::isBlank);
      int ordinal = ordinals.merge(row.getFirst(), 1, Integer::sum) - 1;
      assertThat(row.get(2))
          .as(row.getFirst())
          .containsPattern(patterns.getAll(row.getFirst()).get(ordinal));
    }
    assertThat(ordinals).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void the_classes_beside_a_table_use_all_its_patterns_and_no_others(Path table)
      throws IOException {
    TreeSet<String> used = new TreeSet<>();
    for (Path source : sourcesBeside(table)) {
      addMatches(REQUEST, Files.readString(source), used);
    }
    for (List<String> row : readRows(table)) {
      addMatches(REFERENCE, row.get(1), used);
    }

    assertThat(used)
        .isEqualTo(new TreeSet<>(readRows(table).stream().map(List::getFirst).toList()));
  }

  @Test
  void the_table_of_a_package_is_read_once_for_all_its_classes() {
    assertThat(PatternTable.readForPackageOf(PatternTable.class))
        .isSameAs(PATTERNS)
        .isSameAs(PatternTable.readForPackageOf(TsvResource.class));
  }

  @Test
  void a_name_that_is_missing_is_an_error() {
    assertThatThrownBy(() -> PATTERNS.get("absent"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\"absent\"");
  }

  @Test
  void a_pattern_with_wrong_syntax_is_an_error_that_names_its_row() {
    assertThatThrownBy(() -> PATTERNS.get("wrong"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("patterns.tsv")
        .hasMessageContaining("wrong\t(");
  }

  @Test
  void a_name_of_several_rows_stands_for_a_list() {
    assertThat(PATTERNS.getAll("several")).extracting(Pattern::pattern).containsExactly("a", "b");
    assertThatThrownBy(() -> PATTERNS.get("several"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("several\tb");
  }

  @Test
  void a_pattern_may_contain_that_of_another_row() {
    assertThat(PATTERNS.get("outer").pattern()).isEqualTo("x(?:a|b$)y");
  }

  @Test
  void words_are_the_alternatives_of_a_pattern_that_has_nothing_else() {
    assertThat(PATTERNS.getWords("words")).containsExactlyInAnyOrder("a", "bc");
    assertThatThrownBy(() -> PATTERNS.getWords("inner"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inner\ta|b$");
  }

  private static void addMatches(Pattern pattern, String text, Set<String> names) {
    pattern.matcher(text).results().forEach(m -> names.add(m.group(1)));
  }

  private static Class<?> findClassBeside(Path table) throws IOException, ClassNotFoundException {
    Path source = SOURCES.relativize(sourcesBeside(table).getFirst());
    String name = source.toString().replace(".java", "").replace('/', '.').replace('\\', '.');
    return Class.forName(name, false, PatternTableTest.class.getClassLoader());
  }

  private static List<Path> sourcesBeside(Path table) throws IOException {
    Path sources = Objects.requireNonNull(SOURCES.resolve(RESOURCES.relativize(table)).getParent());
    try (Stream<Path> files = Files.list(sources)) {
      return files
          .filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java"))
          .toList();
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
