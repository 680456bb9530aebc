package org.mingzhang.question;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.text.TsvResource;

/**
 * Keywords of questions, read from {@code words.tsv}, and names of accounts and of items of the
 * economic classification. Immutable.
 */
final class QuestionLexicon {
  static final QuestionLexicon STANDARD = new QuestionLexicon();

  /** The role of a keyword; the roles are described in {@code words.tsv}. */
  enum KeywordRole {
    RISE,
    FALL,
    CHANGE,
    MOST,
    LEAST,
    AGENCIES,
    PLACES,
    FILLER,
    EDGE
  }

  /** First cell of the row with the kinds of bodies. */
  private static final String BODIES_ROW = "bodies";

  /** Beginning of the first cell of the rows with the items of an account. */
  private static final String ITEMS_ROW_PREFIX = "items:";

  /** Condition of words that name an account only behind a name or a year. */
  private static final String AFTER_NAME_CONDITION = "short";

  /** Condition of words that name an account only in a question for a number. */
  private static final String ASKED_CONDITION = "asked";

  /** Condition of words that name an account only where a number of things is asked for. */
  private static final String COUNTED_CONDITION = "counted";

  /**
   * Maximum number of characters of a qualifier before an account's name. The longest, 一般公共预算财政拨款,
   * has 10; two are reserve.
   */
  private static final int MAX_PREFIX_LENGTH = 12;

  /**
   * Maximum number of characters after an account's name that qualify it; the longest are 支出决算数.
   */
  private static final int MAX_SUFFIX_LENGTH = 6;

  private final Map<String, KeywordRole> roleByKeyword = new HashMap<>();
  private final Map<String, AccountName> accountByColloquialName = new HashMap<>();
  private final Set<String> accountNames = new HashSet<>();
  private final Map<String, AccountName> accountByCountedName = new HashMap<>();
  private final Map<String, Set<String>> namesByCondition = new HashMap<>();
  private final Set<String> kindsOfBodies = new HashSet<>();
  private int maxKeywordLength;
  private int maxAccountNameLength;

  private QuestionLexicon() {
    TsvResource.parseRows(QuestionLexicon.class, "words.tsv", 2, this::addRow);
    for (ChartOfAccounts chart :
        List.of(ChartOfAccounts.agencies(), ChartOfAccounts.governments())) {
      accountNames.addAll(chart.names());
    }
    accountNames.addAll(accountByColloquialName.keySet());
    accountNames.forEach(
        name -> maxAccountNameLength = Math.max(maxAccountNameLength, name.length()));
  }

  private List<String> addRow(List<String> cells) {
    String kind = cells.get(0);
    int colon = kind.indexOf(':');
    List<String> words =
        TsvResource.splitList(cells.get(1)).stream().map(QuestionLexicon::fold).toList();
    for (String word : words) {
      if (kind.equals(BODIES_ROW)) {
        kindsOfBodies.add(word);
      } else if (kind.startsWith(ITEMS_ROW_PREFIX)) {
        addItems(kind.substring(colon + 1), word);
      } else if (colon > 0) {
        addAccount(word, kind.substring(0, colon), kind.substring(colon + 1));
      } else {
        roleByKeyword.put(word, KeywordRole.valueOf(kind.toUpperCase(Locale.ROOT)));
        maxKeywordLength = Math.max(maxKeywordLength, word.length());
      }
    }
    return cells;
  }

  /** Adds the items of a class of the economic classification as parts of an account. */
  private void addItems(String account, String economicClass) {
    BudgetClassification.economic().entries().stream()
        .filter(entry -> entry.code().startsWith(economicClass))
        .map(entry -> new Account(entry.name(), entry.name(), account, Account.Nature.FLOW, null))
        .forEach(item -> accountByColloquialName.putIfAbsent(fold(item.name()), nameOf(item)));
  }

  private void addAccount(String word, String condition, String account) {
    AccountName meant = TsvResource.requireNamed(account, QuestionLexicon::findInCharts);
    if (condition.equals(COUNTED_CONDITION)) {
      accountByCountedName.put(word, meant);
    } else {
      accountByColloquialName.putIfAbsent(word, meant);
      namesByCondition.computeIfAbsent(condition, k -> new HashSet<>()).add(word);
    }
  }

  /** Whether a name denotes a kind of bodies, such as 法院, and not a single body. */
  boolean isKindOfBodies(String name) {
    return kindsOfBodies.contains(name);
  }

  private static String fold(String word) {
    return word.indexOf(' ') < 0 ? SearchNormalizer.fold(word) : word;
  }

  private static AccountName nameOf(Account account) {
    return new AccountName(account, null, null, null, null);
  }

  /**
   * The account that has a name in the chart of agencies or in that of governments; without one,
   * the account, fund and stage that the chart of agencies reads from the name.
   */
  private static Optional<AccountName> findInCharts(String name) {
    return ChartOfAccounts.agencies()
        .findAccount(name)
        .or(() -> ChartOfAccounts.governments().findAccount(name))
        .map(QuestionLexicon::nameOf)
        .or(() -> ChartOfAccounts.agencies().find(name));
  }

  /**
   * A keyword found in a question: its role and where it ends.
   *
   * @param end offset after its last character
   * @param role its role
   */
  record Keyword(int end, KeywordRole role) {}

