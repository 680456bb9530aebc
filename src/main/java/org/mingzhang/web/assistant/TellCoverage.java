package org.mingzhang.web.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.lookup.Catalogue;

/** Tells what documents there are, and of what there are none. */
record TellCoverage(AssistantSources library) implements AssistantTool {
  private static final ToolWords WORDS =
      new ToolWords(
          "coverage",
          "收录范围 Coverage",
          "Which documents this collection has of a region, agency, year or kind, and for which of"
              + " those asked it has none. Ask it before writing that something was not found.");

  private static final int MOST_YEARS = 20;

  @Override
  public ToolWords words() {
    return WORDS;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchema().whose().paged().build();
  }

  @Override
  public String answer(Arguments arguments, CallContext asking) {
    Catalogue.Snapshot all = library.catalogue().now();
    KeptCoverage kept = KeptCoverage.asked(arguments, library);
    List<Hit> documents = kept.documents(all);
    ToolAnswer answer = new ToolAnswer(arguments.tokens());
    answer.put("kept", kept.told(library));
    answer.put("url", asking.link("/coverage"));
    answer.put("total", documents.size());
    answer.put("documents_by_year", years(documents));
    answer.list(
        documents,
        PageCursor.of(arguments),
        hit -> {
          asking.pace().run();
          return item(hit, asking);
        });
    return answer.json("documents");
  }

  private static Map<String, Long> years(List<Hit> documents) {
    Map<String, Long> years = new TreeMap<>();
    documents.stream()
        .map(Hit::year)
        .filter(Objects::nonNull)
        .forEach(year -> years.merge(year.toString(), 1L, Long::sum));
    while (years.size() > MOST_YEARS) {
      years.remove(years.keySet().iterator().next());
    }
    return years;
  }

  private Map<String, @Nullable Object> item(Hit hit, CallContext asking) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("url", asking.link(Links.permalink(hit.documentId())));
    item.putAll(library.document(hit, asking));
    item.put("findings", hit.values().getOrDefault("findings", "0"));
    item.put(ToolAnswer.DOCUMENT_TEXT, AssistantSources.titled(hit));
    return item;
  }
}
