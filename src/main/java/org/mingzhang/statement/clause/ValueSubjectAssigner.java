package org.mingzhang.statement.clause;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.BudgetStages;

/**
 * Assigns the values of a clause to subjects: those that the clause names or those carried over,
 * each with its year if 分别 distributes the values over years.
 */
final class ValueSubjectAssigner {
  /**
   * Number of subjects (revenue and expenditure) that can share one value after 分别:
   * 收入总计100万元、支出总计100万元，分别减少5万元.
   */
  private static final int REVENUE_EXPENDITURE_PAIR_SIZE = 2;

  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;

  ValueSubjectAssigner(DiscourseState discourse, PhraseResolver phraseResolver) {
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
  }

  /** The subject of a value, and its year if the values are distributed over years. */
  record SubjectAndYear(Subject subject, @Nullable Integer year) {}

  /**
   * Assigns the values of a clause to the subjects that it names or, if it names none, to the
   * subjects carried over. Years over which values are distributed are kept for later clauses. If
   * the number of named subjects differs from the number of values, nothing is assigned; later
   * clauses of the sentence that name no subject get nothing either.
   *
   * @param numbersAreDistributed whether 分别 distributes the values
   * @param phrase phrase before the values
   * @param valueCount number of values
   * @return one target for each value, or as many for each in order, see {@link #valueIndex}; empty
   *     if undecided
   */
  List<SubjectAndYear> assign(boolean numbersAreDistributed, AmountPhrase phrase, int valueCount) {
    if (discourse.referredMemberCount != 0) {
      return numbersAreDistributed || Math.abs(discourse.referredMemberCount) == 1
          ? referencedListMembers(valueCount)
          : List.of();
    }
    List<Subject> subjects =
        phrase.funds().size() == valueCount
            ? phrase.funds().stream()
                .flatMap(fund -> phraseResolver.resolveSubjects(phrase.withFund(fund)).stream())
                .toList()
            : phraseResolver.resolveSubjects(phrase);
    if (numbersAreDistributed
        && valueCount == 1
        && !DiscourseState.namesSubject(phrase)
        && discourse.sentence.namedSubjects.size() >= REVENUE_EXPENDITURE_PAIR_SIZE) {
      return lastMentionedSubjects(REVENUE_EXPENDITURE_PAIR_SIZE);
    }
    if (!numbersAreDistributed || valueCount == 1) {
      return phrase.subjects().size() > 1
              || !DiscourseState.namesSubject(phrase)
              || subjects.size() == 1
          ? subjects.stream().map(s -> new SubjectAndYear(s, null)).toList()
          : List.of();
    }
    if (subjects.size() == valueCount || areRevenueExpenditurePairs(subjects, valueCount)) {
      return subjects.stream().map(s -> new SubjectAndYear(s, null)).toList();
    }
    if (subjects.size() == 1 && phrase.years().size() == valueCount) {
      discourse.distributedYears.put(valueCount, phrase.years());
      return phrase.years().stream().map(y -> new SubjectAndYear(subjects.getFirst(), y)).toList();
    }
    List<Integer> years = discourse.distributedYears.getOrDefault(valueCount, List.of());
    if (subjects.size() == 1 && !years.isEmpty()) {
      return years.stream().map(y -> new SubjectAndYear(subjects.getFirst(), y)).toList();
    }
    if (DiscourseState.namesSubject(phrase)) {
      discourse.sentence.distributionFailed = true;
      return List.of();
    }
    return discourse.sentence.distributionFailed ? List.of() : lastMentionedSubjects(valueCount);
  }

  /** The index of the value of a target, where the targets share the values evenly, in order. */
  static int valueIndex(int targetIndex, int targetCount, int valueCount) {
    return targetIndex * valueCount / targetCount;
  }

  /**
   * Whether there is a pair of revenue and expenditure for each value: 财政拨款收入支出均为90万元，
   * 一般公共预算财政拨款、政府性基金预算财政拨款分别为80万元和10万元.
   */
  private static boolean areRevenueExpenditurePairs(List<Subject> subjects, int valueCount) {
    return subjects.size() == REVENUE_EXPENDITURE_PAIR_SIZE * valueCount
        && IntStream.range(0, valueCount)
            .allMatch(
                i ->
                    AccountRelations.areOfOppositeSides(
                        subjects.get(REVENUE_EXPENDITURE_PAIR_SIZE * i),
                        subjects.get(REVENUE_EXPENDITURE_PAIR_SIZE * i + 1)));
  }

