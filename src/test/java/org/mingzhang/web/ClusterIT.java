package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.cli.SearchServiceAdapter;
import org.mingzhang.cli.TrialCluster;
import org.mingzhang.cluster.ClusterSettings;
import org.mingzhang.cluster.OpenSearchIndex;
import org.mingzhang.cluster.OpenSearchShards;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.schema.DocumentIndexAttributes;
import org.mingzhang.search.Hit;
import org.mingzhang.search.Parity;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.search.SearchService;
import org.mingzhang.search.ShardUnreachableException;
import org.mingzhang.shard.SearchIndex;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.source.SearchPort;
import org.mingzhang.wire.IndexableDocument;

/**
 * A cluster of three nodes, each a process of its own, answers as one index does: filled, changed,
 * with a shard on the move, with a node killed. Skipped where what the nodes are started from is
 * not there: {@code ./mingzhang torture cluster} fetches it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {
  private static final Path SOFTWARE = Path.of("target/opensearch");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SHARDS = 4;
  private static final String LATER = "后来局";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Path folder;
  private static TrialCluster cluster;
  private static ClusterSettings settings;
  private static InCluster index;
  private static Parity parity;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeThat(TrialCluster.hasSoftware(SOFTWARE))
        .as("software of nodes in " + SOFTWARE + " (./mingzhang torture cluster fetches it)")
        .isTrue();
    folder = Files.createTempDirectory("cluster");
    cluster = new TrialCluster(SOFTWARE, folder, 320, TrialCluster.findFreePorts(3));
    cluster.start();
    List<URI> nodes = ClusterSettings.parseNodes(cluster.engineOption());
    settings = ClusterSettings.of(nodes).withRetryTimeout(Duration.ofSeconds(150));
    await(
        "/_cluster/health?timeout=1s&wait_for_nodes=3",
        health -> {
          assertThat(cluster.findFirstEnded()).as("node that ended").isNegative();
          return !health.path("timed_out").asBoolean();
        });
    settings = settings.withRetryTimeout(PATIENCE).withIndex("parity", SHARDS, 1);
    index = new InCluster(settings);
    parity = new Parity(index);
    parity.fill();
  }

  @AfterAll
  static void stop() throws IOException {
    if (parity != null) {
      parity.close();
      index.close();
    }
    if (cluster != null) {
      cluster.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** An index in the cluster. */
  private static final class InCluster implements Parity.Peer, AutoCloseable {
    private final ClusterSettings of;
    private final OpenSearchIndex documents;
    private SearchService service;

    private InCluster(ClusterSettings of) throws IOException {
      this.of = of;
      this.documents = OpenSearchIndex.open(of);
      this.service = search();
      // removed rows can be forgotten as soon as all copies are without them
      call("PUT", "/" + of.index() + "/_settings", QUICK);
    }

    private static final String QUICK =
        "{\"index.soft_deletes.retention_lease.sync_interval\": \"200ms\"}";

    private SearchService search() throws IOException {
      return new SearchService(OpenSearchShards.open(of), Duration.ofMinutes(10));
    }

    @Override
    public SearchService service() {
      return service;
    }

    @Override
    public void add(String id, Disclosure disclosure, EditionGroup editions) {
      add(id, disclosure, editions, SearchIndex.arrival(id));
    }

    private void add(String id, Disclosure disclosure, EditionGroup editions, long version) {
      List<String> slugs =
          IntStream.range(0, disclosure.sections().size()).mapToObj(i -> "s" + i).toList();
      try {
        documents.replace(
            new IndexableDocument(
                id,
                disclosure,
                slugs,
                List.of(),
                new DocumentIndexAttributes(editions, version, SearchIndex.published(id))));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void remove(String id) {
      try {
        documents.remove(id);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void refresh() {
      try {
        documents.refreshBlocking();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    /** Completions are made anew, too: they may lag behind where that takes long. */
    @Override
    public void expunge() {
      refresh();
      await("/" + of.index() + "/_flush?force=true", answer -> true, "POST");
      await(
          "/" + of.index() + "/_stats/docs",
          stats -> {
            call("POST", "/" + of.index() + "/_forcemerge?max_num_segments=1&flush=true", "");
            refresh();
            return stats.at("/_all/primaries/docs/deleted").asLong() == 0;
          });
      try {
        service.close();
        service = search();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() throws IOException {
      service.close();
      documents.close();
    }
  }

  private static JsonNode call(String method, String path, String body) {
    for (URI node : settings.nodes()) {
      HttpRequest request =
          HttpRequest.newBuilder(node.resolve(path))
              .timeout(Duration.ofSeconds(30))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      try {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return JSON.readTree(answer.body());
        }
      } catch (IOException dead) {
        // the next one may live
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return JSON.createObjectNode().put("error", true);
  }

  private static void await(String path, java.util.function.Predicate<JsonNode> wanted) {
    await(path, wanted, "GET");
  }

  private static void await(
      String path, java.util.function.Predicate<JsonNode> wanted, String method) {
    long begin = System.nanoTime();
    JsonNode answer = call(method, path, "");
    while (answer.has("error") || !wanted.test(answer)) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .as(path + " " + answer)
          .isLessThan(Duration.ofMinutes(3));
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      answer = call(method, path, "");
    }
  }

  @Test
  @Order(1)
  void the_cluster_answers_as_one_index() {
    parity.compareSearches(45);
    parity.compareTheRest();
  }

  @Test
  @Order(2)
  void little_found_is_loosened_and_corrected_alike() {
    parity.compareLittleFound();
  }

  @Test
  @Order(3)
  void the_same_holds_when_documents_were_replaced_and_removed() {
    parity.change();
    parity.compareSearches(25);
    parity.compareTheRest();
  }

  @Test
  @Order(4)
  void an_older_version_never_overwrites_a_newer_one() {
    SearchRequest all = SearchRequest.of("", SearchScope.DOCUMENTS).withSize(100);
    long documents = index.service().countTotal(all);
    Disclosure any =
        SearchIndex.disclosure(SearchIndex.metadata("旧稿", "旧局", null, 2020, null), List.of());
    index.add("twice", any, EditionGroup.NONE, 7);
    Disclosure newer =
        SearchIndex.disclosure(SearchIndex.metadata("新稿", "新局", null, 2020, null), List.of());
    index.add("twice", newer, EditionGroup.NONE, 8);
    index.add("twice", any, EditionGroup.NONE, 7);
    index.refresh();
    assertThat(index.service().countTotal(SearchRequest.of("\"新稿\"", SearchScope.DOCUMENTS)))
        .isEqualTo(1);
    assertThat(index.service().countTotal(SearchRequest.of("\"旧稿\"", SearchScope.DOCUMENTS)))
        .isZero();
    index.remove("twice");
    index.expunge();
    assertThat(index.service().countTotal(all)).isEqualTo(documents);
  }

  /** Of all documents but those that come later, in an order that does not depend on them. */
  private static SearchRequest lasting() {
    return new SearchRequest(
        "工会",
        SearchScope.SECTIONS,
        Map.of(),
        Map.of(FacetDimension.AGENCY, List.of(LATER)),
        Sort.YEAR,
        Grouping.NONE,
        50,
        null);
  }

  private static List<String> ids(SearchResults results) {
    return results.hits().stream().map(Hit::id).toList();
  }

  /** Of all facets but that of agencies, which counts those that are shut out, too. */
  private static Map<FacetDimension, List<FacetValue>> counts(SearchResults results) {
    Map<FacetDimension, List<FacetValue>> counts = new EnumMap<>(results.facets());
    counts.remove(FacetDimension.AGENCY);
    return counts;
  }

  /** Asks again and again; answers how many answers there were, all of them the same. */
  private static CompletableFuture<Integer> asking(AtomicBoolean ended) {
    SearchResults whole = parity.whole().search(lasting());
    return CompletableFuture.supplyAsync(
        () -> {
          int answers = 0;
          while (!ended.get()) {
            try {
              SearchResults now = index.service().search(lasting());
              assertThat(ids(now)).isEqualTo(ids(whole));
              assertThat(now.total()).isEqualTo(whole.total());
              assertThat(counts(now)).isEqualTo(counts(whole));
              answers++;
            } catch (ShardUnreachableException said) {
              // no answer is no smaller answer
            }
          }
          return answers;
        });
  }

  private static JsonNode shards() {
    return call("GET", "/_cat/shards/parity?format=json", "");
  }

  private static boolean settled() {
    return Stream.of(shards())
        .flatMap(all -> IntStream.range(0, all.size()).mapToObj(all::get))
        .allMatch(shard -> shard.path("state").asText().equals("STARTED"));
  }

  @Test
  @Order(5)
  void a_shard_that_moves_to_another_node_answers_all_the_time() {
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Integer> answers = asking(ended);
    String from = "";
    List<String> holders = new java.util.ArrayList<>();
    for (JsonNode shard : shards()) {
      if (shard.path("shard").asText().equals("0")) {
        holders.add(shard.path("node").asText());
        from = shard.path("prirep").asText().equals("p") ? shard.path("node").asText() : from;
      }
    }
    String to =
        Stream.of("node-1", "node-2", "node-3")
            .filter(node -> !holders.contains(node))
            .findFirst()
            .orElseThrow();
    JsonNode moved =
        call(
            "POST",
            "/_cluster/reroute",
            "{\"commands\":[{\"move\":{\"index\":\"parity\",\"shard\":0,\"from_node\":\"%s\","
                    .formatted(from)
                + "\"to_node\":\"%s\"}}]}".formatted(to));
    assertThat(moved.has("error")).isFalse();
    await("/_cluster/health?timeout=1s", health -> settled());
    ended.set(true);
    assertThat(answers.join()).isPositive();
    parity.compareSearches(15);
  }

  @Test
  @Order(6)
  void a_node_killed_while_indexing_and_searching_loses_nothing_and_doubles_nothing() {
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Integer> answers = asking(ended);
    int[] sent = {0};
    parity.add(
        "k",
        40,
        LATER,
        () -> {
          if (++sent[0] == 15) {
            cluster.kill(1);
          } else if (sent[0] % 10 == 0) {
            index.refresh();
          }
        });
    ended.set(true);
    assertThat(answers.join()).isPositive();
    SearchRequest all = SearchRequest.of("", SearchScope.DOCUMENTS).withSize(100);
    assertThat(index.service().countTotal(all)).isEqualTo(parity.whole().countTotal(all));
    index.expunge();
    parity.compareSearches(25);
    parity.compareTheRest();
  }

  @Test
  @Order(7)
  void pages_and_data_of_a_portal_over_the_cluster_are_those_of_a_portal_over_one_index()
      throws IOException {
    Path data = Files.createDirectories(folder.resolve("portal"));
    ClusterSettings other = settings.withIndex("portal", 3, 0);
    try (Archive archive = Archive.open(data.resolve("archive"));
        InCluster there = new InCluster(other)) {
      List<ArchivedDisclosure> documents = new InventedDisclosures(archive, data).store();
      for (ArchivedDisclosure document : documents) {
        there.documents.replace(document, List.of(), EditionGroup.NONE, PublicationInfo.UNKNOWN);
      }
      there.refresh();
      try (IndexedSearch one = new IndexedSearch(documents);
          PortalServer whole = portal(archive, one.port());
          PortalServer parts = portal(archive, new SearchServiceAdapter(there.service()))) {
        for (String path : PATHS) {
          assertThat(body(parts, path)).as(path).isEqualTo(body(whole, path));
        }
      }
    }
  }

  private static final List<String> PATHS =
      Stream.concat(
              Addresses.PAGES.stream(),
              Stream.of(
                  "/api/v1/search?q=%E4%B8%89%E5%85%AC",
                  "/api/v1/search?q=%E7%BB%8F%E8%B4%B9&scope=figures&sort=amount",
                  "/api/v1/search?scope=findings&group=agency",
                  "/feed?q=%E4%B8%89%E5%85%AC",
                  "/search.csv?q=%E7%BB%8F%E8%B4%B9",
                  "/search.jsonl?scope=indicators"))
          .toList();

  private static PortalServer portal(Archive archive, SearchPort search) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    PortalServices services = new PortalServices(search, archive, IndexingStatus::idle, clock);
    return new PortalServer(services, PortalSettings.local(0), null, null).start();
  }

  /** Without what tells the time and the server. */
  private static String body(PortalServer server, String path) {
    String origin = "http://127.0.0.1:" + server.port();
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(origin + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode()
          + "\n"
          + answer
              .body()
              .replace(":" + server.port(), "")
              .replace("%3A" + server.port(), "")
              .replaceAll("\"tookMs\":[0-9.]+", "")
              .replaceAll("[0-9.]+ (毫秒|ms|秒|seconds)", "");
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Order(8)
  void without_a_shard_there_is_no_answer_rather_than_a_smaller_one() throws IOException {
    cluster.kill(2);
    ClusterSettings hasty = settings.withRetryTimeout(Duration.ofSeconds(2));
    assertThatThrownBy(
            () -> {
              try (SearchService service = new SearchService(OpenSearchShards.open(hasty))) {
                service.search(lasting());
              }
            })
        .isInstanceOf(ShardUnreachableException.class);
    assertThat(cluster.findFirstEnded()).isEqualTo(1);
  }

  /** What this test itself asks the nodes for, and what nodes do for themselves. */
  private static final Pattern OF_THE_TEST =
      Pattern.compile(
          "internal:.*|cluster:(?:monitor|admin)/.*|indices:monitor/.*|indices:admin/(?:flush|settings/update|forcemerge|synced_flush|seq_no/.*|publishCheckpoint.*)(?:\\[.*)?");

  @Test
  @Order(9)
  void the_least_rights_of_a_portal_are_enough() throws IOException {
    List<String> rights =
        Files.readAllLines(Path.of("deploy/roles.yml")).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("- indices:"))
            .map(line -> line.substring(2))
            .toList();
    Set<String> asked = new TreeSet<>();
    for (int node = 0; node < 3; node++) {
      Files.readAllLines(cluster.logFile(node)).stream()
          .filter(line -> line.startsWith("action "))
          .map(line -> line.substring("action ".length()))
          .filter(action -> !OF_THE_TEST.matcher(action).matches())
          .forEach(asked::add);
    }
    assertThat(asked).anyMatch(action -> action.startsWith("indices:data/read/mingzhang/"));
    assertThat(asked)
        .allMatch(action -> rights.stream().anyMatch(right -> isAllowed(action, right)));
  }

  private static boolean isAllowed(String action, String right) {
    return right.endsWith("*")
        ? action.startsWith(right.substring(0, right.length() - 1))
        : action.equals(right);
  }
}
