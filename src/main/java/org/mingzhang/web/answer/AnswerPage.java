package org.mingzhang.web.answer;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.wording.CitedRow;
import org.mingzhang.web.wording.RowWording;
import org.mingzhang.web.wording.WordedAnswer;

/** {@code /answer?q=}: an answer with its rows worded by a model, where one was configured. */
public final class AnswerPage implements Handler {
  private final Pages pages;
  private final AnswerFinder finder;
  private final Catalogue catalogue;
  private final @Nullable RowWording wording;

  /**
   * Shows answers.
   *
   * @param wording has rows worded, null where there is no model
   */
  public AnswerPage(
      Pages pages, AnswerFinder finder, Catalogue catalogue, @Nullable RowWording wording) {
    this.pages = pages;
    this.finder = finder;
    this.catalogue = catalogue;
    this.wording = wording;
  }

  /** Whether there is a model. */
  public boolean words() {
    return wording != null;
  }

  /** Address of the page for a question, without language. */
  static String address(String question) {
    return new QueryString().add("q", question).on("/answer");
  }

  @Override
  public void handle(Context ctx) {
    String question = Pages.parameters(ctx).text("q", "");
    Labels labels = pages.labels(ctx);
    Links links = pages.links(ctx);
    Optional<DirectAnswer> answer = finder.of(question, links);
    AnswerView view =
        answer.map(a -> AnswerView.of(a, labels, links, catalogue.now())).orElse(null);
    List<CitedRow> rows =
        view == null ? List.of() : new AnswerRows(answer.get(), view, labels).rows();
    Map<String, Object> model = new HashMap<>();
    model.put("answer", view);
    model.put("question", question);
    model.put("rows", rows);
    model.put("worded", wording == null ? null : wording.of(question, rows));
    model.put("searchAddress", links.search(question, org.mingzhang.model.Scope.SECTIONS));
    pages.show(
        ctx,
        "answer/worded",
        PageHead.unlisted(labels.text("answer.worded"), address(question)),
        model);
  }

  /** The wording of an answer for programs, in Chinese; null where there is no model. */
  public @Nullable WordedAnswer worded(String question, @Nullable DirectAnswer answer) {
    if (wording == null || answer == null) {
      return null;
    }
    Labels labels = pages.labels(Language.CHINESE);
    AnswerView view = AnswerView.of(answer, labels, new Links(Language.CHINESE), catalogue.now());
    return wording.of(question, new AnswerRows(answer, view, labels).rows());
  }
}
