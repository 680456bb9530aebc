package org.mingzhang.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches from the terminal. */
@Command(
    name = "search",
    description = "Search the index and print hits.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:there are hits", "1:there are no hits", "2:there is no index"})
final class SearchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      defaultValue = "SECTIONS",
      description = "Kind of rows to search: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private SearchScope scope = SearchScope.SECTIONS;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "10",
      description = "Largest number of hits, up to 100 (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(names = "--json", description = "Print one line with a JSON object for each hit.")
  private boolean printsJson;

  @Parameters(
      paramLabel = "QUERY",
      arity = "1..*",
      description =
          "Words, \"an exact phrase\", region:…, year:2020..2024; several arguments are joined.")
  private List<String> words = List.of();

  SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    BadOptionException.requireRange("--size", size, 1, 100);
    try (SearchService service = new SearchService(engine.openForSearch(data))) {
      SearchResults results =
          service.search(SearchRequest.of(String.join(" ", words), scope).withSize(size));
      results.notices().forEach(notice -> terminal.err().println(notice.chinese()));
      for (Hit hit : results.hits()) {
        if (printsJson) {
          printJson(hit);
        } else {
          print(hit);
        }
      }
      if (!printsJson) {
        terminal
            .out()
            .printf(Locale.ROOT, "%d hits, %.1f ms%n", results.total(), results.tookNanos() / 1e6);
      }
      return results.total() > 0 ? 0 : 1;
    }
  }

  private void print(Hit hit) {
    terminal.print(
        Stream.of(Stream.of(hit.documentTitle()), hit.path().stream(), Stream.of(hit.title()))
            .flatMap(names -> names)
            .filter(name -> !name.isBlank())
            .collect(Collectors.joining(" › ")));
    for (List<Hit.Fragment> snippet : hit.snippets()) {
      terminal.print(
          "    "
              + snippet.stream()
                  .map(f -> f.matched() ? "[" + f.text() + "]" : f.text())
                  .collect(Collectors.joining())
                  .replace('\n', ' '));
    }
    terminal.print("    /d/" + hit.id() + "  第 " + hit.page() + " 页");
  }

  private void printJson(Hit hit) throws IOException {
    try (JsonGenerator out =
        new JsonFactory()
            .createGenerator(terminal.out())
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      out.writeStartObject();
      out.writeStringField("id", hit.id());
      out.writeStringField("url", "/d/" + hit.id());
      out.writeStringField("document", hit.documentTitle());
      out.writeFieldName("path");
      out.writeArray(hit.path().toArray(new String[0]), 0, hit.path().size());
      out.writeStringField("title", hit.title());
      out.writeNumberField("page", hit.page());
      out.writeArrayFieldStart("snippets");
      for (List<Hit.Fragment> snippet : hit.snippets()) {
        write(out, snippet);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    terminal.out().println();
  }

  private static void write(JsonGenerator out, List<Hit.Fragment> snippet) throws IOException {
    out.writeStartArray();
    for (Hit.Fragment fragment : snippet) {
      out.writeStartObject();
      out.writeStringField("text", fragment.text());
      out.writeBooleanField("matched", fragment.matched());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
