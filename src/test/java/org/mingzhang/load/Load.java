package org.mingzhang.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests at a fixed rate, whatever the answers take (open loop, so that a slow server is
 * not spared), and tells how they were answered. Arguments: address of the portal, requests a
 * second, seconds.
 */
public final class Load {
  private static final List<String> WORDS =
      List.of("三公经费", "公务接待费", "\"机关运行经费\"", "绩效自评", "残保金", "预算 教育", "政府采购", "year:2024 收入");
  private static final List<String> PATHS =
      List.of(
          "/",
          "/search?q=",
          "/search?q=",
          "/search?q=",
          "/api/v1/search?q=",
          "/api/v1/suggest?q=",
          "/search?scope=figures&q=",
          "/search?group=document&q=",
          "/regions",
          "/changes");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Samples samples = new Samples();
  private final String origin;
  private final Random random = new Random(1);

  private Load(String origin) {
    this.origin = origin;
  }

  /** Runs one load. */
  public static void main(String[] arguments) throws InterruptedException {
    int rate = Integer.parseInt(arguments[1]);
    new Load(arguments[0]).run(rate, Integer.parseInt(arguments[2]));
  }

  private void run(int rate, int seconds) throws InterruptedException {
    AtomicInteger under = new AtomicInteger();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      long count = (long) rate * seconds;
      for (long i = 0; i < count; i++) {
        long due = start + i * 1_000_000_000L / rate;
        long wait = due - System.nanoTime();
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
        URI address = URI.create(origin + path());
        under.incrementAndGet();
        pool.execute(
            () -> {
              ask(address, due);
              under.decrementAndGet();
            });
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(String.format(Locale.ROOT, "%d requests/s for %d s: %s", rate, seconds, samples));
  }

  private String path() {
    String path = PATHS.get(random.nextInt(PATHS.size()));
    String words = WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(500);
    return path.endsWith("q=") ? path + URLEncoder.encode(words, StandardCharsets.UTF_8) : path;
  }

  private void ask(URI address, long due) {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      boolean retry = answer.headers().firstValue("Retry-After").isPresent();
      samples.add(answer.statusCode(), retry, System.nanoTime() - due);
    } catch (IOException broken) {
      samples.add(0, false, System.nanoTime() - due);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
