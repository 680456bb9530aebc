package org.mingzhang.web.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.mingzhang.web.render.StaticFiles;
import org.mingzhang.web.render.StaticFiles.StaticFile;

/** Style sheets, scripts and images: {@code /static/FINGERPRINT/NAME}. */
public final class StaticHandler implements Handler {
  private final StaticFiles files;

  /** Serves these files. */
  public StaticHandler(StaticFiles files) {
    this.files = files;
  }

  @Override
  public void handle(Context ctx) {
    String name = ctx.pathParam("name");
    StaticFile file = files.find(name).orElseThrow(() -> new NotFoundException("file " + name, ""));
    boolean current = ctx.pathParam("fingerprint").equals(files.fingerprint());
    ctx.header(
        "Cache-Control", current ? "public, max-age=31536000, immutable" : "public, max-age=60");
    ctx.header("Vary", "Accept-Encoding");
    ctx.contentType(file.mediaType());
    ctx.disableCompression();
    byte[] compressed = file.compressed();
    String accepted = ctx.header("Accept-Encoding");
    if (compressed != null && accepted != null && accepted.contains("gzip")) {
      ctx.header("Content-Encoding", "gzip");
      ctx.result(compressed);
    } else {
      ctx.result(file.bytes());
    }
  }
}
