package org.mingzhang.web.changes;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;

/** The differences between a version of a document and the one before: {@code /d/ID/changes?v=}. */
public final class VersionDiffPage implements Handler {
  private final PageRenderer pages;
  private final Archive archive;
  private final DocumentLookup lookup;

  /** Creates an instance that compares versions of an archive. */
  public VersionDiffPage(PageRenderer pages, Archive archive) {
    this.pages = pages;
    this.archive = archive;
    this.lookup = pages.documents();
  }

  @Override
  public void handle(Context ctx) {
    String id = ctx.pathParam("document");
    ArchivedDisclosure after = lookup.findDocument(id, PageRenderer.parameters(ctx).text("v"));
    List<DocumentVersion> versions = archive.versions(id);
    int number = after.version().number();
    DocumentVersion earlier =
        versions.stream()
            .filter(v -> v.number() == number - 1)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("version before " + number, ""));
    ArchivedDisclosure before = lookup.findDocument(id, earlier.sha256());
    Map<String, Object> model = new HashMap<>();
    model.put("facts", DocumentDescription.of(after));
    model.put("before", before.version());
    model.put("after", after.version());
    VersionChanges changes = VersionChanges.compare(before, after);
    model.put("changes", changes);
    model.put("figures", changes.describeFigures(pages.labels(ctx)));
    pages.show(
        ctx,
        "changes/changes",
        PageHead.withoutIndexing(DocumentDescription.title(after), PortalLinks.permalink(id)),
        model);
  }
}