  /** The longest keyword that begins at an offset of a text, or null. */
  @Nullable Keyword findKeywordAt(String text, int from) {
    for (int end = Math.min(text.length(), from + maxKeywordLength); end > from; end--) {
      KeywordRole role = roleByKeyword.get(text.substring(from, end));
      if (role != null && isWholeWord(text, from, end)) {
        return new Keyword(end, role);
      }
    }
    return null;
  }

  /** Whether a match is a whole word, or begins with a character other than a Latin letter. */
  private static boolean isWholeWord(String text, int from, int end) {
    return !isLatin(text.charAt(from))
        || ((from == 0 || !isLatin(text.charAt(from - 1)))
            && (end == text.length() || !isLatin(text.charAt(end))));
  }

  private static boolean isLatin(char c) {
    return c < 128 && Character.isLetter(c);
  }

  /**
   * The mention of an account in a text, with the words for fund and stage around it.
   *
   * @param start offset of its first character
   * @param end offset after its last character
   * @param name the account, with fund and stage if the mention has them
   */
  record AccountMention(int start, int end, AccountName name) {}

  /** The accounts that a text names, last first. */
  List<AccountMention> findAccounts(String text) {
    List<AccountMention> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      AccountMention named = findAccountAt(text, at);
      if (named == null) {
        at++;
      } else {
        found.addFirst(named);
        at = named.end();
      }
    }
    return found;
  }

  /**
   * The longest name of an account that begins at an offset of a text, extended by words for a fund
   * or a stage before and after it; null if there is none.
   */
  private @Nullable AccountMention findAccountAt(String text, int from) {
    for (int end = Math.min(text.length(), from + maxAccountNameLength); end > from + 1; end--) {
      String name = text.substring(from, end);
      if (accountNames.contains(name)
          && isWholeWord(text, from, end)
          && !isWithinListKeyword(text, from)
          && (!hasCondition(name, AFTER_NAME_CONDITION) || isAfterYearOrName(text, from))
          && (!hasCondition(name, ASKED_CONDITION)
              || text.contains("多少")
              || hasKeyword(text, EnumSet.range(KeywordRole.RISE, KeywordRole.LEAST)))) {
        Optional<AccountName> found = findAccountByName(name);
        if (found.isPresent()) {
          return includeQualifiers(text, new AccountMention(from, end, found.get()));
        }
      }
    }
    return null;
  }

  private boolean hasCondition(String name, String condition) {
    return namesByCondition.getOrDefault(condition, Set.of()).contains(name);
  }

  /**
   * Finds the account that counts things, where a question asks how many there are: the named
   * account itself if it is a count, otherwise the account that counts the named things, such as
   * 公务用车保有量 for 公务用车; empty if the chart has none.
   *
   * @param typed the name as typed and the measure word: 公务用车辆
   * @param meant the account that the name means where no number of things is asked for
   */
  Optional<AccountName> findCountAccount(String typed, AccountName meant) {
    return meant.account().nature() == Account.Nature.COUNT
        ? Optional.of(meant)
        : Optional.ofNullable(accountByCountedName.get(typed));
  }

  /** Whether an offset is after a year, 的 or the name of an agency. */
  private static boolean isAfterYearOrName(String text, int offset) {
    return offset > 0
        && (" 的年度".indexOf(text.charAt(offset - 1)) >= 0
            || KnownAgency.hasAgencySuffix(text.substring(0, offset)));
  }

  /** Whether a folded text has a keyword with one of these roles anywhere. */
  boolean hasKeyword(String text, Set<KeywordRole> roles) {
    return IntStream.range(0, text.length())
        .mapToObj(i -> findKeywordAt(text, i))
        .anyMatch(word -> word != null && roles.contains(word.role()));
  }

  private Optional<AccountName> findAccountByName(String name) {
    return ChartOfAccounts.agencies()
        .find(name)
        .or(() -> Optional.ofNullable(accountByColloquialName.get(name)))
        .or(() -> ChartOfAccounts.governments().find(name));
  }

  /**
   * Extends a mention by words before and after it, as far as the chart of agencies finds the wider
   * text as the same account or a part of it; the earliest start is preferred, then the latest end.
   * No qualifier begins within a keyword that asks for a list: 各部门支出总计 asks for the total of all
   * departments, although 部门支出总计 is also a name of the account.
   */
  private AccountMention includeQualifiers(String text, AccountMention mention) {
    for (int start = Math.max(0, mention.start() - MAX_PREFIX_LENGTH);
        start <= mention.start();
        start++) {
      if (start < mention.start() && isWithinListKeyword(text, start)) {
        continue;
      }
      for (int end = Math.min(text.length(), mention.end() + MAX_SUFFIX_LENGTH);
          end >= mention.end() && (start < mention.start() || end > mention.end());
          end--) {
        String wider = text.substring(start, end);
        Optional<AccountName> found =
            wider.indexOf(' ') >= 0 ? Optional.empty() : ChartOfAccounts.agencies().find(wider);
        if (found.isPresent()
            && found.get().item() == null
            && ChartOfAccounts.agencies()
                .isWithin(found.get().account(), mention.name().account())) {
          return new AccountMention(start, end, found.get());
        }
      }
    }
    return mention;
  }

  /** Whether an offset is after the first character of a keyword that asks for a list. */
  private boolean isWithinListKeyword(String text, int offset) {
    for (int from = Math.max(0, offset - maxKeywordLength + 1); from < offset; from++) {
      Keyword word = findKeywordAt(text, from);
      if (word != null
          && word.end() > offset
          && (word.role() == KeywordRole.AGENCIES || word.role() == KeywordRole.PLACES)) {
        return true;
      }
    }
    return false;
  }
}
