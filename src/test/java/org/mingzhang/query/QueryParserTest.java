package org.mingzhang.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.Seed;

class QueryParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "工会经费¦工会经费",
        "工会 经费¦工会 经费",
        "工会　经费¦工会 经费",
        "\"三公\"¦\"三公\"",
        "“三公”¦\"三公\"",
        "「三公」¦\"三公\"",
        "\"三公\"经费¦\"三公经费\"",
        "“三公”经费¦三公经费",
        "按“三公”经费¦按三公经费",
        "“三公”“两公”¦\"三公两公\"",
        "“三公 经费”支出¦\"三公 经费支出\"",
        "\"按照“三公”经费 管理\"¦\"按照三公经费 管理\"",
        "\"说\"你 好\"¦\"说你 好\"",
        "\"a\" OR \"b\"¦\"a\" OR \"b\"",
        "\"三公¦\"三公\"",
        "工会 AND 经费¦工会 经费",
        "工会 OR 经费¦工会 OR 经费",
        "工会|经费¦工会|经费",
        "工会 | 经费¦工会 OR 经费",
        "工会【或】经费¦工会【或】经费",
        "工会 【或】 经费¦工会 OR 经费",
        "工会 【非】 经费¦工会 -经费",
        "工会 或 经费¦工会 或 经费",
        "工会 -经费¦工会 -经费",
        "工会 NOT 经费¦工会 -经费",
        "工会 －（经费 OR 决算）¦工会 -(经费 OR 决算)",
        "+工会 --经费¦工会 经费",
        "(工会 OR 残联) 经费¦(工会 OR 残联) 经费",
        "（工会 OR 残联） 经费¦(工会 OR 残联) 经费",
        "\"工会 经费\"~5¦\"工会 经费\"~5",
        "工*费¦工*费",
        "工会*¦工会",
        "有哪些?¦有哪些",
        "*¦*",
        "budget~¦budget~1",
        "budget~2¦budget~2",
        "title:三公¦title:三公",
        "标题：“三公”¦title:\"三公\"",
        "region:武汉市 工会¦region:武汉市 工会",
        "year:2020..2024¦year:2020..2024",
        "年份:2024年¦year:2024..2024",
        "year:2020-2022¦year:2020..2022",
        "年份:23年¦year:2023..2023",
        "year:>=22¦year:>=2022",
        "year:>2020¦year:>2020",
        "year:(2023 OR 2024)¦year:2023..2023 OR year:2024..2024",
        "amount:>100万¦amount:>1000000元",
        "金额:5万..2亿¦amount:50000..200000000元",
        "金额:5..10万元¦amount:50000..100000元",
        "金额：＞＝1,050.5元¦amount:>=1050.5元",
        "amount:<0.5亿¦amount:<50000000元",
        "score:<9.5¦score:<9.5",
        "得分:<分值¦lost:>0",
        "gap:>=100万¦gap:>=1000000元",
        "差额:1千元..1亿¦gap:1000..100000000元",
        "差额占比:>=1%¦gap_percent:>=1",
        "gap_percent:5..10%¦gap_percent:5..10",
        "foo:bar¦foo:bar",
        "10:30¦10:30",
        "''¦*"
      })
  void a_query_is_read_and_printed(String typed, String printed) {
    String query = typed.equals("''") ? "" : typed;
    assertThat(QueryParser.parse(query).node().toQueryString()).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "(工会 OR¦工会 or",
        "工会) 经费¦工会 经费",
        "AND¦and",
        "year:abc¦year abc",
        "工会 NOT¦工会 not",
        "((((((((((((((((((((工会¦工会"
      })
  void what_does_not_parse_is_taken_literally(String typed, String printed) {
    ParsedQuery parsed = QueryParser.parse(typed);
    assertThat(parsed.node().toQueryString()).isEqualTo(printed);
    assertThat(parsed.notices()).extracting(QueryNotice::code).contains("taken-literally");
  }

  @ParameterizedTest
  @CsvSource({
    "公务 year:20x4, 20x4",
    "amount:>abc 公务, >abc",
    "发布日期:2024-13, 2024-13",
    "金额:>=10%, >=10%"
  })
  void the_part_that_does_not_parse_is_named(String typed, String part) {
    QueryNotice notice = QueryParser.parse(typed).notices().getLast();
    assertThat(notice.code()).isEqualTo("taken-literally");
    assertThat(notice.chinese()).contains("“" + part + "”");
    assertThat(notice.english()).contains("\"" + part + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "差额:>=10%, gap_percent:>=10",
    "差额:5%..10%, gap_percent:5..10",
    "差额占比:>=10%, gap_percent:>=10",
    "差额:>=10万, gap:>=100000"
  })
  void a_gap_in_percent_is_relative(String typed, String meant) {
    assertThat(QueryParser.parse(typed).node()).isEqualTo(QueryParser.parse(meant).node());
  }

  @ParameterizedTest
  @ValueSource(strings = {"规则:completion-rate", "发布时间:2025 工会", "residue:>3"})
  void a_word_before_a_colon_that_is_no_field_is_told(String typed) {
    assertThat(QueryParser.parse(typed).notices())
        .extracting(QueryNotice::code)
        .contains("unknown-field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"其中：财政拨款", "12:30", "http://www.example.org", "其中: 工会", "年度:2024", "\"规则:甲\""})
  void other_colons_are_not(String typed) {
    assertThat(QueryParser.parse(typed).notices())
        .extracting(QueryNotice::code)
        .doesNotContain("unknown-field");
  }

  @Test
  void an_open_quotation_mark_is_closed_with_a_notice() {
    assertThat(QueryParser.parse("工会 “三公").notices())
        .extracting(QueryNotice::code)
        .containsExactly("quote-closed");
  }

  @Test
  void a_long_query_is_cut_with_a_notice() {
    assertThat(QueryParser.parse("工".repeat(5000)).notices())
        .extracting(QueryNotice::code)
        .containsExactly("too-long");
  }

  @Test
  void a_tree_prints_to_a_query_that_reads_to_the_same_tree() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      QueryNode node = QueryParser.parse(randomTree(random, 3).toQueryString()).node();
      String printed = node.toQueryString();
      assertThat(QueryParser.parse(printed).node())
          .as("seed %s: %s", seed, printed)
          .isEqualTo(node);
    }
  }

  @Test
  void a_random_tree_reads_as_itself() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      QueryNode node = randomTree(random, 2);
      assertThat(QueryParser.parse(node.toQueryString()).notices())
          .as("seed %s: %s", seed, node.toQueryString())
          .isEmpty();
      assertThat(QueryParser.parse(node.toQueryString()).node().toQueryString())
          .as("seed %s", seed)
          .isEqualTo(
              QueryParser.parse(QueryParser.parse(node.toQueryString()).node().toQueryString())
                  .node()
                  .toQueryString());
    }
  }

  @Test
  void no_string_whatever_makes_the_parser_fail() {
    long seed = Seed.next();
    Random random = new Random(seed);
    String alphabet = "工会ab12 \"“”()（）:：~*?+-|&!<>.。,，'「」【或】\\/\u0000\uD840\u3000万";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        typed.append(
            random.nextInt(6) == 0
                ? List.of("title:", "amount:", " OR ", " AND ", "NOT ", "year:")
                    .get(random.nextInt(6))
                : String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
      }
      String query = typed.toString();
      assertThatCode(() -> QueryParser.parse(query))
          .as("seed %s: %s", seed, query)
          .doesNotThrowAnyException();
      QueryNode node = QueryParser.parse(query).node();
      assertThat(QueryParser.parse(node.toQueryString()).node())
          .as("seed %s: <%s> printed <%s>", seed, query, node.toQueryString())
          .isEqualTo(node);
    }
  }

  private static QueryNode randomTree(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 6 : 9);
    return switch (kind) {
      case 0, 1 -> new QueryNode.Words(word(random));
      case 2 -> new QueryNode.Phrase(word(random) + " " + word(random));
      case 3 -> new QueryNode.Near(word(random) + " " + word(random), random.nextInt(50));
      case 4 -> new QueryNode.InField(QueryField.TITLE, new QueryNode.Phrase(word(random)));
      case 5 ->
          new QueryNode.Range(
              QueryField.AMOUNT,
              new BigDecimal(random.nextInt(100)),
              random.nextBoolean(),
              null,
              true);
      case 6 -> new QueryNode.Not(randomTree(random, depth - 1));
      case 7 -> new QueryNode.And(several(random, depth));
      default -> new QueryNode.Or(several(random, depth));
    };
  }

  private static List<QueryNode> several(Random random, int depth) {
    return new ArrayList<>(
        IntStream.range(0, 2 + random.nextInt(2))
            .mapToObj(i -> randomTree(random, depth - 1))
            .toList());
  }

  private static String word(Random random) {
    String alphabet = "工会经费三公决算2024ab";
    StringBuilder word = new StringBuilder();
    for (int n = random.nextInt(4); n >= 0; n--) {
      word.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return word.toString();
  }
}
