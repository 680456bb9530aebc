package org.mingzhang.fact.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Converts the statements of one section to facts. A statement with an undecided subject gives no
 * fact; one with an undecided stage or year gives a fact without it, for which {@link
 * Fact#isHeadline} is false.
 */
final class StatementFactConverter {
  private static final Set<Topic> TOPICS_OF_ALL_FUNDS =
      Set.of(Topic.TOTALS, Topic.INCOME, Topic.EXPENDITURE);

  private static final String PROJECTS = "项目";
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(StatementFactConverter.class);
  private static final Pattern EVALUATED_PROJECTS = PATTERNS.get("evaluated-projects");

  private final Section section;
  private final boolean sectionCoversAllFunds;
  private final @Nullable Perimeter perimeter;
  private final @Nullable String agency;
  private final String text;

  /**
   * Creates a converter for one section.
   *
   * @param above topic of the section above it, or null
   * @param perimeter perimeter of statements that name none, or null
   * @param agency agency of the document, or null
   */
  StatementFactConverter(
      Section section,
      @Nullable Topic above,
      @Nullable Perimeter perimeter,
      @Nullable String agency) {
    this.section = section;
    this.sectionCoversAllFunds =
        TOPICS_OF_ALL_FUNDS.contains(section.topic())
            || (section.topic() == Topic.BASIC_EXPENDITURE && above == Topic.EXPENDITURE);
    this.perimeter = perimeter;
    this.agency = agency;
    this.text = section.text();
  }

  /** Creates the facts of a statement; none for lists and reasons, and for an undecided subject. */
  List<Fact> createFacts(Statement statement) {
    List<Fact> facts = new ArrayList<>();
    switch (statement) {
      case Statement.Amount s -> addAmountOrCount(facts, Fact.Kind.AMOUNT, s.operand(), s.span());
      case Statement.PerHead s ->
          addAmountOrCount(facts, Fact.Kind.PER_HEAD, s.operand(), s.span());
      case Statement.Count s -> addAmountOrCount(facts, Fact.Kind.COUNT, s.operand(), s.span());
      case Statement.Change s -> addChange(facts, s);
      case Statement.Share s ->
          addFact(
              facts,
              Fact.Kind.SHARE,
              s.part(),
              s.rate(),
              s.rate().value(),
              referenceTo(Fact.RateKind.SHARE, s.whole(), nameOf(s.whole())),
              s.span());
      case Statement.Completion s ->
          addFact(
              facts,
              Fact.Kind.RATE,
              s.operand(),
              s.rate(),
              s.rate().value(),
              referenceTo(Fact.RateKind.COMPLETION, s.base(), null),
              s.span());
      case Statement.ItemList s -> {}
      case Statement.Unchanged s -> addUnchanged(facts, s);
      case Statement.Reason s -> {}
    }
    return facts;
  }

  private void addAmountOrCount(List<Fact> facts, Fact.Kind kind, Operand operand, Span clause) {
    Quantity quantity = operand.quantity();
    if (quantity != null) {
      addFact(facts, kind, operand, quantity, quantity.value(), null, clause);
    }
  }

  private void addChange(List<Fact> facts, Statement.Change change) {
    Operand changed = withBasisOf(change);
    Quantity amount = change.amount();
    Quantity rate = change.rate();
    if (amount != null && change.direction() != Statement.Direction.UNSPECIFIED) {
      addFact(
          facts,
          Fact.Kind.CHANGE,
          changed,
          amount,
          withSign(amount.value(), change.direction()),
          referenceTo(null, change.base(), null),
          change.span());
    }
    if (rate != null && change.direction() != Statement.Direction.UNSPECIFIED) {
      addFact(
          facts,
          Fact.Kind.RATE,
          changed,
          rate,
          withSign(rate.value(), change.direction()),
          referenceTo(Fact.RateKind.CHANGE, change.base(), null),
          change.span());
    }
  }

  /** The operand of a change with the basis of its comparison: 增长3.2%，同口径增长5.9% are two facts. */
  private static Operand withBasisOf(Statement.Change change) {
    String basis = change.base().stageAndTime().uniqueValue().map(StageAndTime::basis).orElse(null);
    StageAndTime stageAndTime =
        change.operand().stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
    return basis == null || stageAndTime.basis() != null
        ? change.operand()
        : new Operand(
            change.operand().subject(),
            CandidateValues.of(
                new StageAndTime(
                    stageAndTime.stage(), stageAndTime.year(), stageAndTime.period(), basis)),
            change.operand().quantity());
  }

  /**
   * Adds a change of zero for words such as 与上年持平, if they are not approximate, the account is in
   * the chart, and what it is compared with is decided.
   */
  private void addUnchanged(List<Fact> facts, Statement.Unchanged same) {
    Subject subject = same.operand().subject().uniqueValue().orElse(null);
    boolean based = same.base().stageAndTime().uniqueValue().isPresent();
    if (subject != null && subject.isInChart() && based && !same.isApproximate()) {
      Quantity zero =
          new Quantity(
              same.wordSpan(),
              same.printed(),
              BigDecimal.ZERO,
              "元",
              Quantity.Measure.MONEY,
              BigDecimal.ONE,
              false);
      addFact(
          facts,
          Fact.Kind.CHANGE,
          same.operand(),
          zero,
          BigDecimal.ZERO,
          referenceTo(null, same.base(), null),
          same.span());
    }
  }

  private static BigDecimal withSign(BigDecimal value, Statement.Direction direction) {
    return direction == Statement.Direction.DECREASE && value.signum() > 0 ? value.negate() : value;
  }

  private static Fact.ReferenceAmount referenceTo(
      Fact.@Nullable RateKind rateOf, Operand base, @Nullable String wholeName) {
    StageAndTime stageAndTime = base.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
    return new Fact.ReferenceAmount(rateOf, stageAndTime.stage(), stageAndTime.year(), wholeName);
  }

  /** The account of an operand, or the name of its item: 占节能环保支出的77.46%. Null if it is unknown. */
  private static @Nullable String nameOf(Operand operand) {
    Subject subject = operand.subject().uniqueValue().orElse(null);
    String item = subject == null ? null : subject.item();
    return item == null
        ? subject == null ? null : subject.account()
        : item.substring(item.lastIndexOf('/') + 1);
  }

  /** Whether the words before an amount only name a body, 公路事务中心预算60万元, and so no account. */
  private static boolean isNameOfBody(Subject subject) {
    return !subject.isInChart()
        && subject.item() == null
        && Lexicon.standard().hasEnding(WordClass.ENTITY, subject.account())
        && !Lexicon.standard().hasEnding(WordClass.ACCOUNT, subject.account());
  }

  private void addFact(
      List<Fact> facts,
      Fact.Kind kind,
      Operand operand,
      Quantity quantity,
      BigDecimal value,
      Fact.@Nullable ReferenceAmount reference,
      Span clause) {
    Subject subject = operand.subject().uniqueValue().orElse(null);
    if (subject == null
        || subject.isDoubtful()
        || (kind == Fact.Kind.AMOUNT && isNameOfBody(subject))) {
      return;
    }
    Subject named = toFundingOfEvaluatedProjects(subject, quantity.span().start());
    facts.add(
        new Fact(
            named.account(),
            contextOf(named, commonStageAndTimeOf(operand)),
            kind,
            value,
            quantity.printed(),
            quantity.unit(),
            reference,
            false,
            List.of(locationOf(quantity.span(), clause))));
  }

  /**
   * The funding of the projects that are evaluated or have goals, with their kind as its item, if a
   * sentence says only what money they concern: 对5个项目开展绩效自评，涉及资金86万元. Other subjects are returned
   * unchanged.
   */
  private Subject toFundingOfEvaluatedProjects(Subject subject, int at) {
    if (subject.item() != null || !AccountNameResolver.isFundingOfUnnamedProjects(subject)) {
      return subject;
    }
    String before = text.substring(0, Math.clamp(at, 0, text.length()));
    Matcher kind =
        EVALUATED_PROJECTS.matcher(before.substring(before.lastIndexOf('。') + 1).replace("\n", ""));
    return kind.lookingAt()
        ? subject.withAccountAndItem(
            AccountNameResolver.NAMED_PROJECT_FUNDING, false, kind.group("kind") + PROJECTS)
        : subject;
  }

  /**
   * The stage and time of an operand; of several candidates, only the stage if all of them share
   * it.
   */
  private static StageAndTime commonStageAndTimeOf(Operand operand) {
    List<StageAndTime> candidates = operand.stageAndTime().candidates();
    boolean shared = candidates.stream().map(StageAndTime::stage).distinct().count() == 1;
    return operand
        .stageAndTime()
        .uniqueValue()
        .orElse(
            shared
                ? StageAndTime.UNKNOWN.withStage(candidates.getFirst().stage())
                : StageAndTime.UNKNOWN);
  }

  private FactContext contextOf(Subject subject, StageAndTime stageAndTime) {
    boolean own =
        subject.entity() == null
            && (subject.perimeter() == null || subject.perimeter() == perimeter);
    String item = subject.item() == null ? subject.entity() : subject.item();
    return new FactContext(
        item,
        subject.code(),
        stageAndTime.stage(),
        fundOf(subject),
        own ? perimeter : subject.perimeter(),
        own ? agency : subject.entity(),
        stageAndTime.year(),
        stageAndTime.period(),
        instantOf(subject),
        stageAndTime.basis());
  }

  /**
   * The point in time of a balance (年初 or 年末); null if the name of its account begins with it:
   * 年末结转和结余.
   */
  private static @Nullable String instantOf(Subject subject) {
    String instant = subject.balanceInstant();
    return instant == null || subject.account().startsWith(instant) ? null : instant;
  }

  /**
   * The fund of a subject. Totals in sections on all funds, and in a section on basic expenditure
   * below a section on all expenditure, have the fund {@link Fund#ALL}.
   */
  private @Nullable Fund fundOf(Subject subject) {
    return subject.fund() == null && subject.isInChart() && sectionCoversAllFunds
        ? Fund.ALL
        : subject.fund();
  }

  private FactLocation locationOf(Span number, Span clause) {
    int start = Math.clamp(number.start(), 0, text.length());
    int end = Math.clamp(number.end(), start, text.length());
    return new FactLocation(section.path(), number.page(), start, end, quote(number, clause), null);
  }

  private String quote(Span number, Span clause) {
    int from = Math.clamp(Math.min(clause.start(), number.start()), 0, text.length());
    int to = Math.clamp(Math.max(clause.end(), number.end()), from, text.length());
    String words = text.substring(from, to).replace("\n", "");
    return clause.startsInHeading() ? section.title() + words : words;
  }
}
