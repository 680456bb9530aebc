package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.NameBoundaryDetector;
import org.mingzhang.statement.token.Lexicon;

/**
 * Determines the subjects of a phrase: those that it names, with the fund and perimeter printed
 * around them, otherwise those carried over from earlier clauses.
 */
final class SubjectResolver {
  private static final String OWN_LEVEL = "本级";
  private static final String TOTAL = "总计";
  private static final String REVENUE = "收入";

  private final DiscourseState discourse;
  private final SubjectDimensionResolver dimensionResolver;
  private final ListPartResolver listPartResolver;
  private final UnnamedFlowResolver flowResolver;
  private final FundAccountFinder fundAccountFinder;
  private final SpendingOfYearDetector spendingOfYearDetector;

  SubjectResolver(DiscourseState discourse) {
    this.discourse = discourse;
    this.dimensionResolver = new SubjectDimensionResolver(discourse);
    this.listPartResolver = new ListPartResolver(discourse, dimensionResolver);
    this.flowResolver = new UnnamedFlowResolver(discourse);
    this.fundAccountFinder = new FundAccountFinder(discourse);
    this.spendingOfYearDetector = new SpendingOfYearDetector(discourse);
  }

  /**
   * The subjects of a phrase; if it names none, those carried over. Empty if nothing is carried
   * over or the phrase is unreadable. A single subject that does not belong to the whole of a
   * numbered list may move the list to another whole.
   */
  List<Subject> resolve(AmountPhrase phrase) {
    OpenList scope = discourse.lists().innermostList();
    List<Subject> found = new ArrayList<>();
    if (phrase.isUnreadable()) {
      return found;
    }
    if (scope != null && phrase.subjects().size() == 1) {
      listPartResolver.moveListToParentOfPart(scope, phrase.subjects().getFirst());
    }
    Subject whole = scope == null || phrase.isPerHead() ? null : scope.wholeSubject();
    if (spendingOfYearDetector.namesSpendingFromUnnamedFunds(phrase)) {
      return found;
    }
    if (spendingOfYearDetector.namesSpendingOnTopic(phrase)) {
      return List.of(
          dimensionResolver.withDimensions(discourse.topic().subjects().getFirst(), phrase));
    }
    if (discourse.context.textEvaluatesProjects()
        && SpendingOfYearDetector.namesSpendingOfYear(phrase)) {
      return List.of(Objects.requireNonNull(discourse.context.subject()));
    }
    if (!phrase.subjects().isEmpty()) {
      for (Subject subject : phrase.subjects()) {
        Subject named =
            BareBalanceResolver.resolve(flowResolver.completeTotalOfFund(subject), discourse);
        found.add(listPartResolver.resolve(named, phrase, whole));
      }
      return found;
    }
    if (!phrase.flow().isEmpty() && discourse.governmentLevelDetector.namesHigherLevel(phrase)) {
      return List.of(Subject.ofUnlistedName(phrase.perimeterWords() + phrase.flow(), null));
    }
    Subject ofFund = whole == null ? fundAccountFinder.findAccountOfFund(phrase) : null;
    if (ofFund != null) {
      return List.of(ofFund);
    }
    boolean part = phrase.fund() != null || phrase.perimeter() != null;
    List<Subject> carried = part && whole != null ? List.of(whole) : carriedSubjects(phrase);
    for (Subject inherited : carried) {
      Subject subject = withoutDisjointFund(inherited, phrase.fund());
      for (String flow :
          phrase.flow().equals(AmountPhrase.BOTH_FLOWS)
              ? List.of("收入", "支出")
              : List.of(phrase.flow())) {
        Subject own =
            dimensionResolver.withDimensions(
                withPhrasePerimeter(resolveFlowOfCarriedSubject(subject, flow, phrase), phrase),
                phrase);
        if (found.stream().noneMatch(s -> own.isSameAs(s) && own.fund() == s.fund())) {
          found.add(part && own.isSameAs(subject) ? totalOfFund(own, phrase) : own);
        }
      }
    }
    if (phrase.flow().equals(AmountPhrase.BOTH_FLOWS)) {
      return found.size() == 2 ? found : resolveBothTotals(phrase);
    }
    if (found.isEmpty() && !phrase.flow().isEmpty()) {
      found.add(dimensionResolver.withDimensions(flowResolver.resolve(phrase), phrase));
    } else if (found.isEmpty()
        && phrase.isAtBudgetStage()
        && !discourse.clauseContext.flowOfLaterClauses().isEmpty()) {
      found.add(
          dimensionResolver.withDimensions(
              Subject.ofUnlistedName(discourse.clauseContext.flowOfLaterClauses(), null), phrase));
    } else if (found.isEmpty()) {
      fundAccountFinder
          .findAppropriationExpenditure(phrase)
          .ifPresent(granted -> found.add(dimensionResolver.withDimensions(granted, phrase)));
    }
    return found;
  }

