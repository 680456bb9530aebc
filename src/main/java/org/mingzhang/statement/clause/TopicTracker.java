package org.mingzhang.statement.clause;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;

/**
 * The topics of a section: the current one and earlier ones that the text may return to. Used by
 * one reader on one thread.
 */
final class TopicTracker {
  private final ChartOfAccounts chart;
  private final OpenListStack openLists;
  private final StatedTopics statedTopics;
  private DiscourseTopic currentTopic;

  /**
   * The topic with which the next sentence starts: the last one named outside the lists of a
   * sentence.
   */
  private DiscourseTopic nextSentenceTopic;

  /** A topic that ends with its sentence; null if there is none. */
  private @Nullable DiscourseTopic sentenceOnlyTopic;

  /** The project that the paragraph is about, by its label; null if there is none. */
  private @Nullable DiscourseTopic labeledProjectTopic;

  /** The topic of the same sentence before the current one. */
  private @Nullable DiscourseTopic topicBeforeCurrent;

  /** The topics with a statement in this sentence since its last semicolon. */
  private final Set<DiscourseTopic> topicsStatedInSentence =
      Collections.newSetFromMap(new IdentityHashMap<>());

  /** The last topic that was named outside the lists of a sentence and is not a classified item. */
  private @Nullable DiscourseTopic lastWholeTopic;

  /** The last subject whose name includes its fund: 一般公共预算收入 includes it, 收入总计 does not. */
  private @Nullable Subject subjectWithFundInName;

  private @Nullable String itemPath;

  /**
   * Creates the topics of a section, of which none is named yet.
   *
   * @param openLists the open lists, which the tracker closes where the text leaves them
   * @param statedTopics the topics with statements, to which the tracker adds
   * @param inherited subject that the titles name, or null
   */
  TopicTracker(
      ChartOfAccounts chart,
      OpenListStack openLists,
      StatedTopics statedTopics,
      @Nullable Subject inherited) {
    this.chart = chart;
    this.openLists = openLists;
    this.statedTopics = statedTopics;
    this.currentTopic = inheritedTopic(inherited);
    this.nextSentenceTopic = currentTopic;
  }

  private static DiscourseTopic inheritedTopic(@Nullable Subject inherited) {
    return new DiscourseTopic(inherited == null ? List.of() : List.of(inherited));
  }

  DiscourseTopic currentTopic() {
    return currentTopic;
  }

  DiscourseTopic nextSentenceTopic() {
    return nextSentenceTopic;
  }

  /** The topic of this sentence before the current one, or null. */
  @Nullable DiscourseTopic previousTopic() {
    return topicBeforeCurrent;
  }

  /** The last subject whose name includes its fund, or null. */
  @Nullable Subject lastSubjectNamingFund() {
    return subjectWithFundInName;
  }

  /**
   * Path of the last item of expenditure with several levels, which completes shorter paths; null
   * before the first one.
   */
  @Nullable String itemPath() {
    return itemPath;
  }

  /**
   * Sets the topic for the rest of the sentence; the next sentence starts with {@link
   * #nextSentenceTopic}.
   */
  void setCurrentTopic(DiscourseTopic topic) {
    currentTopic = topic;
  }

  /** Sets the topic for the rest of the sentence only, even if amounts of that topic follow. */
  void setSentenceOnlyTopic(DiscourseTopic topic) {
    currentTopic = topic;
    sentenceOnlyTopic = topic;
  }

  /**
   * If the next sentence would start with the current topic, makes it start with the inherited
   * subject instead; without a topic if the subject is null.
   */
  void resetNextSentenceTopic(@Nullable Subject inherited) {
    nextSentenceTopic =
        nextSentenceTopic == currentTopic ? inheritedTopic(inherited) : nextSentenceTopic;
  }

  /**
   * After money of other bodies, makes the inherited subject the topic again, for the money of the
   * document's own body. Does nothing if the topic is an account of the chart, which any body may
   * have.
   */
  void returnToSubjectOfOwnBody(@Nullable Subject inherited) {
    if (!currentTopic.hasOnlyChartedSubjects()) {
      setCurrentTopic(inheritedTopic(inherited));
    }
  }

  /** Sets the project that a label names before a colon as the topic of each of its sentences. */
  void setLabeledProject(Subject project) {
    labeledProjectTopic = new DiscourseTopic(List.of(project));
    setSentenceOnlyTopic(labeledProjectTopic);
  }

