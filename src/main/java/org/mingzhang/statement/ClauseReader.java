package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Statement.Introduction;

/**
 * Reads one clause after the other. The grammar, from left to right within a clause:
 *
 * <pre>
 * clause     = [connective] { predicate }
 * predicate  = [phrase] amount | [phrase] [base] direction number | [phrase] [base] same
 *            | [phrase] 占 whole [amount] 的 percent | [phrase] 完成 budget [amount] 的 percent
 *            | [phrase] 执行率 percent | [phrase] count
 * base       = 比 phrase [amount] | 与 phrase 相比
 * amount     = number | 分别为 number { 、 number }
 * </pre>
 *
 * A phrase that names nothing speaks of the topic. What fits no predicate says nothing.
 */
final class ClauseReader {
  /** Most tokens between 比 and what it compares with. */
  private static final int FARTHEST = 30;

  private final FoldedText folded;
  private final SpanMaker spans;
  private final Discourse discourse;
  private final StatementMaker maker;
  private final Token.@Nullable Numeral unitHint;

  private List<Token> tokens = List.of();
  private List<Token> phrase = new ArrayList<>();
  private Clause clause;

  ClauseReader(
      FoldedText folded, SpanMaker spans, Discourse discourse, Token.@Nullable Numeral unitHint) {
    this.folded = folded;
    this.spans = spans;
    this.discourse = discourse;
    this.maker = new StatementMaker(folded, spans, discourse);
    this.unitHint = unitHint;
    this.clause = new Clause(List.of(), (char) 0, (char) 0, null, 0, 0);
  }

  /** Reads a clause. */
  void read(Clause next) {
    clause = next;
    Token.Bullet bullet = clause.bullet();
    if (bullet != null) {
      discourse.bullet(bullet);
    }
    tokens = clause.tokens();
    phrase = new ArrayList<>();
    maker.clause(spans.span(clause.start(), clause.end()));
    if (!tokens.isEmpty() && (discourse.reason == null || resumes())) {
      discourse.reason = null;
      body();
    } else if (!tokens.isEmpty() && clause.after() == '：') {
      discourse.reasonGoesOn = true;
    }
    switch (clause.after()) {
      case '。', '\n' -> discourse.sentenceEnd();
      case '；' -> {
        if (!discourse.reasonGoesOn) {
          discourse.reason = null;
        }
        discourse.sentencePerimeter = null;
      }
      case '(' -> discourse.openBracket();
      case ')' -> discourse.closeBracket();
      default -> {}
    }
  }

  /** Whether a clause behind a purpose speaks of the topic again. */
  private boolean resumes() {
    if (discourse.reason != WordClass.PURPOSE) {
      return false;
    }
    Token first = tokens.getFirst();
    return is(first, WordClass.SHARE)
        || is(first, WordClass.BASE)
        || is(first, WordClass.COMPARE)
        || (is(first, WordClass.WITH) && tokens.size() > 1 && fixesTime(tokens.get(1)))
        || is(first, WordClass.AMONG)
        || completionAhead(0) > 0
        || first instanceof Token.Item
        || (clause.before() != '：'
            && clause.before() != '、'
            && clause.hasNumber()
            && startsWithName());
  }

  /** Whether a clause begins with a name of the chart, maybe behind a time or one more word. */
  private boolean startsWithName() {
    return tokens.getFirst() instanceof Token.Name
        || (tokens.size() > 1
            && tokens.get(1) instanceof Token.Name
            && (tokens.getFirst() instanceof Token.Time
                || (tokens.getFirst() instanceof Token.Text text
                    && text.end() - text.start() <= 2)));
  }

