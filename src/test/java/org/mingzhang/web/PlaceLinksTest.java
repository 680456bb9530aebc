package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of rows lead to an element of the page, and those of facts to a marked number. */
@ExtendWith(SharedPortal.class)
class PlaceLinksTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningPortal portal;

  PlaceLinksTest(RunningPortal portal) {
    this.portal = portal;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/export?scope=indicators",
        "/api/v1/export?scope=figures",
        "/api/v1/export?scope=findings",
        "/api/v1/export?scope=facts",
        "/api/v1/facts?format=jsonl&year=2024",
        "/d/qsqzgh-2024-bmjs/indicators.jsonl",
        "/d/qsqzgh-2024-bmjs/figures.jsonl",
        "/d/qsqzgh-2024-bmjs/facts.jsonl",
        "/d/qsqzgh-2024-bmjs/findings.jsonl",
      })
  void every_row_of_a_file_leads_to_its_place(String path) throws IOException {
    List<String> addresses = new ArrayList<>();
    for (String line : portal.get(path).body().lines().toList()) {
      JsonNode row = JSON.readTree(line);
      addresses.add(row.get("url").asText());
      if (row.hasNonNull("otherUrl")) {
        addresses.add(row.get("otherUrl").asText());
      }
    }
    assertThat(addresses).isNotEmpty().allSatisfy(this::assertHasTarget);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search.json-feed?scope=facts",
        "/search.json-feed?scope=indicators",
        "/feeds/findings.json"
      })
  void every_entry_of_a_feed_leads_to_its_place_and_keeps_its_id(String path) throws IOException {
    JsonNode items = JSON.readTree(portal.get(path).body()).get("items");
    assertThat(items).isNotEmpty();
    for (JsonNode item : items) {
      assertHasTarget(item.get("url").asText());
      assertThat(item.get("id").asText()).doesNotContain("?");
    }
  }

  private void assertHasTarget(String address) {
    int hash = address.indexOf('#');
    assertThat(hash).as(address).isPositive();
    String anchor = address.substring(hash + 1);
    String page = portal.get(address.substring(portal.origin.length(), hash)).body();
    assertThat(page)
        .as(address)
        .contains((anchor.startsWith("a-") ? "<mark id=\"" : "id=\"") + anchor + "\"");
  }

  @Test
  void a_number_that_the_file_does_not_have_is_said() {
    String section = "/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk";
    assertThat(portal.get(section + "?fact=a-zzz").body()).contains("没有编号为“a-zzz”的数");
    assertThat(portal.get(section).body()).doesNotContain("没有编号为");
  }

  @Test
  void the_feed_of_documents_names_their_agencies() throws IOException {
    JsonNode items = JSON.readTree(portal.get("/feeds/documents.json").body()).get("items");
    assertThat(items)
        .extracting(item -> item.at("/authors/0/name").asText())
        .contains("示例省样本市青石区总工会")
        .doesNotContain("—");
  }

  @Test
  void words_of_a_heading_are_marked_there() {
    String requested = "/d/qsqzgh-2024-bmjs/qk-sgjf?quote=%E6%94%AF%E5%87%BA%E5%86%B3%E7%AE%97";
    assertThat(portal.get(requested).body())
        .containsPattern("<h1[^>]*>[^<]*<span class=\"doubt chosen\" id=\"quote\">支出决算</span>");
  }
}
