package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.ResolvedName;
import org.mingzhang.text.PatternTable;

/**
 * Determines the account that 收入 or 支出 means where the text names no other: the total, the sum of
 * the year, or the revenue or expenditure of the fund that the titles name. Confined to one thread
 * and one discourse.
 */
final class UnnamedFlowResolver {
  private static final String SUM_OF_YEAR = "合计";
  private static final String TOTAL = "总计";
  private static final String TOTAL_PREFIX = "总";
  private static final String OF_YEAR = "本年";
  private static final String INSURANCE_FUND = "基金";

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnnamedFlowResolver.class);

  /** A sum or total of revenue or expenditure without a name. */
  private static final Pattern SUM_OF_FLOW = PATTERNS.get("sum-of-flow");

  private static final Pattern TRANSFER_OR_BALANCE = PATTERNS.get("transfer-or-balance");

  /** Maximum number of preceding statements that are searched for a total. */
  private static final int MAX_STATEMENTS_BACK = 60;

  private static final String REVENUE = "收入";
  private static final String SPENDING = "支出";

  private final DiscourseState discourse;

  UnnamedFlowResolver(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * The account of 收入 or 支出 without a name: the revenue or expenditure of the name before the colon
   * that opens the sentence; otherwise, in a report of a government, of the fund of the phrase or
   * the titles; otherwise the result of {@link AccountNameResolver#flowSubject}.
   */
  Subject resolve(AmountPhrase phrase) {
    return resolve(phrase, phrase.flow());
  }

  /** As {@link #resolve(AmountPhrase)}, for one of the flows of a phrase that says both. */
  Subject resolve(AmountPhrase phrase, String flow) {
    Fund fund = phrase.fund() == null ? discourse.context.fund() : phrase.fund();
    AccountNameResolver nameResolver = discourse.nameResolver();
    Optional<ResolvedName> headed =
        discourse.sentence.leadingName.isEmpty()
            ? Optional.empty()
            : nameResolver.resolve(discourse.sentence.leadingName + flow, null);
    if (headed.isPresent()) {
      return headed.get().subject();
    }
    return findFlowOfFund(fund, flow)
        .orElseGet(() -> nameResolver.flowSubject(flow, phrase.stage()));
  }

  /** Whether the name of an account ends in the flow opposite to the given one, in 支出 for 收入. */
  static boolean endsWithOtherFlow(Subject subject, String flow) {
    return subject.account().endsWith(flow.equals(REVENUE) ? SPENDING : REVENUE);
  }

  /**
   * The counterpart of the whole of the list in the sentence, if the topic is a part on the other
   * side of the accounts: 收入1,200万元，其中财政拨款收入1,100万元、其他收入100万元；支出1,200万元. Empty in the reports of
   * governments and outside such a list.
   */
  Optional<Subject> findCounterpartOfListWhole(Subject part, String flow) {
    List<Subject> whole =
        discourse.lists().wholeOfOutermostInlineList(discourse.topic()).subjects();
    if (discourse.context.chart() == ChartOfAccounts.governments()
        || discourse.lists().innermostList() == null
        || whole.size() != 1
        || (whole.getFirst().isSameAs(part) && whole.getFirst().fund() == part.fund())
        || !whole.getFirst().account().contains(flow.equals(REVENUE) ? SPENDING : REVENUE)) {
      return Optional.empty();
    }
    return discourse.relations().findCounterpart(whole.getFirst(), flow);
  }

  /**
   * The total of the fund whose total on the other side the sentence has stated before:
   * 政府性基金预算总收入205330万元，总支出198940万元, 政府性基金预算财政拨款本年收入214万元；本年支出214万元; the flow of a social insurance
   * fund for its sum, 失业保险基金收入3万元，支出合计1万元. Other subjects are returned unchanged.
   */
  Subject completeTotalOfFund(Subject subject) {
    Optional<Subject> ofYear = findCounterpartOfYearTotal(subject);
    if (ofYear.isPresent()) {
      return ofYear.get();
    }
    Matcher sum = SUM_OF_FLOW.matcher(subject.account());
    if (sum.matches()
        && discourse.sentence.namedSubjects.stream().anyMatch(this::isInsuranceFund)) {
      return findFlowOfLastInsuranceFund(sum.group("flow")).orElse(subject);
    }
    String flow = subject.printedName().equals(TOTAL_PREFIX + "支出") ? "支出" : "收入";
    List<Subject> topic = discourse.topic().subjects();
    boolean other =
        discourse.sentence.fund != null
            && subject.isInChart()
            && subject.printedName().equals(TOTAL_PREFIX + flow)
            && topic.size() == 1
            && !topic.getFirst().isInChart()
            && topic
                .getFirst()
                .account()
                .endsWith(TOTAL_PREFIX + (flow.equals("收入") ? "支出" : "收入"));
    return other
        ? discourse.relations().findCounterpart(topic.getFirst(), flow).orElse(subject)
        : subject;
  }

  /**
   * For a subject 本年收入 or 本年支出: the same flow of the fund of the sentence's last amount, if the
   * name of that amount has a fund and ends in the other flow of the year: 本年收入 after 政府性基金本年支出 is
   * that of the fund.
   */
  private Optional<Subject> findCounterpartOfYearTotal(Subject subject) {
    List<Subject> stated = discourse.sentence.namedSubjects;
    String flow = subject.printedName().equals(OF_YEAR + REVENUE) ? REVENUE : SPENDING;
    String other = OF_YEAR + (flow.equals(REVENUE) ? SPENDING : REVENUE);
    return subject.printedName().equals(OF_YEAR + flow)
            && !stated.isEmpty()
            && stated.getLast().fund() != null
            && stated.getLast().item() == null
            && stated.getLast().printedName().endsWith(other)
            && !stated.getLast().printedName().equals(other)
        ? discourse.relations().findCounterpart(stated.getLast(), flow)
        : Optional.empty();
  }

  /**
   * The counterpart of the topic for a budget without a name, if an amount of the topic but no
   * budget of it has been stated and a later clause of the sentence names the other side:
   * 本年收入126万元，年初预算为120万元，支出决算为118.4万元. Otherwise the topic itself.
   */
  Subject counterpartIfLaterClausesNameIt(Subject topic, AmountPhrase phrase) {
    String flow = discourse.clauseContext.flowOfLaterClauses();
    boolean other =
        !flow.isEmpty()
            && discourse.context.chart() != ChartOfAccounts.governments()
            && phrase.isAtBudgetStage()
            && topic.isInChart()
            && endsWithOtherFlow(topic, flow)
            && discourse.topic().findLatestAmount(topic, false) != null
            && !discourse.topic().hasBudget();
    return other ? discourse.relations().findCounterpart(topic, flow).orElse(topic) : topic;
  }

  /**
   * The revenue or expenditure of the social insurance fund of which the section has stated either
   * revenue or expenditure last, which may be that of one kind of insurance:
   * 失业保险基金收入3万元，其中：保险费收入2万元。支出1万元. Empty if there is none or the chart does not have its kind.
   */
  Optional<Subject> findFlowOfLastInsuranceFund(String flow) {
    return discourse.statements.reversed().stream()
        .filter(Statement.Amount.class::isInstance)
        .flatMap(s -> ((Statement.Amount) s).operand().subject().uniqueValue().stream())
        .filter(this::isInsuranceFund)
        .findFirst()
        .filter(Subject::isInChart)
        .flatMap(
            s ->
                s.account().endsWith(flow)
                    ? Optional.of(s)
                    : discourse.relations().findCounterpart(s, flow));
  }

  /**
   * Whether a subject is the revenue or expenditure of a social insurance fund or of all of them.
   */
  boolean isInsuranceFund(Subject subject) {
    return subject.item() == null
        && subject.fund() == Fund.SOCIAL_INSURANCE
        && (subject.account().endsWith(INSURANCE_FUND + "收入")
            || subject.account().endsWith(INSURANCE_FUND + "支出"));
  }

  /**
   * The revenue or expenditure of a fund in a report of a government, and of the kind of social
   * insurance that the section has spoken of last; empty in other documents.
   */
  Optional<Subject> findFlowOfFund(@Nullable Fund fund, String flow) {
    if (fund == Fund.SOCIAL_INSURANCE) {
      Optional<Subject> ofKind = findFlowOfLastInsuranceFund(flow);
      if (ofKind.isPresent()) {
        return ofKind;
      }
    }
    return fund == null || discourse.context.chart() != ChartOfAccounts.governments()
        ? Optional.empty()
        : Stream.of("", "预算", "经营", "经营预算")
            .flatMap(w -> discourse.nameResolver().resolve(fund.label() + w + flow, null).stream())
            .map(ResolvedName::subject)
            .findFirst();
  }

  /**
   * The sum of the year instead of the total of the same side, 总收入, if the section has stated only
   * the sum: 本年收入合计1612.17万元，财政拨款收入占总收入的97.76%. Other subjects are returned unchanged.
   */
  Subject replaceUnstatedTotal(Subject total) {
    String name = total.printedName();
    return name.startsWith(TOTAL_PREFIX)
            && total.isInChart()
            && discourse.context.chart() != ChartOfAccounts.governments()
            && discourse.statedTopics.findBySubject(total) == null
        ? discourse
            .nameResolver()
            .resolve(name.substring(TOTAL_PREFIX.length()) + SUM_OF_YEAR, null)
            .map(ResolvedName::subject)
            .filter(s -> discourse.statedTopics.findBySubject(s) != null)
            .orElse(total)
        : total;
  }

  /**
   * The sum of the year of a side as the section has stated it, with the fund that it then had;
   * empty if the section has not stated it.
   */
  Optional<Subject> findStatedFlowOfYear(String flow) {
    return discourse
        .nameResolver()
        .resolve(flow + SUM_OF_YEAR, null)
        .map(ResolvedName::subject)
        .map(discourse.statedTopics::findBySubject)
        .map(t -> t.subjects().getFirst());
  }

  /**
   * The total that 收入预算 or 支出预算 with a year means after parts of a total: after parts of revenue
   * the total expenditure and the reverse, 2024年支出预算 after 2024年收入预算; at the beginning of a
   * sentence also the total of another year of the same side, 项目支出8万元。2023年支出预算70万元. Null if the
   * section has not stated the total of which the topic is a part.
   */
  @Nullable Subject findTotalAfterItsParts(String flow, AmountPhrase phrase) {
    if (!phrase.isAtBudgetStage() || phrase.years().isEmpty()) {
      return null;
    }
    AccountNameResolver nameResolver = discourse.nameResolver();
    Subject named = nameResolver.flowSubject(flow, phrase.stage());
    boolean ofOtherYear =
        discourse.markBefore == '。'
            && !phrase.years().contains(discourse.context.stageAndTime().year());
    if (ofOtherYear && isStatedTotalOfTopic(named)) {
      return named;
    }
    String other = flow.equals("收入") ? "支出" : "收入";
    return !phrase.hasRelativeYear()
            && isStatedTotalOfTopic(nameResolver.flowSubject(other, phrase.stage()))
        ? named
        : null;
  }

  /**
   * Whether the topic is a part of a given total, and the section has stated an amount of the
   * total.
   */
  private boolean isStatedTotalOfTopic(Subject total) {
    List<Subject> topic = discourse.topic().subjects();
    return total.isInChart()
        && topic.size() == 1
        && topic.getFirst().isInChart()
        && !topic.getFirst().isSameAs(total)
        && topic.getFirst().item() == null
        && discourse.relations().isAncestor(total, topic.getFirst())
        && (discourse.statedTopics.findBySubject(total) != null
            || discourse.statements.reversed().stream()
                .limit(MAX_STATEMENTS_BACK)
                .anyMatch(s -> s instanceof Statement.Amount a && a.operand().isAbout(total)));
  }

  /** Whether a name is that of all money of a fund and does not say whether it came or went. */
  private boolean isTotalOfFundWithoutFlow(Subject subject) {
    return subject.isInChart()
        && subject.item() == null
        && subject.fund() != null
        && !subject.namesFlow()
        && discourse.relations().isTotalOfFund(subject);
  }

  /**
   * Whether a sum in the report of a government includes transfers or balances, which the sentence
   * or the one before states: 一般公共预算收入42亿元，上级补助收入9亿元，收入合计51亿元.
   */
  private boolean isSumWithTransfers(Subject sum) {
    return discourse.context.chart() == ChartOfAccounts.governments()
        && SUM_OF_FLOW.matcher(sum.account()).matches()
        && Stream.of(discourse.sentence.namedSubjects, discourse.sentence.previousNamedSubjects)
            .filter(stated -> !stated.isEmpty())
            .findFirst()
            .filter(
                stated ->
                    stated.stream()
                        .anyMatch(s -> TRANSFER_OR_BALANCE.matcher(s.account()).matches()))
            .isPresent();
  }

  /**
   * Completes a subject by the rest of the sentence: the budget of 财政拨款 is expenditure if 支出决算
   * follows, and 收入合计 after an addition is the total. A part of revenue is revenue:
   * 财政拨款收入92万元，包括：国有资本经营预算当年拨款8万元. Other subjects are returned unchanged.
   */
  Subject completeByRestOfSentence(Subject subject, AmountPhrase phrase) {
    String printed = subject.printedName();
    AccountNameResolver nameResolver = discourse.nameResolver();
    if (subject.item() == null
        && printed.endsWith(SUM_OF_YEAR)
        && (discourse.sentence.isAddingUp || isSumWithTransfers(subject))) {
      String total = printed.substring(0, printed.length() - SUM_OF_YEAR.length()) + TOTAL;
      return nameResolver.resolve(total, subject.span()).map(ResolvedName::subject).orElse(subject);
    }
    OpenList list = discourse.lists().innermostList();
    Subject whole = list == null ? null : list.wholeSubject();
    if (whole != null
        && whole.account().contains(REVENUE)
        && !whole.account().contains(SPENDING)
        && isTotalOfFundWithoutFlow(subject)) {
      return nameResolver.relations().findCounterpart(subject, REVENUE).orElse(subject);
    }
    return subject.isInChart()
            && subject.item() == null
            && !subject.namesFlow()
            && phrase.isAtBudgetStage()
            && !discourse.clauseContext.flowOfLaterClauses().isEmpty()
        ? nameResolver
            .relations()
            .findCounterpart(subject, discourse.clauseContext.flowOfLaterClauses())
            .orElse(subject)
        : subject;
  }
}
