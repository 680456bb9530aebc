package org.mingzhang.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Statement.Count;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Statement.PerHead;
import org.mingzhang.statement.Statement.Reason;
import org.mingzhang.statement.Statement.Same;
import org.mingzhang.statement.Statement.Share;

/**
 * Makes statements of what a clause says: fills slots that the clause leaves open from the
 * discourse, distributes 分别 and 均, joins the rate of a change with its amount.
 */
final class StatementMaker {
  private static final Slot<Subject> NOTHING = Slot.unknown();

  private final FoldedText folded;
  private final SpanMaker spans;
  private final Discourse discourse;
  private Span clause = new Span("", 1, 0, 0);
  private @Nullable Quantity lastMoney;
  private @Nullable Quantity statedBase;

  StatementMaker(FoldedText folded, SpanMaker spans, Discourse discourse) {
    this.folded = folded;
    this.spans = spans;
    this.discourse = discourse;
  }

  /** The clause that statements are made of from now on. */
  void clause(Span span) {
    clause = span;
  }

  /** The year that 本年 and 上年 are counted from; 0 where it is not known. */
  int yearSpoken() {
    Integer year = discourse.sentenceYear;
    Integer inherited = discourse.setting.frame().year();
    return year != null ? year : inherited != null ? inherited : 0;
  }

  Phrase phrase(List<Token> tokens) {
    return discourse.phrases.read(tokens, discourse.itemAbove, yearSpoken());
  }

  /** Whether numbers without unit can be read as money here. */
  boolean unitKnown(Token.@Nullable Numeral hint) {
    return hint != null || lastMoney != null;
  }

  Quantity quantity(Token.Numeral number, Token.@Nullable Numeral hint) {
    Span span = spans.span(number.start(), number.end());
    Measure measure = number.measure();
    if (measure != Measure.BARE) {
      return new Quantity(
          span, number.printed(), number.value(), number.unit(), measure, number.scale(), true);
    }
    String unit = hint != null ? hint.unit() : lastMoney != null ? lastMoney.unit() : "";
    BigDecimal scale =
        hint != null ? hint.scale() : lastMoney != null ? lastMoney.scale() : BigDecimal.ONE;
    return new Quantity(
        span,
        number.printed(),
        number.value().multiply(scale),
        unit,
        unit.isEmpty() ? Measure.BARE : Measure.MONEY,
        scale,
        false);
  }

  private Token.@Nullable Numeral hint() {
    return discourse.unitHint;
  }

  /** Amounts of a phrase; with 分别 each of its own subject or year. */
  void amounts(boolean each, Phrase phrase, List<Token.Numeral> numbers, boolean bare) {
    if (phrase.leftOut()) {
      withoutAmount(phrase);
    }
    List<Target> targets = targets(each, phrase, numbers.size());
    boolean own = Discourse.names(phrase);
    if (!phrase.years().isEmpty() && !phrase.relative()) {
      discourse.sentenceYear = phrase.years().getLast();
    }
    if (phrase.period() != null) {
      discourse.sentencePeriod = phrase.period();
    }
    if (phrase.perimeter() != null) {
      discourse.sentencePerimeter = phrase.perimeter();
    }
    List<Subject> subjects = targets.stream().map(Target::subject).distinct().toList();
    Topic topic = subjects.isEmpty() ? discourse.topic : discourse.speakOf(subjects);
    for (int i = 0; i < targets.size(); i++) {
      Token.Numeral number = numbers.get(numbers.size() == 1 ? 0 : i);
      Quantity quantity = quantity(number, hint());
      Frame frame = discourse.frame(phrase, targets.get(i).year());
      Subject subject = targets.get(i).subject();
      Operand of = new Operand(Slot.of(subject), frames(frame, phrase), quantity);
      boolean perHead =
          phrase.perHead()
              || (discourse.setting.perHead() && !subject.charted() && quantity.unit().equals("元"));
      Statement statement = perHead ? new PerHead(clause, of) : new Amount(clause, of);
      add(statement, topic, subject, own);
      if (!bare) {
        lastMoney = quantity;
      }
    }
    discourse.lastChanges = List.of();
    if (own) {
      discourse.recent.addAll(subjects);
    }
  }

