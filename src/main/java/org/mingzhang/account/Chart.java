package org.mingzhang.account;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * A chart of accounts: that of agencies or that of governments. Immutable.
 *
 * <p>{@link #find} takes a whole printed name, alone or with words for a fund before it and words
 * for a stage around it. A name that the chart does not have belongs to an open account: it may be
 * stated, compared and added up, but is never a headline. {@link #fundOf} and {@link #stageOf} take
 * a column's head that says a fund or a stage and nothing else.
 *
 * <p>Names are compared as {@link #normalize} makes them: without white space, quotation marks and
 * bracket width.
 */
public final class Chart {
  private static final Pattern DROPPED = Pattern.compile("[\\s\\u00a0“”\"'‘’＂《》「」]");
  private static final Chart AGENCIES = new Chart(ChartFile.read("chart.tsv"));
  private static final Chart GOVERNMENTS = new Chart(ChartFile.read("government.tsv"));

  private final ChartFile file;

  private Chart(ChartFile file) {
    this.file = file;
  }

  /** The chart of departments and units. */
  public static Chart standard() {
    return AGENCIES;
  }

  /** The chart of a government's four budgets. */
  public static Chart governments() {
    return GOVERNMENTS;
  }

  /**
   * The chart of the documents of a category; that of agencies where it is not known. What chart a
   * document speaks of is for its words to tell as well: ask {@link DocumentChart}.
   */
  static Chart of(@Nullable Category category) {
    return category == Category.GOVERNMENT_BUDGET || category == Category.GOVERNMENT_FINAL_ACCOUNTS
        ? GOVERNMENTS
        : AGENCIES;
  }

  /** All accounts in the order of the chart. */
  public Collection<Account> accounts() {
    return file.accounts().values();
  }

  /** The account with this identity. */
  public Optional<Account> account(String name) {
    return Optional.ofNullable(file.accounts().get(name));
  }

  /**
   * What a whole printed name stands for; empty for the name of an open account.
   *
   * @param printed the name without numeral and without 其中
   */
  public Optional<AccountName> find(String printed) {
    String name = normalize(printed);
    Optional<AccountName> exact = exact(name);
    if (exact.isPresent() || name.length() < 2 || FundWords.STANDARD.whole(name).isPresent()) {
      return exact;
    }
    StageWords.Split split = StageWords.STANDARD.split(name);
    return split.stage() == null
        ? ofFund(name)
        : exact(split.rest())
            .or(() -> ofFund(split.rest()))
            .map(n -> n.with(n.account(), n.fund(), n.stage() == null ? split.stage() : n.stage()));
  }

  /** What a name stands for below an account: 购置费 below 公务用车购置及运行费, 货物 below 政府采购. */
  public Optional<AccountName> findBelow(Account parent, String printed) {
    String name = normalize(printed);
    Account whole = file.below().get(parent.name() + "/" + name);
    if (whole != null) {
      return Optional.of(new AccountName(whole, null, null, null, null));
    }
    StageWords.Split split = StageWords.STANDARD.split(name);
    Account found = file.below().get(parent.name() + "/" + split.rest());
    return found == null
        ? Optional.empty()
        : Optional.of(new AccountName(found, null, split.stage(), null, null));
  }

  /** Name of the account that classes of the functional classification are parts of. */
  public String classified() {
    Account whole = file.whole();
    return whole == null ? "" : whole.name();
  }

  /** Place of an account in the order of the chart; open accounts come behind all. */
  public int place(String account) {
    int place = List.copyOf(file.accounts().keySet()).indexOf(account);
    return place < 0 ? file.accounts().size() : place;
  }

  /** Whether other accounts are parts of it. */
  public boolean hasParts(Account account) {
    return !file.parts(account.name()).isEmpty();
  }

  /** Whether an account is another or a part of it, at any depth. */
  public boolean isWithin(Account account, Account whole) {
    for (Account at = account; at != null; at = file.accounts().get(at.parent().orElse(""))) {
      if (at.equals(whole)) {
        return true;
      }
    }
    return false;
  }

  /** The account that stands for an account's amounts of a fund: 财政拨款支出 for 本年支出合计 of 财政拨款. */
  public Account ofFund(Account account, @Nullable Fund fund) {
    if (fund == null) {
      return account;
    }
    for (Account part : file.parts(account.name())) {
      Fund own = part.ownFund();
      if (own != null
          && fund.isWithin(own)
          && !own.equals(account.ownFund())
          && own.isWithin(account.fund().orElse(Fund.ALL))
          && own != Fund.ALL) {
        return ofFund(part, fund);
      }
    }
    return account;
  }

  /** The fund that a head says and nothing else, for example 政府性基金预算财政拨款. */
  public static Optional<Fund> fundOf(String head) {
    return FundWords.STANDARD.whole(normalize(head));
  }

  /** The stage that a head says and nothing else, for example 年初预算数. */
  public static Optional<Stage> stageOf(String head) {
    return StageWords.STANDARD.whole(normalize(head));
  }

  /** All funds that a normalised title names, in order, and the title without them. */
  public static Named fundsIn(String title) {
    return FundWords.STANDARD.in(title);
  }

  /**
   * A title parted into the funds it names and the rest.
   *
   * @param funds the funds in order
   * @param rest the title without the words for them
   */
  public record Named(List<Fund> funds, String rest) {
    /** Copies the funds. */
    public Named {
      funds = List.copyOf(funds);
    }
  }

  /** All names of accounts, as {@link #normalize} makes them. */
  public Set<String> names() {
    return file.names().keySet();
  }

  /** A printed name as names are compared. */
  public static String normalize(String printed) {
    for (int i = 0; i < printed.length(); i++) {
      if (!plain(printed.charAt(i))) {
        return normalized(printed);
      }
    }
    return printed;
  }

  /**
   * Whether a character stays as it is: unified ideographs, letters and digits, brackets and stops.
   */
  private static boolean plain(char c) {
    return (c >= '\u4e00' && c <= '\u9fff')
        || (c > ' ' && c < '\u007f' && c != '"' && c != '\'')
        || c == '、';
  }

  private static String normalized(String printed) {
    return DROPPED.matcher(Normalizer.normalize(printed, Normalizer.Form.NFKC)).replaceAll("");
  }

  private Optional<AccountName> exact(String name) {
    AccountName found = file.names().get(name);
    return found == null ? classOf(name) : Optional.of(found);
  }

  /** 一般公共预算财政拨款基本支出: a word for a fund and a name. */
  private Optional<AccountName> ofFund(String name) {
    FundWords.Split split = FundWords.STANDARD.split(name);
    Fund fund = split.fund();
    if (fund == null) {
      return Optional.empty();
    }
    AccountName rest = file.bare().get(split.rest());
    return Optional.ofNullable(rest)
        .or(() -> exact(split.rest()))
        .map(n -> n.with(ofFund(n.account(), fund), fund, n.stage()));
  }

  /** 教育支出: the expenditure of the year on a class of the functional classification. */
  private Optional<AccountName> classOf(String name) {
    Account whole = file.whole();
    return whole == null || !name.endsWith("支出")
        ? Optional.empty()
        : Classification.functional().named(name).stream()
            .filter(e -> e.level() == 1)
            .findFirst()
            .map(e -> new AccountName(whole, null, null, e.name(), e.code()));
  }
}
