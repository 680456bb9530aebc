package org.mingzhang.web.answer;

import org.jspecify.annotations.Nullable;
import org.mingzhang.question.MissingPublisher;
import org.mingzhang.question.UnansweredQuestion;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.ResultsPage;

/**
 * The panel above the hits of a search that answers the query as a numeric question.
 *
 * @param finder answers queries
 * @param catalogue the documents of the index
 * @param linksToSentences whether to link to the page with sentences written by a model
 */
public record AnswerPanel(AnswerFinder finder, DocumentCatalog catalogue, boolean linksToSentences)
    implements ResultsPage.Panel {
  @Override
  public String buildMissingAgencyHint(SearchUrl searchUrl, Labels labels) {
    String query = searchUrl.request().query();
    return MissingPublisher.find(query, finder::directory)
        .filter(missing -> finder.answer(query, new PortalLinks(Language.CHINESE)).isEmpty())
        .filter(missing -> !finder.isMentionedInDocuments(missing.place() + missing.agency()))
        .map(missing -> formatMessage(missing, labels))
        .orElse("");
  }

  private static String formatMessage(MissingPublisher missing, Labels labels) {
    if (missing.placeHasDocuments()) {
      return labels.text("answer.missing.agency.here", missing.place(), missing.agency());
    }
    String key = missing.place().isEmpty() ? "answer.missing.agency" : "answer.missing.place";
    return labels.text(key, missing.place() + missing.agency());
  }

  @Override
  public @Nullable Object buildPanel(SearchUrl searchUrl, Labels labels, PortalLinks links) {
    String query = searchUrl.request().query();
    String sentences = linksToSentences ? links.page(AnswerPage.address(query)) : "";
    return finder
        .answer(query, links)
        .map(
            answer ->
                new AnswerViewBuilder(answer, query, labels, links, catalogue.currentSnapshot())
                    .build(sentences))
        .or(
            () ->
                UnansweredQuestion.find(query)
                    .map(question -> new UnansweredView(question, labels, links).build()))
        .orElse(null);
  }
}
