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

/**
 * Adds statements of changes: determines what changed and, with {@link ComparisonBaseResolver},
 * what it is compared with; {@link ChangeNumberJoiner} joins the rate of a change with its amount.
 */
final class ChangeStatementBuilder {
  private final FoldedText folded;
  private final SpanMapper spans;
  private final DiscourseState discourse;
  private final PhraseResolver resolver;
  private final QuantityReader quantities;
  private final ValueSubjectAssigner assigner;
  private final TopicDisambiguator disambiguator;
  private final ComparisonBaseResolver bases;
  private final ChangeNumberJoiner joiner;

  ChangeStatementBuilder(
      FoldedText folded,
      SpanMapper spans,
      DiscourseState discourse,
      PhraseResolver resolver,
      QuantityReader quantities) {
    this.folded = folded;
    this.spans = spans;
    this.discourse = discourse;
    this.resolver = resolver;
    this.quantities = quantities;
    this.assigner = new ValueSubjectAssigner(discourse, resolver);
    this.disambiguator = new TopicDisambiguator(discourse);
    this.bases = new ComparisonBaseResolver(discourse);
    this.joiner = new ChangeNumberJoiner(discourse, quantities);
  }

  /**
   * Adds the changes of a phrase against the last base of the sentence. If the phrase names no
   * account and the last changes lack a rate or an amount, the numbers complete them instead.
   * Otherwise the account changed becomes the topic. Percentage points and counts are ignored.
   *
   * @param distributed whether 分别 distributes the numbers
   * @param directions the direction of each number
   */
  void addChanges(
      boolean distributed,
      AmountPhrase phrase,
      List<ProseToken.Numeral> numbers,
      List<Direction> directions) {
    int values = distributed ? numbers.size() : 1;
    ProseToken.Numeral first = numbers.getFirst();
    if (first.measure() == Measure.POINTS || first.measure() == Measure.COUNT) {
      return;
    }
    boolean own = DiscourseState.namesSubject(phrase);
    if (!own && !distributed && joiner.joinToLastChanges(first, directions.getFirst())) {
      return;
    }
    if (!own && distributed && joiner.joinEachToItsChange(numbers, directions)) {
      return;
    }
    if (phrase.years().size() == 1 && (own || bases.isAfterBaseYear(phrase.years().getFirst()))) {
      discourse.sentence.keepYear(phrase);
    }
    DiscourseTopic compared = own ? null : bases.findComparedTopic();
    if (compared != null) {
      discourse.topics.setCurrentTopic(compared);
    } else if (!own && !distributed && first.measure() == Measure.MONEY) {
      Quantity amount = quantities.read(first);
      Direction direction = directions.getFirst();
      boolean silent =
          phrase.flow().isEmpty()
              && discourse.sentence.subjects.isEmpty()
              && discourse.sentence.subjectsOfAmounts.isEmpty();
      discourse.topics.setCurrentTopic(
          silent && disambiguator.exceedsLatestAmountOfTopic(amount, direction)
              ? disambiguator.findTopicMatchingChange(
                  amount, discourse.clauseContext.rateOfNextClause())
              : disambiguator.chooseTopicOfChange(
                  amount, direction, discourse.clauseContext.rateOfNextClause()));
    }
    List<ValueSubjectAssigner.SubjectAndYear> found = assigner.assign(distributed, phrase, values);
    bases.assignBaseAmountTo(ValueSubjectAssigner.subjectsOf(found));
    List<Integer> made = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int at = values == 1 ? 0 : i;
      Quantity quantity = quantities.read(numbers.get(at));
      if (quantity.measure() == Measure.BARE) {
        return;
      }
      Change change = toChange(found.get(i), phrase, quantity, directions.get(at));
      if (i == 0 || values == 1) {
        bases.addBaseAmount(change.base(), i == 0);
      }
      made.add(discourse.statements.size());
      restoreTopicYear(change);
      DiscourseTopic topic =
          own ? discourse.changeTopic(ValueSubjectAssigner.subjectsOf(found)) : discourse.topic();
      discourse.addStatement(change, topic, found.get(i).subject(), own);
    }
    discourse.sentence.lastChangeIndices = made;
    discourse.sentence.statesChange |= !made.isEmpty();
    if (own) {
      discourse.sentence.subjects.addAll(ValueSubjectAssigner.subjectsOf(found));
    }
  }

  /**
   * Sets the year of the sentence back to that of a change if the amount before it was of an
   * earlier year: 2016年支出18.64万元，2015年为21.05万元，减少2.41万元。其中：….
   */
  private void restoreTopicYear(Change change) {
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
    SentenceState.ComparisonBase comparisonBase = bases.findFor(target);
    Operand operand = assigner.changedOperand(target, phrase, comparisonBase);
    boolean rate = quantity.measure() == Measure.PERCENT || quantity.measure() == Measure.TIMES;
    return new Change(
        discourse.clauseSpan,
        operand,
        bases.createBaseOperand(operand, comparisonBase, phrase.basis()),
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
    bases.addAmountsOf(
        assigner.findSubjectsOfSeries(phrase, numbers.size()),
        numbers.stream().map(quantities::read).toList());
  }

  /** Joins a percentage in brackets to the change before it. */
  void addBracketedRate(ProseToken.Numeral number) {
    joiner.joinBracketedRate(number);
  }

  /**
   * Adds, for each account of the phrase, the statement that its amount equals that of the base,
   * 持平, or is about equal, and makes the accounts that the phrase names the topic.
   */
  void addUnchanged(AmountPhrase phrase, ProseToken.Word word) {
    List<Subject> subjects = resolver.resolveSubjects(phrase);
    bases.assignBaseAmountTo(subjects);
    for (Subject subject : subjects) {
      Operand operand =
          assigner.changedOperand(
              new ValueSubjectAssigner.SubjectAndYear(subject, null),
              phrase,
              discourse.sentence.comparisonBase);
      Operand base =
          bases.createBaseOperand(operand, discourse.sentence.comparisonBase, phrase.basis());
      bases.addBaseAmount(base, subject.equals(subjects.getFirst()));
      discourse.statements.add(
          new Unchanged(
              discourse.clauseSpan,
              operand,
              base,
              word.value().equals("about"),
              spans.span(word.start(), word.end()),
              folded.text().substring(word.start(), word.end())));
    }
    if (!phrase.subjects().isEmpty()) {
      discourse.changeTopic(resolver.resolveSubjects(phrase));
    }
  }
}
