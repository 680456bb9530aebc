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
 * @param names accounts by normalized whole name
 * @param namesAfterFund accounts by a normalized name that denotes them only after a word for a
 *     fund ({@code ~支出} in the file)
 * @param accountByParentAndName accounts by the name of an account above them, a slash, and a name
 *     that denotes them only below it ({@code ^购置费} in the file)
 * @param functionalClassificationTotal the account that the functional classification divides, or
 *     null
 */
record ChartOfAccountsFile(
    Map<String, Account> accounts,
    Map<String, AccountName> names,
    Map<String, AccountName> namesAfterFund,
    Map<String, Account> accountByParentAndName,
    @Nullable Account functionalClassificationTotal) {

  /**
   * Reads a resource of this package.
   *
   * @throws IllegalStateException if a row is wrong, for example because two accounts have the same
   *     name; the message names file and row
   */
  static ChartOfAccountsFile read(String resource) {
    Builder builder = new Builder();
    TsvResource.parseRows(ChartOfAccountsFile.class, resource, 6, builder::addRow);
    return builder.build();
  }

  /** The accounts that are direct parts of the named one, in the order of the file. */
  List<Account> findParts(String name) {
    List<Account> parts = new ArrayList<>();
    for (Account account : accounts.values()) {
      if (name.equals(account.parentName())) {
        parts.add(account);
      }
    }
    return parts;
  }

  /** Collects the accounts and names of the rows. */
  private static final class Builder {
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, AccountName> names = new HashMap<>();
    private final Map<String, AccountName> namesAfterFund = new HashMap<>();
    private final Map<String, Account> accountByParentAndName = new HashMap<>();
    private @Nullable Account functionalClassificationTotal;

    ChartOfAccountsFile build() {
      return new ChartOfAccountsFile(
          Collections.unmodifiableMap(accounts),
          Map.copyOf(names),
          Map.copyOf(namesAfterFund),
          Map.copyOf(accountByParentAndName),
          functionalClassificationTotal);
    }

    Account addRow(List<String> cells) {
      Account account = parseAccount(cells);
      accounts.put(account.name(), account);
      List<String> synonyms = TsvResource.splitList(cells.get(5));
      if (!synonyms.contains("!")) {
        add(names, account.name(), new AccountName(account, null, null, null, null));
      }
      for (String synonym : synonyms) {
        if (synonym.equals("*")) {
          functionalClassificationTotal = account;
        } else if (synonym.startsWith("~")) {
          add(
              namesAfterFund,
              synonym.substring(1),
              new AccountName(account, null, null, null, null));
        } else if (synonym.startsWith("^")) {
          String shortName = synonym.substring(1);
          namesOfAncestors(account)
              .forEach(a -> accountByParentAndName.putIfAbsent(a + "/" + shortName, account));
        } else if (!synonym.equals("!")) {
          addSynonym(account, synonym);
        }
      }
      return account;
    }

    private Account parseAccount(List<String> cells) {
      String parent = cells.get(2);
      return new Account(
          cells.get(0),
          cells.get(1),
          parent.isEmpty() ? null : TsvResource.requireNamed(parent, this::findAccount).name(),
          Account.Nature.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
          cells.get(4).isEmpty() ? null : TsvResource.requireNamed(cells.get(4), Fund::ofLabel));
    }

    private Optional<Account> findAccount(String name) {
      return Optional.ofNullable(accounts.get(name));
    }

    /** Names of the accounts that contain an account, the innermost first. */
    private List<String> namesOfAncestors(Account account) {
      List<String> holders = new ArrayList<>();
      for (Optional<String> parent = account.parent();
          parent.isPresent();
          parent = findAccount(parent.get()).flatMap(Account::parent)) {
        holders.add(parent.get());
      }
      return holders;
    }

    private void addSynonym(Account account, String written) {
      List<String> parts = List.of(written.split("@", -1));
      Fund fund = null;
      Stage stage = null;
      for (String label : parts.subList(1, parts.size())) {
        Optional<Fund> ofFund = Fund.ofLabel(label);
        if (ofFund.isPresent()) {
          fund = ofFund.get();
        } else {
          stage = TsvResource.requireNamed(label, Stage::ofLabel);
        }
      }
      add(names, parts.getFirst(), new AccountName(account, fund, stage, null, null));
    }

    private static void add(Map<String, AccountName> names, String printed, AccountName name) {
      if (names.put(ChartOfAccounts.normalize(printed), name) != null) {
        throw new IllegalArgumentException(printed + " is the name of two accounts");
      }
    }
  }
}
