package org.mingzhang.web.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Section;
import org.mingzhang.web.document.Outline;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.lookup.DocumentLookup;

/** Reads the text of one section, a piece at a time. */
record GetSection(AssistantSources library) implements AssistantTool {
  private static final ToolWords WORDS =
      new ToolWords(
          "get_section",
          "读章节 Read a section",
          "The text of one section as it was published, with its page in the original file,"
              + " version and SHA-256. Long sections come in pieces: pass next as cursor. Tables"
              + " are rows of cells with tabs between.");

  private static final int HEADINGS = 4;
  private static final int MOST_BELOW = 15;

  @Override
  public ToolWords words() {
    return WORDS;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchema()
        .required("section", "id as in other answers, DOCUMENT/SECTION, or the permalink")
        .paged()
        .build();
  }

  @Override
  public String answer(Arguments arguments, CallContext asking) {
    DocumentLookup.Resolution.Found shown =
        PlaceName.of(arguments.text("section", "")).find(library.lookup());
    ToolAnswer answer = new ToolAnswer(arguments.tokens());
    head(answer, shown, asking);
    String text = DocumentText.clean(shown.section().text());
    int from = Math.min(PageCursor.of(arguments).skip(), text.length());
    Map<String, @Nullable Object> words = words(shown);
    int end =
        TokenEstimate.fitting(text, from, answer.left() - TokenEstimate.of(words.toString()) - 40);
    int to = from < text.length() ? Math.max(end, from + 1) : end;
    words.put("text", text.substring(from, to));
    answer.put("characters", text.length()).put("from_character", from);
    answer.put(ToolAnswer.DOCUMENT_TEXT, words);
    return answer.next(to < text.length() ? new PageCursor(to, null) : null).json();
  }

  private void head(ToolAnswer answer, DocumentLookup.Resolution.Found shown, CallContext asking) {
    ArchivedDisclosure document = shown.document();
    List<Section> sections = document.disclosure().sections();
    answer.put("section", document.id() + "/" + shown.slug());
    answer.put("url", asking.link(library.permalink(shown)));
    answer.put("page", shown.section().page());
    List<Integer> pages =
        shown.section().body().stream().map(Section.Part::page).distinct().limit(20).toList();
    answer.put("pages_of_its_text", pages);
    answer.put("topic", shown.section().topic().label());
    answer.put("of", library.document(document, asking));
    answer.put("previous", beside(document, shown.index() - 1));
    answer.put("next_section", beside(document, shown.index() + 1));
    List<String> below = new ArrayList<>();
    int level = shown.section().level();
    for (int i = shown.index() + 1; i < sections.size() && sections.get(i).level() > level; i++) {
      if (sections.get(i).level() == level + 1 && below.size() < MOST_BELOW) {
        below.add(document.id() + "/" + document.sectionIds().get(i));
      }
    }
    answer.put("sections_below", below.isEmpty() ? null : below);
    int findings = FindingView.quoting(document, shown.section().path()).size();
    answer.put("findings_that_quote_it", findings == 0 ? null : findings);
  }

  private static @Nullable String beside(ArchivedDisclosure document, int index) {
    return index < 0 || index >= document.sectionIds().size()
        ? null
        : document.id() + "/" + document.sectionIds().get(index);
  }

  private static Map<String, @Nullable Object> words(DocumentLookup.Resolution.Found shown) {
    List<Section> sections = shown.document().disclosure().sections();
    Map<String, @Nullable Object> words =
        new LinkedHashMap<>(AssistantSources.titled(shown.document()));
    words.put(
        "headings",
        Outline.above(sections, shown.index()).stream()
            .limit(HEADINGS)
            .map(i -> DocumentText.clean(sections.get(i).heading(), AssistantSources.LONGEST_NAME))
            .toList());
    words.put(
        "heading", DocumentText.clean(shown.section().heading(), AssistantSources.LONGEST_TITLE));
    return words;
  }
}
