package org.mingzhang.web.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;

/** Lists the sections of a document, with what is known of it. */
record DocumentOutline(AssistantSources library) implements AssistantTool {
  private static final ToolWords WORDS =
      new ToolWords(
          "document_outline",
          "文件目录 Outline of a document",
          "The sections of one document with ids, pages and lengths; whose document it is, of"
              + " which year and kind, its version, SHA-256, and what could not be read of it.");

  private static final int WARNINGS = 3;
  private static final int LONGEST_WARNING = 150;

  @Override
  public ToolWords words() {
    return WORDS;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchema()
        .required("document", "id as in other answers, or the permalink")
        .paged()
        .build();
  }

  @Override
  public String answer(Arguments arguments, CallContext asking) {
    PlaceName name = PlaceName.of(arguments.text("document", ""));
    ArchivedDisclosure document = library.lookup().document(name.document(), name.version());
    ToolAnswer answer = new ToolAnswer(arguments.tokens());
    head(answer, document, asking);
    List<Integer> places =
        IntStream.range(0, document.disclosure().sections().size()).boxed().toList();
    answer.list(places, PageCursor.of(arguments), i -> entry(document, i));
    return answer.json("sections");
  }

  private void head(ToolAnswer answer, ArchivedDisclosure document, CallContext asking) {
    Disclosure disclosure = document.disclosure();
    answer.put("url", asking.link(library.permalink(document)));
    answer.put("of", library.document(document, asking));
    answer.put(
        "counts",
        Map.of(
            "sections", disclosure.sections().size(),
            "tables", disclosure.tables().size(),
            "indicators", disclosure.indicators().size(),
            "facts", disclosure.facts().size(),
            "findings", disclosure.findings().size(),
            "pages", disclosure.source().pages()));
    Map<String, @Nullable Object> words = AssistantSources.titled(document);
    words.put(
        "file", DocumentText.clean(disclosure.source().file(), AssistantSources.LONGEST_TITLE));
    List<String> warnings =
        disclosure.warnings().stream()
            .limit(WARNINGS)
            .map(warning -> DocumentText.clean(warning, LONGEST_WARNING))
            .toList();
    words.put("what_could_not_be_read", warnings.isEmpty() ? null : warnings);
    answer.put(ToolAnswer.DOCUMENT_TEXT, words);
    answer.put("warnings_of_reading", disclosure.warnings().size());
  }

  private static Map<String, @Nullable Object> entry(ArchivedDisclosure document, int index) {
    Section section = document.disclosure().sections().get(index);
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("section", document.id() + "/" + document.sectionIds().get(index));
    entry.put("level", section.level());
    entry.put("page", section.page());
    entry.put("characters", section.text().length());
    entry.put(
        ToolAnswer.DOCUMENT_TEXT,
        DocumentText.clean(section.heading(), AssistantSources.LONGEST_NAME));
    return entry;
  }
}
