package org.mingzhang.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/**
 * What the words before a number say.
 *
 * @param subjects what is named; none where the clause names nothing, several in a coordination
 * @param pair whether the subjects are 收 and 支 of one name, which need no 均
 * @param flow 收入 or 支出 where the phrase says only that, {@link #BOTH} where it says both; empty
 *     otherwise
 * @param stage stage said, or null
 * @param years years said
 * @param period part of a year said, or null
 * @param basis basis of comparison said, or null
 * @param fund fund said outside the name, or null
 * @param perimeter perimeter said outside the name, or null
 * @param level the words that say the perimeter, 全市 or 县级, or null
 * @param perHead whether it says 生均 or 人均
 * @param doubtful whether it says that the amount is a plan, a limit or an approximation
 * @param relative whether its year is counted from the year spoken of: 上年
 * @param unknown whether it has words of which no name can be made
 * @param leftOut whether another name of the chart stands before, at the end of its line, without
 *     an amount
 */
record Phrase(
    List<Subject> subjects,
    boolean pair,
    String flow,
    @Nullable Stage stage,
    List<Integer> years,
    @Nullable String period,
    @Nullable String basis,
    @Nullable Fund fund,
    @Nullable Perimeter perimeter,
    @Nullable String level,
    boolean perHead,
    boolean doubtful,
    boolean relative,
    boolean unknown,
    boolean leftOut) {
  /** Both 收入 and 支出 and nothing else: 收、支各增加. */
  static final String BOTH = "收支";

  /** Nothing said. */
  static final Phrase EMPTY =
      new Phrase(
          List.of(), false, "", null, List.of(), null, null, null, null, null, false, false, false,
          false, false);

  /** The same that names other subjects. */
  Phrase withSubjects(List<Subject> other) {
    return new Phrase(
        other, pair, flow, stage, years, period, basis, fund, perimeter, level, perHead,
        doubtful, relative, unknown, leftOut);
  }

  /** The same at another stage. */
  Phrase withStage(Stage other) {
    return new Phrase(
        subjects, pair, flow, other, years, period, basis, fund, perimeter, level, perHead,
        doubtful, relative, unknown, leftOut);
  }

  /** The same of other years. */
  Phrase withYears(List<Integer> other) {
    return new Phrase(
        subjects, pair, flow, stage, other, period, basis, fund, perimeter, level, perHead,
        doubtful, relative, unknown, leftOut);
  }

  /** The same with the subjects of another phrase. */
  Phrase named(Phrase name) {
    return name.subjects().isEmpty()
        ? this
        : new Phrase(
            name.subjects(),
            false,
            "",
            stage == null ? name.stage() : stage,
            years,
            period,
            basis,
            fund == null ? name.fund() : fund,
            perimeter,
            level,
            perHead,
            doubtful,
            relative,
            unknown,
            leftOut);
  }

  /** Copies the lists. */
  Phrase {
    subjects = List.copyOf(subjects);
    years = List.copyOf(years);
  }
}
