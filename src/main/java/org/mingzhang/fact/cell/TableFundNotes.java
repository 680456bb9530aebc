package org.mingzhang.fact.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.text.PatternTable;

/**
 * The funds that a note in or below a table gives to some of its accounts: 注：会议费、培训费为全口径.
 *
 * @param chart chart of accounts
 * @param funds fund of each account that the note names
 */
record TableFundNotes(ChartOfAccounts chart, Map<Account, Fund> funds) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(TableFundNotes.class);
  private static final Pattern FUND_NOTE = PATTERNS.get("fund-note");
  private static final Pattern NAME_SEPARATOR = Pattern.compile("[、,，和与及]|以及");

  /** Reads the cells of a table, and the paragraphs below it up to the next table. */
  static TableFundNotes find(Disclosure disclosure, int table, ChartOfAccounts chart) {
    Map<Account, Fund> funds = new LinkedHashMap<>();
    String path = disclosure.tables().get(table).section();
    for (Section section : disclosure.sections()) {
      boolean below = false;
      for (Section.Part part :
          section.path().equals(path) ? section.body() : List.<Section.Part>of()) {
        if (part instanceof Section.TablePart grid) {
          below = grid.table() == table;
        }
        if (below) {
          readNote(part.text(), chart, funds);
        }
      }
    }
    return new TableFundNotes(chart, funds);
  }

  private static void readNote(String text, ChartOfAccounts chart, Map<Account, Fund> funds) {
    Matcher note = FUND_NOTE.matcher(text);
    while (note.find()) {
      Fund fund = findFund(note.group("fund"));
      if (fund != null) {
        for (String name : NAME_SEPARATOR.splitAsStream(note.group("names")).toList()) {
          chart.find(name).map(AccountName::account).ifPresent(a -> funds.put(a, fund));
        }
      }
    }
  }

  private static @Nullable Fund findFund(String words) {
    return ChartOfAccounts.findFund(words).or(() -> Fund.ofLabel(words + "口径")).orElse(null);
  }

  /**
   * A fact with the fund that a note gives to its account, or to the account of which it is a part;
   * unchanged if there is none, or if the cells of the fact give it a fund of their own.
   *
   * @param titled fund of the title of the table, or null
   */
  Fact apply(Fact fact, @Nullable Fund titled) {
    Fund stated = fact.context().fund();
    Account account = funds.isEmpty() ? null : chart.findAccount(fact.account()).orElse(null);
    if (account == null
        || (stated != null && stated != titled && !stated.equals(account.ownFund()))) {
      return fact;
    }
    return findNoted(account)
        .map(fund -> fact.withContext(fact.context().withFund(fund)))
        .orElse(fact);
  }

  private Optional<Fund> findNoted(Account account) {
    return funds.entrySet().stream()
        .filter(noted -> chart.isWithin(account, noted.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
