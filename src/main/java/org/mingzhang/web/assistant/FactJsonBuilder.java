package org.mingzhang.web.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.IndexedLocation;
import org.mingzhang.search.Hit;
import org.mingzhang.web.fact.FactHit;

/**
 * Converts facts to items of an answer: value and context, places, and text of the document.
 *
 * @param services services of the tools, for fingerprints
 * @param call context of the call, for links
 */
record FactJsonBuilder(AssistantServices services, ToolCallContext call) {
  private static final int MAX_LOCATIONS = 4;
  private static final int MAX_QUOTE_LENGTH = 160;
  private static final List<String> CONTEXT_COLUMNS =
      List.of("stage", "fund", "perimeter", "code", "period", "instant", "basis", "of");

  Map<String, @Nullable Object> build(Hit hit) {
    FactHit fact = new FactHit(hit);
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("url", call.absoluteAddress(fact.address()));
    item.put("section", fact.sectionPermalinkId());
    item.put("kind", fact.kind().id());
    item.put(fact.kind().valueFieldName(), fact.storedValue("value"));
    item.put("about_year", fact.year());
    for (String name : CONTEXT_COLUMNS) {
      if (fact.storedValue(name) != null) {
        item.put(name, fact.storedValue(name));
      }
    }
    item.put("disputed", fact.isDisputed() ? true : null);
    if (fact.referenceYear() != null) {
      item.put("against_year", fact.referenceYear());
      item.put("against_stage", fact.storedValue("againstStage"));
    }
    addLocations(item, fact);
    item.putAll(services.buildDocumentFields(hit, call));
    Map<String, @Nullable Object> words = AssistantServices.buildTitleAndAgency(hit);
    words.put(
        "account", PromptTextSanitizer.clean(fact.account(), AssistantServices.MAX_NAME_LENGTH));
    for (String name : List.of("item", "entity", "whole", "printed", "unit")) {
      String value = fact.storedValue(name);
      if (value != null) {
        words.put(name, PromptTextSanitizer.clean(value, AssistantServices.MAX_NAME_LENGTH));
      }
    }
    String quote = fact.storedValue("quote");
    words.put("quote", quote == null ? null : PromptTextSanitizer.clean(quote, MAX_QUOTE_LENGTH));
    item.put(ToolAnswerBuilder.DOCUMENT_TEXT, words);
    return item;
  }

  private void addLocations(Map<String, @Nullable Object> item, FactHit fact) {
    List<IndexedLocation> places = fact.locations();
    item.put("page", places.isEmpty() ? fact.hit().page() : places.getFirst().page());
    item.put(
        "also_said_at",
        places.stream()
            .skip(1)
            .limit(MAX_LOCATIONS)
            .map(
                p ->
                    Map.of(
                        "section",
                        fact.hit().documentId() + "/" + p.sectionSlug(),
                        "page",
                        p.page()))
            .toList());
    if (places.size() > MAX_LOCATIONS + 1) {
      item.put("places", places.size());
    }
  }
}
