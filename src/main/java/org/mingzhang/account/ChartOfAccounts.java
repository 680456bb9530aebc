package org.mingzhang.account;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * A chart of accounts, of agencies or of governments. Immutable.
 *
 * <p>{@link #find} looks up a whole printed name, which may begin with words for a fund and begin
 * or end with words for a stage. A name that is not in the chart is an unlisted account: its
 * amounts can be stated, compared and added up, but are never headline amounts. {@link #findFund}
 * and {@link #findStage} look up a column title that names a fund or a stage and nothing else.
 *
 * <p>Names are compared in the form that {@link #normalize} returns.
 */
public final class ChartOfAccounts {
  private static final Pattern IGNORED_IN_NAMES = Pattern.compile("[\\s\\u00a0“”\"'‘’＂《》「」]");
  private static final ChartOfAccounts AGENCIES =
      new ChartOfAccounts(ChartOfAccountsFile.read("chart.tsv"));
  private static final ChartOfAccounts GOVERNMENTS =
      new ChartOfAccounts(ChartOfAccountsFile.read("government.tsv"));

  private final ChartOfAccountsFile file;
  private final Map<String, Integer> rankByAccount = new HashMap<>();

  private ChartOfAccounts(ChartOfAccountsFile file) {
    this.file = file;
    file.accounts().keySet().forEach(name -> rankByAccount.put(name, rankByAccount.size()));
  }

  /** The chart of departments and units. */
  public static ChartOfAccounts agencies() {
    return AGENCIES;
  }

  /** The chart of a government's four budgets. */
  public static ChartOfAccounts governments() {
    return GOVERNMENTS;
  }

  /**
   * The chart for documents of a category; the chart of agencies if the category is unknown. Use
   * {@link DocumentChartSelector} for a document, whose text may decide where its category does
   * not.
   */
  static ChartOfAccounts ofCategory(@Nullable Category category) {
    return category != null && category.isAboutWholeGovernment() ? GOVERNMENTS : AGENCIES;
  }

  /** All accounts in the order of the chart. */
  public Collection<Account> accounts() {
    return file.accounts().values();
  }

  /**
   * Finds an account by its exact name in the chart; synonyms are not looked up. Empty if there is
   * none.
   */
  public Optional<Account> findAccount(String name) {
    return Optional.ofNullable(file.accounts().get(name));
  }

  /**
   * Finds the meaning of a whole printed name; empty for an unlisted account.
   *
   * @param printed the name without numeral and without 其中
   */
  public Optional<AccountName> find(String printed) {
    String name = normalize(printed);
    Optional<AccountName> exact = findExact(name);
    if (exact.isPresent() || name.length() < 2 || FundWords.STANDARD.match(name).isPresent()) {
      return exact;
    }
    StageWords.StageAndRest split = StageWords.STANDARD.split(name);
    return split.stage() == null
        ? findAfterFund(name)
        : findExact(split.rest())
            .or(() -> findAfterFund(split.rest()))
            .map(
                n ->
                    n.withAccountFundAndStage(
                        n.account(), n.fund(), n.stage() == null ? split.stage() : n.stage()));
  }

  /**
   * The meaning of a name that is unambiguous only below an account: 购置费 below 公务用车购置及运行费, 货物 below
   * 政府采购. Empty if the name has no such meaning.
   */
  public Optional<AccountName> findBelow(Account parent, String printed) {
    String name = normalize(printed);
    Account whole = file.accountByParentAndName().get(parent.name() + "/" + name);
    if (whole != null) {
      return Optional.of(new AccountName(whole, null, null, null, null));
    }
    StageWords.StageAndRest split = StageWords.STANDARD.split(name);
    FundWords.FundAndRest funded = FundWords.STANDARD.split(split.rest());
    Account found = file.accountByParentAndName().get(parent.name() + "/" + funded.rest());
    return found == null
        ? Optional.empty()
        : Optional.of(new AccountName(found, funded.fund(), split.stage(), null, null));
  }

  /**
   * Name of the account that the functional classification divides; empty if the chart has none.
   */
  public String functionallyClassifiedAccount() {
    Account whole = file.functionalClassificationTotal();
    return whole == null ? "" : whole.name();
  }

  /**
   * Rank of an account in the order of the chart, from 0; unlisted accounts share the last rank.
   */
  public int rank(String account) {
    return rankByAccount.getOrDefault(account, rankByAccount.size());
  }

  /** Whether other accounts are parts of this one. */
  public boolean hasParts(Account account) {
    return !file.findParts(account.name()).isEmpty();
  }

  /** Whether an account equals another or is a part of it at any depth; false for null. */
  public boolean isWithin(Account account, @Nullable Account whole) {
    for (Account at = account; at != null; at = file.accounts().get(at.parent().orElse(""))) {
      if (at.equals(whole)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The account for the part of an account that a fund pays: 财政拨款支出 for 本年支出合计 of 财政拨款. The account
   * itself if the fund is null or the chart has no account for that part.
   */
  public Account narrowToFund(Account account, @Nullable Fund fund) {
    if (fund == null) {
      return account;
    }
    for (Account part : file.findParts(account.name())) {
      Fund own = part.ownFund();
      if (own != null
          && fund.isWithin(own)
          && !own.equals(account.ownFund())
          && own.isWithin(account.fund().orElse(Fund.ALL))
          && own != Fund.ALL) {
        return narrowToFund(part, fund);
      }
    }
    return account;
  }

  /**
   * The fund that a column title names if it names nothing else, for example 政府性基金预算财政拨款; otherwise
   * empty.
   */
  public static Optional<Fund> findFund(String text) {
    return FundWords.STANDARD.match(normalize(text));
  }

  /**
   * The stage that a column title names if it names nothing else, for example 年初预算数; otherwise
   * empty.
   */
  public static Optional<Stage> findStage(String text) {
    return StageWords.STANDARD.match(normalize(text));
  }

  /**
   * All funds that a title in the form of {@link #normalize} names, in order, and the title without
   * the words for them.
   */
  public static FundsInTitle extractFunds(String title) {
    return FundWords.STANDARD.extract(title);
  }

  /**
   * The funds that a title names, and the rest of the title.
   *
   * @param funds the funds in order
   * @param rest the title without the words for them
   */
  public record FundsInTitle(List<Fund> funds, String rest) {
    /** Makes an immutable copy of the funds. */
    public FundsInTitle {
      funds = List.copyOf(funds);
    }
  }

  /**
   * All names and synonyms of accounts in the form of {@link #normalize}; without names that are
   * unambiguous only below an account or after a word for a fund.
   */
  public Set<String> names() {
    return file.names().keySet();
  }

  /**
   * The form of a printed name in which names are compared: NFKC without white space, quotation
   * marks and book-title marks.
   */
  public static String normalize(String printed) {
    for (int i = 0; i < printed.length(); i++) {
      if (!isNormalCharacter(printed.charAt(i))) {
        return IGNORED_IN_NAMES
            .matcher(Normalizer.normalize(printed, Normalizer.Form.NFKC))
            .replaceAll("");
      }
    }
    return printed;
  }

  /**
   * Whether normalization certainly leaves a character unchanged. Most names consist of such
   * characters, and checking them is faster than normalizing.
   */
  private static boolean isNormalCharacter(char c) {
    return (c >= '\u4e00' && c <= '\u9fff')
        || (c > ' ' && c < '\u007f' && c != '"' && c != '\'')
        || c == '、';
  }

  private Optional<AccountName> findExact(String name) {
    AccountName found = file.names().get(name);
    return found == null ? findExpenditureOnClass(name) : Optional.of(found);
  }

  /** Finds a name that consists of a word for a fund and the name of an account: 一般公共预算财政拨款基本支出. */
  private Optional<AccountName> findAfterFund(String name) {
    FundWords.FundAndRest split = FundWords.STANDARD.split(name);
    Fund fund = split.fund();
    if (fund == null) {
      return Optional.empty();
    }
    AccountName rest = file.namesAfterFund().get(split.rest());
    return Optional.ofNullable(rest)
        .or(() -> findExact(split.rest()))
        .map(n -> n.withAccountFundAndStage(narrowToFund(n.account(), fund), fund, n.stage()));
  }

  /** Finds the expenditure of the year on a class of the functional classification: 教育支出. */
  private Optional<AccountName> findExpenditureOnClass(String name) {
    Account whole = file.functionalClassificationTotal();
    return whole == null || !name.endsWith("支出")
        ? Optional.empty()
        : BudgetClassification.functional().findByName(name).stream()
            .filter(e -> e.level() == 1)
            .findFirst()
            .map(e -> new AccountName(whole, null, null, e.name(), e.code()));
  }
}
