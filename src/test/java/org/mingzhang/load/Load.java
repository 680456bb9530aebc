package org.mingzhang.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests at a fixed rate, whatever the answers take (open loop, so that a slow server is
 * not spared), and tells how they were answered: a row a load. Times are from the moment a request
 * was due. Arguments: address of the portal, then {@code RATE:SECONDS} as often as wanted; begun
 * with {@code ~} a load is not told, since it only makes this program itself warm.
 */
public final class Load {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String origin;
  private final Visits visits;

  private Load(String origin) throws IOException, InterruptedException {
    this.origin = origin;
    this.visits = Visits.of(client, origin, Long.getLong("mingzhang.load.seed", 1));
  }

  /** Runs loads. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Load load = new Load(arguments[0]);
    out.println(Samples.HEAD);
    for (int i = 1; i < arguments.length; i++) {
      boolean silent = arguments[i].startsWith("~");
      String[] parts = arguments[i].substring(silent ? 1 : 0).split(":", 2);
      int rate = Integer.parseInt(parts[0]);
      int seconds = Integer.parseInt(parts[1]);
      Samples samples = load.run(rate, seconds);
      if (!silent) {
        out.println(samples.row(rate, seconds));
      }
    }
  }

  private Samples run(int rate, int seconds) throws InterruptedException {
    Samples samples = new Samples();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      long count = (long) rate * seconds;
      for (long i = 0; i < count; i++) {
        long due = start + i * 1_000_000_000L / rate;
        long wait = due - System.nanoTime();
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
        URI address = URI.create(origin + visits.next());
        pool.execute(() -> ask(address, due, samples));
      }
    }
    return samples;
  }

  private void ask(URI address, long due, Samples samples) {
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
