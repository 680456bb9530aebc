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

/**
 * The tool {@code coverage}: which documents the archive has, and which requested ones it lacks.
 */
record CoverageTool(AssistantSources sources) implements AssistantTool {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "coverage",
          "收录范围 Coverage",
          "Which documents this collection has of a region, agency, year or kind, and which of the"
              + " requested ones it lacks. Call it before writing that something was not found.");

  private static final int MOST_YEARS = 20;

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchema().documentFilters().paging().build();
  }

  @Override
  public String answer(Arguments arguments, CallContext call) {
    Catalogue.Snapshot all = sources.catalogue().now();
    CoverageFilter filter = CoverageFilter.of(arguments, sources);
    List<Hit> documents = filter.documents(all);
    ToolAnswer answer = new ToolAnswer(arguments.tokens());
    answer.put("kept", filter.statement(sources));
    answer.put("url", call.link("/coverage"));
    answer.put("total", documents.size());
    answer.put("documents_by_year", years(documents));
    answer.addAll(
        documents,
        PageCursor.of(arguments),
        hit -> {
          call.pace().run();
          return item(hit, call);
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

  private Map<String, @Nullable Object> item(Hit hit, CallContext call) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("url", call.link(Links.permalink(hit.documentId())));
    item.putAll(sources.document(hit, call));
    item.put("findings", hit.values().getOrDefault("findings", "0"));
    item.put(ToolAnswer.DOCUMENT_TEXT, AssistantSources.titleAndAgency(hit));
    return item;
  }
}
