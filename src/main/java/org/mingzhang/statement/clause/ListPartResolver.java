package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.RevenueBodyFinder;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Resolves a subject that a phrase names, alone or as a part of the whole of the open list: an
 * account below the whole, an item of it, or the account that the rest of the sentence decides.
 */
final class ListPartResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ListPartResolver.class);
  private static final Pattern BALANCE_OF_FUND = PATTERNS.get("balance-of-fund");
  private static final Pattern MONEY_OF_YEAR = PATTERNS.get("money-of-year");

  private static final String REVENUE = "收入";

  private final DiscourseState discourse;
  private final SubjectDimensionResolver dimensionResolver;
  private final UnnamedFlowResolver flowResolver;
  private final PartAccountFinder accountFinder;

  ListPartResolver(DiscourseState discourse, SubjectDimensionResolver dimensionResolver) {
    this.discourse = discourse;
    this.dimensionResolver = dimensionResolver;
    this.flowResolver = new UnnamedFlowResolver(discourse);
    this.accountFinder = new PartAccountFinder(discourse);
  }

  /**
   * Resolves a subject of a phrase. A name that is not an account is an item of the whole:
   * 其中：国税部门3954万元.
   *
   * @param listWhole whole of the open list, or null
   */
  Subject resolve(Subject printed, AmountPhrase phrase, @Nullable Subject listWhole) {
    Subject collected = listWhole == null ? findCollectedRevenue(printed) : null;
    Subject whole = listWhole == null ? collected : listWhole;
    Subject subject =
        removeGenericEntityWords(
            collected != null || acceptsNameWithoutUsualEnding()
                ? printed.withDoubtful(false)
                : printed,
            whole);
    Optional<Subject> classified = findFunctionalItem(subject, whole);
    if (classified.isPresent()) {
      return dimensionResolver.withDimensions(classified.get(), phrase);
    }
    Subject own = flowResolver.completeByRestOfSentence(subject, phrase);
    OpenList list = discourse.lists().innermostList();
    // A part of several wholes may be named like one of them and is then that account:
    // 收入、支出总计600万元，其中：收入预算总计600万元.
    boolean isOfSeveral = list != null && list.outerTopic.subjects().size() > 1;
    if (whole != null && !isOfSeveral && AccountRelations.hasNameOfWhole(subject, phrase, whole)) {
      return dimensionResolver.withDimensions(
          Subject.ofUnlistedName(subject.printedName(), subject.span()), phrase);
    }
    Optional<Subject> flow = accountFinder.findFlowOfFund(subject, whole);
    if (flow.isPresent()) {
      return dimensionResolver.withDimensions(flow.get(), phrase);
    }
    Fund fund = subject.fund() == null ? phrase.fund() : subject.fund();
    if (whole != null
        && whole.balanceInstant() != null
        && !subject.isInChart()
        && fund != null
        && BALANCE_OF_FUND.matcher(subject.account()).matches()) {
      return dimensionResolver.withDimensions(whole.withFund(fund), phrase);
    }
    Subject paid = whole == null ? titleAccountIfSubjectMayBePayer(subject) : whole;
    if (paid != null
        && (!paid.hasDisjointFund(subject.fund()) || discourse.relations().hasAssumedFund(paid))
        && isFundSourceOf(subject, paid)) {
      return dimensionResolver.withDimensions(
          paid.withFund(subject.fund()).withFundStated(true), phrase);
    }
    Optional<Subject> account = accountFinder.find(subject, phrase, whole);
    String territory =
        discourse.governmentLevelDetector.findOtherTerritory(discourse.topic(), subject);
    if (account.isPresent()) {
      own = account.get();
    } else if (whole != null
        && GovernmentLevelDetector.isWholeAtNamedLevel(subject, phrase, whole)) {
      own = whole.withAccountAndItem(whole.account(), whole.isInChart(), subject.account());
    } else if (territory != null) {
      own = discourse.topic().subjects().getFirst().withPerimeterAndEntity(null, territory);
    } else if (whole == null && findStatedItem(subject) != null) {
      own = Objects.requireNonNull(findStatedItem(subject));
    } else if (whole != null
        && AccountNameResolver.isFundingOfUnnamedProjects(whole)
        && (subject.balanceInstant() != null
            || MONEY_OF_YEAR.matcher(subject.account()).matches())) {
      own = subject.withAccountAndItem(whole.account(), false, subject.account());
    } else if (!subject.isInChart()
        && whole != null
        && (whole.item() == null || !whole.isInChart())
        && !hasAccountEnding(subject)) {
      String above = whole.item() == null ? "" : whole.item() + "/";
      own =
          subject
              .withAccountAndItem(
                  AccountNameResolver.isFundingOfUnnamedProjects(whole)
                      ? AccountNameResolver.NAMED_PROJECT_FUNDING
                      : whole.account(),
                  whole.isInChart(),
                  above
                      + RevenueBodyFinder.withoutCollectionWords(
                          subject.account(), isGovernmentReport()))
              .withFund(whole.fund());
    } else if (subject.isInChart() && subject.item() == null && whole != null) {
      AccountNameResolver nameResolver = discourse.nameResolver();
      String item = nameResolver.functionalItems().findItem(whole);
      boolean half =
          item != null
              && (subject.balanceInstant() != null
                  || nameResolver.relations().isPartOfTotalExpenditure(subject));
      Subject part = half ? own.withAccountAndItem(own.account(), true, item) : own;
      own =
          part.fund() == null && !nameResolver.relations().areSiblings(whole, part)
              ? part.withFund(whole.fund())
              : part;
      if (isRevenuePayingFor(subject, whole)) {
        own = own.withDoubtful(true);
      }
    }
    return dimensionResolver.withDimensions(
        whole == null || list == null
            ? own
            : discourse.relations().asEconomicItemOfWhole(own, whole, list.memberSubjects()),
        phrase);
  }

  /**
   * The item of the functional classification that a name is after the whole of its list, otherwise
   * after the topic, otherwise below the account that the titles name.
   */
  private Optional<Subject> findFunctionalItem(Subject subject, @Nullable Subject whole) {
    List<Subject> topic = discourse.topic().subjects();
    Subject before =
        whole != null ? whole : topic.isEmpty() ? discourse.context.subject() : topic.getFirst();
    return before == null
        ? Optional.empty()
        : discourse.nameResolver().functionalItems().findItemAfter(before, subject);
  }

  /**
   * The revenue of the topic if a name outside a list names an office that collected a part of that
   * revenue: 公共财政预算收入31亿元。国税部门完成收入6亿元，地税部门完成25亿元; otherwise null.
   */
  private @Nullable Subject findCollectedRevenue(Subject part) {
    List<Subject> topic = discourse.topic().subjects();
    return isGovernmentReport()
            && !part.isInChart()
            && topic.size() == 1
            && RevenueBodyFinder.isCollectedPart(part.account(), topic.getFirst().account())
        ? topic
            .getFirst()
            .withAccountAndItem(topic.getFirst().account(), topic.getFirst().isInChart(), null)
        : null;
  }

  /**
   * The item stated earlier whose name is repeated without the ending of an account: 公路建设 after
   * 安排用于公路建设15800万元. Null if the section has stated no amount of such an item.
   */
  private @Nullable Subject findStatedItem(Subject subject) {
    return subject.isInChart() || subject.item() != null || hasAccountEnding(subject)
        ? null
        : discourse.statedTopics.findByItem(subject.account());
  }

  /**
   * Makes the parent of the first part the whole of a numbered list if the part does not belong to
   * the account named last and the section has stated the parent:
   * 本年收入90万元…，年初结转和结余5万元。具体如下：1.财政拨款收入80万元.
   */
  void moveListToParentOfPart(OpenList list, Subject part) {
    Subject whole = list.wholeSubject();
    AccountRelations relations = discourse.relations();
    if (list.level > 0
        && list.isEmpty()
        && part.isInChart()
        && part.item() == null
        && whole != null
        && whole.isInChart()
        && !whole.account().equals(part.account())
        && !relations.isAncestor(whole, part)
        && !isFundSourceOf(part, whole)) {
      discourse.statedTopics.topicsWithStatements().stream()
          .filter(topic -> relations.isParent(topic.subjects().getFirst(), part))
          .findFirst()
          .ifPresent(list::changeWhole);
    }
  }

  /**
   * Whether the position of words shows that they are a name even without a usual ending: among the
   * parts of a list, before the first part, after 、, or where titles announce amounts per head.
   */
  private boolean acceptsNameWithoutUsualEnding() {
    return discourse.lists().innermostList() != null
        || discourse.clauseContext.nextClauseNamesParts()
        || discourse.markBefore == '、'
        || discourse.headingSaysPerHead
        || discourse.context.amountsArePerHead();
  }

  /**
   * Removes words for a kind of bodies before the name of a subject, 单位三公经费, unless it is listed as
   * a part of the account with the same name: 三公经费10万元，其中：行政单位三公经费6万元.
   */
  private static Subject removeGenericEntityWords(Subject subject, @Nullable Subject whole) {
    String entity = subject.entity();
    boolean part =
        whole != null
            && whole.isSameAs(subject.withPerimeterAndEntity(whole.perimeter(), whole.entity()));
    return entity == null || part || !Lexicon.standard().isEnding(WordClass.ENTITY, entity)
        ? subject
        : subject.withPerimeterAndEntity(subject.perimeter(), null);
  }

  /** Whether a name ends like the name of an account and not only in words for a collection. */
  private boolean hasAccountEnding(Subject subject) {
    return discourse.phraseReader.hasAccountEnding(subject.account())
        && !RevenueBodyFinder.namesBody(subject.account(), isGovernmentReport());
  }

  private boolean isGovernmentReport() {
    return discourse.context.chart() == ChartOfAccounts.governments();
  }

  /**
   * The account that the title names (“三公”经费), if it is still the topic and the name below the
   * title, which is neither revenue nor expenditure, may say who pays: 财政拨款安排3.09万元. Otherwise
   * null.
   */
  private @Nullable Subject titleAccountIfSubjectMayBePayer(Subject subject) {
    Subject titled = discourse.context.subject();
    return titled != null
            && titled.isInChart()
            && !subject.namesFlow()
            && discourse.topic().subjects().stream().allMatch(titled::isSameAs)
        ? titled
        : null;
  }

  /** Whether a part is the revenue that pays for its whole: 会议费3万元（财政拨款2万元，事业收入1万元）. */
  private boolean isRevenuePayingFor(Subject subject, Subject whole) {
    return discourse.relations().hasAssumedFund(whole)
        && discourse.context.chart() != ChartOfAccounts.governments()
        && !whole.account().contains(REVENUE)
        && subject.account().endsWith(REVENUE)
        && whole.balanceInstant() == null;
  }

  /**
   * Whether a part only states the fund from which its whole is paid:
   * 三公经费支出3.09万元（其中：一般公共预算支出3.09万元）.
   */
  private boolean isFundSourceOf(Subject subject, Subject whole) {
    AccountRelations relations = discourse.relations();
    return subject.isInChart()
        && subject.item() == null
        && subject.fund() != null
        && discourse.context.chart() != ChartOfAccounts.governments()
        && relations.isTotalOfFund(subject)
        && whole.isInChart()
        && whole.item() == null
        && !relations.isTotalOfFund(whole)
        && !whole.account().endsWith(REVENUE)
        && !AccountRelations.areOfOppositeSides(subject, whole)
        && !(whole.balanceInstant() != null && subject.account().endsWith(REVENUE))
        && !relations.isAncestor(whole, subject);
  }
}
