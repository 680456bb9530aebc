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

  private final OpenClause clause;
  private final Discourse discourse;
  private final Quantities quantities;
  private final AmountMaker amounts;
  private final CountMaker counts;
  private final ChangeMaker changes;
  private final Mentions mentions;

  private static final Pattern OF_BUDGET = Pattern.compile("[追调核][加增减]");

  AmountReader(
      OpenClause clause,
      Discourse discourse,
      Quantities quantities,
      AmountMaker amounts,
      CountMaker counts,
      ChangeMaker changes,
      Mentions mentions) {
    this.clause = clause;
    this.discourse = discourse;
    this.quantities = quantities;
    this.amounts = amounts;
    this.counts = counts;
    this.changes = changes;
    this.mentions = mentions;
  }

  int number(Token.Numeral number, int i) {
    if (clause.limited(i + 1) && !clause.tokens().get(i + 1).is(WordClass.LINK)) {
      clause.phrase().clear();
      return i + 2;
    }
    switch (number.measure()) {
      case MONEY -> {
        return money(i);
      }
      case BARE -> {
        return bare(number, i);
      }
      case PERCENT -> loneRate(number);
      case COUNT -> {
        OpenClause.Run run = clause.run(i, Direction.UNSAID);
        boolean each = clause.distributed(i, i);
        counts.counts(each, clause.phrase(), each ? run.numbers() : List.of(number));
        clause.phrase().clear();
        return each ? run.end() : i + 1;
      }
      default -> {}
    }
    clause.phrase().clear();
    return i + 1;
  }

  private int money(int i) {
    OpenClause.Run run = clause.run(i, Direction.UNSAID);
    boolean each = clause.distributed(i, i) || oneForEach(run);
    List<Token.Numeral> numbers =
        each ? run.numbers() : List.of((Token.Numeral) clause.tokens().get(i));
    int next = each ? run.end() : i + 1;
    if (usedFor(next)) {
      int end = clause.tokens().size();
      amounts.amountOf(clause.tokens().subList(next + 1, end), numbers.getFirst());
      clause.phrase().clear();
      return end;
    }
    if (namedBefore()) {
      amounts.amountOf(discourse.unnamed, numbers.getFirst());
      clause.phrase().clear();
      return next;
    }
    if (namedBehind(next)) {
      int end = clause.tokens().size();
      amounts.amountOf(clause.tokens().subList(next, end), numbers.getFirst());
      clause.phrase().clear();
      return end;
    }
    if (received() && !clause.distributed(i, i)) {
      amounts.amountOf(List.copyOf(clause.phrase()), numbers.getFirst());
      clause.phrase().clear();
      return next;
    }
    boolean planned = next < clause.tokens().size() && clause.tokens().get(next).is(WordClass.PLAN);
    if (!planned && !doubtful() && !sumOfParts()) {
      if (clause.phrase().stream().anyMatch(t -> t.is(WordClass.TO))) {
        discourse.sentenceYear = null;
      }
      Phrase said = beforeAdjustment(next);
      List<Token> name = said.subjects().isEmpty() ? behind(next) : List.of();
      if (name.isEmpty() && moneyOfNothing(said)) {
        amounts.amountOf(List.of(clause.phrase().getLast()), numbers.getFirst());
        clause.phrase().clear();
        return next;
      }
      amounts.amounts(each, said.named(discourse.phrase(name)), numbers, false);
      Stage second = secondStage();
      if (second != null && !each) {
        amounts.amounts(false, said.withStage(second), numbers, false);
      }
      next += name.size();
    }
    clause.phrase().clear();
    return next;
  }

  /** 年初预算数和决算数均为12.00万元: the first of two stages of one amount; null elsewhere. */
  private @Nullable Stage secondStage() {
    List<Token> words = clause.phrase();
    boolean both = words.stream().anyMatch(t -> t.is(WordClass.BOTH));
    for (int i = 0; both && i + 2 < words.size(); i++) {
      if (words.get(i) instanceof Token.Word stage
          && stage.type() == WordClass.STAGE
          && words.get(i + 1).joins()
          && words.get(i + 2).is(WordClass.STAGE)) {
        return Stages.of(stage.value());
      }
    }
    return null;
  }

  /** 由8.06亿元调整为7.52亿元: what stands before is the budget, whatever the titles speak of. */
  private Phrase beforeAdjustment(int next) {
    boolean adjusted =
        next < clause.tokens().size()
            && clause.tokens().get(next).is(WordClass.TO)
            && clause.text(clause.tokens().get(next)).startsWith("调");
    ListScope list = discourse.lists().top();
    if (adjusted && list != null) {
      list.more = true; // what was adjusted is named, and not what stayed as it was
    }
    Phrase said = discourse.phrase(adjusted ? beforeFrom() : clause.phrase());
    return adjusted && said.stage() == null ? said.withStage(Stage.BUDGET) : said;
  }

  /** 税收收入由年初的41,000万元: what is said before 由, unless a stage of the budget stands behind it. */
  private List<Token> beforeFrom() {
    List<Token> words = clause.phrase();
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
    return !discourse.recent.isEmpty()
        && saysNothing(discourse.phrase(clause.phrase()))
        && clause.phrase().stream().anyMatch(t -> t.is(WordClass.SUM))
        && clause.phrase().stream()
            .allMatch(t -> t.is(WordClass.SUM) || t.is(WordClass.VERB) || t.is(WordClass.DONE));
  }

  private static boolean saysNothing(Phrase phrase) {
    return phrase.subjects().isEmpty() && phrase.flow().isEmpty();
  }

  /**
   * 收、支总计71.3万元、74.8万元: as many amounts in a row as there are accounts that the phrase names or
   * that were spoken of together before it.
   */
  private boolean oneForEach(OpenClause.Run run) {
    int values = run.numbers().size();
    return values > 1
        && !clause.phrase().isEmpty()
        && discourse.subjects(discourse.phrase(clause.phrase())).size() == values;
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
            && discourse.phrases.accountNoun(clause.text(last))
        ? rest
        : List.of();
  }

  /** 30万元用于道路维修, 一是30万元用于道路维修: within a list the purpose names the part. */
  private boolean usedFor(int i) {
    ListScope scope = discourse.lists().top();
    return clause.phrase().stream().allMatch(t -> t.is(WordClass.VERB) || t.is(WordClass.AMONG))
        && (scope != null || clause.opensItem())
        && i + 1 < clause.tokens().size()
        && clause.tokens().get(i).is(WordClass.PURPOSE)
        && !clause.tokens().subList(i, clause.tokens().size()).stream()
            .anyMatch(Token.Numeral.class::isInstance);
  }

  /** 资金及时到位39万元, 实际到位资金39万元: money that came in is no amount of what is spoken of, and no plan. */
  private boolean received() {
    List<Token> words = clause.phrase();
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
    return !discourse.unnamed.isEmpty()
        && discourse.lists().top() != null
        && !clause.phrase().isEmpty()
        && clause.phrase().stream().allMatch(t -> t.is(WordClass.NOUN) || t.is(WordClass.VERB));
  }

  /** 资金150.2万元 where nothing else is spoken of. */
  private boolean moneyOfNothing(Phrase said) {
    return said.subjects().isEmpty()
        && said.flow().isEmpty()
        && said.fund() == null
        && discourse.topic.subjects().isEmpty()
        && !clause.phrase().isEmpty()
        && clause.text(clause.phrase().getLast()).equals("资金");
  }

  /** 其中15万元上缴市总工会，24万元本级使用: within a list, words that say nothing else name the part. */
  private boolean namedBehind(int i) {
    ListScope scope = discourse.lists().top();
    if (scope == null || i >= clause.tokens().size()) {
      return false;
    }
    List<Token> rest = clause.tokens().subList(i, clause.tokens().size());
    return clause.phrase().stream().allMatch(t -> t.is(WordClass.AMONG))
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
        (discourse.setting.frame().stage() != null
                && Stages.isBudget(Objects.requireNonNull(discourse.setting.frame().stage())))
            || plansLaterYear();
    for (int i = 0; i < clause.phrase().size(); i++) {
      Token token = clause.phrase().get(i);
      if (token.is(WordClass.PLAN) && (!budget || isInvestment(token)) && i < 2) {
        return true;
      }
      if (i < clause.phrase().size() - 3) {
        continue;
      }
      if (token.is(WordClass.THRESHOLD)
          || (i == clause.phrase().size() - 1 && token.is(WordClass.APPROXIMATE))
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
    Frame report = discourse.setting.frame();
    Integer year = report.year();
    return year != null
        && report.stage() == Stage.EXECUTION
        && discourse.setting.chart() == Chart.governments()
        && discourse.yearSpoken() > year
        && String.valueOf(discourse.setting.agency()).contains(discourse.yearSpoken() + "年")
        && clause.phrase().stream().anyMatch(PhraseCore::nameLike);
  }

  /** Whether a word says what a project costs over all its years, which is no budget of one. */
  private static boolean isInvestment(Token token) {
    return token instanceof Token.Word word && word.value().equals(INVESTMENT);
  }

  /** A number without unit: money if the text around speaks of an account and a unit is known. */
  private int bare(Token.Numeral number, int i) {
    boolean last = i + 1 == clause.tokens().size();
    boolean stops =
        last
            ? clause.after() != 0
            : ChangeReader.ends(clause.tokens().get(i + 1))
                || clause.tokens().get(i + 1).is(WordClass.CONSISTS);
    boolean money = stops && quantities.unitKnown() && !clause.phrase().isEmpty() && !doubtful();
    if (!money) {
      boolean goesOn = !last && !(clause.tokens().get(i + 1) instanceof Token.Mark);
      boolean broken =
          !clause.phrase().isEmpty()
              && clause.phrase().getLast() instanceof Token.Name
              && number.printed().contains(".");
      if (goesOn && !broken) {
        return -1;
      }
      mentions.withoutAmount(discourse.phrase(clause.phrase()));
      clause.phrase().clear();
      return i + 1;
    }
    Phrase said = discourse.phrase(clause.phrase());
    if (said.subjects().stream().anyMatch(Subject::charted)
        || (said.subjects().isEmpty() && said.stage() != null)) {
      amounts.amounts(false, said, List.of(number), true);
    }
    clause.phrase().clear();
    return i + 1;
  }

  /** A percent alone in brackets behind a change is its rate. */
  private void loneRate(Token.Numeral number) {
    if (clause.before() == '(' && clause.tokens().size() == 1) {
      changes.rateInBrackets(number);
    }
  }

  /**
   * 年中追加420.50万元: what was added to a budget is no amount of what is spoken of; the money of
   * projects that are counted, 涉及资金86万元, is told under its own words.
   */
  int adjustment(int i) {
    int j = clause.behindFillers(i + 1);
    if (j >= clause.tokens().size() || !(clause.tokens().get(j) instanceof Token.Numeral)) {
      return -1;
    }
    Token.Numeral number = (Token.Numeral) clause.tokens().get(j);
    String word = clause.text(clause.tokens().get(i));
    boolean concerned = word.startsWith(CONCERNED);
    discourse.budgetAdjusted |= OF_BUDGET.matcher(word).find();
    if (concerned && number.measure() == Quantity.Measure.MONEY) {
      Stage stage = word.contains("预算") ? Stage.BUDGET : null;
      amounts.amountOf(clause.tokens().subList(i, j), stage, number);
    }
    clause.phrase().clear();
    return j + 1;
  }

  int blank(int i) {
    mentions.withoutAmount(discourse.phrase(clause.phrase()));
    clause.phrase().clear();
    return i + 1;
  }
}
