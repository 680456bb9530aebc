package org.mingzhang.web.assistant;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Finding;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.render.Labels;

/** The tool {@code findings}: contradictions in documents, with the arithmetic. */
record FindingsTool(AssistantServices services) implements AssistantTool {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "findings",
          "核对结果 Findings",
          "Places where a document's own numbers or words do not agree, with the quote and the"
              + " arithmetic, most serious first. proof: contradicts itself; probable: likely a"
              + " slip; wording. A finding shows a contradiction in a text, not wrongdoing: check"
              + " the page before writing.");

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchemaBuilder()
        .addText("document", "only of this document: its id or permalink")
        .addText("query", "words of the finding or of what it quotes")
        .addDocumentFilters()
        .addChoice("severity", "how grave", severities())
        .addChoice("kind", "what does not agree", kinds())
        .addPagingArguments()
        .build();
  }

  private static List<String> severities() {
    return Stream.of(Finding.Severity.values()).map(Labels::id).toList();
  }

  private static List<String> kinds() {
    return Arrays.stream(Finding.Kind.values()).map(Finding.Kind::id).toList();
  }

  @Override
  public String answer(ToolArguments arguments, ToolCallContext call) {
    String document = arguments.text("document");
    return document == null
        ? new CoverageAnswerBuilder(services, "findings")
            .buildJson(arguments, (answer, filter) -> addFindings(answer, filter, arguments, call))
        : answerForDocument(document, arguments, call);
  }

  private void addFindings(
      ToolAnswerBuilder answer,
      CoverageFilter filter,
      ToolArguments arguments,
      ToolCallContext call) {
    SearchUrl searchUrl =
        FilteredSearchBuilder.build(
            arguments.text("query", ""), SearchScope.FINDINGS, filter, FacetDimension.YEAR);
    searchUrl =
        FilteredSearchBuilder.withFilter(
            searchUrl, FacetDimension.SEVERITY, arguments.text("severity"));
    searchUrl =
        FilteredSearchBuilder.withFilter(
            searchUrl, FacetDimension.FINDING_KIND, arguments.text("kind"));
    new HitPager(services, hit -> new FindingJsonBuilder(services, call).build(hit))
        .addTo(
            answer,
            searchUrl.withSort(SearchRequest.Sort.SEVERITY),
            PageCursor.parse(arguments),
            call);
  }

  /**
   * Answers with the findings of one document; for its newest version also the findings from
   * comparisons with other documents, most serious first. The list is empty if the document is not
   * of the region, year, agency or category asked for. Findings that do not contain the query
   * verbatim are left out.
   */
  private String answerForDocument(String name, ToolArguments arguments, ToolCallContext call) {
    DocumentReference place = DocumentReference.parse(name);
    ArchivedDisclosure document =
        services.lookup().findDocument(place.documentId(), place.versionPrefix());
    CoverageFilter filter = CoverageFilter.parse(arguments, services);
    filter.requireKnownCategory();
    boolean asked = filter.matches(document);
    boolean newest = services.lookup().isNewest(document.version());
    List<FindingView> all =
        Stream.concat(
                FindingView.buildAll(document).stream(),
                newest ? services.crossDocumentFinder().findAll(document).stream() : Stream.empty())
            .filter(view -> asked && matches(view, arguments))
            .sorted(Comparator.comparing(view -> view.finding().severity()))
            .toList();
    ToolAnswerBuilder answer = new ToolAnswerBuilder(arguments.tokenLimit());
    answer.put("of", services.buildDocumentFields(document, call));
    answer.put("total", all.size());
    answer.put(
        "about_the_query",
        asked ? null : "this document is not of the region, year, agency or category asked for");
    FindingJsonBuilder told = new FindingJsonBuilder(services, call);
    answer.addAsManyAsFit(all, PageCursor.parse(arguments), view -> told.build(document, view));
    return answer.buildJson("findings");
  }

  private static boolean matches(FindingView view, ToolArguments arguments) {
    String words = arguments.text("query", "");
    return arguments.text("severity", view.severity()).equals(view.severity())
        && arguments.text("kind", view.finding().kind().id()).equals(view.finding().kind().id())
        && (view.finding().message() + view.finding().quote()).contains(words);
  }
}
