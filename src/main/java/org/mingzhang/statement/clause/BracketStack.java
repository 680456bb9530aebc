package org.mingzhang.statement.clause;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.mingzhang.statement.Statement.ListIntroduction;

/**
 * The open brackets of a section, with the topic and the state of the sentence before each bracket,
 * which are restored at the end of the bracket.
 */
final class BracketStack {
  private final Deque<SavedState> savedStates = new ArrayDeque<>();

  private boolean amountsInBracketAreExcluded;

  private final TopicTracker topics;
  private final SentenceState sentence;
  private final OpenListStack openLists;

  BracketStack(TopicTracker topics, SentenceState sentence, OpenListStack openLists) {
    this.topics = topics;
    this.sentence = sentence;
    this.openLists = openLists;
  }

  /**
   * What is saved at an opening bracket and restored at the closing one; {@code restoreSentence}
   * restores the state of the sentence.
   */
  private record SavedState(
      DiscourseTopic topic,
      int statementCount,
      List<Integer> lastChangeIndices,
      Runnable restoreSentence) {}

  /**
   * Opens a bracket: saves the topic and the state of the sentence, which {@link #closeBracket}
   * restores, and opens a list for the amounts in it.
   *
   * @param excludesAmountsInBracket whether the words before the bracket exclude the amounts in it:
   *     剔除…因素（0.13亿元）后
   */
  void openBracket(boolean excludesAmountsInBracket) {
    amountsInBracketAreExcluded = excludesAmountsInBracket;
    savedStates.push(
        new SavedState(
            topics.currentTopic(),
            topics.currentTopic().statements().size(),
            sentence.lastChangeIndices,
            sentence.saveForBracket()));
    openLists.openList(
        new OpenList(
            ListIntroduction.BRACKETS,
            topics.currentTopic(),
            topics.currentTopic().statements(),
            0));
  }

  /**
   * Indices, in the statements of the section, of the changes right before the open bracket; empty
   * if no bracket is open.
   */
  List<Integer> changeIndicesBeforeInnermost() {
    return savedStates.isEmpty() ? List.of() : savedStates.getFirst().lastChangeIndices();
  }

  /**
   * Closes the innermost bracket: restores the topic and the state of the sentence before it, and
   * moves the amounts of earlier years that it added to the topic before the topic's other amounts.
   * If no bracket is open, only ends an exclusion of amounts.
   */
  void closeBracket() {
    amountsInBracketAreExcluded = false;
    if (!savedStates.isEmpty()) {
      SavedState savedState = savedStates.pop();
      openLists.closeBracket();
      topics.setCurrentTopic(savedState.topic());
      topics.currentTopic().moveEarlierYearAmountsToFront(savedState.statementCount());
      savedState.restoreSentence().run();
    }
  }

  /** Whether no bracket is open. */
  boolean isEmpty() {
    return savedStates.isEmpty();
  }

  /** Whether the open bracket contains amounts that the words before it exclude from the total. */
  boolean amountsInBracketAreExcluded() {
    return amountsInBracketAreExcluded;
  }

  /** Forgets the open brackets without restoring what was before them. */
  void clear() {
    savedStates.clear();
  }
}
