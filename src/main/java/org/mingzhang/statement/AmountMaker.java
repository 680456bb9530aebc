package org.mingzhang.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.PerHead;

/** Makes statements of amounts: fills what the clause leaves open, distributes 分别 and 均. */
final class AmountMaker {
  private final FoldedText folded;
  private final SpanMaker spans;
  private final Discourse discourse;
  private final Quantities quantities;
  private final Mentions mentions;
  private final Targets targets;
  private final OwnerByAmounts owner;

  AmountMaker(
      FoldedText folded,
      SpanMaker spans,
      Discourse discourse,
      Quantities quantities,
      Mentions mentions) {
    this.folded = folded;
    this.spans = spans;
    this.discourse = discourse;
    this.quantities = quantities;
    this.mentions = mentions;
    this.targets = new Targets(discourse);
    this.owner = new OwnerByAmounts(discourse);
  }

  /** Amounts of a phrase; with 分别 each of its own subject or year. */
  void amounts(boolean each, Phrase phrase, List<Token.Numeral> numbers, boolean bare) {
    if (phrase.leftOut()) {
      mentions.withoutAmount(phrase);
    }
    boolean own = Discourse.names(phrase);
    if (!own && !each && !discourse.coordinated && isResult(phrase)) {
      discourse.topic = owner.ofResult(quantities.read(numbers.getFirst()));
    }
    List<Targets.Target> found = targets.of(each, phrase, numbers.size());
    if (!phrase.years().isEmpty() && !phrase.relative()) {
      discourse.sentenceYear = phrase.years().getLast();
    }
    if (phrase.period() != null) {
      discourse.sentencePeriod = phrase.period();
    }
    if (phrase.perimeter() != null) {
      discourse.sentencePerimeter = phrase.perimeter();
      discourse.levels.say(phrase);
    }
    List<Subject> subjects = found.stream().map(Targets.Target::subject).distinct().toList();
    DiscourseTopic topic = subjects.isEmpty() ? discourse.topic : discourse.speakOf(subjects);
    for (int i = 0; i < found.size(); i++) {
      Token.Numeral number = numbers.get(numbers.size() == 1 ? 0 : i);
      Quantity quantity = quantities.read(number);
      Frame frame = discourse.frame(phrase, found.get(i).year());
      Subject subject = found.get(i).subject();
      if (isCount(subject) && quantity.measure() == Quantity.Measure.MONEY) {
        continue;
      }
      Operand of = new Operand(Slot.of(subject), frames(frame, phrase), quantity);
      boolean perHead =
          phrase.perHead()
              || (isPerHeadByPlace() && !subject.charted() && quantity.unit().equals("元"));
      Statement statement =
          perHead ? new PerHead(discourse.clause, of) : new Amount(discourse.clause, of);
      discourse.say(statement, topic, subject, own);
      if (!bare) {
        quantities.said(quantity);
      }
    }
    discourse.lastChanges = List.of();
    if (own) {
      discourse.recent.addAll(subjects);
    }
  }

  /** An amount whose part is named by its purpose: 30万元用于道路维修. */
  void amountOf(List<Token> purpose, Token.Numeral number) {
    amountOf(purpose, null, number);
  }

  /** The same at a stage that its name says: 涉及预算资金86万元. */
  void amountOf(List<Token> purpose, @Nullable Stage stage, Token.Numeral number) {
    if (purpose.isEmpty()) {
      return;
    }
    String name = folded.text().substring(purpose.getFirst().start(), purpose.getLast().end());
    Subject open =
        Names.open(name, spans.span(purpose.getFirst().start(), purpose.getLast().end()));
    Phrase phrase = Phrase.EMPTY.withSubjects(List.of(open));
    phrase = stage == null ? phrase : phrase.withStage(stage);
    amounts(false, phrase, List.of(number), false);
  }

  /** Whether titles speak of amounts per head, or the amount that this one is joined to is one. */
  private boolean isPerHeadByPlace() {
    return discourse.setting.perHead()
        || discourse.perHead
        || (discourse.coordinated
            && !discourse.out.isEmpty()
            && discourse.out.getLast() instanceof PerHead);
  }

  /**
   * Whether a phrase says a result of the year spoken of; one of another year may exceed a budget.
   */
  private static boolean isResult(Phrase phrase) {
    return phrase.years().isEmpty()
        && (phrase.stage() == Stage.EXECUTION || phrase.stage() == Stage.RESULT);
  }

  /** Whether a subject counts things, so that no money can be its amount. */
  private boolean isCount(Subject subject) {
    return subject.charted()
        && discourse
            .setting
            .chart()
            .account(subject.account())
            .filter(a -> a.nature() == Account.Nature.COUNT)
            .isPresent();
  }

  private static Slot<Frame> frames(Frame frame, Phrase phrase) {
    if (phrase.years().size() < 2 || frame.year() == null) {
      return Slot.of(frame);
    }
    return phrase.years().contains(frame.year())
        ? Slot.of(frame)
        : new Slot<>(phrase.years().stream().distinct().map(frame::withYear).toList());
  }
}
