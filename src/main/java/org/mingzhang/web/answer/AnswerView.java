package org.mingzhang.web.answer;

import java.util.List;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.render.Labels;

/**
 * An answer as it is shown above the hits.
 *
 * @param form {@code one}, {@code list}, {@code unknown} or {@code too_many}
 * @param title what is answered
 * @param slice stage, fund and perimeter of a list, or empty
 * @param movement whether a list shows the year before and the change
 * @param base the year before in a list
 * @param year the year of a list
 * @param rows its numbers, the first of a long list
 * @param others further values of one agency
 * @param othersTitle what they are
 * @param notes what is missing, in sentences
 * @param documents documents of the year that do not state it
 * @param compare where all of it is compared
 * @param worded where a model words it, or empty
 */
public record AnswerView(
    String form,
    String title,
    String slice,
    boolean movement,
    int base,
    int year,
    List<Row> rows,
    List<Row> others,
    String othersTitle,
    List<String> notes,
    List<Document> documents,
    String compare,
    String worded) {
  /** A copy with an address where a model words it. */
  AnswerView wordedAt(String address) {
    return new AnswerView(
        form,
        title,
        slice,
        movement,
        base,
        year,
        rows,
        others,
        othersTitle,
        notes,
        documents,
        compare,
        address);
  }

  /**
   * A number.
   *
   * @param line it and the year before
   * @param district district and how many agencies of it are listed, where a line is the first of
   *     its district in a list by place; else empty
   * @param place region of the agency where its name does not say it, or empty
   * @param slice stage, fund and perimeter in words
   * @param unit 万元 where it is an amount, or empty
   * @param change the change in words, or empty
   * @param sources where it stands
   */
  public record Row(
      DirectAnswer.Line line,
      String district,
      String place,
      String slice,
      String unit,
      String change,
      List<Source> sources) {}

  /**
   * A place that says a number.
   *
   * @param shown the number
   * @param quote the clause or the row and cell
   * @param address the place, marked
   * @param title title of the document
   * @param page 1-based page
   * @param original the page of the original, empty where it cannot be shown
   * @param document permalink id of the document
   * @param section permalink slug of the section
   * @param anchor name of the fact
   * @param label account, number and slice in words
   */
  public record Source(
      String shown,
      String quote,
      String address,
      String title,
      int page,
      String original,
      String document,
      String section,
      String anchor,
      String label) {}

  /** A document by its title. */
  public record Document(String title, String address) {}

  /** The answer in the language of a page. */
  static AnswerView of(
      DirectAnswer answer, Labels labels, Links links, Catalogue.Snapshot catalogue) {
    return new AnswerMaker(answer, labels, links, catalogue).view();
  }
}
