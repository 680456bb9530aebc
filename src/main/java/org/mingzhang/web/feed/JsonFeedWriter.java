package org.mingzhang.web.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes feeds as JSON Feed 1.1. */
final class JsonFeedWriter {
  private JsonFeedWriter() {}

  /**
   * The feed as values for JSON.
   *
   * @param requestedAddress the address as it was requested
   */
  static Map<String, Object> write(FeedPage page, String requestedAddress) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", page.title());
    feed.put("home_page_url", page.readerAddress());
    feed.put("feed_url", requestedAddress);
    if (page.nextPageAddress() != null) {
      feed.put("next_url", page.nextPageAddress());
    }
    feed.put("language", "zh-CN");
    feed.put("items", page.entries().stream().map(JsonFeedWriter::buildItem).toList());
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("about", page.sinceRelation());
    extension.put("since_url", page.newEntriesAddress());
    feed.put("_mingzhang", extension);
    return feed;
  }

  private static Map<String, Object> buildItem(FeedEntry entry) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", entry.id());
    item.put("url", entry.address());
    item.put("title", entry.title());
    item.put("content_text", entry.text());
    item.put("date_published", entry.updated().toString());
    item.put("authors", List.of(Map.of("name", entry.author().isEmpty() ? "—" : entry.author())));
    return item;
  }
}
