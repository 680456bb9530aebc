package org.mingzhang.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.answer.AnswerFinder;
import org.mingzhang.web.answer.AnswerPage;
import org.mingzhang.web.answer.DirectAnswer;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.AccountStatement;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.YearChange;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.wording.AnswerSentences;

/**
 * The answer to a numeric question, {@code /api/v1/answer?q=}: the same answer that the result page
 * shows above the hits. Every number is returned with the facts that state it. {@code worded=true}
 * adds sentences written by the configured model.
 */
public final class AnswerApi implements Handler {
  /**
   * The response; without an answer if the query is not understood as a numeric question.
   *
   * @param query the query as typed
   * @param answer null if the query is not a numeric question
   * @param worded sentences written by the model, each with the number of its row among the stated
   *     lines; null if they are not requested, or if there is no answer or no model
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Body(String query, @Nullable AnswerBody answer, @Nullable AnswerSentences worded) {}

  /**
   * The answer to a numeric question, with the facts on which it is based.
   *
   * @param form {@code one}, {@code list}, {@code unknown}, {@code named} or {@code too_many}
   * @param account account of the chart
   * @param direction change or order that is asked for
   * @param named the agency or place as typed, or empty for all
   * @param lines values in the order asked for
   * @param others further values of one agency
   * @param missing counts of agencies that a list leaves out
   * @param statements what the documents of the one agency say in years in which no amount was read
   * @param kept years with documents of the one agency
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record AnswerBody(
      String form,
      String account,
      String direction,
      String named,
      List<Line> lines,
      List<Line> others,
      DirectAnswer.OmittedAgencies missing,
      List<Statement> statements,
      List<Integer> kept) {}

  /**
   * What a document says of the account where no amount was read.
   *
   * @param quote that there was none, or an amount in Chinese numerals; empty if the document only
   *     mentions the account
   * @param url permalink of the section
   * @param page 1-based page on which it begins
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Statement(int year, String quote, String url, String documentTitle, int page) {}

  /**
   * The value of an agency and year.
   *
   * @param year fiscal year; null if the document does not state it
   * @param stage stage of the value, or null if not stated; {@code fund} and {@code perimeter}
   *     likewise
   * @param state "stated", "disputed", "ambiguous", "unstated" or "uncollected"
   * @param values the facts; if there are several, they contradict each other in one document
   *     (state "disputed" or "ambiguous"), or the first is the value and the others are from other
   *     documents ("stated")
   * @param base year to compare with; null if the document does not state its year
   * @param before the facts of the base year in the same slice; empty if there are none
   * @param change change against the base year, or null if unknown
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Line(
      String agency,
      List<String> region,
      @Nullable Integer year,
      @Nullable String stage,
      @Nullable String fund,
      @Nullable String perimeter,
      String state,
      List<FactItem> values,
      @Nullable Integer base,
      List<FactItem> before,
      @Nullable Change change) {}

  /**
   * The change of an amount between two years.
   *
   * @param origin {@code computed} from the two values, or {@code stated} by the document
   * @param yuan signed difference in 元; null if only a rate is stated
   * @param percent signed difference in percent of the earlier value, or null if unknown
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Change(String origin, @Nullable String yuan, @Nullable String percent) {}

  private final AnswerFinder answerFinder;
  private final AnswerPage page;

  /**
   * Creates an instance that answers queries.
   *
   * @param page writes answers as sentences
   */
  public AnswerApi(AnswerFinder answerFinder, AnswerPage page) {
    this.answerFinder = answerFinder;
    this.page = page;
  }

  @Override
  public void handle(Context ctx) {
    String query = PageRenderer.parameters(ctx).text("q", "");
    boolean worded = "true".equals(PageRenderer.parameters(ctx).text("worded"));
    DirectAnswer answer =
        answerFinder.answer(query, new PortalLinks(Language.CHINESE)).orElse(null);
    ctx.json(
        new Body(
            query,
            answer == null ? null : buildAnswerBody(answer),
            worded ? page.writeSentences(query, answer) : null));
  }

  private static AnswerBody buildAnswerBody(DirectAnswer answer) {
    return new AnswerBody(
        answer.form().name().toLowerCase(Locale.ROOT),
        answer.question().account().account().name(),
        answer.question().operator().id(),
        answer.question().subject().askedName(),
        answer.lines().stream().map(AnswerApi::buildLine).toList(),
        answer.otherValues().stream().map(AnswerApi::buildLine).toList(),
        answer.omittedAgencies(),
        answer.statements().stream().map(AnswerApi::buildStatement).toList(),
        answer.yearsWithDocuments());
  }

  private static Statement buildStatement(AccountStatement statement) {
    return new Statement(
        statement.year(),
        statement.quote(),
        PortalLinks.permalink(statement.documentId(), statement.sectionSlug()),
        statement.title(),
        statement.page());
  }

  private static Line buildLine(DirectAnswer.AgencyValue agencyValue) {
    YearChange change = agencyValue.change();
    return new Line(
        agencyValue.agency().name(),
        agencyValue.agency().region(),
        agencyValue.isUndated() ? null : agencyValue.year(),
        labelOrNull(agencyValue.slice(), agencyValue.slice().stage()),
        labelOrNull(agencyValue.slice(), agencyValue.slice().fund()),
        labelOrNull(agencyValue.slice(), agencyValue.slice().perimeter()),
        agencyValue.cell().state().id(),
        buildFacts(agencyValue.cell()),
        agencyValue.isUndated() ? null : agencyValue.base(),
        buildFacts(agencyValue.cellOfYearBefore()),
        change == null
            ? null
            : new Change(
                change.isComputed() ? "computed" : "stated",
                change.yuan() == null ? null : AmountFormat.formatPlain(change.yuan()),
                change.percent() == null ? null : AmountFormat.formatPlain(change.percent())));
  }

  private static @Nullable String labelOrNull(AccountSlice slice, String label) {
    return slice.equals(AccountSlice.UNSPECIFIED) || label.equals("-") ? null : label;
  }

  private static List<FactItem> buildFacts(ComparisonGrid.Cell cell) {
    return cell.statedValues().stream()
        .map(statedValue -> FactItem.of(statedValue.fact()))
        .toList();
  }
}
