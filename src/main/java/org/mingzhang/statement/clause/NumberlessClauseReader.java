package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Statement.Reason;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.text.PatternTable;

/**
 * Reads clauses without a number, and the words after the last number of a clause. They name a
 * topic, a time, a part of a list without an amount, or a reason.
 */
final class NumberlessClauseReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(NumberlessClauseReader.class);
  private static final Pattern PARTS_OF_FLOW = PATTERNS.get("parts-of-flow");
  private static final Pattern STATED_ELSEWHERE = PATTERNS.get("stated-elsewhere");

  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;

  NumberlessClauseReader(DiscourseState discourse, PhraseResolver phraseResolver) {
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
  }

  /**
   * Marks the innermost open list, if any, as having a part without an amount if the phrase names a
   * subject.
   */
  void markMissingAmount(AmountPhrase phrase) {
    OpenList scope = discourse.lists().innermostList();
    if (scope != null && !phrase.subjects().isEmpty()) {
      scope.hasPartWithoutAmount = true;
    }
  }

  /**
   * As {@link #markMissingAmount}, but only if the phrase names exactly one account of the chart.
   */
  void markMissingAmountOfAccount(AmountPhrase phrase) {
    if (phrase.subjects().size() == 1 && phrase.subjects().getFirst().isInChart()) {
      markMissingAmount(phrase);
    }
  }

  /**
   * Makes the account that begins a clause the topic if the words after it say that the text states
   * its amount elsewhere: 公用经费即上述机关运行经费，占10.89%. Returns false if they do not.
   */
  boolean readReference(AmountPhrase account, String wordsAfter) {
    boolean refers = STATED_ELSEWHERE.matcher(wordsAfter).lookingAt();
    if (refers) {
      markMissingAmount(account);
      changeTopic(account);
    }
    return refers;
  }

  /**
   * Makes the subjects that a phrase names the topic, unless they are words for parts of the topic.
   * A phrase that says only 收入 or 支出 selects, of several subjects of the topic, those on that side;
   * if the topic is one account of the other flow, the account that the word means becomes the
   * topic: 拨款收入500万元；支出包括：. Does nothing for other phrases.
   */
  void changeTopic(AmountPhrase phrase) {
    if (namesOnlyParts(phrase)) {
      return;
    }
    if (saysOtherFlowThanTopic(phrase)) {
      discourse.changeTopic(List.of(phraseResolver.resolveUnnamedFlow(phrase)));
    } else if (DiscourseState.namesSubject(phrase)
        || (!phrase.flow().isEmpty() && discourse.topic().subjects().size() > 1)) {
      discourse.changeTopic(phraseResolver.resolveSubjects(phrase));
    }
  }

  private boolean saysOtherFlowThanTopic(AmountPhrase phrase) {
    List<Subject> topic = discourse.topic().subjects();
    return !DiscourseState.namesSubject(phrase)
        && !phrase.flow().isEmpty()
        && !phrase.flow().equals(AmountPhrase.BOTH_FLOWS)
        && topic.size() == 1
        && topic.getFirst().isInChart()
        && UnnamedFlowResolver.endsWithOtherFlow(topic.getFirst(), phrase.flow());
  }

  /** Whether a phrase only announces parts of the topic: 主要收入项目完成情况如下：. */
  private static boolean namesOnlyParts(AmountPhrase phrase) {
    return phrase.subjects().size() == 1
        && !phrase.subjects().getFirst().isInChart()
        && PARTS_OF_FLOW.matcher(phrase.subjects().getFirst().account()).matches();
  }

  /**
   * Reads a clause that contains no number. It may change the topic, set the year, period and stage
   * of the sentence, or mark the open list as having a part without an amount.
   *
   * @param phrase the words of the clause, read as a phrase
   * @param namesItem whether it names an item of the classification
   * @param hasOnlyName whether it has only a name, with time, fund or stage
   * @param markAfter punctuation mark after it
   * @param opensItem whether it opens an item of a list
   * @param opensSentence whether it opens a sentence
   */
  void readClause(
      AmountPhrase phrase,
      boolean namesItem,
      boolean hasOnlyName,
      char markAfter,
      boolean opensItem,
      boolean opensSentence) {
    OpenList list = discourse.lists().innermostList();
    boolean headers = opensItem && (markAfter == '：' || markAfter == '。');
    if (headers && list != null) {
      list.headingSubject = headingSubject(phrase);
    }
    if (phrase.subjects().isEmpty()) {
      Subject flow =
          markAfter == '：' && (opensItem || opensSentence) ? headingSubject(phrase) : null;
      if (flow != null) {
        // The heading of an item or sentence names the account of the amounts after it:
        // 1、收入：792.22万元.
        discourse.changeTopic(List.of(flow));
      }
      if (hasOnlyName) {
        discourse.sentence.year =
            phrase.years().size() == 1 ? phrase.years().getFirst() : discourse.sentence.year;
        if (phrase.years().size() > 1) {
          discourse.distributedYears.put(phrase.years().size(), phrase.years());
        }
        if (DiscourseState.areConsecutiveYears(phrase.years())) {
          discourse.sentence.yearRange = phrase.years();
          discourse.lastExecutedYear =
              Math.max(discourse.lastExecutedYear, phrase.years().getLast());
        }
        discourse.sentence.setPeriodIfStated(phrase.period());
        discourse.sentence.stage =
            phrase.stage() == null ? discourse.sentence.stage : phrase.stage();
      }
      return;
    }
    boolean charted =
        phrase.subjects().stream().allMatch(Subject::isInChart)
            || (opensItem && isShortNameOfAccount(phrase));
    OpenList scope = discourse.lists().innermostList();
    boolean part = scope != null && scope.level == 0 && !scope.isEmpty();
    if (charted && hasOnlyName && part && markAfter != '：') {
      markMissingAmount(phrase);
    }
    boolean project =
        opensItem
            && phrase.subjects().size() == 1
            && AccountNameResolver.isFundingOfNamedProject(phrase.subjects().getFirst());
    boolean undecided =
        charted
            && (phrase.subjects().size() == 1 || areRevenueAndExpenditure(phrase.subjects()))
            && markAfter == '，';
    if (!charted && markAfter == '：' && !opensItem) {
      discourse.hasUnlistedHeading = true;
    }
    if (phrase.isPerHead() && markAfter == '：') {
      discourse.headingSaysPerHead = true;
    }
    if (namesItem
        || project
        || (phrase.isPerHead() && markAfter == '：')
        || undecided
        || (charted && (hasOnlyName || headers || markAfter == '：'))
        || (opensItem && (markAfter == '：' || (headers && isClassificationItem(phrase))))) {
      discourse.changeTopic(phraseResolver.resolveSubjects(phrase));
      discourse.sentence.stage = phrase.stage() == null ? discourse.sentence.stage : phrase.stage();
      if (!phrase.years().isEmpty() && !(phrase.hasRelativeYear() && markAfter == '，')) {
        discourse.sentence.year = phrase.years().getLast();
      }
    }
  }

  /** Whether a phrase is a short name for an account below or beside the topic: 二、接待方面，. */
  private boolean isShortNameOfAccount(AmountPhrase phrase) {
    if (phrase.subjects().size() != 1) {
      return false;
    }
    Subject resolved = phraseResolver.resolveSubjects(phrase).getFirst();
    return resolved.isInChart() && resolved.item() == null;
  }

  /** Whether a phrase is the name of an item of the functional classification. */
  private boolean isClassificationItem(AmountPhrase phrase) {
    return phrase.subjects().size() == 1
        && discourse.nameResolver().functionalItems().findItem(phrase.subjects().getFirst())
            != null;
  }

  /** Whether the subjects are revenue and expenditure with otherwise the same name: 收入支出总计. */
  private boolean areRevenueAndExpenditure(List<Subject> subjects) {
    return subjects.size() == 2
        && discourse
            .relations()
            .findCounterpart(subjects.getFirst(), "支出")
            .filter(subjects.getLast()::isSameAs)
            .isPresent();
  }

  /** The single subject that the heading of an item names, （二）支出预算情况：, or null. */
  private @Nullable Subject headingSubject(AmountPhrase phrase) {
    if (phrase.subjects().isEmpty()
        && !phrase.flow().isEmpty()
        && !phrase.flow().equals(AmountPhrase.BOTH_FLOWS)) {
      return phraseResolver.resolveUnnamedFlow(phrase);
    }
    List<Subject> named =
        phrase.subjects().isEmpty() ? List.of() : phraseResolver.resolveSubjects(phrase);
    return named.size() == 1 ? named.getFirst() : null;
  }

  /**
   * Adds a statement of a reason or purpose for the latest amount of the topic, of unknown amount
   * if it has none. Adds nothing unless the topic has exactly one subject.
   */
  void addReason() {
    DiscourseTopic topic = discourse.topic();
    if (topic.subjects().size() == 1) {
      Operand latest = topic.findLatestAmount(topic.subjects().getFirst(), false);
      discourse.statements.add(
          new Reason(
              discourse.clauseSpan,
              latest == null
                  ? new Operand(
                      CandidateValues.of(topic.subjects().getFirst()),
                      CandidateValues.unknown(),
                      null)
                  : latest));
    }
  }
}
