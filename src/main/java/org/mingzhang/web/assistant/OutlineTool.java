package org.mingzhang.web.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;

/** The tool {@code document_outline}: the sections of a document and its metadata. */
record OutlineTool(AssistantServices services) implements AssistantTool {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "document_outline",
          "文件目录 Outline of a document",
          "The sections of one document with ids, pages and lengths; its agency, year and kind,"
              + " its version, SHA-256, and what could not be read in it.");

  private static final int MAX_WARNINGS = 3;
  private static final int MAX_WARNING_LENGTH = 150;

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchemaBuilder()
        .addRequiredText("document", "id as in other answers, or the permalink")
        .addPagingArguments()
        .build();
  }

  @Override
  public String answer(ToolArguments arguments, ToolCallContext call) {
    DocumentReference name = DocumentReference.parse(arguments.text("document", ""));
    ArchivedDisclosure document =
        services.lookup().findDocument(name.documentId(), name.versionPrefix());
    ToolAnswerBuilder answer = new ToolAnswerBuilder(arguments.tokenLimit());
    putMetadata(answer, document, call);
    List<Integer> places =
        IntStream.range(0, document.disclosure().sections().size()).boxed().toList();
    answer.addAsManyAsFit(places, PageCursor.parse(arguments), i -> buildEntry(document, i));
    return answer.buildJson("sections");
  }

  private void putMetadata(
      ToolAnswerBuilder answer, ArchivedDisclosure document, ToolCallContext call) {
    Disclosure disclosure = document.disclosure();
    answer.put("url", call.absoluteAddress(services.permalink(document)));
    answer.put("of", services.buildDocumentFields(document, call));
    answer.put(
        "counts",
        Map.of(
            "sections", disclosure.sections().size(),
            "tables", disclosure.tables().size(),
            "indicators", disclosure.indicators().size(),
            "facts", disclosure.facts().size(),
            "findings", disclosure.findings().size(),
            "pages", disclosure.source().pages()));
    Map<String, @Nullable Object> words = AssistantServices.buildTitleAndAgency(document);
    words.put(
        "file",
        PromptTextSanitizer.clean(disclosure.source().file(), AssistantServices.MAX_TITLE_LENGTH));
    List<String> warnings =
        disclosure.warnings().stream()
            .limit(MAX_WARNINGS)
            .map(warning -> PromptTextSanitizer.clean(warning, MAX_WARNING_LENGTH))
            .toList();
    words.put("what_could_not_be_read", warnings.isEmpty() ? null : warnings);
    answer.put(ToolAnswerBuilder.DOCUMENT_TEXT, words);
    answer.put("warnings_of_reading", disclosure.warnings().size());
  }

  private static Map<String, @Nullable Object> buildEntry(ArchivedDisclosure document, int index) {
    Section section = document.disclosure().sections().get(index);
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("section", document.id() + "/" + document.sectionIds().get(index));
    entry.put("level", section.level());
    entry.put("page", section.page());
    entry.put("characters", section.text().length());
    entry.put(
        ToolAnswerBuilder.DOCUMENT_TEXT,
        PromptTextSanitizer.clean(section.heading(), AssistantServices.MAX_NAME_LENGTH));
    return entry;
  }
}
