package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.ResolvedName;
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

  private static final String FUND_SUFFIX = "基金";
  private static final String REVENUE = "收入";
  private static final String SPENDING = "支出";

  /** Minimum number of characters at the end of a name that identify the account. */
  private static final int MIN_IDENTIFYING_ENDING = 6;

  private final DiscourseState discourse;
  private final SubjectDimensionResolver dimensionResolver;
  private final UnnamedFlowResolver flowResolver;

  ListPartResolver(DiscourseState discourse, SubjectDimensionResolver dimensionResolver) {
    this.discourse = discourse;
    this.dimensionResolver = dimensionResolver;
    this.flowResolver = new UnnamedFlowResolver(discourse);
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
    boolean isOfSeveral = list != null && list.outerTopic.subjects().size() > 1;
    if (whole != null
        && !isOfSeveral // 收入、支出总计600万元，其中：收入预算总计600万元
        && AccountRelations.hasNameOfWhole(subject, phrase, whole)) {
      return dimensionResolver.withDimensions(
          Subject.ofUnlistedName(subject.printedName(), subject.span()), phrase);
    }
    Optional<Subject> flow = findFlowOfFund(subject, whole);
    if (flow.isPresent()) {
      return dimensionResolver.withDimensions(flow.get(), phrase);
    }
    Fund fund = subject.fund() == null ? phrase.fund() : subject.fund();
    if (whole != null
        && whole.balanceInstant() != null
        && !subject.charted()
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
    Optional<Subject> below =
        whole != null && whole.charted() && whole.item() == null && needsLookupBelow(subject, whole)
            ? discourse
                .relations()
                .findDescendantByPrintedName(whole, subject)
                .or(() -> findChartNameBelow(subject, whole))
            : whole == null
                ? findDescendantOrSiblingOfTopic(subject)
                : findAccountOfWhole(subject, phrase, whole);
    if (below.isEmpty() && whole != null) {
      below = findDescendantOrSiblingOfTopic(subject);
    }
    if (below.isPresent()) {
      own = below.get();
    } else if (whole != null
        && GovernmentLevelDetector.isWholeAtNamedLevel(subject, phrase, whole)) {
      own = whole.withAccountAndItem(whole.account(), whole.charted(), subject.account());
    } else if (discourse.governmentLevelDetector.isNameOfOtherTerritory(
        discourse.topic(), subject)) {
      own = discourse.topic().subjects().getFirst().withPerimeterAndEntity(null, subject.account());
    } else if (whole == null && findStatedItem(subject) != null) {
      own = Objects.requireNonNull(findStatedItem(subject));
    } else if (whole != null
        && AccountNameResolver.isFundingOfUnnamedProjects(whole)
        && (subject.balanceInstant() != null
            || MONEY_OF_YEAR.matcher(subject.account()).matches())) {
      own = subject.withAccountAndItem(whole.account(), false, subject.account());
    } else if (!subject.charted()
        && whole != null
        && (whole.item() == null || !whole.charted())
        && !hasAccountEnding(subject)) {
      String above = whole.item() == null ? "" : whole.item() + "/";
      own =
          subject
              .withAccountAndItem(
                  AccountNameResolver.isFundingOfUnnamedProjects(whole)
                      ? AccountNameResolver.NAMED_PROJECT_FUNDING
                      : whole.account(),
                  whole.charted(),
                  above
                      + RevenueBodyFinder.withoutCollectionWords(
                          subject.account(), isGovernmentReport()))
              .withFund(whole.fund());
    } else if (subject.charted() && subject.item() == null && whole != null) {
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
   * The revenue of the topic if a name outside a list is that of an office that collected a part of
   * it: 公共财政预算收入31亿元。国税部门完成收入6亿元，地税部门完成25亿元; otherwise null.
   */
  private @Nullable Subject findCollectedRevenue(Subject part) {
    List<Subject> topic = discourse.topic().subjects();
    return isGovernmentReport()
            && !part.charted()
            && topic.size() == 1
            && RevenueBodyFinder.isCollectedPart(part.account(), topic.getFirst().account())
        ? topic
            .getFirst()
            .withAccountAndItem(topic.getFirst().account(), topic.getFirst().charted(), null)
        : null;
  }

  /**
   * The item that a name without the ending of an account repeats: 公路建设 after 安排用于公路建设15800万元. Null
   * if the section has stated no amount of such an item.
   */
  private @Nullable Subject findStatedItem(Subject subject) {
    return subject.charted() || subject.item() != null || hasAccountEnding(subject)
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
        && part.charted()
        && part.item() == null
        && whole != null
        && whole.charted()
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
   * parts of a list, before such parts, after 、, or where titles announce amounts per head.
   */
  private boolean acceptsNameWithoutUsualEnding() {
    return discourse.lists().innermostList() != null
        || discourse.clauseContext.nextClauseNamesParts()
        || discourse.joinedToPrevious
        || discourse.headingSaysPerHead
        || discourse.context.perHead();
  }

  /**
   * Removes words for a kind of bodies before the name of a subject, 单位三公经费, unless the subject is
   * a part of the same account: 三公经费10万元，其中：行政单位三公经费6万元.
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

  /**
   * Finds the account that a short name stands for below the topic's account or beside it:
   * 公务用车方面，购置费180万元；运行维护费89万元.
   */
  private Optional<Subject> findDescendantOrSiblingOfTopic(Subject subject) {
    List<Subject> topic = discourse.topic().subjects();
    if (subject.charted() || topic.size() != 1 || !topic.getFirst().charted()) {
      return Optional.empty();
    }
    Subject spoken = topic.getFirst();
    AccountRelations relations = discourse.relations();
    return spoken.item() != null
        ? Optional.empty()
        : relations
            .findDescendantByChartAlias(spoken, subject)
            .or(() -> relations.findSiblingByChartAlias(spoken, subject));
  }

  /**
   * Finds the account below the whole whose full name is printed as the purpose of an amount:
   * 386,000元用于货物采购.
   */
  private Optional<Subject> findChartNameBelow(Subject subject, Subject whole) {
    AccountNameResolver nameResolver = discourse.nameResolver();
    return subject.charted()
        ? Optional.empty()
        : nameResolver
            .resolve(subject.account(), subject.span())
            .map(ResolvedName::subject)
            .filter(s -> nameResolver.relations().isAncestor(whole, s));
  }

  /** Whether a name ends like that of an account and not only in words for a collection. */
  private boolean hasAccountEnding(Subject subject) {
    return discourse.phraseReader.hasAccountEnding(subject.account())
        && !RevenueBodyFinder.namesBody(subject.account(), isGovernmentReport());
  }

  private boolean isGovernmentReport() {
    return discourse.context.chart() == ChartOfAccounts.governments();
  }

  /**
   * Whether a name is to be looked up again among the accounts below the whole: it is not charted,
   * or it has no item and is charted elsewhere only. As a part of 对下转移支付, 一般性转移支付 is not the
   * revenue of that name.
   */
  private boolean needsLookupBelow(Subject subject, Subject whole) {
    return !subject.charted()
        || (subject.item() == null && !discourse.relations().isAncestor(whole, subject));
  }

  /**
   * The account that the title names (“三公”经费), if the topic is still this account and the name
   * below it, which is neither revenue nor expenditure, may say who pays: 财政拨款安排3.09万元. Otherwise
   * null.
   */
  private @Nullable Subject titleAccountIfSubjectMayBePayer(Subject subject) {
    Subject titled = discourse.context.subject();
    return titled != null
            && titled.charted()
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
    return subject.charted()
        && subject.item() == null
        && subject.fund() != null
        && discourse.context.chart() != ChartOfAccounts.governments()
        && relations.isTotalOfFund(subject)
        && whole.charted()
        && whole.item() == null
        && !relations.isTotalOfFund(whole)
        && !whole.account().endsWith(REVENUE)
        && !AccountRelations.areOfOppositeSides(subject, whole)
        && !(whole.balanceInstant() != null && subject.account().endsWith(REVENUE))
        && !relations.isAncestor(whole, subject);
  }

  /**
   * Finds the revenue or expenditure of a fund in a list of parts of the total over all funds:
   * 城乡居民基本养老保险基金 of 社会保险基金收入.
   */
  private Optional<Subject> findFlowOfFund(Subject subject, @Nullable Subject whole) {
    if (whole == null
        || whole.item() != null
        || subject.charted()
        || !subject.account().endsWith(FUND_SUFFIX)) {
      return Optional.empty();
    }
    AccountNameResolver nameResolver = discourse.nameResolver();
    return Stream.of(REVENUE, SPENDING)
        .filter(f -> whole.account().endsWith(FUND_SUFFIX + f))
        .map(f -> subject.account() + f)
        .map(
            name ->
                nameResolver
                    .resolve(name, subject.span())
                    .map(ResolvedName::subject)
                    .orElseGet(() -> Subject.ofUnlistedName(name, subject.span())))
        .findFirst();
  }

  /**
   * Finds the account of a part whose name is an owner followed by the last words of the whole's
   * name, so that it is the same account: 市本级公共财政预算收入 of 全市地方公共财政预算收入.
   */
  private Optional<Subject> findAccountOfWhole(
      Subject subject, AmountPhrase phrase, Subject whole) {
    if (subject.charted()
        || whole.charted()
        || whole.item() != null
        || discourse.context.evaluatesProject()) {
      return Optional.empty();
    }
    String name = subject.account();
    int from = phrase.perimeter() != null ? 0 : 1;
    while (from <= name.length() - MIN_IDENTIFYING_ENDING
        && !whole.account().endsWith(name.substring(from))) {
      from++;
    }
    String owner = name.substring(0, Math.min(from, name.length())).replaceFirst("\\(.*\\)$", "");
    boolean owned = from == 0 || discourse.phraseReader.hasEntityEnding(owner);
    return from > name.length() - MIN_IDENTIFYING_ENDING || !owned
        ? Optional.empty()
        : Optional.of(
            subject
                .withAccountAndItem(whole.account(), false, null)
                .withFund(whole.fund())
                .withPerimeterAndEntity(subject.perimeter(), from == 0 ? subject.entity() : owner));
  }
}
