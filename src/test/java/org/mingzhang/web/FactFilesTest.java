package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.web.dataset.DatasetScheduler;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;

/** Files of facts and the API say the same of a fact, and files say where it stands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Archive archive;
  private IndexedSearch search;
  private PortalServer server;

  /** One document of 青石区 of 2024 has no facts; one fact of the other is of an unknown body. */
  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    archive = Archive.open(temporary.resolve("archive"));
    List<ArchivedDisclosure> documents =
        new InventedDisclosures(archive, temporary)
            .store().stream()
                .map(
                    d ->
                        switch (d.id()) {
                          case "qsqjyj-2024-bmjs" -> withFacts(d, List.of());
                          case "qsqzgh-2024-bmjs" -> withFacts(d, addFacts(d.disclosure().facts()));
                          default -> d;
                        })
                .toList();
    search = new IndexedSearch(documents);
    PortalServices services =
        new PortalServices(search.port(), archive, IndexingStatus::idle, Clock.systemUTC());
    Path folder = temporary.resolve("datasets");
    new DatasetScheduler(
            services,
            folder,
            "https://portal.example",
            BackgroundThrottle::none,
            new DatasetScheduler.Schedule(Duration.ofDays(1), Duration.ofDays(1)))
        .build();
    server = new PortalServer(services, TestSettings.local(0).withDatasets(folder).build()).start();
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    search.close();
    archive.close();
  }

  private static ArchivedDisclosure withFacts(ArchivedDisclosure document, List<Fact> facts) {
    return new ArchivedDisclosure(
        document.id(),
        document.version(),
        document.disclosure().withFacts(facts),
        document.sectionIds());
  }

  private static List<Fact> addFacts(List<Fact> facts) {
    Fact total = facts.getFirst();
    FactLocation yuan = total.locations().getFirst();
    FactLocation wan =
        new FactLocation("3.4", 25, 0, 5, "事业支出 决算数 39.87", new FactLocation.Cell(0, 0, 1));
    FactLocation printed =
        new FactLocation("3.3", 23, 0, 5, "事业支出 决算数 398,700.00", new FactLocation.Cell(0, 1, 1));
    List<Fact> all = new ArrayList<>(facts);
    all.add(
        new Fact(
            "事业支出",
            FactContext.UNKNOWN.withYear(2023).withItem("培训", null),
            Fact.Kind.AMOUNT,
            total.value(),
            "398,700.00",
            "元",
            null,
            false,
            List.of(wan, printed, yuan)));
    return all;
  }

  private byte[] fetch(String path) {
    try {
      URI address = URI.create("http://127.0.0.1:" + server.port() + path);
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address).header("Accept", "application/json").build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String get(String path) {
    return new String(fetch(path), StandardCharsets.UTF_8);
  }

  private List<JsonNode> lines(String path) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : get(path).lines().toList()) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  @Test
  void every_fact_has_the_words_at_which_it_is_printed() throws IOException {
    List<JsonNode> rows = lines("/api/v1/export?scope=facts");
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(
            row -> assertThat(row.path("quote").asText("")).as(row.toString()).isNotEmpty());
    JsonNode other =
        rows.stream().filter(r -> r.path("item").asText().equals("培训")).findFirst().orElseThrow();
    assertThat(other.path("quote").asText()).isEqualTo("事业支出 决算数 398,700.00");
    assertThat(other.path("url").asText()).contains("/qsqzgh-2024-bmjs/qk-jgyx?fact=");
    assertThat(other.path("page").asInt()).isEqualTo(23);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/facts?format=jsonl, year, fact_year, document_year",
    "/api/v1/export?scope=facts, fact_year, fact_year, year",
  })
  void the_same_word_means_the_same_year(
      String path, String year, String formerYear, String documentYear) throws IOException {
    Map<String, JsonNode> items = new HashMap<>();
    JSON.readTree(get("/api/v1/facts?size=100"))
        .path("facts")
        .forEach(fact -> items.put(fact.path("id").asText(), fact));
    List<JsonNode> rows = lines(path);
    assertThat(rows).hasSameSizeAs(items.keySet());
    for (JsonNode row : rows) {
      JsonNode item = Objects.requireNonNull(items.get(row.path("id").asText()));
      assertThat(row.path(year)).isEqualTo(item.path("year"));
      assertThat(row.path(formerYear)).isEqualTo(item.path("year"));
      assertThat(row.path(documentYear)).isEqualTo(item.path("documentYear"));
      assertThat(row.path("entity")).isEqualTo(item.path("entity"));
    }
  }

  @Test
  void data_files_leave_empty_whose_number_it_is_where_the_document_does_not_say()
      throws IOException {
    Map<String, String> entities = new HashMap<>();
    lines("/api/v1/facts?format=jsonl")
        .forEach(row -> entities.put(row.path("id").asText(), row.path("entity").asText("")));
    assertThat(entities.values()).contains("");
    List<CSVRecord> rows = rows("facts.csv.gz");
    assertThat(rows).hasSameSizeAs(entities.keySet());
    rows.forEach(row -> assertThat(row.get("entity")).isEqualTo(entities.get(row.get("fact"))));
  }

  @Test
  void a_comparison_leaves_it_empty_too_and_names_the_publisher() throws IOException {
    String address =
        "/api/v1/compare?stage=-&fund=-&perimeter=-&name="
            + URLEncoder.encode("事业支出", StandardCharsets.UTF_8)
            + "&item="
            + URLEncoder.encode("培训", StandardCharsets.UTF_8);
    JsonNode values = JSON.readTree(get(address)).path("values");
    assertThat(values).hasSize(1);
    assertThat(values.get(0).path("entity").isNull()).isTrue();
    assertThat(values.get(0).path("agency").asText()).isEqualTo("示例省样本市青石区总工会");
  }

  @Test
  void a_package_counts_the_documents_that_have_rows_in_it() throws IOException {
    JsonNode packages = JSON.readTree(get("/data")).path("packages");
    assertThat(packages).isNotEmpty();
    for (JsonNode each : packages) {
      Set<String> documents = new HashSet<>();
      rows(each.path("amounts").path("path").asText())
          .forEach(row -> documents.add(row.get("document")));
      assertThat(each.path("documents").asInt()).as(each.toString()).isEqualTo(documents.size());
    }
  }

  private List<CSVRecord> rows(String path) throws IOException {
    try (InputStream file = new ByteArrayInputStream(fetch("/data/" + path));
        InputStream in = path.endsWith(".gz") ? new GZIPInputStream(file) : file;
        CSVParser parser =
            CSVParser.parse(
                in,
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }
}
