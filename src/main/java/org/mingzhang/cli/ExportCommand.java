package org.mingzhang.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints all hits of a query with their full text. */
@Command(
    name = "export",
    description =
        "Print all hits of a query with their full text, one JSON object per line; all rows if no"
            + " query is given.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all hits are on standard output", "2:there is no index"})
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      defaultValue = "SECTIONS",
      description = "Kind of rows to export: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private SearchScope scope = SearchScope.SECTIONS;

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "Query as for search.")
  private List<String> words = List.of();

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (SearchService service = new SearchService(engine.openForSearch(data));
        JsonGenerator out =
            new JsonFactory()
                .createGenerator(terminal.out())
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null)) {
      service.forEach(SearchRequest.of(String.join(" ", words), scope), row -> print(out, row));
    }
    return 0;
  }

  private static void print(JsonGenerator out, ExportRow row) {
    Hit hit = row.hit();
    try {
      out.writeStartObject();
      out.writeStringField("id", hit.id());
      out.writeStringField("document", hit.documentId());
      out.writeStringField("document_title", hit.documentTitle());
      out.writeStringField("path", String.join(" › ", hit.path()));
      out.writeStringField("title", hit.title());
      out.writeNumberField("page", hit.page());
      for (var value : hit.values().entrySet()) {
        out.writeStringField("value_" + value.getKey(), value.getValue());
      }
      out.writeStringField("text", row.text());
      out.writeEndObject();
      out.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
