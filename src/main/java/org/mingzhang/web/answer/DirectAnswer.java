package org.mingzhang.web.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.question.Inquiry;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.search.Hit;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.Slice;
import org.mingzhang.web.compare.YearChange;

/**
 * An answer to a question for a number. Every number in it is that of a fact in {@link
 * ComparisonGrid.StatedValue}, or the difference of two that stand beside it.
 *
 * @param inquiry the question
 * @param form what kind of answer it is
 * @param lines of one agency a line for each year, else one for each agency, in the order asked for
 * @param others of one agency what else its documents state for that year; where the year has no
 *     value, the latest one that has
 * @param basis year and slice of a list
 * @param missing what a list leaves out
 * @param documents of one agency those of the years asked for
 * @param kept of one agency the years of which documents are kept, newest first
 */
public record DirectAnswer(
    Inquiry inquiry,
    Form form,
    List<Line> lines,
    List<Line> others,
    Basis basis,
    Missing missing,
    List<Hit> documents,
    List<Integer> kept) {

  /** What kind of answer it is. */
  public enum Form {
    /** Of one agency. */
    ONE,
    /** A list of agencies. */
    LIST,
    /** No document of the agency or place that the question names is kept. */
    UNKNOWN,
    /** More numbers than are read for one answer. */
    TOO_MANY
  }

  /** Copies the lists. */
  public DirectAnswer {
    lines = List.copyOf(lines);
    others = List.copyOf(others);
    documents = List.copyOf(documents);
    kept = List.copyOf(kept);
  }

  /** An answer without numbers. */
  static DirectAnswer without(Inquiry inquiry, Form form) {
    return new DirectAnswer(
        inquiry, form, List.of(), List.of(), Basis.NONE, Missing.NOTHING, List.of(), List.of());
  }

  /**
   * The value of one agency and year.
   *
   * @param agency whose
   * @param year fiscal year
   * @param slice stage, fund and perimeter of the value; open where there is none
   * @param cell the value with its places, or why there is none
   * @param base the year it is compared with
   * @param before the value of that year in the same slice
   * @param change against it, null where it is not known
   */
  public record Line(
      KnownAgency agency,
      int year,
      Slice slice,
      ComparisonGrid.Cell cell,
      int base,
      ComparisonGrid.Cell before,
      @Nullable YearChange change) {
    /** Whether there is a value, or two that contradict each other. */
    public boolean valued() {
      return cell.state() == ComparisonGrid.State.STATED
          || cell.state() == ComparisonGrid.State.DISPUTED;
    }
  }

  /**
   * What all lines of a list have in common.
   *
   * @param year fiscal year
   * @param base the year it is compared with
   * @param slice stage, fund and perimeter; open where nothing is stated
   */
  public record Basis(int year, int base, Slice slice) {
    static final Basis NONE = new Basis(0, 0, Slice.UNSPECIFIED);
  }

  /**
   * Agencies that a list has no line for.
   *
   * @param unstated their documents of the year do not state it
   * @param uncollected no document of the year is kept
   * @param otherwise they state it of another stage, fund or perimeter
   * @param incomparable the value of the year compared with is not known
   * @param unmoved the value did not move as asked
   */
  public record Missing(
      int unstated, int uncollected, int otherwise, int incomparable, int unmoved) {
    static final Missing NOTHING = new Missing(0, 0, 0, 0, 0);
  }
}
