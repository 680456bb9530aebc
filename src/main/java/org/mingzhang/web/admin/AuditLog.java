package org.mingzhang.web.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What administrators did: one line each with time, client, action, subject and outcome, parted by
 * tabs. Lines are only ever added. Safe on many threads.
 */
public final class AuditLog {
  private static final int SHOWN = 20;
  private static final int LONGEST_FIELD = 300;

  private final Path file;
  private final Clock clock;

  /** A log in a file, which is made when something is first written. */
  public AuditLog(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Adds a line. What strangers wrote cannot begin another one. */
  synchronized void add(String client, String action, String subject, String outcome)
      throws IOException {
    String line =
        String.join(
            "\t",
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            plain(client),
            plain(action),
            plain(subject),
            plain(outcome));
    Files.writeString(
        file,
        line + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String plain(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
    return clean.length() > LONGEST_FIELD ? clean.substring(0, LONGEST_FIELD) : clean;
  }

  /** The last lines, newest first. */
  public synchronized List<String> last() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()).reversed();
  }
}
