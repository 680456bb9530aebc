package org.mingzhang.statement;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;

/**
 * Whom the values of a clause belong to: the subjects it names or those carried over, each with its
 * year.
 */
final class ValueAssigner {
  /** 收入总计100万元、支出总计100万元，分别减少5万元: one number for each of two. */
  private static final int PAIR = 2;

  private final Discourse discourse;

  ValueAssigner(Discourse discourse) {
    this.discourse = discourse;
  }

  /** A subject and, if the years are distributed, its year. */
  record Target(Subject subject, @Nullable Integer year) {}

  /** Whom the values of a clause belong to; none where that cannot be told. */
  List<Target> assign(boolean distributed, Phrase phrase, int values) {
    if (discourse.referredMembers != 0) {
      return distributed || Math.abs(discourse.referredMembers) == 1 ? listMembers(values) : List.of();
    }
    List<Subject> subjects = discourse.resolveSubjects(phrase);
    if (distributed && values == 1 && !Discourse.namesSubject(phrase) && discourse.sentenceSubjects.size() >= PAIR) {
      return lastMentioned(PAIR);
    }
    if (!distributed || values == 1) {
      return phrase.subjects().size() > 1 || !Discourse.namesSubject(phrase) || subjects.size() == 1
          ? subjects.stream().map(s -> new Target(s, null)).toList()
          : List.of();
    }
    if (subjects.size() == values) {
      return subjects.stream().map(s -> new Target(s, null)).toList();
    }
    if (subjects.size() == 1 && phrase.years().size() == values) {
      discourse.distributedYears.put(values, phrase.years());
      return phrase.years().stream().map(y -> new Target(subjects.getFirst(), y)).toList();
    }
    List<Integer> years = discourse.distributedYears.getOrDefault(values, List.of());
    if (subjects.size() == 1 && !years.isEmpty()) {
      return years.stream().map(y -> new Target(subjects.getFirst(), y)).toList();
    }
    if (Discourse.namesSubject(phrase)) {
      discourse.distributionFailed = true;
      return List.of();
    }
    return discourse.distributionFailed ? List.of() : lastMentioned(values);
  }

  /**
   * The subjects that were spoken of last, in order, in this sentence or the one before; none if
   * they are fewer.
   */
  private List<Target> lastMentioned(int count) {
    List<Subject> recent = discourse.sentenceSubjects.isEmpty() ? discourse.previousSubjects : discourse.sentenceSubjects;
    List<Subject> once = recent.stream().distinct().toList();
    // all that was spoken of, in the order in which it was named first
    List<Subject> spoken = once.size() == count ? once : recent;
    return spoken.size() < count
        ? List.of()
        : spoken.subList(spoken.size() - count, spoken.size()).stream()
            .map(s -> new Target(s, null))
            .toList();
  }

  /**
   * The members of the last list that a clause counts, 前三项分别增加…, or one of its two, 前者增加…; none
   * unless there is a value for each.
   */
  private List<Target> listMembers(int values) {
    int count = Math.abs(discourse.referredMembers);
    ListScope scope = discourse.lists().innermost();
    List<Subject> listed = scope == null ? List.of() : scope.members();
    List<Subject> told = listed.size() > count ? listed : discourse.sentenceSubjects;
    if (values != count || told.size() < count || (count == 1 && told.size() != PAIR)) {
      return List.of();
    }
    int from = discourse.referredMembers > 0 ? 0 : told.size() - count;
    return told.subList(from, from + count).stream().map(s -> new Target(s, null)).toList();
  }

  static List<Subject> subjects(List<Target> targets) {
    return targets.stream().map(Target::subject).distinct().toList();
  }

  /**
   * What 上年, or nothing, is where two years of one amount were said, the later one first: the
   * earlier of them, and not the year before it.
   */
  static Discourse.@Nullable Base withStatedBaseYear(
      Discourse.@Nullable Base base, Subject subject, DiscourseTopic topic) {
    if (base != null && (base.phrase().years().size() != 1 || !base.phrase().relative())) {
      return base;
    }
    Frame latest =
        Optional.ofNullable(topic.latestAmount(subject, false))
            .flatMap(o -> o.frame().value())
            .orElse(Frame.UNKNOWN);
    Integer year = latest.year();
    if (year == null || (base != null && base.phrase().years().getFirst() != year - 1)) {
      return base;
    }
    if (amountOfNextYear(subject, latest, topic) == null) {
      return base;
    }
    return base == null
        ? new Discourse.Base(Phrase.EMPTY.withYears(List.of(year)), null)
        : new Discourse.Base(base.phrase().withYears(List.of(year)), base.quantity());
  }

  /** Whether a change is counted from a year, and not from a stage of it. */
  private static boolean isYearAlone(Discourse.Base base) {
    return base.phrase().relative() || base.phrase().stage() == null;
  }

  /** The amount of the year behind that of a frame, at its stage; null if none was said. */
  private static @Nullable Operand amountOfNextYear(Subject subject, Frame of, DiscourseTopic topic) {
    Integer year = of.year();
    Operand later = year == null ? null : topic.amountOfYear(subject, year + 1);
    return later == null || later.frame().value().filter(f -> f.stage() == of.stage()).isEmpty()
        ? null
        : later;
  }

  /**
   * The year that changed where the latest amount is of the year it is compared with:
   * 2016年33万元，2015年57.55万元，与上年对比减少24.55万元. Null elsewhere.
   */
  private static @Nullable Integer changedYear(Discourse.Base base, @Nullable Operand latest) {
    if (latest == null || base.phrase().years().size() != 1 || !isYearAlone(base)) {
      return null;
    }
    Integer before = base.phrase().years().getFirst();
    Integer year = latest.frame().value().map(Frame::year).orElse(null);
    return before.equals(year) ? before + 1 : null;
  }

  /** The amount of the year that a distributed value is of; null where none was said. */
  private @Nullable Operand statedAmount(Target target, Phrase phrase) {
    Integer year = target.year();
    return year == null || phrase.stage() != null
        ? null
        : discourse.topic.amountOfYear(target.subject(), year);
  }

  /** What changed: the latest amount of the subject, a result if the base is a budget. */
  Operand operandOf(Target target, Phrase phrase, Discourse.@Nullable Base base) {
    Stage against = base == null ? null : base.phrase().stage();
    Operand latest =
        target.year() != null
            ? null
            : discourse.topic.latestAmount(target.subject(), against != null && BudgetStages.isBudget(against));
    Operand ofYear = base == null ? statedAmount(target, phrase) : null;
    if (ofYear != null) {
      return ofYear;
    }
    Integer after = base == null ? null : changedYear(base, latest);
    Operand later = after == null ? null : discourse.topic.amountOfYear(target.subject(), after);
    if (latest != null && phrase.years().isEmpty()) {
      return later == null ? latest : later;
    }
    Frame frame = discourse.resolveFrame(phrase, target.year());
    if (phrase.years().size() > 1 && target.year() == null) {
      return new Operand(Slot.of(target.subject()), Slot.unknown(), null);
    }
    return new Operand(Slot.of(target.subject()), Slot.of(frame), null);
  }
}
