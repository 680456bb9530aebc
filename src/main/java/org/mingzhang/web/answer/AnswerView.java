package org.mingzhang.web.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An answer, prepared for the templates.
 *
 * @param form {@code one}, {@code list}, {@code unknown}, {@code named}, {@code too_many}, or
 *     {@code cannot} for a question that is not answered
 * @param title heading
 * @param slice stage, fund and perimeter of a list, or empty
 * @param showsChange whether a list shows the base year and the change
 * @param base the year that a list compares with; 0 if this is no list
 * @param year the year of a list; 0 if this is no list
 * @param rows the values; only the first ones of a long list
 * @param otherRows further values of one agency
 * @param othersTitle heading of {@code otherRows}
 * @param notes sentences about what is missing
 * @param documents links if there is no value: at most four documents of the years asked for,
 *     searches for similarly named agencies, or the pages nearest to a question that is not
 *     answered
 * @param statements what the documents say of the account where no amount was read
 * @param compareAddress address of the comparison page, or empty
 * @param otherYears the same question for other years
 * @param relatedRows values of the bodies before and after the agency
 * @param worded address of the page with the answer as sentences, or empty
 */
public record AnswerView(
    String form,
    String title,
    String slice,
    boolean showsChange,
    int base,
    int year,
    List<ValueRow> rows,
    List<ValueRow> otherRows,
    String othersTitle,
    List<String> notes,
    List<Statement> statements,
    List<Document> documents,
    String compareAddress,
    List<YearLink> otherYears,
    List<RelatedRow> relatedRows,
    String worded) {

  /** Whether the answer is about amounts of money, and not about numbers of things. */
  public boolean hasMoney() {
    return rows.stream().allMatch(row -> !row.line().hasValue() || row.line().cell().hasMoney());
  }

  /**
   * A value of the answer as the page shows it.
   *
   * @param line the value and the value with which it is compared
   * @param district name of the district and number of its agencies, on the first line of each
   *     district in a list by place; else empty
   * @param regionName last part of the agency's region if its name does not contain it, or empty
   * @param slice stage, fund and perimeter in words
   * @param unit unit of amounts in the language of the page, or empty
   * @param change the change in words, or empty
   * @param sources the place that states the value, or the places of contradictory values
   */
  public record ValueRow(
      DirectAnswer.AgencyValue line,
      String district,
      String regionName,
      String slice,
      String unit,
      String change,
      List<Source> sources) {
    /** The sources without those that quote the same words of the same document again. */
    public List<Source> quotedSources() {
      Set<List<String>> seen = new HashSet<>();
      return sources.stream()
          .filter(source -> seen.add(List.of(source.documentId(), source.quote())))
          .toList();
    }
  }

  /**
   * A place that states a value.
   *
   * @param shown the number
   * @param quote the clause, or the row and cell
   * @param address address of the place with the number highlighted
   * @param title title of the document
   * @param page 1-based page
   * @param originalAddress address of the page of the original, or empty if it cannot be shown
   * @param documentId permalink id of the document
   * @param sectionSlug permalink slug of the section
   * @param anchor anchor of the fact
   * @param label account, number and slice in words
   */
  public record Source(
      String shown,
      String quote,
      String address,
      String title,
      int page,
      String originalAddress,
      String documentId,
      String sectionSlug,
      String anchor,
      String label) {}

  /**
   * What a document says of an account of which no amount was read.
   *
   * @param address address of the sentence, marked
   * @param page 1-based page on which its section begins
   */
  public record Statement(String quote, String address, String title, int page) {}

  /** The same question for another year. */
  public record YearLink(String label, String address) {}

  /**
   * The value of a predecessor or successor of the agency.
   *
   * @param heading name of the body and how it is related
   * @param source legal source of the succession
   * @param row its value
   */
  public record RelatedRow(String heading, String source, ValueRow row) {}

  /** A link to a document, a search or a page, with its title. */
  public record Document(String title, String address) {}
}
