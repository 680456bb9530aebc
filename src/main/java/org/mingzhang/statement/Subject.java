package org.mingzhang.statement;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;

/**
 * The subject of an amount: an account of the chart, or an account that the chart does not have
 * under its printed name ("unlisted"), with the dimensions that the name fixes.
 *
 * @param account name of the account in the chart, or the normalized printed name
 * @param isInChart whether the chart has the account
 * @param item budget item, project or payer as printed, levels joined by "/"; null for the whole
 * @param code classification code of the item, if known
 * @param fund fund that the name fixes, or null
 * @param perimeter perimeter that the name fixes, or null
 * @param entity another body to which the account belongs, or null for the body of the document
 * @param balanceInstant 年初 or 年末 for a balance, or null
 * @param printedName the name as printed, without white space
 * @param span span of the name; null if it comes from a heading
 * @param isDoubtful whether the words read as its name lack the ending of an account's name and so
 *     may not be a name; its amounts do not become facts
 * @param isFundStated whether the words at the amount state the fund; otherwise the fund comes from
 *     a title or a list, or is the usual fund of the account
 */
public record Subject(
    String account,
    boolean isInChart,
    @Nullable String item,
    @Nullable String code,
    @Nullable Fund fund,
    @Nullable Perimeter perimeter,
    @Nullable String entity,
    @Nullable String balanceInstant,
    String printedName,
    @Nullable Span span,
    boolean isDoubtful,
    boolean isFundStated) {

  /** A subject under a printed name that the chart does not have, with no dimension known. */
  public static Subject ofUnlistedName(String name, @Nullable Span span) {
    return new Subject(name, false, null, null, null, null, null, null, name, span, false, false);
  }

  /**
   * An account of the chart or an item of it, with all other dimensions unknown.
   *
   * @param item the item; null for the whole account
   */
  public static Subject ofChart(
      String account,
      @Nullable String item,
      @Nullable String code,
      @Nullable String balanceInstant,
      String printedName,
      @Nullable Span span) {
    return new Subject(
        account,
        true,
        item,
        code,
        null,
        null,
        null,
        balanceInstant,
        printedName,
        span,
        false,
        false);
  }

  private Subject copy(
      String otherAccount,
      boolean isCharted,
      @Nullable String otherItem,
      @Nullable Fund otherFund,
      @Nullable Perimeter otherPerimeter,
      @Nullable String otherEntity,
      boolean isDoubtful) {
    return new Subject(
        otherAccount,
        isCharted,
        otherItem,
        code,
        otherFund,
        otherPerimeter,
        otherEntity,
        balanceInstant,
        printedName,
        span,
        isDoubtful,
        isFundStated);
  }

  /** A copy with another fund; null if it is unknown. */
  public Subject withFund(@Nullable Fund other) {
    return copy(account, isInChart, item, other, perimeter, entity, isDoubtful);
  }

  /**
   * A copy that is marked as having its fund stated at the amount. This subject itself if {@code
   * isStated} is false or it is marked already.
   */
  public Subject withFundStated(boolean isStated) {
    return isFundStated || !isStated
        ? this
        : new Subject(
            account,
            isInChart,
            item,
            code,
            fund,
            perimeter,
            entity,
            balanceInstant,
            printedName,
            span,
            isDoubtful,
            true);
  }

  /** Whether the printed name says that it is revenue or expenditure. */
  public boolean namesFlow() {
    return printedName.contains("收入") || printedName.contains("支出");
  }

  /**
   * A copy with another account and item. The code and the other dimensions are kept; an account of
   * the chart is not doubtful.
   */
  public Subject withAccountAndItem(
      String otherAccount, boolean isCharted, @Nullable String otherItem) {
    return copy(
        otherAccount, isCharted, otherItem, fund, perimeter, entity, isDoubtful && !isCharted);
  }

  /**
   * An item of an account of the chart, with the fund, perimeter, entity, printed name and span of
   * this subject.
   *
   * @param otherCode code of the item, or null
   */
  public Subject toItemOf(String otherAccount, String otherItem, @Nullable String otherCode) {
    return ofChart(otherAccount, otherItem, otherCode, null, printedName, span)
        .withFund(fund)
        .withPerimeterAndEntity(perimeter, entity);
  }

  /** A copy with another perimeter and entity. */
  public Subject withPerimeterAndEntity(@Nullable Perimeter other, @Nullable String otherEntity) {
    return copy(account, isInChart, item, fund, other, otherEntity, isDoubtful);
  }

  /** Returns a copy that is marked as doubtful, or as not doubtful. */
  public Subject withDoubtful(boolean isDoubtful) {
    return copy(account, isInChart, item, fund, perimeter, entity, isDoubtful);
  }

  /**
   * The name of the account directly above this one in a chart; null if there is none, or if this
   * subject is an item or not an account of the chart.
   */
  public @Nullable String parentAccountIn(ChartOfAccounts chart) {
    return isInChart && item == null
        ? chart.findAccount(account).map(Account::parentName).orElse(null)
        : null;
  }

  /** Whether it is an item of the economic classification, such as 办公费. */
  public boolean isEconomicItem() {
    return item != null
        && code != null
        && !BudgetClassification.economic().findByCode(code).isEmpty();
  }

  /**
   * Whether it is an item of the functional classification at a level below another item of the
   * same account: 住房公积金 (2210201) below 住房改革支出 (22102). Without both codes, the names of the levels
   * decide.
   */
  public boolean isBelowItem(Subject other) {
    if (item == null || other.item == null || !account.equals(other.account)) {
      return false;
    }
    return (code != null && other.code != null)
        ? code.length() > other.code.length() && code.startsWith(other.code)
        : ChartOfAccounts.normalize(item).startsWith(ChartOfAccounts.normalize(other.item) + "/");
  }

  /**
   * Whether both have the same account, item, entity and perimeter. Fund, balance instant and span
   * are not compared.
   */
  public boolean isSameAs(Subject other) {
    return account.equals(other.account)
        && Objects.equals(item, other.item)
        && Objects.equals(entity, other.entity)
        && Objects.equals(perimeter, other.perimeter);
  }

  /** Whether neither of two funds includes the other; false if one of them is unknown. */
  public boolean hasDisjointFund(@Nullable Fund other) {
    Fund own = fund;
    return own != null && other != null && !own.isWithin(other) && !other.isWithin(own);
  }
}
