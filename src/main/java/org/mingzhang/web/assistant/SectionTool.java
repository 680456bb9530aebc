package org.mingzhang.web.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Section;
import org.mingzhang.web.document.DocumentOutline;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.lookup.DocumentLookup;

/** The tool {@code get_section}: the text of one section, in pieces. */
record SectionTool(AssistantServices services) implements AssistantTool {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "get_section",
          "读章节 Read a section",
          "The text of one section as it was published, with its page in the original file,"
              + " version and SHA-256. Long sections come in pieces: pass next as cursor. Tables"
              + " are rows of cells with tabs between.");

  private static final int MAX_HEADINGS = 4;
  private static final int MAX_SUBSECTIONS = 15;

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchemaBuilder()
        .addRequiredText("section", "id as in other answers, DOCUMENT/SECTION, or the permalink")
        .addPagingArguments()
        .build();
  }

  @Override
  public String answer(ToolArguments arguments, ToolCallContext call) {
    DocumentLookup.Resolution.FoundSection shown =
        DocumentReference.parse(arguments.text("section", "")).resolve(services.lookup());
    ToolAnswerBuilder answer = new ToolAnswerBuilder(arguments.tokenLimit());
    putMetadata(answer, shown, call);
    String text = PromptTextSanitizer.clean(shown.section().text());
    int from = Math.min(PageCursor.parse(arguments).skip(), text.length());
    Map<String, @Nullable Object> words = buildDocumentText(shown);
    int end =
        TokenEstimator.fittingEnd(
            text, from, answer.remainingTokens() - TokenEstimator.estimate(words.toString()) - 40);
    int to = from < text.length() ? Math.max(end, from + 1) : end;
    words.put("text", text.substring(from, to));
    answer.put("characters", text.length()).put("from_character", from);
    answer.put(ToolAnswerBuilder.DOCUMENT_TEXT, words);
    return answer.putNextCursor(to < text.length() ? new PageCursor(to, null) : null).buildJson();
  }

  private void putMetadata(
      ToolAnswerBuilder answer,
      DocumentLookup.Resolution.FoundSection foundSection,
      ToolCallContext call) {
    ArchivedDisclosure document = foundSection.document();
    List<Section> sections = document.disclosure().sections();
    answer.put("section", document.id() + "/" + foundSection.slug());
    answer.put("url", call.absoluteAddress(services.permalink(foundSection)));
    answer.put("page", foundSection.section().page());
    List<Integer> pages =
        foundSection.section().body().stream()
            .map(Section.Part::page)
            .distinct()
            .limit(20)
            .toList();
    answer.put("pages_of_its_text", pages);
    answer.put("topic", foundSection.section().topic().label());
    answer.put("of", services.buildDocumentFields(document, call));
    answer.put("previous", sectionIdAt(document, foundSection.index() - 1));
    answer.put("next_section", sectionIdAt(document, foundSection.index() + 1));
    List<String> below = new ArrayList<>();
    int level = foundSection.section().level();
    for (int i = foundSection.index() + 1;
        i < sections.size() && sections.get(i).level() > level;
        i++) {
      if (sections.get(i).level() == level + 1 && below.size() < MAX_SUBSECTIONS) {
        below.add(document.id() + "/" + document.sectionIds().get(i));
      }
    }
    answer.put("sections_below", below.isEmpty() ? null : below);
    int findings = FindingView.findQuoting(document, foundSection.section().path()).size();
    answer.put("findings_that_quote_it", findings == 0 ? null : findings);
  }

  private static @Nullable String sectionIdAt(ArchivedDisclosure document, int index) {
    return index < 0 || index >= document.sectionIds().size()
        ? null
        : document.id() + "/" + document.sectionIds().get(index);
  }

  private static Map<String, @Nullable Object> buildDocumentText(
      DocumentLookup.Resolution.FoundSection foundSection) {
    List<Section> sections = foundSection.document().disclosure().sections();
    Map<String, @Nullable Object> words =
        new LinkedHashMap<>(AssistantServices.buildTitleAndAgency(foundSection.document()));
    words.put(
        "headings",
        DocumentOutline.ancestorsOf(sections, foundSection.index()).stream()
            .limit(MAX_HEADINGS)
            .map(
                i ->
                    PromptTextSanitizer.clean(
                        sections.get(i).heading(), AssistantServices.MAX_NAME_LENGTH))
            .toList());
    words.put(
        "heading",
        PromptTextSanitizer.clean(
            foundSection.section().heading(), AssistantServices.MAX_TITLE_LENGTH));
    return words;
  }
}
