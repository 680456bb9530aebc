package org.mingzhang.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mingzhang.bench.corpus.BenchDocument;
import org.mingzhang.bench.corpus.Corpus;
import org.mingzhang.bench.corpus.Queries;
import org.mingzhang.bench.peer.Folders;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.cli.TrialCluster;
import org.mingzhang.cluster.ClusterSettings;
import org.mingzhang.cluster.OpenSearchIndex;
import org.mingzhang.cluster.OpenSearchShards;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.schema.DocumentIndexAttributes;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;
import org.mingzhang.wire.IndexableDocument;

/**
 * Compares a cluster of three nodes on this machine with one local index of the same sections:
 * filling, complete searches, bytes transferred for a search, and equality of results. As all nodes
 * share the machine's processors, this compares work and not speed-up. A run that keeps its indexes
 * continues the filling where an earlier one was stopped.
 */
public final class ClusterMeasure {
  private static final Path SOFTWARE = Path.of("target/opensearch");
  private static final String TABLE = "Cluster of three nodes on this machine";
  private static final String BESIDE = "One index beside the idle cluster";
  private static final int NODES = 3;
  private static final int HEAP_MIB = 768;
  private static final int PORTION = 20_000;
  private static final Duration STARTING = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Corpus corpus;
  private final Path index;
  private final long sections;
  private final Report report;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int threads = Runtime.getRuntime().availableProcessors();
  private final boolean kept;

  /**
   * Measures beside an index of this machine that holds the first sections of a corpus.
   *
   * @param kept whether the nodes' data stays for the next run
   */
  public ClusterMeasure(Corpus corpus, Path index, long sections, Report report, boolean kept) {
    this.corpus = corpus;
    this.index = index;
    this.sections = sections;
    this.report = report;
    this.kept = kept;
  }

  /** Adds all lines to the report; a remark if the software of the nodes is missing. */
  public void run(Path work, Queries asked, int rounds) throws IOException, InterruptedException {
    if (!TrialCluster.hasSoftware(SOFTWARE)) {
      report.note("no cluster was measured: ./mingzhang cluster --help fetches its software");
      return;
    }
    Path folder = work.resolve("cluster-" + sections);
    if (!kept) {
      Folders.remove(folder);
    }
    try (TrialCluster cluster =
        new TrialCluster(SOFTWARE, folder, HEAP_MIB, TrialCluster.findFreePorts(NODES))) {
      cluster.start();
      List<URI> nodes = ClusterSettings.parseNodes(cluster.engineOption());
      ClusterSettings settings =
          ClusterSettings.of(nodes).withRetryTimeout(STARTING).withIndex("bench", NODES, 0);
      awaitNodes(nodes.getFirst());
      fill(settings, nodes.getFirst(), ClusterFilling.in(folder.resolve("filled.json")));
      new AnswerMeasure(() -> OpenSearchShards.open(settings), TABLE, sections, report)
          .run(asked, rounds);
      new AnswerMeasure(() -> LocalShards.open(index), BESIDE, sections, report).run(asked, rounds);
      wire(settings, asked);
      same(settings, asked);
    }
    if (!kept) {
      Folders.remove(folder);
    }
  }

  private void awaitNodes(URI node) throws IOException, InterruptedException {
    long end = System.nanoTime() + STARTING.toNanos();
    while (true) {
      try {
        JsonNode health = get(node, "/_cluster/health?timeout=5s&wait_for_nodes=" + NODES);
        if (health.path("number_of_nodes").asInt() == NODES) {
          return;
        }
      } catch (IOException starting) {
        Thread.sleep(500);
      }
      if (System.nanoTime() > end) {
        throw new IOException("the nodes did not find each other in time");
      }
    }
  }

