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
 * What administrators did: a line {@code begun} before each deed and a line with its outcome after,
 * each with time, client, action and subject, parted by tabs. Lines are only ever added; one that
 * was added is on the disk. Whatever a subject is made of, it has its line: what no text may hold
 * is replaced. Safe on many threads.
 */
public final class AuditLog {
  private static final int SHOWN = 40;
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
    Files.write(
        file,
        (line + "\n").getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
  }

  /** A field without controls, marks of direction and halves of surrogate pairs. */
  private static String plain(String text) {
    String head =
        text.length() > LONGEST_FIELD
            ? text.substring(0, LONGEST_FIELD) + "… (" + text.length() + ")"
            : text;
    return head.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }

  /** The last lines, newest first. */
  public synchronized List<String> last() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    return lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()).reversed();
  }
}
