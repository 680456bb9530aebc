package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.ResolvedName;

/**
 * Finds the account that the name of a part stands for, by the whole of its list or the topic: an
 * account below them or beside the topic, the whole of another owner, or the flow of a fund. Reads
 * the state of the section and does not change it.
 */
final class PartAccountFinder {
  private static final String FUND_SUFFIX = "基金";
  private static final String REVENUE = "收入";
  private static final String SPENDING = "支出";

  /** Minimum number of characters at the end of a name that identify the account. */
  private static final int MIN_IDENTIFYING_ENDING = 6;

  private final DiscourseState discourse;

  PartAccountFinder(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Finds the account that the name of a part stands for: one below the whole, the whole itself, or
   * one below or beside the account of the topic; empty if it is none of them.
   *
   * @param whole whole of the open list, or null
   */
  Optional<Subject> find(Subject subject, AmountPhrase phrase, @Nullable Subject whole) {
    Optional<Subject> below =
        whole != null
                && whole.isInChart()
                && whole.item() == null
                && needsLookupBelow(subject, whole)
            ? discourse
                .relations()
                .findDescendantByPrintedName(whole, subject)
                .or(() -> findChartNameBelow(subject, whole))
            : whole == null
                ? findDescendantOrSiblingOfTopic(subject)
                : findAccountOfWhole(subject, phrase, whole);
    return below.isEmpty() && whole != null ? findDescendantOrSiblingOfTopic(subject) : below;
  }

  /**
   * Whether a name is to be looked up again among the accounts below the whole: it is not charted,
   * or it has no item and is charted elsewhere only. Below 对下转移支付, for example, 一般性转移支付 is an
   * expenditure, although the chart also has revenue of that name.
   */
  private boolean needsLookupBelow(Subject subject, Subject whole) {
    return !subject.isInChart()
        || (subject.item() == null && !discourse.relations().isAncestor(whole, subject));
  }

  /**
   * Finds the account below the whole whose full name is printed as the purpose of an amount:
   * 386,000元用于货物采购.
   */
  private Optional<Subject> findChartNameBelow(Subject subject, Subject whole) {
    AccountNameResolver nameResolver = discourse.nameResolver();
    return subject.isInChart()
        ? Optional.empty()
        : nameResolver
            .resolve(subject.account(), subject.span())
            .map(ResolvedName::subject)
            .filter(s -> nameResolver.relations().isAncestor(whole, s));
  }

  /**
   * Finds the account of a part whose name is an owner followed by the last words of the whole's
   * name, so that it is the same account: 市本级公共财政预算收入 of 全市地方公共财政预算收入.
   */
  private Optional<Subject> findAccountOfWhole(
      Subject subject, AmountPhrase phrase, Subject whole) {
    if (subject.isInChart()
        || whole.isInChart()
        || whole.item() != null
        || discourse.context.textEvaluatesProjects()) {
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

  /**
   * Finds the account that a short name stands for below the topic's account or beside it:
   * 公务用车方面，购置费180万元；运行维护费89万元.
   */
  private Optional<Subject> findDescendantOrSiblingOfTopic(Subject subject) {
    List<Subject> topic = discourse.topic().subjects();
    if (subject.isInChart() || topic.size() != 1 || !topic.getFirst().isInChart()) {
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
   * Finds the revenue or expenditure of a fund in a list of parts of the total over all funds:
   * 城乡居民基本养老保险基金 of 社会保险基金收入.
   */
  Optional<Subject> findFlowOfFund(Subject subject, @Nullable Subject whole) {
    if (whole == null
        || whole.item() != null
        || subject.isInChart()
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
}
