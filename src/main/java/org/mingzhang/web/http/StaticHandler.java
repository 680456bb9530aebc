package org.mingzhang.web.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.render.StaticFiles;
import org.mingzhang.web.render.StaticFiles.StaticFile;
import org.mingzhang.web.transfer.ByteResponse;
import org.mingzhang.web.transfer.ByteSource;

/** Style sheets, scripts and images: {@code /static/FINGERPRINT/NAME}. */
public final class StaticHandler implements Handler {
  private static final Pattern PDFJS_FILE =
      Pattern.compile(
          "build/pdf(\\.worker)?\\.min\\.mjs"
              + "|cmaps/[\\w-]+\\.bcmap|(standard_fonts|iccs|wasm)/[\\w-]+\\.\\w+");

  private final StaticFiles files;

  /** Creates an instance that serves these files. */
  public StaticHandler(StaticFiles files) {
    this.files = files;
  }

  /**
   * Sends {@code /static/pdfjs/…}: the files of PDF.js, which shows originals, from its WebJar.
   *
   * @throws NotFoundException if the WebJar does not have the file or the portal does not serve it
   */
  public static void sendPdfJs(Context ctx) throws IOException {
    String name = ctx.pathParam("name");
    if (!PDFJS_FILE.matcher(name).matches()) {
      throw new NotFoundException("file " + name, "");
    }
    Properties about = new Properties();
    try (InputStream in =
        openResource("/META-INF/maven/org.webjars.npm/pdfjs-dist/pom.properties")) {
      about.load(in);
    }
    String folder = "/META-INF/resources/webjars/pdfjs-dist/" + about.getProperty("version") + "/";
    ctx.header("Cache-Control", "public, max-age=86400");
    try (InputStream in = openResource(folder + name)) {
      new ByteResponse(
              ByteSource.of(in.readAllBytes()),
              name.endsWith("js") ? "text/javascript" : "application/octet-stream",
              "pdfjs-" + about.getProperty("version"),
              null)
          .send(ctx);
    }
  }

  private static InputStream openResource(String name) {
    InputStream in = StaticHandler.class.getResourceAsStream(name);
    if (in == null) {
      throw new NotFoundException("file " + name, "");
    }
    return in;
  }

  @Override
  public void handle(Context ctx) throws IOException {
    String name = ctx.pathParam("name");
    StaticFile file = files.find(name).orElseThrow(() -> new NotFoundException("file " + name, ""));
    boolean current = ctx.pathParam("fingerprint").equals(files.fingerprint());
    ctx.header(
        "Cache-Control", current ? "public, max-age=31536000, immutable" : "public, max-age=60");
    ctx.header("Vary", "Accept-Encoding");
    byte[] compressed = file.compressed();
    String accepted = ctx.header("Accept-Encoding");
    boolean packed = compressed != null && accepted != null && accepted.contains("gzip");
    if (packed) {
      ctx.header("Content-Encoding", "gzip");
    }
    new ByteResponse(
            ByteSource.of(packed ? Objects.requireNonNull(compressed) : file.bytes()),
            file.mediaType(),
            files.fingerprint() + (packed ? "-gzip" : ""),
            null)
        .send(ctx);
  }
}
