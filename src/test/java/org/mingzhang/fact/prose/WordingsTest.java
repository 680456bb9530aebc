package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;

/**
 * Many names and wordings, each in a short sentence, so that a name that is cut or skipped is
 * noticed. The lists were written before the program was run on them.
 */
class WordingsTest {
  private static final BigDecimal CHANGE = new BigDecimal("20000");

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = WordingsTest.class.getResourceAsStream("wordings/" + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  private static List<Fact> facts(String sentence) {
    Paragraphs.Example example =
        new Paragraphs.Example("样本县水利局2023年度部门决算", "支出情况说明", sentence, List.of(), List.of());
    return new FactReader().read(example.disclosure(sentence));
  }

  private static boolean names(Fact fact, String name) {
    String item = fact.context().item();
    String own = item == null ? fact.account() : item.substring(item.lastIndexOf('/') + 1);
    return own.equals(name) || own.equals(name + "支出");
  }

  @Test
  void names_of_projects_and_costs_are_whole() throws IOException {
    List<String> cut = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (String line : lines("names.txt")) {
      String name = line.replace("? ", "");
      if (line.startsWith("? ")) {
        known.add(name);
      }
      boolean whole =
          Stream.of(name, name + "支出")
              .map(part -> "2023年项目支出100.00万元，其中：甲类业务费70.00万元，" + part + "12.00万元，河道维护支出18.00万元。")
              .flatMap(sentence -> facts(sentence).stream())
              .anyMatch(f -> f.printed().equals("12.00") && names(f, name));
      if (!whole) {
        cut.add(name);
      }
    }
    assertThat(cut).isEqualTo(known);
  }

  @TestFactory
  Stream<DynamicTest> the_stage_and_year_of_an_amount_are_those_that_its_words_say()
      throws IOException {
    return tests(
        "stages.tsv",
        row -> {
          List<Fact> amounts = ofKind(facts(row[2] + "。"), Fact.Kind.AMOUNT);
          assertThat(amounts).hasSize(1);
          assertThat(names(amounts.getFirst(), "培训费")).isTrue();
          assertThat(Objects.requireNonNull(amounts.getFirst().context().stage()).label())
              .isEqualTo(row[0]);
          assertThat(amounts.getFirst().context().year()).isEqualTo(Integer.valueOf(row[1]));
        });
  }

  @TestFactory
  Stream<DynamicTest> a_rate_is_a_share_or_a_completion() throws IOException {
    return tests(
        "rates.tsv",
        row -> {
          List<Fact> facts = facts("2023年本年支出合计100.00万元，" + row[1] + "。");
          List<Fact> shares = ofKind(facts, Fact.Kind.SHARE);
          List<Fact> rates = ofKind(facts, Fact.Kind.RATE);
          boolean share = row[0].equals("share");
          assertThat(share ? shares : rates).hasSize(1);
          assertThat(share ? rates : shares).isEmpty();
          assertThat(names((share ? shares : rates).getFirst(), "基本支出")).isTrue();
        });
  }

  @TestFactory
  Stream<DynamicTest> a_change_has_its_direction() throws IOException {
    return tests(
        "changes.tsv",
        row -> {
          List<Fact> changes = ofKind(facts("2023年培训费支出12.00万元，" + row[1] + "。"), Fact.Kind.CHANGE);
          assertThat(changes).hasSize(1);
          assertThat(changes.getFirst().value())
              .isEqualByComparingTo(row[0].equals("+") ? CHANGE : CHANGE.negate());
        });
  }

  /** Titles of the kinds of documents of {@code readings.tsv}. */
  private static final Map<String, String> TITLES =
      Map.of(
          "D", "样本县水利局2023年度部门决算",
          "G", "样本县2023年财政预算执行情况的报告",
          "P", "样本县民政局2023年度临时救助项目绩效自评报告",
          "S", "样本县城关镇第二小学2023年度经费收支公示",
          "E", "样本县2023年教育经费执行情况公告");

  @TestFactory
  Stream<DynamicTest> an_amount_is_of_what_its_sentence_says() throws IOException {
    return tests(
        "readings.tsv",
        row -> {
          Paragraphs.Example example =
              new Paragraphs.Example(
                  Objects.requireNonNull(TITLES.get(row[0])), "有关情况", row[3], List.of(), List.of());
          List<Fact> found =
              new FactReader()
                  .read(example.disclosure(row[3])).stream()
                      .filter(fact -> fact.printed().equals(row[1]))
                      .toList();
          if (row[2].equals("-")) {
            assertThat(found).isEmpty();
          } else if (row[2].startsWith("!")) {
            assertThat(found).noneMatch(fact -> names(fact, row[2].substring(1)));
          } else {
            assertThat(found).isNotEmpty().allMatch(fact -> names(fact, row[2]));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> an_amount_is_of_the_body_that_its_sentence_names() throws IOException {
    return tests(
        "owners.tsv",
        row -> {
          Paragraphs.Example example =
              new Paragraphs.Example(row[0], "有关情况", row[3], List.of(), List.of());
          List<Fact> found =
              new FactReader()
                  .read(example.disclosure(row[3])).stream()
                      .filter(fact -> fact.printed().equals(row[1]))
                      .toList();
          String body = row[2].equals("-") ? null : row[2];
          assertThat(found)
              .isNotEmpty()
              .allMatch(fact -> Objects.equals(fact.context().item(), body));
        });
  }

  @TestFactory
  Stream<DynamicTest> a_share_is_of_the_total_that_its_section_states() throws IOException {
    return tests(
        "shares.tsv",
        row ->
            assertThat(ofKind(facts(row[1]), Fact.Kind.SHARE))
                .singleElement()
                .extracting(share -> Objects.requireNonNull(share.reference()).whole())
                .isEqualTo(row[0]));
  }

  @TestFactory
  Stream<DynamicTest> a_change_is_compared_with_what_its_sentences_state() throws IOException {
    return tests(
        "bases.tsv",
        row -> {
          Fact change =
              ofKind(facts(row[4]), Fact.Kind.CHANGE).stream()
                  .filter(f -> f.printed().equals(row[3]))
                  .findFirst()
                  .orElseThrow(AssertionError::new);
          assertThat(Objects.requireNonNull(change.context().stage()).label()).isEqualTo(row[0]);
          assertThat(change.context().year()).isEqualTo(Integer.valueOf(row[1]));
          assertThat(Objects.requireNonNull(change.reference()).year())
              .isEqualTo(row[2].equals("-") ? null : Integer.valueOf(row[2]));
        });
  }

  /**
   * All facts of one printed number. A description is account, item, fund, stage with year, and
   * kind; "-" stands for none and "*" for any.
   */
  @TestFactory
  Stream<DynamicTest> a_number_has_the_context_that_its_sentence_gives() throws IOException {
    return tests(
        "contexts.tsv",
        row -> {
          Paragraphs.Example example =
              new Paragraphs.Example(row[0], row[1], row[4], List.of(), List.of());
          List<String> found =
              new FactReader()
                  .read(example.disclosure(row[4])).stream()
                      .filter(fact -> fact.printed().equals(row[2]))
                      .map(WordingsTest::describe)
                      .toList();
          List<String> expected = row[3].equals("-") ? List.of() : List.of(row[3].split("; "));
          assertThat(found)
              .hasSize(expected.size())
              .allMatch(fact -> expected.stream().anyMatch(e -> fact.matches(toPattern(e))));
          assertThat(expected)
              .as("facts %s", found)
              .allMatch(e -> found.stream().anyMatch(fact -> fact.matches(toPattern(e))));
        });
  }

  private static String toPattern(String description) {
    return Stream.of(description.split(" "))
        .map(word -> word.equals("*") ? "\\S+" : Pattern.quote(word))
        .collect(Collectors.joining(" "));
  }

  private static String describe(Fact fact) {
    FactContext context = fact.context();
    return Stream.of(
            fact.account(),
            Objects.toString(context.item(), "-"),
            context.fund() == null ? "-" : context.fund().label(),
            (context.stage() == null ? "-" : context.stage().label()) + context.year(),
            fact.kind().id())
        .collect(Collectors.joining(" "));
  }

  private interface Check {
    void row(String[] row);
  }

  /** One test for each line; a line that starts with "? " is known to fail. */
  private static Stream<DynamicTest> tests(String file, Check check) throws IOException {
    return lines(file).stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line,
                    () -> {
                      String[] row = line.replaceFirst("^\\? ", "").split("\t", -1);
                      assertThat(failure(check, row) != null).isEqualTo(line.startsWith("? "));
                    }));
  }

  private static @Nullable AssertionError failure(Check check, String[] row) {
    try {
      check.row(row);
      return null;
    } catch (AssertionError e) {
      return e;
    }
  }

  private static List<Fact> ofKind(List<Fact> facts, Fact.Kind kind) {
    return facts.stream().filter(fact -> fact.kind() == kind).toList();
  }
}
