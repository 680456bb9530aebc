package org.mingzhang.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.collect.page.MainText;
import org.mingzhang.collect.page.PublicationDate;
import org.mingzhang.collect.page.WebPage;
import org.mingzhang.collect.page.WebPageContent;
import org.mingzhang.collect.warc.ArchivedResponse;
import org.mingzhang.collect.warc.WarcVisitor;
import org.mingzhang.collect.warc.WebArchive;

/**
 * Puts the documents of a web archive into the ingest queue, with address, time of capture and the
 * page that links them.
 *
 * <p>Call {@link #surveyArchive} first. An address may have been captured several times with
 * different contents; the n-th contents of all addresses are a generation. {@link
 * #queueDocumentsOfGeneration Queue} each of the {@link #prepareAndCountGenerations} generations
 * and have it read before the next, so that each content becomes a version. A content that the
 * archive already has is only recorded as seen again.
 */
public final class WebArchiveIngester {
  private static final int MAX_PAGE_BYTES = 20 << 20;

  private static final Pattern TEXT_FILE_BELOW_ROOT =
      Pattern.compile("(?i)^https?://[^/]+/(?!\\.well-known/)[^/?]+/[^?]*\\.txt$");

  private final Archive archive;
  private final WebArchive webArchive;
  private final CrawlListener listener;
  private final Map<String, NavigableMap<Instant, String>> captures = new HashMap<>();
  private final Map<String, LinkingPage> linkingPages = new HashMap<>();
  private final Map<String, LinkingPage> linkingLists = new HashMap<>();
  private final Map<String, NavigableMap<Instant, String>> plainTexts = new HashMap<>();
  private int skippedCount;

  /** Creates an ingester of a web archive, which the caller closes. */
  public WebArchiveIngester(Archive archive, WebArchive webArchive, CrawlListener listener) {
    this.archive = archive;
    this.webArchive = webArchive;
    this.listener = listener;
  }

  /** The page from which a file was linked, with the label of the link. */
  private record LinkingPage(
      String url, String title, String label, @Nullable PublicationDate publicationDate) {}

  /**
   * Finds the responses that are documents, and the pages that link them. A plain text is one if a
   * page of the archive links it, or if it is named as a text file and is not at the root of the
   * site, where texts for programs are (robots.txt).
   */
  public void surveyArchive() throws IOException {
    webArchive.forEach(
        new WarcVisitor() {
          @Override
          public void visitResponse(ArchivedResponse response) throws IOException {
            examineResponse(response);
          }

          @Override
          public void recordSkipped(String record, String reason) {
            skippedCount++;
            listener.addressRefused(webArchive.name(), record, reason);
          }
        });
  }

  /** The number of records that {@link #surveyArchive} left out because they cannot be read. */
  public int skippedCount() {
    return skippedCount;
  }

  private void examineResponse(ArchivedResponse response) throws IOException {
    Optional<ClassifiedResponse> content = classifyResponse(response);
    if (content.isEmpty()) {
      return;
    }
    WebPage webPage = content.get().page();
    if (webPage != null) {
      addLinks(webPage);
    }
    if (content.get().isDocument()) {
      boolean text = webPage == null && isPlainText(response);
      (text ? plainTexts : captures)
          .computeIfAbsent(response.uri().toString(), url -> new TreeMap<>())
          .put(response.date(), content.get().digest());
    }
  }

  private void addLinks(WebPage webPage) {
    WebPageContent content = new WebPageContent(webPage);
    PublicationDate published = content.findPublication(null, null).orElse(null);
    String title = webPage.title();
    for (WebPageContent.PageLink pageLink : content.findEntries(null, null)) {
      (pageLink.isFile() ? linkingPages : linkingLists)
          .putIfAbsent(
              pageLink.uri().toString(),
              new LinkingPage(webPage.uri().toString(), title, pageLink.label(), published));
    }
  }

  /** Whether a response is a text whose address does not have the extension of a document file. */
  private static boolean isPlainText(ArchivedResponse response) {
    return ContentKind.isText(response.head()) && !WebPageContent.isDocumentFile(response.uri());
  }

  /**
   * A response of the archive, classified as page, document or neither.
   *
   * @param page the page; null for a file
   * @param isDocument whether it is a document
   * @param digest digest of the file, or of the main text of the page
   */
  private record ClassifiedResponse(@Nullable WebPage page, boolean isDocument, String digest) {}

  private Optional<ClassifiedResponse> classifyResponse(ArchivedResponse response)
      throws IOException {
    ContentKind kind = ContentKind.detect(response.content(), response.head());
    if (kind == ContentKind.DOCUMENT) {
      return Optional.of(new ClassifiedResponse(null, true, response.sha256()));
    }
    if (kind != ContentKind.HTML) {
      return Optional.empty();
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(response.content())) {
      bytes = in.readNBytes(MAX_PAGE_BYTES);
    }
    WebPage webPage = WebPage.parse(response.uri(), bytes);
    MainText main = MainText.extract(webPage.document());
    WebPageContent content = new WebPageContent(webPage);
    boolean document =
        !content.isList(main) && content.isDocument(main, !content.findFiles(null).isEmpty());
    return Optional.of(new ClassifiedResponse(webPage, document, main.contentDigest()));
  }

