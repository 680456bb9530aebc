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
 * Caches a page that depends only on its address and the state of the index. A request with the
 * current ETag is answered with 304 without a search, and a page rendered within the last 30
 * seconds is sent again. Only pages with status 200 are cached, and nothing while files are being
 * indexed, because pages show the progress.
 */
public final class PageCache implements Handler {
  /** Maximum size of all cached pages together, in bytes. */
  private static final long MAX_BYTES = 24L << 20;

  private static final String LAST_MODIFIED = "Last-Modified";

  private static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

  private final Handler page;
  private final LongSupplier generationSupplier;
  private final Supplier<IndexingStatus> indexing;
  private final Supplier<String> extraKeySupplier;
  private final Cache<String, CachedPage> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((String key, CachedPage page) -> key.length() + page.html().length)
          .expireAfterWrite(TIME_TO_LIVE)
          .build();

  /** A rendered page with its Last-Modified header, if it has one. */
  @SuppressWarnings("ArrayRecordComponent") // pages are never compared
  private record CachedPage(byte[] html, @Nullable String lastModified) {}

  /**
   * Creates an instance that caches the pages of a handler.
   *
   * @param generationSupplier returns a number that changes with the index
   * @param indexing whether files are being indexed
   * @param extraKeySupplier returns a part of the cache key for what pages depend on besides the
   *     index, such as the fingerprint of the style sheets and the date
   */
  public PageCache(
      Handler page,
      LongSupplier generationSupplier,
      Supplier<IndexingStatus> indexing,
      Supplier<String> extraKeySupplier) {
    this.page = page;
    this.generationSupplier = generationSupplier;
    this.indexing = indexing;
    this.extraKeySupplier = extraKeySupplier;
  }

  @Override
  public void handle(Context ctx) throws Exception {
    if (indexing.get().isRunning()) {
      page.handle(ctx);
      return;
    }
    String key =
        generationSupplier.getAsLong() + " " + extraKeySupplier.get() + " " + ctx.fullUrl();
    String tag = "W/\"" + checksum(key) + "\"";
    ctx.header("Cache-Control", "no-cache");
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.header("ETag", tag).status(HttpStatus.NOT_MODIFIED);
      return;
    }
    CachedPage known = cache.getIfPresent(key);
    if (known == null) {
      page.handle(ctx);
      store(key, ctx);
    } else {
      ctx.contentType(PageRenderer.HTML).result(known.html());
      if (known.lastModified() != null) {
        ctx.header(LAST_MODIFIED, known.lastModified());
      }
    }
    if (ctx.status() == HttpStatus.OK) {
      ctx.header("ETag", tag);
    }
  }

  private void store(String key, Context ctx) throws IOException {
    InputStream html = ctx.status() == HttpStatus.OK ? ctx.resultInputStream() : null;
    if (html != null) {
      byte[] bytes = html.readAllBytes();
      ctx.result(bytes);
      cache.put(key, new CachedPage(bytes, ctx.res().getHeader(LAST_MODIFIED)));
    }
  }

  private static String checksum(String key) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue()) + "-" + Integer.toHexString(key.hashCode());
  }
}
