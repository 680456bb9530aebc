package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The footnotes and endnotes of a WordprocessingML document, each handed out once, after the
 * paragraph or table that refers to it. Not thread-safe.
 */
final class DocxNotes {
  /** The mark before the text of a note, by the name of its element. */
  private static final Map<String, String> MARKS = Map.of("footnote", "［脚注］", "endnote", "［尾注］");

  private static final String REFERENCE = "Reference";

  /** The notes that were not yet referred to, by kind and ID. */
  private final Map<String, XmlElement> notes = new HashMap<>();

  private final List<XmlElement> pendingNotes = new ArrayList<>();

  /**
   * Creates the notes of a document.
   *
   * @param roots the roots of the parts of footnotes and endnotes, as far as there are any
   */
  DocxNotes(List<XmlElement> roots) {
    for (XmlElement root : roots) {
      for (XmlElement note : root.children()) {
        // Notes of other types hold only the separator lines above the notes.
        if (MARKS.containsKey(note.name())
            && note.attributes().getOrDefault("type", "normal").equals("normal")) {
          notes.put(key(note.name(), note.attribute("id")), note);
        }
      }
    }
  }

  private static String key(String kind, @Nullable String id) {
    return kind + " " + id;
  }

  /**
   * Collects the notes to which an element refers, except in deleted text, for {@link #takeTexts}.
   */
  void collectReferencedNotes(XmlElement element) {
    if (notes.isEmpty()) {
      return;
    }
    for (XmlElement child : element.children()) {
      if (child.name().endsWith(REFERENCE)) {
        String kind = child.name().substring(0, child.name().length() - REFERENCE.length());
        Optional.ofNullable(notes.remove(key(kind, child.attribute("id"))))
            .ifPresent(pendingNotes::add);
      } else if (!child.name().equals("del") && !child.name().equals("moveFrom")) {
        collectReferencedNotes(child);
      }
    }
  }

  /** The texts of the notes collected since the last call, each with a mark before it. */
  List<String> takeTexts() {
    List<String> texts =
        pendingNotes.stream()
            .map(note -> MARKS.get(note.name()) + readText(note))
            .filter(text -> !MARKS.containsValue(text))
            .toList();
    pendingNotes.clear();
    return texts;
  }

  private static String readText(XmlElement note) {
    return paragraphs(note)
        .map(DocxNotes::readParagraph)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Stream<XmlElement> paragraphs(XmlElement element) {
    return element.children().stream()
        .flatMap(child -> child.name().equals("p") ? Stream.of(child) : paragraphs(child));
  }

  private static String readParagraph(XmlElement paragraph) {
    DocxTextCollector text = new DocxTextCollector(new WordFieldTracker());
    text.read(paragraph);
    return text.parts().stream()
        .map(part -> part.text().replace('\n', ' ').strip())
        .collect(Collectors.joining(" "))
        .strip();
  }
}
