package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * Determines the subjects of a phrase: those that it names, with the fund and perimeter printed
 * around them, otherwise those carried over from earlier clauses.
 */
final class SubjectResolver {
  private static final Pattern YEAR_SPENT = Pattern.compile("(?:当年|本年|全年)支出(?:决算)?数?");

  private static final String TOTAL = "总计";

  private final Discourse discourse;
  private final SubjectDimensionResolver dimensions;
  private final PartResolver parts;

  SubjectResolver(Discourse discourse) {
    this.discourse = discourse;
    this.dimensions = new SubjectDimensionResolver(discourse);
    this.parts = new PartResolver(discourse, dimensions);
  }

  /**
   * The subjects of a phrase; if it names none, those carried over. Empty if nothing is carried
   * over.
   */
  List<Subject> resolve(Phrase phrase) {
    ListScope scope = discourse.lists().innermostList();
    Subject whole = scope == null ? null : scope.wholeSubject();
    List<Subject> found = new ArrayList<>();
    if (phrase.unreadable()) {
      return found;
    }
    if (isSpendingOfTopicItem(phrase)) {
      return List.of(dimensions.add(discourse.topic().subjects().getFirst(), phrase));
    }
    if (!phrase.subjects().isEmpty()) {
      for (Subject subject : phrase.subjects()) {
        found.add(parts.resolve(subject, phrase, whole));
      }
      return found;
    }
    if (!phrase.flow().isEmpty() && discourse.levels.namesHigherLevel(phrase)) {
      return List.of(Subject.ofUnchartedName(phrase.level() + phrase.flow(), null));
    }
    boolean part = phrase.fund() != null || phrase.perimeter() != null;
    List<Subject> carried = part && whole != null ? List.of(whole) : discourse.topic().subjects();
    for (Subject subject : carried) {
      for (String flow :
          phrase.flow().equals(Phrase.BOTH) ? List.of("收入", "支出") : List.of(phrase.flow())) {
        Subject own =
            dimensions.add(
                withPhrasePerimeter(counterpartFor(subject, flow, phrase), phrase), phrase);
        if (found.stream().noneMatch(own::isSameAs)) {
          found.add(part && own.isSameAs(subject) ? totalOfFund(own, phrase) : own);
        }
      }
    }
    if (phrase.flow().equals(Phrase.BOTH)) {
      return found.size() == 2 ? found : List.of();
    }
    if (found.isEmpty() && !phrase.flow().isEmpty()) {
      found.add(dimensions.add(resolveUnnamedFlow(phrase), phrase));
    } else if (found.isEmpty()
        && PartResolver.isBudget(phrase)
        && !discourse.neighbors.laterFlow().isEmpty()) {
      found.add(
          dimensions.add(Subject.ofUnchartedName(discourse.neighbors.laterFlow(), null), phrase));
    } else if (found.isEmpty()) {
      findGrant(phrase).ifPresent(granted -> found.add(dimensions.add(granted, phrase)));
    }
    return found;
  }

  /**
   * The expenditure of the fund that both the phrase and the titles above name: in a budget,
   * 一般公共预算当年拨款1,086万元 is planned expenditure.
   */
  private Optional<Subject> findGrant(Phrase phrase) {
    Fund fund = phrase.fund();
    Stage stage = discourse.context.stageAndTime().stage();
    return fund != null
            && fund == discourse.context.fund()
            && stage != null
            && BudgetStages.isBudget(stage)
            && discourse.context.project() == null
            && discourse.context.chart() != Chart.governments()
        ? discourse.phrases.names().resolve(fund.label() + "支出", null).map(ResolvedName::subject)
        : Optional.empty();
  }

  /** The account of 收入 or 支出 without a name; below 政府性基金预算 it is that of the fund. */
  private Subject resolveUnnamedFlow(Phrase phrase) {
    Fund fund = phrase.fund() == null ? discourse.context.fund() : phrase.fund();
    AccountNameResolver names = discourse.phrases.names();
    Optional<ResolvedName> headed =
        discourse.sentence.head.isEmpty()
            ? Optional.empty()
            : names.resolve(discourse.sentence.head + phrase.flow(), null);
    if (headed.isPresent()) {
      return headed.get().subject();
    }
    Optional<Subject> ofFund =
        fund == null || discourse.context.chart() != Chart.governments()
            ? Optional.empty()
            : Stream.of("", "预算", "经营", "经营预算")
                .flatMap(w -> names.resolve(fund.label() + w + phrase.flow(), null).stream())
                .map(ResolvedName::subject)
                .findFirst();
    return ofFund.orElseGet(() -> names.flowSubject(phrase.flow(), phrase.stage()));
  }

  /** A carried subject with the perimeter of the phrase: 省级收入 after 全省一般公共预算收入. */
  private Subject withPhrasePerimeter(Subject carried, Phrase phrase) {
    String lower = discourse.levels.findLowerLevel(phrase, discourse.sentence.level);
    return phrase.perimeter() == null
        ? carried
        : carried.withPerimeter(phrase.perimeter(), lower == null ? carried.entity() : lower);
  }

  /** The subject for 收入 or 支出 alone: the carried subject or its counterpart. */
  private Subject counterpartFor(Subject subject, String flow, Phrase phrase) {
    if (flow.isEmpty()) {
      return subject;
    }
    boolean balance = subject.instant() != null;
    boolean ofFund =
        phrase.perimeter() != null
            || balance
            || discourse.neighbors.nextAdds()
            || isTotalOfReport(subject);
    Subject fundAccount = discourse.topics.fundAccount();
    Subject carried = ofFund && fundAccount != null ? fundAccount : subject;
    Subject byTitle = discourse.context.subject();
    boolean other =
        !carried.charted() && carried.account().endsWith(flow.equals("收入") ? "支出" : "收入");
    return !other || byTitle == null || !byTitle.account().contains(flow)
        ? discourse.phrases.names().relations().findCounterpart(carried, flow).orElse(carried)
        : byTitle;
  }

  /**
   * Whether a subject is a total in a government's report, after which 支出 alone is that of the
   * fund: 收入总计4.11亿元。支出2.35亿元.
   */
  private boolean isTotalOfReport(Subject subject) {
    return discourse.context.chart() == Chart.governments() && subject.account().endsWith(TOTAL);
  }

  /**
   * The revenue or expenditure of a fund among the parts of revenue or expenditure:
   * 一般公共预算拨款3,906.30万元.
   */
  private Subject totalOfFund(Subject subject, Phrase phrase) {
    Fund fund = phrase.fund();
    Chart chart = discourse.context.chart();
    if (fund == null || chart == Chart.governments() || subject.item() != null) {
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

  /**
   * Whether a phrase is 当年支出决算 while the topic is an item, so that it means the expenditure on that
   * item.
   */
  private boolean isSpendingOfTopicItem(Phrase phrase) {
    List<Subject> topic = discourse.topic().subjects();
    return phrase.subjects().size() == 1
        && topic.size() == 1
        && topic.getFirst().item() != null
        && topic.getFirst().charted()
        && YEAR_SPENT.matcher(phrase.subjects().getFirst().printed()).matches();
  }
}
