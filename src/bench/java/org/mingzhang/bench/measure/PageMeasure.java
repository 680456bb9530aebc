package org.mingzhang.bench.measure;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.NewVersion;
import org.mingzhang.bench.corpus.BenchDocument;
import org.mingzhang.bench.corpus.Corpus;
import org.mingzhang.bench.corpus.Queries;
import org.mingzhang.bench.peer.Folders;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.bench.report.Samples;

/**
 * Measures pages over HTTP from a server with the documented heap size. The clients run in this
 * process on the same processors. Section pages are those of the first documents of the corpus,
 * because only these are in the archive. The first pages of a new process are a separate line; the
 * others are measured after a warm-up with other queries.
 */
public final class PageMeasure {
  private static final int HEAP_MIB = 512;
  private static final int KEPT = 200;
  private static final int FIRST = 400;
  private static final int WARM = 6000;
  private static final int TIMED = 1600;
  private static final int HOT = 60;

  /** Pages that go over all documents. */
  private static final List<String> OVERVIEWS =
      List.of(
          "/",
          "/regions",
          "/compare",
          "/leads",
          "/coverage",
          "/transparency",
          "/indicators",
          "/changes",
          "/answer?q=" + URLEncoder.encode("哪些区三公经费上涨", StandardCharsets.UTF_8));

  private final Corpus corpus;
  private final Path index;
  private final long sections;
  private final Report report;

  /** Measures on an index of a corpus. */
  public PageMeasure(Corpus corpus, Path index, long sections, Report report) {
    this.corpus = corpus;
    this.index = index;
    this.sections = sections;
    this.report = report;
  }

  /**
   * All lines.
   *
   * @param queries what is asked and timed
   * @param others other queries, which bring the server to its usual speed
   */
  public void run(Queries queries, Queries others) throws IOException, InterruptedException {
    Path archive = index.resolveSibling(index.getFileName() + ".archive");
    keep(archive);
    try (ServerProcess server = new ServerProcess(index, archive, HEAP_MIB)) {
      List<String> results = results(queries, TIMED * 3);
      List<String> pages = sectionPages();
      List<String> before = results(others, FIRST + WARM);
      timed(server, "result page of a new server", before.subList(0, FIRST), 8);
      load(server, before.subList(FIRST, FIRST + WARM), 8, WARM);
      load(server, pages, 8, WARM);
      int from = 0;
      for (int clients : ServerProcess.clients()) {
        timed(server, "result page", results.subList(from, from + TIMED), clients);
        from += TIMED;
        timed(server, "section page", pages, clients);
      }
      for (String overview : OVERVIEWS) {
        String separator = overview.contains("?") ? "&" : "?";
        List<String> languages =
            List.of(
                overview, overview + separator + "lang=en", overview + separator + "lang=zh-Hant");
        timed(server, "overview " + overview, languages, 1);
      }
      List<String> hot = results.subList(from - HOT, from);
      load(server, hot, 8, HOT);
      timed(
          server,
          "result page asked before",
          Collections.nCopies(10, hot).stream().flatMap(List::stream).toList(),
          8);
      report.add(
          new Row(
              "Memory",
              "server with -Xmx" + HEAP_MIB + "m after 64 clients",
              sections,
              Map.of("heap MiB", server.heapMiB(), "resident MiB", server.residentMiB())));
    }
  }

  private void timed(ServerProcess server, String page, List<String> addresses, int clients)
      throws InterruptedException {
    double cpu = server.cpuSeconds();
    long begin = System.nanoTime();
    Samples samples = load(server, addresses, clients, addresses.size());
    double seconds = (System.nanoTime() - begin) / 1e9;
    Row row =
        new Row("Pages", page + ", " + clients + " clients", sections, samples.numbers())
            .with("pages/s", samples.count() / seconds)
            .with("server CPU ms", (server.cpuSeconds() - cpu) * 1000 / samples.count())
            .with("failed", addresses.size() - (double) samples.count());
    report.add(row);
  }

  /** Asks for so many of the addresses in turn, by so many clients at once. */
  private static Samples load(
      ServerProcess server, List<String> addresses, int clients, int requests)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Samples all = new Samples();
    List<Thread> threads = new ArrayList<>();
    for (int c = 0; c < clients; c++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    Samples own = new Samples();
                    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                      get(server.origin() + addresses.get(i % addresses.size()), own);
                    }
                    synchronized (all) {
                      all.add(own);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return all;
  }

  /**
   * Reads a page to its end; only responses with status 200 count. After a rejection it waits as
   * long as Retry-After says and continues with the next page.
   */
  private static void get(String address, Samples samples) {
    long begin = System.nanoTime();
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address).toURL().openConnection();
      connection.setRequestProperty("Accept-Encoding", "gzip");
      connection.setRequestProperty("Accept", "text/html");
      if (connection.getResponseCode() == HttpURLConnection.HTTP_UNAVAILABLE) {
        connection.getErrorStream().readAllBytes();
        Thread.sleep(1000L * connection.getHeaderFieldInt("Retry-After", 1));
        return;
      }
      try (InputStream in = connection.getInputStream()) {
        in.readAllBytes();
      }
      samples.add(System.nanoTime() - begin);
    } catch (IOException e) {
      // a page that was refused is missing in the count
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> results(Queries queries, int count) {
    List<String> typed = new ArrayList<>();
    queries.aligned().forEach(q -> typed.add("\"" + q + "\""));
    queries.words().forEach(w -> typed.add(String.join(" ", w)));
    typed.addAll(queries.bool());
    typed.addAll(queries.ranges());
    queries.crossing().forEach(q -> typed.add("\"" + q + "\""));
    Collections.shuffle(typed, new java.util.Random(7));
    List<String> addresses = new ArrayList<>();
    for (int n = 0; addresses.size() < count; n++) {
      String query = typed.get(n % typed.size());
      String year = n < typed.size() ? "" : "&year=" + (2015 + n / typed.size());
      addresses.add("/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + year);
    }
    return addresses;
  }

  private List<String> sectionPages() {
    List<String> addresses = new ArrayList<>();
    for (int d = 0; d < KEPT; d++) {
      BenchDocument document = corpus.document(d);
      for (String slug : document.sectionIds().stream().limit(6).toList()) {
        addresses.add("/d/" + document.id() + "/" + slug);
      }
    }
    Collections.shuffle(addresses, new java.util.Random(8));
    return addresses;
  }

  private void keep(Path folder) throws IOException {
    Folders.remove(folder);
    Path original = Files.createTempFile("bench", ".txt");
    try (Archive archive = Archive.open(folder)) {
      for (int d = 0; d < KEPT; d++) {
        BenchDocument document = corpus.document(d);
        archive.store(
            new NewVersion(
                document.id(),
                document.id(),
                document.sectionIds(),
                document.disclosure(),
                original,
                original,
                null,
                1,
                Instant.EPOCH,
                null,
                false,
                null));
      }
    } finally {
      Files.delete(original);
    }
  }
}
