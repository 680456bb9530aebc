package org.mingzhang.web.answer;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.SearchScope;
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
  List<AnswerView.YearLink> linksTo(
      List<DirectAnswer.OtherYear> years, Labels labels, PortalLinks links) {
    return !canBeWritten()
        ? List.of()
        : years.stream()
            .map(
                other ->
                    new AnswerView.YearLink(
                        other.count() == null
                            ? labels.text("answer.year", String.valueOf(other.year()))
                            : labels.text(
                                "answer.year.count",
                                String.valueOf(other.year()),
                                AmountFormat.formatCount(other.count())),
                        links.search(write(other.year()), SearchScope.SECTIONS)))
            .toList();
  }

  private boolean canBeWritten() {
    return question.years().isEmpty() || (question.years().size() == 1 && namesYear());
  }

  private boolean namesYear() {
    return typed.contains(String.valueOf(question.years().getFirst()));
  }

  /** The question with its year replaced, or with a year if it names none. */
  String write(int year) {
    if (!question.years().isEmpty()) {
      return typed.replace(String.valueOf(question.years().getFirst()), String.valueOf(year));
    }
    return HAN.matcher(typed).find() ? year + "年" + typed.strip() : typed.strip() + " " + year;
  }
}
