package org.mingzhang.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.text.PatternTable;

/**
 * The funds that a note in or below a table, 注：会议费、培训费为全口径, or a sentence about who pays,
 * 上述经费均由事业收入安排, states for some accounts.
 *
 * @param chart chart of accounts
 * @param funds fund of each account that the note names
 */
public record FundNotes(ChartOfAccounts chart, Map<Account, Fund> funds) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(FundNotes.class);
  private static final Pattern FUND_NOTE = PATTERNS.get("fund-note");
  private static final Pattern PAYER_SENTENCE = PATTERNS.get("payer");
  private static final Pattern NAME_SEPARATOR = Pattern.compile("[、,，和与及]|以及");

  /**
   * The notes in the cells of a table, and in the paragraphs below it up to the next table.
   *
   * @param table index of the table in the disclosure
   */
  public static FundNotes findAtTable(Disclosure disclosure, int table, ChartOfAccounts chart) {
    FundNotes notes = new FundNotes(chart, new LinkedHashMap<>());
    String path = disclosure.tables().get(table).sectionPath();
    for (Section section : disclosure.sections()) {
      boolean below = false;
      for (Section.Part part :
          section.path().equals(path) ? section.body() : List.<Section.Part>of()) {
        if (part instanceof Section.TablePart grid) {
          below = grid.table() == table;
        }
        if (below) {
          notes.readNoteAndPayerSentences(part.text());
        }
      }
    }
    return notes;
  }

  /** The funds that the sentences of a text about who pays give to the accounts of the text. */
  public static FundNotes findInText(String text, ChartOfAccounts chart) {
    FundNotes notes = new FundNotes(chart, new LinkedHashMap<>());
    notes.readPayerSentences(text);
    return notes;
  }

  private void readPayerSentences(String text) {
    Matcher payer = PAYER_SENTENCE.matcher(text);
    while (payer.find()) {
      String name = payer.group("name");
      Fund fund = payer.group("several") == null ? Fund.OWN_REVENUE : Fund.ALL;
      chart.accounts().stream()
          .filter(account -> account.ownFund() == Fund.APPROPRIATION)
          .filter(account -> !account.name().contains(Fund.APPROPRIATION.label()))
          .filter(account -> name == null || account.name().equals(ChartOfAccounts.normalize(name)))
          .forEach(account -> funds.put(account, fund));
    }
  }

  private void readNoteAndPayerSentences(String text) {
    readPayerSentences(text);
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
   * @param titleFund fund of the title of the table, or null
   */
  public Fact applyTo(Fact fact, @Nullable Fund titleFund) {
    Fund stated = fact.context().fund();
    Account account = funds.isEmpty() ? null : chart.findAccount(fact.account()).orElse(null);
    if (account == null
        || (stated != null && stated != titleFund && !stated.equals(account.ownFund()))) {
      return fact;
    }
    return funds.entrySet().stream()
        .filter(noted -> chart.isWithin(account, noted.getKey()))
        .findFirst()
        .map(noted -> fact.withContext(fact.context().withFund(noted.getValue())))
        .orElse(fact);
  }
}
