package org.mingzhang.web.assistant;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.cite.CitationBuilder;
import org.mingzhang.web.lookup.DocumentLookup;

/** The tool {@code cite}: citations of documents and sections. */
record CitationTool(AssistantServices services) implements AssistantTool {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "cite",
          "引用 Cite",
          "The citation of a document or section, with permalink, page and SHA-256 of the"
              + " original.");

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchemaBuilder()
        .addRequiredText("place", "id or permalink of a document or of a section, DOCUMENT/SECTION")
        .addChoice("format", "form (gbt: GB/T 7714)", List.of("gbt", "bibtex", "ris", "csl"))
        .build();
  }

  @Override
  public String answer(ToolArguments arguments, ToolCallContext call) {
    DocumentReference name = DocumentReference.parse(arguments.text("place", ""));
    LocalDate today = ChinaTime.today(services.clock());
    Citation citation;
    ToolAnswerBuilder answer = new ToolAnswerBuilder(TokenEstimator.DEFAULT_TOKENS);
    if (name.sectionSlug() == null) {
      ArchivedDisclosure document =
          services.lookup().findDocument(name.documentId(), name.versionPrefix());
      Citation plain =
          CitationBuilder.buildCitation(
              document, call.absoluteAddress(services.permalink(document)), today);
      citation = CitationBuilder.withPublication(plain, document, services.lookup());
    } else {
      DocumentLookup.Resolution.FoundSection shown = name.resolve(services.lookup());
      Citation plain =
          CitationBuilder.buildCitation(
              shown, call.absoluteAddress(services.permalink(shown)), today);
      citation = CitationBuilder.withPublication(plain, shown.document(), services.lookup());
      answer.put("page", shown.section().page());
    }
    answer.put("url", citation.address());
    answer.put("sha256", citation.sha256());
    String text =
        switch (arguments.text("format", "gbt")) {
          case "bibtex" -> citation.toBibtex();
          case "ris" -> citation.toRis();
          case "csl" -> citation.toCslJson();
          default -> citation.gbt7714();
        };
    answer.put(
        ToolAnswerBuilder.DOCUMENT_TEXT,
        Map.of("citation", PromptTextSanitizer.clean(text, TokenEstimator.MIN_TOKENS / 2)));
    return answer.buildJson();
  }
}
