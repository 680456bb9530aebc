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

  /** Maximum length of the completed text, in UTF-16 units; what follows is ignored. */
  private static final int MAX_TYPED_LENGTH = 100;

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
    String typed = readTypedText(ctx);
    ctx.json(new Answer(typed, complete(typed)));
  }

  /** The beginning of a query, without what exceeds {@link #MAX_TYPED_LENGTH}. */
  private static String readTypedText(Context ctx) {
    String typed = PageRenderer.parameters(ctx).text("q", "");
    return typed.length() > MAX_TYPED_LENGTH ? typed.substring(0, MAX_TYPED_LENGTH) : typed;
  }

  private List<Suggestion> complete(String typedText) {
    return typedText.isBlank() ? List.of() : search.suggest(typedText, MAX_SUGGESTIONS);
  }

  /** Sends completions in the format of OpenSearch, for the search box of browsers. */
  public void sendOpenSearchSuggestions(Context ctx) {
    String typed = readTypedText(ctx);
    ctx.json(List.of(typed, complete(typed).stream().map(Suggestion::text).toList()));
    ctx.contentType("application/x-suggestions+json");
  }
}
