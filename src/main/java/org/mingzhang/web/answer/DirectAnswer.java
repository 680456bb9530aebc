package org.mingzhang.web.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.agency.Succession;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.search.Hit;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.AccountStatement;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.YearChange;

/**
 * The answer to a numeric question. Every amount, count and rate in it is the value of a fact or is
 * computed from two values of the answer.
 *
 * @param question the question
 * @param form kind of answer
 * @param lines for one agency a line for each year, otherwise a line for each agency in the order
 *     asked for
 * @param otherValues for one agency: further values of the year, if there is only one; if no year
 *     has a value, the value of the latest year with one, and the values of documents that do not
 *     state their year. For a list: a value of each agency that states the account only for another
 *     stage, fund or perimeter, or as an item of another account; values that changed as the
 *     question asks come first
 * @param basis year and slice of a list
 * @param omittedAgencies counts of agencies that a list leaves out
 * @param documents for one agency its documents of the years asked for and its documents without a
 *     year; for a list the documents that should state the value, but do not
 * @param statements what the documents say of the account where no amount was read
 * @param yearsWithDocuments for one agency the years with documents, newest first
 * @param otherYears other years, and for a list stages, for which the question can be asked, newest
 *     first
 * @param relatedValues values of the bodies before and after one agency, for years without its
 *     documents
 */
public record DirectAnswer(
    NumericQuestion question,
    Form form,
    List<AgencyValue> lines,
    List<AgencyValue> otherValues,
    Basis basis,
    OmittedAgencies omittedAgencies,
    List<Hit> documents,
    List<AccountStatement> statements,
    List<Integer> yearsWithDocuments,
    List<OtherYear> otherYears,
    List<RelatedValue> relatedValues) {

  /** Whether an answer is about one agency or a list of agencies, and whether it has values. */
  public enum Form {
    /** Values of one agency. */
    ONE,
    /** A list with one value for each agency. */
    LIST,
    /** There are no documents of the agency or place that the question names. */
    UNKNOWN,
    /** The agency that the question names publishes none of the documents, but some name it. */
    NAMED,
    /** There are more facts than are read for one answer. */
    TOO_MANY
  }

  /** Makes an immutable copy of the lists. */
  public DirectAnswer {
    lines = List.copyOf(lines);
    otherValues = List.copyOf(otherValues);
    documents = List.copyOf(documents);
    statements = List.copyOf(statements);
    yearsWithDocuments = List.copyOf(yearsWithDocuments);
    otherYears = List.copyOf(otherYears);
    relatedValues = List.copyOf(relatedValues);
  }

  /** An answer without values. */
  static DirectAnswer withoutValues(NumericQuestion question, Form form) {
    return new DirectAnswer(
        question,
        form,
        List.of(),
        List.of(),
        Basis.NONE,
        OmittedAgencies.NOTHING,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A copy with other {@link #statements} and {@link #relatedValues} values. */
  DirectAnswer withStatementsAndRelated(List<AccountStatement> said, List<RelatedValue> bodies) {
    return new DirectAnswer(
        question,
        form,
        lines,
        otherValues,
        basis,
        omittedAgencies,
        documents,
        said,
        yearsWithDocuments,
        otherYears,
        bodies);
  }

  /** Whether any line has a value. */
  boolean hasValue() {
    return lines.stream().anyMatch(AgencyValue::hasValue);
  }

  /** What the documents of a year say of the account; empty if nothing, or if amounts were read. */
  public Optional<AccountStatement> findStatement(int year) {
    return statements.stream().filter(statement -> statement.year() == year).findFirst();
  }

  /**
   * The value of one agency and year, with the value with which it is compared.
   *
   * @param agency the agency
   * @param year fiscal year; {@link #UNDATED} if the document does not state its year
   * @param slice stage, fund and perimeter of the value; unspecified if there is none
   * @param cell the value with the places that state it, or the reason why there is none
   * @param base year to compare with
   * @param cellOfYearBefore value of that year in the same slice
   * @param change change against it, or null if unknown
   */
  public record AgencyValue(
      KnownAgency agency,
      int year,
      AccountSlice slice,
      ComparisonGrid.Cell cell,
      int base,
      ComparisonGrid.Cell cellOfYearBefore,
      @Nullable YearChange change) {
    /** The year of values of documents that do not state their year. */
    public static final int UNDATED = 0;

    /** Whether the document does not state the year of the value. */
    public boolean isUndated() {
      return year == UNDATED;
    }

    /** Whether there is a value, or several that differ. */
    public boolean hasValue() {
      return cell.hasValue();
    }
  }

  /**
   * Another year for which the question can be asked.
   *
   * @param year fiscal year
   * @param stage label of the stage of the values; null if it is not known
   * @param count for a list the number of agencies with a value; null if it is not known
   * @param highestAmount amount in 元 that would be first in a list ordered by amounts; null for
   *     others
   */
  public record OtherYear(
      int year,
      @Nullable String stage,
      @Nullable Integer count,
      @Nullable BigDecimal highestAmount) {}

  /**
   * The value of a body that an agency succeeded, or that succeeded it.
   *
   * @param value the value
   * @param succession the succession that relates the body to the agency
   */
  public record RelatedValue(AgencyValue value, Succession succession) {
    /** Whether the value is of the body before the succession. */
    public boolean isFormer() {
      return value.agency().core().equals(SearchNormalizer.fold(succession.former()));
    }
  }

  /**
   * The year and slice that all lines of a list have in common.
   *
   * @param year fiscal year
   * @param base year to compare with
   * @param slice stage, fund and perimeter; unspecified if no agency has a value
   */
  public record Basis(int year, int base, AccountSlice slice) {
    static final Basis NONE = new Basis(0, 0, AccountSlice.UNSPECIFIED);
  }

  /**
   * Numbers of agencies that a list leaves out, by reason. The API uses the names of the
   * components.
   *
   * @param unstated their documents of the year do not state the value
   * @param uncollected there is no document of the year of a kind that states such values
   * @param otherwise they state it only for another stage, fund or perimeter
   * @param incomparable the value with which to compare is unknown
   * @param unmoved the value did not change in the direction asked for, or is outside the limit
   *     asked for
   */
  public record OmittedAgencies(
      int unstated, int uncollected, int otherwise, int incomparable, int unmoved) {
    static final OmittedAgencies NOTHING = new OmittedAgencies(0, 0, 0, 0, 0);
  }
}
