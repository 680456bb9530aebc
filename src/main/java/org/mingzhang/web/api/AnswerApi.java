package org.mingzhang.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.answer.AnswerFinder;
import org.mingzhang.web.answer.AnswerPage;
import org.mingzhang.web.answer.DirectAnswer;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.Slice;
import org.mingzhang.web.compare.YearChange;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.wording.WordedAnswer;

/**
 * The answer to a question for a number, {@code /api/v1/answer?q=}: what stands above the hits of
 * the same search. Every number comes with the facts that say it. {@code worded=true} adds the rows
 * as a configured model words them.
 */
public final class AnswerApi implements Handler {
  /**
   * What was asked and what was found.
   *
   * @param query as typed
   * @param answer null where it is no question for a number
   * @param worded with {@code worded=true} the rows as the configured model words them, the row of
   *     each sentence counted among the stated lines; else null
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Body(String query, @Nullable Found answer, @Nullable WordedAnswer worded) {}

  /**
   * An answer.
   *
   * @param form {@code one}, {@code list}, {@code unknown} or {@code too_many}
   * @param account account of the chart
   * @param direction what is asked of the change or the order
   * @param named the agency or place as the question names it, or empty for all
   * @param lines values in the order asked for
   * @param others further values of one agency
   * @param missing agencies that a list leaves out
   * @param kept years of which documents of one agency are kept
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Found(
      String form,
      String account,
      String direction,
      String named,
      List<Line> lines,
      List<Line> others,
      DirectAnswer.Missing missing,
      List<Integer> kept) {}

  /**
   * The value of an agency and year.
   *
   * @param state whether it is stated, disputed, unstated or no document is kept
   * @param values the facts; more than one where a document contradicts itself
   * @param before those of the year compared with, in the same slice
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Line(
      String agency,
      List<String> region,
      int year,
      @Nullable String stage,
      @Nullable String fund,
      @Nullable String perimeter,
      String state,
      List<FactItem> values,
      int base,
      List<FactItem> before,
      @Nullable Moved change) {}

  /**
   * A change.
   *
   * @param origin {@code computed} of the two values, or {@code stated} by the document
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Moved(String origin, @Nullable String yuan, @Nullable String percent) {}

  private final AnswerFinder answers;
  private final AnswerPage page;

  /** Answers questions; the page has them worded. */
  public AnswerApi(AnswerFinder answers, AnswerPage page) {
    this.answers = answers;
    this.page = page;
  }

  @Override
  public void handle(Context ctx) {
    String query = Pages.parameters(ctx).text("q", "");
    boolean worded = "true".equals(Pages.parameters(ctx).text("worded"));
    DirectAnswer answer = answers.of(query, new Links(Language.CHINESE)).orElse(null);
    ctx.json(
        new Body(
            query,
            answer == null ? null : found(answer),
            worded ? page.worded(query, answer) : null));
  }

  private static Found found(DirectAnswer answer) {
    return new Found(
        answer.form().name().toLowerCase(java.util.Locale.ROOT),
        answer.inquiry().account().account().name(),
        answer.inquiry().direction().id(),
        answer.inquiry().who().named(),
        answer.lines().stream().map(AnswerApi::line).toList(),
        answer.others().stream().map(AnswerApi::line).toList(),
        answer.missing(),
        answer.kept());
  }

  private static Line line(DirectAnswer.Line line) {
    YearChange change = line.change();
    return new Line(
        line.agency().name(),
        line.agency().region(),
        line.year(),
        said(line.slice(), line.slice().stage()),
        said(line.slice(), line.slice().fund()),
        said(line.slice(), line.slice().perimeter()),
        line.cell().state().id(),
        items(line.cell()),
        line.base(),
        items(line.before()),
        change == null
            ? null
            : new Moved(
                change.computed() ? "computed" : "stated",
                change.yuan() == null ? null : AmountFormat.plain(change.yuan()),
                change.percent() == null ? null : AmountFormat.plain(change.percent())));
  }

  private static @Nullable String said(Slice slice, String label) {
    return slice.equals(Slice.UNSPECIFIED) || label.equals("-") ? null : label;
  }

  private static List<FactItem> items(ComparisonGrid.Cell cell) {
    return cell.statedValues().stream().map(said -> FactItem.of(said.fact())).toList();
  }
}