  private void body() {
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      int next =
          switch (token) {
            case Token.Numeral number -> number(number, i);
            case Token.Blank blank -> blank(i);
            case Token.Word word -> word(word, i);
            default -> -1;
          };
      if (next < 0) {
        phrase.add(token);
        next = i + 1;
      }
      i = next;
    }
    if (!phrase.isEmpty()) {
      rest();
    }
  }

  /** Reads a word that begins a predicate; -1 where it is part of the phrase. */
  private int word(Token.Word word, int i) {
    int completion = completionAhead(i);
    if (completion > 0) {
      return completion(i, completion);
    }
    return switch (word.type()) {
      case COMPARE -> compares(i + 1) ? base(i + 1) : -1;
      case LIKENESS -> i + 1 < tokens.size() && fixesTime(i + 1) ? base(i + 1) : -1;
      case WITH -> i + 1 < tokens.size() && fixesTime(i + 1) ? base(i + 1) : -1;
      case BASE -> sameBase(word, i);
      case SAME -> same(i);
      case AVERAGE -> average(i);
      case UP, DOWN, UNSAID -> direction(word, i);
      case SHARE -> share(i);
      case RATIO -> ratio(i, false);
      case COMPLETION_RATE -> ratio(i, true);
      case AMONG -> list(Introduction.AMONG, i);
      case CONSISTS -> list(Introduction.CONSISTS, i);
      case BY, SPLIT -> split(i);
      case ADD -> added(i);
      case MORE -> more();
      case CAUSE -> cause(i);
      case PURPOSE -> purpose(i);
      default -> -1;
    };
  }

  static boolean is(Token token, WordClass type) {
    return PhraseReader.is(token, type);
  }

  private static boolean fixesTime(Token token) {
    return token instanceof Token.Time || is(token, WordClass.YEAR) || is(token, WordClass.STAGE);
  }

  /** Whether 与 is followed by a time or stage, maybe behind whose it is. */
  private boolean fixesTime(int i) {
    for (int j = i; j < Math.min(tokens.size(), i + 4); j++) {
      Token token = tokens.get(j);
      if (fixesTime(token)) {
        return j > i || j + 1 < tokens.size() || clause.after() == '，';
      }
      if (!is(token, WordClass.SCOPE) && !is(token, WordClass.LINK)) {
        return false;
      }
    }
    return false;
  }

  /** Whether what follows 比 is compared with: a time, a stage or a number before a direction. */
  private boolean compares(int from) {
    for (int j = from; j < Math.min(tokens.size(), from + FARTHEST); j++) {
      Token token = tokens.get(j);
      if (fixesTime(token)
          || is(token, WordClass.UP)
          || is(token, WordClass.DOWN)
          || is(token, WordClass.SAME)
          || is(token, WordClass.LIKENESS)) {
        return true;
      }
    }
    return false;
  }

  /** Reads what is compared with, up to the direction, 相比 or the end of the clause. */
  private int base(int from) {
    List<Token> words = new ArrayList<>();
    Quantity quantity = null;
    int i = from;
    for (; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token instanceof Token.Numeral number) {
        if (quantity != null || number.measure() == Quantity.Measure.PERCENT) {
          break;
        }
        quantity = maker.quantity(number, unitHint);
      } else if (is(token, WordClass.LIKENESS)) {
        i++;
        break;
      } else if (ends(token)) {
        break;
      } else if (quantity == null) {
        words.add(token);
      } else if (!is(token, WordClass.LINK)) {
        break;
      }
    }
    discourse.base = new Discourse.Base(maker.phrase(words), quantity);
    discourse.lastChanges = List.of();
    return i;
  }

  private static boolean ends(Token token) {
    return is(token, WordClass.UP)
        || is(token, WordClass.DOWN)
        || is(token, WordClass.UNSAID)
        || is(token, WordClass.SAME)
        || is(token, WordClass.EACH)
        || is(token, WordClass.BOTH)
        || is(token, WordClass.AVERAGE)
        || is(token, WordClass.BASIS);
  }

  private int sameBase(Token.Word word, int i) {
    Integer year = word.value().equals("-") ? null : maker.yearSpoken() - 1;
    Phrase last =
        new Phrase(
            List.of(),
            false,
            "",
            null,
            year == null || year < 1 ? List.of() : List.of(year),
            null,
            null,
            null,
            null,
            false,
            false,
            false,
            false,
            false);
    discourse.base = new Discourse.Base(last, null);
    discourse.lastChanges = List.of();
    return i + 1;
  }

  private int same(int i) {
    maker.same(maker.phrase(phrase), (Token.Word) tokens.get(i));
    phrase.clear();
    return i + 1;
  }

  /** A rate of several years, or one compared with another region's, is no rate of the year. */
  private int average(int i) {
    phrase.clear();
    int j = i + 1;
    while (j < tokens.size() && !(tokens.get(j) instanceof Token.Numeral)) {
      j++;
    }
    return j + 1;
  }

  /** Reads the number of a direction; the word is part of a name where none follows. */
  private int direction(Token.Word word, int i) {
    int j = i + 1;
    while (j < tokens.size() && filler(tokens.get(j))) {
      j++;
    }
    if (j >= tokens.size() || !(tokens.get(j) instanceof Token.Numeral)) {
      return -1;
    }
    Direction direction =
        word.type() == WordClass.UP
            ? Direction.INCREASE
            : word.type() == WordClass.DOWN ? Direction.DECREASE : Direction.UNSAID;
    boolean near = tokens.subList(i + 1, j).stream().anyMatch(t -> is(t, WordClass.APPROXIMATE));
    Run run = run(j, direction);
    if (!near) {
      maker.changes(distributed(i, j), maker.phrase(phrase), run.numbers(), run.directions());
    }
    phrase.clear();
    return limited(run.end()) ? run.end() + 1 : run.end();
  }

  private boolean limited(int i) {
    return i < tokens.size() && is(tokens.get(i), WordClass.THRESHOLD);
  }

  private static boolean filler(Token token) {
    return is(token, WordClass.VERB)
        || is(token, WordClass.DONE)
        || is(token, WordClass.EACH)
        || is(token, WordClass.BOTH)
        || is(token, WordClass.APPROXIMATE)
        || is(token, WordClass.NOUN)
        || is(token, WordClass.SUM)
        || is(token, WordClass.LINK);
  }

  /** Whether 分别 stands in the phrase before or among these tokens. */
  private boolean distributed(int from, int to) {
    return phrase.stream().anyMatch(t -> is(t, WordClass.EACH))
        || tokens.subList(from, to).stream().anyMatch(t -> is(t, WordClass.EACH));
  }

  /** The values of 分别: numbers joined by 、 or 和, each with its own direction or that before. */
  private record Run(List<Token.Numeral> numbers, List<Direction> directions, int end) {}

  private Run run(int from, Direction direction) {
    List<Token.Numeral> numbers = new ArrayList<>();
    List<Direction> directions = new ArrayList<>();
    Direction said = direction;
    int end = from;
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token instanceof Token.Numeral number) {
        if (!numbers.isEmpty() && !joined(i, end)) {
          break;
        }
        numbers.add(number);
        directions.add(said);
        end = i + 1;
      } else if (is(token, WordClass.UP) || is(token, WordClass.DOWN)) {
        said = is(token, WordClass.UP) ? Direction.INCREASE : Direction.DECREASE;
      } else if (!joint(token)) {
        break;
      }
    }
    return new Run(numbers, directions, end);
  }

  private boolean joined(int i, int end) {
    return i > end && tokens.subList(end, i).stream().anyMatch(ClauseReader::joint);
  }

  private static boolean joint(Token token) {
    return (token instanceof Token.Mark mark && (mark.mark() == '、' || mark.mark() == '，'))
        || is(token, WordClass.WITH)
        || (token instanceof Token.Word word
            && word.type() == WordClass.LINK
            && word.value().equals("and"));
  }

  /** 占 whole [amount] 的 percent; a whole that is only a budget makes it a completion. */
  private int share(int i) {
    List<Token> whole = new ArrayList<>();
    Quantity amount = null;
    for (int j = i + 1; j < tokens.size(); j++) {
      Token token = tokens.get(j);
      if (token instanceof Token.Numeral number) {
        if (number.measure() == Quantity.Measure.PERCENT) {
          Run run = run(j, Direction.UNSAID);
          maker.shares(
              distributed(i, j), maker.phrase(phrase), maker.phrase(whole), amount, run.numbers());
          phrase.clear();
          return run.end();
        }
        if (amount != null || number.measure() == Quantity.Measure.COUNT) {
          return -1;
        }
        amount = maker.quantity(number, unitHint);
      } else if (!is(token, WordClass.RATIO)) {
        whole.add(token);
      }
    }
    return -1;
  }

  /** 占比 percent, 执行率 percent. */
  private int ratio(int i, boolean completion) {
    int j = i + 1;
    while (j < tokens.size() && filler(tokens.get(j))) {
      j++;
    }
    if (j >= tokens.size()
        || !(tokens.get(j) instanceof Token.Numeral number)
        || number.measure() != Quantity.Measure.PERCENT) {
      return -1;
    }
    Run run = run(j, Direction.UNSAID);
    boolean each = distributed(i, j);
    if (completion) {
      maker.completions(each, maker.phrase(phrase), Phrase.EMPTY, null, run.numbers());
    } else {
      maker.shares(each, maker.phrase(phrase), Phrase.EMPTY, null, run.numbers());
    }
    phrase.clear();
    return run.end();
  }

  /**
   * Place of the percent of 完成 budget [amount] 的 percent that begins at {@code i}; 0 where nothing
   * of the kind begins there.
   */
  private int completionAhead(int i) {
    Token token = tokens.get(i);
    boolean done =
        is(token, WordClass.DONE)
            || (token instanceof Token.Word w && text(w).matches("完成|累计完成|实际完成|执行|实现|达到|为"));
    if (!done && !is(token, WordClass.SHARE)) {
      return 0;
    }
    boolean budget = false;
    for (int j = i + 1; j < tokens.size(); j++) {
      Token next = tokens.get(j);
      if (next instanceof Token.Numeral number) {
        if (number.measure() == Quantity.Measure.PERCENT) {
          return budget ? j : 0;
        }
        if (!budget || number.measure() != Quantity.Measure.MONEY) {
          return 0;
        }
      } else if (is(next, WordClass.STAGE)) {
        budget |= Stages.isBudget(Stages.of(((Token.Word) next).value()));
      } else if (next instanceof Token.Name && !is(token, WordClass.SHARE)) {
        String name = text(next);
        budget |= name.endsWith("预算") || name.endsWith("预算数");
      } else if (!within(next)) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean within(Token token) {
    return token instanceof Token.Time
        || is(token, WordClass.YEAR)
        || is(token, WordClass.SCOPE)
        || is(token, WordClass.LINK)
        || is(token, WordClass.NOUN)
        || is(token, WordClass.RATIO)
        || is(token, WordClass.VERB)
        || is(token, WordClass.DONE)
        || is(token, WordClass.FUND)
        || is(token, WordClass.EACH)
        || is(token, WordClass.BOTH);
  }

  private int completion(int i, int percent) {
    List<Token> budget = new ArrayList<>();
    Quantity amount = null;
    for (Token token : tokens.subList(i + 1, percent)) {
      if (token instanceof Token.Numeral number) {
        amount = maker.quantity(number, unitHint);
      } else {
        budget.add(token);
      }
    }
    Run run = run(percent, Direction.UNSAID);
    boolean each = distributed(i, percent);
    maker.completions(each, maker.phrase(phrase), maker.phrase(budget), amount, run.numbers());
    phrase.clear();
    return run.end();
  }

  private int number(Token.Numeral number, int i) {
    if (limited(i + 1) && !is(tokens.get(i + 1), WordClass.LINK)) {
      phrase.clear();
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
        Run run = run(i, Direction.UNSAID);
        boolean each = distributed(i, i);
        maker.counts(each, phrase, each ? run.numbers() : List.of(number));
        phrase.clear();
        return each ? run.end() : i + 1;
      }
      default -> {}
    }
    phrase.clear();
    return i + 1;
  }

  private int money(int i) {
    boolean each = distributed(i, i);
    Run run = run(i, Direction.UNSAID);
    List<Token.Numeral> numbers = each ? run.numbers() : List.of((Token.Numeral) tokens.get(i));
    int next = each ? run.end() : i + 1;
    if (usedFor(next)) {
      int end = tokens.size();
      maker.amountOf(tokens.subList(next + 1, end), numbers.getFirst());
      phrase.clear();
      return end;
    }
    boolean planned = next < tokens.size() && is(tokens.get(next), WordClass.PLAN);
    if (!planned && !doubtful()) {
      Phrase said = maker.phrase(phrase);
      List<Token> name = said.subjects().isEmpty() ? behind(next) : List.of();
      maker.amounts(each, said.named(maker.phrase(name)), numbers, false);
      next += name.size();
    }
    phrase.clear();
    return next;
  }

  /** 200万元专项资金: the name stands behind the amount, at the end of its clause. */
  private List<Token> behind(int i) {
    if (i == tokens.size() || i + 2 < tokens.size()) {
      return List.of();
    }
    List<Token> rest = tokens.subList(i, tokens.size());
    Token last = rest.getLast();
    return rest.stream().noneMatch(t -> t instanceof Token.Numeral)
            && !is(rest.getFirst(), WordClass.PURPOSE)
            && discourse.phrases.accountNoun(text(last))
        ? rest
        : List.of();
  }

  /** 30万元用于道路维修: within a list the purpose names the part. */
  private boolean usedFor(int i) {
    ListScope scope = discourse.lists().top();
    return phrase.stream().allMatch(t -> is(t, WordClass.VERB) || is(t, WordClass.AMONG))
        && scope != null
        && i + 1 < tokens.size()
        && is(tokens.get(i), WordClass.PURPOSE)
        && !tokens.subList(i, tokens.size()).stream().anyMatch(Token.Numeral.class::isInstance);
  }

  /** Whether the words right before a number make it a plan, a limit or an approximation. */
  private boolean doubtful() {
    boolean budget =
        discourse.setting.frame().stage() != null
            && Stages.isBudget(Objects.requireNonNull(discourse.setting.frame().stage()));
    for (int i = 0; i < phrase.size(); i++) {
      Token token = phrase.get(i);
      if (is(token, WordClass.PLAN) && !budget && i < 2) {
        return true;
      }
      if (i < phrase.size() - 3) {
        continue;
      }
      if (is(token, WordClass.THRESHOLD)
          || (i == phrase.size() - 1 && is(token, WordClass.APPROXIMATE))
          || (is(token, WordClass.PLAN) && !budget)
          || is(token, WordClass.UP)
          || is(token, WordClass.DOWN)) {
        return true;
      }
    }
    return false;
  }

  /** A number without unit: money if the text around speaks of an account and a unit is known. */
  private int bare(Token.Numeral number, int i) {
    boolean last = i + 1 == tokens.size();
    boolean stops =
        last
            ? clause.after() != 0
            : ends(tokens.get(i + 1)) || is(tokens.get(i + 1), WordClass.CONSISTS);
    boolean money = stops && maker.unitKnown(unitHint) && !phrase.isEmpty() && !doubtful();
    if (!money) {
      boolean goesOn = !last && !(tokens.get(i + 1) instanceof Token.Mark);
      boolean broken =
          !phrase.isEmpty()
              && phrase.getLast() instanceof Token.Name
              && number.printed().contains(".");
      if (goesOn && !broken) {
        return -1;
      }
      maker.withoutAmount(maker.phrase(phrase));
      phrase.clear();
      return i + 1;
    }
    Phrase said = maker.phrase(phrase);
    if (said.subjects().stream().anyMatch(Subject::charted)
        || (said.subjects().isEmpty() && said.stage() != null)) {
      maker.amounts(false, said, List.of(number), true);
    }
    phrase.clear();
    return i + 1;
  }

  /** A percent alone in brackets behind a change is its rate. */
  private void loneRate(Token.Numeral number) {
    if (clause.before() == '(' && tokens.size() == 1) {
      maker.rateInBrackets(number);
    }
  }

  private int blank(int i) {
    maker.withoutAmount(maker.phrase(phrase));
    phrase.clear();
    return i + 1;
  }

  private int list(Introduction introduction, int i) {
    if (!phrase.isEmpty()) {
      maker.name(maker.phrase(phrase));
      phrase.clear();
    }
    discourse.openList(introduction);
    return i + 1;
  }

  /** 按级次分：, 从收入分类来看，: the parts of the head by a classification. */
  private int split(int i) {
    if (i == 0 && !clause.hasNumber() && (clause.after() == '：' || clause.after() == '，')) {
      boolean inside =
          discourse.lists().top() != null
              && Objects.requireNonNull(discourse.lists().top()).isEmpty();
      if (!inside) {
        discourse.backToHead();
        discourse.openList(Introduction.CONSISTS);
      }
      return tokens.size();
    }
    return -1;
  }

  private int added(int i) {
    return i == 0 ? i + 1 : -1;
  }

  private int more() {
    ListScope scope = discourse.lists().top();
    if (scope != null) {
      scope.more = true;
    }
    return -1;
  }

  private int cause(int i) {
    String word = text(tokens.get(i));
    if (i > 0 && (word.length() == 1 || word.equals("由于"))) {
      return -1;
    }
    if (word.length() == 1
        && clause.hasNumber()
        && phrase.isEmpty()
        && tokens.size() > 1
        && tokens.get(1) instanceof Token.Name) {
      return -1;
    }
    if (!phrase.isEmpty() && clause.hasNumber()) {
      phrase.clear();
    }
    phrase.clear();
    discourse.reason = WordClass.CAUSE;
    discourse.reasonGoesOn |= clause.after() == '：';
    maker.reason();
    return tokens.size();
  }

  private int purpose(int i) {
    if (i + 1 < tokens.size() && text(tokens.get(i)).equals("主要开展")) {
      return -1;
    }
    phrase.clear();
    discourse.reason = WordClass.PURPOSE;
    maker.reason();
    return tokens.size();
  }

  /** What stands behind the last number, or a clause without any. */
  private void rest() {
    if (clause.hasNumber()) {
      maker.trailing(maker.phrase(phrase));
      return;
    }
    Phrase said = maker.phrase(phrase);
    Token last = phrase.getLast();
    boolean among = text(last).equals("中") && !said.subjects().isEmpty();
    boolean item = phrase.stream().anyMatch(Token.Item.class::isInstance);
    boolean onlyName =
        phrase.stream()
            .allMatch(
                t ->
                    t instanceof Token.Name
                        || t instanceof Token.Time
                        || is(t, WordClass.SCOPE)
                        || is(t, WordClass.FUND)
                        || is(t, WordClass.STAGE)
                        || is(t, WordClass.YEAR)
                        || is(t, WordClass.POSITION)
                        || t instanceof Token.Mark
                        || is(t, WordClass.LINK));
    maker.nameless(said, item, onlyName, clause.after(), clause.bullet() != null);
    if (among) {
      maker.name(said);
      discourse.openList(Introduction.AMONG);
    }
  }

  private String text(Token token) {
    return folded.text().substring(token.start(), token.end());
  }
}
