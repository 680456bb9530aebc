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
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.collect.page.MainText;
import org.mingzhang.collect.page.Page;
import org.mingzhang.collect.page.PageReading;
import org.mingzhang.collect.page.Publication;
import org.mingzhang.collect.warc.StoredAnswer;
import org.mingzhang.collect.warc.WarcVisitor;
import org.mingzhang.collect.warc.WebArchive;

/**
 * Brings the documents of a web archive to the queue: files and pages that are documents, with
 * address and time of capture, files joined to the page that links them. First {@link #survey},
 * which tells how many {@link #generations} there are, since an address may have been captured with
 * several contents; then each generation is {@link #offer}ed and read before the next, so that each
 * becomes a version. A content that is kept already was seen again, nothing more.
 */
public final class WebArchiveIntake {
  private static final int LARGEST_PAGE = 20 << 20;

  private final Archive archive;
  private final WebArchive file;
  private final CollectListener listener;
  private final Map<String, NavigableMap<Instant, String>> captures = new HashMap<>();
  private final Map<String, LinkingPage> links = new HashMap<>();

  /** An intake of a file, which it leaves open. */
  public WebArchiveIntake(Archive archive, WebArchive file, CollectListener listener) {
    this.archive = archive;
    this.file = file;
    this.listener = listener;
  }

  /** The page that links a file. */
  private record LinkingPage(
      String url, String title, String label, @Nullable Publication published) {}

  /** Looks at every answer: which are documents, and which pages link which files. */
  public void survey() throws IOException {
    file.each(
        new WarcVisitor() {
          @Override
          public void answer(StoredAnswer answer) throws IOException {
            look(answer);
          }

          @Override
          public void passedOver(String record, String reason) {
            listener.refused(file.name(), record, reason);
          }
        });
  }

  private void look(StoredAnswer answer) throws IOException {
    Optional<Content> content = content(answer);
    if (content.isEmpty()) {
      return;
    }
    Page page = content.get().page();
    if (page != null) {
      linked(page);
    }
    if (content.get().document()) {
      captures
          .computeIfAbsent(answer.uri().toString(), url -> new TreeMap<>())
          .put(answer.date(), content.get().digest());
    }
  }

  private void linked(Page page) {
    PageReading reading = new PageReading(page);
    Publication published = reading.published(null, null).orElse(null);
    String title = page.title();
    for (PageReading.Found found : reading.files(null)) {
      links.putIfAbsent(
          found.uri().toString(),
          new LinkingPage(page.uri().toString(), title, found.label(), published));
    }
  }

  /**
   * What an answer is.
   *
   * @param page the page, null for a file
   * @param document whether it is a document
   * @param digest what tells two contents apart: of a page, its text
   */
  private record Content(@Nullable Page page, boolean document, String digest) {}

  private Optional<Content> content(StoredAnswer answer) throws IOException {
    ContentKind kind = ContentKind.of(answer.content(), answer.head());
    if (kind == ContentKind.DOCUMENT) {
      boolean text = ContentKind.isText(answer.head());
      return text && !PageReading.isFile(answer.uri())
          ? Optional.empty()
          : Optional.of(new Content(null, true, answer.sha256()));
    }
    if (kind != ContentKind.HTML) {
      return Optional.empty();
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(answer.content())) {
      bytes = in.readNBytes(LARGEST_PAGE);
    }
    Page page = Page.parse(answer.uri(), bytes);
    MainText main = MainText.of(page.document());
    PageReading reading = new PageReading(page);
    boolean document =
        !reading.isList(main) && reading.isDocument(main, !reading.files(null).isEmpty());
    return Optional.of(new Content(page, document, main.digest()));
  }

  /** How many contents the address with the most of them has. */
  public int generations() {
    captures.values().forEach(WebArchiveIntake::withoutRepeats);
    return captures.values().stream().mapToInt(NavigableMap::size).max().orElse(0);
  }

  /** A content that was captured again at once is no other. */
  private static void withoutRepeats(NavigableMap<Instant, String> contents) {
    String before = "";
    for (Iterator<String> each = contents.values().iterator(); each.hasNext(); ) {
      String digest = each.next();
      if (digest.equals(before)) {
        each.remove();
      }
      before = digest;
    }
  }

  /**
   * Offers the documents of a generation; returns how many.
   *
   * @param generation 0 for the oldest content of each address
   */
  public int offer(int generation) throws IOException {
    Map<String, Instant> wanted = new HashMap<>();
    captures.forEach(
        (url, contents) ->
            contents.keySet().stream()
                .skip(generation)
                .findFirst()
                .ifPresent(date -> wanted.put(url, date)));
    int[] offered = {0};
    file.each(
        new WarcVisitor() {
          @Override
          public void answer(StoredAnswer answer) throws IOException {
            if (wanted.remove(answer.uri().toString(), answer.date())) {
              offer(answer);
              offered[0]++;
            }
          }

          @Override
          public void passedOver(String record, String reason) {}
        });
    return offered[0];
  }

  private void offer(StoredAnswer answer) throws IOException {
    String url = answer.uri().toString();
    Optional<Page> page = content(answer).map(Content::page);
    LinkingPage linking = links.get(url);
    String label = linking == null ? "" : linking.label();
    String name =
        page.isPresent()
            ? DocumentName.ofPage(page.get().title())
            : DocumentName.of(answer.head(), label, answer.uri());
    String sha256;
    try (InputStream in = Files.newInputStream(answer.content())) {
      sha256 = archive.queue().receive(in);
    }
    Publication published =
        page.isPresent()
            ? new PageReading(page.get()).published(null, null).orElse(null)
            : linking != null ? linking.published() : published(answer.uri());
    boolean kept = archive.documentWithContent(sha256).isPresent();
    VisitRecord.Sighting sighting =
        new VisitRecord.Sighting(
            provenance(answer, linking, published),
            kept ? null : OfferedFile.ofAddress(url, name, sha256));
    archive.frontier().recordSighting(sighting, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    listener.document(file.name(), url, name, false);
  }

  private static @Nullable Publication published(URI uri) {
    return Publication.address(uri.getRawPath()).orElse(null);
  }

  private Provenance provenance(
      StoredAnswer answer, @Nullable LinkingPage linking, @Nullable Publication published) {
    Instant seen = answer.date().truncatedTo(ChronoUnit.SECONDS);
    return new Provenance(
        answer.uri().toString(),
        file.name(),
        linking == null ? null : linking.url(),
        linking == null ? null : linking.title(),
        linking == null || linking.label().isBlank() ? null : linking.label(),
        seen,
        seen,
        null,
        null,
        published == null ? null : published.day(),
        published == null ? null : published.by(),
        answer.place(),
        null,
        null);
  }
}
