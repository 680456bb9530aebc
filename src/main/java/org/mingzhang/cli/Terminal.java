package org.mingzhang.cli;

import java.io.PrintStream;
import java.util.regex.Pattern;

/**
 * The streams to which a command prints.
 *
 * @param out standard output, for results
 * @param err standard error, for progress and faults
 * @param interactive whether standard error is a terminal
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  private static final Pattern TABS_AND_BREAKS = Pattern.compile("[\\t\\n\\r]");

  /** Control characters, also those of Latin-1, of which some terminals obey U+009B. */
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");

  /**
   * Prints a line to standard output and flushes it. Its control characters are replaced, since it
   * may contain text of documents.
   */
  void print(String line) {
    out.println(replaceControls(line));
    out.flush();
  }

  /** Prints a line to standard error as {@link #print} does to standard output. */
  void printError(String line) {
    err.println(replaceControls(line));
    err.flush();
  }

  /**
   * Replaces tabs and line breaks by blanks and other control characters by question marks, so that
   * untrusted text cannot control the terminal.
   */
  static String replaceControls(String text) {
    return CONTROLS.matcher(TABS_AND_BREAKS.matcher(text).replaceAll(" ")).replaceAll("?");
  }
}
