package org.mingzhang.web.document;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.RuleBook;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Examination;
import org.mingzhang.web.render.Labels;

/**
 * What the rules looked at when a document was read, beside what they found: how many places agree,
 * and where nothing could be decided, with the reasons. It is kept with the record; nothing is
 * looked at again.
 *
 * @param places places looked at
 * @param agreeing places that agree
 * @param undecided places that cannot be decided
 * @param lines the rules that could not decide, those with most places first
 * @param kept whether the record has it; records of earlier versions do not
 */
public record ExaminationSummary(
    int places, int agreeing, int undecided, List<Line> lines, boolean kept) {
  /**
   * A rule that could not decide.
   *
   * @param rule the rule, or the one that took its place; null where the book has none any more
   * @param id id under which the record has it
   * @param places how often
   * @param reasons why, in Chinese
   * @param reasonsEnglish the same in English
   */
  public record Line(
      @Nullable RuleDescription rule,
      String id,
      int places,
      String reasons,
      String reasonsEnglish) {}

  /** What is kept of a document; null for one whose text was recognised from images. */
  static @Nullable ExaminationSummary of(Disclosure disclosure) {
    if (disclosure.source().ocr() != null) {
      return null;
    }
    Examination examination = disclosure.examination();
    List<Examination.RuleAnswers> answers =
        Optional.ofNullable(examination).map(Examination::answers).orElse(List.of());
    return new ExaminationSummary(
        answers.stream().mapToInt(Examination.RuleAnswers::places).sum(),
        answers.stream().mapToInt(Examination.RuleAnswers::agrees).sum(),
        answers.stream().mapToInt(Examination.RuleAnswers::undecided).sum(),
        answers.stream()
            .filter(a -> a.undecided() > 0)
            .sorted(Comparator.comparingInt(Examination.RuleAnswers::undecided).reversed())
            .map(ExaminationSummary::line)
            .toList(),
        examination != null);
  }

  private static Line line(Examination.RuleAnswers answers) {
    return new Line(
        RuleBook.find(answers.rule()).orElse(null),
        answers.rule(),
        answers.undecided(),
        String.join("；", answers.reasons()),
        String.join("; ", answers.reasonsEnglish()));
  }

  /** One sentence with the three numbers. */
  public String sentence(Labels labels) {
    return kept
        ? labels.format("checked.sentence", places, agreeing, undecided)
        : labels.text("checked.unkept");
  }
}