  /** The project that a label before a colon names in the paragraph, or null. */
  @Nullable Subject labeledProject() {
    return labeledProjectTopic == null ? null : labeledProjectTopic.subjects().getFirst();
  }

  /**
   * Ends the project that a label has named as the topic, at the end of its paragraph or list item,
   * and ends the sentence. Does nothing if no label has named one.
   */
  void endLabeledProject() {
    if (labeledProjectTopic != null) {
      labeledProjectTopic = null;
      endSentence(false);
    }
  }

  /** Whether the topic ends with its sentence. */
  boolean hasSentenceOnlyTopic() {
    return currentTopic == sentenceOnlyTopic;
  }

  /** Sets the topic of this sentence and of those that follow. */
  void setNextSentenceTopic(DiscourseTopic topic) {
    currentTopic = topic;
    nextSentenceTopic = topic;
  }

  /** Starts the text below a heading; only topics with statements are kept. */
  void enterHeading(@Nullable Subject inherited) {
    labeledProjectTopic = null;
    setNextSentenceTopic(inheritedTopic(inherited));
    lastWholeTopic = null;
  }

  /**
   * Ends a sentence. The next one starts with {@link #nextSentenceTopic}, except within a bracket.
   */
  void endSentence(boolean isInBracket) {
    topicBeforeCurrent = null;
    sentenceOnlyTopic = isInBracket ? sentenceOnlyTopic : labeledProjectTopic;
    if (!isInBracket) {
      topicsStatedInSentence.clear();
      currentTopic = labeledProjectTopic == null ? nextSentenceTopic : labeledProjectTopic;
    }
  }

  /** Ends a part of a sentence, after which no rate belongs to an amount of that part. */
  void endSentencePart() {
    topicsStatedInSentence.clear();
  }

  /**
   * Makes other subjects the topic. Outside lists within a sentence they are also the topic of the
   * next sentence, unless the current topic ends with its sentence. One of several subjects keeps
   * the amounts that were stated for all of them.
   *
   * @return whether the topic has changed; false if the subjects are those of the current topic
   */
  boolean changeSubjects(List<Subject> subjects) {
    boolean changed = !haveSameSubjectsAndFunds(currentTopic.subjects(), subjects);
    if (changed) {
      topicBeforeCurrent = currentTopic;
      currentTopic = new DiscourseTopic(subjects);
      if (subjects.size() == 1 && topicBeforeCurrent.subjects().size() > 1) {
        sharedStatementsOf(subjects.getFirst()).forEach(currentTopic::addStatement);
      }
    }
    if (subjects.size() == 1) {
      Subject subject = subjects.getFirst();
      String item = subject.item();
      subjectWithFundInName = hasFundInName(subject) ? subject : subjectWithFundInName;
      itemPath = item != null && item.contains("/") ? item : itemPath;
    }
    if (openLists.isOutsideSentenceList() && currentTopic != sentenceOnlyTopic) {
      nextSentenceTopic = currentTopic;
      lastWholeTopic = isItemTopic(currentTopic) ? lastWholeTopic : currentTopic;
    }
    return changed;
  }

  private boolean hasFundInName(Subject subject) {
    return subject.isInChart()
        && subject.item() == null
        && chart
            .findAccount(subject.account())
            .filter(a -> a.fund().isPresent())
            .filter(a -> chart != ChartOfAccounts.governments() || a.parentName() == null)
            .isPresent();
  }

  /** Whether two lists have the same subjects with the same funds, in the same order. */
  private static boolean haveSameSubjectsAndFunds(List<Subject> a, List<Subject> b) {
    return a.size() == b.size()
        && !a.isEmpty()
        && IntStream.range(0, a.size())
            .allMatch(i -> a.get(i).isSameAs(b.get(i)) && a.get(i).fund() == b.get(i).fund());
  }

  /** Whether a topic is an item of an account; the money of a project is an account by itself. */
  private static boolean isItemTopic(DiscourseTopic topic) {
    return topic.subjects().size() == 1
        && topic.subjects().getFirst().item() != null
        && !AccountNameResolver.isFundingOfNamedProject(topic.subjects().getFirst());
  }

  /**
   * Closes the lists of the sentence and returns to the account that a new classification divides:
   * 按支出用途划分：. The account is never an item of an earlier classification.
   */
  void returnToSubdividedAccount() {
    openLists.closeSentenceLists();
    DiscourseTopic divided = lastWholeTopic;
    setNextSentenceTopic(
        isItemTopic(nextSentenceTopic) && divided != null ? divided : nextSentenceTopic);
  }