  /**
   * The number of generations: the maximum number of successive contents of one address. The first
   * call also decides about the plain texts and removes repeated captures, so it must precede
   * {@link #queueDocumentsOfGeneration}; further calls only count. Plain texts become documents if
   * a page links them or if their address is that of a {@code .txt} file in a folder; other plain
   * texts, except {@code robots.txt}, are reported to the listener as refused.
   */
  public int prepareAndCountGenerations() {
    plainTexts.forEach(
        (url, contents) -> {
          if (linkingPages.containsKey(url)
              || linkingLists.containsKey(url)
              || TEXT_FILE_BELOW_ROOT.matcher(url).find()) {
            captures.put(url, contents);
          } else if (!url.endsWith("/robots.txt")) {
            listener.addressRefused(
                webArchive.name(), url, "a plain text that no page of the archive links");
          }
        });
    plainTexts.clear();
    captures.values().forEach(WebArchiveIngester::removeRepeats);
    return captures.values().stream().mapToInt(NavigableMap::size).max().orElse(0);
  }

  /** Removes captures with the same content as the capture before. */
  private static void removeRepeats(NavigableMap<Instant, String> digestByCapture) {
    String before = "";
    for (Iterator<String> digests = digestByCapture.values().iterator(); digests.hasNext(); ) {
      String digest = digests.next();
      if (digest.equals(before)) {
        digests.remove();
      }
      before = digest;
    }
  }

  /**
   * Puts the documents of a generation into the queue, or records them as seen if the archive has
   * their content; returns their number. Reads the whole web archive.
   *
   * @param generation 0 for the oldest content of each address
   */
  public int queueDocumentsOfGeneration(int generation) throws IOException {
    Map<String, Instant> wanted = new HashMap<>();
    captures.forEach(
        (url, contents) ->
            contents.keySet().stream()
                .skip(generation)
                .findFirst()
                .ifPresent(date -> wanted.put(url, date)));
    int[] offered = {0};
    webArchive.forEach(
        new WarcVisitor() {
          @Override
          public void visitResponse(ArchivedResponse response) throws IOException {
            if (wanted.remove(response.uri().toString(), response.date())) {
              queueDocument(response);
              offered[0]++;
            }
          }

          @Override
          public void recordSkipped(String record, String reason) {}
        });
    return offered[0];
  }

  private void queueDocument(ArchivedResponse response) throws IOException {
    String url = response.uri().toString();
    Optional<WebPage> page = classifyResponse(response).map(ClassifiedResponse::page);
    LinkingPage linking =
        linkingPages.getOrDefault(url, page.isPresent() ? null : linkingLists.get(url));
    String label = linking == null ? "" : linking.label();
    String name =
        page.isPresent()
            ? DocumentFileNamer.fromPageTitle(page.get().title())
            : DocumentFileNamer.chooseName(response.head(), label, response.uri());
    String sha256;
    try (InputStream in = Files.newInputStream(response.content())) {
      sha256 = archive.queue().storeContent(in);
    }
    PublicationDate published =
        page.isPresent()
            ? new WebPageContent(page.get()).findPublication(null, null).orElse(null)
            : linking != null ? linking.publicationDate() : findDateInAddress(response.uri());
    boolean kept = archive.findDocumentWithContent(sha256).isPresent();
    VisitRecord.ObservedDocument observed =
        new VisitRecord.ObservedDocument(
            createProvenance(response, linking, published),
            kept ? null : OfferedFile.ofAddress(url, name, sha256));
    archive
        .frontier()
        .recordObservedDocument(observed, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    listener.documentFound(webArchive.name(), url, name, false);
  }

  private static @Nullable PublicationDate findDateInAddress(URI uri) {
    return PublicationDate.findInAddress(uri.getRawPath()).orElse(null);
  }

  private Provenance createProvenance(
      ArchivedResponse response,
      @Nullable LinkingPage linkingPage,
      @Nullable PublicationDate published) {
    Instant seen = response.date().truncatedTo(ChronoUnit.SECONDS);
    return new Provenance(
        response.uri().toString(),
        webArchive.name(),
        linkingPage == null ? null : linkingPage.url(),
        linkingPage == null ? null : linkingPage.title(),
        linkingPage == null || linkingPage.label().isBlank() ? null : linkingPage.label(),
        seen,
        seen,
        null,
        null,
        published == null ? null : published.day(),
        published == null ? null : published.dateSource(),
        response.recordPosition(),
        null,
        null);
  }
}
