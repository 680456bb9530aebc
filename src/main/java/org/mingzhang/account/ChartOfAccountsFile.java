package org.mingzhang.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.text.TsvResource;

/**
 * The content of a chart's resource file; the file's comments explain its columns.
 *
 * @param accounts accounts by name, in the order of the file
 * @param names accounts by whole printed name
 * @param bare accounts by a name that is one only after a word for a fund ({@code ~支出} in the file)
 * @param below accounts by parent name, slash, and a name that is one only below that parent
 *     ({@code ^购置费} in the file)
 * @param whole the account that the functional classification divides, or null
 */
record ChartOfAccountsFile(
    Map<String, Account> accounts,
    Map<String, AccountName> names,
    Map<String, AccountName> bare,
    Map<String, Account> below,
    @Nullable Account whole) {

  /**
   * Reads a resource of this package.
   *
   * @throws IllegalStateException if two accounts have the same name
   */
  static ChartOfAccountsFile read(String resource) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    Map<String, AccountName> names = new HashMap<>();
    Map<String, AccountName> bare = new HashMap<>();
    Map<String, Account> below = new HashMap<>();
    Account whole = null;
    for (List<String> cells : TsvResource.readRows(ChartOfAccountsFile.class, resource, 6)) {
      Account account = parseAccount(cells);
      accounts.put(account.name(), account);
      if (!TsvResource.splitList(cells.get(5)).contains("!")) {
        add(names, account.name(), new AccountName(account, null, null, null, null));
      }
      for (String synonym : TsvResource.splitList(cells.get(5))) {
        if (synonym.equals("*")) {
          whole = account;
        } else if (synonym.startsWith("~")) {
          add(bare, synonym.substring(1), new AccountName(account, null, null, null, null));
        } else if (synonym.startsWith("^")) {
          String shortName = synonym.substring(1);
          ancestors(account, accounts)
              .forEach(a -> below.putIfAbsent(a + "/" + shortName, account));
        } else if (!synonym.equals("!")) {
          addSynonym(names, account, synonym);
        }
      }
    }
    return new ChartOfAccountsFile(
        Collections.unmodifiableMap(accounts),
        Map.copyOf(names),
        Map.copyOf(bare),
        Map.copyOf(below),
        whole);
  }

  /** The names of the accounts that hold an account, the nearest first. */
  private static List<String> ancestors(Account account, Map<String, Account> accounts) {
    List<String> names = new ArrayList<>();
    for (Optional<String> parent = account.parent();
        parent.isPresent();
        parent = Optional.ofNullable(accounts.get(parent.get())).flatMap(Account::parent)) {
      names.add(parent.get());
    }
    return names;
  }

  /** The accounts that are direct parts of the named one. */
  List<Account> parseParts(String name) {
    List<Account> parts = new ArrayList<>();
    for (Account account : accounts.values()) {
      if (name.equals(account.parentName())) {
        parts.add(account);
      }
    }
    return parts;
  }

  private static Account parseAccount(List<String> cells) {
    return new Account(
        cells.get(0),
        cells.get(1),
        cells.get(2).isEmpty() ? null : cells.get(2),
        Account.Nature.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
        cells.get(4).isEmpty() ? null : Fund.ofLabel(cells.get(4)).orElseThrow());
  }

  private static void addSynonym(Map<String, AccountName> names, Account account, String written) {
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
    if (names.put(ChartOfAccounts.normalize(printed), name) != null) {
      throw new IllegalStateException(printed + " is the name of two accounts");
    }
  }
}
