package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.Seed;

/** Checks which words patterns require, and that a search for them changes no result. */
class PrefilteredPatternTest {
  private static final Path TABLES = Path.of("src/main/resources");
  private static final int TEXTS_PER_PATTERN = 60;

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      quoteCharacter = '`',
      textBlock =
          """
          年初(?:预算|计划)数	年初 预算,计划 数
          增加|减少了	增加,减少了
          增加|[多少]?	-
          支出?为	支 为
          合?计+数	计 数
          [增减]加	加 减,增
          [^增减]加	加
          [一-龥]加	加
          [-~]加	加 -,~
          (?:^|[。：])下	下
          \\d+元(?=，)	元 ，
          (?<!预算)数(?!字)	数
          (?<=税|税收)\\(比例\\)	(比例) 税,税收
          (?<name>\\p{IsHan}{2,9})局	局
          (?:甲{0,2}乙){1,3}丙	乙 丙
          (?:甲乙)?丙	丙
          ^无.*$	无
          \\Q..\\E甲	-
          (?i)甲	-
          """)
  void required_words_are_those_of_parts_that_cannot_be_absent(String regex, String expected) {
    List<Set<String>> words =
        PrefilteredPattern.derive(Pattern.compile(regex.replace("\\\\", "\\"))).requiredWords();
    List<Set<String>> sets =
        expected.equals("-")
            ? List.of()
            : Arrays.stream(expected.split(" ", -1)).map(s -> Set.of(s.split(",", -1))).toList();

    assertThat(words).as(regex).containsExactlyInAnyOrderElementsOf(sets);
  }

  @Test
  void the_set_with_the_longest_words_comes_first() {
    assertThat(PrefilteredPattern.derive(Pattern.compile("[甲乙]的(?:预算|决算)数")).requiredWords())
        .startsWith(Set.of("预算", "决算"));
  }

  @Test
  void a_text_without_a_required_word_is_not_searched() {
    PrefilteredPattern budget = PrefilteredPattern.derive(Pattern.compile("年初(?:预算|计划)数?"));

    assertThat(budget.mayOccurIn("年初计划")).isTrue();
    assertThat(budget.mayOccurIn("年初决算")).isFalse();
    assertThat(budget.occursIn("计划在年初")).isFalse();
    assertThat(budget.occursIn("年初计划数")).isTrue();
  }

  @Test
  void a_search_finds_what_the_pattern_finds_in_examples_of_all_tables() throws IOException {
    List<String> texts = new ArrayList<>();
    List<Pattern> patterns = new ArrayList<>();
    for (List<String> row : rowsOfAllTables()) {
      if (!row.get(1).contains("{{")) {
        patterns.add(Pattern.compile(row.get(1)));
      }
      texts.add(row.get(2));
    }
    Random random = new Random(Seed.next());
    assertThat(patterns).hasSizeGreaterThan(500);
    int matches = 0;
    for (int i = 0; i < patterns.size(); i++) {
      PrefilteredPattern prefiltered = PrefilteredPattern.derive(patterns.get(i));
      for (int j = 0; j < TEXTS_PER_PATTERN; j++) {
        String text = cut(texts.get(random.nextInt(texts.size())), random);
        text += cut(texts.get(random.nextInt(texts.size())), random);
        List<String> expected = words(patterns.get(i).matcher(text).results());
        matches += expected.size();
        assertThat(words(prefiltered.findAll(text)))
            .as(patterns.get(i) + " in " + text)
            .isEqualTo(expected);
      }
    }
    assertThat(matches).isGreaterThan(1000);
  }

  private static String cut(String text, Random random) {
    return random.nextInt(4) == 0 ? text.substring(random.nextInt(text.length())) : text;
  }

  private static List<String> words(Stream<MatchResult> matches) {
    return matches.map(m -> m.start() + " " + m.group()).collect(Collectors.toList());
  }

  private static List<List<String>> rowsOfAllTables() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TABLES)) {
      for (Path table : files.filter(f -> f.endsWith("patterns.tsv")).toList()) {
        for (String line : Files.readAllLines(table)) {
          if (!line.isEmpty() && !line.startsWith("#")) {
            rows.add(List.of(line.split("\t", -1)));
          }
        }
      }
    }
    return rows;
  }
}
