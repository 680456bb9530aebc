package org.mingzhang.statement;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.Direction;

/** Reads amounts and counts: a number with its unit, alone, distributed by 分别, or left blank. */
final class AmountReader {
  private static final String CONCERNED = "涉及";
  private static final String ARRIVED = "到位";
  private static final String INVESTMENT = "INVESTMENT";

  private final ClauseState clause;
  private final Discourse discourse;
  private final QuantityReader quantities;
  private final AmountMaker amounts;
  private final CountMaker counts;
  private final ChangeMaker changes;
  private final NumberlessClauseReader numberless;

  private static final Pattern OF_BUDGET = Pattern.compile("[追调核][加增减]");

  AmountReader(
      ClauseState clause,
      Discourse discourse,
      QuantityReader quantities,
      AmountMaker amounts,
      CountMaker counts,
      ChangeMaker changes,
      NumberlessClauseReader numberless) {
    this.clause = clause;
    this.discourse = discourse;
    this.quantities = quantities;
    this.amounts = amounts;
    this.counts = counts;
    this.changes = changes;
    this.numberless = numberless;
  }

  int readNumber(Token.Numeral number, int i) {
    if (clause.isLimitAt(i + 1) && !clause.tokens().get(i + 1).is(WordClass.LINK)) {
      clause.phraseTokens().clear();
      return i + 2;
    }
    switch (number.measure()) {
      case MONEY -> {
        return readMoney(i);
      }
      case BARE -> {
        return readBareNumber(number, i);
      }
      case PERCENT -> readLoneRate(number);
      case COUNT -> {
        ClauseState.ValueRun run = clause.readRun(i, Direction.UNSAID);
        boolean distributed = clause.isDistributed(i, i);
        counts.addCounts(distributed, clause.phraseTokens(), distributed ? run.numbers() : List.of(number));
        clause.phraseTokens().clear();
        return distributed ? run.end() : i + 1;
      }
      default -> {}
    }
    clause.phraseTokens().clear();
    return i + 1;
  }

  private int readMoney(int i) {
    ClauseState.ValueRun run = clause.readRun(i, Direction.UNSAID);
    boolean distributed = clause.isDistributed(i, i) || oneForEach(run);
    List<Token.Numeral> numbers =
        distributed ? run.numbers() : List.of((Token.Numeral) clause.tokens().get(i));
    int next = distributed ? run.end() : i + 1;
    if (usedFor(next)) {
      int end = clause.tokens().size();
      amounts.addNamedAmount(clause.tokens().subList(next + 1, end), numbers.getFirst());
      clause.phraseTokens().clear();
      return end;
    }
    if (namedBefore()) {
      amounts.addNamedAmount(discourse.unnamedWords, numbers.getFirst());
      clause.phraseTokens().clear();
      return next;
    }
    if (namedBehind(next)) {
      int end = clause.tokens().size();
      amounts.addNamedAmount(clause.tokens().subList(next, end), numbers.getFirst());
      clause.phraseTokens().clear();
      return end;
    }
    if (received() && !clause.isDistributed(i, i)) {
      amounts.addNamedAmount(List.copyOf(clause.phraseTokens()), numbers.getFirst());
      clause.phraseTokens().clear();
      return next;
    }
    boolean planned = next < clause.tokens().size() && clause.tokens().get(next).is(WordClass.PLAN);
    if (!planned && !doubtful() && !sumOfParts()) {
      if (clause.phraseTokens().stream().anyMatch(t -> t.is(WordClass.TO))) {
        discourse.sentenceYear = null;
      }
      Phrase said = beforeAdjustment(next);
      List<Token> name = said.subjects().isEmpty() ? behind(next) : List.of();
      if (name.isEmpty() && moneyOfNothing(said)) {
        amounts.addNamedAmount(List.of(clause.phraseTokens().getLast()), numbers.getFirst());
        clause.phraseTokens().clear();
        return next;
      }
      amounts.addAmounts(distributed, said.named(discourse.readPhrase(name)), numbers, false);
      Stage second = secondStage();
      if (second != null && !distributed) {
        amounts.addAmounts(false, said.withStage(second), numbers, false);
      }
      next += name.size();
    }
    clause.phraseTokens().clear();
    return next;
  }

  /** 年初预算数和决算数均为12.00万元: the first of two stages of one amount; null elsewhere. */
  private @Nullable Stage secondStage() {
    List<Token> words = clause.phraseTokens();
    boolean both = words.stream().anyMatch(t -> t.is(WordClass.BOTH));
    for (int i = 0; both && i + 2 < words.size(); i++) {
      if (words.get(i) instanceof Token.Word stage
          && stage.type() == WordClass.STAGE
          && words.get(i + 1).isConjunction()
          && words.get(i + 2).is(WordClass.STAGE)) {
        return BudgetStages.parse(stage.value());
      }
    }
    return null;
  }

