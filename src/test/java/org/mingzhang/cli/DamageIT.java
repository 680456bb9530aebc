package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.search.SearchService;
import org.mingzhang.web.PortalServer;
import org.mingzhang.web.source.DataFault;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.source.QuoteRenderer;

/**
 * Damages a data folder at random, one place a round, and looks whether {@code doctor} names it,
 * the portal starts, serves and mends itself, {@code doctor --repair} and {@code rebuild} do what
 * they say. Rounds: {@code mingzhang.damage.rounds}; seed: {@code mingzhang.damage.seed}.
 */
class DamageIT {
  private static final long MAX_REPAIR_NANOS_LENGTH = 120_000_000_000L;

  @TempDir Path folder;
  private DamagedData data;

  /** Responses of the portal before any damage. */
  private Map<String, String> expected = Map.of();

  private final Map<String, Integer> outcomes = new TreeMap<>();

  @BeforeEach
  void fill() throws Exception {
    data = new DamagedData(folder);
    data.fill();
    try (IndexedArchive instance = IndexedArchive.openUnreconciled(data.copy(), 1, data.reader())) {
      expected = data.told(instance.archive());
    }
    assertThat(DataCheck.run(data.copy()).faults()).as("before any damage").isEmpty();
  }

  @Test
  void damage_anywhere_is_named_and_mended_and_no_search_ends_in_an_error_page() throws Exception {
    int rounds = Integer.getInteger("mingzhang.damage.rounds", 36);
    long seed = Long.getLong("mingzhang.damage.seed", System.nanoTime());
    System.out.println("damage: " + rounds + " rounds, seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      DataFolder damaged = data.copy();
      String where = "round " + round + " of seed " + seed + ": ";
      if (round % 50 == 49) {
        System.out.println("damage: " + round + " rounds " + outcomes);
      }
      if (round % 4 == 3) {
        String done = serveAndDamage(damaged, random, where);
        outcomes.merge("while it serves " + DamagedData.kind(done), 1, Integer::sum);
        compare(damaged, done, true, where + done);
        continue;
      }
      String done = data.damage(damaged.path(), random);
      where += done;
      boolean named = !DataCheck.run(damaged).isIntact();
      switch (round % 4) {
        case 0 -> serve(damaged, where);
        case 1 -> repair(damaged, where);
        default -> rebuild(damaged, where);
      }
      outcomes.merge(
          (named ? "named" : "harmless") + " " + DamagedData.kind(done), 1, Integer::sum);
      compare(damaged, done, named, where);
    }
    System.out.println("damage: " + outcomes);
  }

  /** Asserts that all repairable damage is repaired and the rest is reported. */
  private void compare(DataFolder damaged, String done, boolean named, String where)
      throws IOException {
    boolean lost = done.contains("/objects/");
    try (IndexedArchive instance = IndexedArchive.openUnreconciled(damaged, 1, data.reader())) {
      if (!named || !lost) {
        assertThat(data.told(instance.archive())).as(where).isEqualTo(expected);
      }
    }
    assertMended(damaged, where);
  }

  /** The only damage that cannot be repaired, and is still reported: an original without source. */
  private static void assertMended(DataFolder damaged, String where) throws IOException {
    List<String> left = DataCheck.run(damaged).faults();
    if (where.contains("/objects/")) {
      assertThat(left).as(where).allMatch(fault -> fault.startsWith("original "));
    } else {
      assertThat(left).as(where).isEmpty();
    }
  }

  private void repair(DataFolder damaged, String where) throws IOException {
    List<DataRepair.Outcome> said;
    try (IndexedArchive instance = IndexedArchive.openUnreconciled(damaged, 1, data.reader())) {
      said = DataRepair.run(instance);
    }
    assertMended(damaged, where + ", repaired: " + said);
  }

  private void rebuild(DataFolder damaged, String where) throws IOException {
    try (IndexedArchive instance = IndexedArchive.openUnreconciled(damaged, 1, data.reader())) {
      var reconciler = new org.mingzhang.indexing.Reconciler(instance.archive(), instance.index());
      reconciler.rebuild();
      assertThat(reconciler.documentsWithDamagedRecords().size()).as(where).isLessThanOrEqualTo(1);
      try (SearchService search = new SearchService(instance.engine().openShards(damage -> {}))) {
        assertThat(data.found(search)).as(where).isGreaterThanOrEqualTo(data.documents() - 1);
      }
    }
    repair(damaged, where);
  }