  /**
   * The subjects of the topic. An amount at a stage after a balance belongs to what the document
   * evaluates and not to the balance, which has neither budget nor result: 上年结转5万元，全年预算数49万元. In a
   * text about one project, an amount that follows an amount per unit but is not per unit belongs
   * to the project: 亩均投资2400元，总投资7680万元. In an evaluation, an amount that follows the money that
   * the project received: 实际到位126万元；截至年末支出118万元, 收到上级补助资金90万元，支付86万元, belongs to the project as
   * well. The own office is no part of a body named before it.
   */
  private List<Subject> carriedSubjects(AmountPhrase phrase) {
    Subject project = discourse.context.projectFunding();
    List<Subject> topic = discourse.topic().subjects();
    Subject labeled = discourse.topics.labeledProject();
    if (labeled != null
        && discourse.lists().isOutsideSentenceList()
        && topic.size() == 1
        && Objects.toString(topic.getFirst().item(), "").startsWith(labeled.item() + "/")) {
      // After a part of the labeled project, amounts without a name belong to the project:
      // 森林防火专项：预算90万元，上年结转5万元，支出80万元.
      return List.of(labeled);
    }
    if (phrase.perimeter() == Perimeter.UNIT
        && topic.size() == 1
        && !topic.getFirst().isInChart()
        && topic.getFirst().item() == null
        && !discourse.phraseReader.hasAccountEnding(topic.getFirst().account())) {
      // The topic is another body, whose amounts the own office does not have:
      // 公路事务中心预算60万元，局本级80万元.
      return List.of();
    }
    Subject evaluated = discourse.context.subject();
    if (evaluated != null
        && Lexicon.standard().isDefaultAccountName(evaluated.account())
        && phrase.stage() != null
        && topic.size() == 1
        && (topic.getFirst().balanceInstant() != null
            || (discourse.sentence.isAddingUp && phrase.isAtBudgetStage()))) {
      // The budget is the sum of the amounts before it, so it belongs to what is evaluated:
      // 追加30万元，加上上年结转5万元，全年预算135万元.
      return List.of(evaluated);
    }
    boolean moneyOfProject =
        topic.size() == 1
            && (Lexicon.standard().accountOfProjectMoney(topic.getFirst().account()) != null
                || (phrase.stage() == Stage.EXECUTION
                    && discourse.topic().endsWithExecutedUnlistedAmount(topic.getFirst())));
    if (moneyOfProject && discourse.context.textEvaluatesProjects()) {
      Subject all = Objects.requireNonNull(discourse.context.subject());
      List<Subject> whole =
          discourse.lists().wholeOfOutermostInlineList(discourse.topic()).subjects();
      String item = whole.size() == 1 ? whole.getFirst().item() : null;
      return List.of(item == null ? all : all.withAccountAndItem(all.account(), false, item));
    }
    return project != null && discourse.topic().endsWithPerHeadAmount() && !phrase.isPerHead()
        ? List.of(project)
        : topic;
  }