  /**
   * The subjects of values without named subjects: those of {@link #findSubjectsOfSeries(int)} or,
   * if it finds none and no list with several parts is open, the last subjects of the sentence or
   * of the one before, as many as there are values.
   */
  private List<SubjectAndYear> lastMentionedSubjects(int count) {
    List<Subject> found = findSubjectsOfSeries(count);
    List<Subject> recent = recentSubjects();
    boolean last = found.isEmpty() && membersOfList().size() < 2 && recent.size() >= count;
    return (last ? recent.subList(recent.size() - count, recent.size()) : found)
        .stream().map(s -> new SubjectAndYear(s, null)).toList();
  }

  /** The subjects with amounts in this sentence or else in the one before, in order. */
  private List<Subject> recentSubjects() {
    SentenceState sentence = discourse.sentence;
    return sentence.namedSubjects.isEmpty()
        ? sentence.previousNamedSubjects
        : sentence.namedSubjects;
  }

  /** The parts of the innermost list if it is within the sentence; otherwise empty. */
  private List<Subject> membersOfList() {
    OpenList list = discourse.lists().innermostList();
    return list == null || list.level > 0 ? List.of() : list.memberSubjects();
  }

  /**
   * The accounts of several amounts that stand one after the other without 分别, 与上年的14万元、5万元相比: the
   * accounts that the phrase names, otherwise the subjects that {@link #findSubjectsOfSeries(int)}
   * returns. Empty unless there are as many as amounts.
   */
  List<Subject> findSubjectsOfSeries(AmountPhrase phrase, int valueCount) {
    if (!phrase.subjects().isEmpty()) {
      return phrase.subjects().size() == valueCount ? phrase.subjects() : List.of();
    }
    return phrase.years().size() > 1 ? List.of() : findSubjectsOfSeries(valueCount);
  }

  /**
   * As many subjects as values: the parts of the open list, or its whole and its parts; otherwise
   * all subjects of the sentence or of the one before, or those over which 分别 has distributed
   * amounts last. Empty if none of these groups has as many members as there are values.
   */
  private List<Subject> findSubjectsOfSeries(int valueCount) {
    OpenList list = discourse.lists().innermostList();
    List<Subject> members = membersOfList();
    Subject whole = list == null || members.size() < 2 ? null : list.wholeSubject();
    return Stream.of(
            members,
            Stream.concat(Stream.ofNullable(whole), members.stream()).toList(),
            recentSubjects().stream().distinct().toList(),
            discourse.lastDistributedSubjects)
        .filter(subjects -> subjects.size() == valueCount)
        .findFirst()
        .orElse(List.of());
  }

  /**
   * The members of the last list that a clause refers to. 前三项分别增加… refers to the first three, 前者增加…
   * to the first of two. Empty unless the number of values equals that of the members.
   */
  private List<SubjectAndYear> referencedListMembers(int valueCount) {
    int count = Math.abs(discourse.referredMemberCount);
    OpenList scope = discourse.lists().innermostList();
    List<Subject> listed = scope == null ? List.of() : scope.memberSubjects();
    List<Subject> members =
        listed.size() > count
            ? listed
            : discourse.sentence.namedSubjects.stream().distinct().toList();
    if (valueCount != count
        || members.size() < count
        || (count == 1 && members.size() != REVENUE_EXPENDITURE_PAIR_SIZE)) {
      return List.of();
    }
    int from = discourse.referredMemberCount > 0 ? 0 : members.size() - count;
    return members.subList(from, from + count).stream()
        .map(s -> new SubjectAndYear(s, null))
        .toList();
  }

  /** The subjects of targets, without repetition. */
  static List<Subject> subjectsOf(List<SubjectAndYear> targets) {
    return targets.stream().map(SubjectAndYear::subject).distinct().toList();
  }

  /**
   * The year that has changed, if the latest stated amount is that of the base year, at the stage
   * that the base states, if any; otherwise null: 2016年33万元，2015年57.55万元，与上年对比减少24.55万元.
   */
  private static @Nullable Integer yearOfChange(
      SentenceState.ComparisonBase comparisonBase, @Nullable Operand latest) {
    AmountPhrase base = comparisonBase.phrase();
    if (latest == null
        || base.years().size() != 1
        || !(base.hasRelativeYear()
            || base.stage() == null
            || base.stage() == DiscourseTopic.stageOf(latest))) {
      return null;
    }
    Integer before = base.years().getFirst();
    Integer year = DiscourseTopic.yearOf(latest);
    return before.equals(year) ? before + 1 : null;
  }

  /** The stated amount of the year that 分别 assigns to a value, or null. */
  private @Nullable Operand statedAmountOfAssignedYear(SubjectAndYear target, AmountPhrase phrase) {
    Integer year = target.year();
    return year == null || phrase.stage() != null
        ? null
        : discourse.topic().findAmountOfYear(target.subject(), year);
  }

