package org.mingzhang.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;

class AnswerFinderTest {
  private static final List<String> REGION = List.of("示例省", "样本市", "东岸区");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-06-01T00:00:00Z"), ZoneOffset.UTC);

  private final RandomFactIndex index = new RandomFactIndex(new Random(1));

  @BeforeEach
  void clear() {
    index.documents.clear();
    index.facts.clear();
  }

  private void keepWithoutYear(String agency) {
    String id = agency + "x";
    index.documents.add(
        hit(SearchScope.DOCUMENTS, id, id, agency, null, "其他", Map.of("mediaType", "a")));
  }

  private void keep(String agency, int year, String category, String account, String wan) {
    String id = agency + year;
    index.documents.add(
        hit(SearchScope.DOCUMENTS, id, id, agency, year, category, Map.of("mediaType", "a")));
    Map<String, String> values = new HashMap<>();
    values.put("kind", "amount");
    values.put("value", new BigDecimal(wan).movePointRight(4).toPlainString());
    values.put("printed", wan);
    values.put("unit", "万元");
    values.put("stage", category.endsWith("决算") ? "决算" : "执行");
    values.put("fund", "一般公共预算");
    values.put("factYear", Integer.toString(year));
    index.facts.add(hit(SearchScope.FACTS, id + "/s#a-1", account, agency, year, category, values));
  }

  private static Hit hit(
      SearchScope scope,
      String id,
      String title,
      String agency,
      @Nullable Integer year,
      String category,
      Map<String, String> values) {
    String document = id.replaceFirst("/.*", "");
    return new Hit(
        id,
        scope,
        document,
        document,
        List.of(),
        title,
        agency,
        REGION,
        year,
        category,
        null,
        1,
        List.of(),
        0,
        List.of(),
        BigDecimal.ZERO,
        values);
  }

  private DirectAnswer answer(String typed) {
    return new AnswerFinder(index, new DocumentCatalog(index, id -> Optional.empty()), CLOCK)
        .answer(typed, new PortalLinks(Language.CHINESE))
        .orElseThrow();
  }

  @Test
  void a_year_before_a_body_existed_is_answered_by_the_body_before_it() {
    keep("样本市东岸区环境保护局", 2018, "部门决算", "会议费", "4.44");
    keep("样本市东岸区生态环境局", 2020, "部门决算", "会议费", "5.39");
    DirectAnswer answer = answer("东岸区生态环境局2018年会议费");
    assertThat(answer.relatedValues())
        .singleElement()
        .satisfies(
            related -> {
              assertThat(related.isFormer()).isTrue();
              assertThat(related.value().agency().name()).isEqualTo("样本市东岸区环境保护局");
              assertThat(related.value().cell().shown()).isEqualTo("4.44");
            });
    assertThat(answer("东岸区环境保护局2020年会议费").relatedValues())
        .singleElement()
        .satisfies(
            related -> {
              assertThat(related.isFormer()).isFalse();
              assertThat(related.value().cell().shown()).isEqualTo("5.39");
            });
    assertThat(answer("东岸区生态环境局2020年会议费").relatedValues()).isEmpty();
  }