  /** An amount whose part is named by its purpose: 30万元用于道路维修. */
  void amountOf(List<Token> purpose, Token.Numeral number) {
    if (purpose.isEmpty()) {
      return;
    }
    String name = folded.text().substring(purpose.getFirst().start(), purpose.getLast().end());
    Subject open =
        Names.open(name, spans.span(purpose.getFirst().start(), purpose.getLast().end()));
    Phrase phrase =
        new Phrase(
            List.of(open),
            false,
            "",
            null,
            List.of(),
            null,
            null,
            null,
            null,
            false,
            false,
            false,
            false,
            false);
    amounts(false, phrase, List.of(number), false);
  }

  private static Slot<Frame> frames(Frame frame, Phrase phrase) {
    if (phrase.years().size() < 2 || frame.year() == null) {
      return Slot.of(frame);
    }
    return phrase.years().contains(frame.year())
        ? Slot.of(frame)
        : new Slot<>(phrase.years().stream().distinct().map(frame::withYear).toList());
  }

  private void add(Statement statement, Topic topic, Subject subject, boolean own) {
    discourse.out.add(statement);
    topic.say(statement);
    discourse.part(statement, subject, own);
  }

  /** A subject and, if the years are distributed, its year. */
  private record Target(Subject subject, @Nullable Integer year) {}

