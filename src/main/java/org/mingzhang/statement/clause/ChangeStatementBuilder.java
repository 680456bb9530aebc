package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Statement.Unchanged;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.SpanMapper;
import org.mingzhang.statement.token.WordClass;

/**
 * Adds statements of changes: determines what changed and, with {@link ComparisonBaseResolver},
 * what it is compared with; {@link ChangeNumberJoiner} joins the rate of a change with its amount.
 */
final class ChangeStatementBuilder {
  private final FoldedText foldedText;
  private final SpanMapper spanMapper;
  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;
  private final QuantityReader quantityReader;
  private final ValueSubjectAssigner subjectAssigner;
  private final TopicDisambiguator topicDisambiguator;
  private final ComparisonBaseResolver baseResolver;
  private final ChangeNumberJoiner numberJoiner;

  ChangeStatementBuilder(
      FoldedText foldedText,
      SpanMapper spanMapper,
      DiscourseState discourse,
      PhraseResolver phraseResolver,
      QuantityReader quantityReader) {
    this.foldedText = foldedText;
    this.spanMapper = spanMapper;
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
    this.quantityReader = quantityReader;
    this.subjectAssigner = new ValueSubjectAssigner(discourse, phraseResolver);
    this.topicDisambiguator = new TopicDisambiguator(discourse);
    this.baseResolver = new ComparisonBaseResolver(discourse);
    this.numberJoiner = new ChangeNumberJoiner(discourse, quantityReader);
  }

