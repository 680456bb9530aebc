package org.mingzhang.web.answer;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.web.compare.YearChange;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.wording.CitedRow;

/**
 * The rows of an answer that are passed to a model: values and their labels, but no text of
 * documents. Values on which a document contradicts itself are left out.
 *
 * @param answer the answer
 * @param view the same answer as shown
 */
record LanguageModelInput(DirectAnswer answer, AnswerView view, Labels labels) {
  List<CitedRow> buildRows() {
    String account = labels.account(answer.question().account().account().name());
    List<CitedRow> rows = new ArrayList<>();
    for (AnswerView.ValueRow valueRow : view.rows()) {
      DirectAnswer.AgencyValue agencyValue = valueRow.line();
      if (agencyValue.cell().isStated()) {
        String slice = valueRow.slice().isEmpty() ? view.slice() : valueRow.slice();
        YearChange change = agencyValue.change();
        int sign = change == null ? 0 : change.sign();
        rows.add(
            new CitedRow(
                rows.size() + 1,
                agencyValue.agency().name(),
                labels.format(
                    "answer.row",
                    agencyValue.agency().name(),
                    account,
                    String.valueOf(agencyValue.year()),
                    slice,
                    agencyValue.cell().shown() + " " + valueRow.unit(),
                    valueRow.change()),
                valueRow.change(),
                namesWithNumerals(account, slice),
                sign > 0,
                sign < 0,
                agencyValue.cell().address()));
      }
    }
    return rows;
  }

  /**
   * Account, stage, fund and perimeter. Numerals in these names (三公经费) must not be checked as
   * numbers.
   */
  private List<String> namesWithNumerals(String account, String slice) {
    List<String> names = new ArrayList<>(List.of(account, slice));
    names.addAll(List.of(slice.split("[，,、]\\s*", -1)));
    return names;
  }
}
