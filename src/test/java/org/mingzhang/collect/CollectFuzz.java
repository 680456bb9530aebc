package org.mingzhang.collect;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.mingzhang.collect.page.MainText;
import org.mingzhang.collect.page.WebPage;
import org.mingzhang.collect.page.WebPageContent;
import org.mingzhang.collect.source.CrawlSourceParser;
import org.mingzhang.collect.source.SourceException;
import org.mingzhang.collect.warc.ArchivedResponse;
import org.mingzhang.collect.warc.WarcVisitor;
import org.mingzhang.collect.warc.WebArchive;

/** Fuzz targets of collecting: pages, feeds, web archives and files of sources. */
public final class CollectFuzz {
  private static final URI ADDRESS = URI.create("http://site.test/zwgk/index.html");
  private static final int MAX_PAGES = 50;

  private CollectFuzz() {}

  private static void promise(boolean kept, String what) {
    if (!kept) {
      throw new AssertionError("not kept: " + what);
    }
  }

  private static void isOfTheWeb(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    promise(scheme.equals("http") || scheme.equals("https"), "an address of the web: " + uri);
    promise(uri.getHost() != null, "an address with a host: " + uri);
  }

  /** A page: all addresses that are found must be web addresses. */
  public static void page(byte[] input) throws IOException {
    WebPage webPage = WebPage.parse(ADDRESS, input);
    WebPageContent reading = new WebPageContent(webPage);
    reading.findEntries(null, null).forEach(pageLink -> isOfTheWeb(pageLink.uri()));
    reading.findFurtherPagesOfList(null, MAX_PAGES).forEach(CollectFuzz::isOfTheWeb);
    reading.findFurtherPagesOfText(ADDRESS).forEach(CollectFuzz::isOfTheWeb);
    reading.isList(MainText.extract(webPage.document()));
    reading
        .findPublication(null, null)
        .ifPresent(day -> promise(!day.dateSource().isEmpty(), "a date has words that say so"));
  }

  /** A feed or sitemap: entries, or an IOException. */
  public static void feed(byte[] input) {
    try {
      FeedReader.read(ADDRESS, input).forEach(entry -> isOfTheWeb(entry.uri()));
    } catch (IOException fault) {
      promise(fault.getMessage() != null, "a fault says what it is");
    }
  }

  /** A web archive: responses, or a WebArchiveException. */
  public static void warc(byte[] input) throws IOException {
    Path folder = Files.createTempDirectory("warc");
    boolean packed = input.length > 1 && input[0] == 0x1f && (input[1] & 0xff) == 0x8b;
    Path file = Files.write(folder.resolve(packed ? "a.warc.gz" : "a.warc"), input);
    try (WebArchive archive = WebArchive.open(file, folder.resolve("parts"))) {
      archive.forEach(
          new WarcVisitor() {
            @Override
            public void visitResponse(ArchivedResponse answer) {
              promise(Files.exists(answer.content()), "an answer has its content");
              isOfTheWeb(answer.uri());
            }

            @Override
            public void recordSkipped(String record, String reason) {
              promise(reason.lines().count() == 1, "a reason is one line: " + reason);
            }
          });
    } catch (IOException fault) {
      promise(fault.getMessage() != null, "a fault says what it is");
    } finally {
      Files.deleteIfExists(folder.resolve("parts"));
      Files.delete(file);
      Files.delete(folder);
    }
  }

  /** A file of sources: sources, or a SourceException with a message of one line. */
  public static void sources(byte[] input) throws IOException {
    Path file = Files.createTempFile("sources", ".yaml");
    try {
      Files.write(file, input);
      CrawlSourceParser.read(file).sources().forEach(source -> isOfTheWeb(source.url()));
    } catch (SourceException fault) {
      promise(String.valueOf(fault.getMessage()).lines().count() == 1, "a fault is one line");
    } finally {
      Files.delete(file);
    }
  }
}