  /**
   * Adds the changes of a phrase against the last base of the sentence. If the phrase names no
   * account and the last changes lack a rate or an amount, the numbers complete them instead.
   * Otherwise the account changed becomes the topic. Percentage points and counts are ignored.
   *
   * @param numbersAreDistributed whether 分别 distributes the values
   * @param values numbers, and words such as 持平 for a subject that has not changed
   * @param directions the direction of each value
   */
  void addChanges(
      boolean numbersAreDistributed,
      AmountPhrase phrase,
      List<? extends ProseToken> values,
      List<Direction> directions) {
    int count = numbersAreDistributed ? values.size() : 1;
    List<ProseToken.Numeral> numbers = ClauseState.numbersOf(values);
    if (numbers.isEmpty()) {
      return;
    }
    ProseToken.Numeral first = numbers.getFirst();
    if (first.measure() == Measure.POINTS || first.measure() == Measure.COUNT) {
      return;
    }
    boolean own = DiscourseState.namesSubject(phrase);
    if (!own
        && !numbersAreDistributed
        && numberJoiner.joinToLastChanges(first, directions.getFirst())) {
      return;
    }
    if (!own
        && numbersAreDistributed
        && numberJoiner.joinEachRateToItsChange(numbers, directions)) {
      return;
    }
    if (phrase.years().size() == 1
        && (own || baseResolver.isAfterBaseYear(phrase.years().getFirst()))) {
      discourse.sentence.setYearIfStated(phrase);
    }
    DiscourseTopic compared = own ? null : baseResolver.findComparedTopic();
    if (compared != null) {
      discourse.topics.setCurrentTopic(compared);
    } else if (!own && !numbersAreDistributed && first.measure() == Measure.PERCENT) {
      discourse.topics.setCurrentTopic(
          topicDisambiguator.chooseTopicOfRate(first, directions.getFirst()));
    } else if (!own && !numbersAreDistributed && first.measure() == Measure.MONEY) {
      Quantity amount = quantityReader.read(first);
      Direction direction = directions.getFirst();
      boolean silent =
          phrase.flow().isEmpty()
              && discourse.sentence.namedSubjects.isEmpty()
              && discourse.sentence.subjectsOfAmounts.isEmpty();
      discourse.topics.setCurrentTopic(
          silent && topicDisambiguator.exceedsLatestAmountOfTopic(amount, direction)
              ? topicDisambiguator.findTopicMatchingChange(
                  amount, discourse.clauseContext.rateOfNextClause())
              : topicDisambiguator.chooseTopicOfChange(
                  amount, direction, discourse.clauseContext.rateOfNextClause()));
    }
    if (numbersAreDistributed && discourse.topic().subjects().size() > 1) {
      discourse.topics.setCurrentTopic(
          discourse.topics.mergeTopicsOf(discourse.topic().subjects()));
    }
    List<ValueSubjectAssigner.SubjectAndYear> found =
        subjectAssigner.assign(numbersAreDistributed, phrase, count);
    if (phrase.isPerHead()
        && !found.isEmpty()
        && found.stream().allMatch(f -> f.subject().isInChart())) {
      discourse.sentence.lastChangeIndices = List.of();
      discourse.sentence.countsThings = true; // the rate after 人均减少0.10万元 is not of the account
      return;
    }
    baseResolver.assignBaseAmountTo(ValueSubjectAssigner.subjectsOf(found));
    List<Integer> made = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int at = ValueSubjectAssigner.valueIndex(i, found.size(), count);
      if (!(values.get(at) instanceof ProseToken.Numeral number)) {
        addUnchanged(found.get(i), phrase, values.get(at), i == 0);
        continue;
      }
      Quantity quantity = quantityReader.read(number);
      if (quantity.measure() == Measure.BARE) {
        return;
      }
      Change change = toChange(found.get(i), phrase, quantity, directions.get(at));
      if (i == 0 || count == 1) {
        baseResolver.addBaseAmountOf(change, i == 0);
      }
      made.add(discourse.statements.size());
      restoreYearOfChange(change);
      DiscourseTopic topic =
          own ? discourse.changeTopic(ValueSubjectAssigner.subjectsOf(found)) : discourse.topic();
      discourse.addStatement(change, topic, found.get(i).subject(), own);
    }
    discourse.sentence.lastChangeIndices = made;
    discourse.sentence.statesChange |= !made.isEmpty();
    if (own) {
      discourse.sentence.namedSubjects.addAll(ValueSubjectAssigner.subjectsOf(found));
    }
  }

  /** Returns to the whole of amounts that 分别 has distributed, for one change of all of them. */
  void returnToWholeOfDistributedAmounts() {
    discourse.topics.setCurrentTopic(
        topicDisambiguator.wholeOfDistributedAmounts(discourse.topic()));
  }

  /**
   * Sets the year of the sentence back to that of a change if the amount before the change was of
   * an earlier year: 2016年支出18.64万元，2015年为21.05万元，减少2.41万元。其中：….
   */
  private void restoreYearOfChange(Change change) {
    Integer year = DiscourseTopic.yearOf(change.operand());
    Integer spoken = discourse.sentence.year;
    if (year != null && spoken != null && spoken < year) {
      discourse.sentence.year = year;
    }
  }

  private Change toChange(
      ValueSubjectAssigner.SubjectAndYear target,
      AmountPhrase phrase,
      Quantity quantity,
      Direction direction) {
    SentenceState.ComparisonBase comparisonBase = baseResolver.findBaseOf(target);
    Operand operand = subjectAssigner.findChangedOperand(target, phrase, comparisonBase);
    boolean rate = quantity.measure() == Measure.PERCENT || quantity.measure() == Measure.TIMES;
    return new Change(
        discourse.clauseSpan,
        operand,
        baseResolver.createBaseOperand(operand, comparisonBase, phrase.basis()),
        direction,
        rate ? null : quantity,
        rate ? quantity : null);
  }

  /**
   * Adds the amounts of a base that is stated for several accounts at once, 与上年的14万元、5万元相比. Changes
   * that follow are compared with the amount of their account.
   *
   * @param phrase the words of the base
   * @param numbers one number for each account
   */
  void addAmountsOfBase(AmountPhrase phrase, List<ProseToken.Numeral> numbers) {
    baseResolver.addAmountsOfSeries(
        subjectAssigner.findSubjectsOfSeries(phrase, numbers.size()),
        numbers.stream().map(quantityReader::read).toList());
  }

  /** Joins a percentage in brackets to the change before it. */
  void addBracketedRate(ProseToken.Numeral number) {
    numberJoiner.joinBracketedRate(number);
  }

  /**
   * Adds, for each account of the phrase, the statement that its amount equals (持平) or nearly
   * equals the amount of the base, and makes the accounts that the phrase names the topic.
   */
  void addUnchanged(AmountPhrase phrase, ProseToken.Word word) {
    if (!DiscourseState.namesSubject(phrase)) {
      discourse.topics.setCurrentTopic(discourse.topics.dividedWholeOrCurrentTopic());
    }
    List<Subject> subjects = phraseResolver.resolveSubjects(phrase);
    baseResolver.assignBaseAmountTo(subjects);
    for (Subject subject : subjects) {
      addUnchanged(
          new ValueSubjectAssigner.SubjectAndYear(subject, null),
          phrase,
          word,
          subject.equals(subjects.getFirst()));
    }
    if (!phrase.subjects().isEmpty()) {
      discourse.changeTopic(subjects);
    }
  }

  private void addUnchanged(
      ValueSubjectAssigner.SubjectAndYear target,
      AmountPhrase phrase,
      ProseToken word,
      boolean isFirstOfPhrase) {
    SentenceState.ComparisonBase stated = discourse.sentence.comparisonBase;
    Operand operand = subjectAssigner.findChangedOperand(target, phrase, stated);
    Operand base = baseResolver.createBaseOperand(operand, stated, phrase.basis());
    baseResolver.addBaseAmount(base, isFirstOfPhrase);
    discourse.statements.add(
        new Unchanged(
            discourse.clauseSpan,
            operand,
            base,
            word.isWord(WordClass.UNCHANGED, "about"),
            spanMapper.span(word.start(), word.end()),
            foldedText.text(word)));
  }
}