  /** 由8.06亿元调整为7.52亿元: what stands before is the budget, whatever the titles speak of. */
  private Phrase beforeAdjustment(int next) {
    boolean adjusted =
        next < clause.tokens().size()
            && clause.tokens().get(next).is(WordClass.TO)
            && clause.text(clause.tokens().get(next)).startsWith("调整");
    Phrase said = discourse.readPhrase(adjusted ? beforeFrom() : clause.phraseTokens());
    return adjusted && said.stage() == null ? said.withStage(Stage.BUDGET) : said;
  }

  /** 税收收入由年初的41,000万元: what is said before 由, unless a stage of the budget stands behind it. */
  private List<Token> beforeFrom() {
    List<Token> words = clause.phraseTokens();
    int from = words.size() - 1;
    while (from > 0 && !words.get(from).is(WordClass.SPLIT)) {
      from--;
    }
    return from > 0
            && words.subList(from, words.size()).stream().noneMatch(t -> t.is(WordClass.STAGE))
        ? words.subList(0, from)
        : words;
  }

  /** 合计5,200万元 behind other amounts of its sentence is their sum, and of none of them. */
  private boolean sumOfParts() {
    return !discourse.sentenceSubjects.isEmpty()
        && saysNothing(discourse.readPhrase(clause.phraseTokens()))
        && clause.phraseTokens().stream().anyMatch(t -> t.is(WordClass.SUM))
        && clause.phraseTokens().stream()
            .allMatch(t -> t.is(WordClass.SUM) || t.is(WordClass.VERB) || t.is(WordClass.DONE));
  }

  private static boolean saysNothing(Phrase phrase) {
    return phrase.subjects().isEmpty() && phrase.flow().isEmpty();
  }

  /** 收、支总计71.3万元、74.8万元: as many amounts in a row as the phrase names accounts. */
  private boolean oneForEach(ClauseState.ValueRun run) {
    int values = run.numbers().size();
    return values > 1
        && !clause.phraseTokens().isEmpty()
        && discourse.readPhrase(clause.phraseTokens()).subjects().size() == values;
  }

  /** 200万元专项资金: the name stands behind the amount, at the end of its clause. */
  private List<Token> behind(int i) {
    if (i == clause.tokens().size() || i + 2 < clause.tokens().size()) {
      return List.of();
    }
    List<Token> rest = clause.tokens().subList(i, clause.tokens().size());
    Token last = rest.getLast();
    return rest.stream().noneMatch(t -> t instanceof Token.Numeral)
            && !rest.getFirst().is(WordClass.PURPOSE)
            && discourse.phrases.endsAsAccount(clause.text(last))
        ? rest
        : List.of();
  }

  /** 30万元用于道路维修, 一是30万元用于道路维修: within a list the purpose names the part. */
  private boolean usedFor(int i) {
    ListScope scope = discourse.lists().innermost();
    return clause.phraseTokens().stream().allMatch(t -> t.is(WordClass.VERB) || t.is(WordClass.AMONG))
        && (scope != null || clause.opensItem())
        && i + 1 < clause.tokens().size()
        && clause.tokens().get(i).is(WordClass.PURPOSE)
        && !clause.tokens().subList(i, clause.tokens().size()).stream()
            .anyMatch(Token.Numeral.class::isInstance);
  }

  /** 资金及时到位39万元, 实际到位资金39万元: money that came in is no amount of what is spoken of, and no plan. */
  private boolean received() {
    List<Token> words = clause.phraseTokens();
    if (words.size() < 2 || words.size() > 5) {
      return false;
    }
    Token first = words.getFirst();
    Token last = words.getLast();
    return (first.is(WordClass.NOUN)
            && last.is(WordClass.PLAN)
            && clause.text(last).endsWith(ARRIVED))
        || (words.size() == 2 && last.is(WordClass.NOUN) && clause.text(first).endsWith(ARRIVED));
  }

  /** 接待检查组，金额0.3万元: within a list, the clause before names the part. */
  private boolean namedBefore() {
    return !discourse.unnamedWords.isEmpty()
        && discourse.lists().innermost() != null
        && !clause.phraseTokens().isEmpty()
        && clause.phraseTokens().stream().allMatch(t -> t.is(WordClass.NOUN) || t.is(WordClass.VERB));
  }

  /** 资金150.2万元 where nothing else is spoken of. */
  private boolean moneyOfNothing(Phrase said) {
    return said.subjects().isEmpty()
        && said.flow().isEmpty()
        && said.fund() == null
        && discourse.topic.subjects().isEmpty()
        && !clause.phraseTokens().isEmpty()
        && clause.text(clause.phraseTokens().getLast()).equals("资金");
  }

  /** 其中15万元上缴市总工会，24万元本级使用: within a list, words that say nothing else name the part. */
  private boolean namedBehind(int i) {
    ListScope scope = discourse.lists().innermost();
    if (scope == null || i >= clause.tokens().size()) {
      return false;
    }
    List<Token> rest = clause.tokens().subList(i, clause.tokens().size());
    return clause.phraseTokens().stream().allMatch(t -> t.is(WordClass.AMONG))
        && rest.stream().anyMatch(Token.Text.class::isInstance)
        && rest.stream().allMatch(AmountReader::plain);
  }

