package org.mingzhang.web.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.lookup.DocumentCatalog;

/**
 * The tool {@code coverage}: which documents are in the archive, and which of the requested ones
 * are not.
 */
record CoverageTool(AssistantServices services) implements AssistantTool {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "coverage",
          "收录范围 Coverage",
          "Which documents this collection has of a region, agency, year or kind, and which of the"
              + " requested ones it lacks. Call it before writing that something was not found.");

  private static final int MAX_YEARS = 20;

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchemaBuilder().addDocumentFilters().addPagingArguments().build();
  }

  @Override
  public String answer(ToolArguments arguments, ToolCallContext call) {
    DocumentCatalog.Snapshot all = services.catalogue().currentSnapshot();
    CoverageFilter filter = CoverageFilter.parse(arguments, services);
    List<Hit> documents = filter.selectDocuments(all);
    ToolAnswerBuilder answer = new ToolAnswerBuilder(arguments.tokenLimit());
    answer.put("kept", filter.buildCoverageStatement(services));
    answer.put("url", call.absoluteAddress("/coverage"));
    answer.put("total", documents.size());
    answer.put("documents_by_year", countByYear(documents));
    answer.addAsManyAsFit(
        documents,
        PageCursor.parse(arguments),
        hit -> {
          call.throttle().run();
          return buildItem(hit, call);
        });
    return answer.buildJson("documents");
  }

  private static Map<String, Long> countByYear(List<Hit> documents) {
    Map<String, Long> years = new TreeMap<>();
    documents.stream()
        .map(Hit::year)
        .filter(Objects::nonNull)
        .forEach(year -> years.merge(year.toString(), 1L, Long::sum));
    while (years.size() > MAX_YEARS) {
      years.remove(years.keySet().iterator().next());
    }
    return years;
  }

  private Map<String, @Nullable Object> buildItem(Hit hit, ToolCallContext call) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("url", call.absoluteAddress(PortalLinks.permalink(hit.documentId())));
    item.putAll(services.buildDocumentFields(hit, call));
    item.put("findings", hit.values().getOrDefault("findings", "0"));
    item.put(ToolAnswerBuilder.DOCUMENT_TEXT, AssistantServices.buildTitleAndAgency(hit));
    return item;
  }
}
