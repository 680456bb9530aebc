package org.mingzhang.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The accounts that pages show first, read from {@code headline.tsv}. Immutable.
 *
 * @param accounts names of accounts of the chart, the first first
 */
public record Headlines(List<String> accounts) {
  private static final Headlines STANDARD = read();

  /** Copies the list. */
  public Headlines {
    accounts = List.copyOf(accounts);
  }

  /** The list shipped with the program. */
  public static Headlines standard() {
    return STANDARD;
  }

  /** Place of an account among them; others come behind all. */
  public int place(String account) {
    int place = accounts.indexOf(account);
    return place < 0 ? accounts.size() : place;
  }

  private static Headlines read() {
    try (InputStream in =
            Objects.requireNonNull(Headlines.class.getResourceAsStream("headline.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Headlines(
          lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
