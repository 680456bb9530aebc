package org.mingzhang.web.answer;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.wording.AnswerSentences;
import org.mingzhang.web.wording.CitedRow;
import org.mingzhang.web.wording.RowSentenceWriter;

/**
 * The page {@code /answer?q=}: an answer as sentences written by a language model, if one is
 * configured.
 */
public final class AnswerPage implements Handler {
  private final PageRenderer pages;
  private final AnswerFinder finder;
  private final DocumentCatalog catalog;
  private final @Nullable RowSentenceWriter sentenceWriter;

  /**
   * Creates a page of answers.
   *
   * @param sentenceWriter writes sentences for rows; null if no model is configured
   */
  public AnswerPage(
      PageRenderer pages,
      AnswerFinder finder,
      DocumentCatalog catalog,
      @Nullable RowSentenceWriter sentenceWriter) {
    this.pages = pages;
    this.finder = finder;
    this.catalog = catalog;
    this.sentenceWriter = sentenceWriter;
  }

  /** Whether a model is configured. */
  public boolean hasModel() {
    return sentenceWriter != null;
  }

  /** Address of the page for a question, without the language parameter. */
  static String address(String question) {
    return new QueryString().add("q", question).appendTo("/answer");
  }

  @Override
  public void handle(Context ctx) {
    String question = PageRenderer.parameters(ctx).text("q", "");
    Labels labels = pages.labels(ctx);
    PortalLinks links = pages.links(ctx);
    Optional<DirectAnswer> answer = finder.answer(question, links);
    AnswerView view =
        answer
            .map(
                a ->
                    new AnswerViewBuilder(a, question, labels, links, catalog.currentSnapshot())
                        .build(""))
            .orElse(null);
    List<CitedRow> rows =
        view == null ? List.of() : new LanguageModelInput(answer.get(), view, labels).buildRows();
    Map<String, Object> model = new HashMap<>();
    model.put("answer", view);
    model.put("question", question);
    model.put("rows", rows);
    model.put(
        "worded", sentenceWriter == null ? null : sentenceWriter.writeSentences(question, rows));
    model.put("searchAddress", links.search(question, SearchScope.SECTIONS));
    pages.show(
        ctx,
        "answer/worded",
        PageHead.withoutIndexing(labels.text("answer.worded"), address(question)),
        model);
  }

  /** The sentences of an answer in Chinese, for the API; null if there is no model or no answer. */
  public @Nullable AnswerSentences writeSentences(String question, @Nullable DirectAnswer answer) {
    if (sentenceWriter == null || answer == null) {
      return null;
    }
    Labels labels = pages.labels(Language.CHINESE);
    PortalLinks links = new PortalLinks(Language.CHINESE);
    AnswerView view =
        new AnswerViewBuilder(answer, question, labels, links, catalog.currentSnapshot()).build("");
    return sentenceWriter.writeSentences(
        question, new LanguageModelInput(answer, view, labels).buildRows());
  }
}
