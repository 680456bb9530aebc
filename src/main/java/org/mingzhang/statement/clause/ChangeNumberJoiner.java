package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;

/**
 * Joins the two numbers of a change, which are printed one after the other: 减少3.20万元，下降8.89%. A
 * rate completes a change that has an amount only, and an amount one that has a rate only. Confined
 * to one thread and one discourse.
 */
final class ChangeNumberJoiner {
  private final DiscourseState discourse;
  private final QuantityReader quantityReader;

  ChangeNumberJoiner(DiscourseState discourse, QuantityReader quantityReader) {
    this.discourse = discourse;
    this.quantityReader = quantityReader;
  }

  /**
   * Completes the last changes: by a rate if they have only an amount, by an amount if they have
   * only a rate. The completed changes replace the incomplete ones in the discourse, its lists and
   * its topic.
   *
   * @param direction direction of the number; unless null or unspecified, it must be that of each
   *     change
   * @return whether the number was joined
   */
  boolean joinToLastChanges(ProseToken.Numeral number, @Nullable Direction direction) {
    boolean rate = number.measure() == Measure.PERCENT;
    List<Integer> last = discourse.sentence.lastChangeIndices;
    if (last.isEmpty() && rate && direction != null && isFirstStatementOfSentence()) {
      last = List.of(discourse.statements.size() - 1);
    }
    if (last.isEmpty()) {
      return false;
    }
    for (int index : last) {
      if (!(discourse.statements.get(index) instanceof Change change)
          || (direction != null
              && direction != Direction.UNSPECIFIED
              && change.direction() != direction)
          || (rate ? change.rate() : change.amount()) != null) {
        return false;
      }
    }
    Quantity quantity = quantityReader.read(number);
    for (int index : last) {
      Change change = (Change) discourse.statements.get(index);
      Change whole =
          new Change(
              change.span().extendToEndOf(discourse.clauseSpan),
              change.operand(),
              change.base(),
              change.direction(),
              rate ? change.amount() : quantity,
              rate ? quantity : change.rate());
      discourse.statements.set(index, whole);
      discourse.lists().replace(change, whole);
      int stated = discourse.topic().statements().indexOf(change);
      if (stated >= 0) {
        discourse.topic().statements().set(stated, whole);
      }
    }
    return true;
  }

  /**
   * Whether the sentence has stated nothing, not even what it compares with, so that its rate may
   * belong to the change of the sentence before: 比上年减少286.55万元。降幅为6.22%.
   */
  private boolean isFirstStatementOfSentence() {
    return !discourse.statements.isEmpty()
        && discourse.sentence.namedSubjects.isEmpty()
        && discourse.sentence.comparisonBase == null;
  }

  /**
   * Joins distributed rates to as many changes before them that have only an amount: the changes
   * that the clause before distributes, 分别增加5万元、减少3万元，分别增长6%、下降2%, or the changes of one subject
   * against different bases, 比年初预算减少3.20万元，比2018年决算减少2.67万元，分别下降8.89%、7.53%.
   *
   * @return whether the rates were joined; false if the last changes are not such changes
   */
  boolean joinEachRateToItsChange(List<ProseToken.Numeral> rates, List<Direction> directions) {
    List<Integer> last = discourse.sentence.lastChangeIndices;
    List<Integer> changes = new ArrayList<>();
    int at = discourse.statements.size() - 1;
    while (at >= 0 && changes.size() < rates.size()) {
      Statement statement = discourse.statements.get(at);
      if (statement instanceof Change change && change.rate() == null) {
        changes.addFirst(at);
      } else if (!(statement instanceof Amount)) {
        return false;
      }
      at--;
    }
    if (rates.size() < 2
        || changes.size() < rates.size()
        || !(last.equals(changes)
            || (last.equals(List.of(changes.getLast())) && areOfOneSubject(changes)))
        || rates.stream().anyMatch(rate -> rate.measure() != Measure.PERCENT)) {
      return false;
    }
    for (int i = 0; i < changes.size(); i++) {
      discourse.sentence.lastChangeIndices = List.of(changes.get(i));
      joinToLastChanges(rates.get(i), directions.get(i));
    }
    return true;
  }

  private boolean areOfOneSubject(List<Integer> changeIndices) {
    return changeIndices.stream()
            .map(i -> ((Change) discourse.statements.get(i)).operand().subject())
            .distinct()
            .count()
        == 1;
  }

  /** Joins a percentage in brackets to the change before it. */
  void joinBracketedRate(ProseToken.Numeral number) {
    List<Integer> last = discourse.brackets().changeIndicesBeforeInnermost();
    if (!last.isEmpty()) {
      discourse.sentence.lastChangeIndices = last;
      joinToLastChanges(number, null);
    }
  }
}
