package org.mingzhang.audit.form;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * Restricts facts to the locations that state an account as a whole: those in tables and in
 * sections about the agency's accounts.
 */
final class AccountLocationFilter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountLocationFilter.class);
  private static final Pattern LIST_SUM_WORDS = PATTERNS.get("list-sum");
  private static final Pattern OTHER_SCOPE_WORDS = PATTERNS.get("other-scope");

  /**
   * Number of characters on each side of a number that are searched for words that relate it to
   * other money or to another body than the agency: 代管资金.
   */
  private static final int MAX_DISTANCE_TO_OTHER_SCOPE = 48;

  /** Words that show that a number belongs to the accounts, in any section. */
  private static final String ACCOUNT_WORDS = "决算报表";

  /** Topics of sections about a single account or fund. */
  private static final Set<Topic> ACCOUNT_TOPICS =
      EnumSet.of(Topic.THREE_PUBLIC, Topic.OPERATING_EXPENSES, Topic.PROCUREMENT);

  private final AuditedDocument document;
  private final ChartOfAccounts chart;

  /** Texts of the sections asked for, which are assembled once. */
  private final Map<String, String> textByPath = new HashMap<>();

  AccountLocationFilter(AuditedDocument document, ChartOfAccounts chart) {
    this.document = document;
    this.chart = chart;
  }

  /**
   * A fact restricted to its locations in tables and in sections about the agency's accounts, since
   * elsewhere a sentence may use the same name for something else; null if it has no such location.
   * Facts whose account is not in the chart are returned unchanged.
   */
  @Nullable Fact restrictToWholeAccount(Fact fact) {
    Account account = chart.findAccount(fact.account()).orElse(null);
    if (account == null) {
      return fact;
    }
    boolean own = account.fund().isPresent() || account.nature() == Account.Nature.COUNT;
    List<FactLocation> places =
        fact.locations().stream().filter(p -> statesWholeAccount(p, own)).toList();
    return places.isEmpty() ? null : fact.withLocations(places);
  }

  /**
   * Whether a location states an account as a whole and not a part of it. True for every location
   * in a table. In prose, true in a government's document, in sections about totals and for clauses
   * that mention 决算报表, but false for a clause that states the sum of a list (合计支出…) or for a number
   * that its sentence gives to other money or bodies (代管资金…本年收入…).
   *
   * @param hasOwnFundOrIsCount whether the account has a fund of its own or is a count; sections
   *     about such accounts are then accepted as well
   */
  private boolean statesWholeAccount(FactLocation location, boolean hasOwnFundOrIsCount) {
    if (location.cell() == null
        && (LIST_SUM_WORDS.matcher(location.quote()).find()
            || OTHER_SCOPE_WORDS.matcher(sentenceWithMarkedNumber(location)).find())) {
      return false;
    }
    Topic topic =
        document.findSection(location.sectionPath()).map(Section::topic).orElse(Topic.OTHER);
    return location.cell() != null
        || chart.equals(ChartOfAccounts.governments())
        || location.quote().contains(ACCOUNT_WORDS)
        || topic.statesTotals()
        || (hasOwnFundOrIsCount && ACCOUNT_TOPICS.contains(topic));
  }

  /**
   * The words of the sentence around a number, at most {@link #MAX_DISTANCE_TO_OTHER_SCOPE}
   * characters on each side, without white space and with ¤ in place of the number.
   */
  private String sentenceWithMarkedNumber(FactLocation location) {
    String text = textByPath.computeIfAbsent(location.sectionPath(), this::sectionText);
    int start = Math.min(location.start(), text.length());
    int end = Math.clamp(location.end(), start, text.length());
    String before = text.substring(Math.max(0, start - MAX_DISTANCE_TO_OTHER_SCOPE), start);
    before = before.substring(before.lastIndexOf('。') + 1);
    String after = text.substring(end, Math.min(text.length(), end + MAX_DISTANCE_TO_OTHER_SCOPE));
    return CompactText.compact(before + '¤' + after.split("。", 2)[0]).text();
  }

  private String sectionText(String path) {
    return document.findSection(path).map(Section::text).orElse("");
  }
}
