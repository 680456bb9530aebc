package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/**
 * Decides whom a phrase speaks of: the subjects that it names, with the fund and perimeter said
 * around them, else those carried over from the clauses before.
 */
final class SubjectResolver {
  private static final Pattern YEAR_SPENT = Pattern.compile("(?:当年|本年|全年)支出(?:决算)?数?");

  private static final Pattern COLLECTED = Pattern.compile("(.{2,8}?)(?:组织|征收|入库)的?(?:税收|非税)?收入");

  private static final String SUM = "合计";
  private static final String TOTAL = "总计";
  private static final String OF_FUND = "基金";

  /** Least characters of the end of a name that tell which it is. */
  private static final int SHORTEST = 6;

  private final Discourse discourse;

  SubjectResolver(Discourse discourse) {
    this.discourse = discourse;
  }

  /** The subjects of a phrase, else those carried over; none where nothing is spoken of. */
  List<Subject> resolve(Phrase phrase) {
    ListScope scope = discourse.lists().innermost();
    Subject whole = scope == null ? null : scope.wholeSubject();
    List<Subject> found = new ArrayList<>();
    if (phrase.unknown()) {
      return found;
    }
    if (isSpendingOfTopicItem(phrase)) {
      return List.of(withDimensions(discourse.topic.subjects().getFirst(), phrase));
    }
    if (!phrase.subjects().isEmpty()) {
      for (Subject subject : phrase.subjects()) {
        found.add(resolvePart(subject, phrase, whole));
      }
      return found;
    }
    boolean part = phrase.fund() != null || phrase.perimeter() != null;
    List<Subject> carried = part && whole != null ? List.of(whole) : discourse.topic.subjects();
    for (Subject subject : carried) {
      for (String flow :
          phrase.flow().equals(Phrase.BOTH) ? List.of("收入", "支出") : List.of(phrase.flow())) {
        Subject own = withDimensions(withPhrasePerimeter(inFlow(subject, flow, phrase), phrase), phrase);
        if (found.stream().noneMatch(own::sameAs)) {
          found.add(part && own.sameAs(subject) ? totalOfFund(own, phrase) : own);
        }
      }
    }
    if (phrase.flow().equals(Phrase.BOTH)) {
      return found.size() == 2 ? found : List.of();
    }
    if (found.isEmpty() && !phrase.flow().isEmpty()) {
      found.add(withDimensions(unnamedFlow(phrase), phrase));
    } else if (found.isEmpty() && isBudget(phrase) && !discourse.laterFlow.isEmpty()) {
      found.add(withDimensions(Subject.open(discourse.laterFlow, null), phrase));
    } else if (found.isEmpty()) {
      findGrant(phrase).ifPresent(granted -> found.add(withDimensions(granted, phrase)));
    }
    return found;
  }

  /**
   * 一般公共预算当年拨款1,086万元 below a title that names the fund: in a budget what is granted is what is to
   * be spent.
   */
  private Optional<Subject> findGrant(Phrase phrase) {
    Fund fund = phrase.fund();
    Stage stage = discourse.context.frame().stage();
    return fund != null
            && fund == discourse.context.fund()
            && stage != null
            && BudgetStages.isBudget(stage)
            && discourse.context.project() == null
            && discourse.context.chart() != Chart.governments()
        ? discourse.phrases.names().resolve(fund.label() + "支出", null).map(ResolvedName::subject)
        : Optional.empty();
  }