  private void serve(DataFolder damaged, String where) throws Exception {
    String unused = serve(damaged, where, () -> "");
  }

  /** Damages the data of a running portal. */
  private String serveAndDamage(DataFolder damaged, Random random, String where) throws Exception {
    return serve(damaged, where, () -> data.damage(damaged.path(), random));
  }

  /** An action while the portal runs; returns its description. */
  @FunctionalInterface
  private interface Deed {
    String done() throws IOException;
  }

  private String serve(DataFolder damaged, String before, Deed deed) throws Exception {
    Terminal terminal = DamagedData.quietTerminal();
    String done;
    try (IndexedArchive instance = IndexedArchive.openUnreconciled(damaged, 1, data.reader());
        SelfRepair repair = new SelfRepair(instance, terminal);
        SearchService search = SearchStartup.open(instance, repair);
        BackgroundIndexing indexing =
            new BackgroundIndexing(instance, terminal, repair::reportFailure);
        PortalServer server = portal(instance, repair, search)) {
      String origin = "http://127.0.0.1:" + server.port();
      visitAll(origin, before);
      done = deed.done();
      String where = before + done;
      if (!done.isEmpty()) {
        visitAll(origin, where);
      }
      repair.queueDamageCheck();
      await(repair, where, origin);
      visitAll(origin, where);
      assertThat(indexing.status()).isEqualTo(IndexingStatus.idle());
      assertThat(data.found(search)).as(where).isEqualTo(data.documents());
    }
    // damage that a serving portal does not notice is left to `doctor`
    repair(damaged, before + done);
    return done;
  }

  private static PortalServer portal(
      IndexedArchive instance, SelfRepair repair, SearchService search) {
    return new PortalServer(
            new PortalServices(
                new SearchServiceAdapter(search),
                instance.archive(),
                IndexingStatus::idle,
                Clock.systemUTC(),
                repair,
                List::of,
                QuoteRenderer.NONE),
            PortalSettings.local(0))
        .start();
  }

  private static void await(SelfRepair repair, String where, String origin) throws Exception {
    long end = System.nanoTime() + MAX_REPAIR_NANOS_LENGTH;
    while (repair.isBusy()) {
      assertThat(System.nanoTime())
          .as("%s: still mending %s", where, repair.faults())
          .isLessThan(end);
      Thread.sleep(10);
    }
    boolean mending = repair.faults().stream().anyMatch(DataFault::isBeingRepaired);
    assertThat(mending).as(where).isFalse();
    assertThat(body(origin + "/health")).as(where).contains("\"status\"", "\"unchecked\":[]");
  }

  private void visitAll(String origin, String where) throws IOException {
    List<String> pages = new ArrayList<>(List.of("/", "/health", "/changes", "/regions"));
    for (String query : List.of("概况", "\"编号甲\"", "编号 情况", "样本1", "")) {
      String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
      for (String scope : List.of("sections", "documents", "findings")) {
        pages.add("/search?q=" + encoded + "&scope=" + scope);
      }
      pages.add("/api/v1/search?q=" + encoded);
      pages.add("/api/v1/suggest?q=" + encoded);
      pages.add("/api/v1/export?format=csv&q=" + encoded);
    }
    pages.addAll(data.permalinks());
    for (String page : pages) {
      assertThat(status(origin + page)).as("%s: %s", where, page).isNotEqualTo(500);
    }
  }

  private static int status(String address) throws IOException {
    HttpURLConnection connection = open(address);
    int status = connection.getResponseCode();
    try (InputStream body = body(connection)) {
      if (body != null) {
        body.readAllBytes();
      }
    } catch (IOException cut) {
      // an export ends where it meets damage
    }
    return status;
  }

  private static @Nullable InputStream body(HttpURLConnection connection) throws IOException {
    return connection.getResponseCode() < 400
        ? connection.getInputStream()
        : connection.getErrorStream();
  }

  private static String body(String address) throws IOException {
    try (InputStream in = open(address).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpURLConnection open(String address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setConnectTimeout(20_000);
    connection.setReadTimeout(60_000);
    connection.setInstanceFollowRedirects(false);
    return connection;
  }
}
