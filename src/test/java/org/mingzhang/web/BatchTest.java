package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many queries at once, without scripts. */
@ExtendWith(SharedPortal.class)
class BatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORM = "application/x-www-form-urlencoded";

  private final RunningPortal portal;

  BatchTest(RunningPortal portal) {
    this.portal = portal;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String page(String list, String more) {
    return portal.post("/batch", FORM, "queries=" + encoded(list) + more).body();
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void each_line_has_its_hits_documents_first_sentence_and_link() throws IOException {
    JsonNode rows =
        JSON.readTree(portal.get("/api/v1/batch?q=" + encoded("公务接待费全年预算") + "&q=zzzz").body())
            .get("rows");
    assertThat(rows.get(0).get("total").asInt()).isPositive();
    assertThat(rows.get(0).get("sentence").asText()).contains("公务接待费全年预算为0万元");
    assertThat(portal.get(rows.get(0).get("url").asText().replace(portal.origin, "")).statusCode())
        .isEqualTo(200);
    assertThat(rows.get(1).get("total").asInt()).isZero();
    assertThat(rows.get(1).get("url").isNull()).isTrue();
    String page = page("公务接待费全年预算\nzzzz", "");
    assertThat(words(page)).contains("公务接待费全年预算为0万元", "无结果");
    assertThat(page).contains("href=\"/search?q=" + encoded("公务接待费全年预算"));
  }

  @Test
  void filters_of_the_form_and_of_the_address_apply_and_are_kept() throws IOException {
    String all = portal.get("/api/v1/batch?q=" + encoded("决算") + "&scope=documents").body();
    String year =
        portal.get("/api/v1/batch?q=" + encoded("决算") + "&scope=documents&year=2023").body();
    int some = JSON.readTree(year).get("rows").get(0).get("total").asInt();
    assertThat(some)
        .isPositive()
        .isLessThan(JSON.readTree(all).get("rows").get(0).get("total").asInt());
    String page = page("决算", "&scope=documents&year=2023&region=&topic=" + encoded("三公经费"));
    assertThat(page)
        .contains("<option value=\"2023\" selected=\"selected\">2023</option>")
        .contains("name=\"topic\" value=\"三公经费\"")
        .contains("year=2023");
    assertThat(portal.get("/batch?year=2023&topic=" + encoded("三公经费")).body())
        .contains("<option value=\"2023\" selected=\"selected\">2023</option>")
        .contains("name=\"topic\" value=\"三公经费\"");
    assertThat(portal.get("/search?q=a&year=2023").body()).contains("href=\"/batch?year=2023\"");
  }

  @Test
  void a_file_has_a_row_for_each_hit_of_each_line() throws IOException {
    String address = "/api/v1/batch?rows=hits&format=csv&header=name&scope=documents&year=2024&q=";
    String csv =
        portal
            .get(address + encoded("总工会") + "&q=zzzz&q=" + encoded("教育局"))
            .body()
            .replace("\uFEFF", "");
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(csv),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      List<CSVRecord> rows = parser.getRecords();
      assertThat(rows).extracting(r -> r.get("line")).containsOnly("1", "3").contains("1", "3");
      assertThat(rows).extracting(r -> r.get("year")).containsOnly("2024");
      assertThat(rows.getFirst().get("query")).isEqualTo("总工会");
      assertThat(rows.getFirst().get("url")).startsWith(portal.origin + "/d/");
    }
  }

  @Test
  void a_long_list_is_looked_at_in_portions_with_a_button_for_the_next() {
    String list =
        IntStream.rangeClosed(1, 230)
            .mapToObj(i -> i % 10 == 0 ? "" : "决算" + i)
            .collect(Collectors.joining("\n"));
    int done = 0;
    int portions = 0;
    while (done < 207) {
      String page = page(list, done == 0 ? "" : "&from=" + (done + 1));
      Matcher progress = Pattern.compile("已检索 (\\d+) / 207 行").matcher(words(page));
      assertThat(progress.find()).isTrue();
      int now = Integer.parseInt(progress.group(1));
      // A slow machine runs fewer queries before the time limit, but never none.
      assertThat(now).isGreaterThan(done).isLessThanOrEqualTo(done + 100);
      assertThat(page)
          .contains(
              "<progress max=\"207\" value=\"" + now + "\"", queryLink(done + 1), queryLink(now))
          .doesNotContain(queryLink(done), queryLink(now + 1));
      String next = "name=\"from\" value=\"" + (now + 1) + "\"";
      assertThat(page.contains(next)).isEqualTo(now < 207);
      done = now;
      portions++;
    }
    assertThat(portions).isGreaterThanOrEqualTo(3);
    assertThat(portal.post("/batch", FORM, "queries=a&from=x").statusCode()).isEqualTo(400);
  }

  /** The link of a query of the list, 1-based; each tenth line is empty. */
  private static String queryLink(int query) {
    return ">决算" + (query + (query - 1) / 9) + "</a>";
  }

  @ParameterizedTest
  @ValueSource(strings = {"queries", "hits"})
  void lines_of_a_list_that_is_too_long_are_in_the_files_with_a_note(String rows)
      throws IOException {
    String list =
        IntStream.rangeClosed(1, 1003).mapToObj(i -> "zzzz" + i).collect(Collectors.joining("\n"));
    String address = "/api/v1/batch?header=name&scope=documents&rows=" + rows + "&format=";
    String csv = portal.post(address + "csv", "text/plain; charset=utf-8", list).body();
    List<String> lines = csv.lines().toList();
    assertThat(lines.subList(lines.size() - 3, lines.size()))
        .allMatch(line -> line.contains("未检索：每次最多 1000 行"))
        .last()
        .asString()
        .startsWith("1003,zzzz1003,");
    assertThat(lines).hasSize(rows.equals("hits") ? 4 : 1004);
  }
}