  /**
   * Whether 收入 or 支出 without a name is a part of the total in a government's report:
   * 收入总计43亿元，包括：本级收入10亿元、上级补助收入28亿元.
   */
  private boolean isPartOfTotal(Subject subject, String flow) {
    OpenList list = discourse.lists().innermostList();
    Subject whole = list == null || !list.isInline() ? null : list.wholeSubject();
    return whole != null
        && whole.isSameAs(subject)
        && isTotal(whole, flow)
        && discourse.context.chart() == ChartOfAccounts.governments();
  }

  /**
   * Whether the name of a subject is that of total revenue or total expenditure: 收入总计, 一般公共预算总收入.
   */
  static boolean isTotal(Subject subject, String flow) {
    String account = subject.account();
    return account.equals(flow + TOTAL) || account.endsWith("总" + flow);
  }

  /**
   * Revenue and expenditure if a phrase names both and nothing before it names an account: of the
   * fund of the titles in a report of a government, 社会保险基金预算。收、支均为90万元, the totals of an agency if
   * the phrase has a stage and a year, 2019年预算收支均为90万元. Empty for other phrases.
   */
  private List<Subject> resolveBothTotals(AmountPhrase phrase) {
    List<String> flows = List.of(REVENUE, "支出");
    if (discourse.context.chart() == ChartOfAccounts.governments()) {
      List<Subject> ofFund = flows.stream().map(f -> flowResolver.resolve(phrase, f)).toList();
      return ofFund.stream().allMatch(Subject::isInChart) ? ofFund : List.of();
    }
    return phrase.stage() == null || phrase.years().isEmpty()
        ? List.of()
        : flows.stream()
            .flatMap(flow -> discourse.nameResolver().resolve(flow + TOTAL, null).stream())
            .map(name -> dimensionResolver.withDimensions(name.subject(), phrase))
            .toList();
  }

  /** The carried-over subject with the perimeter of the phrase: 省级收入 after 全省一般公共预算收入. */
  private Subject withPhrasePerimeter(Subject carried, AmountPhrase phrase) {
    String lower =
        discourse.governmentLevelDetector.findLowerLevel(phrase, discourse.sentence.perimeterWords);
    return phrase.perimeter() == null
        ? carried
        : lower == null
            ? carried.withPerimeterAndEntity(phrase.perimeter(), carried.entity())
            : carried.withPerimeterAndEntity(null, lower);
  }

