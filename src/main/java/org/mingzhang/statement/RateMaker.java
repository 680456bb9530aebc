package org.mingzhang.statement;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Statement.Share;

/**
 * Makes statements of what is in percent of something else: shares of a whole, results of a budget.
 */
final class RateMaker {
  /** Statements looked through for a budget told before. */
  private static final int FARTHEST = 60;

  private final Discourse discourse;
  private final Quantities quantities;
  private final Targets targets;
  private final OwnerByAmounts owner;

  RateMaker(Discourse discourse, Quantities quantities) {
    this.discourse = discourse;
    this.quantities = quantities;
    this.targets = new Targets(discourse);
    this.owner = new OwnerByAmounts(discourse);
  }

  private static final Slot<Subject> NOTHING = Slot.unknown();

  /** Shares of a whole, or completions where the whole is a budget and nothing else. */
  void shares(
      boolean each,
      Phrase part,
      Phrase whole,
      @Nullable Quantity amount,
      List<Token.Numeral> numbers) {
    Stage budget = whole.stage();
    if (budget != null
        && Stages.isBudget(budget)
        && whole.subjects().isEmpty()
        && whole.flow().isEmpty()) {
      completions(each, part, whole, amount, numbers);
      return;
    }
    List<Targets.Target> found = targets.of(each, part, each ? numbers.size() : 1);
    if (Discourse.names(part) && !found.isEmpty()) {
      discourse.speakOf(Targets.subjects(found));
    }
    for (int i = 0; i < found.size(); i++) {
      Targets.Target target = found.get(i);
      Operand of = targets.operand(target, part, null);
      Operand all = whole(whole, of, amount, target);
      discourse.out.add(
          new Share(
              discourse.clause,
              of,
              all,
              quantities.read(numbers.get(numbers.size() == 1 ? 0 : i))));
    }
  }

  private Operand whole(
      Phrase whole, Operand of, @Nullable Quantity amount, Targets.Target target) {
    if (whole.subjects().size() != 1) {
      return new Operand(NOTHING, of.frame(), amount);
    }
    Subject subject = whole.subjects().getFirst();
    if (whole.fund() != null) {
      subject = subject.withFund(whole.fund());
    }
    Frame frame = of.frame().value().orElse(Frame.UNKNOWN);
    if (whole.stage() != null) {
      frame = frame.withStage(whole.stage() == Stage.EXECUTION ? frame.stage() : whole.stage());
    }
    if (whole.years().size() == 1 && target.year() == null) {
      frame = frame.withYear(whole.years().getFirst());
    }
    Operand all = new Operand(Slot.of(subject), Slot.of(frame), amount);
    if (amount != null) {
      discourse.out.add(new Amount(discourse.clause, all));
    }
    return all;
  }

  /** Results in percent of a budget. */
  void completions(
      boolean each,
      Phrase phrase,
      Phrase budget,
      @Nullable Quantity amount,
      List<Token.Numeral> numbers) {
    if (!Discourse.names(phrase)) {
      discourse.backToBudgeted();
      discourse.topic = each ? discourse.topic : owner.ofCompletion(numbers.getFirst(), amount);
    }
    ListScope list = discourse.lists().top();
    if (list != null
        && budget.stage() == null
        && list.leavesRateOpen()
        && !Discourse.names(phrase)
        && !discourse.topic.hasBudget()) {
      return;
    }
    if (list != null) {
      list.completed = true;
    }
    List<Targets.Target> found = targets.of(each, phrase, each ? numbers.size() : 1);
    if (Discourse.names(phrase) && !found.isEmpty()) {
      discourse.speakOf(Targets.subjects(found));
    }
    for (int i = 0; i < found.size(); i++) {
      Targets.Target target = found.get(i);
      Operand of = done(target, phrase);
      Frame frame = of.frame().value().orElse(Frame.UNKNOWN);
      Stage stage = budget.stage();
      Frame against = stage == null ? frame.withStage(null) : frame.withStage(stage);
      if (budget.years().size() == 1) {
        against = against.withYear(budget.years().getFirst());
      }
      Operand planned =
          new Operand(
              of.subject(), Slot.of(against.withPeriod(null)), planned(target, stage, amount));
      if (amount != null) {
        discourse.out.add(new Amount(discourse.clause, planned));
      }
      discourse.out.add(
          new Completion(
              discourse.clause,
              of,
              planned,
              quantities.read(numbers.get(numbers.size() == 1 ? 0 : i))));
    }
  }

  private @Nullable Quantity planned(
      Targets.Target target, @Nullable Stage stage, @Nullable Quantity amount) {
    if (amount != null) {
      return amount;
    }
    Operand at = null;
    for (Stage candidate : stage != null ? List.of(stage) : Stages.BUDGETS) {
      Operand found = discourse.topic.at(target.subject(), candidate);
      at = found == null ? at : found;
    }
    if (at == null && stage == Stage.BUDGET) {
      at = onlyOneOf(target.subject(), Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET);
    }
    return at == null ? onlyBudget(target.subject(), stage) : at.quantity();
  }

  /** 完成预算 is of the budget that was told where only one was, at its beginning or as adjusted. */
  private @Nullable Operand onlyOneOf(Subject subject, Stage one, Stage other) {
    Operand first = discourse.topic.at(subject, one);
    Operand second = discourse.topic.at(subject, other);
    return first == null ? second : second == null ? first : null;
  }

  /** The budget told further before in the section, where the subject has had only one. */
  private @Nullable Quantity onlyBudget(Subject subject, @Nullable Stage stage) {
    Quantity found = null;
    int from = Math.max(0, discourse.out.size() - FARTHEST);
    for (Statement statement : discourse.out.subList(from, discourse.out.size())) {
      if (statement instanceof Amount amount && isBudgetOf(amount.of(), subject)) {
        Quantity budget = amount.of().quantity();
        if (found != null && budget != null && budget.value().compareTo(found.value()) != 0) {
          return null;
        }
        found = budget;
      }
    }
    return stage == null ? found : null;
  }

  private boolean isBudgetOf(Operand of, Subject subject) {
    Subject named = of.subject().value().orElse(null);
    Frame frame = of.frame().value().orElse(Frame.UNKNOWN);
    Stage stage = frame.stage();
    return named != null
        && subject.charted()
        && named.sameAs(subject)
        && named.fund() == subject.fund()
        && stage != null
        && Stages.isBudget(stage)
        && Objects.equals(frame.year(), discourse.setting.frame().year());
  }

  /** What was done: the latest amount that is no budget. */
  private Operand done(Targets.Target target, Phrase phrase) {
    Operand latest = discourse.topic.latest(target.subject(), true);
    if (latest != null && target.year() == null) {
      Stage stage = DiscourseTopic.stage(latest);
      if (stage == null || !Stages.isBudget(stage)) {
        return latest;
      }
    }
    Frame frame = discourse.frame(phrase, target.year());
    Stage stage = frame.stage();
    if (stage != null && Stages.isBudget(stage)) {
      frame = frame.withStage(Stage.EXECUTION);
    }
    return new Operand(Slot.of(target.subject()), Slot.of(frame), null);
  }
}
