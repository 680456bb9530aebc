package org.mingzhang.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.text.TsvResource;

/** Keywords of questions, read from {@code words.tsv}, and names of accounts. Immutable. */
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
  private static final String BODIES = "bodies";

  /** Prefix of the kind of rows whose words name an account only after a name or a year. */
  private static final String SHORT_PREFIX = "short:";

  /**
   * Maximum number of characters before an account's name that qualify it; the longest are
   * 一般公共预算财政拨款.
   */
  private static final int MAX_PREFIX_LENGTH = 12;

  /**
   * Maximum number of characters after an account's name that qualify it; the longest are 支出决算数.
   */
  private static final int MAX_SUFFIX_LENGTH = 6;

  private final Map<String, KeywordRole> kindByKeyword = new HashMap<>();
  private final Map<String, AccountName> accountByColloquialName = new HashMap<>();
  private final Set<String> accountNames = new HashSet<>();
  private final Set<String> shortNames = new HashSet<>();
  private final Set<String> kindsOfBodies = new HashSet<>();
  private int maxKeywordLength;
  private int maxAccountNameLength;

  private QuestionLexicon() {
    TsvResource.parseRows(QuestionLexicon.class, "words.tsv", 2, this::addRow);
    for (ChartOfAccounts chart :
        List.of(ChartOfAccounts.agencies(), ChartOfAccounts.governments())) {
      accountNames.addAll(chart.names());
      for (Account account : chart.accounts()) {
        addColloquial(account.english().toLowerCase(Locale.ROOT), account);
      }
    }
    accountNames.addAll(accountByColloquialName.keySet());
    accountNames.forEach(
        name -> maxAccountNameLength = Math.max(maxAccountNameLength, name.length()));
  }

  private List<String> addRow(List<String> cells) {
    String kind = cells.get(0);
    for (String word : TsvResource.splitList(cells.get(1))) {
      int colon = kind.indexOf(':');
      if (colon > 0) {
        String account = kind.substring(colon + 1);
        addColloquial(
            word, TsvResource.requireNamed(account, ChartOfAccounts.agencies()::findAccount));
        if (kind.startsWith(SHORT_PREFIX)) {
          shortNames.add(fold(word));
        }
      } else if (kind.equals(BODIES)) {
        kindsOfBodies.add(fold(word));
      } else {
        kindByKeyword.put(fold(word), KeywordRole.valueOf(kind.toUpperCase(Locale.ROOT)));
        maxKeywordLength = Math.max(maxKeywordLength, fold(word).length());
      }
    }
    return cells;
  }

  /** Whether a name is that of a kind of bodies, such as 法院, and not of one of them. */
  boolean isKindOfBodies(String name) {
    return kindsOfBodies.contains(name);
  }

  private static String fold(String word) {
    return word.indexOf(' ') < 0 ? SearchNormalizer.fold(word) : word;
  }

  private void addColloquial(String word, Account account) {
    accountByColloquialName.putIfAbsent(
        fold(word), new AccountName(account, null, null, null, null));
  }

  /**
   * A keyword found in a question: its role and where it ends.
   *
   * @param end offset after its last character
   * @param kind its role
   */
  record Keyword(int end, KeywordRole kind) {}

  /** The longest keyword that begins at an offset of a text, or null. */
  @Nullable Keyword findKeywordAt(String text, int from) {
    for (int end = Math.min(text.length(), from + maxKeywordLength); end > from; end--) {
      KeywordRole kind = kindByKeyword.get(text.substring(from, end));
      if (kind != null && isWholeWord(text, from, end)) {
        return new Keyword(end, kind);
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
          && (!shortNames.contains(name) || followsName(text, from))) {
        Optional<AccountName> found = lookUp(name);
        if (found.isPresent()) {
          return includeQualifiers(text, new AccountMention(from, end, found.get()));
        }
      }
    }
    return null;
  }

  /** Whether an offset is after a year, 的 or the name of an agency. */
  private static boolean followsName(String text, int offset) {
    return offset > 0
        && (" 的年度".indexOf(text.charAt(offset - 1)) >= 0
            || KnownAgency.hasAgencySuffix(text.substring(0, offset)));
  }

  private Optional<AccountName> lookUp(String name) {
    return ChartOfAccounts.agencies()
        .find(name)
        .or(() -> Optional.ofNullable(accountByColloquialName.get(name)))
        .or(() -> ChartOfAccounts.governments().find(name));
  }

  /**
   * Extends a mention by words before and after it, as far as the chart of agencies finds the wider
   * text as the same account or a part of it; the earliest start is preferred, then the latest end.
   * No qualifier begins within a keyword that asks for a list: 各部门支出总计 asks for the total of all
   * departments, although 部门支出总计 is a name of it as well.
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
            && isWithin(found.get().account(), mention.name().account())) {
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
          && (word.kind() == KeywordRole.AGENCIES || word.kind() == KeywordRole.PLACES)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(Account account, Account ancestor) {
    return ChartOfAccounts.agencies().isWithin(account, ancestor);
  }
}