  /**
   * The subject that 收入 or 支出 without a name means after a carried-over subject: that subject
   * itself if it is on this side, otherwise its counterpart, or after a balance the sum of the
   * year: 年末结转和结余242.85万元。2024年收入5947.15万元.
   */
  private Subject resolveFlowOfCarriedSubject(Subject subject, String flow, AmountPhrase phrase) {
    if (flow.isEmpty()) {
      return flowResolver.counterpartIfLaterClausesNameIt(subject, phrase);
    }
    if (!subject.isInChart()
        && discourse.context.textEvaluatesWhole()
        && SpendingOfYearDetector.isRemainder(subject)) {
      // Spending after a remainder is that of what is evaluated: 未执行的165万元按规定结转。前三季度支出502万元.
      return Objects.requireNonNull(discourse.context.subject());
    }
    Optional<Subject> ofInsurance =
        subject.fund() == Fund.SOCIAL_INSURANCE && !flowResolver.isInsuranceFund(subject)
            ? flowResolver.findFlowOfLastInsuranceFund(flow)
            : Optional.empty();
    if (ofInsurance.isPresent()) {
      return ofInsurance.get();
    }
    Subject total = flowResolver.findTotalAfterItsParts(flow, phrase);
    if (total != null) {
      return total;
    }
    AccountNameResolver nameResolver = discourse.nameResolver();
    boolean balance = subject.balanceInstant() != null;
    Subject expense = balance ? dimensionResolver.findOnlyExpenseOfSentence() : null;
    if (expense != null && !flow.equals(REVENUE)) {
      // 支出 after a balance is that of the only expense of the sentence: 会议费预算3万元，上年结转1万元，支出2万元.
      return expense;
    }
    if (balance && !flow.equals(REVENUE) && discourse.context.textEvaluatesProjects()) {
      // 支出 after a balance is that of the evaluated project: 上年结转30万元，支出210万元.
      return Objects.requireNonNull(discourse.context.subject());
    }
    if (balance && discourse.context.chart() != ChartOfAccounts.governments()) {
      Optional<Subject> ofYear = flowResolver.findStatedFlowOfYear(flow);
      if (discourse.context.fund() == null || ofYear.isPresent()) {
        return ofYear.orElseGet(() -> flowResolver.resolve(phrase));
      }
    }
    boolean ofFund =
        phrase.perimeter() != null
            || balance
            || discourse.clauseContext.nextClauseAddsToAmount()
            || isTotalOfReport(subject);
    if (isPartOfTotal(subject, flow)) {
      String level = Objects.toString(phrase.perimeterWords(), OWN_LEVEL);
      return flowResolver
          .findFlowOfFund(subject.fund(), flow)
          .orElseGet(() -> Subject.ofUnlistedName(level + flow, null));
    }
    Optional<Subject> ofWhole = flowResolver.findCounterpartOfListWhole(subject, flow);
    if (ofWhole.isPresent()) {
      return ofWhole.get();
    }
    Subject fundAccount = discourse.topics.lastSubjectNamingFund();
    boolean inSentence =
        fundAccount != null && discourse.sentence.namedSubjects.contains(fundAccount);
    Optional<Subject> ofStatedFund =
        ofFund && !inSentence
            ? flowResolver.findFlowOfFund(discourse.sentence.fund, flow)
            : Optional.empty();
    if (ofStatedFund.isPresent()) {
      return ofStatedFund.get();
    }
    Subject carried = ofFund && fundAccount != null ? fundAccount : subject;
    Subject byTitle = discourse.context.subject();
    boolean other = !carried.isInChart() && UnnamedFlowResolver.endsWithOtherFlow(carried, flow);
    return !other || byTitle == null || !byTitle.account().contains(flow)
        ? nameResolver
            .relations()
            .findCounterpartOfNearest(carried, flow)
            .orElseGet(
                () ->
                    carried.balanceInstant() == null
                            && !UnnamedFlowResolver.endsWithOtherFlow(carried, flow)
                            && !(flow.equals(REVENUE)
                                && nameResolver
                                    .relations()
                                    .isPartOfTotalExpenditure(carried.withFund(null)))
                        ? carried
                        : flowResolver.resolve(phrase))
        : byTitle;
  }

  /** A carried-over subject, without its fund if the phrase states a fund disjoint from it. */
  private Subject withoutDisjointFund(Subject carried, @Nullable Fund stated) {
    return carried.hasDisjointFund(stated) ? discourse.relations().withoutFund(carried) : carried;
  }

  /**
   * Whether a subject is a total in a government's report, after which 支出 alone means the
   * expenditure of the fund: 收入总计4.11亿元。支出2.35亿元.
   */
  private boolean isTotalOfReport(Subject subject) {
    return discourse.context.chart() == ChartOfAccounts.governments()
        && subject.account().endsWith(TOTAL);
  }

  /**
   * The total revenue or expenditure of a fund if the phrase states that fund: 一般公共预算拨款3,906.30万元
   * in a list of the parts of revenue, also if the whole is only called 收入. A part of total
   * expenditure is returned unchanged: 项目支出328万元，财政拨款321万元.
   */
  private Subject totalOfFund(Subject subject, AmountPhrase phrase) {
    Fund fund = phrase.fund();
    ChartOfAccounts chart = discourse.context.chart();
    if (fund == null
        || chart == ChartOfAccounts.governments()
        || subject.item() != null
        || !(subject.isInChart() || NameBoundaryDetector.isGenericFlow(subject.account()))
        || discourse.relations().isPartOfTotalExpenditure(subject.withFund(null))) {
      return subject;
    }
    for (String flow : List.of("收入", "支出")) {
      if (subject.account().contains(flow)) {
        return chart
            .find(fund.label() + flow)
            .map(n -> subject.withAccountAndItem(n.account().name(), true, null).withFund(fund))
            .orElse(subject);
      }
    }
    return subject;
  }
}
