package org.mingzhang.web.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.question.AskedChange;
import org.mingzhang.question.Inquiry;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.YearChange;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/**
 * The sentences of an answer: what it is, and what is missing.
 *
 * @param answer the answer
 * @param labels words of the page
 */
record AnswerWords(DirectAnswer answer, Labels labels) {
  /** What is answered, in a line. */
  String title() {
    Inquiry inquiry = answer.inquiry();
    String account = labels.account(inquiry.account().account().name());
    return switch (answer.form()) {
      case ONE -> labels.text("answer.one", inquiry.who().agencies().getFirst().name(), account);
      case UNKNOWN, TOO_MANY ->
          inquiry.who().named().isEmpty()
              ? account
              : labels.text("answer.one", inquiry.who().named(), account);
      case LIST -> list(inquiry);
    };
  }

  private String list(Inquiry inquiry) {
    String name = inquiry.account().account().name();
    String account =
        inquiry.direction().movement() ? labels.accountWithin(name) : labels.account(name);
    return labels.format(
        "answer.list." + inquiry.direction().id(),
        String.valueOf(answer.basis().year()),
        account,
        String.valueOf(answer.basis().base()),
        AmountFormat.count(answer.lines().size()));
  }

  /** The change of a line: 比 2023 年增加 0.28 万元（7%）; empty where there is none. */
  String change(DirectAnswer.Line line) {
    YearChange change = line.change();
    if (change == null) {
      return "";
    }
    String base = String.valueOf(line.base());
    if (change.sign() == 0) {
      return labels.text("answer.change.same", base);
    }
    List<String> sizes = new ArrayList<>();
    if (change.yuan() != null) {
      sizes.add(labels.money(change.yuan().abs()));
    }
    if (change.percent() != null) {
      sizes.add(AmountFormat.plain(change.percent().abs()) + "%");
    }
    String size =
        sizes.size() == 2
            ? labels.text("answer.change.size", sizes.getFirst(), sizes.getLast())
            : sizes.getFirst();
    return labels.text("answer.change." + change.direction(), base, size);
  }

  /** What is missing, and how much of a list is not shown. */
  List<String> notes(int shown) {
    return switch (answer.form()) {
      case ONE -> one();
      case LIST -> listed(shown);
      case UNKNOWN -> List.of(labels.text("answer.unknown", answer.inquiry().who().named()));
      case TOO_MANY -> List.of(labels.text("answer.too-many"));
    };
  }

  private List<String> one() {
    List<String> notes = new ArrayList<>();
    for (DirectAnswer.Line line : answer.lines()) {
      String year = String.valueOf(line.year());
      if (line.cell().state() == ComparisonGrid.State.UNCOLLECTED) {
        notes.add(labels.text("answer.uncollected", year));
      } else if (line.cell().state() == ComparisonGrid.State.UNSTATED) {
        notes.add(
            labels.text(
                answer.others().stream().anyMatch(o -> o.year() == line.year())
                    ? "answer.unstated.stage"
                    : "answer.unstated",
                year));
      }
    }
    if (!notes.isEmpty() && !answer.kept().isEmpty()) {
      notes.add(
          labels.text(
              "answer.kept",
              answer.kept().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(labels.text("answer.and")))));
    }
    return notes;
  }

  private List<String> listed(int shown) {
    List<String> notes = new ArrayList<>();
    int found = answer.lines().size();
    if (found > 0 && answer.inquiry().who().places()) {
      int districts = DistrictGroups.of(answer.lines()).byRegion().size();
      notes.add(labels.text("answer.districts", districts));
    }
    if (found == 0) {
      notes.add(labels.text("answer.list.empty"));
    } else if (found > shown) {
      notes.add(labels.text("answer.shown", AmountFormat.count(shown), AmountFormat.count(found)));
    }
    DirectAnswer.Missing missing = answer.missing();
    note(notes, "answer.missing.otherwise", missing.otherwise());
    note(notes, "answer.missing.incomparable", missing.incomparable());
    AskedChange direction = answer.inquiry().direction();
    if (direction == AskedChange.RISE || direction == AskedChange.FALL) {
      note(notes, "answer.missing.unmoved." + direction.id(), missing.unmoved());
    }
    note(notes, "answer.missing.unstated", missing.unstated());
    note(notes, "answer.missing.uncollected", missing.uncollected());
    return notes;
  }

  private void note(List<String> notes, String key, int count) {
    if (count > 0) {
      notes.add(labels.text(key, AmountFormat.count(count)));
    }
  }
}