  /** Closes the lists of the sentence and returns to the whole of the outermost of them. */
  void returnToListWhole() {
    currentTopic = openLists.wholeOfOutermostInlineList(currentTopic);
    openLists.closeSentenceLists();
  }

  /**
   * The whole of a list whose parts precede and make it up, 支出2100万元，其中A 1300万元、B 800万元，比上年增长5%,
   * unless a semicolon is before the last part; otherwise the current topic.
   */
  DiscourseTopic dividedWholeOrCurrentTopic() {
    OpenList list = openLists.listJustDividingWhole();
    boolean ofLastPart =
        topicsStatedInSentence.size() == 1 && topicsStatedInSentence.contains(currentTopic);
    return list == null || ofLastPart ? currentTopic : list.outerTopic;
  }

  /**
   * Returns to the whole of a list that a semicolon has just ended, for an amount of another time
   * that names no account: 三公经费12万元，其中接待费2万元、运行费10万元；上年15万元.
   *
   * @param isOfOtherPeriod whether the amount is of another part of the year, and so of the whole
   *     also after a comma, if the parts make it up: 其中税收收入4万元，非税收入2万元，1-9月累计52万元
   */
  void returnToDividedWhole(boolean isOfOtherPeriod) {
    OpenList ended = topicsStatedInSentence.isEmpty() ? openLists.listEndedBySemicolon() : null;
    OpenList list = ended == null && isOfOtherPeriod ? openLists.listJustDividingWhole() : ended;
    currentTopic = list == null ? currentTopic : list.outerTopic;
  }

  /**
   * Returns to the previous topic if it has a budget and the current one is not in the chart and
   * has none: 预算80万元，执行76万元，结余4万元，执行率95%. Never returns to a topic of an earlier sentence or part
   * of a sentence.
   */
  void returnToBudgetedTopic() {
    DiscourseTopic earlier = topicBeforeCurrent;
    if (earlier != null
        && !currentTopic.hasBudget()
        && currentTopic != sentenceOnlyTopic
        && earlier.hasBudget()
        && !currentTopic.hasOnlyChartedSubjects()
        && topicsStatedInSentence.contains(earlier)) {
      currentTopic = earlier;
    }
  }

  /** Adds a statement to a topic, and the topic to those with statements. */
  void addStatement(Statement statement, DiscourseTopic topic) {
    topic.addStatement(statement);
    topicsStatedInSentence.add(topic);
    statedTopics.add(topic);
  }

  /**
   * A new topic of several subjects, with what the section has stated about each of them and then,
   * if these are the subjects of the current topic, about all of them together.
   */
  DiscourseTopic mergeTopicsOf(List<Subject> subjects) {
    DiscourseTopic merged = new DiscourseTopic(subjects);
    for (Subject subject : subjects) {
      DiscourseTopic stated = statedTopics.findBySubject(subject);
      if (stated != null) {
        stated.statements().forEach(merged::addStatement);
      }
    }
    if (currentTopic.subjects().equals(subjects)) {
      currentTopic.statements().forEach(merged::addStatement);
    }
    return merged;
  }

  /**
   * The statements of a topic; if it has none, the statements on its subject and fund earlier in
   * the section.
   */
  List<Statement> statementsOf(DiscourseTopic topic) {
    if (!topic.statements().isEmpty() || topic.subjects().size() != 1) {
      return topic.statements();
    }
    Subject subject = topic.subjects().getFirst();
    DiscourseTopic earlier = statedTopics.findBySubject(subject);
    return earlier == null
        ? sharedStatementsOf(subject)
        : subject.fund() == null || subject.fund() == earlier.subjects().getFirst().fund()
            ? earlier.statements()
            : List.of();
  }

  /**
   * The statements about a subject in the topic of several subjects that the sentence has left for
   * it: 收支总预算100万元，支出包括：.
   */
  private List<Statement> sharedStatementsOf(Subject subject) {
    return topicBeforeCurrent == null
        ? List.of()
        : topicBeforeCurrent.statements().stream()
            .filter(s -> s instanceof Statement.Amount amount && amount.operand().isAbout(subject))
            .toList();
  }

  /** Whether the last of all statements is an amount of a topic. */
  boolean isLastAmountOf(DiscourseTopic topic, List<Statement> statements) {
    return !statements.isEmpty()
        && statements.getLast() instanceof Statement.Amount
        && statementsOf(topic).contains(statements.getLast());
  }
}
