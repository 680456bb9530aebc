package org.mingzhang.statement.phrase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Relations in the chart between accounts that are named near each other: part, whole, sibling,
 * counterpart.
 */
public final class AccountRelations {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountRelations.class);
  private static final Pattern FLOW_AFTER_COST = PATTERNS.get("flow-after-cost");

  private final ChartOfAccounts chart;
  private final AccountNameResolver nameResolver;

  AccountRelations(ChartOfAccounts chart, AccountNameResolver nameResolver) {
    this.chart = chart;
    this.nameResolver = nameResolver;
  }

  /**
   * Finds the account below {@code whole} that the short name of {@code part} stands for: 运行费 below
   * 公务用车购置及运行费, 一般债务 below 政府债务限额. The result has the fund of the account found, and the perimeter,
   * printed name and span of {@code part}, but not its item. Empty if there is no such account.
   */
  public Optional<Subject> findDescendantByPrintedName(Subject whole, Subject part) {
    Optional<Account> above = chart.findAccount(whole.account());
    String name = part.isInChart() ? part.printedName() : part.account();
    return above
        .flatMap(
            a ->
                chart
                    .findBelow(a, name)
                    .or(() -> chart.findBelow(a, FLOW_AFTER_COST.matcher(name).replaceFirst("")))
                    .map(AccountName::account))
        .or(
            () ->
                part.isInChart()
                    ? Optional.empty()
                    : above.flatMap(a -> findPartByNamePrefix(a, name)))
        .map(a -> part.withAccountAndItem(a.name(), true, null).withFund(a.ownFund()));
  }

  /**
   * Finds the account below the parent of {@code knownSibling} that the short name of {@code part}
   * stands for: 货物 next to 政府采购服务. The result has the same properties as that of {@link
   * #findDescendantByPrintedName}.
   */
  Optional<Subject> findSibling(Subject knownSibling, Subject part) {
    return chart
        .findAccount(knownSibling.account())
        .map(Account::parentName)
        .flatMap(parent -> findDescendantByPrintedName(Subject.ofUnlistedName(parent, null), part));
  }

  /**
   * As {@link #findDescendantByPrintedName}, but only if the chart itself has the account name of
   * {@code part} as a short name below {@code whole}: 购置费 below 公务用车购置及运行费.
   */
  public Optional<Subject> findDescendantByChartAlias(Subject whole, Subject part) {
    return chart
        .findAccount(whole.account())
        .flatMap(above -> chart.findBelow(above, part.account()))
        .flatMap(found -> findDescendantByPrintedName(whole, part));
  }

  /**
   * As {@link #findSibling}, but only if the chart itself has the account name of {@code part} as a
   * short name below the parent: 运行费 next to 公务用车购置费.
   */
  public Optional<Subject> findSiblingByChartAlias(Subject knownSibling, Subject part) {
    return chart
        .findAccount(knownSibling.account())
        .flatMap(Account::parent)
        .flatMap(parent -> findDescendantByChartAlias(Subject.ofUnlistedName(parent, null), part));
  }

  /**
   * Whether two subjects without items are different accounts with the same parent in the chart.
   */
  public boolean areSiblings(Subject one, Subject other) {
    Optional<String> parent = parentOf(one);
    return parent.isPresent()
        && parent.equals(parentOf(other))
        && !one.account().equals(other.account());
  }

  private Optional<String> parentOf(Subject subject) {
    return subject.item() == null
        ? chart.findAccount(subject.account()).map(Account::parentName)
        : Optional.empty();
  }

  /**
   * The name of the account whose parts in the chart are exactly the given accounts; empty if there
   * is none.
   */
  Optional<String> findWhole(List<Subject> parts) {
    Set<String> named = parts.stream().map(Subject::account).collect(Collectors.toSet());
    return parentOf(parts.getFirst())
        .filter(
            whole ->
                chart.accounts().stream()
                    .filter(account -> whole.equals(account.parentName()))
                    .map(Account::name)
                    .collect(Collectors.toSet())
                    .equals(named));
  }

  /**
   * Whether the chart has {@code whole} as the parent of {@code part}; false if one of them is an
   * item.
   */
  public boolean isParent(Subject whole, Subject part) {
    return whole.item() == null && parentOf(part).filter(whole.account()::equals).isPresent();
  }

  /**
   * Whether an account is its parent in the chart restricted to one fund: 一般公共预算财政拨款支出 of 财政拨款支出.
   */
  public boolean isTotalOfFund(Subject subject) {
    Optional<Account> own = chart.findAccount(subject.account());
    return own.flatMap(Account::parent)
        .flatMap(chart::findAccount)
        .filter(
            above ->
                own.get().ownFund() != above.ownFund()
                    && chart.narrowToFund(above, own.get().ownFund()).equals(own.get()))
        .isPresent();
  }

  /**
   * Whether no words state the fund of a subject: it then has the usual fund of its account, such
   * as 三公经费 the appropriation. False for accounts that are named after a fund, 财政拨款支出.
   */
  public boolean hasAssumedFund(Subject subject) {
    return subject.isInChart()
        && !subject.isFundStated()
        && subject.fund() != null
        && chart.findAccount(subject.account()).map(Account::ownFund).orElse(null) == subject.fund()
        && !isTotalOfFund(subject);
  }

  /**
   * The fund of a subject that is the total of one fund, if it is narrower than the one that the
   * titles name, or they name none; empty for other subjects.
   */
  public Optional<Fund> fundOfTotal(Subject subject, @Nullable Fund titled) {
    Fund fund = subject.fund();
    return fund != null
            && fund != titled
            && subject.isInChart()
            && subject.item() == null
            && (titled == null || fund.isWithin(titled))
            && isTotalOfFund(subject)
        ? Optional.of(fund)
        : Optional.empty();
  }

  /**
   * A copy of the subject without a fund. An account that is its parent restricted to one fund is
   * replaced by the parent: 财政拨款支出 for 一般公共预算财政拨款支出.
   */
  public Subject withoutFund(Subject subject) {
    Optional<String> above = isTotalOfFund(subject) ? parentOf(subject) : Optional.empty();
    return above
        .map(a -> subject.withAccountAndItem(a, true, subject.item()))
        .orElse(subject)
        .withFund(null);
  }

  /**
   * Whether the chart has the account of {@code part} at any depth below that of {@code whole};
   * items and funds are not compared.
   */
  public boolean isAncestor(Subject whole, Subject part) {
    Optional<Account> above = chart.findAccount(whole.account());
    return above.isPresent()
        && !whole.account().equals(part.account())
        && chart
            .findAccount(part.account())
            .filter(a -> chart.isWithin(a, above.get()))
            .isPresent();
  }

  /** Whether a name has an ending of names of public bodies, such as 局. */
  boolean hasEntityEnding(String name) {
    return Lexicon.standard().hasEnding(WordClass.ENTITY, name);
  }

  /**
   * Finds the first account directly below {@code whole} whose name is the short name followed by
   * an ending of the name of {@code whole}: 一般债务限额 for 一般债务 below 政府债务限额.
   */
  private Optional<Account> findPartByNamePrefix(Account whole, String name) {
    return chart.accounts().stream()
        .filter(a -> whole.name().equals(a.parentName()))
        .filter(
            a ->
                a.name().startsWith(name)
                    && whole.name().endsWith(a.name().substring(name.length())))
        .reduce((a, b) -> a);
  }

  /**
   * Whether an account is a part of total expenditure, such as 基本支出, so that every item of a
   * classification can have an amount of it.
   */
  public boolean isPartOfTotalExpenditure(Subject subject) {
    Account all = chart.findAccount(nameResolver.functionalItems().accountOfItems()).orElse(null);
    return all != null
        && subject.fund() == null
        && chart
            .findAccount(subject.account())
            .filter(a -> !a.equals(all) && chart.isWithin(a, all))
            .isPresent();
  }

  /**
   * Converts a part of a whole other than total expenditure to the item of the economic
   * classification with its name; the whole becomes the account of the item:
   * 公用经费19万元，包括办公费8万元、公务接待费2万元. After such an item, a part whose name is both an item and an
   * account of the chart is the item. Other parts are returned unchanged.
   *
   * @param listed the parts before it
   */
  public Subject asEconomicItemOfWhole(Subject part, Subject whole, List<Subject> listed) {
    boolean continued =
        part.isInChart()
            && part.item() == null
            && !isAncestor(whole, part)
            && listed.stream().anyMatch(Subject::isEconomicItem);
    Subject item =
        (continued
                ? nameResolver.resolveEconomicItem(part.printedName(), part.span())
                : Optional.<ResolvedName>empty())
            .map(ResolvedName::subject)
            .orElse(part);
    boolean narrower =
        chart != ChartOfAccounts.governments()
            && whole.isInChart()
            && whole.item() == null
            && !whole.account().equals(item.account())
            && !isAncestor(whole, item);
    if (!narrower || !item.isEconomicItem()) {
      return part;
    }
    String account = isTotalOfFund(whole) ? item.account() : whole.account();
    return item.withAccountAndItem(account, true, item.item()).withFund(whole.fund());
  }

  /**
   * Whether two accounts without items have the same name except that one is revenue and the other
   * expenditure.
   */
  public static boolean areCounterparts(Subject one, Subject other) {
    return one.item() == null
        && other.item() == null
        && !one.account().equals(other.account())
        && one.account().replace("收入", "支出").equals(other.account().replace("收入", "支出"));
  }

  /** Whether one of two subjects is named as revenue and the other as expenditure. */
  public static boolean areOfOppositeSides(Subject one, Subject other) {
    return (isSideOnly(one, "收入", "支出") && isSideOnly(other, "支出", "收入"))
        || (isSideOnly(one, "支出", "收入") && isSideOnly(other, "收入", "支出"));
  }

  private static boolean isSideOnly(Subject subject, String side, String opposite) {
    return subject.account().contains(side) && !subject.account().contains(opposite);
  }

  /**
   * Finds the account with the same name on the other side: expenditure for revenue, or the
   * reverse. The result keeps the fund and perimeter of the subject. Empty if the subject is an
   * item, if its name does not contain the word for the other side, or if it is charted and the
   * chart does not have the counterpart.
   *
   * @param flow 收入 or 支出, the side of the result
   */
  public Optional<Subject> findCounterpart(Subject subject, String flow) {
    String other = flow.equals("收入") ? "支出" : "收入";
    int at = subject.account().lastIndexOf(other);
    if (at < 0 || subject.item() != null) {
      return Optional.empty();
    }
    String name = subject.account().substring(0, at) + flow + subject.account().substring(at + 2);
    return nameResolver
        .resolve(name, subject.span())
        .map(ResolvedName::subject)
        .filter(counterpart -> counterpart.item() == null)
        .or(
            () ->
                subject.isInChart()
                    ? Optional.empty()
                    : Optional.of(Subject.ofUnlistedName(name, subject.span())))
        .map(s -> subject.fund() == null ? s : s.withFund(subject.fund()))
        .map(s -> s.withPerimeterAndEntity(subject.perimeter(), subject.entity()));
  }

  /**
   * The result of {@link #findCounterpart} for an account or, if the account is on the other side
   * and has no counterpart, for the nearest account above it that has one: 社会保险基金支出 for 保险费收入.
   */
  public Optional<Subject> findCounterpartOfNearest(Subject subject, String flow) {
    Optional<Subject> own = findCounterpart(subject, flow);
    String other = flow.equals("收入") ? "支出" : "收入";
    return own.isPresent() || !subject.account().endsWith(other)
        ? own
        : parentOf(subject)
            .map(parent -> subject.withAccountAndItem(parent, true, null))
            .flatMap(parent -> findCounterpartOfNearest(parent, flow));
  }

  /**
   * Whether the chart has the name of a part as another name of its whole, so that the text must
   * mean another account by it: 一般公共预算收入11.86亿元，其中：上划中央收入3.79亿元、地方收入7.17亿元.
   */
  public static boolean hasNameOfWhole(Subject part, AmountPhrase phrase, Subject whole) {
    return part.isInChart()
        && part.item() == null
        && whole.item() == null
        && part.isSameAs(whole.withPerimeterAndEntity(null, null))
        && part.fund() == whole.fund()
        && phrase.fund() == null
        && phrase.perimeter() == null
        && !part.printedName().contains(part.account())
        && !part.printedName().equals(whole.printedName());
  }
}
