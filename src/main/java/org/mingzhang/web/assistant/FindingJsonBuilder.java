package org.mingzhang.web.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Finding;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.finding.FindingView;

/**
 * Converts findings to items of an answer. Their messages quote the document and are therefore
 * treated as text from the document.
 *
 * @param services services of the tools, for fingerprints
 * @param call context of the call, for links
 */
record FindingJsonBuilder(AssistantServices services, ToolCallContext call) {
  private static final int MAX_TEXT_LENGTH = 200;
  private static final List<String> NUMBER_COLUMNS =
      List.of("stated", "computed", "formula", "tolerance");
  private static final List<String> TEXT_COLUMNS =
      List.of("quote", "message", "messageEnglish", "otherQuote");

  /** Converts a finding of the index; what is not stated is null. */
  Map<String, @Nullable Object> build(Hit hit) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("url", call.absoluteAddress(PortalLinks.row(hit.id())));
    item.put("page", hit.page());
    for (String name : List.of("severity", "kind", "rule", "otherPage")) {
      if (hit.values().containsKey(name)) {
        item.put(name, hit.values().get(name));
      }
    }
    String other = PortalLinks.permalinkOfSecondPlace(hit);
    item.put("other_place", other == null ? null : call.absoluteAddress(other));
    item.putAll(services.buildDocumentFields(hit, call));
    Map<String, @Nullable Object> words = AssistantServices.buildTitleAndAgency(hit);
    NUMBER_COLUMNS.forEach(name -> putSanitized(words, name, hit.values().get(name)));
    TEXT_COLUMNS.forEach(name -> putSanitized(words, name, hit.values().get(name)));
    item.put(ToolAnswerBuilder.DOCUMENT_TEXT, words);
    return item;
  }

  /** Converts a finding of a document's record. */
  Map<String, @Nullable Object> build(ArchivedDisclosure document, FindingView view) {
    Finding finding = view.finding();
    String slug = view.slug();
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    String place =
        slug == null
            ? PortalLinks.permalink(document.id())
            : PortalLinks.permalink(document.id(), slug);
    boolean newest = services.lookup().isNewest(document.version());
    String version =
        newest ? "" : "?v=" + PortalLinks.fingerprintPrefix(document.version().sha256());
    item.put("url", call.absoluteAddress(place + version + "#" + view.anchor()));
    item.put("page", finding.page());
    item.put("severity", view.severity());
    item.put("kind", finding.kind().id());
    item.put("rule", finding.rule());
    item.put("sha256", document.version().sha256());
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    putSanitized(words, "heading", view.sectionHeading());
    putSanitized(words, "stated", finding.stated());
    putSanitized(words, "computed", finding.computed());
    putSanitized(words, "formula", finding.formula());
    putSanitized(words, "tolerance", finding.tolerance());
    putSanitized(words, "quote", finding.quote());
    putSanitized(words, "message", finding.message());
    putSanitized(words, "messageEnglish", finding.messageEnglish());
    Finding.QuoteLocation other = finding.other();
    if (other != null) {
      item.put("otherPage", other.page());
      putSanitized(words, "otherQuote", other.quote());
      putSanitized(
          words, "other_document_title", view.otherTitle().isEmpty() ? null : view.otherTitle());
    }
    item.put(ToolAnswerBuilder.DOCUMENT_TEXT, words);
    return item;
  }

  private static void putSanitized(
      Map<String, @Nullable Object> documentText, String name, @Nullable String text) {
    if (text != null) {
      documentText.put(name, PromptTextSanitizer.clean(text, MAX_TEXT_LENGTH));
    }
  }
}
