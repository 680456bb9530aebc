package org.mingzhang.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * The chart of accounts, read from {@code chart.tsv}. Immutable.
 *
 * <p>Names are compared as {@link #normalize} makes them: without white space, quotation marks and
 * bracket width. A name that the chart does not have belongs to an open account: it may be stated,
 * compared and added up, but is never a headline.
 */
public final class Chart {
  private static final Pattern DROPPED = Pattern.compile("[\\s\\u00a0“”\"'‘’《》「」]");
  private static final Chart STANDARD = read("chart.tsv");

  private final Map<String, Account> accounts;
  private final Map<String, AccountName> names;

  private Chart(Map<String, Account> accounts, Map<String, AccountName> names) {
    this.accounts = Map.copyOf(accounts);
    this.names = Map.copyOf(names);
  }

  /** The chart that the program comes with. */
  public static Chart standard() {
    return STANDARD;
  }

  /** The account with this identity. */
  public Optional<Account> account(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  /** What a whole printed name stands for; empty for the name of an open account. */
  public Optional<AccountName> find(String printed) {
    return Optional.ofNullable(names.get(normalize(printed)));
  }

  /** A printed name as names are compared. */
  public static String normalize(String printed) {
    return DROPPED.matcher(Normalizer.normalize(printed, Normalizer.Form.NFKC)).replaceAll("");
  }

  private static Chart read(String resource) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    Map<String, AccountName> names = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(Chart.class.getResourceAsStream(resource));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          row(line.split("\t", -1), accounts, names);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Chart(accounts, names);
  }

  /** Columns: name, English name, parent, nature, synonyms. */
  private static void row(
      String[] cells, Map<String, Account> accounts, Map<String, AccountName> names) {
    if (cells.length != 5) {
      throw new IllegalStateException("chart.tsv: " + cells.length + " columns: " + cells[0]);
    }
    Account account =
        new Account(
            cells[0],
            cells[1],
            cells[2].isEmpty() ? null : cells[2],
            Account.Nature.valueOf(cells[3].toUpperCase(Locale.ROOT)));
    accounts.put(account.name(), account);
    add(names, account.name(), new AccountName(account, null, null));
    for (String synonym : cells[4].isEmpty() ? List.<String>of() : List.of(cells[4].split(";"))) {
      String[] parts = synonym.split("@", -1);
      Fund fund = null;
      Stage stage = null;
      for (int i = 1; i < parts.length; i++) {
        fund = Fund.ofLabel(parts[i]).orElse(fund);
        stage = Stage.ofLabel(parts[i]).orElse(stage);
      }
      add(names, parts[0], new AccountName(account, fund, stage));
    }
  }

  private static void add(Map<String, AccountName> names, String printed, AccountName name) {
    @Nullable AccountName before = names.put(normalize(printed), name);
    if (before != null) {
      throw new IllegalStateException("chart.tsv: " + printed + " stands for two accounts");
    }
  }
}