  private JsonNode get(URI node, String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(node.resolve(path)).build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  /** Processor time that the nodes have taken, in nanoseconds. */
  private long cpu(URI node) throws IOException, InterruptedException {
    long millis = 0;
    for (JsonNode each : get(node, "/_nodes/stats/process").path("nodes")) {
      millis += each.at("/process/cpu/total_in_millis").asLong();
    }
    return millis * 1_000_000;
  }

  private void fill(ClusterSettings settings, URI node, ClusterFilling filling)
      throws IOException, InterruptedException {
    try (OpenSearchIndex filled = OpenSearchIndex.open(settings);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      int[] documents = {0};
      corpus.forEachPortion(
          sections,
          PORTION,
          portion -> {
            int before = documents[0];
            documents[0] += portion.size();
            if (documents[0] > filling.documents()) {
              filling.add(
                  portion.size(), () -> send(filled, pool, portion, before), () -> cpu(node));
            }
          });
      filling.add(0, filled::refreshBlocking, () -> cpu(node));
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("sections/s", sections / filling.seconds());
    numbers.put("sections/s of the nodes' CPU", sections / filling.processorSeconds());
    JsonNode store = get(node, "/" + settings.index() + "/_stats/store,segments");
    numbers.put("MiB", store.at("/_all/total/store/size_in_bytes").asLong() / 1048576.0);
    numbers.put("segments", store.at("/_all/total/segments/count").asDouble());
    report.add(new Row(TABLE, "filling, " + NODES + " shards", sections, numbers));
  }

  /**
   * Sends a document with its ordinal in the corpus as version, so that repeating it is harmless.
   */
  private void send(
      OpenSearchIndex filled, ExecutorService pool, List<BenchDocument> portion, long sentBefore)
      throws IOException, InterruptedException, ExecutionException {
    List<Future<?>> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = portion.size() * t / threads;
      int to = portion.size() * (t + 1) / threads;
      running.add(
          pool.submit(
              () -> {
                for (int n = from; n < to; n++) {
                  filled.replace(indexable(portion.get(n), sentBefore + n + 1));
                }
                return true;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
    // waits for all that was sent; only then does the portion count as filled
    filled.refresh();
  }

  private static IndexableDocument indexable(BenchDocument document, long version) {
    return new IndexableDocument(
        document.id(),
        document.disclosure(),
        document.sectionIds(),
        List.of(),
        new DocumentIndexAttributes(EditionGroup.NONE, version, PublicationInfo.UNKNOWN));
  }

  /** Bytes that shards send for a complete search once the facet dictionaries are cached. */
  private void wire(ClusterSettings settings, Queries asked) throws IOException {
    try (OpenSearchShards shards = OpenSearchShards.open(settings);
        SearchService service = new SearchService(shards)) {
      long begun = shards.bytesReceived();
      service.search(SearchRequest.of("", SearchScope.SECTIONS));
      bytes("bytes of the first answer, to everything", shards.bytesReceived() - begun, 1);
      begun = shards.bytesReceived();
      List<String> words = asked.words().stream().map(w -> String.join(" ", w)).toList();
      words.forEach(typed -> service.search(SearchRequest.of(typed, SearchScope.SECTIONS)));
      bytes("bytes of an answer to words", shards.bytesReceived() - begun, words.size());
    }
  }

  private void bytes(String work, long bytes, int answers) {
    report.add(new Row(TABLE, work, sections, Map.of("KiB", bytes / 1024.0 / answers)));
  }

  /** Number of searches with identical results. */
  private void same(ClusterSettings settings, Queries asked) throws IOException {
    List<String> queries = new ArrayList<>(asked.bool());
    asked.words().forEach(words -> queries.add(String.join(" ", words)));
    asked.aligned().forEach(phrase -> queries.add("\"" + phrase + "\""));
    long equal = 0;
    try (SearchService there = new SearchService(OpenSearchShards.open(settings));
        SearchService here = new SearchService(LocalShards.open(index))) {
      for (String query : queries) {
        SearchRequest request = SearchRequest.of(query, SearchScope.SECTIONS);
        equal += comparable(there.search(request)).equals(comparable(here.search(request))) ? 1 : 0;
      }
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("asked", (double) queries.size());
    numbers.put("equal", (double) equal);
    report.add(new Row(TABLE, "answers like those of one index", sections, numbers));
  }

  private static List<Object> comparable(SearchResults results) {
    List<Object> all = new ArrayList<>();
    all.add(results.total());
    all.add(results.facets());
    all.add(results.scopeTotals());
    results.hits().stream().map(Hit::id).forEach(all::add);
    return all;
  }
}
