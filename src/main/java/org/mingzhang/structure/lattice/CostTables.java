package org.mingzhang.structure.lattice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables of the lattice, tab-separated with comments after {@code #}. */
public final class CostTables {
  /** What cannot be. */
  public static final double NEVER = Double.POSITIVE_INFINITY;

  private CostTables() {}

  /** The rows of a table beside this class, each its fields. */
  public static List<List<String>> rows(String resource) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CostTables.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** A cost as printed: a number, or {@code x} for what cannot be. */
  public static double cost(String field) {
    return field.equals("x") ? NEVER : Double.parseDouble(field);
  }
}
