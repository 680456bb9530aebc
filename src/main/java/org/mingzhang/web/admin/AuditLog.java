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
 * The append-only log of administrators' actions. An action has a line {@code begun} before it and
 * a line with its outcome after it; for logins and ends of sessions only the line with the outcome
 * is written. A line has time, client, action, subject and outcome, separated by tabs, and is
 * synced to disk. Control characters in fields are replaced by {@code ?}. Safe on many threads.
 */
public final class AuditLog {
  private static final int MAX_SHOWN_LINES = 40;
  private static final int MAX_FIELD_LENGTH = 300;

  private final Path file;
  private final Clock clock;

  /** Creates a log in a file. The file is created when the first line is written. */
  public AuditLog(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * Appends the line of an action and writes it through to the storage device before returning.
   * Line breaks and other invisible characters are replaced, and long fields are truncated.
   */
  synchronized void appendLine(String client, String action, String subject, String outcome)
      throws IOException {
    String line =
        String.join(
            "\t",
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            sanitize(client),
            sanitize(action),
            sanitize(subject),
            sanitize(outcome));
    Files.write(
        file,
        (line + "\n").getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
  }

  /**
   * Truncates a field to {@link #MAX_FIELD_LENGTH} characters, and replaces control and format
   * characters, line separators and lone surrogates.
   */
  private static String sanitize(String text) {
    String head =
        text.length() > MAX_FIELD_LENGTH
            ? text.substring(0, MAX_FIELD_LENGTH) + "… (" + text.length() + ")"
            : text;
    return head.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }

  /** The last lines, at most {@link #MAX_SHOWN_LINES}, newest first; empty if there is no file. */
  public synchronized List<String> readLast() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    return lines.subList(Math.max(0, lines.size() - MAX_SHOWN_LINES), lines.size()).reversed();
  }
}
