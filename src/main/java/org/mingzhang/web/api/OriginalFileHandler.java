package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Set;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.OriginalFile;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.security.SecurityHeaderHandler;
import org.mingzhang.web.transfer.ByteResponse;
import org.mingzhang.web.transfer.ByteSource;

/**
 * Sends the original file of a document, {@code /d/DOCUMENT/original?v=}; for a member of an
 * archive such as a ZIP file of which only the whole was kept, that archive. The file is untrusted
 * content. It is therefore always sent as a download, with a policy that forbids scripts.
 */
public final class OriginalFileHandler implements Handler {
  private static final Set<String> SAFE_MEDIA_TYPES =
      Set.of(
          "application/pdf",
          "application/ofd",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/zip",
          "image/png",
          "image/jpeg");

  private final Archive archive;
  private final DocumentLookup lookup;

  /** Creates an instance that serves originals of an archive. */
  public OriginalFileHandler(PageRenderer pages, Archive archive) {
    this.archive = archive;
    this.lookup = pages.documents();
  }

  @Override
  public void handle(Context ctx) throws IOException {
    ArchivedDisclosure document =
        lookup.findDocument(ctx.pathParam("document"), PageRenderer.parameters(ctx).text("v"));
    OriginalFile original =
        archive
            .findOriginal(document.version())
            .orElseThrow(() -> new NotFoundException("original of " + document.id(), ""));
    String name = document.disclosure().source().file();
    int member = name.indexOf("!/");
    boolean whole = original.isContainer() && member >= 0;
    String type = whole ? "application/octet-stream" : document.disclosure().source().mediaType();
    ctx.header("Content-Security-Policy", SecurityHeaderHandler.SANDBOX_POLICY);
    ctx.header("Content-Disposition", contentDisposition(whole ? name.substring(0, member) : name));
    ctx.header("Cache-Control", "public, max-age=3600");
    new ByteResponse(
            ByteSource.of(original.file()),
            SAFE_MEDIA_TYPES.contains(type) ? type : "application/octet-stream",
            document.version().sha256(),
            document.version().firstSeen())
        .send(ctx);
  }

  /** The {@code Content-Disposition} of a download (RFC 6266), with an ASCII fallback name. */
  static String contentDisposition(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    String ascii = last.replaceAll("[^A-Za-z0-9._-]", "_");
    return "attachment; filename=\""
        + ascii
        + "\"; filename*=UTF-8''"
        + QueryString.encodePathSegment(last);
  }
}
