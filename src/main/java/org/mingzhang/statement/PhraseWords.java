package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/** What the words around a name say: time, stage, fund, whose. Filled while one phrase is read. */
final class PhraseWords {

  private final FoldedText folded;
  private final Setting setting;
  private final int yearSpoken;
  final List<Integer> years = new ArrayList<>();
  @Nullable Stage stage;
  @Nullable String period;
  @Nullable String basis;
  @Nullable Fund fund;
  @Nullable Perimeter perimeter;
  @Nullable String level;
  boolean perHead;
  boolean doubtful;
  boolean distributed;
  boolean pair;
  boolean relative;
  boolean unknown;
  boolean leftOut;

  PhraseWords(FoldedText folded, Setting setting, int yearSpoken) {
    this.folded = folded;
    this.setting = setting;
    this.yearSpoken = yearSpoken;
  }

  void add(Token token) {
    if (token instanceof Token.Time time) {
      years.addAll(time.years());
      period = time.period().isEmpty() ? period : time.period();
    } else if (token instanceof Token.Word word) {
      word(word);
    }
  }

  /**
   * 完成预算资金 is what was done, not what was planned; 年初批复培训费预算 is the initial budget, which says more
   * than 预算.
   */
  private void stage(Stage said) {
    boolean done = stage == Stage.EXECUTION && Stages.isBudget(said);
    boolean exact = stage != null && Stages.isBudget(stage) && said == Stage.BUDGET;
    stage = done || exact ? stage : said;
  }

  /** The level of an agency, 区级, is no perimeter of its accounts. */
  private @Nullable Perimeter perimeter(String value) {
    if (value.equals(Lexicon.LOWER_GOVERNMENTS)) {
      return perimeter(Perimeter.GOVERNMENT.name());
    }
    return value.equals("OWN")
            || (value.equals("GOVERNMENT") && setting.chart() != Chart.governments())
        ? perimeter
        : Perimeter.valueOf(value);
  }

  private boolean isAdjustment(Token.Word word) {
    return folded.text().startsWith("调", word.start());
  }

  private void word(Token.Word word) {
    switch (word.type()) {
      case STAGE -> stage(Stages.of(word.value()));
      case TO -> stage = isAdjustment(word) ? Stage.ADJUSTED_BUDGET : stage;
      case YEAR -> {
        relative |= years.isEmpty();
        if (yearSpoken > 0 && years.isEmpty()) {
          years.add(yearSpoken + Integer.parseInt(word.value()));
        }
      }
      case PERIOD -> period = folded.text(word);
      case BASIS -> basis = word.value();
      case FUND -> fund = Fund.valueOf(word.value());
      case SCOPE -> {
        Perimeter said = perimeter(word.value());
        level = said != perimeter || level == null ? folded.text(word) : level;
        perimeter = said;
      }
      case PER_HEAD -> perHead = true;
      case EACH, BOTH -> distributed = true;
      case PLAN, THRESHOLD, APPROXIMATE -> doubtful = true;
      default -> {}
    }
  }
}
