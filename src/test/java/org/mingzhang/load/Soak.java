package org.mingzhang.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has the server collect its garbage every few seconds while others ask it and its files change,
 * reads its own numbers, and tells how heap, threads and open files grow in an hour, with a 95 %
 * interval. The first third is left out: caches fill. Arguments: address of the portal, its process
 * ID, seconds. Exits with 1 where something grows.
 */
public final class Soak {
  private static final int EVERY_SECONDS = 10;

  /** Growth an hour that nobody would call a leak: MB of heap, threads, files. */
  private static final double[] ALLOWED = {10, 2, 5};

  private static final List<String> NAMES = List.of("heap, MB", "threads", "open files");
  private static final List<String> NUMBERS =
      List.of(
          "jvm_memory_used_bytes\\{area=\"heap\"\\}", "jvm_threads_current", "process_open_fds");

  private Soak() {}

  /** Watches. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    List<double[]> seen = new ArrayList<>();
    long end = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000L;
    while (System.nanoTime() < end) {
      Thread.sleep(EVERY_SECONDS * 1000L);
      collect(arguments[1]);
      String text =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(arguments[0] + "/metrics")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      seen.add(NUMBERS.stream().mapToDouble(name -> number(text, name)).toArray());
    }
    System.exit(report(seen, Double.parseDouble(arguments[2])) ? 0 : 1);
  }

  private static void collect(String process) throws IOException, InterruptedException {
    new ProcessBuilder(System.getProperty("java.home") + "/bin/jcmd", process, "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static boolean report(List<double[]> seen, double seconds) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        "| after collection | first | last | an hour, 95 % |\n| --- | ---: | ---: | ---: |");
    boolean well = true;
    double step = seconds / seen.size();
    for (int n = 0; n < NAMES.size(); n++) {
      int number = n;
      double unit = n == 0 ? 1e6 : 1;
      double[] values = seen.stream().mapToDouble(row -> row[number] / unit).toArray();
      Trend trend =
          Trend.of(Arrays.copyOfRange(values, values.length / 3, values.length)).times(3600 / step);
      out.println(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.1f | %s |",
              NAMES.get(n),
              values[0],
              values[values.length - 1],
              trend));
      well &= trend.noGrowth() || trend.slope() < ALLOWED[n];
    }
    return well;
  }

  private static double number(String metrics, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + " ([0-9.eE+-]+)").matcher(metrics);
    return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
  }
}
