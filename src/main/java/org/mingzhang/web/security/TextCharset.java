package org.mingzhang.web.security;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/**
 * Says of every text in which characters it is written, where its handler has not: all of ours are
 * UTF-8. A browser that has to guess can be made to read harmless bytes as markup.
 */
public final class TextCharset implements Handler {
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
