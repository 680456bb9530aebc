package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.web.dataset.DatasetScheduler;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.privacy.MaskedSearch;
import org.mingzhang.web.privacy.PersonalDataMasker;
import org.mingzhang.web.source.PortalServices;

/** The files at /data: their descriptions, their rows, and that they say what the portal says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatasetManifestTest {
  private AssistantPortal data;
  private PortalServer server;
  private String origin;
  private Path folder;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    data = new AssistantPortal(temporary);
    folder = temporary.resolve("datasets");
    scheduler(folder).build();
    server =
        new PortalServer(data.services, TestSettings.local(0).withDatasets(folder).build()).start();
    origin = "http://127.0.0.1:" + server.port();
  }

  @AfterAll
  void stop() {
    server.close();
    data.close();
  }

  private DatasetScheduler scheduler(Path into) {
    PortalServices masked =
        data.services.withSearch(
            new MaskedSearch(data.services.search(), new PersonalDataMasker(true)));
    return new DatasetScheduler(
        masked,
        into,
        "https://portal.example",
        BackgroundThrottle::none,
        new DatasetScheduler.Schedule(Duration.ofMillis(20), Duration.ofMillis(100)));
  }

  private HttpResponse<byte[]> fetch(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private JsonNode json(String path) {
    HttpResponse<byte[]> answer = fetch(path, "Accept", "application/json");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return AssistantPortal.json(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private List<CSVRecord> rows(String path) {
    try (InputStream in = new java.io.ByteArrayInputStream(fetch(path).body());
        InputStream unpacked = path.endsWith(".gz") ? new GZIPInputStream(in) : in;
        CSVParser parser =
            CSVParser.parse(
                new InputStreamReader(unpacked, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_list_has_the_size_and_fingerprint_of_each_file() throws Exception {
    JsonNode list = json("/data");
    List<JsonNode> files =
        new ArrayList<>(List.of(list.path("dump"), list.path("description"), list.path("schema")));
    list.path("packages")
        .forEach(p -> files.addAll(List.of(p.path("amounts"), p.path("description"))));
    assertThat(files).hasSizeGreaterThan(8);
    for (JsonNode file : files) {
      byte[] bytes = fetch("/data/" + file.path("path").asText()).body();
      assertThat(bytes.length).isEqualTo(file.path("bytes").asInt());
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
          .isEqualTo(file.path("sha256").asText());
    }
    String page = new String(fetch("/data").body(), StandardCharsets.UTF_8);
    files.forEach(file -> assertThat(page).contains(file.path("path").asText()));
    assertThat(page).contains("\"@type\":\"Dataset\"", list.path("dump").path("sha256").asText());
  }

  @Test
  void every_package_keeps_its_schema() {
    Set<String> facts = new HashSet<>();
    for (JsonNode listed : json("/data").path("packages")) {
      String name = listed.path("name").asText();
      JsonNode described = json("/data/" + name + "/datapackage.json");
      assertThat(described.path("name").asText()).isEqualTo(name).matches("[-a-z0-9._/]+");
      assertThat(described.path("profile").asText()).isEqualTo("tabular-data-package");
      JsonNode resource = described.path("resources").get(0);
      assertThat(resource.path("bytes").asLong())
          .isEqualTo(listed.path("amounts").path("bytes").asLong());
      List<CSVRecord> rows = rows("/data/" + name + "/" + resource.path("path").asText());
      assertThat(rows).hasSize(listed.path("amounts").path("rows").asInt());
      new TableSchemaCheck(resource.path("schema")).check(rows);
      for (CSVRecord row : rows) {
        assertThat(facts.add(row.get("fact"))).as("in one package only").isTrue();
        assertThat(row.get("source")).startsWith("https://portal.example/d/");
        assertThat(row.get("region")).isEqualTo(regionOf(row.get("document")));
      }
    }
    assertThat(facts).isNotEmpty();
    long amounts =
        rows("/data/facts.csv.gz").stream().filter(r -> r.get("kind").equals("amount")).count();
    assertThat(facts).hasSize((int) amounts);
  }

  private String regionOf(String id) {
    return data.documents.stream()
        .filter(document -> document.id().equals(id))
        .map(document -> document.disclosure().metadata().region())
        .map(region -> region == null ? "" : String.join("/", region.path()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_description_of_all_leads_to_every_package() {
    JsonNode all = json("/data/datapackage.json");
    assertThat(all.path("resources")).hasSameSizeAs(json("/data").path("packages"));
    JsonNode schema = json("/data/schema.json");
    for (JsonNode resource : all.path("resources")) {
      assertThat(resource.path("schema").asText()).isEqualTo("schema.json");
      new TableSchemaCheck(schema).check(rows("/data/" + resource.path("path").asText()));
    }
  }

  @Test
  void sums_of_the_files_are_those_of_the_pages() {
    JsonNode compared =
        AssistantPortal.json(
            new String(
                fetch("/api/v1/compare?name=" + encoded("三公经费") + "&stage=" + encoded("决算")).body(),
                StandardCharsets.UTF_8));
    assertThat(compared.path("values")).isNotEmpty();
    Map<String, BigDecimal> stated = new HashMap<>();
    for (CSVRecord row : rows("/data/facts.csv.gz")) {
      stated.put(row.get("fact"), new BigDecimal(row.get("value")));
    }
    BigDecimal onPage = BigDecimal.ZERO;
    BigDecimal inFiles = BigDecimal.ZERO;
    for (JsonNode value : compared.path("values")) {
      if (value.path("amount_yuan").isNull() || value.path("url").isNull()) {
        continue;
      }
      onPage = onPage.add(new BigDecimal(value.path("amount_yuan").asText()));
      String url = value.path("url").asText();
      String fact = url.replaceFirst(".*/d/", "").replaceFirst("\\?[^#]*", "");
      assertThat(stated).as(url).containsKey(fact);
      inFiles = inFiles.add(stated.get(fact));
    }
    assertThat(onPage).isPositive().isEqualByComparingTo(inFiles);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void a_database_reads_the_rows_back(@TempDir Path temporary) throws Exception {
    List<CSVRecord> rows = rows("/data/facts.csv.gz");
    Map<String, BigDecimal> expected = new TreeMap<>();
    try (Connection base = DriverManager.getConnection("jdbc:sqlite:" + temporary.resolve("x.db"));
        Statement statement = base.createStatement()) {
      statement.execute(
          "create table facts(fact text primary key, document text not null, year integer,"
              + " kind text not null, value numeric not null)");
      try (PreparedStatement insert =
          base.prepareStatement("insert into facts values(?,?,?,?,?)")) {
        for (CSVRecord row : rows) {
          insert.setString(1, row.get("fact"));
          insert.setString(2, row.get("document"));
          insert.setObject(3, row.get("year").isEmpty() ? null : Integer.valueOf(row.get("year")));
          insert.setString(4, row.get("kind"));
          insert.setDouble(5, Double.parseDouble(row.get("value")));
          insert.executeUpdate();
          if (row.get("kind").equals("amount")) {
            expected.merge(row.get("document"), new BigDecimal(row.get("value")), BigDecimal::add);
          }
        }
      }
      ResultSet sums =
          statement.executeQuery(
              "select document, sum(value) from facts where kind = 'amount' group by document");
      int documents = 0;
      while (sums.next()) {
        documents++;
        assertThat(BigDecimal.valueOf(sums.getDouble(2)))
            .isCloseTo(
                expected.get(sums.getString(1)),
                org.assertj.core.data.Offset.offset(new BigDecimal("0.01")));
      }
      assertThat(documents).isEqualTo(expected.size()).isPositive();
    }
  }

  @Test
  void the_catalogue_names_every_file() {
    HttpResponse<byte[]> answer = fetch("/data/catalog.jsonld");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("ld+json");
    JsonNode catalogue = AssistantPortal.json(new String(answer.body(), StandardCharsets.UTF_8));
    Set<String> addresses = new HashSet<>();
    catalogue
        .path("dcat:dataset")
        .forEach(
            d ->
                d.path("dcat:distribution")
                    .forEach(f -> addresses.add(f.path("dcat:downloadURL").path("@id").asText())));
    for (String address : addresses) {
      assertThat(fetch(address.substring(origin.length())).statusCode()).as(address).isEqualTo(200);
    }
    assertThat(addresses).hasSize(1 + 2 * json("/data").path("packages").size());
  }

  @Test
  void what_is_not_listed_is_not_there() {
    for (String path :
        List.of(
            "manifest.json", "..%2f..%2farchive%2fledger.db", "990102-2024/../facts.csv.gz", "x")) {
      assertThat(fetch("/data/" + path).statusCode()).as(path).isIn(400, 404);
    }
    assertThat(fetch("/data/facts.csv.gz", "Range", "bytes=0-9").statusCode()).isEqualTo(206);
  }

  @Test
  void a_portal_without_files_says_so() {
    String page = data.get("/data");
    assertThat(page).contains("还没有生成");
    assertThat(data.get("/data?lang=en")).contains("have not been generated yet");
  }

  @Test
  void files_are_made_once_the_index_stands_still_and_the_old_ones_go(@TempDir Path temporary)
      throws Exception {
    Path place = temporary.resolve("datasets");
    Files.createDirectories(place.resolve("unfinished-1"));
    try (DatasetScheduler scheduler = scheduler(place)) {
      scheduler.build();
      Path first = only(place);
      scheduler.build();
      Path second = only(place);
      assertThat(second).isNotEqualTo(first);
      scheduler.start();
      for (int i = 0; i < 1_000 && only(place).equals(second); i++) {
        Thread.sleep(20);
      }
      assertThat(only(place)).isNotEqualTo(second);
    }
  }

  private static Path only(Path place) throws IOException {
    for (int i = 0; i < 500; i++) {
      try (var all = Files.list(place)) {
        List<Path> folders = all.toList();
        if (folders.size() == 1 && !folders.getFirst().toString().contains("unfinished")) {
          return folders.getFirst();
        }
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw new AssertionError("more than one making in " + place);
  }
}
