package org.mingzhang.statement.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;

/**
 * Completes phrases by what the discourse carries over: the subjects, the stage and the time that a
 * phrase leaves out. Used by the readers of one discourse.
 */
final class PhraseResolver {
  private final SubjectResolver subjectResolver;
  private final UnnamedFlowResolver flowResolver;
  private final StageAndTimeResolver stageAndTimeResolver;
  private final SpendingOfYearDetector spendingOfYearDetector;

  PhraseResolver(DiscourseState discourse) {
    this.subjectResolver = new SubjectResolver(discourse);
    this.flowResolver = new UnnamedFlowResolver(discourse);
    this.stageAndTimeResolver = new StageAndTimeResolver(discourse);
    this.spendingOfYearDetector = new SpendingOfYearDetector(discourse);
  }

  /**
   * The subjects of a phrase; if it names none, those carried over from the topic. Empty if there
   * are none or the phrase is unreadable.
   */
  List<Subject> resolveSubjects(AmountPhrase phrase) {
    return subjectResolver.resolve(phrase);
  }

  /** Whether a phrase such as 全年支出 means the expenditure on the topic. */
  boolean isSpendingOfTopic(AmountPhrase phrase) {
    return spendingOfYearDetector.namesSpendingOnTopic(phrase);
  }

  /** The account that 收入 or 支出 without a name means, as in a heading: 支出方面：. */
  Subject resolveUnnamedFlow(AmountPhrase phrase) {
    return flowResolver.resolve(phrase);
  }

  /**
   * Determines the stage and time of an amount.
   *
   * @param year year that 分别 assigns to the amount, or null
   */
  StageAndTime resolveStageAndTime(AmountPhrase phrase, @Nullable Integer year) {
    return stageAndTimeResolver.resolve(phrase, year);
  }
}
