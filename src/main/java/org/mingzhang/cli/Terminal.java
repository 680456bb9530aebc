package org.mingzhang.cli;

import java.io.PrintStream;

/**
 * The streams a command prints to.
 *
 * @param out standard output: results
 * @param err standard error: progress and faults
 * @param interactive whether a person watches standard error
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  /** Prints a line to standard output and flushes it. */
  void print(String line) {
    out.println(line);
    out.flush();
  }

  /** Replaces control characters, so that untrusted text cannot control the terminal. */
  static String replaceControls(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
