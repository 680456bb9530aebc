package org.mingzhang.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.text.TsvResource;

/**
 * A chart as it is written down.
 *
 * @param accounts accounts by identity, in order
 * @param names whole printed names
 * @param bare names that mean something only behind a word for a fund; the file writes {@code ~支出}
 * @param below names that mean something only below the account's parent, each behind the parent's
 *     name and a slash; the file writes {@code ^购置费}
 * @param whole the account that items of the functional classification are parts of, or null
 */
record ChartFile(
    Map<String, Account> accounts,
    Map<String, AccountName> names,
    Map<String, AccountName> bare,
    Map<String, Account> below,
    @Nullable Account whole) {

  /** Reads a file of this package; a name with two meanings is an error. */
  static ChartFile read(String resource) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    Map<String, AccountName> names = new HashMap<>();
    Map<String, AccountName> bare = new HashMap<>();
    Map<String, Account> below = new HashMap<>();
    Account whole = null;
    for (List<String> cells : TsvResource.rows(ChartFile.class, resource, 6)) {
      Account account = account(cells);
      accounts.put(account.name(), account);
      if (!TsvResource.list(cells.get(5)).contains("!")) {
        add(names, account.name(), new AccountName(account, null, null, null, null));
      }
      for (String synonym : TsvResource.list(cells.get(5))) {
        if (synonym.equals("*")) {
          whole = account;
        } else if (synonym.startsWith("~")) {
          add(bare, synonym.substring(1), new AccountName(account, null, null, null, null));
        } else if (synonym.startsWith("^")) {
          below.put(account.parent().orElseThrow() + "/" + synonym.substring(1), account);
        } else if (!synonym.equals("!")) {
          synonym(account, synonym, names);
        }
      }
    }
    return new ChartFile(
        Collections.unmodifiableMap(accounts),
        Map.copyOf(names),
        Map.copyOf(bare),
        Map.copyOf(below),
        whole);
  }

  /** The accounts that are parts of one. */
  List<Account> parts(String name) {
    List<Account> parts = new ArrayList<>();
    for (Account account : accounts.values()) {
      if (name.equals(account.parentName())) {
        parts.add(account);
      }
    }
    return parts;
  }

  private static Account account(List<String> cells) {
    return new Account(
        cells.get(0),
        cells.get(1),
        cells.get(2).isEmpty() ? null : cells.get(2),
        Account.Nature.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
        cells.get(4).isEmpty() ? null : Fund.ofLabel(cells.get(4)).orElseThrow());
  }

  private static void synonym(Account account, String written, Map<String, AccountName> names) {
    String[] parts = written.split("@", -1);
    Fund fund = null;
    Stage stage = null;
    for (int i = 1; i < parts.length; i++) {
      fund = Fund.ofLabel(parts[i]).orElse(fund);
      stage = Stage.ofLabel(parts[i]).orElse(stage);
    }
    add(names, parts[0], new AccountName(account, fund, stage, null, null));
  }

  private static void add(Map<String, AccountName> names, String printed, AccountName name) {
    if (names.put(Chart.normalize(printed), name) != null) {
      throw new IllegalStateException(printed + " stands for two accounts");
    }
  }
}