  /** 收入 or 支出 of which nothing else is said: below 政府性基金预算 that of the fund. */
  private Subject unnamedFlow(Phrase phrase) {
    Fund fund = phrase.fund() == null ? discourse.context.fund() : phrase.fund();
    NameResolver names = discourse.phrases.names();
    Optional<ResolvedName> headed =
        discourse.sentenceHead.isEmpty()
            ? Optional.empty()
            : names.resolve(discourse.sentenceHead + phrase.flow(), null);
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

  /** 省级收入 of 全省一般公共预算收入 is that of the province's own level. */
  private static Subject withPhrasePerimeter(Subject carried, Phrase phrase) {
    return phrase.perimeter() == null
        ? carried
        : carried.withPerimeter(phrase.perimeter(), carried.entity());
  }

  private static boolean isBudget(Phrase phrase) {
    return phrase.stage() != null && BudgetStages.isBudget(phrase.stage());
  }

  /**
   * The account that the rest of its sentence makes of a name: the budget of 财政拨款 whose 支出决算
   * follows is one of expenditure, and 收入合计 behind what is added is the total.
   */
  private Subject completeBySentence(Subject subject, Phrase phrase) {
    String printed = subject.printed();
    NameResolver names = discourse.phrases.names();
    if (subject.item() == null && discourse.addingUp && printed.endsWith(SUM)) {
      String total = printed.substring(0, printed.length() - SUM.length()) + TOTAL;
      return names.resolve(total, subject.span()).map(ResolvedName::subject).orElse(subject);
    }
    if (!subject.charted() || subject.item() != null) {
      return subject;
    }
    boolean open = !printed.contains("收入") && !printed.contains("支出");
    return open && isBudget(phrase) && !discourse.laterFlow.isEmpty()
        ? names.relations().findCounterpart(subject, discourse.laterFlow).orElse(subject)
        : subject;
  }

  /**
   * A part that is named by the end of its whole's name, with whose it is before it, is that
   * whole's account: 市本级公共财政预算收入 of 全市地方公共财政预算收入.
   */
  private Optional<Subject> findAccountOfWhole(Subject subject, Phrase phrase, @Nullable Subject whole) {
    if (whole == null || subject.charted() || whole.charted() || whole.item() != null) {
      return Optional.empty();
    }
    String name = subject.account();
    int from = phrase.perimeter() != null ? 0 : 1;
    while (from <= name.length() - SHORTEST && !whole.account().endsWith(name.substring(from))) {
      from++;
    }
    String owner = name.substring(0, Math.min(from, name.length())).replaceFirst("\\(.*\\)$", "");
    boolean owned = from == 0 || discourse.phrases.endsAsEntity(owner);
    return from > name.length() - SHORTEST || !owned
        ? Optional.empty()
        : Optional.of(
            subject
                .withItem(whole.account(), false, null)
                .withFund(whole.fund())
                .withPerimeter(subject.perimeter(), from == 0 ? subject.entity() : owner));
  }

  /** The subject for 收入 or 支出 alone: the counterpart of what is spoken of. */
  private Subject inFlow(Subject subject, String flow, Phrase phrase) {
    if (flow.isEmpty()) {
      return subject;
    }
    boolean balance = subject.instant() != null;
    Subject spoken =
        (phrase.perimeter() != null || balance || discourse.nextClauseAdds) && discourse.fundAccount != null
            ? discourse.fundAccount
            : subject;
    Subject byTitle = discourse.context.subject();
    boolean other = !spoken.charted() && spoken.account().endsWith(flow.equals("收入") ? "支出" : "收入");
    return !other || byTitle == null || !byTitle.account().contains(flow)
        ? discourse.phrases.names().relations().findCounterpart(spoken, flow).orElse(spoken)
        : byTitle;
  }

  /** 一般公共预算拨款3,906.30万元 among the parts of revenue is the revenue of that fund. */
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
            .map(n -> subject.withItem(n.account().name(), true, null).withFund(fund))
            .orElse(subject);
      }
    }
    return subject;
  }

  /** 当年支出决算 behind the name of an item is what was spent for that item. */
  private boolean isSpendingOfTopicItem(Phrase phrase) {
    List<Subject> topic = discourse.topic.subjects();
    return phrase.subjects().size() == 1
        && topic.size() == 1
        && topic.getFirst().item() != null
        && topic.getFirst().charted()
        && YEAR_SPENT.matcher(phrase.subjects().getFirst().printed()).matches();
  }

  /** A part under a name of no account is an item of its whole: 其中：国税部门3954万元. */
  private Subject resolvePart(Subject subject, Phrase phrase, @Nullable Subject whole) {
    Subject own = completeBySentence(subject, phrase);
    Optional<Subject> flow = findFlowOfFund(subject, whole);
    if (flow.isPresent()) {
      return withDimensions(flow.get(), phrase);
    }
    Optional<Subject> below =
        whole != null && whole.charted() && whole.item() == null && mayBeBelow(subject, whole)
            ? discourse.phrases.names().relations().findBelow(whole, subject)
            : findAccountOfWhole(subject, phrase, whole);
    if (below.isPresent()) {
      own = below.get();
    } else if (!subject.charted() && whole != null && whole.item() == null && !isAccount(subject)) {
      own =
          subject
              .withItem(whole.account(), whole.charted(), withoutCollected(subject.account()))
              .withFund(whole.fund());
    } else if (subject.charted() && subject.item() == null && whole != null) {
      NameResolver names = discourse.phrases.names();
      String item = names.itemOf(whole);
      boolean half = item != null && names.relations().dividesExpenditure(subject);
      own = half ? subject.withItem(subject.account(), true, item) : subject;
    }
    return withDimensions(own, phrase);
  }

  /** Whether a name ends as names of accounts do, and does not only tell who collected money. */
  private boolean isAccount(Subject subject) {
    return discourse.phrases.endsAsAccount(subject.account())
        && withoutCollected(subject.account()).equals(subject.account());
  }

  /** 税务部门 of 税务部门组织收入; other names stay as they are. */
  private String withoutCollected(String name) {
    Matcher collected = COLLECTED.matcher(name);
    return collected.matches() && discourse.phrases.endsAsEntity(collected.group(1))
        ? collected.group(1)
        : name;
  }

  /**
   * Whether a name may be that of a part of a whole: one that the chart does not have, or has
   * somewhere else: 一般性转移支付 of 对下转移支付 is no revenue.
   */
  private boolean mayBeBelow(Subject subject, Subject whole) {
    return !subject.charted()
        || (subject.item() == null
            && !discourse.phrases.names().relations().isAbove(whole, subject));
  }

  /** 城乡居民基本养老保险基金 among the parts of 社会保险基金收入 is the revenue of that fund. */
  private Optional<Subject> findFlowOfFund(Subject subject, @Nullable Subject whole) {
    if (whole == null
        || whole.item() != null
        || subject.charted()
        || !subject.account().endsWith(OF_FUND)) {
      return Optional.empty();
    }
    return Stream.of("收入", "支出")
        .filter(f -> whole.account().endsWith(OF_FUND + f))
        .map(
            f -> {
              String name = subject.account() + f;
              return discourse
                  .phrases
                  .names()
                  .resolve(name, subject.span())
                  .map(ResolvedName::subject)
                  .orElseGet(() -> Subject.open(name, subject.span()));
            })
        .findFirst();
  }

  private Subject withDimensions(Subject subject, Phrase phrase) {
    Fund said = phrase.fund();
    Fund titled = discourse.context.fund();
    Subject funded =
        said != null ? withFund(subject, said) : titled != null ? withTitleFund(subject, titled) : subject;
    Perimeter perimeter =
        phrase.perimeter() == null ? discourse.sentencePerimeter : phrase.perimeter();
    return perimeter == null || subject.perimeter() != null
        ? withProject(funded)
        : withProject(funded).withPerimeter(perimeter, subject.entity());
  }

  /**
   * In a section on one project all amounts are that project's; what no chart has, such as 中央资金, is
   * a part of its money where it is listed as one.
   */
  private Subject withProject(Subject subject) {
    ListScope scope = discourse.lists().innermost();
    Subject whole = scope == null ? null : scope.wholeSubject();
    Subject project = discourse.context.project();
    if (project == null && whole != null && NameResolver.isProject(whole)) {
      project = subject.charted() ? null : whole;
    }
    if (project == null || subject.item() != null) {
      return subject;
    }
    boolean part =
        !subject.charted()
            && !subject.account().equals(project.account())
            && whole != null
            && whole.account().equals(project.account());
    return part
        ? subject.withItem(project.account(), false, project.item() + "/" + subject.account())
        : subject.withItem(subject.account(), subject.charted(), project.item());
  }

  /** A subject of the fund of the titles above, unless its own is another. */
  private static Subject withTitleFund(Subject subject, Fund fund) {
    Fund own = subject.fund();
    return own == null || (own != Fund.ALL && fund.isWithin(own))
        ? subject.withFund(fund)
        : subject;
  }

  /** A subject of a fund that lies within its own. */
  private Subject withFund(Subject subject, Fund fund) {
    Fund own = subject.fund();
    if (own != null && (own == fund || !fund.isWithin(own))) {
      return subject;
    }
    if (subject.item() == null && subject.charted()) {
      return discourse
          .context
          .chart()
          .account(subject.account())
          .map(a -> discourse.context.chart().ofFund(a, fund))
          .map(a -> subject.withItem(a.name(), true, null))
          .orElse(subject)
          .withFund(fund);
    }
    return subject.withFund(fund);
  }
}
