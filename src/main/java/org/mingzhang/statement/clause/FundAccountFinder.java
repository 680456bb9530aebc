package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.ResolvedName;
import org.mingzhang.statement.token.BudgetStages;

/** Finds the account of an amount whose phrase names only a fund. */
final class FundAccountFinder {
  private static final String REVENUE = "收入";

  /** The instant of a balance brought forward. */
  private static final String OPENING_OF_YEAR = "年初";

  private final DiscourseState discourse;

  FundAccountFinder(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * The only account of the phrase's fund that the section has stated, or else the appropriation
   * from that fund. Used if the topic is a balance of which no list is open, because words for a
   * fund do not narrow a balance: 上年结转1,156.37万元。财政专户管理资金占本年收入的29.62%;
   * 年初结转和结余102.40万元，一般公共预算财政拨款3,693.65万元.
   */
  @Nullable Subject findAccountOfFund(AmountPhrase phrase) {
    List<Subject> topic = discourse.topic().subjects();
    if (phrase.fund() == null || topic.size() != 1 || topic.getFirst().balanceInstant() == null) {
      return null;
    }
    List<Subject> stated =
        discourse.statedTopics.topicsWithStatements().stream()
            .map(t -> t.subjects().getFirst())
            .filter(s -> s.isInChart() && s.item() == null && s.fund() == phrase.fund())
            .toList();
    return stated.isEmpty()
        ? findAppropriation(topic.getFirst(), phrase)
        : stated.size() == 1 ? stated.getFirst() : null;
  }

  private @Nullable Subject findAppropriation(Subject balance, AmountPhrase phrase) {
    Fund fund = Objects.requireNonNull(phrase.fund());
    String own = fund == Fund.APPROPRIATION ? "" : fund.label();
    return fund.isWithin(Fund.APPROPRIATION)
            && phrase.flow().isEmpty()
            && OPENING_OF_YEAR.equals(balance.balanceInstant())
            && discourse.context.chart() != ChartOfAccounts.governments()
        ? discourse
            .nameResolver()
            .resolve(own + Fund.APPROPRIATION.label() + REVENUE, null)
            .map(ResolvedName::subject)
            .orElse(null)
        : null;
  }

  /**
   * The expenditure from the fund that both the phrase and the titles above name: in a budget,
   * 一般公共预算当年拨款1,086万元 is planned expenditure.
   */
  Optional<Subject> findAppropriationExpenditure(AmountPhrase phrase) {
    Fund fund = phrase.fund();
    Stage stage = discourse.context.stageAndTime().stage();
    return fund != null
            && fund == discourse.context.fund()
            && BudgetStages.isBudget(stage)
            && discourse.context.projectFunding() == null
            && discourse.context.chart() != ChartOfAccounts.governments()
        ? discourse.nameResolver().resolve(fund.label() + "支出", null).map(ResolvedName::subject)
        : Optional.empty();
  }
}
