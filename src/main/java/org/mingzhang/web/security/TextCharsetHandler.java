package org.mingzhang.web.security;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/**
 * Adds {@code charset=utf-8} to text and XML responses without a charset, since a browser that
 * guesses the charset can be made to read harmless bytes as markup.
 */
public final class TextCharsetHandler implements Handler {
  @Override
  public void handle(Context ctx) {
    String type = ctx.res().getContentType();
    if (type != null
        && (type.startsWith("text/") || type.endsWith("xml"))
        && !type.contains("charset=")) {
      ctx.contentType(type + "; charset=utf-8");
    }
  }
}
