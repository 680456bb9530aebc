package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Statement.PerHead;
import org.mingzhang.statement.Statement.Same;

/**
 * Makes statements of changes: finds what changed and what it is compared with, joins the rate of a
 * change with its amount.
 */
final class ChangeMaker {
  private final FoldedText folded;
  private final SpanMaker spans;
  private final Discourse discourse;
  private final Quantities quantities;
  private final Targets targets;
  private final OwnerByAmounts owner;

  ChangeMaker(FoldedText folded, SpanMaker spans, Discourse discourse, Quantities quantities) {
    this.folded = folded;
    this.spans = spans;
    this.discourse = discourse;
    this.quantities = quantities;
    this.targets = new Targets(discourse);
    this.owner = new OwnerByAmounts(discourse);
  }

  private @Nullable Quantity statedBase;
  private List<Subject> ownersOfBase = List.of();

  /** Changes of a phrase against the base that was named last. */
  void changes(
      boolean each, Phrase phrase, List<Token.Numeral> numbers, List<Direction> directions) {
    int values = each ? numbers.size() : 1;
    Token.Numeral first = numbers.getFirst();
    if (first.measure() == Measure.POINTS || first.measure() == Measure.COUNT) {
      return;
    }
    boolean own = Discourse.names(phrase);
    if (!own && !each && join(first, directions.getFirst())) {
      return;
    }
    if (phrase.years().size() == 1 && !phrase.relative() && own) {
      discourse.sentenceYear = phrase.years().getFirst();
    }
    DiscourseTopic compared = own ? null : comparedWith();
    if (compared != null) {
      discourse.topic = compared;
    } else if (!own && !each && first.measure() == Measure.MONEY) {
      Quantity amount = quantities.read(first);
      Direction direction = directions.getFirst();
      boolean silent = phrase.flow().isEmpty() && discourse.recent.isEmpty();
      discourse.topic =
          silent && owner.isOutgrown(amount, direction)
              ? owner.growingBy(amount, discourse.rateAhead)
              : owner.ofChange(amount, direction, discourse.rateAhead);
    }
    List<Targets.Target> found = targets.of(each, phrase, values);
    if (!amountIsTaken(discourse.base)) {
      ownersOfBase = Targets.subjects(found);
    }
    List<Integer> made = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int at = values == 1 ? 0 : i;
      Quantity quantity = quantities.read(numbers.get(at));
      if (quantity.measure() == Measure.BARE) {
        return;
      }
      Change change = change(found.get(i), phrase, quantity, directions.get(at));
      if (i == 0 || values == 1) {
        baseAmount(change.against(), i == 0);
      }
      made.add(discourse.out.size());
      DiscourseTopic topic = own ? discourse.speakOf(Targets.subjects(found)) : discourse.topic;
      discourse.say(change, topic, found.get(i).subject(), own);
    }
    discourse.lastChanges = made;
    if (own) {
      discourse.recent.addAll(Targets.subjects(found));
    }
  }

  /** The amount printed for what is compared with is a statement of its own: 比上年的4883万元. */
  private void baseAmount(Operand against, boolean first) {
    Discourse.Base base = discourse.base;
    if (base != null
        && base.quantity() != null
        && against.quantity() != null
        && (!first || !base.quantity().equals(statedBase))) {
      statedBase = base.quantity();
      discourse.out.add(
          discourse.topic.isPerHead()
              ? new PerHead(discourse.clause, against)
              : new Amount(discourse.clause, against));
    }
  }

  /**
   * What a change without a subject is of where the amount that it is counted from names it:
   * 采购预算86.50万元，其中货物46.50万元，比2023年采购预算102.30万元减少15.80万元.
   */
  private @Nullable DiscourseTopic comparedWith() {
    Discourse.Base base = discourse.base;
    if (base == null || base.phrase().subjects().size() != 1) {
      return null;
    }
    Subject named = base.phrase().subjects().getFirst();
    return named.charted() && !base.phrase().years().isEmpty() ? discourse.told(named) : null;
  }

  /** Whether a change before this one was counted from the amount printed for a base. */
  private boolean amountIsTaken(Discourse.@Nullable Base base) {
    return base != null && base.quantity() != null && base.quantity().equals(statedBase);
  }

  /**
   * The base without the amount printed for it where that amount is of something else:
   * 与上年11.2万元相比减少1.6万元，其中公务接待费减少0.6万元.
   */
  private Discourse.@Nullable Base ownBase(Subject subject) {
    Discourse.Base base = discourse.base;
    return base != null && amountIsTaken(base) && !ownersOfBase.contains(subject)
        ? new Discourse.Base(base.phrase(), null)
        : base;
  }

  private Change change(
      Targets.Target target, Phrase phrase, Quantity quantity, Direction direction) {
    Discourse.Base base =
        Targets.ofTwoYears(ownBase(target.subject()), target.subject(), discourse.topic);
    base = ofYear(base, target);
    Operand of = targets.operand(target, phrase, base);
    Frame frame = of.frame().value().orElse(Frame.UNKNOWN);
    boolean rate = quantity.measure() == Measure.PERCENT || quantity.measure() == Measure.TIMES;
    Quantity value =
        quantity.measure() == Measure.TIMES
            ? quantity.withValue(quantity.value().movePointRight(2))
            : quantity;
    return new Change(
        discourse.clause,
        of,
        against(of, frame, base),
        direction,
        rate ? null : value,
        rate ? value : null);
  }

  /** 比上年分别增长4.9%、8.1%: each year's change is counted from the year before that year. */
  private Discourse.@Nullable Base ofYear(Discourse.@Nullable Base base, Targets.Target target) {
    Integer year = target.year();
    if (year == null
        || base == null
        || !base.phrase().relative()
        || base.phrase().years().size() != 1) {
      return base;
    }
    int back = discourse.yearSpoken() - base.phrase().years().getFirst();
    return new Discourse.Base(base.phrase().withYears(List.of(year - back)), base.quantity());
  }

  private Operand against(Operand of, Frame frame, Discourse.@Nullable Base base) {
    if (base == null) {
      return new Operand(of.subject(), Slot.unknown(), null);
    }
    Phrase said = base.phrase();
    Stage stage = said.stage();
    Integer year =
        said.years().size() == 1
            ? said.years().getFirst()
            : stage != null && Stages.isBudget(stage) ? frame.year() : null;
    if (stage == null && year != null) {
      stage = frame.stage();
    }
    if (stage == Stage.EXECUTION && frame.stage() == Stage.RESULT) {
      stage = Stage.RESULT;
    }
    Frame against = new Frame(stage, year, frame.period(), said.basis());
    Quantity quantity = base.quantity();
    Subject subject = of.subject().value().orElse(null);
    if (quantity == null && subject != null && stage != null && Stages.isBudget(stage)) {
      Operand budget = discourse.topic.at(subject, stage);
      quantity = budget == null ? null : budget.quantity();
    }
    return new Operand(of.subject(), Slot.of(against), quantity);
  }

  /** Joins a rate with the amount of the same change, or the other way round. */
  private boolean join(Token.Numeral number, @Nullable Direction direction) {
    List<Integer> last = discourse.lastChanges;
    if (last.isEmpty()) {
      return false;
    }
    boolean rate = number.measure() == Measure.PERCENT;
    for (int index : last) {
      if (!(discourse.out.get(index) instanceof Change change)
          || (direction != null && direction != Direction.UNSAID && change.direction() != direction)
          || (rate ? change.rate() : change.amount()) != null) {
        return false;
      }
    }
    Quantity quantity = quantities.read(number);
    for (int index : last) {
      Change change = (Change) discourse.out.get(index);
      Change whole =
          new Change(
              change.span().to(discourse.clause),
              change.of(),
              change.against(),
              change.direction(),
              rate ? change.amount() : quantity,
              rate ? quantity : change.rate());
      discourse.out.set(index, whole);
      discourse.lists().replace(change, whole);
      int said = discourse.topic.said().indexOf(change);
      if (said >= 0) {
        discourse.topic.said().set(said, whole);
      }
    }
    return true;
  }

  /** A percent in brackets: the rate of the change before it. */
  void rateInBrackets(Token.Numeral number) {
    List<Integer> last = discourse.bracketChanges();
    if (!last.isEmpty()) {
      discourse.lastChanges = last;
      join(number, null);
    }
  }

  /** No change. */
  void same(Phrase phrase, Token.Word word) {
    for (Subject subject : discourse.subjects(phrase)) {
      Operand of = targets.operand(new Targets.Target(subject, null), phrase, discourse.base);
      Frame frame = of.frame().value().orElse(Frame.UNKNOWN);
      discourse.out.add(
          new Same(
              discourse.clause,
              of,
              against(of, frame, discourse.base),
              word.value().equals("about"),
              spans.span(word.start(), word.end()),
              folded.text().substring(word.start(), word.end())));
    }
    if (!phrase.subjects().isEmpty()) {
      discourse.speakOf(discourse.subjects(phrase));
    }
  }
}
