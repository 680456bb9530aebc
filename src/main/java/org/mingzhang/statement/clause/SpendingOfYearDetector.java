package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.text.PatternTable;

/**
 * Decides whether 当年支出 and the like mean the spending from the funds, or on the item, that is the
 * topic.
 */
final class SpendingOfYearDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SpendingOfYearDetector.class);
  private static final Pattern EXPENDITURE_OF_YEAR = PATTERNS.get("year-spent");
  private static final Pattern REMAINING_FUNDS_NAME = PATTERNS.get("remainder");

  private static final String SPENDING = "支出";

  /** Maximum number of preceding statements that are searched for a share. */
  private static final int MAX_STATEMENTS_BACK = 6;

  private final DiscourseState discourse;

  SpendingOfYearDetector(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Whether a phrase such as 当年支出决算 means the expenditure on the topic, which is an item or the
   * object of an evaluation.
   */
  boolean namesSpendingOnTopic(AmountPhrase phrase) {
    List<Subject> topic = discourse.topic().subjects();
    return namesSpendingOfYear(phrase)
        && topic.size() == 1
        && ((topic.getFirst().item() != null && topic.getFirst().isInChart())
            || Lexicon.standard().isDefaultAccountName(topic.getFirst().account())
            || isUnlistedTopicOfSentence()
            || (discourse.context.textEvaluatesProjects()
                && !topic.getFirst().isInChart()
                && discourse.topic().hasBudget()));
  }

  /**
   * Whether a phrase states the year's spending from funds that the phrase does not name and whose
   * remainder from earlier years is the topic: 2020年结转12万元，2021年下达30万元，当年支出36万元.
   */
  boolean namesSpendingFromUnnamedFunds(AmountPhrase phrase) {
    return namesSpendingOfYear(phrase)
        && isUnlistedTopicOfSentence()
        && discourse.topic().subjects().stream().anyMatch(SpendingOfYearDetector::isRemainder);
  }

  /** Whether a subject is money that was left. */
  static boolean isRemainder(Subject subject) {
    return REMAINING_FUNDS_NAME.matcher(subject.account()).find();
  }

  /**
   * Whether the topic is an account that the chart does not have, of which the sentence has stated
   * an amount, and no revenue, so that 当年支出 is the spending from that account: 衔接资金500万元，当年支出490万元.
   * False in an evaluation of a project, where it is the spending of the project.
   */
  private boolean isUnlistedTopicOfSentence() {
    List<Subject> topic = discourse.topic().subjects();
    return topic.size() == 1
        && !discourse.context.textEvaluatesProjects()
        && !topic.getFirst().isInChart()
        && !UnnamedFlowResolver.endsWithOtherFlow(topic.getFirst(), SPENDING)
        && discourse.sentence.namedSubjects.contains(topic.getFirst())
        && !isShareOfAllSpending(topic.getFirst());
  }

  /**
   * Whether the text has just stated which share of the agency's expenditure an account is:
   * 惠企资金400万元，占全年支出的40%，全年支出1000万元.
   */
  private boolean isShareOfAllSpending(Subject part) {
    List<Statement> all = discourse.statements;
    return all.subList(Math.max(0, all.size() - MAX_STATEMENTS_BACK), all.size()).stream()
        .anyMatch(
            s ->
                s instanceof Statement.Share share
                    && share.part().isAbout(part)
                    && share
                        .whole()
                        .subject()
                        .uniqueValue()
                        .filter(w -> w.isInChart() && w.account().contains(SPENDING))
                        .isPresent());
  }

  /** Whether a phrase only says that its amount was spent in the year: 全年支出. */
  static boolean namesSpendingOfYear(AmountPhrase phrase) {
    return phrase.subjects().size() == 1
        && EXPENDITURE_OF_YEAR.matcher(phrase.subjects().getFirst().printedName()).matches();
  }
}
