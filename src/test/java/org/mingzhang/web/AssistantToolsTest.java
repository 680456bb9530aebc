package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What assistants are answered: places, budget, what is not kept, and whose words they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssistantToolsTest {
  private static final String FINAL = "qsqzgh-2024-bmjs";

  /** Each tool with arguments it answers and the field its items stand under. */
  private record Question(String tool, Map<String, ?> arguments, String items) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question("search_sections", Map.of("query", "经费"), "sections"),
          new Question("search_sections", Map.of("query", "指令 OR 职责"), "sections"),
          new Question("facts", Map.of("items", true), "facts"),
          new Question("compare", Map.of("account", "三公经费"), "rows"),
          new Question("compare", Map.of("indicator", "职工满意度"), "rows"),
          new Question("findings", Map.of(), "findings"),
          new Question("findings", Map.of("document", FINAL), "findings"),
          new Question("document_outline", Map.of("document", FINAL), "sections"),
          new Question("document_outline", Map.of("document", AssistantPortal.ORDERS), "sections"),
          new Question("coverage", Map.of(), "documents"));

  private AssistantPortal portal;

  @BeforeAll
  void start(@TempDir Path folder) {
    portal = new AssistantPortal(folder);
  }

  @AfterAll
  void stop() {
    portal.close();
  }

  private static Map<String, Object> with(Map<String, ?> arguments, String name, Object value) {
    Map<String, Object> more = new HashMap<>(arguments);
    more.put(name, value);
    return more;
  }

  /** Tokens on the high side, as the description of the budget says. */
  private static int tokens(String text) {
    int wide = (int) text.chars().filter(c -> c > 0x7F).count();
    return wide + (text.length() - wide + 1) / 2;
  }

  @TestFactory
  Stream<DynamicTest> every_page_fits_its_budget_and_all_pages_together_have_each_item_once() {
    return QUESTIONS.stream()
        .map(q -> DynamicTest.dynamicTest(q.tool() + q.arguments(), () -> pages(q)));
  }

  private void pages(Question question) {
    List<String> items = new ArrayList<>();
    String cursor = null;
    JsonNode answer;
    do {
      Map<String, Object> arguments = with(question.arguments(), "max_tokens", 3000);
      if (cursor != null) {
        arguments.put("cursor", cursor);
      }
      String text = portal.text(question.tool(), arguments);
      assertThat(text).doesNotStartWith("!");
      assertThat(tokens(text)).as(text).isLessThanOrEqualTo(3000);
      answer = AssistantPortal.json(text);
      answer.path(question.items()).forEach(item -> items.add(item.toString()));
      cursor = answer.path("next").asText(null);
    } while (cursor != null && items.size() < 1000);
    assertThat(items).doesNotHaveDuplicates();
    int total =
        question.tool().equals("document_outline")
            ? answer.path("counts").path("sections").asInt()
            : answer.path("total").asInt();
    assertThat(items).hasSize(total);
    List<String> whole = new ArrayList<>();
    JsonNode wide = portal.ask(question.tool(), with(question.arguments(), "max_tokens", 20000));
    wide.path(question.items()).forEach(item -> whole.add(item.toString()));
    assertThat(items).startsWith(whole.toArray(new String[0]));
  }

  @TestFactory
  Stream<DynamicTest> each_item_leads_to_its_page_and_names_the_original() {
    return QUESTIONS.stream()
        .filter(q -> !Set.of("compare", "document_outline", "coverage").contains(q.tool()))
        .map(
            q ->
                DynamicTest.dynamicTest(
                    q.tool() + q.arguments(),
                    () -> {
                      JsonNode items = portal.ask(q.tool(), q.arguments()).path(q.items());
                      assertThat(items).isNotEmpty();
                      for (JsonNode item : items) {
                        assertThat(item.path("url").asText()).startsWith(portal.origin + "/d/");
                        assertThat(item.path("page").asInt()).isPositive();
                        assertThat(item.path("sha256").asText()).hasSize(64);
                        assertThat(item.path("document_text").size()).isPositive();
                      }
                    }));
  }

  @Test
  void findings_of_a_document_are_filtered_by_what_it_is() {
    JsonNode all = portal.ask("findings", Map.of("document", FINAL));
    assertThat(all.path("total").asInt()).isPositive();
    List<Map<String, Object>> right =
        List.of(
            Map.of("year", List.of(2023, 2024)),
            Map.of("region", List.of("示例省/样本市")),
            Map.of("agency", "总工会"),
            Map.of("category", "部门决算"));
    List<Map<String, Object>> wrong =
        List.of(
            Map.of("year", List.of(2023)),
            Map.of("region", List.of("白水区")),
            Map.of("region", List.of("火星")),
            Map.of("agency", "教育局"),
            Map.of("category", "部门预算"));
    for (Map<String, Object> filter : right) {
      JsonNode some = portal.ask("findings", with(filter, "document", FINAL));
      assertThat(some.path("findings")).as(filter.toString()).isEqualTo(all.path("findings"));
    }
    for (Map<String, Object> filter : wrong) {
      JsonNode none = portal.ask("findings", with(filter, "document", FINAL));
      assertThat(none.path("total").asInt()).as(filter.toString()).isZero();
      assertThat(none.path("findings")).isEmpty();
      assertThat(none.path("about_the_query").asText()).contains("not of the region");
    }
    assertThat(portal.text("findings", Map.of("document", FINAL, "category", "无此类")))
        .contains("category must be one of");
  }

  @Test
  void a_section_is_read_in_pieces_that_together_are_its_text() {
    StringBuilder read = new StringBuilder();
    String cursor = null;
    JsonNode answer;
    do {
      Map<String, Object> arguments =
          with(Map.of("section", AssistantPortal.ORDERS + "/er"), "max_tokens", 20000);
      if (cursor != null) {
        arguments.put("cursor", cursor);
      }
      String text = portal.text("get_section", arguments);
      assertThat(tokens(text)).isLessThanOrEqualTo(20000);
      answer = AssistantPortal.json(text);
      assertThat(answer.path("from_character").asInt()).isEqualTo(read.length());
      read.append(answer.path("document_text").path("text").asText());
      cursor = answer.path("next").asText(null);
    } while (cursor != null);
    assertThat(read.toString()).isEqualTo("字\"，\n".repeat(20_000) + "末");
  }

  @Test
  void a_section_is_found_by_id_permalink_and_address_of_its_resource() {
    String id = FINAL + "/qk-sgjf-ztqk";
    String text = portal.ask("get_section", Map.of("section", id)).toString();
    for (String name :
        List.of(
            "/d/" + id,
            portal.origin + "/d/" + id + "?lang=en#x",
            "mingzhang:///d/" + id,
            "https://elsewhere.example/d/" + id)) {
      assertThat(portal.ask("get_section", Map.of("section", name)).toString())
          .as(name)
          .isEqualTo(text);
    }
  }

  @Test
  void an_earlier_version_is_read_by_its_fingerprint_and_said_to_be_one() {
    String id = "bsqzgh-2024-bmys";
    String first = portal.archive.versions(id).getFirst().sha256();
    String section = "/d/" + id + "/qk-sgjf-ztqk?v=" + first.substring(0, 8);
    JsonNode answer = portal.ask("get_section", Map.of("section", section));
    assertThat(answer.path("of").path("newest").asBoolean()).isFalse();
    assertThat(answer.path("of").path("versions_kept").asInt()).isEqualTo(2);
    assertThat(answer.path("url").asText()).endsWith("?v=" + first.substring(0, 8));
    assertThat(portal.ask("cite", Map.of("place", section)).path("sha256").asText())
        .isEqualTo(first);
  }

  @Test
  void an_indicator_is_its_printed_result_with_target_and_page_and_a_score_rate_is_computed() {
    JsonNode printed = portal.ask("compare", Map.of("indicator", "新建工会组织"));
    assertThat(printed.path("measure").asText()).isEqualTo("actual");
    assertThat(printed.path("unit").asText()).isEqualTo("家");
    JsonNode cell = statedCell(printed);
    assertThat(cell.path("is").asText()).isEqualTo("stated");
    assertThat(cell.path("value").asText()).isEqualTo("48家");
    assertThat(cell.path("target").asText()).isEqualTo("≥42家");
    assertThat(cell.path("page").asInt()).isPositive();
    JsonNode rate = portal.ask("compare", Map.of("indicator", "新建工会组织", "measure", "score_rate"));
    assertThat(rate.path("measure").asText()).isEqualTo("score_rate");
    assertThat(rate.path("unit").asText()).isEqualTo("%");
    JsonNode scored = statedCell(rate);
    assertThat(scored.path("is").asText()).isEqualTo("computed");
    assertThat(scored.path("value").asText()).isEqualTo("100%");
    assertThat(scored.path("score_of_possible").asText()).isEqualTo("10 / 10");
    assertThat(portal.text("compare", Map.of("account", "三公经费", "measure", "actual")))
        .startsWith("!measure is of an indicator");
  }

  private static JsonNode statedCell(JsonNode compared) {
    for (JsonNode row : compared.path("rows")) {
      for (JsonNode cell : row.path("cells")) {
        if (cell.has("value")) {
          return cell;
        }
      }
    }
    throw new AssertionError(compared.toString());
  }

  @Test
  void what_is_not_kept_is_told_apart_from_what_is_not_stated() {
    JsonNode nowhere = portal.ask("facts", Map.of("account", "三公经费", "region", List.of("月球县")));
    assertThat(nowhere.path("total").asInt()).isZero();
    assertThat(nowhere.path("kept").path("not_kept").toString()).contains("月球县");
    JsonNode never =
        portal.ask("coverage", Map.of("region", List.of("青石区"), "year", List.of(1999, 2024)));
    assertThat(never.path("kept").path("not_kept")).hasSize(1);
    assertThat(never.path("kept").path("not_kept").get(0).asText())
        .isEqualTo("any document in 示例省/样本市/青石区 for 1999");
    JsonNode compared = portal.ask("compare", Map.of("account", "三公经费", "region", List.of("样本市")));
    Set<String> states = new HashSet<>();
    compared
        .path("rows")
        .forEach(r -> r.path("cells").forEach(c -> states.add(c.path("is").asText())));
    assertThat(states).contains("stated", "uncollected");
  }

  @Test
  void the_amounts_are_those_of_the_api() {
    JsonNode told =
        portal.ask(
            "facts",
            Map.of("account", "三公经费", "stage", "决算", "year", List.of(2024), "agency", "青石区总工会"));
    assertThat(told.path("total").asInt()).isPositive();
    JsonNode api =
        AssistantPortal.json(
            portal.get(
                "/api/v1/facts?account=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9&stage=%E5%86%B3%E7%AE%97"
                    + "&year=2024&item=-&q=agency:%22%E9%9D%92%E7%9F%B3%E5%8C%BA%E6%80%BB%E5%B7%A5%E4%BC%9A%22"));
    assertThat(told.path("total")).isEqualTo(api.path("total"));
    assertThat(told.path("facts").get(0).path("yuan").asText())
        .isEqualTo(api.path("facts").get(0).path("yuan").asText());
  }

  @Test
  void a_printed_name_asks_for_its_account_stage_and_fund() {
    JsonNode printed = portal.ask("facts", Map.of("account", "三公经费支出决算"));
    JsonNode taken = portal.ask("facts", Map.of("account", "三公经费", "stage", "决算"));
    assertThat(printed.path("total")).isEqualTo(taken.path("total"));
    assertThat(portal.ask("facts", Map.of("account", "公经")).path("accounts_with_such_a_name"))
        .isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> words_of_documents_stand_under_their_own_name_and_nowhere_else() {
    return Stream.concat(
            QUESTIONS.stream(),
            Stream.of(
                new Question("get_section", Map.of("section", AssistantPortal.ORDERS + "/yi"), ""),
                new Question("cite", Map.of("place", AssistantPortal.ORDERS + "/yi"), "")))
        .map(
            q ->
                DynamicTest.dynamicTest(
                    q.tool() + q.arguments(),
                    () -> {
                      String text = portal.text(q.tool(), q.arguments());
                      assertThat(text)
                          .doesNotContain("\u200B", "\u202E", "\uDB40", "\uFE0F", "13812345678");
                      assertThat(outside(AssistantPortal.json(text)))
                          .as("outside document_text")
                          .doesNotContain("Ignore all previous", "忽略此前", "<script>");
                    }));
  }

  /** An answer without what stands under {@code document_text}; warnings are the portal's own. */
  private static String outside(JsonNode node) {
    StringBuilder text = new StringBuilder();
    if (node.isObject()) {
      node.properties()
          .forEach(
              e -> {
                if (!e.getKey().equals("document_text")) {
                  text.append(e.getKey()).append(outside(e.getValue()));
                }
              });
    } else if (node.isArray()) {
      node.forEach(n -> text.append(outside(n)));
    } else {
      text.append(node.asText()).append('\n');
    }
    return text.toString();
  }

  @Test
  void what_cannot_be_is_told_with_what_can() {
    Map<String, Map<String, ?>> faults =
        Map.of(
            "cursor must be", Map.of("query", "a", "cursor", "../etc"),
            "there is no argument", Map.of("query", "a", "bogus", 1),
            "query is missing", Map.of(),
            "year must be a list", Map.of("query", "a", "year", 2024),
            "each of year must be a whole number", Map.of("query", "a", "year", List.of("x")),
            "max_tokens must be", Map.of("query", "a", "max_tokens", 1),
            "topic must be one of", Map.of("query", "a", "topic", "天气"),
            "category must be one of", Map.of("query", "a", "category", "天气"),
            "sort must be one of", Map.of("query", "a", "sort", "random"),
            "at most 500 characters", Map.of("query", "字".repeat(501)));
    faults.forEach(
        (told, arguments) ->
            assertThat(portal.text("search_sections", arguments)).startsWith("!").contains(told));
    assertThat(portal.text("compare", Map.of())).startsWith("!either account or indicator");
    assertThat(portal.text("cite", Map.of("place", "no-such"))).startsWith("!there is no document");
    assertThat(portal.text("get_section", Map.of("section", "a b"))).startsWith("!a document is");
    assertThat(portal.text("get_section", Map.of("section", FINAL))).startsWith("!the section");
  }
}
