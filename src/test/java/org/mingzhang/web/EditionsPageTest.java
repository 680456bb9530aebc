package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/** One disclosure in several files is one result that names its formats. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@org.jspecify.annotations.NullUnmarked
class EditionsPageTest {
  private static final String QUERY =
      "/search?q=" + URLEncoder.encode("agency:青石区总工会", StandardCharsets.UTF_8);

  /** Invented disclosures that are taken for one here, whatever they say. */
  private static final EditionGroup EDITIONS =
      new EditionGroup(
          "qsqzgh-2024-bmjs",
          List.of(
              new EditionGroup.Edition("qsqzgh-2024-bmjs", "application/pdf"),
              new EditionGroup.Edition("qsqzgh-2023-bmjs", "application/msword"),
              new EditionGroup.Edition("qsqzgh-2022-bmjs", "text/html"),
              new EditionGroup.Edition("qsqzgh-2021-bmjs", "text/html")));

  private Archive archive;
  private IndexedSearch search;
  private PortalServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    archive = Archive.open(folder.resolve("archive"));
    search = new IndexedSearch(new InventedDisclosures(archive, folder).store(), EDITIONS);
    server =
        new PortalServer(
                new PortalServices(search.port(), archive, IndexingStatus::idle, Clock.systemUTC()),
                PortalSettings.local(0))
            .start();
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    search.close();
    archive.close();
  }

  private String get(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int count(String page, String part) {
    return page.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void the_shown_copy_has_its_format_and_those_of_the_others_on_its_line() {
    for (String scope : List.of("sections", "documents")) {
      String page = get(QUERY + "&scope=" + scope);
      assertThat(page)
          .as(scope)
          .contains(
              "<span>PDF</span><span><a rel=\"nofollow\" href=\"/d/qsqzgh-2024-bmjs#editions\">"
                  + "另有 3 个版本：DOC · 网页</a></span>");
      assertThat(page).as(scope).doesNotContain("/d/qsqzgh-2023-bmjs");
    }
    assertThat(get(QUERY + "&lang=en")).contains("3 other versions: DOC · web page");
  }

  @Test
  void each_is_listed_where_that_is_asked_for() {
    String one = get(QUERY + "&scope=documents");
    String all = get(QUERY + "&scope=documents&collapse=off");
    assertThat(count(one, "<li class=\"hit\"")).isEqualTo(1);
    assertThat(count(all, "<li class=\"hit\"")).isEqualTo(4);
  }

  @Test
  void amounts_findings_and_leads_count_one_of_them() {
    for (String scope : List.of("facts", "findings", "indicators")) {
      String one = get(QUERY + "&scope=" + scope);
      String all = get(QUERY + "&scope=" + scope + "&collapse=off");
      assertThat(total(all)).as(scope).isEqualTo(4 * total(one)).isPositive();
    }
    assertThat(get("/leads")).doesNotContain("/d/qsqzgh-2023-bmjs", "/d/qsqzgh-2022-bmjs");
  }

  private static int total(String page) {
    return Integer.parseInt(page.replaceAll("(?s).*role=\"status\"><strong>(\\d+).*", "$1"));
  }

  @Test
  void scores_and_the_page_of_an_agency_count_one_of_them() {
    assertThat(get("/transparency")).contains("/transparency/qsqzgh-2024-bmjs");
    String agency = get(AgencyPageTest.address("青石区", "总工会"));
    assertThat(agency).contains("另有 3 个版本：DOC · 网页", "/transparency/qsqzgh-2024-bmjs");
    for (String page : List.of(get("/transparency"), get("/transparency.csv"), agency)) {
      assertThat(page).doesNotContain("/qsqzgh-2023-bmjs", "qsqzgh-2023-bmjs,");
    }
  }

  @Test
  void the_numbers_of_documents_are_those_of_the_lists_they_lead_to() {
    String here = "?region=" + URLEncoder.encode("示例省/样本市/青石区", StandardCharsets.UTF_8);
    int listed = total(get("/search" + here + "&scope=documents"));
    assertThat(
            get(
                "/regions/"
                    + URLEncoder.encode("示例省", StandardCharsets.UTF_8)
                    + "/"
                    + URLEncoder.encode("样本市", StandardCharsets.UTF_8)
                    + "/"
                    + URLEncoder.encode("青石区", StandardCharsets.UTF_8)))
        .contains("全部 " + listed + " 份文件");
    assertThat(get("/coverage" + here)).contains("，" + listed + " 份文件");
    int all = total(get("/search?scope=documents"));
    assertThat(get("/")).containsPattern(">" + all + "<");
  }

  @Test
  void a_comparison_takes_one_of_them() {
    String page = get("/compare?name=" + URLEncoder.encode("三公经费", StandardCharsets.UTF_8));
    assertThat(page).contains("/d/qsqzgh-2024-bmjs").doesNotContain("/d/qsqzgh-2023-bmjs");
  }
}
