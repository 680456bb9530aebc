package org.mingzhang.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The worst neighbors of those who read pages: they ask what costs most, one request after the
 * other without a pause, whatever they are told, and put the worst files into a folder that is
 * read. Arguments: address of the portal, how many neighbors, seconds, the folder. Prints how they
 * were answered.
 */
public final class Neighbors {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
  private final List<HttpRequest.Builder> requests = new ArrayList<>();
  private final String origin;

  private Neighbors(String origin) {
    this.origin = origin;
    String characters = "预算公开绩效管理目标完成情况三公经费支出决算收入总计部门单位基本项目人员公用财政拨款";
    get("/search?q=" + encoded(String.join("?", characters.split("", -1))));
    get("/search?scope=documents&q=" + encoded("三?公 ".repeat(160)));
    get("/search?scope=documents&q=" + encoded("\"三 公 经 费\"~9 ".repeat(60)));
    get("/search?sort=amount&size=100&q=" + encoded("\"" + "三 公 经 费 ".repeat(60) + "\"~9"));
    get("/search?size=100&group=agency&q=" + encoded("预算 -决算 OR ".repeat(60)));
    get("/search?q=" + encoded("20" + "24 20".repeat(150)) + "&scope=documents");
    get("/search/facet?dimension=agency&q=" + encoded("-预算"));
    get("/api/v1/export?format=xlsx");
    get("/api/v1/export?format=csv&scope=figures");
    get("/compare?kind=topic");
    post("/batch", "预?算 经*费 -三公 OR 2024\n".repeat(900));
    post("/api/v1/batch?scope=documents", "\"三 公\"~9 2024\n".repeat(900));
    post("/batch", "预".repeat(4_000_000));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void get(String path) {
    requests.add(HttpRequest.newBuilder(URI.create(origin + path)));
  }

  private void post(String path, String body) {
    requests.add(
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Adds what no reader sends of an original. */
  private void originals() throws IOException, InterruptedException {
    HttpRequest list = HttpRequest.newBuilder(URI.create(origin + "/sitemap.xml")).build();
    String sitemap = client.send(list, HttpResponse.BodyHandlers.ofString()).body();
    String path = sitemap.replaceAll("(?s).*?<loc>https?://[^/<]+(/d/[^/<]+)[/<].*", "$1");
    for (String range : List.of("bytes=99999999999-", "bytes=0-0,2-2,4-4,-1", "bytes=0-")) {
      requests.add(
          HttpRequest.newBuilder(URI.create(origin + path + "/original")).header("Range", range));
    }
  }

  /** Asks for so many seconds. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Neighbors neighbors = new Neighbors(arguments[0]);
    neighbors.originals();
    int many = Integer.parseInt(arguments[1]);
    long end = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000L;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        int first = i;
        pool.execute(() -> neighbors.ask(first, end));
      }
      files(Path.of(arguments[3]), end);
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .println("hostile neighbours, answers by status: " + neighbors.answers);
  }

  private void ask(int first, long end) {
    for (int i = first; System.nanoTime() < end; i++) {
      int status = 0;
      try {
        HttpRequest request =
            requests.get(i % requests.size()).timeout(Duration.ofSeconds(60)).build();
        status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      } catch (IOException broken) {
        status = 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      answers.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
    }
  }

  /** A file every two seconds, each of another content. */
  private static void files(Path folder, long end) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (int i = 0; System.nanoTime() < end; i++) {
      String mark = "第" + i + "份 ";
      String text =
          switch (i % 4) {
            case 0 -> mark + "三公经费支出决算数为".repeat(40_000);
            case 1 -> mark + "\n" + "一、部门概况\n".repeat(60_000);
            case 2 -> mark + "（".repeat(400_000);
            default -> mark + "2024年度支出12.34万元，".repeat(30_000);
          };
      Files.writeString(folder.resolve("hostile-" + i + ".txt"), text);
      Thread.sleep(2_000);
    }
  }
}