  /** Whom the values of a clause belong to; none where that cannot be told. */
  private List<Target> targets(boolean each, Phrase phrase, int values) {
    List<Subject> subjects = discourse.subjects(phrase);
    if (!each || values == 1) {
      return phrase.subjects().size() > 1 || !Discourse.names(phrase) || subjects.size() == 1
          ? subjects.stream().map(s -> new Target(s, null)).toList()
          : List.of();
    }
    if (subjects.size() == values) {
      return subjects.stream().map(s -> new Target(s, null)).toList();
    }
    if (subjects.size() == 1 && phrase.years().size() == values) {
      discourse.distributedYears = phrase.years();
      return phrase.years().stream().map(y -> new Target(subjects.getFirst(), y)).toList();
    }
    if (subjects.size() == 1 && discourse.distributedYears.size() == values) {
      return discourse.distributedYears.stream()
          .map(y -> new Target(subjects.getFirst(), y))
          .toList();
    }
    List<Subject> recent = discourse.recent;
    if (!Discourse.names(phrase) && recent.size() >= values) {
      return recent.subList(recent.size() - values, recent.size()).stream()
          .map(s -> new Target(s, null))
          .toList();
    }
    return List.of();
  }

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
    List<Target> targets = targets(each, phrase, values);
    List<Integer> made = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      int at = values == 1 ? 0 : i;
      Quantity quantity = quantity(numbers.get(at), hint());
      if (quantity.measure() == Measure.BARE) {
        return;
      }
      Change change = change(targets.get(i), phrase, quantity, directions.get(at));
      if (i == 0) {
        baseAmount(change.against());
      }
      made.add(discourse.out.size());
      Topic topic = own ? discourse.speakOf(subjects(targets)) : discourse.topic;
      add(change, topic, targets.get(i).subject(), own);
    }
    discourse.lastChanges = made;
    if (own) {
      discourse.recent.addAll(subjects(targets));
    }
  }

  /** The amount printed for what is compared with is a statement of its own: 比上年的4883万元. */
  private void baseAmount(Operand against) {
    Discourse.Base base = discourse.base;
    if (base != null && base.quantity() != null && !base.quantity().equals(statedBase)) {
      statedBase = base.quantity();
      discourse.out.add(new Amount(clause, against));
    }
  }

  private static List<Subject> subjects(List<Target> targets) {
    return targets.stream().map(Target::subject).distinct().toList();
  }

  private Change change(Target target, Phrase phrase, Quantity quantity, Direction direction) {
    Discourse.Base base = discourse.base;
    Operand of = changed(target, phrase, base);
    Frame frame = of.frame().value().orElse(Frame.UNKNOWN);
    boolean rate = quantity.measure() == Measure.PERCENT || quantity.measure() == Measure.TIMES;
    Quantity value =
        quantity.measure() == Measure.TIMES
            ? quantity.withValue(quantity.value().movePointRight(2))
            : quantity;
    return new Change(
        clause, of, against(of, frame, base), direction, rate ? null : value, rate ? value : null);
  }

  /** What changed: the latest amount of the subject, a result if the base is a budget. */
  private Operand changed(Target target, Phrase phrase, Discourse.@Nullable Base base) {
    Stage against = base == null ? null : base.phrase().stage();
    Operand latest =
        target.year() != null
            ? null
            : discourse.topic.latest(target.subject(), against != null && Stages.isBudget(against));
    if (latest != null && phrase.years().isEmpty()) {
      return latest;
    }
    Frame frame = discourse.frame(phrase, target.year());
    if (phrase.years().size() > 1 && target.year() == null) {
      return new Operand(Slot.of(target.subject()), Slot.unknown(), null);
    }
    return new Operand(Slot.of(target.subject()), Slot.of(frame), null);
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
          || (direction != null && change.direction() != direction)
          || (rate ? change.rate() : change.amount()) != null) {
        return false;
      }
    }
    Quantity quantity = quantity(number, hint());
    for (int index : last) {
      Change change = (Change) discourse.out.get(index);
      Change whole =
          new Change(
              change.span().to(clause),
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
      Operand of = changed(new Target(subject, null), phrase, discourse.base);
      Frame frame = of.frame().value().orElse(Frame.UNKNOWN);
      discourse.out.add(
          new Same(
              clause,
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
    List<Target> targets = targets(each, part, each ? numbers.size() : 1);
    if (Discourse.names(part) && !targets.isEmpty()) {
      discourse.speakOf(subjects(targets));
    }
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      Operand of = changed(target, part, null);
      Operand all = whole(whole, of, amount, target);
      discourse.out.add(
          new Share(clause, of, all, quantity(numbers.get(numbers.size() == 1 ? 0 : i), hint())));
    }
  }

  private Operand whole(Phrase whole, Operand of, @Nullable Quantity amount, Target target) {
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
      discourse.out.add(new Amount(clause, all));
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
    List<Target> targets = targets(each, phrase, each ? numbers.size() : 1);
    if (Discourse.names(phrase) && !targets.isEmpty()) {
      discourse.speakOf(subjects(targets));
    }
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
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
        discourse.out.add(new Amount(clause, planned));
      }
      discourse.out.add(
          new Completion(
              clause, of, planned, quantity(numbers.get(numbers.size() == 1 ? 0 : i), hint())));
    }
  }

  private @Nullable Quantity planned(
      Target target, @Nullable Stage stage, @Nullable Quantity amount) {
    if (amount != null) {
      return amount;
    }
    Operand at = null;
    for (Stage candidate :
        stage != null
            ? List.of(stage)
            : List.of(Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)) {
      Operand found = discourse.topic.at(target.subject(), candidate);
      at = found == null ? at : found;
    }
    return at == null ? null : at.quantity();
  }

  /** What was done: the latest amount that is no budget. */
  private Operand done(Target target, Phrase phrase) {
    Operand latest = discourse.topic.latest(target.subject(), true);
    if (latest != null && target.year() == null) {
      Stage stage = Topic.stage(latest);
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

  /** Counts whose kind the words before them or the topic tell. */
  void counts(boolean each, List<Token> words, List<Token.Numeral> numbers) {
    String text =
        words.isEmpty()
            ? ""
            : folded.text().substring(words.getFirst().start(), words.getLast().end());
    Phrase phrase = phrase(words);
    if (phrase.subjects().size() == 1 && phrase.subjects().getFirst().charted()) {
      discourse.speakOf(discourse.subjects(phrase));
    }
    List<Target> targets = each ? targets(true, phrase, numbers.size()) : List.of();
    for (int i = 0; i < numbers.size(); i++) {
      Token.Numeral number = numbers.get(i);
      Optional<String> account = count(number.unit(), text, phrase);
      if (account.isPresent()) {
        String item = i < targets.size() ? name(targets.get(i).subject()) : null;
        Subject subject =
            new Subject(
                account.get(), true, item, null, null, null, null, null, account.get(), null);
        Frame frame = discourse.frame(phrase, null).withPeriod(phrase.period());
        discourse.out.add(
            new Count(
                clause, new Operand(Slot.of(subject), Slot.of(frame), quantity(number, hint()))));
      }
    }
  }

  private static String name(Subject subject) {
    return subject.item() == null ? subject.account() : subject.item();
  }

  private Optional<String> count(String unit, String text, Phrase phrase) {
    Optional<String> said = CountNames.standard().find(unit, text);
    if (said.isPresent()) {
      discourse.countWords = text;
      return said;
    }
    boolean names = phrase.subjects().stream().anyMatch(Subject::charted);
    String above = discourse.countWords;
    String topic =
        String.join("", discourse.topic.subjects().stream().map(Subject::account).toList());
    return names || text.length() > 8
        ? Optional.empty()
        : CountNames.standard()
            .find(unit, above + text)
            .or(() -> CountNames.standard().find(unit, topic + text));
  }

  /** A part that is named and has no amount. */
  void withoutAmount(Phrase phrase) {
    ListScope scope = discourse.lists().top();
    if (scope != null && !phrase.subjects().isEmpty()) {
      scope.missing = true;
    }
  }

  /** Words behind the last number of a clause. */
  void trailing(Phrase phrase) {
    if (phrase.subjects().size() == 1 && phrase.subjects().getFirst().charted()) {
      withoutAmount(phrase);
    }
  }

  /** The clause speaks of something without giving its amount. */
  void name(Phrase phrase) {
    if (Discourse.names(phrase)) {
      discourse.speakOf(discourse.subjects(phrase));
    }
  }

  /** A clause without number: it may set the time, name a topic, or name a part without amount. */
  void nameless(Phrase phrase, boolean item, boolean onlyName, char after, boolean opensItem) {
    if (phrase.subjects().isEmpty()) {
      if (onlyName) {
        discourse.sentenceYear =
            phrase.years().size() == 1 ? phrase.years().getFirst() : discourse.sentenceYear;
        if (phrase.years().size() > 1) {
          discourse.distributedYears = phrase.years();
        }
        discourse.sentencePeriod =
            phrase.period() == null ? discourse.sentencePeriod : phrase.period();
        discourse.sentenceStage = phrase.stage() == null ? discourse.sentenceStage : phrase.stage();
      }
      return;
    }
    boolean charted = phrase.subjects().stream().allMatch(Subject::charted);
    ListScope scope = discourse.lists().top();
    boolean part = scope != null && scope.level == 0 && !scope.isEmpty();
    if (charted && onlyName && part && after != '：') {
      withoutAmount(phrase);
    }
    if (item || (charted && (onlyName || after == '：')) || (opensItem && after == '：')) {
      discourse.speakOf(discourse.subjects(phrase));
      if (!phrase.years().isEmpty()) {
        discourse.sentenceYear = phrase.years().getLast();
      }
    }
  }

  /** A reason or purpose begins. */
  void reason() {
    Topic topic = discourse.topic;
    if (topic.subjects().size() == 1) {
      Operand latest = topic.latest(topic.subjects().getFirst(), false);
      discourse.out.add(
          new Reason(
              clause,
              latest == null
                  ? new Operand(Slot.of(topic.subjects().getFirst()), Slot.unknown(), null)
                  : latest));
    }
  }
}
