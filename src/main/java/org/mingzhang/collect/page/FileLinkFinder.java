package org.mingzhang.collect.page;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the links of a page to document files, including those in viewers, frames and scripts. */
final class FileLinkFinder {
  private static final String EXTENSIONS =
      "pdf|docx?|xlsx?|wps|et|ofd|rtf|zip|rar|7z|csv|odt|ods|uot|uos";

  private static final Pattern FILE_PATH = Pattern.compile("(?i)\\.(?:" + EXTENSIONS + ")$");
  private static final Pattern FILE_NAME = Pattern.compile("(?i)\\.(?:" + EXTENSIONS + ")\\b");

  /**
   * Extensions of files that count as documents only if their link is marked as a download, because
   * most addresses with these extensions are pages.
   */
  private static final Pattern DOWNLOAD_ONLY_PATH = Pattern.compile("(?i)\\.(?:txt|xml|html?)$");

  private static final Pattern DOWNLOAD_ADDRESS =
      Pattern.compile("(?i)(?:download|attach|fujian|fileup|getfile|openfile|viewfile)");
  private static final Pattern VIEWER_ADDRESS =
      Pattern.compile("(?i)[?&](?:file|url|src|path)=([^&#]+\\.(?:" + EXTENSIONS + "))(?:[&#]|$)");
  private static final Pattern FILE_IN_SCRIPT =
      Pattern.compile("(?i)['\"]([^'\"\\s]+\\.(?:" + EXTENSIONS + "))['\"]");

  private final WebPage webPage;
  private final SiteBoilerplateDetector boilerplateDetector = new SiteBoilerplateDetector();

  FileLinkFinder(WebPage webPage) {
    this.webPage = webPage;
  }

  /**
   * Files and the text of their links, in the order of the page.
   *
   * @param selector CSS selector of the links, or null to find them
   */
  Map<URI, String> find(@Nullable String selector) {
    Map<URI, String> files = new LinkedHashMap<>();
    if (selector != null) {
      for (Element link : webPage.document().select(selector)) {
        findTarget(link).ifPresent(uri -> files.putIfAbsent(uri, chooseLabel(link)));
      }
      return files;
    }
    for (Element link :
        webPage.document().select("a[href], iframe[src], embed[src], object[data], a[onclick]")) {
      (boilerplateDetector.isInBoilerplate(link) ? Optional.<URI>empty() : findFile(link))
          .ifPresent(uri -> files.merge(uri, chooseLabel(link), (a, b) -> a.isEmpty() ? b : a));
    }
    return files;
  }

  private Optional<URI> findTarget(Element link) {
    String to = link.hasAttr("href") ? link.attr("href") : link.attr("src") + link.attr("data");
    return webPage.resolveAddress(to);
  }

  private Optional<URI> findFile(Element link) {
    Optional<URI> uri = findTarget(link);
    if (uri.isPresent()) {
      Optional<URI> viewed = findViewedFile(uri.get());
      if (viewed.isPresent()
          || isDocumentFile(uri.get())
          || isMarkedDownload(link, uri.get())
          || looksLikeDownload(link, uri.get())) {
        return viewed.or(() -> uri);
      }
    }
    String href = link.attr("href");
    String script = (href.startsWith("javascript:") ? href : "") + link.attr("onclick");
    Matcher scripted = FILE_IN_SCRIPT.matcher(script);
    return scripted.find() ? webPage.resolveAddress(scripted.group(1)) : Optional.empty();
  }

  /** The file in the query string of a viewer's address; empty if there is none. */
  private Optional<URI> findViewedFile(URI uri) {
    Matcher viewed = VIEWER_ADDRESS.matcher("?" + String.valueOf(uri.getRawQuery()));
    if (uri.getRawQuery() == null || isDocumentFile(uri) || !viewed.find()) {
      return Optional.empty();
    }
    try {
      return webPage.resolveAddress(URLDecoder.decode(viewed.group(1), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether an address has the extension of a document file. */
  static boolean isDocumentFile(URI uri) {
    return FILE_PATH.matcher(uri.getPath()).find();
  }

  /**
   * Whether a link has the attribute {@code download} (HTML Standard 4.6.4) and one of the
   * extensions that need it.
   */
  private static boolean isMarkedDownload(Element link, URI uri) {
    return link.normalName().equals("a")
        && link.hasAttr("download")
        && DOWNLOAD_ONLY_PATH.matcher(uri.getPath()).find();
  }

  private static boolean looksLikeDownload(Element link, URI uri) {
    String target = uri.getRawPath() + "?" + uri.getRawQuery();
    String text = link.text() + " " + link.attr("title") + " " + link.attr("download");
    boolean named = FILE_NAME.matcher(text).find() || FILE_NAME.matcher(target).find();
    return link.normalName().equals("a")
        && DOWNLOAD_ADDRESS.matcher(target).find()
        && (named || text.contains("附件") || text.contains("下载"));
  }

  /**
   * The text of a link, or its attribute {@code title} if the text is empty or ends with an
   * ellipsis; at most 300 characters.
   */
  static String chooseLabel(Element link) {
    String text = link.text().strip();
    String title = link.attr("title").strip();
    boolean cut = text.endsWith("…") || text.endsWith("...") || text.isEmpty();
    String label = cut && !title.isEmpty() ? title : text;
    return label.length() > 300 ? label.substring(0, 300) : label;
  }
}
