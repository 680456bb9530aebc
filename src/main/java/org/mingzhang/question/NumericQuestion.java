package org.mingzhang.question;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;

/**
 * A question for amounts or counts of an account.
 *
 * @param account the account, with the fund and stage if the question names them
 * @param subject the agencies or places whose values are asked for
 * @param years fiscal years in ascending order; empty for the latest available
 * @param latestYearCount number of latest years asked for if {@code years} is empty, at least 1
 * @param operator whether values, their change or their order are asked for
 * @param limit amount above or below which values are asked for; null for all values
 * @param homonym another account that the same words name; null if there is none
 */
public record NumericQuestion(
    AccountName account,
    AskedAgencies subject,
    List<Integer> years,
    int latestYearCount,
    QuestionOperator operator,
    @Nullable AmountLimit limit,
    @Nullable AccountHomonym homonym) {
  /** Makes an immutable copy of the years. */
  public NumericQuestion {
    years = List.copyOf(years);
  }

  /**
   * Another account that the words of a question name: 一般公共预算支出 is one account of departments and
   * another of governments.
   *
   * @param typedWords the words
   * @param account the other account
   */
  public record AccountHomonym(String typedWords, Account account) {}

  /** The same question for the other account that its words name, which must not be null. */
  public NumericQuestion withOtherAccount() {
    AccountHomonym other = Objects.requireNonNull(homonym);
    return new NumericQuestion(
        new AccountName(other.account(), null, account.stage(), null, null),
        subject,
        years,
        latestYearCount,
        operator,
        limit,
        new AccountHomonym(other.typedWords(), account.account()));
  }

  /** The same question about one other agency and other years. */
  public NumericQuestion withAgency(KnownAgency agency, List<Integer> otherYears) {
    return new NumericQuestion(
        account,
        new AskedAgencies(agency.name(), List.of(agency), false, false),
        otherYears,
        latestYearCount,
        operator,
        limit,
        homonym);
  }

  /**
   * The agencies or places that a question is about.
   *
   * @param askedName the name of the agency or place as typed; empty if the question is about all
   * @param agencies matching agencies of the directory; empty if there are no documents of them
   * @param similarAgencies if the archive has no documents, agencies with a similar name ({@link
   *     SimilarAgencies})
   * @param isList whether the answer is a list of agencies rather than one agency
   * @param groupedByPlace whether the list is to be grouped by place
   */
  public record AskedAgencies(
      String askedName,
      List<KnownAgency> agencies,
      List<KnownAgency> similarAgencies,
      boolean isList,
      boolean groupedByPlace) {
    /** Makes an immutable copy of the agencies. */
    public AskedAgencies {
      agencies = List.copyOf(agencies);
      similarAgencies = List.copyOf(similarAgencies);
    }

    /** Creates a subject without similar agencies. */
    public AskedAgencies(
        String askedName, List<KnownAgency> agencies, boolean isList, boolean groupedByPlace) {
      this(askedName, agencies, List.of(), isList, groupedByPlace);
    }

    /** Whether the question names an agency or place without documents. */
    public boolean isWithoutDocuments() {
      return !askedName.isEmpty() && agencies.isEmpty();
    }
  }
}
