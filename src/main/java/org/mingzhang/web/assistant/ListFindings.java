package org.mingzhang.web.assistant;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.render.Labels;

/** Lists where numbers of documents do not agree, with the arithmetic. */
record ListFindings(AssistantSources library) implements AssistantTool {
  private static final ToolWords WORDS =
      new ToolWords(
          "findings",
          "核对结果 Findings",
          "Places where a document's own numbers or words do not agree, with the quote and the"
              + " arithmetic, gravest first. proof: contradicts itself; probable: likely a slip;"
              + " wording. A finding shows a contradiction in a text, not wrongdoing: check the"
              + " page before writing.");

  @Override
  public ToolWords words() {
    return WORDS;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchema()
        .text("document", "only of this document: its id or permalink")
        .text("query", "words of the finding or of what it quotes")
        .whose()
        .choice("severity", "how grave", severities())
        .choice("kind", "what does not agree", kinds())
        .paged()
        .build();
  }

  private static List<String> severities() {
    return Stream.of(Finding.Severity.values()).map(Labels::id).toList();
  }

  private static List<String> kinds() {
    return Arrays.stream(Finding.Kind.values()).map(Finding.Kind::id).toList();
  }

  @Override
  public String answer(Arguments arguments, CallContext asking) {
    String document = arguments.text("document");
    return document == null
        ? new KeptAnswer(library, "findings")
            .of(arguments, (answer, kept) -> find(answer, kept, arguments, asking))
        : of(document, arguments, asking);
  }

  private void find(ToolAnswer answer, KeptCoverage kept, Arguments arguments, CallContext asking) {
    SearchAddress address =
        Filters.of(arguments.text("query", ""), Scope.FINDINGS, kept, Dimension.YEAR);
    address = Filters.with(address, Dimension.SEVERITY, arguments.text("severity"));
    address = Filters.with(address, Dimension.KIND, arguments.text("kind"));
    new FoundPages(library, hit -> new FindingAnswer(library, asking).of(hit))
        .into(
            answer, address.sorted(SearchRequest.Sort.SEVERITY), PageCursor.of(arguments), asking);
  }

  private String of(String name, Arguments arguments, CallContext asking) {
    PlaceName place = PlaceName.of(name);
    ArchivedDisclosure document = library.lookup().document(place.document(), place.version());
    boolean newest = library.lookup().newest(document.version());
    List<FindingView> all =
        Stream.concat(
                FindingView.of(document).stream(),
                newest ? library.across().of(document).stream() : Stream.empty())
            .filter(view -> fits(view, arguments))
            .toList();
    ToolAnswer answer = new ToolAnswer(arguments.tokens());
    answer.put("of", library.document(document, asking));
    answer.put("total", all.size());
    FindingAnswer told = new FindingAnswer(library, asking);
    answer.list(all, PageCursor.of(arguments), view -> told.of(document, view));
    return answer.json("findings");
  }

  private static boolean fits(FindingView view, Arguments arguments) {
    String words = arguments.text("query", "");
    return arguments.text("severity", view.severity()).equals(view.severity())
        && arguments.text("kind", view.finding().kind().id()).equals(view.finding().kind().id())
        && (view.finding().message() + view.finding().quote()).contains(words);
  }
}
