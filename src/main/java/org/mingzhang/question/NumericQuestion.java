package org.mingzhang.question;

import java.util.List;
import org.mingzhang.account.AccountName;

/**
 * A question for amounts or counts of an account.
 *
 * @param account the account, with the fund and stage if the question names them
 * @param subject the agencies or places whose values are asked for
 * @param years fiscal years in ascending order; empty for the latest available
 * @param latest number of latest years asked for if {@code years} is empty, at least 1
 * @param operator whether values, their change or their order are asked for
 */
public record NumericQuestion(
    AccountName account,
    AskedAgencies subject,
    List<Integer> years,
    int latest,
    QuestionOperator operator) {
  /** Makes an immutable copy of the years. */
  public NumericQuestion {
    years = List.copyOf(years);
  }

  /**
   * The agencies or places that a question is about.
   *
   * @param named the name of the agency or place as typed; empty if the question is about all
   * @param agencies matching agencies of the directory; empty if there are no documents of them
   * @param list whether the answer is a list of agencies rather than one agency
   * @param places whether the list is to be grouped by place
   */
  public record AskedAgencies(
      String named, List<KnownAgency> agencies, boolean list, boolean places) {
    /** Makes an immutable copy of the agencies. */
    public AskedAgencies {
      agencies = List.copyOf(agencies);
    }

    /** Whether the question names an agency or place without documents. */
    public boolean isUnknown() {
      return !named.isEmpty() && agencies.isEmpty();
    }
  }
}
