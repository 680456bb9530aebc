package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.BalanceDateReader;
import org.mingzhang.statement.token.Lexicon;

/** Adds fund, perimeter and project to a subject, from its phrase, its sentence or the titles. */
final class SubjectDimensionResolver {
  private final DiscourseState discourse;

  SubjectDimensionResolver(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /** The subject of the money received by the labeled project, otherwise by all projects. */
  Subject receivedFundsSubject() {
    String account = Lexicon.standard().receivedFundsAccount();
    return Subject.ofUnlistedName(account, null)
        .withAccountAndItem(account, false, labeledProject());
  }

  /**
   * The project that a list item, （1）“修缮库房”项目。, a label within the text or a title below the
   * document's title names; null if there is none.
   */
  private @Nullable String labeledProject() {
    Subject titled = discourse.context.projectFunding();
    String item = titled == null ? null : titled.item();
    if (item != null) {
      return discourse.context.isNamedInTitle(item) ? null : item;
    }
    OpenList list = discourse.lists().innermostList();
    List<Subject> topic = discourse.topic().subjects();
    return ((list != null && list.level > 0) || discourse.topics.hasSentenceOnlyTopic())
            && topic.size() == 1
            && AccountNameResolver.isFundingOfNamedProject(topic.getFirst())
        ? topic.getFirst().item()
        : null;
  }

  /** A subject with the dimensions stated by the phrase, the sentence and the titles. */
  Subject withDimensions(Subject named, AmountPhrase phrase) {
    Subject subject = withExpenseOfBalance(named).withFundStated(phrase.fund() != null);
    Fund stated = phrase.fund() == null ? findFundOfAccountBefore(subject) : phrase.fund();
    Fund divided = findFundOfDividedTotal(subject);
    Fund statedFund = divided == null ? findFundOfSentence(subject) : divided;
    Fund titled = statedFund == null ? fundOfTitles(subject) : statedFund;
    Subject funded =
        stated != null && (titled == null || !titled.isWithin(stated))
            ? narrowToFund(subject, stated)
            : titled != null ? withTitleFund(subject, titled) : subject;
    if (discourse.sentence.otherBody != null && subject.entity() == null) {
      return withProject(funded)
          .withPerimeterAndEntity(phrase.perimeter(), discourse.sentence.otherBody);
    }
    Perimeter perimeter = findPerimeter(phrase);
    Subject whole =
        perimeter == null && subject.perimeter() == null ? findWholeWithPerimeter(subject) : null;
    if (whole != null) {
      return withProject(funded).withPerimeterAndEntity(whole.perimeter(), whole.entity());
    }
    String lower =
        discourse.governmentLevelDetector.findLowerLevel(phrase, discourse.sentence.perimeterWords);
    String entity = subject.entity() == null ? lower : subject.entity();
    boolean ofOwnBody = entity == null || phrase.perimeter() == Perimeter.TERRITORY;
    Subject other = perimeter == null && lower == null ? findTerritoryCounterpart(funded) : null;
    if (other != null) {
      return withProject(funded).withPerimeterAndEntity(other.perimeter(), other.entity());
    }
    Subject found =
        (perimeter == null && lower == null) || subject.perimeter() != null
            ? withProject(funded)
            : withProject(funded).withPerimeterAndEntity(ofOwnBody ? perimeter : null, entity);
    if (phrase.perimeter() != null || phrase.perimeterWords() != null) {
      discourse.sentence.lastSubjectOfTerritory = found;
    }
    return found;
  }

  /**
   * A balance, with the expense that it is left of as its item, if the sentence states only this
   * expense: 公务接待费支出2.35万元，上年结转0.50万元. Other subjects are returned unchanged.
   */
  private Subject withExpenseOfBalance(Subject subject) {
    Subject expense = subject.balanceInstant() == null ? null : findOnlyExpenseOfSentence();
    return expense == null || subject.item() != null || subject.fund() != null
        ? subject
        : subject
            .withAccountAndItem(subject.account(), subject.isInChart(), expense.account())
            .withFund(expense.fund());
  }

  /**
   * The expense with an assumed fund that is the only account of the sentence besides balances;
   * null if there is none.
   */
  @Nullable Subject findOnlyExpenseOfSentence() {
    List<Subject> stated =
        discourse.sentence.subjectsOfAmounts.stream()
            .filter(s -> s.balanceInstant() == null)
            .toList();
    return !stated.isEmpty()
            && stated.stream().allMatch(stated.getFirst()::isSameAs)
            && stated.getFirst().item() == null
            && discourse.context.chart() != ChartOfAccounts.governments()
            && discourse.relations().hasAssumedFund(stated.getFirst())
        ? stated.getFirst()
        : null;
  }

  /**
   * The fund that the titles name. Null if they name none, or if the subject is property or debt in
   * a document of an agency, which has no fund.
   */
  private @Nullable Fund fundOfTitles(Subject subject) {
    return discourse.context.chart() != ChartOfAccounts.governments()
            && BalanceDateReader.isPropertyOrDebt(subject)
        ? null
        : discourse.context.fund();
  }

  /**
   * The counterpart of a subject, revenue for expenditure, that an earlier sentence of the
   * paragraph has stated for a whole territory, in a report of a government:
   * 全区一般公共预算收入50亿元，其中，税收收入30亿元。一般公共预算支出98亿元. Null if there is none.
   */
  private @Nullable Subject findTerritoryCounterpart(Subject subject) {
    Subject other = discourse.sentence.lastSubjectOfTerritory;
    return other != null
            && other.perimeter() == Perimeter.TERRITORY
            && subject.isInChart()
            && subject.perimeter() == null
            && subject.entity() == null
            && discourse.context.chart() == ChartOfAccounts.governments()
            && AccountRelations.areCounterparts(other, subject)
        ? other
        : null;
  }

  /**
   * The whole of the list that the account is a part of, if the whole has a perimeter from an
   * earlier sentence: 比上年下降2.50%，其中：公务接待费减少0.75万元 after 全镇“三公”经费13.65万元.
   */
  private @Nullable Subject findWholeWithPerimeter(Subject subject) {
    OpenList list = discourse.lists().innermostList();
    Subject whole = list == null || !list.isInline() ? null : list.wholeSubject();
    return whole != null
            && whole.perimeter() != null
            && subject.entity() == null
            && discourse.relations().isAncestor(whole, subject)
        ? whole
        : null;
  }

  /**
   * The fund other than the usual one that the sentence has stated for the account before, if both
   * are parts of one list: 自有资金列支公务用车运行费18.46万元、公务接待费2.35万元.
   */
  private @Nullable Fund findFundOfAccountBefore(Subject subject) {
    List<Subject> stated = discourse.sentence.namedSubjects;
    Fund fund = discourse.sentence.fund;
    boolean paid =
        discourse.markBefore == '、'
            && fund != null
            && !stated.isEmpty()
            && stated.getLast().isInChart()
            && stated.getLast().fund() == fund
            && !discourse.relations().isTotalOfFund(stated.getLast());
    return paid && subject.hasDisjointFund(fund) ? fund : null;
  }

  /**
   * The fund that the sentence has stated for the account on the other side of the accounts, if the
   * name of the subject states none: 政府性基金预算财政拨款本年收入414.97万元；本年支出364.15万元.
   */
  private @Nullable Fund findFundOfSentence(Subject subject) {
    return subject.isInChart() && subject.fund() == null && subject.printedName().startsWith("本年")
        ? discourse.sentence.fund
        : null;
  }

  /**
   * The fund of the total that a list, or the text after it, divides into classified items, if it
   * is narrower than that of the titles: 一般公共预算财政拨款支出90万元，包括：教育支出60万元, in a section on 财政拨款支出. Null
   * for other subjects.
   */
  private @Nullable Fund findFundOfDividedTotal(Subject subject) {
    OpenList list = discourse.lists().innermostList();
    List<Subject> topic = discourse.topic().subjects();
    Subject whole =
        list != null ? list.wholeSubject() : topic.size() == 1 ? topic.getFirst() : null;
    return whole != null
            && subject.isInChart()
            && subject.item() != null
            && subject.fund() == null
            && !AccountRelations.areOfOppositeSides(whole, subject)
            && discourse.context.chart() != ChartOfAccounts.governments()
        ? discourse.relations().fundOfTotal(whole, discourse.context.fund()).orElse(null)
        : null;
  }

  /**
   * The perimeter that the phrase states, otherwise the one that its sentence has stated. A level
   * of government next to its territory is a part of that territory, also in the notes of agencies:
   * 全区三公经费…，其中：区本级….
   */
  private @Nullable Perimeter findPerimeter(AmountPhrase phrase) {
    Perimeter inherited = discourse.sentence.perimeter;
    if (phrase.perimeter() != null) {
      return phrase.perimeter();
    }
    return phrase.perimeterWords() != null && inherited == Perimeter.TERRITORY
        ? Perimeter.GOVERNMENT
        : inherited;
  }

  /**
   * Adds the project to a subject in a section about one project, where all amounts belong to that
   * project. A name that the chart does not have, such as 中央资金, is a part of the project's money if
   * it is listed below the project's own account or below another name for its money; so is a
   * balance that is listed there: 项目资金280万元，其中：上年结转资金20万元.
   */
  private Subject withProject(Subject named) {
    OpenList scope = discourse.lists().innermostList();
    Subject whole = scope == null ? discourse.topics.labeledProject() : scope.wholeSubject();
    Subject subject =
        whole != null
                && (named.balanceInstant() != null || named.account().endsWith("收入"))
                && AccountNameResolver.isFundingOfNamedProject(whole)
            ? Subject.ofUnlistedName(named.printedName(), named.span())
            : named;
    Subject project = discourse.context.projectFunding();
    if (project == null && whole != null && AccountNameResolver.isFundingOfNamedProject(whole)) {
      project = subject.isInChart() ? null : whole;
    }
    if (subject.item() == null
        && !subject.isInChart()
        && whole != null
        && Lexicon.standard().accountOfProjectMoney(whole.account()) != null
        && !Lexicon.standard().isDefaultAccountName(subject.account())
        && !subject.account().equals(whole.account())) {
      return subject.withAccountAndItem(whole.account(), false, subject.account());
    }
    if (subject.item() == null
        && Lexicon.standard().accountOfProjectMoney(subject.account()) != null) {
      return subject.withAccountAndItem(subject.account(), false, labeledProject());
    }
    if (project == null || subject.item() != null) {
      return subject;
    }
    if (whole != null && isPartOfProject(subject, whole, project)) {
      return subject.withAccountAndItem(
          whole.account(), false, project.item() + "/" + subject.account());
    }
    return namesItsOwnMoney(subject, project)
        ? subject
        : subject.withAccountAndItem(subject.account(), subject.isInChart(), project.item());
  }

  /**
   * Whether a subject has a name of its own that the chart does not have, 乡村振兴衔接资金, in a document
   * about one project only, so that the project need not be added as its item. In a document about
   * several projects, the item is needed to tell to which of them it belongs.
   */
  private boolean namesItsOwnMoney(Subject subject, Subject project) {
    String item = project.item();
    return !subject.isInChart()
        && !subject.account().equals(project.account())
        && item != null
        && discourse.context.isNamedInTitle(item);
  }

  /**
   * Whether an amount that the chart does not have is listed below a whole that is the project's
   * money.
   */
  private static boolean isPartOfProject(Subject subject, Subject whole, Subject project) {
    return !subject.isInChart()
        && !subject.account().equals(whole.account())
        && (whole.account().equals(project.account())
            || (!whole.isInChart() && Objects.equals(whole.item(), project.item())));
  }

  /**
   * A subject with the fund of the titles above, unless it has a fund of its own that does not
   * include that fund.
   */
  private static Subject withTitleFund(Subject subject, Fund fund) {
    Fund own = subject.fund();
    return own == null || (own != Fund.ALL && fund.isWithin(own))
        ? subject.withFund(fund)
        : subject;
  }

  /**
   * A subject with a fund, provided the fund lies within the subject's own fund, or the subject's
   * own fund is only the usual one of its account: 单位自有资金列支公务接待费2.35万元.
   */
  private Subject narrowToFund(Subject subject, Fund fund) {
    Fund own = subject.fund();
    boolean usual = subject.hasDisjointFund(fund) && !discourse.relations().isTotalOfFund(subject);
    if (usual && subject.isInChart() && subject.item() == null) {
      return subject.withFund(fund);
    }
    if (own != null && (own == fund || !fund.isWithin(own))) {
      return subject;
    }
    if (subject.item() == null && subject.isInChart()) {
      return discourse
          .context
          .chart()
          .findAccount(subject.account())
          .map(a -> discourse.context.chart().narrowToFund(a, fund))
          .filter(
              a ->
                  discourse.context.chart() != ChartOfAccounts.governments()
                      || a.name().endsWith(subject.account()))
          .map(a -> subject.withAccountAndItem(a.name(), true, null))
          .orElse(subject)
          .withFund(fund);
    }
    return subject.withFund(fund);
  }
}