  @Test
  void an_account_of_governments_is_not_replaced_by_one_of_departments_without_a_word() {
    keep("样本市东岸区财政局", 2024, "其他", "一般公共预算支出", "986000.00");
    DirectAnswer place = answer("东岸区2024年一般公共预算支出");
    assertThat(place.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.cell().shown()).isEqualTo("986,000.00"));
    keep("样本市东岸区教育局", 2024, "部门决算", "一般公共预算财政拨款支出", "72.10");
    DirectAnswer agency = answer("东岸区教育局2024年一般公共预算支出");
    assertThat(agency.lines().getFirst().cell().shown()).isEqualTo("72.10");
    assertThat(Objects.requireNonNull(agency.question().homonym()).account().name())
        .isEqualTo("一般公共预算支出");
    assertThat(answer("东岸区教育局2024年会议费").question().homonym()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"东岸区水务局会议费", "东岸区水务局2024年会议费", "水务局的会议费是多少"})
  void a_number_of_the_evaluation_of_a_project_is_not_that_of_the_body(String typed) {
    keep("样本市东岸区水务局", 2024, "项目支出绩效自评", "会议费", "97");
    assertThat(answer(typed).hasValue()).isFalse();
    keep("样本市东岸区水务局", 2024, "部门整体支出绩效自评", "会议费", "93");
    assertThat(answer(typed).lines().getFirst().cell().statedValues()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"东岸区科技馆会议费", "东岸区科技馆2023年会议费", "东岸区科技馆近三年会议费", "科技馆的会议费是多少"})
  void amounts_of_documents_without_a_year_are_shown_as_such(String typed) {
    keepWithoutYear("样本市东岸区科技馆");
    Map<String, String> values =
        Map.of("kind", "amount", "value", "73100", "printed", "7.31", "unit", "万元", "stage", "决算");
    String agency = "样本市东岸区科技馆";
    index.facts.add(hit(SearchScope.FACTS, agency + "x/s#a-1", "会议费", agency, null, "其他", values));
    DirectAnswer answer = answer(typed);
    assertThat(answer.hasValue()).isFalse();
    assertThat(answer.otherValues())
        .singleElement()
        .satisfies(
            value -> {
              assertThat(value.isUndated()).isTrue();
              assertThat(value.change()).isNull();
              assertThat(value.cell().shown()).isEqualTo("7.31");
            });
    Labels labels = new Labels(new Messages(), Language.CHINESE);
    assertThat(new AnswerTextBuilder(answer, labels).buildNotes(10))
        .anyMatch(n -> n.contains("读出的数"));
    keep(agency, 2023, "部门决算", "会议费", "5.20");
    assertThat(answer(typed).hasValue()).isTrue();
    assertThat(answer(typed).otherValues()).noneMatch(DirectAnswer.AgencyValue::isUndated);
  }

  @ParameterizedTest
  @ValueSource(strings = {"东岸区档案馆会议费", "东岸区档案馆2023年会议费", "东岸区档案馆近三年会议费", "东岸区档案馆会议费增加了吗"})
  void documents_that_do_not_say_their_year_are_named_and_not_passed_over(String typed) {
    keepWithoutYear("样本市东岸区档案馆");
    DirectAnswer answer = answer(typed);
    assertThat(answer.documents()).extracting(Hit::id).containsExactly("样本市东岸区档案馆x");
    assertThat(notes(answer)).anyMatch(note -> note.contains("没有写明年度"));
  }

  @Test
  void documents_without_a_year_are_not_named_beside_a_value() {
    keepWithoutYear("样本市东岸区档案馆");
    keep("样本市东岸区档案馆", 2023, "部门决算", "会议费", "1.20");
    assertThat(notes(answer("东岸区档案馆会议费"))).isEmpty();
  }

  private static List<String> notes(DirectAnswer answer) {
    return new AnswerTextBuilder(answer, new Labels(new Messages(), Language.CHINESE))
        .buildNotes(10);
  }

  @Test
  void words_that_state_two_values_are_quoted_once() {
    AnswerView.Source one = source("45", "a", "编制45人");
    keep("样本市东岸区财政局", 2024, "部门决算", "会议费", "1.20");
    AnswerView.ValueRow row =
        new AnswerView.ValueRow(
            answer("东岸区财政局2024年会议费").lines().getFirst(),
            "",
            "",
            "",
            "",
            "",
            List.of(one, source("6", "a", "编制45人"), source("6", "b", "编制45人")));
    assertThat(row.quotedSources()).hasSize(2).startsWith(one);
  }

  private static AnswerView.Source source(String shown, String document, String quote) {
    return new AnswerView.Source(shown, quote, "/d/x", "题", 1, "", document, "s", "a-1", "");
  }
}
