package org.mingzhang.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.bench.peer.Folders;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.bench.report.Samples;

/**
 * Measures the time from starting the launcher until the first result page has been read, in new
 * processes with an index of the samples, with and without the AOT cache of the virtual machine.
 */
public final class StartMeasure {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");
  private static final int STARTS = 6;

  private static final Path JAR = Path.of("target/mingzhang.jar");
  private static final Path CACHE = Path.of("target/mingzhang.aot");

  private final Path work;
  private final Report report;

  /** Measures with a folder for temporary files. */
  public StartMeasure(Path work, Report report) {
    this.work = work;
    this.report = report;
  }

  /** All lines; a remark where the program is not built. */
  public void run(Path samples) throws IOException, InterruptedException {
    if (!Files.exists(JAR)) {
      report.note("cold start was left out: target/mingzhang.jar is not built");
      return;
    }
    if (!cacheFits()) {
      launch("./mingzhang", "cache");
    }
    Path data = work.resolve("start");
    Folders.remove(data);
    launch("./mingzhang", "index", "--data", data.toString(), samples.toString());
    starts("cold start to first page, AOT cache", data, "on");
    starts("cold start to first page, plain", data, "off");
    Folders.remove(data);
  }

  /** Whether there is a cache of this jar; with an older one the program starts plainly. */
  private static boolean cacheFits() throws IOException {
    return Files.exists(CACHE)
        && Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(JAR)) >= 0;
  }

  private static void launch(String... command) throws IOException, InterruptedException {
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor(3, TimeUnit.MINUTES);
  }

  private void starts(String work, Path data, String cache) throws IOException {
    Samples samples = new Samples();
    for (int i = 0; i < STARTS; i++) {
      long nanos = start(data, cache);
      if (i > 0) {
        samples.add(nanos);
      }
    }
    report.add(new Row("Start", work, 0, samples.numbers()));
  }

  private static long start(Path data, String cache) throws IOException {
    ProcessBuilder launcher =
        new ProcessBuilder("./mingzhang", "serve", "--port", "0", "--data", data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    launcher.environment().put("MINGZHANG_AOT", cache);
    long begin = System.nanoTime();
    Process process = launcher.start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher address = ADDRESS.matcher(line);
        if (address.find()) {
          read("http://127.0.0.1:" + address.group(1) + "/search?q=%E5%86%B3%E7%AE%97");
          return System.nanoTime() - begin;
        }
      }
      throw new IOException("the server did not start");
    } finally {
      process.destroy();
      process.onExit().join();
    }
  }

  private static void read(String address) throws IOException {
    try (InputStream in = URI.create(address).toURL().openStream()) {
      in.readAllBytes();
    }
  }
}
