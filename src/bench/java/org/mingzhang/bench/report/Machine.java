package org.mingzhang.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Describes the machine, virtual machine, commit and time of a run. */
public final class Machine {
  private Machine() {}

  /** What is known of them. */
  public static Map<String, String> about() {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    about.put("commit", output("git", "rev-parse", "--short", "HEAD"));
    about.put(
        "processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
    about.put("memory", memory());
    about.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    about.put(
        "Java", Runtime.version() + ", heap " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
    about.put(
        "load when it began",
        String.format(
            Locale.ROOT,
            "%.1f",
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    return about;
  }

  private static String processor() {
    return line("/proc/cpuinfo", "model name");
  }

  private static String memory() {
    return line("/proc/meminfo", "MemTotal");
  }

  private static String line(String file, String name) {
    try {
      List<String> lines = Files.readAllLines(Path.of(file));
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out =
          new String(
                  process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .strip();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 ? out : "unknown";
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  /** Resident memory of a process in MiB, 0 where it is not known. */
  public static double residentMiB(long pid) {
    String size = line("/proc/" + pid + "/status", "VmRSS");
    String digits = size.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits) / 1024.0;
  }
}
