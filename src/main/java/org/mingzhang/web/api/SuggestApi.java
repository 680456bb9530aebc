package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.mingzhang.search.Suggestion;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.source.SearchPort;

/** Completions of a query, {@code /api/v1/suggest?q=}, at most 10. */
public final class SuggestApi implements Handler {
  private static final int MAX_SUGGESTIONS = 10;

  /**
   * The response: completions of the typed text.
   *
   * @param query the query as typed, at most its first 100 characters
   * @param suggestions completions, best first
   */
  public record Answer(String query, List<Suggestion> suggestions) {}

  private final SearchPort search;

  /** Creates an instance that searches an index. */
  public SuggestApi(SearchPort search) {
    this.search = search;
  }

  @Override
  public void handle(Context ctx) {
    String typed = PageRenderer.parameters(ctx).text("q", "");
    String clipped = typed.length() > 100 ? typed.substring(0, 100) : typed;
    ctx.json(
        new Answer(
            clipped, clipped.isBlank() ? List.of() : search.suggest(clipped, MAX_SUGGESTIONS)));
  }

  /** Sends completions in the format of OpenSearch, for the search box of browsers. */
  public void sendOpenSearchSuggestions(Context ctx) {
    String typed = PageRenderer.parameters(ctx).text("q", "");
    List<String> texts =
        search.suggest(typed, MAX_SUGGESTIONS).stream().map(Suggestion::text).toList();
    ctx.json(List.of(typed, texts));
    ctx.contentType("application/x-suggestions+json");
  }
}
