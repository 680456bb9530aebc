package org.mingzhang.cli;

import java.io.PrintStream;

/**
 * The streams to which a command prints.
 *
 * @param out standard output, for results
 * @param err standard error, for progress and faults
 * @param interactive whether standard error is a terminal
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  /** Prints a line to standard output and flushes it. */
  void print(String line) {
    out.println(line);
    out.flush();
  }

  /**
   * Replaces control characters by question marks, so that untrusted text cannot control the
   * terminal.
   */
  static String replaceControls(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
