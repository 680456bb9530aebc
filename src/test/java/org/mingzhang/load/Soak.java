package org.mingzhang.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the server's own numbers every few seconds while something else asks it, and tells by how
 * much heap after collection, threads and open files grow in an hour (least squares over the second
 * half, when caches have filled). Arguments: address of the portal, seconds.
 */
public final class Soak {
  private static final int EVERY_SECONDS = 5;
  private static final List<String> NUMBERS =
      List.of("jvm_memory_pool_collection_used_bytes", "jvm_threads_current", "process_open_fds");

  private Soak() {}

  /** Watches. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    List<double[]> seen = new ArrayList<>();
    int rounds = Integer.parseInt(arguments[1]) / EVERY_SECONDS;
    for (int i = 0; i < rounds; i++) {
      Thread.sleep(EVERY_SECONDS * 1000L);
      String text =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(arguments[0] + "/metrics")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      seen.add(NUMBERS.stream().mapToDouble(name -> sum(text, name)).toArray());
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int n = 0; n < NUMBERS.size(); n++) {
      int number = n;
      double[] values = seen.stream().mapToDouble(row -> row[number]).toArray();
      out.println(
          String.format(
              Locale.ROOT,
              "%s: first %.0f, last %.0f, slope of the second half %+.0f an hour",
              NUMBERS.get(n),
              values[0],
              values[values.length - 1],
              slope(values) * 3600 / EVERY_SECONDS));
    }
  }

  /** Sum over all label values. */
  private static double sum(String metrics, String name) {
    Matcher line =
        Pattern.compile("(?m)^" + name + "(?:\\{[^}]*\\})? ([0-9.eE+-]+)").matcher(metrics);
    double sum = 0;
    while (line.find()) {
      sum += Double.parseDouble(line.group(1));
    }
    return sum;
  }

  private static double slope(double[] values) {
    int from = values.length / 2;
    int n = values.length - from;
    double meanX = (n - 1) / 2.0;
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      meanY += values[from + i] / n;
    }
    double above = 0;
    double below = 0;
    for (int i = 0; i < n; i++) {
      above += (i - meanX) * (values[from + i] - meanY);
      below += (i - meanX) * (i - meanX);
    }
    return below == 0 ? 0 : above / below;
  }
}