  /**
   * The amount of a subject in the topic to which a change refers. If the base is a budget, it is
   * the budget of the year after if that is the latest amount (2024年预算12万元，比2023年预算减少1万元), the
   * latest result or, if there is none, the adjusted budget stated last; otherwise the latest
   * amount, except that a result is preferred to a budget of the same year that follows it:
   * 决算62.07万元，预算84.82万元，完成73.2%，较上年增加38.97万元.
   */
  private @Nullable Operand latestAmountForChange(
      Subject subject, SentenceState.@Nullable ComparisonBase comparisonBase) {
    Stage referenceStage = comparisonBase == null ? null : comparisonBase.phrase().stage();
    Operand result = discourse.topic().findLatestAmount(subject, true);
    Operand latest = discourse.topic().findLatestAmount(subject, false);
    Stage stage = result == null ? null : DiscourseTopic.stageOf(result);
    boolean executed = stage != null && !BudgetStages.isBudget(stage);
    if (BudgetStages.isBudget(referenceStage)) {
      if (isBudgetOfNextYear(latest, comparisonBase)) {
        return latest;
      }
      int year = discourse.referenceYear();
      Operand ofYear =
          result == null ? null : discourse.topic().findAmountAtStageOf(result, subject, year);
      boolean adjusted = latest != null && DiscourseTopic.stageOf(latest) == Stage.ADJUSTED_BUDGET;
      return adjusted && !executed && referenceStage != Stage.ADJUSTED_BUDGET
          ? latest
          : executed && ofYear != null && !BudgetStages.isBudget(DiscourseTopic.stageOf(ofYear))
              ? ofYear
              : result;
    }
    Integer year = DiscourseTopic.yearOf(latest);
    return executed && year != null && year.equals(DiscourseTopic.yearOf(result)) ? result : latest;
  }

  /** Whether an amount is the budget of the year after the only year of a base. */
  private static boolean isBudgetOfNextYear(
      @Nullable Operand amount, SentenceState.@Nullable ComparisonBase comparisonBase) {
    Integer year = DiscourseTopic.yearOf(amount);
    return amount != null
        && comparisonBase != null
        && year != null
        && BudgetStages.isBudget(DiscourseTopic.stageOf(amount))
        && comparisonBase.phrase().years().equals(List.of(year - 1));
  }

  /**
   * Whether a phrase states a result although the latest amount is a budget, or a budget although
   * that is a result, so that the amount is not the one that changed: 预算为3万元，决算数较上年增加1万元.
   */
  private static boolean isAtOtherStage(AmountPhrase phrase, Operand latest) {
    Stage stage = DiscourseTopic.stageOf(latest);
    return phrase.stage() != null
        && stage != null
        && phrase.isAtBudgetStage() != BudgetStages.isBudget(stage);
  }

  /**
   * The operand that changed. If neither the target nor the phrase has a year, it is the amount
   * stated for the year after the base, otherwise the latest amount of the subject or, if the base
   * is a budget, its latest result. If the target has a year and there is no base, it is the amount
   * stated for that year. If no such amount is stated, the operand has no amount, but the stage and
   * time of the phrase, which are unknown if the phrase states several years.
   */
  Operand findChangedOperand(
      SubjectAndYear target,
      AmountPhrase phrase,
      SentenceState.@Nullable ComparisonBase comparisonBase) {
    Operand latest =
        target.year() != null ? null : latestAmountForChange(target.subject(), comparisonBase);
    Operand ofYear = comparisonBase == null ? statedAmountOfAssignedYear(target, phrase) : null;
    if (ofYear != null) {
      return ofYear;
    }
    Integer after = comparisonBase == null ? null : yearOfChange(comparisonBase, latest);
    Operand later =
        after == null || latest == null
            ? null
            : discourse.topic().findAmountAtStageOf(latest, target.subject(), after);
    boolean isBase =
        latest != null
            && comparisonBase != null
            && comparisonBase.quantity() != null
            && comparisonBase.quantity().equals(latest.quantity());
    if (latest != null && !isBase && phrase.years().isEmpty() && !isAtOtherStage(phrase, latest)) {
      return later == null ? latest : later;
    }
    StageAndTime stageAndTime = phraseResolver.resolveStageAndTime(phrase, target.year());
    if (phrase.years().size() > 1 && target.year() == null) {
      return new Operand(CandidateValues.of(target.subject()), CandidateValues.unknown(), null);
    }
    return Operand.of(target.subject(), stageAndTime, null);
  }
}
