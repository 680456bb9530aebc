package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.VisitRecord;

/** The provenance of a document is on its page, in its record and in its citations. */
class ProvenancePagesTest {
  @TempDir Path folder;
  private RunningPortal portal;
  private String id;

  @BeforeEach
  void open() {
    portal = new RunningPortal(folder);
    id =
        portal.documents.stream()
            .filter(d -> InventedDisclosures.COLLECTED.equals(d.version().url()))
            .findFirst()
            .orElseThrow()
            .id();
  }

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void the_page_of_a_document_says_where_and_when_it_was_published() {
    String page = portal.get("/d/" + id).body();
    assertThat(page)
        .contains("发布日期", "2024-08-30", "www.example.gov.cn", "首次见于 2024-09-01，最近见于 2024-10-02")
        .contains("page: 发布时间： 2024-08-30", "附件：2023年度决算", "138****5678")
        .contains("rel=\"noopener noreferrer nofollow\"")
        .doesNotContain("13812345678", "2023年度决算<b>", "原址已于");
    assertThat(portal.get("/d/" + id + "?lang=en").body()).contains("first seen 2024-09-01");
  }

  @Test
  void a_document_that_is_gone_from_its_address_is_said_to_be_gone() {
    gone();
    assertThat(portal.get("/d/" + id).body()).contains("原址已于 2026-03-10 无法访问，存档如下。", "HTTP 404");
    assertThat(portal.get("/d/" + id + "?lang=en").body())
        .contains("Unreachable at its original address since 2026-03-10");
  }

  private void gone() {
    Frontier frontier = portal.archive.frontier();
    Instant now = Instant.parse("2026-03-10T01:00:00Z");
    CrawlRun run =
        frontier.beginRun(
            "s", List.of(FrontierEntry.Link.seed(InventedDisclosures.COLLECTED)), now, now);
    FrontierEntry resource = frontier.nextAddress(run).orElseThrow();
    frontier.recordVisit(
        run,
        new VisitRecord(
            resource,
            FrontierEntry.State.GONE,
            now,
            "HTTP 404",
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(InventedDisclosures.COLLECTED),
            Map.of(),
            1));
  }

  @Test
  void the_record_says_it_too_and_that_nothing_is_known_of_others() throws Exception {
    gone();
    JsonNode p =
        new ObjectMapper()
            .readTree(portal.get("/api/v1/disclosures/" + id).body())
            .get("provenance");
    assertThat(p.get("url").asText()).isEqualTo(InventedDisclosures.COLLECTED);
    assertThat(p.get("published").asText()).isEqualTo("2024-08-30");
    assertThat(p.get("gone").asText()).isEqualTo("2026-03-10T01:00:00Z");
    assertThat(p.get("pageTitle").asText()).contains("138****5678");
    String other = portal.documents.getFirst().id();
    JsonNode none = new ObjectMapper().readTree(portal.get("/api/v1/disclosures/" + other).body());
    assertThat(none.get("provenance").isNull()).isTrue();
  }

  @Test
  void searches_are_narrowed_by_site_month_and_range_of_days() {
    String page = portal.get("/search?scope=documents&year=2023").body();
    assertThat(page)
        .contains("id=\"facet-site\"", "id=\"facet-published\"")
        .contains("published=2024/2024-08", "site=www.example.gov.cn")
        .contains("name=\"published_from\" value=\"\"", "sort=published", "sort=late")
        .contains("<input type=\"hidden\" name=\"year\" value=\"2023\">");
    HttpResponse<String> narrowed =
        portal.get("/search?scope=documents&q=a%20b&published_from=2024-01-01&published_to=");
    assertThat(narrowed.statusCode()).isEqualTo(303);
    String address = narrowed.headers().firstValue("Location").orElseThrow();
    assertThat(address).isEqualTo("/search?q=a%20b%20published%3A2024-01-01..&scope=documents");
    assertThat(portal.get(address).body()).contains("name=\"published_from\" value=\"2024-01-01\"");
    assertThat(
            portal
                .get(address + "&published_from=2024-02-01&published_to=2024-06-30&lang=en")
                .headers()
                .firstValue("Location"))
        .hasValue("/search?q=a%20b%20published%3A2024-02-01..2024-06-30&scope=documents&lang=en");
    assertThat(
            portal.get(address + "&published_from=&published_to=").headers().firstValue("Location"))
        .hasValue("/search?q=a%20b&scope=documents");
    assertThat(portal.get("/search?published_from=2024-13-01").statusCode()).isEqualTo(400);
  }

  @Test
  void files_of_documents_have_site_day_and_legal_date() {
    assertThat(portal.get("/api/v1/export?scope=documents&format=csv&header=name").body())
        .contains("site,published,due,days_late", "www.example.gov.cn,2024-08-30,2024-08-20,10");
  }

  @Test
  void citations_have_the_day_of_publication_and_the_address() {
    String cite = "/d/" + id + "/cite?format=";
    assertThat(portal.get(cite + "gbt").body())
        .endsWith("[EB/OL]. (2024-08-30)[2026-11-21]. " + InventedDisclosures.COLLECTED + ".");
    assertThat(portal.get(cite + "bibtex").body()).contains("date = {2024-08-30}");
    assertThat(portal.get(cite + "ris").body()).contains("DA  - 2024/08/30");
    assertThat(portal.get(cite + "csl").body().replaceAll("\\s", ""))
        .contains("\"issued\":{\"date-parts\":[[2024,8,30]]}");
  }

  @Test
  void a_region_that_is_concluded_from_a_township_is_shown_as_such() {
    assertThat(portal.get("/d/qsqzgh-2024-bmjs").body()).contains("由名称里的乡镇、街道推断");
  }
}
