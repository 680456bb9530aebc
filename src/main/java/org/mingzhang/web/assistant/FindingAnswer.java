package org.mingzhang.web.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Finding;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.finding.FindingView;

/**
 * A finding as it is told. Its sentences quote the document, so that they too are its words.
 *
 * @param library where fingerprints are looked up
 * @param asking by which address the caller reaches the portal
 */
record FindingAnswer(AssistantSources library, CallContext asking) {
  private static final int LONGEST = 200;
  private static final List<String> NUMBERS = List.of("stated", "computed", "formula", "tolerance");
  private static final List<String> WORDS =
      List.of("quote", "message", "messageEnglish", "otherQuote");

  /** One that the index has. */
  Map<String, @Nullable Object> of(Hit hit) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("url", asking.link("/d/" + hit.id()));
    item.put("page", hit.page());
    for (String name : List.of("severity", "kind", "rule", "otherPage")) {
      if (hit.values().containsKey(name)) {
        item.put(name, hit.values().get(name));
      }
    }
    String other = hit.values().get("other");
    item.put("other_place", other == null ? null : asking.link("/d/" + other));
    item.putAll(library.document(hit, asking));
    Map<String, @Nullable Object> words = AssistantSources.titled(hit);
    NUMBERS.forEach(name -> put(words, name, hit.values().get(name)));
    WORDS.forEach(name -> put(words, name, hit.values().get(name)));
    item.put(ToolAnswer.DOCUMENT_TEXT, words);
    return item;
  }

  /** One of a document that is at hand. */
  Map<String, @Nullable Object> of(ArchivedDisclosure document, FindingView view) {
    Finding finding = view.finding();
    String slug = view.slug();
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    String place =
        slug == null ? Links.permalink(document.id()) : Links.permalink(document.id(), slug);
    boolean newest = library.lookup().newest(document.version());
    String version = newest ? "" : "?v=" + Links.prefix(document.version().sha256());
    item.put("url", asking.link(place + version + "#" + view.anchor()));
    item.put("page", finding.page());
    item.put("severity", view.severity());
    item.put("kind", finding.kind().id());
    item.put("rule", finding.rule());
    item.put("sha256", document.version().sha256());
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    put(words, "heading", view.section());
    put(words, "stated", finding.stated());
    put(words, "computed", finding.computed());
    put(words, "formula", finding.formula());
    put(words, "tolerance", finding.tolerance());
    put(words, "quote", finding.quote());
    put(words, "message", finding.message());
    put(words, "messageEnglish", finding.messageEnglish());
    Finding.Place other = finding.other();
    if (other != null) {
      item.put("otherPage", other.page());
      put(words, "otherQuote", other.quote());
      put(words, "other_document_title", view.otherTitle().isEmpty() ? null : view.otherTitle());
    }
    item.put(ToolAnswer.DOCUMENT_TEXT, words);
    return item;
  }

  private static void put(Map<String, @Nullable Object> words, String name, @Nullable String text) {
    if (text != null) {
      words.put(name, DocumentText.clean(text, LONGEST));
    }
  }
}
