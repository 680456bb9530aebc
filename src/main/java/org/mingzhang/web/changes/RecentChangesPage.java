package org.mingzhang.web.changes;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.VersionFilter;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;

/**
 * Recent documents and versions: {@code /changes}; new versions only: {@code
 * /changes?kind=replaced}.
 */
public final class RecentChangesPage implements Handler {
  private static final int MAX_UPDATES = 100;

  /**
   * A document that arrived, or a new version of one.
   *
   * @param title its title
   * @param address address of the version
   * @param day when it was first seen
   * @param version number of the version
   * @param arrival how it came, 更换为第 2 版 or 收到第 2 版, empty for a first version
   * @param changesAddress address of the differences from the version before, empty for a first
   *     version
   * @param summary the differences in a sentence, empty for a first version or if a record is
   *     damaged
   */
  public record Update(
      String title,
      String address,
      LocalDate day,
      int version,
      String arrival,
      String changesAddress,
      String summary) {}

  private final PageRenderer pages;
  private final Archive archive;

  /** Creates an instance that shows the latest versions of an archive. */
  public RecentChangesPage(PageRenderer pages, Archive archive) {
    this.pages = pages;
    this.archive = archive;
  }

  @Override
  public void handle(Context ctx) {
    boolean replaced = requestsReplacedOnly(ctx);
    Labels labels = pages.labels(ctx);
    PortalLinks links = pages.links(ctx);
    List<ChoiceLink> choices =
        List.of(
            new ChoiceLink(labels.text("updates.all"), "", links.page("/changes"), !replaced),
            new ChoiceLink(
                labels.text("updates.replaced"),
                "",
                links.page("/changes?kind=replaced"),
                replaced));
    List<Update> updates =
        findLatestVersions(archive, replaced, MAX_UPDATES).stream()
            .map(v -> buildUpdate(v, links, labels))
            .toList();
    String feed = replaced ? "/feeds/versions.atom" : "/feeds/documents.atom";
    pages.show(
        ctx,
        "changes/updates",
        new PageHead(
            labels.text("updates.title"),
            "",
            true,
            replaced ? "/changes?kind=replaced" : "/changes",
            feed,
            null),
        Map.of("choices", choices, "updates", updates, "feed", feed, "replaced", replaced));
  }

  /** Whether a request asks for replaced files only. */
  public static boolean requestsReplacedOnly(Context ctx) {
    return "replaced".equals(PageRenderer.parameters(ctx).text("kind"));
  }

  /**
   * The latest versions, newest first.
   *
   * @param onlyReplacements whether to return only versions that replaced another one
   */
  public static List<DocumentVersion> findLatestVersions(
      Archive archive, boolean onlyReplacements, int limit) {
    return archive
        .versionLog()
        .latest(onlyReplacements ? VersionFilter.REPLACEMENTS : VersionFilter.ALL, limit);
  }

  private Update buildUpdate(DocumentVersion version, PortalLinks links, Labels labels) {
    String id = version.documentId();
    int number = version.number();
    String title = pages.documents().find(version).map(DocumentDescription::title).orElse(id);
    LocalDate day = ChinaTime.toDate(version.firstSeen());
    if (number == 1) {
      return new Update(title, links.document(id), day, 1, "", "", "");
    }
    String fingerprint = PortalLinks.fingerprintPrefix(version.sha256());
    return new Update(
        title,
        links.version(id, version.sha256()),
        day,
        number,
        labels.text(version.isFetched() ? "updates.version" : "updates.received", number),
        links.page(PortalLinks.permalink(id) + "/changes?v=" + fingerprint),
        ChangeSummary.compute(archive, pages.documents(), version)
            .map(change -> change.sentence(labels))
            .orElse(""));
  }
}
