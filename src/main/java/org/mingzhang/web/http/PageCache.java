package org.mingzhang.web.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.source.IndexingStatus;

/**
 * Pages that depend on their address and the index alone: whoever has one as the index still is
 * gets 304 before anything is searched, and a page that was asked for a moment ago is not made
 * again. While files are being indexed every page is made anew, since it shows how far that is.
 */
public final class PageCache implements Handler {
  /** Bytes of all pages kept, together. */
  private static final long MOST = 24L << 20;

  private static final String LAST_MODIFIED = "Last-Modified";

  private static final Duration SHORT = Duration.ofSeconds(30);

  private final Handler page;
  private final LongSupplier generation;
  private final Supplier<IndexingStatus> indexing;
  private final Supplier<String> build;
  private final Cache<String, Made> made =
      Caffeine.newBuilder()
          .maximumWeight(MOST)
          .weigher((String key, Made page) -> key.length() + page.html().length)
          .expireAfterWrite(SHORT)
          .build();

  /** A page, and since when it is as it is where it says so. */
  @SuppressWarnings("ArrayRecordComponent") // shared as it is, compared never
  private record Made(byte[] html, @Nullable String lastModified) {}

  /**
   * Pages made by a handler that answers with bytes.
   *
   * @param generation a number that changes with the index
   * @param indexing whether files are being indexed
   * @param build what else decides how a page looks, such as the fingerprint of the style sheets
   *     and the date
   */
  public PageCache(
      Handler page,
      LongSupplier generation,
      Supplier<IndexingStatus> indexing,
      Supplier<String> build) {
    this.page = page;
    this.generation = generation;
    this.indexing = indexing;
    this.build = build;
  }

  @Override
  public void handle(Context ctx) throws Exception {
    if (indexing.get().running()) {
      page.handle(ctx);
      return;
    }
    String key = generation.getAsLong() + " " + build.get() + " " + ctx.fullUrl();
    String tag = "W/\"" + checksum(key) + "\"";
    ctx.header("Cache-Control", "no-cache");
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.header("ETag", tag).status(HttpStatus.NOT_MODIFIED);
      return;
    }
    Made known = made.getIfPresent(key);
    if (known == null) {
      page.handle(ctx);
      keep(key, ctx);
    } else {
      ctx.contentType(Pages.HTML).result(known.html());
      if (known.lastModified() != null) {
        ctx.header(LAST_MODIFIED, known.lastModified());
      }
    }
    if (ctx.status() == HttpStatus.OK) {
      ctx.header("ETag", tag);
    }
  }

  private void keep(String key, Context ctx) throws IOException {
    InputStream html = ctx.status() == HttpStatus.OK ? ctx.resultInputStream() : null;
    if (html != null) {
      byte[] bytes = html.readAllBytes();
      ctx.result(bytes);
      made.put(key, new Made(bytes, ctx.res().getHeader(LAST_MODIFIED)));
    }
  }

  private static String checksum(String key) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue()) + "-" + Integer.toHexString(key.hashCode());
  }
}
