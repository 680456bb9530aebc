package org.mingzhang.web.answer;

import org.jspecify.annotations.Nullable;
import org.mingzhang.question.MissingSource;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.ResultsPage;

/**
 * The answer above the hits of a search.
 *
 * @param finder finds answers
 * @param catalogue the documents
 * @param words whether a model words answers
 */
public record AnswerPanel(AnswerFinder finder, Catalogue catalogue, boolean words)
    implements ResultsPage.Panel {
  @Override
  public String emptyHint(SearchAddress address, Labels labels) {
    return MissingSource.of(address.request().query(), finder::directory)
        .map(missing -> words(missing, labels))
        .orElse("");
  }

  private static String words(MissingSource missing, Labels labels) {
    if (missing.placeKept()) {
      return labels.text("answer.missing.agency.here", missing.place(), missing.agency());
    }
    String key = missing.place().isEmpty() ? "answer.missing.agency" : "answer.missing.place";
    return labels.text(key, missing.place() + missing.agency());
  }

  @Override
  public @Nullable Object answer(SearchAddress address, Labels labels, Links links) {
    return finder
        .of(address.request().query(), links)
        .map(answer -> AnswerView.of(answer, labels, links, catalogue.now()))
        .map(
            view ->
                words
                    ? view.wordedAt(links.page(AnswerPage.address(address.request().query())))
                    : view)
        .orElse(null);
  }
}
