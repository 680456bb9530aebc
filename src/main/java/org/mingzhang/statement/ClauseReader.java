package org.mingzhang.statement;

import java.util.List;
import java.util.Set;
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
  private static final Set<String> WITHIN = Set.of("中", "当中");

  /** Units of guests and their visits. */
  private static final Set<String> GUESTS = Set.of("批次", "人次", "批");

  private final SpanMaker spans;
  private final Discourse discourse;
  private final OpenClause clause;
  private final ExpectedExecution expected;
  private final Mentions mentions;
  private final AmountReader amounts;
  private final ChangeReader changes;
  private final RateReader rates;
  private final ConnectiveReader connectives;

  ClauseReader(FoldedText folded, SpanMaker spans, Discourse discourse) {
    this.spans = spans;
    this.discourse = discourse;
    this.clause = new OpenClause(folded);
    this.expected = new ExpectedExecution(folded, discourse);
    this.mentions = new Mentions(discourse);
    Quantities quantities = new Quantities(spans, discourse.unitHint);
    ChangeMaker change = new ChangeMaker(folded, spans, discourse, quantities);
    AmountMaker amount = new AmountMaker(folded, spans, discourse, quantities, mentions);
    CountMaker count = new CountMaker(folded, discourse, quantities);
    RateMaker rate = new RateMaker(discourse, quantities);
    this.amounts = new AmountReader(clause, discourse, quantities, amount, count, change, mentions);
    this.changes = new ChangeReader(clause, discourse, quantities, change, mentions);
    this.rates = new RateReader(clause, discourse, quantities, rate);
    this.connectives = new ConnectiveReader(clause, discourse, mentions);
  }

  /** Reads a clause. */
  void read(Clause told) {
    Clause next = expected.without(told);
    clause.open(next);
    Token.Bullet bullet = next.bullet();
    if (bullet != null) {
      discourse.bullet(bullet);
      if (tellsBeforeCounting(bullet)) {
        connectives.more();
      }
    }
    discourse.clause = spans.span(next.start(), next.end());
    discourse.coordinated = next.before() == '、';
    discourse.members = members(next, discourse.coordinated ? discourse.members : 0);
    if (!clause.tokens().isEmpty() && (discourse.reason == null || resumes() || listsPurposes())) {
      if (listsPurposes()) {
        discourse.openList(Introduction.AMONG);
        if (!(clause.tokens().getFirst() instanceof Token.Name)) {
          connectives.more();
        }
      }
      discourse.reason = null;
      body();
    } else if (!clause.tokens().isEmpty() && clause.after() == '：') {
      discourse.reasonGoesOn = true;
    }
    if (clause.hasNumber() || clause.after() != '，') {
      discourse.unnamed = List.of();
    }
    switch (clause.after()) {
      case '。', '\n' -> discourse.sentenceEnd();
      case '；' -> {
        if (!discourse.reasonGoesOn) {
          discourse.reason = null;
        }
        discourse.sentencePerimeter = null;
        discourse.levels.sentenceEnd();
      }
      case '(' -> discourse.openBracket();
      case ')' -> discourse.closeBracket();
      default -> {}
    }
  }

  private static int members(Clause next, int carried) {
    for (Token token : next.tokens()) {
      if (token instanceof Token.Word word && word.type() == WordClass.MEMBERS) {
        return Integer.parseInt(word.value());
      }
    }
    return carried;
  }

  /** 一是民生支出有所增加，教育支出29.75亿元: what is told in words names only some of the parts. */
  private boolean tellsBeforeCounting(Token.Bullet bullet) {
    return bullet.level() >= BulletScanner.IN_SENTENCE
        && !clause.hasNumber()
        && clause.after() == '，';
  }

  /** Whether a clause behind a purpose, or behind a reason in front, speaks of a topic again. */
  private boolean resumes() {
    if (discourse.reason == WordClass.CAUSE) {
      return clause.hasNumber()
          && ((discourse.reasonInFront && startsWithName())
              || (discourse.reasonByConjunction && (startsWithBase() || startsWithStage())));
    }
    if (discourse.reason != WordClass.PURPOSE) {
      return false;
    }
    Token first = clause.tokens().getFirst();
    return first.is(WordClass.SHARE)
        || startsWithBase()
        || first.is(WordClass.AMONG)
        || first.is(WordClass.PER_HEAD)
        || (first.is(WordClass.STAGE) && clause.hasNumber())
        || rates.completionAhead(0) > 0
        || first instanceof Token.Item
        || counts()
        || (clause.before() != '、' && clause.hasNumber() && startsWithName());
  }

  /** Whether a clause begins with what a change is compared with: 比上年, 同比, 与2023年. */
  private boolean startsWithBase() {
    Token first = clause.tokens().getFirst();
    return first.is(WordClass.BASE)
        || first.is(WordClass.COMPARE)
        || (first.is(WordClass.WITH)
            && clause.tokens().size() > 1
            && ChangeReader.fixesTime(clause.tokens().get(1)));
  }

  /** 因部分培训改为线上，决算1.86万元: the amount that the reason explains. */
  private boolean startsWithStage() {
    return clause.tokens().size() > 1
        && clause.tokens().getFirst().is(WordClass.STAGE)
        && clause.tokens().get(1) instanceof Token.Numeral number
        && number.measure() == Quantity.Measure.MONEY;
  }

  /** 主要用于日常接待，共接待16批次、132人次: guests are counted and are no purpose. */
  private boolean counts() {
    return clause.tokens().stream()
        .anyMatch(t -> t instanceof Token.Numeral n && GUESTS.contains(n.unit()));
  }

  /** 主要用于：农林水支出1204.75万元，占73.5%；…: what an amount was used for, with the amounts of the parts. */
  private boolean listsPurposes() {
    return discourse.reason == WordClass.PURPOSE
        && clause.before() == '：'
        && (clause.tokens().getFirst() instanceof Token.Name || connectives.isPart(0));
  }

  /** Whether a clause begins with a name of the chart, maybe behind a time or one more word. */
  private boolean startsWithName() {
    return clause.tokens().getFirst() instanceof Token.Name
        || (clause.tokens().size() > 1
            && clause.tokens().get(1) instanceof Token.Name
            && (clause.tokens().getFirst() instanceof Token.Time
                || (clause.tokens().getFirst() instanceof Token.Text text
                    && text.end() - text.start() <= 2)));
  }

  private void body() {
    int i = 0;
    while (i < clause.tokens().size()) {
      Token token = clause.tokens().get(i);
      int next =
          switch (token) {
            case Token.Numeral number -> amounts.number(number, i);
            case Token.Blank blank -> amounts.blank(i);
            case Token.Word word -> word(word, i);
            default -> -1;
          };
      if (next < 0) {
        clause.phrase().add(token);
        next = i + 1;
      }
      i = next;
    }
    if (!clause.phrase().isEmpty()) {
      rest();
    }
  }

  /** Reads a word that begins a predicate; -1 where it is part of the phrase. */
  private int word(Token.Word word, int i) {
    int completion = rates.completionAhead(i);
    if (completion > 0) {
      return rates.completion(i, completion);
    }
    return switch (word.type()) {
      case COMPARE -> changes.compares(i + 1) ? changes.base(i + 1) : -1;
      case LIKENESS ->
          i + 1 == clause.tokens().size()
              ? -1
              : changes.fixesTime(i + 1)
                  ? changes.base(i + 1)
                  : ChangeReader.ends(clause.tokens().get(i + 1)) ? i + 1 : -1;
      case WITH ->
          i + 1 < clause.tokens().size() && changes.fixesTime(i + 1) && !joinsStages(i)
              ? changes.base(i + 1)
              : -1;
      case BASE -> changes.sameBase(word, i);
      case SAME -> changes.same(i);
      case AVERAGE -> changes.average(i);
      case UP, DOWN, UNSAID -> changes.direction(word, i);
      case SHARE -> rates.share(i);
      case RATIO -> rates.ratio(i, false);
      case COMPLETION_RATE -> rates.ratio(i, true);
      case AMONG -> connectives.list(Introduction.AMONG, i);
      case CONSISTS -> connectives.list(Introduction.CONSISTS, i);
      case BY, SPLIT -> connectives.split(i);
      case ADD -> connectives.added(i);
      case ADJUST -> {
        Token.Word direction = changes.ofAdjustment(word);
        yield direction == null ? amounts.adjustment(i) : changes.direction(direction, i);
      }
      case MORE -> connectives.more();
      case CAUSE -> connectives.cause(i);
      case PURPOSE -> connectives.purpose(i);
      default -> -1;
    };
  }

  /** 年初预算数和决算数: whether a word joins two stages. */
  private boolean joinsStages(int i) {
    return i > 0
        && clause.tokens().get(i - 1).is(WordClass.STAGE)
        && clause.tokens().get(i + 1).is(WordClass.STAGE)
        && clause.tokens().stream().anyMatch(t -> t.is(WordClass.BOTH));
  }

  /** 预算79.69亿元中，: parts of the amount follow. */
  private boolean amongWhichFollows() {
    return clause.after() == '，'
        && clause.phrase().size() == 1
        && WITHIN.contains(clause.text(clause.phrase().getLast()));
  }

  /** （1）“冬季瓜菜基地建设”项目，: an item of a list that a project opens speaks of its money. */
  private Phrase ofProject(Phrase said) {
    boolean project =
        clause.opensItem()
            && clause.text(clause.phrase().getLast()).equals("项目")
            && said.subjects().size() == 1
            && !said.subjects().getFirst().charted();
    if (!project) {
      return said;
    }
    Subject named = said.subjects().getFirst();
    return said.withSubjects(
        List.of(discourse.phrases.names().project(named.account(), named.span())));
  }

  /** What stands behind the last number, or a clause without any. */
  /** 已支出资金中，1482万元用于产业路建设: what was told is divided. */
  private boolean saysMoneySpokenOf() {
    return discourse.topic.subjects().size() == 1
        && clause.phrase().size() > 1
        && clause.phrase().subList(0, clause.phrase().size() - 1).stream()
            .allMatch(
                t ->
                    t.is(WordClass.NOUN)
                        || t.is(WordClass.VERB)
                        || t.is(WordClass.STAGE)
                        || t.is(WordClass.LINK)
                        || clause.text(t).equals("已"));
  }

  private void rest() {
    if (clause.hasNumber()) {
      if (amongWhichFollows()) {
        discourse.openList(Introduction.AMONG);
      } else {
        mentions.trailing(discourse.phrase(clause.phrase()));
      }
      return;
    }
    Phrase said = ofProject(discourse.phrase(clause.phrase()));
    if (clause.after() == '：'
        && clause.opensSentence()
        && said.subjects().stream().noneMatch(Subject::charted)) {
      discourse.headSentence(clause.phraseText());
    }
    if (discourse.lists().top() != null && said.subjects().stream().noneMatch(Subject::charted)) {
      discourse.unnamed = List.copyOf(clause.phrase());
    }
    Token last = clause.phrase().getLast();
    boolean among =
        clause.text(last).equals("中") && (!said.subjects().isEmpty() || saysMoneySpokenOf());
    boolean item = clause.phrase().stream().anyMatch(Token.Item.class::isInstance);
    boolean onlyName =
        clause.phrase().stream()
            .allMatch(
                t ->
                    t instanceof Token.Name
                        || t instanceof Token.Time
                        || t.is(WordClass.SCOPE)
                        || t.is(WordClass.FUND)
                        || t.is(WordClass.STAGE)
                        || t.is(WordClass.YEAR)
                        || t.is(WordClass.POSITION)
                        || t instanceof Token.Mark
                        || t.is(WordClass.LINK));
    mentions.nameless(said, item, onlyName, clause.after(), clause.opensItem());
    if (among) {
      if (!said.subjects().isEmpty()) {
        mentions.name(said);
      }
      discourse.openList(Introduction.AMONG);
    }
  }
}