  /** Whether a token may be part of a name and begins no predicate. */
  private static boolean plain(Token token) {
    return token instanceof Token.Text
        || token instanceof Token.Name
        || token.is(WordClass.VERB)
        || token.is(WordClass.SCOPE)
        || token.is(WordClass.SUM)
        || token.is(WordClass.POSITION)
        || token.is(WordClass.LINK)
        || token.is(WordClass.NOUN);
  }

  /** Whether the words right before a number make it a plan, a limit or an approximation. */
  private boolean doubtful() {
    boolean budget =
        (discourse.context.frame().stage() != null
                && BudgetStages.isBudget(Objects.requireNonNull(discourse.context.frame().stage())))
            || plansLaterYear();
    for (int i = 0; i < clause.phraseTokens().size(); i++) {
      Token token = clause.phraseTokens().get(i);
      if (token.is(WordClass.PLAN) && (!budget || isInvestment(token)) && i < 2) {
        return true;
      }
      if (i < clause.phraseTokens().size() - 3) {
        continue;
      }
      if (token.is(WordClass.THRESHOLD)
          || (i == clause.phraseTokens().size() - 1 && token.is(WordClass.APPROXIMATE))
          || (token.is(WordClass.PLAN) && (!budget || isInvestment(token)))
          || token.is(WordClass.UP)
          || token.is(WordClass.DOWN)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a government's report on one year speaks of the budget of a later one that its title
   * names: 2022年预算执行情况和2023年预算草案.
   */
  private boolean plansLaterYear() {
    Frame report = discourse.context.frame();
    Integer year = report.year();
    return year != null
        && report.stage() == Stage.EXECUTION
        && discourse.context.chart() == Chart.governments()
        && discourse.referenceYear() > year
        && String.valueOf(discourse.context.agency()).contains(discourse.referenceYear() + "年")
        && clause.phraseTokens().stream().anyMatch(NameWindowFinder::isNameLike);
  }

  /** Whether a word says what a project costs over all its years, which is no budget of one. */
  private static boolean isInvestment(Token token) {
    return token instanceof Token.Word word && word.value().equals(INVESTMENT);
  }

  /** A number without unit: money if the text around speaks of an account and a unit is known. */
  private int readBareNumber(Token.Numeral number, int i) {
    boolean last = i + 1 == clause.tokens().size();
    boolean stops =
        last
            ? clause.markAfter() != 0
            : ChangeReader.endsBase(clause.tokens().get(i + 1))
                || clause.tokens().get(i + 1).is(WordClass.CONSISTS);
    boolean money = stops && quantities.hasDefaultUnit() && !clause.phraseTokens().isEmpty() && !doubtful();
    if (!money) {
      boolean goesOn = !last && !(clause.tokens().get(i + 1) instanceof Token.Mark);
      boolean broken =
          !clause.phraseTokens().isEmpty()
              && clause.phraseTokens().getLast() instanceof Token.Name
              && number.printed().contains(".");
      if (goesOn && !broken) {
        return -1;
      }
      numberless.markMissingAmount(discourse.readPhrase(clause.phraseTokens()));
      clause.phraseTokens().clear();
      return i + 1;
    }
    Phrase said = discourse.readPhrase(clause.phraseTokens());
    if (said.subjects().stream().anyMatch(Subject::charted)
        || (said.subjects().isEmpty() && said.stage() != null)) {
      amounts.addAmounts(false, said, List.of(number), true);
    }
    clause.phraseTokens().clear();
    return i + 1;
  }

  /** A percent alone in brackets behind a change is its rate. */
  private void readLoneRate(Token.Numeral number) {
    if (clause.markBefore() == '(' && clause.tokens().size() == 1) {
      changes.addBracketedRate(number);
    }
  }

  /**
   * 年中追加420.50万元: what was added to a budget is no amount of what is spoken of; the money of
   * projects that are counted, 涉及资金86万元, is told under its own words.
   */
  int readAdjustment(int i) {
    int j = clause.skipFillers(i + 1);
    if (j >= clause.tokens().size() || !(clause.tokens().get(j) instanceof Token.Numeral)) {
      return -1;
    }
    Token.Numeral number = (Token.Numeral) clause.tokens().get(j);
    String word = clause.text(clause.tokens().get(i));
    boolean concerned = word.startsWith(CONCERNED);
    discourse.budgetAdjusted |= OF_BUDGET.matcher(word).find();
    if (concerned && number.measure() == Quantity.Measure.MONEY) {
      Stage stage = word.contains("预算") ? Stage.BUDGET : null;
      amounts.addNamedAmount(clause.tokens().subList(i, j), stage, number);
    }
    clause.phraseTokens().clear();
    return j + 1;
  }

  int readBlank(int i) {
    numberless.markMissingAmount(discourse.readPhrase(clause.phraseTokens()));
    clause.phraseTokens().clear();
    return i + 1;
  }
}
