package org.mingzhang.web.answer;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Scope;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.wording.CitedRow;
import org.mingzhang.web.wording.RowSentenceWriter;
import org.mingzhang.web.wording.WordedAnswer;

/**
 * The page {@code /answer?q=}: an answer put into sentences by a language model, if one is
 * configured.
 */
public final class AnswerPage implements Handler {
  private final Pages pages;
  private final AnswerFinder finder;
  private final Catalogue catalogue;
  private final @Nullable RowSentenceWriter wording;

  /**
   * A page of answers.
   *
   * @param wording puts rows into sentences; null if no model is configured
   */
  public AnswerPage(
      Pages pages, AnswerFinder finder, Catalogue catalogue, @Nullable RowSentenceWriter wording) {
    this.pages = pages;
    this.finder = finder;
    this.catalogue = catalogue;
    this.wording = wording;
  }

  /** Whether a model is configured. */
  public boolean hasModel() {
    return wording != null;
  }

  /** Address of the page for a question, without the language parameter. */
  static String address(String question) {
    return new QueryString().add("q", question).appendTo("/answer");
  }

  @Override
  public void handle(Context ctx) {
    String question = Pages.parameters(ctx).text("q", "");
    Labels labels = pages.labels(ctx);
    Links links = pages.links(ctx);
    Optional<DirectAnswer> answer = finder.answer(question, links);
    AnswerView view =
        answer.map(a -> AnswerView.build(a, labels, links, catalogue.current())).orElse(null);
    List<CitedRow> rows =
        view == null ? List.of() : new AnswerRows(answer.get(), view, labels).buildRows();
    Map<String, Object> model = new HashMap<>();
    model.put("answer", view);
    model.put("question", question);
    model.put("rows", rows);
    model.put("worded", wording == null ? null : wording.wordRows(question, rows));
    model.put("searchAddress", links.search(question, Scope.SECTIONS));
    pages.show(
        ctx,
        "answer/worded",
        PageHead.withoutIndexing(labels.text("answer.worded"), address(question)),
        model);
  }

  /** The sentences of an answer in Chinese, for the API; null without model or answer. */
  public @Nullable WordedAnswer wordAnswer(String question, @Nullable DirectAnswer answer) {
    if (wording == null || answer == null) {
      return null;
    }
    Labels labels = pages.labels(Language.CHINESE);
    AnswerView view =
        AnswerView.build(answer, labels, new Links(Language.CHINESE), catalogue.current());
    return wording.wordRows(question, new AnswerRows(answer, view, labels).buildRows());
  }
}
