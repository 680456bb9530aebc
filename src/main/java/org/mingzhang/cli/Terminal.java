package org.mingzhang.cli;

import java.io.PrintStream;

/**
 * The streams a command prints to.
 *
 * @param out standard output: results
 * @param err standard error: progress and faults
 * @param interactive whether a person watches standard error
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {}
