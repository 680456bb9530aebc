package org.mingzhang.web.assistant;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;

/** The tool {@code search_sections}: full-text search in sections. */
record SearchTool(AssistantServices services) implements AssistantTool {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "search_sections",
          "查找章节 Search sections",
          "Finds sections of Chinese budgets, final accounts and performance reports by their"
              + " words. \"…\" is an exact phrase; AND, OR, NOT and brackets work; words are"
              + " Chinese. Answers with passages and permalinks. For amounts use facts or compare,"
              + " which know stages and funds.");

  private static final int MAX_HEADINGS = 4;
  private static final int MAX_SNIPPETS = 2;
  private static final int MAX_SNIPPET_LENGTH = 180;

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchemaBuilder()
        .addRequiredText("query", "words, or an exact phrase in quotation marks")
        .addDocumentFilters()
        .addText(
            "topic",
            "what the section is about, in Chinese; another word is answered with the list")
        .addChoice("sort", "order (relevance)", List.of("relevance", "year", "year_asc", "region"))
        .addPagingArguments()
        .build();
  }

  @Override
  public String answer(ToolArguments arguments, ToolCallContext call) {
    return new CoverageAnswerBuilder(services, "sections")
        .buildJson(arguments, (answer, filter) -> addHits(answer, filter, arguments, call));
  }

  private void addHits(
      ToolAnswerBuilder answer,
      CoverageFilter filter,
      ToolArguments arguments,
      ToolCallContext call) {
    SearchUrl searchUrl =
        FilteredSearchBuilder.withFilter(
            FilteredSearchBuilder.build(
                arguments.text("query", ""), SearchScope.SECTIONS, filter, FacetDimension.YEAR),
            FacetDimension.TOPIC,
            requireTopic(arguments.text("topic")));
    SearchRequest.Sort sort =
        SearchRequest.Sort.valueOf(arguments.text("sort", "relevance").toUpperCase(Locale.ROOT));
    new HitPager(services, hit -> buildItem(hit, call))
        .addTo(answer, searchUrl.withSort(sort), PageCursor.parse(arguments), call);
  }

  private static @Nullable String requireTopic(@Nullable String label) {
    if (label != null && Topic.ofLabel(label).isEmpty()) {
      throw new BadArgumentException(
          "topic must be one of " + Arrays.stream(Topic.values()).map(Topic::label).toList());
    }
    return label;
  }

  private Map<String, @Nullable Object> buildItem(Hit hit, ToolCallContext call) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("section", hit.id());
    item.put("url", call.absoluteAddress(PortalLinks.row(hit.id())));
    item.put("page", hit.page());
    item.put("pages_of_the_words", hit.pages().stream().limit(5).toList());
    item.putAll(services.buildDocumentFields(hit, call));
    Map<String, @Nullable Object> words = AssistantServices.buildTitleAndAgency(hit);
    words.put(
        "headings",
        hit.path().stream()
            .limit(MAX_HEADINGS)
            .map(h -> PromptTextSanitizer.clean(h, AssistantServices.MAX_NAME_LENGTH))
            .toList());
    words.put(
        "heading", PromptTextSanitizer.clean(hit.title(), AssistantServices.MAX_TITLE_LENGTH));
    words.put(
        "passages",
        hit.snippets().stream().limit(MAX_SNIPPETS).map(SearchTool::joinPassage).toList());
    item.put(ToolAnswerBuilder.DOCUMENT_TEXT, words);
    return item;
  }

  private static String joinPassage(List<Hit.Fragment> fragments) {
    return PromptTextSanitizer.clean(
        fragments.stream().map(Hit.Fragment::text).collect(Collectors.joining()),
        MAX_SNIPPET_LENGTH);
  }
}
