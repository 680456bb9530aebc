package org.mingzhang.web.answer;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Stage;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/**
 * Writes a question for another year.
 *
 * @param question the question as understood
 * @param typed the question as typed
 */
record QuestionOfOtherYear(NumericQuestion question, String typed) {
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** Links to the same question for other years; empty if it cannot be written. */
  List<AnswerView.YearLink> buildLinks(
      List<DirectAnswer.OtherYear> years, Labels labels, PortalLinks links) {
    return !canBeWritten()
        ? List.of()
        : years.stream()
            .map(
                other ->
                    new AnswerView.YearLink(
                        label(other, labels),
                        links.search(write(other.year(), other.stage()), SearchScope.SECTIONS)))
            .toList();
  }

  private static String label(DirectAnswer.OtherYear other, Labels labels) {
    String year = String.valueOf(other.year());
    if (other.count() == null) {
      return labels.text("answer.year", year);
    }
    String stage =
        Stage.ofLabel(String.valueOf(other.stage())).isPresent() ? labels.stage(other.stage()) : "";
    String count = AmountFormat.formatCount(other.count());
    return other.highestAmount() == null
        ? labels.format("answer.year.count", year, stage, count)
        : labels.format(
            "answer.year.first", year, stage, count, labels.money(other.highestAmount()));
  }

  private boolean canBeWritten() {
    return question.years().isEmpty() || (question.years().size() == 1 && namesYear());
  }

  private boolean namesYear() {
    return typed.contains(String.valueOf(question.years().getFirst()));
  }

  /**
   * The question with its year replaced, or with a year if it names none; and with a stage at its
   * end if it names none.
   *
   * @param stage label of a stage; another text or null for none
   */
  String write(int year, @Nullable String stage) {
    String dated = write(year);
    return stage == null || question.account().stage() != null || Stage.ofLabel(stage).isEmpty()
        ? dated
        : dated + " " + stage;
  }

  private String write(int year) {
    if (!question.years().isEmpty()) {
      return typed.replace(String.valueOf(question.years().getFirst()), String.valueOf(year));
    }
    return HAN.matcher(typed).find() ? year + "年" + typed.strip() : typed.strip() + " " + year;
  }
}
